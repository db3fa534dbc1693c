#include "shell/picture/glyph_source.h"

#include <imgui_internal.h>

namespace wsis {
namespace {

struct Source {
  RasteriseGlyph rasterise = nullptr;
  bool bold = false;
  float imGuiPerEm = 1;
};

int g_drawn = 0;

bool isDrawable(unsigned c) {
  const bool privateUse = c >= 0xE000 && c <= 0xF8FF;  // shaped glyphs, which only their own face has
  const bool noCharacter = (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF);
  return c > 0x20 && c != 0x7F && !privateUse && !noCharacter;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar codePoint,
               ImFontGlyph* glyph, float* advanceOnly) {
  const Source& source = *static_cast<const Source*>(config->FontLoaderData);
  if (!isDrawable(codePoint)) return false;
  const float density = config->RasterizerDensity * baked->RasterizerDensity;
  GlyphBitmap bitmap;
  if (!source.rasterise(codePoint, baked->Size / source.imGuiPerEm * density, source.bold, bitmap)) return false;
  const float advance = bitmap.advance / density;
  if (advanceOnly != nullptr) {
    *advanceOnly = advance;
    return true;
  }
  glyph->Codepoint = codePoint;
  glyph->AdvanceX = advance;
  if (bitmap.width == 0 || bitmap.height == 0) return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = bitmap.left / density;
  glyph->Y0 = IM_ROUND(baked->Ascent) - bitmap.top / density;
  glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height) / density;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, rect, bitmap.coverage.data(), ImTextureFormat_Alpha8,
                                     bitmap.width);
  ++g_drawn;
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader made = [] {
    ImFontLoader l;
    l.Name = "platform glyphs";
    l.FontSrcInit = [](ImFontAtlas*, ImFontConfig* config) {
      config->FontLoaderData = config->FontData;  // the Source, which ImGui keeps for us
      return true;
    };
    // ImGui asks this to choose its own signs (the ellipsis, the fallback): those are the files' business.
    l.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return false; };
    l.FontBakedLoadGlyph = &loadGlyph;
    return l;
  }();
  return made;
}

}  // namespace

void addGlyphSource(RasteriseGlyph rasterise, bool bold, float baseSize, float imGuiPerEm) {
  ImFontConfig config;
  config.MergeMode = true;
  config.SizePixels = baseSize;
  config.FontLoader = &loader();
  config.FontDataOwnedByAtlas = false;
  // Lives as long as the atlas, that is the program.
  config.FontData = new Source{rasterise, bold, imGuiPerEm};
  config.FontDataSize = sizeof(Source);
  ImGui::GetIO().Fonts->AddFont(&config);
}

int platformGlyphCount() { return g_drawn; }

}  // namespace wsis
