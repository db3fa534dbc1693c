// The text edition: pages of plain HTML that need no program. The first page is also what the browser shows until the
// picture comes alive.
#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/export/static_address.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"

namespace wsis {

struct StaticPage {
  std::string path;  ///< Below the site's root: "index.html", "en/line-C5.html".
  std::string root;  ///< From the page back to the site's root: "", "../" or "../../".
  std::string title;
  std::string description;  ///< For search engines.
  std::string content;      ///< HTML inside <main id="content">.
  std::string linkedData;   ///< schema.org as JSON-LD; may be empty.
  std::string card;         ///< Which picture previews of links show (linkCards): "matrix", "awards", "line", "goal".
  bool hasProgram = false;  ///< The page on which the program runs.
};

/// The matrix page of the edition as JSON (elementJson), for a page that was delivered in another language.
std::string matrixPageJson(const Dataset& data, const Catalog& catalog);

/// A picture for previews of links (SVG, 1200 × 630), one for each family of views.
struct LinkCard {
  std::string name;  ///< StaticPage::card
  std::string svg;
};
std::vector<LinkCard> linkCards(const Dataset& data, const Catalog& catalog);

/// Every page of the edition in the Dataset's language: the matrix, each line, goal, year and project, and the pages
/// to read.
std::vector<StaticPage> staticPages(const Dataset& data, const Catalog& catalog, const AwardBase& awards);

}  // namespace wsis
