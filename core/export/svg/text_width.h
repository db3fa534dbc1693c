// How wide a text will be in whatever sans serif a reader of an SVG has: an estimate on the safe side, because the
// writer has no fonts and the reader's are unknown.
#pragma once

#include <string_view>

namespace wsis {

/// Width in the unit of `size` (the em).
float estimatedWidth(std::string_view text, float size, bool bold);

}  // namespace wsis
