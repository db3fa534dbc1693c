// Glyphs drawn by the browser's own fonts, through a canvas of two dimensions.
#pragma once

#include "shell/picture/glyph_source.h"

namespace wsis {

bool rasteriseInBrowser(unsigned codePoint, float pixels, bool bold, GlyphBitmap& out);

}  // namespace wsis
