// What every picture is painted with. Pictures work from the reading direction's start to its end; for right-to-left
// languages Paint turns every place round when it draws, so that no picture knows about it.
#pragma once

#include <imgui.h>

#include <string_view>

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
  float width = 0;        ///< Of the whole picture.
  bool mirrored = false;  ///< The language reads from right to left.
  Point pointer{-1, -1};  ///< Outside while no pointer hovers.
  double now = 0;         ///< Seconds.
  bool moves = true;      ///< False under reduced motion.
  float textScale = 1;    ///< The person's own text size against the browser's usual 16 px.

  ImVec2 at(float x, float y) const { return {mirrored ? width - x : x, y}; }
  Rect turned(const Rect& r) const { return mirrored ? Rect{width - r.right(), r.y, r.width, r.height} : r; }

  void fill(const Rect& r, Colour colour, float radius = 0, float alpha = 1) const {
    const Rect t = turned(r);
    list.AddRectFilled({t.x, t.y}, {t.right(), t.bottom()}, toImColour(colour, alpha), radius);
  }
  void outline(const Rect& r, Colour colour, float radius = 0, float thickness = 1) const {
    const Rect t = turned(r);
    list.AddRect({t.x, t.y}, {t.right(), t.bottom()}, toImColour(colour), radius, 0, thickness);
  }
  void line(Point a, Point b, Colour colour, float thickness = 1, float alpha = 1) const {
    list.AddLine(at(a.x, a.y), at(b.x, b.y), toImColour(colour, alpha), thickness);
  }
  void triangle(Point a, Point b, Point c, Colour colour) const {
    list.AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), toImColour(colour));
  }
  void dot(Point centre, float radius, Colour colour, float alpha = 1) const {
    list.AddCircleFilled(at(centre.x, centre.y), radius, toImColour(colour, alpha));
  }
  void pushClip(const Rect& r) const {
    const Rect t = turned(r);
    list.PushClipRect({t.x, t.y}, {t.right(), t.bottom()}, true);
  }
  void popClip() const { list.PopClipRect(); }

  /// One line that begins at `start` (its top).
  void write(Point start, std::string_view line, const TextStyle& style, Colour colour, float alpha = 1) const;
  /// One line in the middle of a box.
  void writeCentred(const Rect& box, std::string_view line, const TextStyle& style, Colour colour) const;
  /// Wrapped lines below each other; gives the height they take.
  float writeWrapped(Point start, std::string_view paragraph, const TextStyle& style, float wide, Colour colour,
                     float alpha = 1) const;
  /// One line that begins at `foot` and rises by `radians` towards the end of the reading direction.
  void writeSlanted(Point foot, std::string_view line, const TextStyle& style, Colour colour, float radians) const;
};

}  // namespace wsis
