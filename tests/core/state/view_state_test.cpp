#include "core/state/view_state.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis::test {

TEST_CASE("the first view is the whole matrix, with nothing selected", "[view_state]") {
  const ViewState state;
  CHECK_FALSE(state.hasSelection());
  CHECK_FALSE(state.hasCell());
  CHECK(state.level == Level::kGoal);
  CHECK(state.order == MatrixOrder::kPublished);
  CHECK(state.language == Language::kEnglish);
}

TEST_CASE("a line or a goal alone is a selection, both together are a cell", "[view_state]") {
  ViewState state;
  state.line = "C5";
  CHECK(state.hasSelection());
  CHECK_FALSE(state.hasCell());
  state.goal = 9;
  CHECK(state.hasSelection());
  CHECK(state.hasCell());
  state.line.clear();
  CHECK(state.hasSelection());
  CHECK_FALSE(state.hasCell());
}

}  // namespace wsis::test
