#include "tests/core/state/state_support.h"

#include <catch2/catch_test_macros.hpp>

#include "core/state/url_codec.h"
#include "tests/core/test_support.h"

namespace wsis::test {

std::vector<ViewState> allSelections() {
  const Dataset& data = realData();
  std::vector<std::string> lines = {""};
  for (const ActionLine& line : data.lines) lines.push_back(line.id);
  for (const ActionLine& group : data.groups) lines.push_back(group.id);
  std::vector<ViewState> out;
  for (const std::string& line : lines) {
    ViewState state;
    state.line = line;
    out.push_back(state);
    for (const Goal& goal : data.goals) {
      state.goal = goal.number;
      state.target.clear();
      out.push_back(state);
      for (const int target : goal.targets) {
        state.target = data.targets[static_cast<size_t>(target)].id;
        out.push_back(state);
      }
    }
  }
  return out;
}

std::vector<ViewState> allSettings() {
  std::vector<ViewState> out;
  ViewState state;
  for (const LanguageInfo& entry : kLanguages) {
    state.language = entry.language;
    for (const Level level : {Level::kGoal, Level::kTarget}) {
      state.level = level;
      for (const MatrixOrder order : {MatrixOrder::kPublished, MatrixOrder::kLinks, MatrixOrder::kSimilar}) {
        state.order = order;
        for (const Theme theme : {Theme::kAuto, Theme::kLight, Theme::kDark, Theme::kContrast}) {
          state.theme = theme;
          for (const bool fold : {false, true}) {
            state.foldC7 = fold;
            for (const bool embed : {false, true}) {
              state.embed = embed;
              out.push_back(state);
            }
          }
        }
      }
    }
  }
  return out;
}

ViewState combine(const ViewState& settings, const ViewState& selection) {
  ViewState state = settings;
  state.line = selection.line;
  state.goal = selection.goal;
  state.target = selection.target;
  return state;
}

ViewState randomState(Random& random) {
  static const std::vector<ViewState> selections = allSelections();
  static const std::vector<ViewState> settings = allSettings();
  return combine(random.oneOf(settings), random.oneOf(selections));
}

void requireValid(const ViewState& state) {
  const Dataset& data = realData();
  INFO(encodeAll(state));
  REQUIRE((state.line.empty() || data.findLine(state.line) >= 0 || data.findGroup(state.line) >= 0));
  REQUIRE((state.goal == 0 || data.findGoal(state.goal) >= 0));
  if (state.target.empty()) return;
  const int target = data.findTarget(state.target);
  REQUIRE(target >= 0);
  REQUIRE(data.findGoal(state.goal) == data.targets[static_cast<size_t>(target)].goal);
}

}  // namespace wsis::test
