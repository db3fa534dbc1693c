// Articles to read rather than to explore: about, sources, accessibility.
#pragma once

#include "core/data/dataset.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"
#include "core/views/node.h"

namespace wsis {

Node aboutArticle(const Dataset& data, const Catalog& catalog, int headingLevel);

/// Every source with what rests on it: records of the matrix counted by source, projects by the site they come from.
Node sourcesArticle(const Dataset& data, const Catalog& catalog, const AwardBase& base, int headingLevel);

/// What was tested and how, and what does not work.
Node accessibilityArticle(const Dataset& data, const Catalog& catalog, int headingLevel);

/// Projects as a list of links with organisation, country and status; `records` in the order they are to stand.
Node awardLinks(const Catalog& catalog, const AwardBase& base, const std::vector<uint32_t>& records);

}  // namespace wsis
