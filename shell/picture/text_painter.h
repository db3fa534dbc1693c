// Text on the picture: measuring, wrapping, cutting and drawing, with a cache, so that a frame costs no layout.
#pragma once

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/shaper.h"
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
  /// The faces to draw with, which must outlive the painter; how much larger ImGui's size of a face is than its em; and
  /// the shaper of a language that needs one, else null.
  void setFaces(ImFont* regular, ImFont* bold, float imGuiPerEm, std::unique_ptr<TextShaper> shaper);
  bool ready() const { return regular_ != nullptr && bold_ != nullptr; }

  float width(std::string_view text, const TextStyle& style) const;
  /// The lines of `text` in `width`; the views stay valid until clear().
  const std::vector<std::string>& wrap(std::string_view text, const TextStyle& style, float width);
  /// `text`, cut with an ellipsis where it is wider than `width`.
  const std::string& fit(std::string_view text, const TextStyle& style, float width);

  /// Height of the wrapped text.
  float height(std::string_view text, const TextStyle& style, float width);

  /// Draws one line with its left end and the top of its em box at `at`.
  void draw(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour) const;
  /// The same, with its middle line at `at`, turned by `radians` (clockwise) round `pivot`.
  void drawTurned(ImDrawList& list, Point at, Point pivot, std::string_view text, const TextStyle& style, ImU32 colour,
                  float radians) const;

  void clear();

 private:
  ImFont* face(const TextStyle& style) const { return style.bold ? bold_ : regular_; }
  float imGuiSize(const TextStyle& style) const { return style.size * imGuiPerEm_; }
  float rawWidth(std::string_view visual, const TextStyle& style) const;
  const VisualLine& shaped(std::string_view text, bool bold) const;
  void drawVisual(ImDrawList& list, ImVec2 at, const VisualLine& line, const TextStyle& style, ImU32 colour) const;
  static std::string cacheKey(std::string_view text, const TextStyle& style, float width);

  ImFont* regular_ = nullptr;
  ImFont* bold_ = nullptr;
  float imGuiPerEm_ = 1;
  std::unique_ptr<TextShaper> shaper_;
  mutable std::unordered_map<std::string, VisualLine> shapedRegular_;
  mutable std::unordered_map<std::string, VisualLine> shapedBold_;
  std::unordered_map<std::string, std::vector<std::string>> wrapped_;
  std::unordered_map<std::string, std::string> fitted_;
};

}  // namespace wsis
