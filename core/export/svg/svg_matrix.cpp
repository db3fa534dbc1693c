#include <algorithm>

#include "core/base/strings.h"
#include "core/export/svg/svg_parts.h"
#include "core/export/svg/text_width.h"

namespace wsis {
namespace {

constexpr float kRowHeader = 290;
constexpr float kRow = 30;
constexpr float kGroupRow = 24;
constexpr float kTile = 26;

// The same signs as on the canvas: heat by number, a pill for the goal as a whole, a broken edge for partial agreement.
void drawCell(const SvgParts& parts, const MatrixCell& cell, int step, float x, float y, float wide, float high,
              bool target) {
  SvgCanvas& canvas = parts.canvas;
  const float middle = x + wide / 2, centre = y + high / 2;
  if (cell.sign() == CellSign::kNone) {
    if (!target) canvas.dot(middle, centre, 1.5F, parts.colours.outline, 0.55F);
    return;
  }
  const float gap = target ? 0.8F : 1.5F;
  const bool whole = cell.sign() == CellSign::kWholeGoal;
  const float tall = target && whole ? high * 0.34F : high - 2 * gap;
  const float top = centre - tall / 2;
  const Colour heat = heatColour(parts.colours, step);
  const float radius = whole && !target ? tall / 2 : target ? 1 : 4;
  const SvgText style{target ? 9.0F : 14.0F, true, inkOn(heat)};
  if (cell.sign() == CellSign::kGap) {
    canvas.outline(x + 2, y + 2, wide - 4, high - 4, parts.colours.accent, 4, 1.5F, "4 3");
    if (!target) {
      canvas.text(middle, centre + 5, cell.text, {14, true, parts.colours.ink}, SvgAnchor::kMiddle);
    }
    return;
  }
  if (target && cell.partial) {
    const float part = tall * 0.36F;
    canvas.rect(x + gap, top, wide - 2 * gap, part, heat, radius);
    canvas.rect(x + gap, top + tall - part, wide - 2 * gap, part, heat, radius);
  } else {
    canvas.rect(x + gap, top, wide - 2 * gap, tall, heat, radius);
  }
  if (target) return;
  const Colour ring = ringOn(parts.colours, heat);
  if (cell.partial) {
    canvas.outline(x + gap + 1, top + 1, wide - 2 * gap - 2, tall - 2, ring, radius, 2, "4 3");
  } else if (whole) {
    canvas.outline(x + gap + 1, top + 1, wide - 2 * gap - 2, tall - 2, ring, radius - 1, 2);
  }
  canvas.text(middle, centre + 5, cell.text, style, SvgAnchor::kMiddle);
}

float rowHeight(const MatrixRow& row) { return row.kind == MatrixRow::Kind::kGroup ? kGroupRow : kRow; }

void drawRowHeader(const SvgParts& parts, const MatrixRow& row, float y) {
  const float high = rowHeight(row), middle = y + high / 2 + 5;
  float x = parts.margin + 8 + (row.indented ? 16 : 0);
  if (row.selected) parts.canvas.rect(parts.margin, y, 3, high, parts.colours.accent);
  if (!row.indented) {
    parts.canvas.text(x, middle, row.code, parts.strong(14));
    x += 40;
  }
  const bool group = row.kind == MatrixRow::Kind::kGroup;
  const float end = parts.margin + kRowHeader - 36;
  parts.canvas.fitted(x, middle, row.shortName, group ? parts.quiet(14) : parts.text(14.5F),
                      (group ? parts.wide() : end) - x);
  if (!group) {
    parts.canvas.text(parts.margin + kRowHeader - 12, middle, std::to_string(row.links), parts.quiet(12),
                      SvgAnchor::kEnd);
  }
}

// Numbers and names of the goals; gives where the header ends.
float drawGoalHeader(const SvgParts& parts, const MatrixView& view, float y, float cell) {
  SvgCanvas& canvas = parts.canvas;
  const float room = cell - 4;
  // No word may be cut: the longest of them ("infrastructure", "инфраструктура") sets the size of all.
  float longest = 1;
  for (const MatrixColumn& column : view.columns) {
    for (const std::string_view word : split(column.name, ' ')) {
      longest = std::max(longest, estimatedWidth(word, 1, column.selected));
    }
  }
  const float size = std::clamp(room / longest, 7.0F, 11.0F);
  const SvgText name{size, false, parts.colours.inkQuiet, 1.25F};
  size_t most = 1;
  for (const MatrixColumn& column : view.columns) most = std::max(most, canvas.lines(column.name, name, room).size());
  const float names = static_cast<float>(most) * name.line() + 6;
  float x = parts.margin + kRowHeader;
  for (const MatrixColumn& column : view.columns) {
    SvgText style = name;
    if (column.selected) style = {size, true, parts.colours.ink, 1.25F};
    const auto lines = static_cast<float>(canvas.lines(column.name, style, room).size());
    canvas.wrapped(x + cell / 2, y + names - 6 - lines * style.line(), column.name, style, room, SvgAnchor::kMiddle);
    canvas.rect(x + 1.5F, y + names, cell - 3, kTile - 4, column.colour, 4);
    canvas.text(x + cell / 2, y + names + 16, column.code, {14, true, inkOn(column.colour)}, SvgAnchor::kMiddle);
    x += cell;
  }
  return y + names + kTile;
}

float drawTargetHeader(const SvgParts& parts, const MatrixView& view, float y, float cell) {
  float x = parts.margin + kRowHeader;
  for (size_t i = 0; i < view.columns.size();) {
    size_t end = i;
    while (end < view.columns.size() && view.columns[end].goal == view.columns[i].goal) ++end;
    const MatrixColumn& column = view.columns[i];
    const float wide = static_cast<float>(end - i) * cell;
    parts.canvas.rect(x + 1, y, wide - 2, kTile - 4, column.colour, 4);
    parts.canvas.text(x + wide / 2, y + 16, column.goalCode, {13, true, inkOn(column.colour)}, SvgAnchor::kMiddle);
    x += wide;
    i = end;
  }
  return y + kTile;
}

}  // namespace

float drawMatrix(const SvgParts& parts, const MatrixView& view, float y) {
  if (view.columns.empty()) return y;
  SvgCanvas& canvas = parts.canvas;
  const float cell = (parts.wide() - kRowHeader) / static_cast<float>(view.columns.size());
  const bool targets = view.level == Level::kTarget;
  const float top = y;
  y = targets ? drawTargetHeader(parts, view, y, cell) : drawGoalHeader(parts, view, y, cell);
  canvas.text(parts.margin + 8, y - 9, view.cornerRows, {12, true, parts.colours.inkQuiet});
  canvas.line(parts.margin, y, parts.margin + parts.wide(), y, parts.colours.hairline);
  float all = 0;
  for (const MatrixRow& row : view.rows) all += rowHeight(row);
  for (size_t c = 0; c < view.columns.size(); ++c) {
    const float x = parts.margin + kRowHeader + static_cast<float>(c) * cell;
    if (view.columns[c].selected) canvas.rect(x, top, cell, y + all - top, parts.colours.accent, 0, 0.1F);
    if (targets && view.columns[c].firstOfGoal && c > 0) canvas.line(x, y, x, y + all, parts.colours.hairline);
  }
  for (size_t r = 0; r < view.rows.size(); ++r) {
    const MatrixRow& row = view.rows[r];
    const float high = rowHeight(row);
    if (row.selected) canvas.rect(parts.margin, y, parts.wide(), high, parts.colours.accent, 0, 0.1F);
    drawRowHeader(parts, row, y);
    for (size_t c = 0; row.kind != MatrixRow::Kind::kGroup && c < view.columns.size(); ++c) {
      const MatrixCell& entry = view.cell(r, c);
      const float x = parts.margin + kRowHeader + static_cast<float>(c) * cell;
      drawCell(parts, entry, heatOf(view, entry), x, y, cell, high, targets);
      if (entry.selected) canvas.outline(x - 0.5F, y - 0.5F, cell + 1, high + 1, parts.colours.accent, 5, 2.5F);
    }
    y += high;
  }
  return y + 16;
}

float drawLegend(const SvgParts& parts, const MatrixView& view, float y) {
  constexpr float kSample = 26;
  const SvgText style = parts.quiet(13);
  float x = parts.margin;
  for (size_t i = 0; i < view.legend.size(); ++i) {
    const LegendEntry& entry = view.legend[i];
    const std::string_view text = legendCaption(view, i);
    const float wide = kSample + (text.empty() ? 2 : 8 + estimatedWidth(text, style.size, false) + 22);
    if (x > parts.margin && x + wide > parts.margin + parts.wide()) {
      x = parts.margin;
      y += 32;
    }
    MatrixCell cell;
    cell.text = entry.sample;
    cell.count = entry.count;
    cell.partial = entry.partial;
    cell.linked = entry.sign != CellSign::kNone;
    cell.wholeGoal = entry.sign == CellSign::kWholeGoal;
    cell.gap = entry.sign == CellSign::kGap;
    drawCell(parts, cell, cell.count, x, y, kSample, 24, false);
    parts.canvas.text(x + kSample + 7, y + 17, text, style);
    x += wide;
  }
  return y + 40;
}

void drawEmblem(const SvgParts& parts, const MatrixView& view, float x, float y, float wide, float high) {
  const float cell = wide / static_cast<float>(std::max<size_t>(1, view.columns.size()));
  float rows = 1.4F;
  for (const MatrixRow& row : view.rows) rows += row.kind == MatrixRow::Kind::kGroup ? 0 : 1;
  const float row = high / rows;
  for (size_t c = 0; c < view.columns.size(); ++c) {
    parts.canvas.rect(x + static_cast<float>(c) * cell + 1.5F, y, cell - 3, row, view.columns[c].colour, 3);
  }
  y += row * 1.4F;
  for (size_t r = 0; r < view.rows.size(); ++r) {
    if (view.rows[r].kind == MatrixRow::Kind::kGroup) continue;
    for (size_t c = 0; c < view.columns.size(); ++c) {
      const MatrixCell& entry = view.cell(r, c);
      const float left = x + static_cast<float>(c) * cell;
      if (!entry.linked) {
        parts.canvas.dot(left + cell / 2, y + row / 2, 1.5F, parts.colours.outline, 0.5F);
        continue;
      }
      const float radius = entry.wholeGoal ? (row - 3) / 2 : 3;
      parts.canvas.rect(left + 1.5F, y + 1.5F, cell - 3, row - 3, heatColour(parts.colours, entry.count), radius);
    }
    y += row;
  }
}

}  // namespace wsis
