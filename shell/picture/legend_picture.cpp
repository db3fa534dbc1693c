#include "shell/picture/legend_picture.h"

#include "shell/picture/cell_painter.h"

namespace wsis {
namespace {

constexpr float kLegendLine = 26;

// Calls `place(sample, text, box)` for each entry, in rows of `width`; gives the height, with room for `reserved`
// pixels at the end of the last row.
template <typename Place>
float layLegend(const Paint& paint, const MatrixView& view, float width, float reserved, const TextStyle& style,
                Place place) {
  float x = 0;
  float y = 0;
  const float scale = paint.textScale;
  const float sample = 22 * scale;
  for (size_t i = 0; i < view.legend.size(); ++i) {
    const LegendEntry& entry = view.legend[i];
    const std::string_view text = legendCaption(view, i);
    const float wide = sample + (text.empty() ? 2 : paint.text.width(text, style) + 6 + 18);
    if (x > 0 && x + wide - 18 > width) {
      x = 0;
      y += kLegendLine * scale;
    }
    place(entry, text, Rect{x, y, sample, kLegendLine * scale});
    x += wide;
  }
  if (x + reserved > width) y += kLegendLine * scale;
  return y + kLegendLine * scale;
}

TextStyle legendStyle(const Paint& paint) { return {12.0F * paint.textScale, false}; }

}  // namespace

float legendHeight(const Paint& paint, const MatrixView& view, float width, float reserved) {
  return layLegend(paint, view, width, reserved, legendStyle(paint), [](auto&&...) {});
}

void paintLegend(const Paint& paint, const MatrixView& view, const Rect& area) {
  const TextStyle style = legendStyle(paint);
  layLegend(paint, view, area.width, 0, style, [&](const LegendEntry& entry, std::string_view text, const Rect& box) {
    const Rect cell{area.x + box.x, area.y + box.y + 2, box.width, box.height - 4};
    paintCell(paint, cell, {entry.sign, entry.count, entry.partial, entry.sample});
    paint.write({cell.right() + 6, cell.y + (cell.height - style.size) / 2 - 1}, text, style, paint.colours.inkQuiet);
  });
}

}  // namespace wsis
