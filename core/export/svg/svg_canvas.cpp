#include "core/export/svg/svg_canvas.h"

#include <cmath>

#include "core/base/strings.h"
#include "core/export/svg/text_width.h"
#include "core/text/line_break.h"

namespace wsis {
namespace {

// Tenths are finer than anything here is drawn; whole numbers stand without a point.
std::string number(float value) {
  const int tenths = static_cast<int>(std::lround(value * 10));
  std::string out = tenths < 0 ? "-" : "";
  const int size = std::abs(tenths);
  out += std::to_string(size / 10);
  if (size % 10 != 0) out += "." + std::to_string(size % 10);
  return out;
}

std::string hundredths(float value) {
  const int parts = static_cast<int>(std::lround(value * 100));
  return "0." + std::string(parts < 10 ? "0" : "") + std::to_string(parts);
}

bool hasRightToLeft(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (isRightToLeft(nextCodePoint(text, at))) return true;
  }
  return false;
}

}  // namespace

SvgCanvas::SvgCanvas(float width, Language language)
    : width_(width), language_(language), rightToLeft_(info(language).rightToLeft) {}

void SvgCanvas::rect(float x, float y, float wide, float high, Colour fill, float radius, float opacity) {
  body_ += "<rect x=\"" + number(left(x, wide)) + "\" y=\"" + number(y) + "\" width=\"" + number(wide) +
           "\" height=\"" + number(high) + "\" fill=\"" + cssColour(fill) + "\"";
  if (radius > 0) body_ += " rx=\"" + number(radius) + "\"";
  if (opacity < 1) body_ += " fill-opacity=\"" + hundredths(opacity) + "\"";
  body_ += "/>\n";
}

void SvgCanvas::outline(float x, float y, float wide, float high, Colour stroke, float radius, float thick,
                        std::string_view dash) {
  body_ += "<rect x=\"" + number(left(x, wide)) + "\" y=\"" + number(y) + "\" width=\"" + number(wide) +
           "\" height=\"" + number(high) + "\" fill=\"none\" stroke=\"" + cssColour(stroke) + "\" stroke-width=\"" +
           number(thick) + "\"";
  if (radius > 0) body_ += " rx=\"" + number(radius) + "\"";
  if (!dash.empty()) body_ += " stroke-dasharray=\"" + std::string(dash) + "\"";
  body_ += "/>\n";
}

void SvgCanvas::dot(float x, float y, float radius, Colour fill, float opacity) {
  body_ += "<circle cx=\"" + number(place(x)) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" fill=\"" +
           cssColour(fill) + "\"";
  if (opacity < 1) body_ += " fill-opacity=\"" + hundredths(opacity) + "\"";
  body_ += "/>\n";
}

void SvgCanvas::line(float x1, float y1, float x2, float y2, Colour stroke, float thick) {
  body_ += "<line x1=\"" + number(place(x1)) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(place(x2)) + "\" y2=\"" +
           number(y2) + "\" stroke=\"" + cssColour(stroke) + "\" stroke-width=\"" + number(thick) + "\"/>\n";
}

void SvgCanvas::text(float x, float y, std::string_view content, const SvgText& style, SvgAnchor anchor) {
  if (content.empty()) return;
  // Anchors are those of a left-to-right page: not every reader knows the attribute "direction". The sentence itself is
  // embedded right to left by characters, which they all know (U+202B … U+202C).
  const bool atLeft = (anchor == SvgAnchor::kStart) != rightToLeft_;
  body_ += "<text x=\"" + number(place(x)) + "\" y=\"" + number(y) + "\" font-size=\"" + number(style.size) +
           "\" fill=\"" + cssColour(style.colour) + "\"";
  if (style.bold) body_ += " font-weight=\"700\"";
  if (anchor == SvgAnchor::kMiddle) {
    body_ += " text-anchor=\"middle\"";
  } else if (!atLeft) {
    body_ += " text-anchor=\"end\"";
  }
  const bool embedded = rightToLeft_ && hasRightToLeft(content);
  body_ += ">";
  if (embedded) body_ += "\u202B";
  body_ += escapeHtml(content);
  if (embedded) body_ += "\u202C";
  body_ += "</text>\n";
}

void SvgCanvas::fitted(float x, float y, std::string_view content, const SvgText& style, float wide, SvgAnchor anchor) {
  bool cut = false;
  const std::string_view part = fitText(
      content, wide, "…", [&](std::string_view piece) { return estimatedWidth(piece, style.size, style.bold); }, cut);
  text(x, y, cut ? std::string(part) + "…" : std::string(part), style, anchor);
}

std::vector<std::string_view> SvgCanvas::lines(std::string_view content, const SvgText& style, float wide) const {
  return breakLines(content, wide,
                    [&](std::string_view piece) { return estimatedWidth(piece, style.size, style.bold); });
}

float SvgCanvas::wrapped(float x, float top, std::string_view content, const SvgText& style, float wide,
                         SvgAnchor anchor) {
  float y = top;
  for (const std::string_view part : lines(content, style, wide)) {
    text(x, y + (style.line() + style.size * 0.72F) / 2, part, style, anchor);
    y += style.line();
  }
  return y - top;
}

std::string SvgCanvas::finish(float height, Colour ground, std::string_view title, std::string_view description) const {
  const std::string size = number(width_) + "\" height=\"" + number(height);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size +
         "\" viewBox=\"0 0 " + number(width_) + " " + number(height) + "\" role=\"img\" xml:lang=\"" +
         std::string(info(language_).tag) +
         "\" font-family=\"'Noto Sans','Noto Sans Arabic','Noto Sans SC','Noto Sans CJK SC','Segoe "
         "UI',Arial,sans-serif\">\n<title>" +
         escapeHtml(title) + "</title>\n<desc>" + escapeHtml(description) + "</desc>\n<rect width=\"" + size +
         "\" fill=\"" + cssColour(ground) + "\"/>\n" + body_ + "</svg>\n";
}

}  // namespace wsis
