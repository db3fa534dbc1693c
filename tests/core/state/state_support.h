// What the tests of the state share: every selection that the data allows, and what must hold for any state.
#pragma once

#include <string>
#include <vector>

#include "core/state/view_state.h"
#include "tests/core/random_support.h"

namespace wsis::test {

/// Every selection of the real data: no line, each line and each group, with no goal, each goal and each target.
std::vector<ViewState> allSelections();

/// Every combination of the settings that select nothing: language, level, order, folding, theme, embedding.
std::vector<ViewState> allSettings();

/// The settings of `settings` with the selection of `selection`.
ViewState combine(const ViewState& settings, const ViewState& selection);

/// Any state that the real data allows.
ViewState randomState(Random& random);

/// Fails the test where the state names what the real data does not have, or a target without its goal.
void requireValid(const ViewState& state);

}  // namespace wsis::test
