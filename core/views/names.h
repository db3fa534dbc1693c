// How the explorer names things in running text: "C7 E-health", "Goal 9", "9.1 and 9.c".
#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/text/catalog.h"

namespace wsis {

/// "C5", or "C7 E-health" for one of the eight fields of C7.
std::string lineCode(const ActionLine& line);

/// "C5 Trust and security", "C7 E-health"
std::string lineTitle(const ActionLine& line);

/// "Goal 9 Industry, innovation and infrastructure"
std::string goalTitle(const Catalog& catalog, const Goal& goal);

/// "Goal 9"
std::string goalCode(const Catalog& catalog, const Goal& goal);

/// "9.1 and 9.c", in the language's way.
std::string listOf(const Catalog& catalog, const std::vector<std::string>& items);

/// "(in English)" behind a text that is in another language than the page; empty where it is not.
std::string foreignNote(const Catalog& catalog, Language language);

/// An agency's acronym in the catalog's language: "UN DESA" → "DAES (ONU)".
std::string agencyName(const Catalog& catalog, std::string_view agency);

/// Ids of targets by index.
std::vector<std::string> targetIds(const Dataset& data, const std::vector<int>& targets);

/// What a link cites: "2 targets, 9.1 and 9.c", "the goal as a whole", or both; "no link" for null.
std::string linkContent(const Dataset& data, const Catalog& catalog, const Link* link);

}  // namespace wsis
