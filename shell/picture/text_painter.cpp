#include "shell/picture/text_painter.h"

#include <cmath>
#include <cstring>

#include "core/text/line_break.h"

namespace wsis {

ImU32 toImColour(Colour colour, float alpha) {
  return IM_COL32((colour >> 16) & 255, (colour >> 8) & 255, colour & 255, static_cast<int>(alpha * 255 + 0.5F));
}

void TextPainter::setFaces(ImFont* regular, ImFont* bold, float imGuiPerEm, std::unique_ptr<TextShaper> shaper) {
  regular_ = regular;
  bold_ = bold;
  imGuiPerEm_ = imGuiPerEm;
  shaper_ = std::move(shaper);
  clear();
}

void TextPainter::clear() {
  wrapped_.clear();
  fitted_.clear();
  shapedRegular_.clear();
  shapedBold_.clear();
}

// While a panel glides open every frame has another width: a cache is emptied before it can grow without bound.
constexpr size_t kMostCached = 8192;

const VisualLine& TextPainter::shaped(std::string_view text, bool bold) const {
  std::unordered_map<std::string, VisualLine>& cache = bold ? shapedBold_ : shapedRegular_;
  std::string key(text);
  const auto found = cache.find(key);
  if (found != cache.end()) return found->second;
  if (cache.size() > kMostCached) cache.clear();
  VisualLine line = shaper_->shape(text, bold);
  return cache.emplace(std::move(key), std::move(line)).first->second;
}

float TextPainter::rawWidth(std::string_view visual, const TextStyle& style) const {
  return face(style)->CalcTextSizeA(imGuiSize(style), FLT_MAX, 0, visual.data(), visual.data() + visual.size()).x;
}

float TextPainter::width(std::string_view text, const TextStyle& style) const {
  return rawWidth(shaper_ == nullptr ? text : std::string_view(shaped(text, style.bold).text), style);
}

std::string TextPainter::cacheKey(std::string_view text, const TextStyle& style, float width) {
  std::string key(text);
  char suffix[3 * sizeof(float)];
  const float numbers[3] = {style.size, style.bold ? 1.0F : 0.0F, width};
  std::memcpy(suffix, numbers, sizeof(suffix));
  key.append(suffix, sizeof(suffix));
  return key;
}

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

float TextPainter::height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(wrap(text, style, width).size()) * style.line();
}

void TextPainter::drawVisual(ImDrawList& list, ImVec2 at, const VisualLine& line, const TextStyle& style,
                             ImU32 colour) const {
  const std::string_view text = line.text;
  list.AddText(face(style), imGuiSize(style), at, colour, text.data(), text.data() + text.size());
  for (const PlacedMark& mark : line.marks) {
    const float pen = rawWidth(text.substr(0, mark.after), style);
    const ImVec2 place(at.x + pen + mark.dx * style.size, at.y - mark.dy * style.size);
    list.AddText(face(style), imGuiSize(style), place, colour, mark.glyph.data(),
                 mark.glyph.data() + mark.glyph.size());
  }
}

void TextPainter::draw(ImDrawList& list, Point at, std::string_view text, const TextStyle& style, ImU32 colour) const {
  // Whole device pixels keep the glyphs as sharp as they were rasterised. ImGui's box is higher than the em.
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  const float lift = (imGuiSize(style) - style.size) / 2;
  const ImVec2 snapped(std::round(at.x * density) / density, std::round((at.y - lift) * density) / density);
  if (shaper_ != nullptr) return drawVisual(list, snapped, shaped(text, style.bold), style, colour);
  list.AddText(face(style), imGuiSize(style), snapped, colour, text.data(), text.data() + text.size());
}

void TextPainter::drawTurned(ImDrawList& list, Point at, Point pivot, std::string_view text, const TextStyle& style,
                             ImU32 colour, float radians) const {
  const int first = list.VtxBuffer.Size;
  // Clipping level text would leave out glyphs that end up in sight once they are turned.
  list.PushClipRectFullScreen();
  const ImVec2 top(at.x, at.y - imGuiSize(style) / 2);
  if (shaper_ != nullptr) {
    drawVisual(list, top, shaped(text, style.bold), style, colour);
  } else {
    list.AddText(face(style), imGuiSize(style), top, colour, text.data(), text.data() + text.size());
  }
  list.PopClipRect();
  const float s = std::sin(radians);
  const float c = std::cos(radians);
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImVec2& p = list.VtxBuffer[i].pos;
    const float dx = p.x - pivot.x;
    const float dy = p.y - pivot.y;
    p = ImVec2(pivot.x + dx * c - dy * s, pivot.y + dx * s + dy * c);
  }
}

}  // namespace wsis
