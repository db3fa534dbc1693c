// The legend below the matrix: samples of its cells, drawn by the same painter, with their meaning.
#pragma once

#include "core/views/matrix_view.h"
#include "shell/picture/paint.h"

namespace wsis {

/// Height that the legend needs at a width, in logical pixels; `reserved` is kept free at the end of its last row.
float legendHeight(const Paint& paint, const MatrixView& view, float width, float reserved);

void paintLegend(const Paint& paint, const MatrixView& view, const Rect& area);

}  // namespace wsis
