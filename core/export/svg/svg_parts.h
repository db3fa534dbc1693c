// The parts of an exported picture. Each draws from `y` downwards and gives where it ends.
#pragma once

#include "core/data/dataset.h"
#include "core/export/svg/svg_canvas.h"
#include "core/views/awards_view.h"
#include "core/views/matrix_view.h"
#include "core/views/node.h"

namespace wsis {

struct SvgParts {
  SvgCanvas& canvas;
  const Palette& colours;
  const Dataset& data;
  float margin = 32;

  float wide() const { return canvas.width() - 2 * margin; }
  SvgText text(float size) const { return {size, false, colours.ink}; }
  SvgText strong(float size) const { return {size, true, colours.ink}; }
  SvgText quiet(float size) const { return {size, false, colours.inkQuiet}; }
};

float drawMatrix(const SvgParts& parts, const MatrixView& view, float y);
float drawLegend(const SvgParts& parts, const MatrixView& view, float y);
/// Only the cells and the goals' colours, `side` a column wide: the matrix as an emblem.
void drawEmblem(const SvgParts& parts, const MatrixView& view, float x, float y, float wide, float high);
float drawAwards(const SvgParts& parts, const AwardsView& view, float y);
/// An article or section as running text with lists and tables.
float drawArticle(const SvgParts& parts, const Node& article, float y);

}  // namespace wsis
