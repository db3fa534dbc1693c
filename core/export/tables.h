// The data as files to work with elsewhere: CSV (RFC 4180, UTF-8) and JSON.
#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"

namespace wsis {

/// One row a link of the matrix: line, goal, targets, whole goal, agreement, rationale, sources.
std::string linksCsv(const Dataset& data);
std::string linksJson(const Dataset& data);

/// One row a project, in the order of `records`. The columns are those that a file of one's own may have
/// (docs/DATA.md), so that what was saved can be opened again.
std::string projectsCsv(const Dataset& data, const AwardBase& base, const std::vector<uint32_t>& records);
std::string projectsJson(const Dataset& data, const AwardBase& base, const std::vector<uint32_t>& records);

/// A cell of a CSV: quoted where it must be; what a spreadsheet would run as a formula begins with an apostrophe.
std::string csvCell(std::string_view text);

}  // namespace wsis
