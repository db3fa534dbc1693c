#include "shell/layout/matrix_geometry.h"

#include <algorithm>
#include <cmath>

namespace wsis {

void MatrixGeometry::arrange(Size view, const std::vector<bool>& rowIsGroup, int columns,
                             const MatrixMeasures& measures) {
  view_ = view;
  measures_ = measures;
  rowIsGroup_ = rowIsGroup;
  columns_ = columns;

  const auto groups = static_cast<float>(std::count(rowIsGroup.begin(), rowIsGroup.end(), true));
  const float lines = static_cast<float>(rowIsGroup.size()) - groups;
  const float roomHigh = view.height - measures.columnHeaderHeight - groups * measures.groupRowHeight;
  rowHeight_ = lines > 0 ? std::clamp(std::floor(roomHigh / lines), measures.leastRowHeight, measures.mostRowHeight)
                         : measures.leastRowHeight;
  rowTop_.assign(1, 0.0F);
  for (const bool isGroup : rowIsGroup) {
    rowTop_.push_back(rowTop_.back() + (isGroup ? measures.groupRowHeight : rowHeight_));
  }

  const float roomWide = view.width - measures.rowHeaderWidth - measures.trailing;
  const float fitting = columns > 0 ? roomWide / static_cast<float>(columns) : measures.leastCellWidth;
  baseCellWidth_ = std::clamp(fitting, measures.leastCellWidth, measures.mostCellWidth);
  zoom_ = std::clamp(zoom_, 1.0F, measures.mostZoom);
  cellWidth_ = baseCellWidth_ * zoom_;
  clampPan();
}

void MatrixGeometry::zoomBy(float factor, float x) {
  const float inBody = std::max(0.0F, x - measures_.rowHeaderWidth);
  const float column = (inBody + pan_.x) / cellWidth_;
  zoom_ = std::clamp(zoom_ * factor, 1.0F, measures_.mostZoom);
  cellWidth_ = baseCellWidth_ * zoom_;
  pan_.x = column * cellWidth_ - inBody;
  clampPan();
}

void MatrixGeometry::resetZoom() {
  zoom_ = 1;
  cellWidth_ = baseCellWidth_;
  pan_ = {};
}

void MatrixGeometry::restore(float zoom, Point pan) {
  zoom_ = std::clamp(zoom, 1.0F, measures_.mostZoom);
  cellWidth_ = baseCellWidth_ * zoom_;
  pan_ = pan;
  clampPan();
}

Rect MatrixGeometry::body() const {
  return {measures_.rowHeaderWidth, measures_.columnHeaderHeight,
          std::max(0.0F, view_.width - measures_.rowHeaderWidth),
          std::max(0.0F, view_.height - measures_.columnHeaderHeight)};
}

Size MatrixGeometry::content() const {
  return {cellWidth_ * static_cast<float>(columns_) + measures_.trailing, rowTop_.empty() ? 0 : rowTop_.back()};
}

void MatrixGeometry::clampPan() {
  const Rect room = body();
  const Size all = content();
  pan_.x = std::clamp(pan_.x, 0.0F, std::max(0.0F, all.width - room.width));
  pan_.y = std::clamp(pan_.y, 0.0F, std::max(0.0F, all.height - room.height));
}

bool MatrixGeometry::canPan(float dx, float dy) const {
  MatrixGeometry tried = *this;
  return tried.panBy(dx, dy);
}

bool MatrixGeometry::panBy(float dx, float dy) {
  const Point before = pan_;
  pan_.x -= dx;
  pan_.y -= dy;
  clampPan();
  constexpr float kVisible = 0.5F;
  return std::abs(pan_.x - before.x) >= kVisible || std::abs(pan_.y - before.y) >= kVisible;
}

void MatrixGeometry::reveal(int row, int column) {
  const Rect room = body();
  if (column >= 0) {
    const Rect where = cell(0, column);
    if (where.x < room.x) pan_.x -= room.x - where.x;
    if (where.right() > room.right()) pan_.x += std::min(where.right() - room.right(), where.x - room.x);
  }
  if (row >= 0) {
    const Rect where = rowHeader(row);
    if (where.y < room.y) pan_.y -= room.y - where.y;
    if (where.bottom() > room.bottom()) pan_.y += std::min(where.bottom() - room.bottom(), where.y - room.y);
  }
  clampPan();
}

Rect MatrixGeometry::cell(int row, int column) const {
  const float top = rowTop_[static_cast<size_t>(row)];
  return {measures_.rowHeaderWidth + cellWidth_ * static_cast<float>(column) - pan_.x,
          measures_.columnHeaderHeight + top - pan_.y, cellWidth_, rowTop_[static_cast<size_t>(row) + 1] - top};
}

Rect MatrixGeometry::rowHeader(int row) const {
  const Rect at = cell(row, 0);
  // A heading row has no cells: its header reaches across the whole view.
  const bool isGroup = rowIsGroup_[static_cast<size_t>(row)];
  return {0, at.y, isGroup ? view_.width : measures_.rowHeaderWidth, at.height};
}

Rect MatrixGeometry::columnHeader(int column) const {
  return {measures_.rowHeaderWidth + cellWidth_ * static_cast<float>(column) - pan_.x, 0, cellWidth_,
          measures_.columnHeaderHeight};
}

int MatrixGeometry::rowAt(float y) const {
  const float inContent = y - measures_.columnHeaderHeight + pan_.y;
  const auto after = std::upper_bound(rowTop_.begin(), rowTop_.end(), inContent);
  if (after == rowTop_.begin() || after == rowTop_.end()) return -1;
  return static_cast<int>(after - rowTop_.begin()) - 1;
}

MatrixGeometry::Hit MatrixGeometry::hit(Point point) const {
  Hit none;
  if (!Rect{0, 0, view_.width, view_.height}.contains(point)) return none;
  const bool inRowHeader = point.x < measures_.rowHeaderWidth;
  const bool inColumnHeader = point.y < measures_.columnHeaderHeight;
  if (inRowHeader && inColumnHeader) return none;

  const float inContent = point.x - measures_.rowHeaderWidth + pan_.x;
  int column = inRowHeader ? -1 : static_cast<int>(std::floor(inContent / cellWidth_));
  if (column >= columns_) column = -1;
  if (inColumnHeader) {
    if (column < 0) return none;
    return {Hit::Part::kColumnHeader, -1, column};
  }
  const int row = rowAt(point.y);
  if (row < 0) return none;
  if (inRowHeader || rowIsGroup_[static_cast<size_t>(row)]) return {Hit::Part::kRowHeader, row, -1};
  if (column < 0) return none;
  return {Hit::Part::kCell, row, column};
}

int MatrixGeometry::firstVisibleColumn() const {
  return std::clamp(static_cast<int>(std::floor(pan_.x / cellWidth_)), 0, std::max(0, columns_ - 1));
}

int MatrixGeometry::lastVisibleColumn() const {
  const int last = static_cast<int>(std::ceil((pan_.x + body().width) / cellWidth_)) - 1;
  return std::clamp(last, 0, std::max(0, columns_ - 1));
}

}  // namespace wsis
