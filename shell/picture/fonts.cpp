#include "shell/picture/fonts.h"

#include <cstring>
#include <list>

namespace wsis {
namespace {

int readInt16(const FontFile& file, size_t at) {
  if (at + 2 > file.size()) return 0;
  return static_cast<int16_t>((file[at] << 8) | file[at + 1]);
}

size_t tableOffset(const FontFile& file, const char* tag) {
  const int tables = readInt16(file, 4);
  for (int i = 0; i < tables; ++i) {
    const size_t entry = 12 + 16 * static_cast<size_t>(i);
    if (entry + 16 > file.size()) break;
    if (std::memcmp(file.data() + entry, tag, 4) != 0) continue;
    size_t offset = 0;
    for (size_t byte = 8; byte < 12; ++byte) offset = offset << 8 | file[entry + byte];
    return offset;
  }
  return file.size();
}

// Ascent plus descent in em (OpenType 1.9, tables head and hhea).
float heightInEm(const FontFile& file) {
  const size_t head = tableOffset(file, "head");
  const size_t hhea = tableOffset(file, "hhea");
  const auto unitsPerEm = static_cast<float>(readInt16(file, head + 18));
  const auto height = static_cast<float>(readInt16(file, hhea + 4) - readInt16(file, hhea + 6));
  return unitsPerEm > 0 && height > 0 ? height / unitsPerEm : 1;
}

constexpr float kBaseSize = 16;

ImFont* add(const FontFile& base, const FontFile& script, bool bold, RasteriseGlyph rasterise) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // ImGui only reads the data; its interface has no const.
  const auto data = [](const FontFile& file) { return const_cast<unsigned char*>(file.data()); };
  ImFont* font = atlas->AddFontFromMemoryTTF(data(base), static_cast<int>(base.size()), kBaseSize, &config);
  if (font == nullptr) return nullptr;
  if (!script.empty()) {
    // A merged face is scaled by its own ascent plus descent: ask for as much more as it takes for equal em sizes.
    config.MergeMode = true;
    const float size = kBaseSize * heightInEm(script) / heightInEm(base);
    if (atlas->AddFontFromMemoryTTF(data(script), static_cast<int>(script.size()), size, &config) == nullptr) {
      return nullptr;
    }
  }
  addGlyphSource(rasterise, bold, kBaseSize, heightInEm(base));
  return font;
}

}  // namespace

LoadedFonts loadFonts(FontFiles files, RasteriseGlyph rasterise) {
  static std::list<FontFiles> kept;
  const FontFiles& mine = kept.emplace_back(std::move(files));
  if (mine.regular.empty() || mine.bold.empty()) return {};
  return {add(mine.regular, mine.scriptRegular, false, rasterise), add(mine.bold, mine.scriptBold, true, rasterise),
          heightInEm(mine.regular)};
}

}  // namespace wsis
