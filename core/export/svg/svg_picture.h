// What is shown as one picture for slides, reports and posters: title, matrix or awards, what is open, legend, source,
// date and version. Texts stay texts.
#pragma once

#include <string>

#include "core/data/dataset.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/page_view.h"
#include "core/views/share_view.h"

namespace wsis {

/// An SVG document of the page, in the colours of the state's theme (light where it follows the browser), as high as
/// its content needs. It ends with the link to the same view and the date of today.
std::string svgPicture(const Dataset& data, const ViewState& state, const Catalog& catalog, const PageView& page,
                       const Place& place);

/// A picture of 1200 × 630 for previews of links (Open Graph): the matrix in small with a title beside it.
std::string svgCard(const Dataset& data, const Catalog& catalog, const PageView& page, const std::string& title,
                    const std::string& text);

}  // namespace wsis
