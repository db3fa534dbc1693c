// Text on the picture: measuring, wrapping, cutting and drawing, with a cache, so that a frame costs no layout.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/views/palette.h"
#include "shell/layout/geometry.h"

namespace wsis {

struct TextStyle {
  float size = 14;
  bool bold = false;
  float lineHeight = 1.45F;  ///< Times the size.

  float line() const { return size * lineHeight; }
};

ImU32 toImColour(Colour colour, float alpha = 1);

class TextPainter {
 public:
  /// The faces to draw with; both must outlive the painter.
  void setFaces(ImFont* regular, ImFont* bold);
  bool ready() const { return regular_ != nullptr && bold_ != nullptr; }

  float width(std::string_view text, const TextStyle& style) const;
  /// The lines of `text` in `width`; the views stay valid until clear().
  const std::vector<std::string>& wrap(std::string_view text, const TextStyle& style, float width);
  /// `text`, cut with an ellipsis where it is wider than `width`.
  const std::string& fit(std::string_view text, const TextStyle& style, float width);

  /// Draws one line with its top at `at`.
  void draw(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour) const;
  /// Draws one line in the middle of `box`.
  void drawCentred(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style,
                   ImU32 colour) const;
  /// Draws wrapped lines; gives the height they take.
  float drawWrapped(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, float width,
                    ImU32 colour);
  /// Height of the wrapped text.
  float height(std::string_view text, const TextStyle& style, float width);
  /// Draws one line along a slope: it begins at `at` and rises by `radians`.
  void drawSlanted(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour,
                   float radians) const;

  void clear();

 private:
  ImFont* face(const TextStyle& style) const { return style.bold ? bold_ : regular_; }
  static std::string cacheKey(std::string_view text, const TextStyle& style, float width);

  ImFont* regular_ = nullptr;
  ImFont* bold_ = nullptr;
  std::unordered_map<std::string, std::vector<std::string>> wrapped_;
  std::unordered_map<std::string, std::string> fitted_;
};

}  // namespace wsis
