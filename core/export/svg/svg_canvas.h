// Shapes and texts as SVG 1.1, in the parts of it that browsers, Inkscape, LibreOffice and Word all read: rectangles,
// circles, lines, paths and texts with attributes; no style sheet, no script, no clipping.
//
// x counts from the reading direction's start: a canvas for Arabic turns every place round when it writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/language.h"
#include "core/views/palette.h"

namespace wsis {

struct SvgText {
  float size = 14;
  bool bold = false;
  Colour colour = 0;
  float lead = 1.4F;  ///< Line height as a multiple of the size.

  float line() const { return size * lead; }
};

enum class SvgAnchor { kStart, kMiddle, kEnd };

class SvgCanvas {
 public:
  SvgCanvas(float width, Language language);

  float width() const { return width_; }

  void rect(float x, float y, float wide, float high, Colour fill, float radius = 0, float opacity = 1);
  /// `dash` is an SVG dash pattern ("4 3"), or empty for a whole line.
  void outline(float x, float y, float wide, float high, Colour stroke, float radius, float thick,
               std::string_view dash = {});
  void dot(float x, float y, float radius, Colour fill, float opacity = 1);
  void line(float x1, float y1, float x2, float y2, Colour stroke, float thick = 1);

  /// One line of text with its baseline at `y`.
  void text(float x, float y, std::string_view content, const SvgText& style, SvgAnchor anchor = SvgAnchor::kStart);
  /// The text cut to `wide` where it is longer, with an ellipsis.
  void fitted(float x, float y, std::string_view content, const SvgText& style, float wide,
              SvgAnchor anchor = SvgAnchor::kStart);
  /// A text of several lines from `top` downwards; gives their height.
  float wrapped(float x, float top, std::string_view content, const SvgText& style, float wide,
                SvgAnchor anchor = SvgAnchor::kStart);
  std::vector<std::string_view> lines(std::string_view content, const SvgText& style, float wide) const;

  /// The document: `title` and `description` are what assistive technology says of it.
  std::string finish(float height, Colour ground, std::string_view title, std::string_view description) const;

 private:
  float left(float x, float wide) const { return rightToLeft_ ? width_ - x - wide : x; }
  float place(float x) const { return rightToLeft_ ? width_ - x : x; }

  float width_;
  Language language_;
  bool rightToLeft_;
  std::string body_;
};

}  // namespace wsis
