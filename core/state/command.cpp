#include "core/state/command.h"

namespace wsis {

Command parseCommand(std::string_view text) {
  const size_t mark = text.find('?');
  const std::string_view name = text.substr(0, mark);
  Command command;
  if (name == "open") command.name = Command::Name::kOpen;
  if (name == "close") command.name = Command::Name::kClose;
  if (name == "set") command.name = Command::Name::kSet;
  if (name == "show") command.name = Command::Name::kShow;
  if (name == "reset") command.name = Command::Name::kReset;
  if (mark != text.npos) command.arguments = text.substr(mark + 1);
  return command;
}

namespace {

void clearSelection(ViewState& state) {
  state.line.clear();
  state.goal = 0;
  state.target.clear();
  state.award.clear();
  state.compare.clear();
  state.help = state.share = false;
}

// The first view with the settings of another: language, colours, what surrounds it.
ViewState settingsOf(const ViewState& state) {
  ViewState kept;
  kept.language = state.language;
  kept.theme = state.theme;
  kept.letters = state.letters;
  kept.embed = state.embed;
  kept.controls = state.controls;
  kept.search = state.search;
  kept.plain = state.plain;
  kept.present = state.present;
  kept.kiosk = state.kiosk;
  kept.dataVersion = state.dataVersion;  // the data stay those that were loaded
  return kept;
}

// What is not named by "open" is cleared; going to another view that way carries nothing over.
ViewState baseOfOpen(const Dataset& data, const ViewState& state, std::string_view arguments) {
  ViewState base = state;
  const size_t at = arguments.find("view=");
  const bool namesView = at != arguments.npos && (at == 0 || arguments[at - 1] == '&');
  if (namesView) base = decodeQuery(data, arguments.substr(at, arguments.find('&', at) - at), base).state;
  clearSelection(base);
  if (base.view != state.view) {
    for (const Facet facet : {Facet::kLine, Facet::kGoal, Facet::kTarget}) base.chosen(facet).clear();
  }
  return base;
}

// Back and forward should move between things a person looked at, not between settings of the same picture.
HistoryStep historyStep(const ViewState& before, const ViewState& after) {
  if (before == after) return HistoryStep::kNone;
  const bool moved = before.view != after.view || before.line != after.line || before.goal != after.goal ||
                     before.target != after.target || before.level != after.level || before.award != after.award ||
                     before.facets != after.facets || before.metric != after.metric ||
                     before.compare != after.compare || before.help != after.help;
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
      const bool isOpen = command.name == Command::Name::kOpen;
      const ViewState base = isOpen ? baseOfOpen(data, state, command.arguments) : state;
      DecodedState decoded = decodeQuery(data, command.arguments, base);
      next = decoded.state;
      applied.dropped = std::move(decoded.dropped);
      break;
    }
    case Command::Name::kShow: {
      DecodedState decoded = decodeQuery(data, command.arguments, settingsOf(state));
      next = decoded.state;
      applied.dropped = std::move(decoded.dropped);
      break;
    }
    case Command::Name::kClose:
      if (state.share) {
        next.share = false;  // what lies under it stays open
      } else {
        clearSelection(next);
      }
      break;
    case Command::Name::kReset:
      next = settingsOf(state);
      break;
  }
  applied.history = historyStep(state, next);
  return applied;
}

}  // namespace wsis
