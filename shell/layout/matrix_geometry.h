// Where the rows, columns and cells of the matrix stand: sticky headers, zoom, pan and hit testing. Pure arithmetic in
// logical pixels, relative to the picture's upper left corner; right-to-left layouts mirror the result when drawing.
#pragma once

#include <vector>

#include "shell/layout/geometry.h"

namespace wsis {

struct MatrixMeasures {
  float rowHeaderWidth = 200;
  float columnHeaderHeight = 100;
  float groupRowHeight = 26;  ///< Of a heading row without cells.
  float leastRowHeight = 24;  ///< Also the least height of something that is pressed (WCAG 2.5.8).
  float mostRowHeight = 44;
  float leastCellWidth = 24;  ///< Below it the columns scroll instead of shrinking.
  float mostCellWidth = 96;
  float mostZoom = 3;
  float trailing = 0;  ///< Room kept free to the right of the last column (slanted names).
};

class MatrixGeometry {
 public:
  /// Lays out `rows` (true for a heading row) and `columns` in `view`. Zoom and pan are kept where they still fit.
  void arrange(Size view, const std::vector<bool>& rowIsGroup, int columns, const MatrixMeasures& measures);

  float cellWidth() const { return cellWidth_; }
  float rowHeight() const { return rowHeight_; }
  const MatrixMeasures& measures() const { return measures_; }
  Size view() const { return view_; }

  /// 1 shows as much as the measures allow; measures.mostZoom is the closest.
  float zoom() const { return zoom_; }
  /// Zooms by `factor` so that what stands at `x` stays there.
  void zoomBy(float factor, float x);
  void resetZoom();

  /// Moves the content by (dx, dy) pixels as far as it goes. False where it could not move at all.
  bool panBy(float dx, float dy);
  bool canPan(float dx, float dy) const;
  Point pan() const { return pan_; }
  /// Back to an earlier zoom and pan, as far as they fit.
  void restore(float zoom, Point pan);

  /// Pans just so far that the cell is fully visible. -1 for the row or column leaves that direction alone.
  void reveal(int row, int column);

  /// Rectangles of cells and headers, panned; cells may lie outside the view or below a header.
  Rect cell(int row, int column) const;
  Rect rowHeader(int row) const;
  Rect columnHeader(int column) const;
  Rect corner() const { return {0, 0, measures_.rowHeaderWidth, measures_.columnHeaderHeight}; }
  /// Where cells show: the view less the sticky headers.
  Rect body() const;
  /// Size of all cells together.
  Size content() const;

  struct Hit {
    enum class Part { kNothing, kCell, kRowHeader, kColumnHeader };
    Part part = Part::kNothing;
    int row = -1;
    int column = -1;

    bool operator==(const Hit&) const = default;
  };
  Hit hit(Point point) const;

  /// First and last visible column, for drawing only those.
  int firstVisibleColumn() const;
  int lastVisibleColumn() const;

 private:
  void clampPan();
  int rowAt(float y) const;

  Size view_;
  MatrixMeasures measures_;
  std::vector<float> rowTop_;  // one more than rows: the last is the bottom
  std::vector<bool> rowIsGroup_;
  int columns_ = 0;
  float baseCellWidth_ = 24;
  float cellWidth_ = 24;
  float rowHeight_ = 24;
  float zoom_ = 1;
  Point pan_;
};

}  // namespace wsis
