#include "shell/picture/text_painter.h"

#include <cmath>
#include <cstring>

#include "core/text/line_break.h"

namespace wsis {

namespace {

// ImGui sizes a face by its ascent plus descent; people and style sheets by the em. For Noto Sans (1069 + 293 of 1000
// units) the one is this much larger than the other.
constexpr float kImGuiPerEm = 1.362F;

float imGuiSize(const TextStyle& style) { return style.size * kImGuiPerEm; }

// From the top of a box as high as the em to the top of ImGui's taller one.
float lift(const TextStyle& style) { return style.size * (kImGuiPerEm - 1) / 2; }

}  // namespace

ImU32 toImColour(Colour colour, float alpha) {
  return IM_COL32((colour >> 16) & 255, (colour >> 8) & 255, colour & 255, static_cast<int>(alpha * 255 + 0.5F));
}

void TextPainter::setFaces(ImFont* regular, ImFont* bold) {
  regular_ = regular;
  bold_ = bold;
  clear();
}

void TextPainter::clear() {
  wrapped_.clear();
  fitted_.clear();
}

float TextPainter::width(std::string_view text, const TextStyle& style) const {
  return face(style)->CalcTextSizeA(imGuiSize(style), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::string TextPainter::cacheKey(std::string_view text, const TextStyle& style, float width) {
  std::string key(text);
  char suffix[3 * sizeof(float)];
  const float numbers[3] = {style.size, style.bold ? 1.0F : 0.0F, width};
  std::memcpy(suffix, numbers, sizeof(suffix));
  key.append(suffix, sizeof(suffix));
  return key;
}

// While a panel glides open every frame has another width: the cache is emptied before it can grow without bound.
constexpr size_t kMostCached = 4096;

const std::vector<std::string>& TextPainter::wrap(std::string_view text, const TextStyle& style, float width) {
  std::string key = cacheKey(text, style, width);
  const auto found = wrapped_.find(key);
  if (found != wrapped_.end()) return found->second;
  if (wrapped_.size() > kMostCached) wrapped_.clear();
  std::vector<std::string> lines;
  for (const std::string_view line :
       breakLines(text, width, [&](std::string_view piece) { return this->width(piece, style); })) {
    lines.emplace_back(line);
  }
  return wrapped_.emplace(std::move(key), std::move(lines)).first->second;
}

const std::string& TextPainter::fit(std::string_view text, const TextStyle& style, float width) {
  std::string key = cacheKey(text, style, width);
  const auto found = fitted_.find(key);
  if (found != fitted_.end()) return found->second;
  if (fitted_.size() > kMostCached) fitted_.clear();
  constexpr std::string_view kEllipsis = "…";
  bool cut = false;
  std::string fitting(fitText(
      text, width, kEllipsis, [&](std::string_view piece) { return this->width(piece, style); }, cut));
  if (cut) fitting += kEllipsis;
  return fitted_.emplace(std::move(key), std::move(fitting)).first->second;
}

void TextPainter::draw(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour) const {
  // Whole device pixels keep the glyphs as sharp as they were rasterised.
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  const ImVec2 snapped(std::round(at.x * density) / density, std::round((at.y - lift(style)) * density) / density);
  list.AddText(face(style), imGuiSize(style), snapped, colour, text.data(), text.data() + text.size());
}

void TextPainter::drawCentred(ImDrawList& list, const Rect& box, std::string_view text, const TextStyle& style,
                              ImU32 colour) const {
  draw(list, {box.x + (box.width - width(text, style)) / 2, box.y + (box.height - style.size) / 2}, text, style,
       colour);
}

float TextPainter::height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(wrap(text, style, width).size()) * style.line();
}

float TextPainter::drawWrapped(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, float width,
                               ImU32 colour) {
  const std::vector<std::string>& lines = wrap(text, style, width);
  for (size_t i = 0; i < lines.size(); ++i) {
    const float top = at.y + static_cast<float>(i) * style.line() + (style.line() - style.size) / 2;
    draw(list, {at.x, top}, lines[i], style, colour);
  }
  return static_cast<float>(lines.size()) * style.line();
}

void TextPainter::drawSlanted(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour,
                              float radians) const {
  const int first = list.VtxBuffer.Size;
  // Far from the clip rectangle's edge while it is laid out level, or glyphs would be left out that end up inside.
  list.PushClipRectFullScreen();
  list.AddText(face(style), imGuiSize(style), ImVec2(at.x, at.y - imGuiSize(style) / 2), colour, text.data(),
               text.data() + text.size());
  list.PopClipRect();
  const float s = std::sin(-radians);
  const float c = std::cos(-radians);
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImVec2& p = list.VtxBuffer[i].pos;
    const float dx = p.x - at.x;
    const float dy = p.y - at.y;
    p = ImVec2(at.x + dx * c - dy * s, at.y + dx * s + dy * c);
  }
}

}  // namespace wsis
