#include "shell/picture/paint.h"

namespace wsis {

void Paint::write(Point start, std::string_view line, const TextStyle& style, Colour colour, float alpha) const {
  const float x = mirrored ? width - start.x - text.width(line, style) : start.x;
  text.draw(list, {x, start.y}, line, style, toImColour(colour, alpha));
}

void Paint::writeCentred(const Rect& box, std::string_view line, const TextStyle& style, Colour colour) const {
  write({box.x + (box.width - text.width(line, style)) / 2, box.y + (box.height - style.size) / 2}, line, style,
        colour);
}

float Paint::writeWrapped(Point start, std::string_view paragraph, const TextStyle& style, float wide, Colour colour,
                          float alpha) const {
  const std::vector<std::string>& lines = text.wrap(paragraph, style, wide);
  for (size_t i = 0; i < lines.size(); ++i) {
    const float top = start.y + static_cast<float>(i) * style.line() + (style.line() - style.size) / 2;
    write({start.x, top}, lines[i], style, colour, alpha);
  }
  return static_cast<float>(lines.size()) * style.line();
}

void Paint::writeSlanted(Point foot, std::string_view line, const TextStyle& style, Colour colour,
                         float radians) const {
  // Mirrored, the line ends at its foot and turns the other way, so that its beginning stays there.
  const ImVec2 pivot = at(foot.x, foot.y);
  const float begin = mirrored ? pivot.x - text.width(line, style) : pivot.x;
  text.drawTurned(list, {begin, foot.y}, {pivot.x, pivot.y}, line, style, toImColour(colour),
                  mirrored ? radians : -radians);
}

}  // namespace wsis
