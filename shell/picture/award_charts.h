// Two small pictures above the list of awards: the years as bars that a drag can sweep over, and the countries as
// squares in a block for each ITU region.
#pragma once

#include <string>

#include "core/views/awards_view.h"
#include "shell/picture/paint.h"

namespace wsis {

float yearStripHeight(const Paint& paint);
void paintYearStrip(const Paint& paint, const FacetGroup& years, const Rect& area, const Rect& clip, const Rect* sweep);
/// The command that chooses all years between two places of the strip; empty where it holds none.
std::string sweepCommand(const FacetGroup& years, const Rect& area, float from, float to);

/// The height that the map takes in a width.
float mapHeight(const Paint& paint, const std::vector<MapBlock>& map, float width);
void paintMap(const Paint& paint, const std::vector<MapBlock>& map, const Rect& area, const Rect& clip);

}  // namespace wsis
