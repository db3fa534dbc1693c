#include "shell/picture/matrix_picture.h"

#include <algorithm>
#include <cmath>

#include "shell/picture/cell_painter.h"

namespace wsis {
namespace {

constexpr float kNarrow = 560;   // below it, short headers
constexpr float kTile = 26;      // height of a goal's number tile
constexpr float kSlant = 0.92F;  // radians: steep enough to stay narrow, flat enough to read
constexpr float kSlantedLength = 132;
constexpr float kWrapFrom = 82;  // cell width from which names stand level
constexpr float kPad = 8;

constexpr MatrixMeasures kGoalMeasures{};

TextStyle nameStyle(const Paint& paint) { return {11.5F * paint.textScale, false, 1.35F}; }

bool isTargets(const MatrixView& view) { return view.level == Level::kTarget; }

Rect clipped(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

// One or two lines, as many as stand clear of the neighbours' names.
void paintSlantedName(const Paint& paint, const std::string& name, Point foot, const TextStyle& style, float spacing,
                      Colour ink) {
  const float across = spacing * std::sin(kSlant);
  const float length = kSlantedLength * paint.textScale;
  const std::vector<std::string>& lines = paint.text.wrap(name, style, length);
  if (lines.size() == 1 || across < 2 * style.line() + 4) {
    paint.writeSlanted(foot, paint.text.fit(name, style, length), style, ink, kSlant);
    return;
  }
  const std::string rest = name.substr(lines[0].size() + (name[lines[0].size()] == ' ' ? 1 : 0));
  const float apart = style.line() / 2;
  const Point aside{apart * std::sin(kSlant), apart * std::cos(kSlant)};
  foot.y -= aside.y;  // the lower line must stand clear of the number below it
  paint.writeSlanted({foot.x - aside.x, foot.y - aside.y}, lines[0], style, ink, kSlant);
  paint.writeSlanted({foot.x + aside.x, foot.y + aside.y}, paint.text.fit(rest, style, length), style, ink, kSlant);
}

}  // namespace

void MatrixPicture::setView(const MatrixView& view, double now, bool moves) {
  std::unordered_map<std::string, int> rows;
  std::unordered_map<std::string, int> columns;
  for (size_t i = 0; i < view.rows.size(); ++i) rows[view.rows[i].key] = static_cast<int>(i);
  for (size_t i = 0; i < view.columns.size(); ++i) columns[view.columns[i].key] = static_cast<int>(i);
  const bool sameThings =
      columns.size() == columns_.size() && !view.columns.empty() && columns_.count(view.columns.front().key) > 0;
  if ((rows != rows_ || columns != columns_) && sameThings) {
    oldRows_ = rows_;
    oldColumns_ = columns_;
    glide_ = Eased(0);
    glide_.moveTo(1, now, moves);
  }
  rows_ = std::move(rows);
  columns_ = std::move(columns);
  const std::string level = isTargets(view) ? "target" : "goal";
  if (level != levelShown_) {
    levelShown_ = level;
    geometry_.resetZoom();
    focus_ = {};
    revealPending_ = true;
  }
  if (focus_.row >= static_cast<int>(view.rows.size()) || focus_.column >= static_cast<int>(view.columns.size())) {
    focus_ = {};
  }
}

MatrixMeasures MatrixPicture::measure(const Paint& paint, const MatrixView& view, const Rect& area) {
  MatrixMeasures m = kGoalMeasures;
  const float scale = paint.textScale;
  const bool narrow = area.width < kNarrow;
  m.rowHeaderWidth = std::min((narrow              ? 118
                               : area.width < 900  ? 178
                               : area.width < 1100 ? 214
                                                   : 238) *
                                  scale,
                              area.width * 0.42F);
  m.leastRowHeight = 24 * scale;
  m.mostRowHeight = std::max(m.leastRowHeight, area.height / 18);
  m.groupRowHeight = 24 * scale;
  if (isTargets(view)) {
    m.columnHeaderHeight = (kTile + 44) * scale;
    m.leastCellWidth = 4;
    m.mostCellWidth = 40 * scale;
    const float fitting = std::max(4.0F, (area.width - m.rowHeaderWidth) / static_cast<float>(view.columns.size()));
    m.mostZoom = std::max(1.0F, 46 * scale / std::min(fitting, m.mostCellWidth));
    return m;
  }
  m.leastCellWidth = 24 * scale;
  m.mostCellWidth = 150 * scale;
  m.mostZoom = 3;
  const auto columns = static_cast<float>(view.columns.size());
  const float fitting = (area.width - m.rowHeaderWidth) / columns * geometry_.zoom();
  namesWrapped_ = fitting >= kWrapFrom * scale;
  const float tile = kTile * scale;
  const float slantedHeight = (kSlantedLength * std::sin(kSlant) + 6) * scale;
  namesSlanted_ = !namesWrapped_ && !narrow && area.height > 24 * 19 * scale + 60 + slantedHeight;
  if (namesWrapped_) {
    size_t lines = 1;
    for (const MatrixColumn& column : view.columns) {
      lines = std::max(lines,
                       paint.text.wrap(column.name, nameStyle(paint), std::min(fitting, m.mostCellWidth) - 8).size());
    }
    m.columnHeaderHeight = tile + static_cast<float>(lines) * nameStyle(paint).line() + 10;
  }
  if (namesSlanted_) {
    m.columnHeaderHeight = tile + slantedHeight;
    m.trailing = kSlantedLength * scale * std::cos(kSlant) * 0.72F;
  }
  if (!namesWrapped_ && !namesSlanted_) m.columnHeaderHeight = tile + 6;
  return m;
}

bool MatrixPicture::paint(const Paint& paint, const MatrixView& view, const Rect& area, bool focused) {
  area_ = area;
  std::vector<bool> groups;
  groups.reserve(view.rows.size());
  for (const MatrixRow& row : view.rows) groups.push_back(row.kind == MatrixRow::Kind::kGroup);
  geometry_.arrange({area.width, area.height}, groups, static_cast<int>(view.columns.size()),
                    measure(paint, view, area));
  if (revealPending_) revealSelection(view);
  glideShare_ = share(paint.now);

  const Place hover = hovered(paint.pointer);
  paint.pushClip(area);
  paintBands(paint, view, hover);
  paint.pushClip(bodyArea());
  paintCells(paint, view);
  paint.popClip();
  paintRowHeaders(paint, view, hover);
  paintColumnHeaders(paint, view, hover);
  if (focused) paintFocus(paint, view);
  paint.popClip();
  return glide_.movingAt(paint.now);
}

void MatrixPicture::revealSelection(const MatrixView& view) {
  revealPending_ = false;
  Place selected;
  for (size_t i = 0; i < view.rows.size(); ++i) {
    if (view.rows[i].selected) selected.row = static_cast<int>(i);
  }
  for (size_t i = view.columns.size(); i-- > 0;) {
    if (view.columns[i].selected) selected.column = static_cast<int>(i);
  }
  if (selected.valid()) geometry_.reveal(selected.row, selected.column);
}

MatrixPicture::Place MatrixPicture::hovered(Point pointer) const {
  const MatrixGeometry::Hit hit = geometry_.hit({pointer.x - area_.x, pointer.y - area_.y});
  return {hit.row, hit.column};
}

Rect MatrixPicture::gliding(const MatrixView& view, int row, int column) const {
  Rect to = geometry_.cell(row, std::max(column, 0));
  if (glideShare_ < 1) {
    const auto oldRow = oldRows_.find(view.rows[static_cast<size_t>(row)].key);
    const auto oldColumn = oldColumns_.find(view.columns[static_cast<size_t>(std::max(column, 0))].key);
    const float rest = 1 - glideShare_;
    if (oldRow != oldRows_.end() && oldRow->second < static_cast<int>(view.rows.size())) {
      to.y += (geometry_.cell(oldRow->second, 0).y - to.y) * rest;
    }
    if (oldColumn != oldColumns_.end()) to.x += (geometry_.cell(0, oldColumn->second).x - to.x) * rest;
  }
  return placed(to);
}

// The row and the column of what is hovered or selected stand out behind the cells.
void MatrixPicture::paintBands(const Paint& paint, const MatrixView& view, Place hover) const {
  const auto band = [&](const Rect& r, Colour colour, float alpha) { paint.fill(r, colour, 0, alpha); };
  const auto rowBand = [&](int row) {
    const Rect r = gliding(view, row, 0);
    return Rect{area_.x, r.y, area_.width, r.height};
  };
  const auto columnBand = [&](int column) {
    const Rect r = placed(geometry_.columnHeader(column));
    return Rect{r.x, area_.y, r.width,
                geometry_.measures().columnHeaderHeight + geometry_.content().height - geometry_.pan().y};
  };
  for (size_t i = 0; i < view.rows.size(); ++i) {
    const int row = static_cast<int>(i);
    const bool isGroup = view.rows[i].kind == MatrixRow::Kind::kGroup;
    if (view.rows[i].selected && !isGroup) band(rowBand(row), paint.colours.accent, 0.13F);
    if (hover.row == row) band(rowBand(row), paint.colours.raised, 1);
  }
  for (size_t i = 0; i < view.columns.size(); ++i) {
    const int column = static_cast<int>(i);
    if (view.columns[i].selected) band(columnBand(column), paint.colours.accent, 0.13F);
    if (hover.column == column) band(columnBand(column), paint.colours.raised, 1);
  }
}

void MatrixPicture::paintCells(const Paint& paint, const MatrixView& view) const {
  const Rect body = bodyArea();
  const bool settled = glideShare_ >= 1;
  const int first = settled ? geometry_.firstVisibleColumn() : 0;
  const int last = settled ? geometry_.lastVisibleColumn() : static_cast<int>(view.columns.size()) - 1;
  for (int row = 0; row < static_cast<int>(view.rows.size()); ++row) {
    if (view.rows[static_cast<size_t>(row)].kind == MatrixRow::Kind::kGroup) continue;
    const Rect line = gliding(view, row, first);
    if (line.bottom() < body.y || line.y > body.bottom()) continue;
    for (int column = first; column <= last; ++column) {
      const MatrixCell& cell = view.cell(static_cast<size_t>(row), static_cast<size_t>(column));
      const Rect box = gliding(view, row, column);
      paintCell(paint, box, {cell.sign(), heatOf(view, cell), cell.partial, cell.text});
      if (cell.selected) {
        paint.outline(box.inset(-0.5F), paint.colours.surface, 5, 4);
        paint.outline(box.inset(-0.5F), paint.colours.accent, 5, 2.5F);
      }
      paint.items.add(cell.key, cell.command, box, body);
    }
  }
}

void MatrixPicture::paintRowHeaders(const Paint& paint, const MatrixView& view, Place hover) const {
  const Rect body = bodyArea();
  const Rect column{area_.x, body.y, area_.width, body.height};
  const bool narrow = area_.width < kNarrow;
  const TextStyle code{12.5F * paint.textScale, true};
  const TextStyle name{13.0F * paint.textScale, false};
  const TextStyle group{12.0F * paint.textScale, true};
  paint.pushClip(column);
  for (int i = 0; i < static_cast<int>(view.rows.size()); ++i) {
    const MatrixRow& row = view.rows[static_cast<size_t>(i)];
    Rect box = placed(geometry_.rowHeader(i));
    box.y = gliding(view, i, 0).y;
    if (box.bottom() < column.y || box.y > column.bottom()) continue;
    const bool isGroup = row.kind == MatrixRow::Kind::kGroup;
    // Covers the cells that pan below it.
    const Rect ground{box.x, box.y, geometry_.measures().rowHeaderWidth, box.height};
    paint.fill(ground, paint.colours.surface);
    if (hover.row == i) paint.fill(box, paint.colours.raised);
    if (row.selected) paint.fill(isGroup ? box : ground, paint.colours.accent, 0, 0.13F);
    if (row.selected) paint.fill({box.x, box.y, 3, box.height}, paint.colours.accent);

    float x = box.x + kPad * paint.textScale + (row.indented ? 14 * paint.textScale : 0);
    const float middle = box.y + box.height / 2;
    if (!row.foldCommand.empty()) {
      const float r = 3.5F * paint.textScale;
      const Colour ink = paint.colours.inkQuiet;
      if (row.expanded) {
        paint.triangle({x, middle - r * 0.7F}, {x + 2 * r, middle - r * 0.7F}, {x + r, middle + r}, ink);
      } else {
        paint.triangle({x + r * 0.3F, middle - r}, {x + r * 0.3F, middle + r}, {x + 2 * r, middle}, ink);
      }
    }
    paint.items.add(row.key, row.command, box, column);
    if (!row.foldCommand.empty()) {
      paint.items.add(row.key + "-fold", row.foldCommand, {box.x, box.y, kPad + 20, box.height}, column);
      x += 14 * paint.textScale;
    }
    const float right = ground.right() - kPad - (narrow ? 0 : 22 * paint.textScale);
    if (!row.indented) {
      paint.write({x, middle - code.size / 2 - 1}, row.code, code, paint.colours.ink);
      x += std::max(paint.text.width(row.code, code) + 7, narrow ? 0 : 30 * paint.textScale);
    }
    const TextStyle& style = isGroup ? group : name;
    const Colour ink = isGroup ? paint.colours.inkQuiet : paint.colours.ink;
    paint.write({x, middle - style.size / 2 - 1},
                paint.text.fit(row.shortName, style, (isGroup ? box.right() : right) - x), style, ink);
    if (!narrow && !isGroup) {
      const std::string number = std::to_string(row.links);
      const TextStyle count{11.5F * paint.textScale, false};
      const float wide = paint.text.width(number, count);
      paint.write({ground.right() - kPad - wide, middle - count.size / 2 - 1}, number, count, paint.colours.inkQuiet);
    }
  }
  paint.popClip();
}

void MatrixPicture::paintColumnHeaders(const Paint& paint, const MatrixView& view, Place hover) const {
  const float height = geometry_.measures().columnHeaderHeight;
  paint.fill({area_.x, area_.y, area_.width, height}, paint.colours.surface);
  for (size_t i = 0; i < view.columns.size(); ++i) {
    const Rect box = placed(geometry_.columnHeader(static_cast<int>(i)));
    if (view.columns[i].selected) paint.fill(clipped(box, area_), paint.colours.accent, 0, 0.13F);
    if (hover.column == static_cast<int>(i)) paint.fill(clipped(box, area_), paint.colours.raised);
  }
  if (isTargets(view)) {
    paintTargetColumns(paint, view, hover);
  } else {
    paintGoalColumns(paint, view, hover);
  }
  // The corner lies above what pans below it.
  const Rect corner{area_.x, area_.y, geometry_.measures().rowHeaderWidth, height};
  paint.fill(corner, paint.colours.surface);
  const TextStyle quiet{11.5F * paint.textScale, true};
  paint.write({corner.x + kPad, corner.bottom() - quiet.size - 8},
              paint.text.fit(view.cornerRows, quiet, corner.width - 2 * kPad), quiet, paint.colours.inkQuiet);
  const float wide = paint.text.width(view.cornerColumns, quiet);
  if (wide + 12 < corner.width && height > 44) {
    paint.write({corner.right() - kPad - wide, corner.bottom() - kTile * paint.textScale - quiet.size - 4},
                view.cornerColumns, quiet, paint.colours.inkQuiet);
  }
  paint.line({area_.x, area_.y + height - 0.5F}, {area_.right(), area_.y + height - 0.5F}, paint.colours.hairline);
}

void MatrixPicture::paintGoalColumns(const Paint& paint, const MatrixView& view, Place) const {
  const TextStyle number{14.0F * paint.textScale, true};
  const TextStyle name = nameStyle(paint);
  const float height = geometry_.measures().columnHeaderHeight;
  const Rect head{area_.x + geometry_.measures().rowHeaderWidth, area_.y,
                  area_.width - geometry_.measures().rowHeaderWidth, height};
  paint.pushClip(head);
  for (int i = 0; i < static_cast<int>(view.columns.size()); ++i) {
    const MatrixColumn& column = view.columns[static_cast<size_t>(i)];
    Rect box = placed(geometry_.columnHeader(i));
    box.x = gliding(view, 0, i).x;
    if (box.right() < head.x || box.x - kSlantedLength * paint.textScale > head.right()) continue;
    const float high = kTile * paint.textScale;
    const Rect tile{box.x + 1.5F, box.bottom() - high, box.width - 3, high - 4};
    paint.fill(tile, column.colour, 4);
    paint.writeCentred(tile, column.code, number, inkOn(column.colour));
    const Colour ink = column.selected ? paint.colours.ink : paint.colours.inkQuiet;
    TextStyle style = name;
    style.bold = column.selected;
    if (namesWrapped_) {
      const std::vector<std::string>& lines = paint.text.wrap(column.name, style, box.width - 8);
      float y = tile.y - 5 - static_cast<float>(lines.size()) * style.line();
      for (size_t l = 0; l < lines.size(); ++l, y += style.line()) {
        const float wide = paint.text.width(lines[l], style);
        paint.write({box.x + (box.width - wide) / 2, y}, lines[l], style, ink);
      }
    } else if (namesSlanted_) {
      paintSlantedName(paint, column.name, {box.x + box.width / 2, tile.y - 6}, style, box.width, ink);
    }
    paint.items.add(column.key, column.command, box, head);
  }
  paint.popClip();
}

void MatrixPicture::paintTargetColumns(const Paint& paint, const MatrixView& view, Place) const {
  const float scale = paint.textScale;
  const TextStyle number{13.0F * scale, true};
  const TextStyle id{10.5F * scale, false};
  const float height = geometry_.measures().columnHeaderHeight;
  const Rect head{area_.x + geometry_.measures().rowHeaderWidth, area_.y,
                  area_.width - geometry_.measures().rowHeaderWidth, height};
  paint.pushClip(head);
  for (size_t i = 0; i < view.columns.size();) {
    size_t end = i + 1;
    while (end < view.columns.size() && view.columns[end].goal == view.columns[i].goal) ++end;
    const Rect first = placed(geometry_.columnHeader(static_cast<int>(i)));
    const Rect last = placed(geometry_.columnHeader(static_cast<int>(end) - 1));
    const MatrixColumn& column = view.columns[i];
    const Rect band{first.x + 1, head.y + 6 * scale, last.right() - first.x - 2, kTile * scale - 2};
    paint.fill(band, column.colour, 4);
    // The number stays in sight while its goal's columns pan.
    const Rect visible = clipped(band, head);
    const std::string& goalNumber = column.goalCode;
    if (visible.width > 8) {
      const std::string full = goalNumber + "  " + column.goalName;
      const bool roomy = visible.width > 90 * scale;
      const std::string& text = roomy ? paint.text.fit(full, number, visible.width - 16) : goalNumber;
      if (paint.text.width(text, number) <= visible.width) {
        paint.writeCentred(visible, text, number, inkOn(column.colour));
      }
    }
    paint.items.add("span-" + goalNumber, "open?goal=" + goalNumber, visible, head);
    i = end;
  }
  const float cell = geometry_.cellWidth();
  for (int i = geometry_.firstVisibleColumn(); i <= geometry_.lastVisibleColumn(); ++i) {
    const MatrixColumn& column = view.columns[static_cast<size_t>(i)];
    Rect box = placed(geometry_.columnHeader(i));
    box.y += kTile * scale + 8;
    box.height -= kTile * scale + 8;
    paint.items.add(column.key, column.command, box, head);
    const Colour ink = column.selected ? paint.colours.ink : paint.colours.inkQuiet;
    TextStyle style = id;
    style.bold = column.selected;
    if (cell >= paint.text.width(column.code, style) + 4) {
      paint.writeCentred(box, column.code, style, ink);
    } else if (cell >= style.size + 0.5F) {
      paint.writeSlanted({box.x + box.width / 2, box.bottom() - 4}, column.code, style, ink, 1.5708F);
    }
    if (column.firstOfGoal && i > 0) {
      paint.line({box.x, box.y}, {box.x, area_.bottom()}, paint.colours.hairline);
    }
  }
  paint.popClip();
}

void MatrixPicture::paintFocus(const Paint& paint, const MatrixView&) const {
  if (!focus_.valid()) return;
  Rect box = focus_.row < 0      ? geometry_.columnHeader(focus_.column)
             : focus_.column < 0 ? geometry_.rowHeader(focus_.row)
                                 : geometry_.cell(focus_.row, focus_.column);
  box = placed(box).inset(1);
  paint.outline(box, paint.colours.surface, 5, 5);
  paint.outline(box, paint.colours.focus, 5, 2.5F);
}

// Where the keyboard begins: at what is selected, else at the first cell.
MatrixPicture::Place MatrixPicture::firstFocus(const MatrixView& view) {
  for (size_t i = 0; i < view.cells.size(); ++i) {
    const size_t wide = view.columns.size();
    if (view.cells[i].selected) return {static_cast<int>(i / wide), static_cast<int>(i % wide)};
  }
  return {0, 0};
}

void MatrixPicture::focusKey(const MatrixView& view, std::string_view key, bool reveals) {
  focus_ = {};
  for (size_t i = 0; i < view.rows.size(); ++i) {
    if (view.rows[i].key == key) focus_ = {static_cast<int>(i), -1};
  }
  for (size_t i = 0; i < view.columns.size(); ++i) {
    if (view.columns[i].key == key) focus_ = {-1, static_cast<int>(i)};
  }
  if (!focus_.valid()) {
    for (size_t i = 0; i < view.cells.size(); ++i) {
      if (view.cells[i].key == key && !key.empty()) {
        const size_t wide = view.columns.size();
        focus_ = {static_cast<int>(i / wide), static_cast<int>(i % wide)};
        break;
      }
    }
  }
  if (reveals && focus_.valid()) geometry_.reveal(focus_.row, focus_.column);
}

void MatrixPicture::moveFocus(const MatrixView& view, int rows, int columns) {
  const int lastRow = static_cast<int>(view.rows.size()) - 1;
  const int lastColumn = static_cast<int>(view.columns.size()) - 1;
  const auto isGroup = [&](int row) {
    return row >= 0 && view.rows[static_cast<size_t>(row)].kind == MatrixRow::Kind::kGroup;
  };
  if (!focus_.valid()) {
    focus_ = firstFocus(view);
  } else {
    focus_.row = std::clamp(focus_.row + rows, -1, lastRow);
    focus_.column = std::clamp(focus_.column + columns, -1, lastColumn);
    // A heading row is one thing as wide as the matrix: only its own place can be reached, from the header column.
    while (focus_.column >= 0 && isGroup(focus_.row)) {
      const int step = rows < 0 ? -1 : 1;
      if (focus_.row + step > lastRow) break;
      focus_.row += step;
    }
    if (!focus_.valid()) focus_ = columns < 0 || rows == 0 ? Place{0, -1} : Place{-1, 0};
  }
  geometry_.reveal(focus_.row, focus_.column);
}

void MatrixPicture::focusEdge(const MatrixView& view, bool last, bool ofMatrix) {
  if (!focus_.valid()) focus_ = firstFocus(view);
  if (ofMatrix) focus_.row = last ? static_cast<int>(view.rows.size()) - 1 : 0;
  focus_.column = last ? static_cast<int>(view.columns.size()) - 1 : 0;
  geometry_.reveal(focus_.row, focus_.column);
}

std::string MatrixPicture::focusedKey(const MatrixView& view) const {
  if (!focus_.valid()) return {};
  if (focus_.row < 0) return view.columns[static_cast<size_t>(focus_.column)].key;
  if (focus_.column < 0) return view.rows[static_cast<size_t>(focus_.row)].key;
  return view.cell(static_cast<size_t>(focus_.row), static_cast<size_t>(focus_.column)).key;
}

}  // namespace wsis
