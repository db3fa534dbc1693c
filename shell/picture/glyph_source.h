// The last source of every face: a glyph that no file has (a user's own text, an unusual name) is asked of the
// platform, so that nobody sees an empty box. In the browser it comes from the person's own fonts.
#pragma once

#include <imgui.h>

#include <vector>

namespace wsis {

struct GlyphBitmap {
  int width = 0;
  int height = 0;
  float left = 0;                       ///< From the pen to the bitmap, in pixels.
  float top = 0;                        ///< From the baseline up to the bitmap's upper edge, in pixels.
  float advance = 0;                    ///< In pixels.
  std::vector<unsigned char> coverage;  ///< width × height, 0 … 255.
};

/// Draws one character with an em of `pixels`. False where the platform cannot.
using RasteriseGlyph = bool (*)(unsigned codePoint, float pixels, bool bold, GlyphBitmap& out);

/// Merges the source into the face that was added last. `imGuiPerEm` is that of the face. Counts what it drew.
void addGlyphSource(RasteriseGlyph rasterise, bool bold, float baseSize, float imGuiPerEm);

/// How many glyphs came from the platform so far.
int platformGlyphCount();

}  // namespace wsis
