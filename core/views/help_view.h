// The keys: which there are, what each does, and the article that lists them.
#pragma once

#include <string>
#include <string_view>

#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/node.h"

namespace wsis {

/// The command of a single-letter key ("?", "/", "m"), or "" where it has none or they are switched off.
std::string shortcutCommand(const ViewState& state, std::string_view key);

/// The help: keys, single letters and the pages to read.
Node helpArticle(const Catalog& catalog, int headingLevel);

/// The button that switches single letters on and off.
Node lettersSwitch(const ViewState& state, const Catalog& catalog);

/// Links to the pages that need no program: about, sources, accessibility. Their command is "read?page=about".
Node pageLinks(const Catalog& catalog, const std::string& keyPrefix);

}  // namespace wsis
