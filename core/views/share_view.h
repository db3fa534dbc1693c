// Sharing exactly this view: its permanent link, the code to embed it, how to cite it, and what can be saved.
#pragma once

#include <string>
#include <string_view>

#include "core/data/dataset.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/node.h"

namespace wsis {

/// Width of a saved picture (core/export/svg) in pixels at its usual size.
inline constexpr int kPictureWidth = 1760;

/// What only the page knows.
struct Place {
  std::string site;   ///< Address of the site's root, with its slash at the end; or of an explorer in one .html file.
  std::string today;  ///< "2026-11-25"
};

/// A text to hand on: "link", "embed", "apa", "bibtex" or "ris"; "" for anything else. `title` is that of the view.
std::string sharedText(std::string_view what, const Dataset& data, const ViewState& state, const Catalog& catalog,
                       const Place& place, const std::string& title);

/// The article with all of them, each with a button to copy, and buttons to save the data.
Node shareArticle(const Dataset& data, const ViewState& state, const Catalog& catalog, const Place& place,
                  const std::string& title, int headingLevel);

}  // namespace wsis
