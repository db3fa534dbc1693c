// One cell of the matrix, also as the legend's sample: heat by the number of cited targets; whole-goal and partly
// agreed links by shape, never by colour alone.
#pragma once

#include <string_view>

#include "core/views/node.h"
#include "shell/picture/paint.h"

namespace wsis {

struct CellLook {
  CellSign sign = CellSign::kNone;
  int count = 0;
  bool partial = false;
  std::string_view text;
};

void paintCell(const Paint& paint, const Rect& box, const CellLook& look);

}  // namespace wsis
