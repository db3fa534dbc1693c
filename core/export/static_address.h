// Where the pages of the text edition lie, and which of them answers a command.
#pragma once

#include <string>
#include <string_view>

#include "core/data/dataset.h"

namespace wsis {

std::string matrixPage(Language language);
std::string linePage(Language language, const std::string& id);
std::string goalPage(Language language, int number);
std::string awardsPage(Language language);
/// Projects of one year; 0 for those whose year is not known.
std::string awardYearPage(Language language, int year);
std::string awardPage(Language language, const std::string& id);
/// "about", "sources" or "accessibility"
std::string textPage(Language language, std::string_view name);

/// The page that tells what a command would show, relative to the site's root, with its anchor:
/// "open?line=C5&goal=9" → "en/line-C5.html#panel-C5-9". A command that no page answers leads to the matrix.
std::string staticAddress(const Dataset& data, Language language, std::string_view command);

/// The page of "read?page=about", or "" for any other command.
std::string readPage(Language language, std::string_view command);

/// The path of the same page in another language: "fr/line-C5.html" → "ru/line-C5.html".
std::string samePageIn(const std::string& path, Language language);

}  // namespace wsis
