#include <algorithm>
#include <cmath>

#include "core/export/svg/svg_parts.h"

namespace wsis {
namespace {

// Bars of a facet: names, counts, lengths in proportion.
float drawBars(const SvgParts& parts, const FacetGroup& group, float x, float y, float wide) {
  SvgCanvas& canvas = parts.canvas;
  canvas.text(x, y + 14, group.title, parts.strong(15));
  y += 24;
  if (!group.note.empty()) y += canvas.wrapped(x, y, group.note, parts.quiet(12), wide) + 4;
  uint32_t most = 1;
  for (const FacetChoice& choice : group.choices) most = std::max(most, choice.count);
  const float names = wide * 0.55F;
  for (const FacetChoice& choice : group.choices) {
    const float bar = (wide - names - 50) * static_cast<float>(choice.count) / static_cast<float>(most);
    canvas.fitted(x, y + 14, choice.text, choice.chosen ? parts.strong(13) : parts.text(13), names - 10);
    const Colour colour = choice.chosen ? parts.colours.accent : parts.colours.heat[2];
    if (choice.count > 0) canvas.rect(x + names, y + 4, std::max(2.0F, bar), 13, colour, 2);
    canvas.text(x + names + bar + 6, y + 15, std::to_string(choice.count), parts.quiet(12));
    y += 21;
  }
  return y;
}

float drawYears(const SvgParts& parts, const FacetGroup& years, float y) {
  constexpr float kRoom = 110;
  if (years.choices.empty()) return y;
  const float slot = std::min(96.0F, parts.wide() / static_cast<float>(years.choices.size()));
  float x = parts.margin;
  const float base = y + kRoom + 18;
  for (const FacetChoice& year : years.choices) {
    const float high = year.count == 0 ? 0 : std::max(3.0F, kRoom * yearShare(years, year));
    parts.canvas.rect(x + 3, base - high, slot - 6, high, year.chosen ? parts.colours.accent : parts.colours.heat[3],
                      2);
    if (year.count > 0) {
      parts.canvas.text(x + slot / 2, base - high - 5, std::to_string(year.count), parts.quiet(12), SvgAnchor::kMiddle);
    }
    parts.canvas.text(x + slot / 2, base + 17, year.text, year.chosen ? parts.strong(13) : parts.quiet(13),
                      SvgAnchor::kMiddle);
    x += slot;
  }
  parts.canvas.line(parts.margin, base, x, base, parts.colours.hairline);
  return base + 40;
}

float drawMap(const SvgParts& parts, const std::vector<MapBlock>& map, float y) {
  int columns = 0;
  for (const MapBlock& block : map) columns += block.columns;
  if (columns == 0) return y;
  constexpr float kGap = 22, kTitle = 38;
  const float tile =
      std::min(26.0F, std::floor((parts.wide() - kGap * static_cast<float>(map.size())) / static_cast<float>(columns)));
  float x = parts.margin, lowest = 0;
  for (const MapBlock& block : map) {
    const float wide = static_cast<float>(block.columns) * tile;
    const SvgText title{13, true, parts.colours.ink, 1.25F};
    const auto titleLines = static_cast<float>(parts.canvas.lines(block.region.text, title, wide + kGap - 6).size());
    parts.canvas.wrapped(x, y + kTitle - titleLines * title.line(), block.region.text, title, wide + kGap - 6);
    for (const MapTile& entry : block.tiles) {
      const float left = x + static_cast<float>(entry.x) * tile + 1,
                  top = y + kTitle + 4 + static_cast<float>(entry.y) * tile + 1;
      const bool any = entry.choice.count > 0;
      const Colour ground = any ? countColour(parts.colours, entry.choice.count) : parts.colours.raised;
      parts.canvas.rect(left, top, tile - 2, tile - 2, ground, 3);
      if (entry.choice.chosen) parts.canvas.outline(left, top, tile - 2, tile - 2, parts.colours.ink, 3, 2);
      parts.canvas.text(left + tile / 2 - 1, top + tile / 2 + 2, entry.code,
                        {8.5F, false, any ? inkOn(ground) : parts.colours.inkQuiet}, SvgAnchor::kMiddle);
    }
    x += wide + kGap;
    lowest = std::max(lowest, kTitle + 4 + static_cast<float>(block.rows) * tile);
  }
  return y + lowest + 24;
}

float drawCards(const SvgParts& parts, const AwardsView& view, float y) {
  constexpr size_t kMost = 12;
  constexpr int kColumns = 3;
  constexpr float kGap = 18, kHigh = 66;
  const float wide = (parts.wide() - (kColumns - 1) * kGap) / kColumns;
  const size_t shown = std::min(kMost, view.cards.size());
  if (shown == 0) return y;
  parts.canvas.text(parts.margin, y + 14, view.listTitle, parts.strong(15));
  y += 26;
  for (size_t i = 0; i < shown; ++i) {
    const AwardCard& card = view.cards[i];
    const float x = parts.margin + static_cast<float>(i % kColumns) * (wide + kGap);
    const float top = y + static_cast<float>(i / kColumns) * (kHigh + 10);
    parts.canvas.rect(x, top, wide, kHigh, parts.colours.raised, 6);
    parts.canvas.fitted(x + 12, top + 22, card.project.text, parts.strong(14), wide - 24);
    parts.canvas.fitted(x + 12, top + 40, card.organisation.text, parts.text(12.5F), wide - 24);
    const std::string meta = card.status.empty() ? card.meta : card.status + " · " + card.meta;
    parts.canvas.fitted(x + 12, top + 57, meta, parts.quiet(12), wide - 24);
  }
  y += static_cast<float>((shown + kColumns - 1) / kColumns) * (kHigh + 10) + 6;
  if (!view.moreText.empty() || shown < view.total) {
    parts.canvas.text(parts.margin, y + 12, std::to_string(shown) + " / " + std::to_string(view.total),
                      parts.quiet(12.5F));
    y += 24;
  }
  return y;
}

}  // namespace

float drawAwards(const SvgParts& parts, const AwardsView& view, float y) {
  y += parts.canvas.wrapped(parts.margin, y, view.status, parts.strong(18), parts.wide()) + 2;
  std::string filters;
  for (const AwardChip& chip : view.chips) {
    if (chip.key != "chip-all") filters += (filters.empty() ? "" : " · ") + chip.text;
  }
  if (!filters.empty()) y += parts.canvas.wrapped(parts.margin, y, filters, parts.text(14), parts.wide()) + 2;
  y += parts.canvas.wrapped(parts.margin, y, view.coverage, parts.quiet(13), parts.wide()) + 10;
  if (!view.loaded) return y;
  y = drawYears(parts, view.years, y);
  y = drawMap(parts, view.map, y);
  constexpr float kGap = 28;
  const float wide = (parts.wide() - 2 * kGap) / 3;
  float lowest = y;
  int column = 0;
  for (const FacetGroup& group : view.facets) {
    if (group.facet != Facet::kLine && group.facet != Facet::kGoal && group.facet != Facet::kStatus) continue;
    const float x = parts.margin + static_cast<float>(column++) * (wide + kGap);
    lowest = std::max(lowest, drawBars(parts, group, x, y, wide));
  }
  return drawCards(parts, view, lowest + 20);
}

}  // namespace wsis
