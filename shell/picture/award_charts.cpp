#include "shell/picture/award_charts.h"

#include <algorithm>
#include <cmath>

namespace wsis {
namespace {

constexpr float kYearLabels = 18;

float barSlot(const FacetGroup& years, float width) {
  return years.choices.empty() ? width : std::min(64.0F, width / static_cast<float>(years.choices.size()));
}

// Calls place(block, x, y, tile) for each block of the map, in rows; gives the height.
template <typename Place>
float layMap(const Paint& paint, const std::vector<MapBlock>& map, float width, Place place) {
  int columns = 0;
  for (const MapBlock& block : map) columns += block.columns;
  const float gaps = static_cast<float>(map.size()) * 14;
  const float most = 24 * paint.textScale;
  float tile = columns > 0 ? std::floor((width - gaps) / static_cast<float>(columns)) : most;
  if (tile < 15) tile = std::floor(std::min(most, (width - 14) / 17));  // two blocks a row
  tile = std::clamp(tile, 12.0F, most);
  const float title = 20 * paint.textScale;
  float x = 0, y = 0, row = 0;
  for (const MapBlock& block : map) {
    const float wide = static_cast<float>(block.columns) * tile;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += row + 10;
      row = 0;
    }
    place(block, x, y, tile);
    x += wide + 14;
    row = std::max(row, title + static_cast<float>(block.rows) * tile);
  }
  return y + row;
}

}  // namespace

float yearStripHeight(const Paint& paint) { return 92 * paint.textScale; }

void paintYearStrip(const Paint& paint, const FacetGroup& years, const Rect& area, const Rect& clip,
                    const Rect* sweep) {
  const float slot = barSlot(years, area.width);
  const float labels = kYearLabels * paint.textScale;
  const float room = area.height - labels - 14 * paint.textScale;
  const TextStyle style{11 * paint.textScale, false};
  const TextStyle strong{11 * paint.textScale, true};
  const bool narrow = slot < paint.text.width("2026", style) + 4;
  float x = area.x;
  for (const FacetChoice& year : years.choices) {
    const Rect whole{x, area.y, slot, area.height};
    const float high = year.count == 0 ? 0 : std::max(3.0F, room * yearShare(years, year));
    const float base = area.bottom() - labels;
    const Rect bar{x + 2, base - high, slot - 4, high};
    const bool hot = whole.contains(paint.pointer);
    if (hot || year.chosen) paint.fill({x + 1, area.y, slot - 2, area.height}, paint.colours.raised, 4);
    paint.fill(bar, year.chosen ? paint.colours.accent : paint.colours.heat[3], 2);
    if (year.count > 0 && slot > 16) {
      paint.writeCentred({x, bar.y - 15 * paint.textScale, slot, 14 * paint.textScale}, std::to_string(year.count),
                         style, paint.colours.inkQuiet);
    }
    paint.writeCentred({x, base, slot, labels}, narrow ? std::string_view(year.text).substr(2) : year.text,
                       year.chosen ? strong : style, year.chosen ? paint.colours.accent : paint.colours.inkQuiet);
    paint.items.add(year.key, year.command, whole, clip);
    x += slot;
  }
  paint.line({area.x, area.bottom() - labels}, {x, area.bottom() - labels}, paint.colours.hairline);
  if (sweep != nullptr) paint.fill(*sweep, paint.colours.accent, 3, 0.18F);
}

std::string sweepCommand(const FacetGroup& years, const Rect& area, float from, float to) {
  if (from > to) std::swap(from, to);
  const float slot = barSlot(years, area.width);
  std::string chosen;
  for (size_t i = 0; i < years.choices.size(); ++i) {
    const float begin = area.x + static_cast<float>(i) * slot;
    if (begin + slot < from || begin > to) continue;
    if (!chosen.empty()) chosen += ',';
    chosen += years.choices[i].text;
  }
  return chosen.empty() ? chosen : "set?year=" + chosen;
}

float mapHeight(const Paint& paint, const std::vector<MapBlock>& map, float width) {
  return layMap(paint, map, width, [](auto&&...) {});
}

void paintMap(const Paint& paint, const std::vector<MapBlock>& map, const Rect& area, const Rect& clip) {
  const TextStyle title{12 * paint.textScale, true};
  const float titleHeight = 20 * paint.textScale;
  layMap(paint, map, area.width, [&](const MapBlock& block, float x, float y, float tile) {
    const Rect head{area.x + x, area.y + y, static_cast<float>(block.columns) * tile, titleHeight};
    const Colour ink = block.region.chosen ? paint.colours.accent : paint.colours.ink;
    paint.write({head.x, head.y}, paint.text.fit(block.region.text, title, head.width), title, ink);
    if (head.contains(paint.pointer)) paint.line({head.x, head.bottom() - 2}, {head.right(), head.bottom() - 2}, ink);
    paint.items.add(block.region.key, block.region.command, head, clip);
    const TextStyle code{std::clamp(tile * 0.36F, 6.0F, 10.0F * paint.textScale), false};
    for (const MapTile& entry : block.tiles) {
      const Rect square{area.x + x + static_cast<float>(entry.x) * tile,
                        area.y + y + titleHeight + static_cast<float>(entry.y) * tile, tile, tile};
      const Rect shape = square.inset(1);
      const bool any = entry.choice.count > 0;
      const Colour ground = any ? countColour(paint.colours, entry.choice.count) : paint.colours.raised;
      paint.fill(shape, ground, 3);
      if (entry.choice.chosen || square.contains(paint.pointer)) paint.outline(shape, paint.colours.ink, 3, 2);
      if (tile >= 20) {
        paint.writeCentred(shape, entry.code, code, any ? inkOn(ground) : paint.colours.inkQuiet);
      }
      if (any || entry.choice.chosen) paint.items.add(entry.choice.key, entry.choice.command, square, clip);
    }
  });
}

}  // namespace wsis
