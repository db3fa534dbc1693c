#include "core/views/matrix_view.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/views/session.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

MatrixView matrix(std::string_view query) {
  return Session(test::realData(), test::realCatalog(), {}, query).page().matrix;
}

const MatrixCell& cellWithKey(const MatrixView& view, std::string_view key) {
  for (const MatrixCell& cell : view.cells) {
    if (cell.key == key) return cell;
  }
  FAIL("there is no cell " << key);
  return view.cells.front();
}

}  // namespace

TEST_CASE("The goal matrix has 18 lines and a heading for C7, by 17 goals") {
  const MatrixView view = matrix("");
  REQUIRE(view.rows.size() == 19);
  REQUIRE(view.columns.size() == 17);
  CHECK(view.cells.size() == 19 * 17);
  CHECK(view.rows[6].kind == MatrixRow::Kind::kGroup);
  CHECK(view.rows[7].indented);
  CHECK(view.rows[0].key == "row-C1");
  CHECK(view.columns[8].key == "col-9");
}

TEST_CASE("A cell says how many targets it cites and which") {
  const MatrixView view = matrix("");
  const MatrixCell& cell = cellWithKey(view, "cell-C5-9");
  CHECK(cell.text == "2");
  CHECK(cell.label == "C5, Goal 9: 2 targets, 9.1 and 9.c");
  CHECK(cell.command == "open?line=C5&goal=9");
  CHECK(cell.sign() == CellSign::kTargets);
}

TEST_CASE("Whole goals, partial links and gaps are marked in words and signs") {
  const MatrixView view = matrix("");
  CHECK(cellWithKey(view, "cell-C3-1").text == "G");
  CHECK(cellWithKey(view, "cell-C3-1").sign() == CellSign::kWholeGoal);
  CHECK(cellWithKey(view, "cell-C7-ehea-3").text == "2+G");
  CHECK(cellWithKey(view, "cell-C8-9").text == "G*");
  CHECK(cellWithKey(view, "cell-C8-9").label == "C8, Goal 9: the goal as a whole (not all tables agree) – G*");
  CHECK(cellWithKey(view, "cell-C11-2").sign() == CellSign::kNone);
  CHECK(cellWithKey(view, "cell-C11-2").label == "C11, Goal 2: no link");
}

TEST_CASE("The cells add up to the document's own figures") {
  const MatrixView view = matrix("");
  int linked = 0;
  int pairs = 0;
  int whole = 0;
  int partial = 0;
  for (const MatrixCell& cell : view.cells) {
    linked += cell.linked ? 1 : 0;
    pairs += cell.count;
    whole += cell.wholeGoal ? 1 : 0;
    partial += cell.partial ? 1 : 0;
  }
  CHECK(linked == 124);
  CHECK(pairs == 163);
  CHECK(whole == 25);
  CHECK(partial == 5);
}

TEST_CASE("At target level there are 169 columns and the same 163 pairs") {
  const MatrixView view = matrix("level=target");
  REQUIRE(view.columns.size() == 169);
  int pairs = 0;
  for (const MatrixCell& cell : view.cells) pairs += cell.count;
  CHECK(pairs == 163);
  CHECK(cellWithKey(view, "cell-C5-9.c").label == "C5, Target 9.c: target cited");
}

TEST_CASE("Folding C7 makes one row that unites its fields") {
  const MatrixView view = matrix("fold=C7");
  CHECK(view.rows.size() == 11);
  std::set<int> cited;
  const Dataset& data = test::realData();
  for (const Link& link : data.links) {
    if (data.lines[static_cast<size_t>(link.line)].parent == "C7" && link.goal == 2) {
      cited.insert(link.targets.begin(), link.targets.end());
    }
  }
  CHECK(cellWithKey(view, "cell-C7-3").count == static_cast<int>(cited.size()));
}

TEST_CASE("Every ordering shows the same cells") {
  const auto keys = [](const MatrixView& view) {
    std::set<std::string> out;
    for (const MatrixCell& cell : view.cells) out.insert(cell.key + cell.text);
    return out;
  };
  const std::set<std::string> published = keys(matrix(""));
  // Only the published order has C7's heading, whose cells are blank.
  std::set<std::string> withoutBlank = published;
  withoutBlank.erase("");
  CHECK(keys(matrix("sort=links")) == withoutBlank);
  CHECK(keys(matrix("sort=similar")) == withoutBlank);
  CHECK(matrix("sort=links").rows.front().key == "row-C3");
}

TEST_CASE("The selection marks its row, its column and its cell") {
  const MatrixView view = matrix("line=C5&goal=9");
  int rows = 0;
  int columns = 0;
  int cells = 0;
  for (const MatrixRow& row : view.rows) rows += row.selected ? 1 : 0;
  for (const MatrixColumn& column : view.columns) columns += column.selected ? 1 : 0;
  for (const MatrixCell& cell : view.cells) cells += cell.selected ? 1 : 0;
  CHECK(rows == 1);
  CHECK(columns == 1);
  CHECK(cells == 1);
  CHECK(cellWithKey(view, "cell-C5-9").selected);
}

}  // namespace wsis
