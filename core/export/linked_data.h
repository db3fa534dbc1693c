// What a page is about, for machines: schema.org as JSON-LD. Only what the data state.
#pragma once

#include <string>

#include "core/data/dataset.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"

namespace wsis {

/// The whole collection: a Dataset with version, languages, sources and the files to download from `root`.
std::string datasetLinkedData(const Dataset& data, const Catalog& catalog, const std::string& root);

/// A page that tells about something the dataset holds (an action line, a goal).
std::string workLinkedData(const Catalog& catalog, const std::string& name, const std::string& about);

/// A project as a CreativeWork with its organisation, country and award.
std::string awardLinkedData(const Catalog& catalog, const AwardBase& base, uint32_t record);

}  // namespace wsis
