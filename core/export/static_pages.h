// The text edition: pages of plain HTML that need no program. The first page is also what the browser shows until the
// picture comes alive.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"
#include "core/text/catalog.h"

namespace wsis {

struct StaticPage {
  std::string path;  ///< Below the site's root: "index.html", "en/line-C5.html".
  std::string root;  ///< From the page back to the site's root: "" or "../".
  std::string title;
  std::string description;  ///< For search engines.
  std::string content;      ///< HTML inside <main id="content">.
  bool hasProgram = false;  ///< The page on which the program runs.
};

/// The page that tells what a command would show, relative to the site's root, with its anchor:
/// "open?line=C5&goal=9" → "en/line-C5.html#panel-C5-9". A command that no page answers leads to the matrix.
std::string staticAddress(const Dataset& data, Language language, std::string_view command);

/// The path of the same page in another language: "fr/line-C5.html" → "ru/line-C5.html".
std::string samePageIn(const std::string& path, Language language);

/// The matrix page of the edition as JSON (elementJson), for a page that was delivered in another language.
std::string matrixPageJson(const Dataset& data, const Catalog& catalog);

/// Every page of the edition in the Dataset's language.
std::vector<StaticPage> staticPages(const Dataset& data, const Catalog& catalog);

}  // namespace wsis
