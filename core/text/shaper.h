// From a line of text as it is stored (logical order) to what a renderer without bidi and shaping can draw from left to
// right: reordered by the Unicode bidirectional algorithm, letters joined, brackets mirrored.
//
// A shaped glyph stands in the string as the private-use character U+E000 + its number in the face, which the build
// puts into the face's character map (tools/dev/fonts.py). Marks that are placed above or below letters (GPOS) cannot
// stand in a string: they come beside it with their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wsis {

/// First character of shaped glyphs; fewer than 6,400 fit into the private use area.
inline constexpr char32_t kFirstGlyph = 0xE000;

struct PlacedMark {
  size_t after = 0;   ///< Byte in VisualLine::text before which the pen stands when the mark is drawn.
  float dx = 0;       ///< From the pen, in em, to the right.
  float dy = 0;       ///< From the baseline, in em, upwards.
  std::string glyph;  ///< One private-use character.
};

struct VisualLine {
  std::string text;
  std::vector<PlacedMark> marks;
};

class TextShaper {
 public:
  virtual ~TextShaper() = default;

  /// The visual form of one line. `bold` chooses the face whose glyph numbers it uses. Text without right-to-left
  /// letters comes back as it is.
  virtual VisualLine shape(std::string_view line, bool bold) const = 0;
};

}  // namespace wsis
