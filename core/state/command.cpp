#include "core/state/command.h"

namespace wsis {

Command parseCommand(std::string_view text) {
  const size_t mark = text.find('?');
  const std::string_view name = text.substr(0, mark);
  Command command;
  if (name == "open") command.name = Command::Name::kOpen;
  if (name == "close") command.name = Command::Name::kClose;
  if (name == "set") command.name = Command::Name::kSet;
  if (name == "reset") command.name = Command::Name::kReset;
  if (mark != text.npos) command.arguments = text.substr(mark + 1);
  return command;
}

namespace {

void clearSelection(ViewState& state) {
  state.line.clear();
  state.goal = 0;
  state.target.clear();
}

// Back and forward should move between things a person looked at, not between settings of the same picture.
HistoryStep historyStep(const ViewState& before, const ViewState& after) {
  if (before == after) return HistoryStep::kNone;
  const bool moved = before.view != after.view || before.line != after.line || before.goal != after.goal ||
                     before.target != after.target || before.level != after.level;
  return moved ? HistoryStep::kPush : HistoryStep::kReplace;
}

}  // namespace

Applied apply(const Dataset& data, const ViewState& state, const Command& command) {
  Applied applied{state, HistoryStep::kNone, {}};
  ViewState& next = applied.state;
  switch (command.name) {
    case Command::Name::kNone:
      return applied;
    case Command::Name::kOpen:
    case Command::Name::kSet: {
      ViewState base = state;
      if (command.name == Command::Name::kOpen) clearSelection(base);
      DecodedState decoded = decodeQuery(data, command.arguments, base);
      next = decoded.state;
      applied.dropped = std::move(decoded.dropped);
      break;
    }
    case Command::Name::kClose:
      clearSelection(next);
      break;
    case Command::Name::kReset:
      next = ViewState{};
      next.language = state.language;
      next.theme = state.theme;
      next.embed = state.embed;
      break;
  }
  applied.history = historyStep(state, next);
  return applied;
}

}  // namespace wsis
