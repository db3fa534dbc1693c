// What opens beside the matrix: the article about the selected cell, action line, goal or target.
#pragma once

#include <optional>

#include "core/data/dataset.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"
#include "core/views/node.h"

namespace wsis {

/// The article for the state's selection; none where nothing is selected.
/// With awards loaded, it lists those of the line as well.
std::optional<Node> describePanel(const Dataset& data, const ViewState& state, const Catalog& catalog,
                                  const AwardsContext& awards = {});

/// The buttons that every open article ends with.
void addPanelActions(Node& article, const ViewState& state, const Catalog& catalog);

/// The articles on their own, as the static pages print them. `headingLevel` is that of the article's title.
Node cellArticle(const Dataset& data, const Catalog& catalog, int line, int goal, int headingLevel,
                 int markedTarget = -1);
Node lineArticle(const Dataset& data, const Catalog& catalog, const ActionLine& line, int headingLevel);
Node goalArticle(const Dataset& data, const Catalog& catalog, int goal, int headingLevel, int markedTarget = -1);

}  // namespace wsis
