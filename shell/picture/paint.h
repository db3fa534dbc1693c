// What every picture is painted with: the draw list, the text, the colours, the reading direction and the pointer.
#pragma once

#include <imgui.h>

#include "core/views/palette.h"
#include "shell/layout/geometry.h"
#include "shell/picture/canvas_items.h"
#include "shell/picture/text_painter.h"

namespace wsis {

struct Paint {
  ImDrawList& list;
  TextPainter& text;
  const Palette& colours;
  CanvasItems& items;
  Point pointer{-1, -1};  ///< Far outside while no pointer hovers.
  double now = 0;         ///< Seconds.
  bool moves = true;      ///< False under reduced motion.
  float textScale = 1;    ///< The person's own text size against the browser's usual 16 px.

  void fill(const Rect& r, Colour colour, float radius = 0, float alpha = 1) const {
    list.AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), toImColour(colour, alpha), radius);
  }
  void outline(const Rect& r, Colour colour, float radius = 0, float thickness = 1) const {
    list.AddRect(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), toImColour(colour), radius, 0, thickness);
  }
  void pushClip(const Rect& r) const { list.PushClipRect(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), true); }
  void popClip() const { list.PopClipRect(); }
};

}  // namespace wsis
