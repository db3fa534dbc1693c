// What a person can do. A Command is written "name?key=value&…", so that a link, a button, a key, the embed API and a
// test all say it in the same way; apply() is the only thing that changes a ViewState.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"
#include "core/state/url_codec.h"
#include "core/state/view_state.h"

namespace wsis {

struct Command {
  enum class Name {
    kNone,   ///< An unknown command: nothing happens.
    kOpen,   ///< open?line=&goal=&target=&award=&view=  selects; what is not named is cleared.
    kClose,  ///< close  clears the selection.
    kSet,    ///< set?PARAMETER=VALUE&…  changes any parameters of the URL; an empty value resets.
    kShow,   ///< show?PARAMETER=VALUE&…  exactly this view; language, theme, embedding and presenting stay.
    kReset,  ///< reset  back to the first view; language, theme and embedding stay.
  };
  Name name = Name::kNone;
  std::string arguments;  ///< As in a URL query.
};

/// "open?line=C5&goal=9" → Command.
Command parseCommand(std::string_view text);

/// How the change should stand in the browser's history.
enum class HistoryStep { kNone, kReplace, kPush };

struct Applied {
  ViewState state;
  HistoryStep history = HistoryStep::kNone;
  std::vector<DroppedValue> dropped;
};

/// The state after `command`. Never fails: what cannot be used is left out and listed in `dropped`.
Applied apply(const Dataset& data, const ViewState& state, const Command& command);

}  // namespace wsis
