// Where a text may be broken into lines: after spaces and hyphens, and between Chinese characters, but never before
// closing punctuation (after Unicode Standard Annex 14, the part of it that the explorer's texts need).
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace wsis {

/// The width of a piece of text, in the caller's unit.
using MeasureText = std::function<float(std::string_view)>;

/// The lines of `text` within `width`, without the spaces at their ends. A word wider than a line stands alone, or is
/// cut between characters. At least one line, empty for an empty text.
std::vector<std::string_view> breakLines(std::string_view text, float width, const MeasureText& measure);

/// The longest beginning of `text` that fits `width` together with `ellipsis`, cut between characters; all of it where
/// it fits without. `cut` tells whether the ellipsis is needed.
std::string_view fitText(std::string_view text, float width, std::string_view ellipsis, const MeasureText& measure,
                         bool& cut);

}  // namespace wsis
