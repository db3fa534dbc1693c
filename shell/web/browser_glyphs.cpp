#include "shell/web/browser_glyphs.h"

#include <emscripten.h>

#include <cmath>

namespace {

// width, height, left × 64, top × 64, advance × 64
struct Measures {
  int values[5];
};

}  // namespace

// clang-format off
// Draws the character and writes its measures and, where they fit `room` bytes, its coverage.
EM_JS(int, wsisDrawGlyph, (unsigned codePoint, float pixels, int bold, int* measures, unsigned char* coverage, int room), {
  const canvas = Module["glyphCanvas"] || (Module["glyphCanvas"] = document.createElement("canvas"));
  const text = String.fromCodePoint(codePoint);
  let brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) return 0;
  const font = (bold ? "bold " : "") + pixels + "px sans-serif";
  brush.font = font;
  const size = brush.measureText(text);
  const left = Math.floor(-size.actualBoundingBoxLeft) - 1;
  const top = Math.ceil(size.actualBoundingBoxAscent) + 1;
  const width = Math.ceil(size.actualBoundingBoxRight) + 1 - left;
  const height = top + Math.ceil(size.actualBoundingBoxDescent) + 1;
  if (!(width > 0 && height > 0) || width * height > room) return 0;
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < height) canvas.height = height;
  brush.font = font;
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = "#000";
  brush.fillText(text, -left, top);
  const rgba = brush.getImageData(0, 0, width, height).data;
  for (let i = 0; i < width * height; i++) HEAPU8[coverage + i] = rgba[4 * i + 3];
  HEAP32.set([width, height, left * 64, top * 64, Math.round(size.width * 64)], measures >> 2);
  return 1;
});
// clang-format on

namespace wsis {

bool rasteriseInBrowser(unsigned codePoint, float pixels, bool bold, GlyphBitmap& out) {
  constexpr size_t kRoom = size_t{512} * 512;
  static std::vector<unsigned char> room(kRoom);
  Measures m{};
  if (wsisDrawGlyph(codePoint, pixels, bold ? 1 : 0, m.values, room.data(), static_cast<int>(kRoom)) == 0) return false;
  const auto real = [](int fixed) { return static_cast<float>(fixed) / 64; };
  out.width = m.values[0];
  out.height = m.values[1];
  out.left = real(m.values[2]);
  out.top = real(m.values[3]);
  out.advance = real(m.values[4]);
  out.coverage.assign(room.begin(), room.begin() + static_cast<long>(out.width) * out.height);
  return true;
}

}  // namespace wsis
