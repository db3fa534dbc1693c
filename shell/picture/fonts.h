// The faces of a language in ImGui: Noto Sans as the base, and for Arabic or Chinese the script's own face merged into
// it, so that one string may mix both.
#pragma once

#include <imgui.h>

#include <vector>

#include "shell/picture/glyph_source.h"

namespace wsis {

using FontFile = std::vector<unsigned char>;

/// TrueType or OpenType files; the script's may be empty.
struct FontFiles {
  FontFile regular;
  FontFile bold;
  FontFile scriptRegular;
  FontFile scriptBold;
};

struct LoadedFonts {
  ImFont* regular = nullptr;  ///< Null where a file cannot be read.
  ImFont* bold = nullptr;
  float imGuiPerEm = 1;  ///< ImGui sizes a face by ascent plus descent: how much that is of the em.
};

/// Hands the files to ImGui, which reads them from then on as glyphs are needed; they are kept until the program ends.
/// `rasterise` draws what no file has.
LoadedFonts loadFonts(FontFiles files, RasteriseGlyph rasterise);

}  // namespace wsis
