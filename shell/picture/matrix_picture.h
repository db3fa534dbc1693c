// The matrix on the picture: sticky headers, heat, hover, focus and selection, zoom and pan. It draws a MatrixView;
// which texts and commands there are is decided in core/views.
#pragma once

#include <string>
#include <unordered_map>

#include "core/views/matrix_view.h"
#include "shell/layout/eased.h"
#include "shell/layout/matrix_geometry.h"
#include "shell/picture/paint.h"

namespace wsis {

class MatrixPicture {
 public:
  /// A place in the matrix: -1 as row or column stands for the header.
  struct Place {
    int row = -1;
    int column = -1;

    bool valid() const { return row >= 0 || column >= 0; }
    bool operator==(const Place&) const = default;
  };

  /// Takes a new description; the places of rows and columns glide from their old order to the new one.
  void setView(const MatrixView& view, double now, bool moves);

  /// Draws into `area`. True while something moves.
  bool paint(const Paint& paint, const MatrixView& view, const Rect& area, bool focused);

  Place hovered(Point pointer) const;
  const Rect& area() const { return area_; }

  Place focus() const { return focus_; }
  /// Puts the focus on the item with this key ("cell-C5-9", "row-C5", "col-9"); any other key clears it.
  void focusKey(const MatrixView& view, std::string_view key, bool reveals);
  /// Moves the focus by whole steps, skipping what cannot be reached, and shows it.
  void moveFocus(const MatrixView& view, int rows, int columns);
  void focusEdge(const MatrixView& view, bool last, bool ofMatrix);
  /// Key of the focused item, empty without focus.
  std::string focusedKey(const MatrixView& view) const;

  MatrixGeometry& geometry() { return geometry_; }
  const MatrixGeometry& geometry() const { return geometry_; }
  void requestReveal() { revealPending_ = true; }

 private:
  struct Drawn;
  MatrixMeasures measure(const Paint& paint, const MatrixView& view, const Rect& area);
  void paintBands(const Paint& paint, const MatrixView& view, Place hover) const;
  void paintCells(const Paint& paint, const MatrixView& view) const;
  void paintRowHeaders(const Paint& paint, const MatrixView& view, Place hover) const;
  void paintColumnHeaders(const Paint& paint, const MatrixView& view, Place hover) const;
  void paintGoalColumns(const Paint& paint, const MatrixView& view, Place hover) const;
  void paintTargetColumns(const Paint& paint, const MatrixView& view, Place hover) const;
  void paintFocus(const Paint& paint, const MatrixView& view) const;
  static Place firstFocus(const MatrixView& view);
  void revealSelection(const MatrixView& view);
  Rect placed(const Rect& local) const { return {area_.x + local.x, area_.y + local.y, local.width, local.height}; }
  Rect bodyArea() const { return placed(geometry_.body()); }
  // Where a cell is drawn while the order changes.
  Rect gliding(const MatrixView& view, int row, int column) const;
  float share(double now) const { return glide_.at(now); }

  MatrixGeometry geometry_;
  Rect area_;
  Place focus_;
  std::string levelShown_;
  bool revealPending_ = true;
  bool namesSlanted_ = false;
  bool namesWrapped_ = false;
  Eased glide_{1};
  float glideShare_ = 1;
  std::unordered_map<std::string, int> oldRows_;
  std::unordered_map<std::string, int> oldColumns_;
  std::unordered_map<std::string, int> rows_;
  std::unordered_map<std::string, int> columns_;
};

}  // namespace wsis
