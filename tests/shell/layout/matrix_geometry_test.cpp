#include "shell/layout/matrix_geometry.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace wsis {
namespace {

using Part = MatrixGeometry::Hit::Part;

// 19 rows as the goal matrix has them (the seventh is C7's heading), in a view of the given size.
MatrixGeometry goalMatrix(Size view, int columns = 17, MatrixMeasures measures = {}) {
  std::vector<bool> rows(19, false);
  rows[6] = true;
  MatrixGeometry geometry;
  geometry.arrange(view, rows, columns, measures);
  return geometry;
}

}  // namespace

TEST_CASE("In a roomy view all cells are inside it") {
  const MatrixGeometry geometry = goalMatrix({1280, 760});
  for (int row = 0; row < 19; ++row) {
    for (int column = 0; column < 17; ++column) {
      const Rect cell = geometry.cell(row, column);
      CHECK(cell.x >= 200);
      CHECK(cell.y >= 100);
      CHECK(cell.right() <= 1280.01F);
      CHECK(cell.bottom() <= 760.01F);
    }
  }
  CHECK_FALSE(geometry.canPan(-100, 0));
  CHECK_FALSE(geometry.canPan(0, -100));
}

TEST_CASE("The middle of every cell and header is hit as itself") {
  const MatrixGeometry geometry = goalMatrix({1280, 760});
  for (int row = 0; row < 19; ++row) {
    CHECK(geometry.hit(geometry.rowHeader(row).centre()) == MatrixGeometry::Hit{Part::kRowHeader, row, -1});
    if (row == 6) continue;
    for (int column = 0; column < 17; ++column) {
      CHECK(geometry.hit(geometry.cell(row, column).centre()) == MatrixGeometry::Hit{Part::kCell, row, column});
    }
  }
  CHECK(geometry.hit(geometry.columnHeader(3).centre()) == MatrixGeometry::Hit{Part::kColumnHeader, -1, 3});
  CHECK(geometry.hit({5, 5}).part == Part::kNothing);
  CHECK(geometry.hit({-1, 300}).part == Part::kNothing);
  CHECK(geometry.hit({400, 5000}).part == Part::kNothing);
}

TEST_CASE("On a phone cells keep their least size and pan under sticky headers") {
  MatrixMeasures measures;
  measures.rowHeaderWidth = 118;
  measures.columnHeaderHeight = 32;
  MatrixGeometry geometry = goalMatrix({348, 480}, 17, measures);
  CHECK(geometry.cellWidth() == 24);
  CHECK(geometry.panBy(-100, 0));
  CHECK(geometry.pan().x == 100);
  // A cell that has moved below the row header is no longer hit there.
  CHECK(geometry.hit({60, 100}).part == Part::kRowHeader);
  CHECK(geometry.panBy(-10000, 0));
  CHECK(geometry.cell(0, 16).right() == Catch::Approx(348));
  CHECK_FALSE(geometry.panBy(-50, 0));
}

TEST_CASE("Zooming keeps what the pointer is on where it is") {
  MatrixMeasures measures;
  measures.leastCellWidth = 4;
  measures.mostCellWidth = 40;
  measures.mostZoom = 8;
  MatrixGeometry geometry = goalMatrix({1200, 700}, 169, measures);
  const float x = 640;
  const float before = (x - 200 + geometry.pan().x) / geometry.cellWidth();
  geometry.zoomBy(3, x);
  CHECK(geometry.zoom() == Catch::Approx(3));
  CHECK((x - 200 + geometry.pan().x) / geometry.cellWidth() == Catch::Approx(before));
  geometry.zoomBy(100, x);
  CHECK(geometry.zoom() == 8);
  geometry.zoomBy(0.0001F, x);
  CHECK(geometry.zoom() == 1);
  CHECK(geometry.pan().x == 0);
}

TEST_CASE("Revealing a cell pans just far enough") {
  MatrixMeasures measures;
  measures.rowHeaderWidth = 100;
  measures.columnHeaderHeight = 30;
  MatrixGeometry geometry = goalMatrix({340, 200}, 17, measures);
  for (const int row : {18, 0, 9}) {
    for (const int column : {16, 0, 8}) {
      geometry.reveal(row, column);
      const Rect cell = geometry.cell(row, column);
      CHECK(cell.x >= 99.9F);
      CHECK(cell.right() <= 340.1F);
      CHECK(cell.y >= 29.9F);
      CHECK(cell.bottom() <= 200.1F);
    }
  }
  const Point before = geometry.pan();
  geometry.reveal(9, 8);
  CHECK(geometry.pan().x == before.x);
  CHECK(geometry.pan().y == before.y);
}

TEST_CASE("A view of one pixel or of no columns harms nothing") {
  MatrixGeometry tiny = goalMatrix({1, 1});
  CHECK(std::isfinite(tiny.cell(0, 0).x));
  CHECK(tiny.hit({0, 0}).part == Part::kNothing);
  MatrixGeometry empty;
  empty.arrange({800, 600}, {}, 0, {});
  CHECK(empty.hit({400, 300}).part == Part::kNothing);
  CHECK(empty.lastVisibleColumn() == 0);
}

TEST_CASE("Only visible columns need drawing") {
  MatrixMeasures measures;
  measures.leastCellWidth = 30;
  MatrixGeometry geometry = goalMatrix({500, 700}, 169, measures);
  CHECK(geometry.firstVisibleColumn() == 0);
  CHECK(geometry.lastVisibleColumn() == 9);
  geometry.panBy(-300, 0);
  CHECK(geometry.firstVisibleColumn() == 10);
  CHECK(geometry.lastVisibleColumn() == 19);
}

}  // namespace wsis
