#include "shell/picture/cell_painter.h"

#include <algorithm>
#include <cmath>

namespace wsis {

namespace {

// A broken line round what is not agreed.
void dashedOutline(const Paint& paint, const Rect& r, Colour colour, float radius, float thickness) {
  ImDrawList& list = paint.list;
  const Rect turned = paint.turned(r);
  list.PathRect({turned.x, turned.y}, {turned.right(), turned.bottom()}, radius);
  const ImVector<ImVec2> corners = list._Path;
  list.PathClear();
  constexpr float kDash = 4, kGap = 3;
  float along = 0;  // position in the pattern
  const auto at = [](const ImVec2& a, const ImVec2& b, float t) {
    return ImVec2(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
  };
  for (int i = 0; i < corners.Size; ++i) {
    const ImVec2 a = corners[i];
    const ImVec2 b = corners[(i + 1) % corners.Size];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    for (float done = 0; done < length;) {
      const bool drawn = along < kDash;
      const float step = std::min(length - done, (drawn ? kDash : kDash + kGap) - along);
      if (drawn) {
        list.AddLine(at(a, b, done / length), at(a, b, (done + step) / length), toImColour(colour), thickness);
      }
      done += step;
      along += step;
      if (along >= kDash + kGap - 0.01F) along = 0;
    }
  }
}

constexpr float kBar = 12;  // narrower cells are bars without text

// A single target is a bar from top to bottom, the goal as a whole half as high, a partial link broken in its middle.
void paintBar(const Paint& paint, const Rect& box, const CellLook& look) {
  const bool whole = look.sign == CellSign::kWholeGoal;
  const float high = whole ? box.height * 0.34F : box.height - 3;
  const float gap = std::min(1.0F, box.width / 6);
  const Rect bar{box.x + gap, box.centre().y - high / 2, box.width - 2 * gap, high};
  const Colour colour = whole ? paint.colours.heat[3] : heatColour(paint.colours, look.count);
  if (!look.partial) return paint.fill(bar, colour, 1);
  const float part = high * 0.36F;
  paint.fill({bar.x, bar.y, bar.width, part}, colour, 1);
  paint.fill({bar.x, bar.bottom() - part, bar.width, part}, colour, 1);
}

}  // namespace

void paintCell(const Paint& paint, const Rect& box, const CellLook& look) {
  const float side = std::min(box.width, box.height);
  if (look.sign == CellSign::kNone) {
    // A gap is marked too, or an empty corner of the matrix would look like a hole in the picture.
    if (side >= 12) {
      paint.dot(box.centre(), 1.5F, paint.colours.outline, 0.55F);
    }
    return;
  }
  if (look.sign == CellSign::kGap) {
    if (box.width < kBar) return;
    const Rect frame = box.inset(2);
    dashedOutline(paint, frame, paint.colours.accent, std::min(4.0F, side / 5), side >= 12 ? 1.5F : 1.0F);
    const TextStyle style{std::clamp(side * 0.5F, 10.0F, 15.0F * paint.textScale), true};
    if (side >= 14) paint.writeCentred(frame, look.text, style, paint.colours.ink);
    return;
  }
  if (box.width < kBar) return paintBar(paint, box, look);
  const float gap = side >= 12 ? 1.5F : 0.5F;
  const Rect shape = box.inset(gap);
  const bool whole = look.sign == CellSign::kWholeGoal;
  const float radius = whole ? std::min(shape.height, shape.width) / 2 : std::min(4.0F, side / 5);
  const Colour heat = heatColour(paint.colours, look.count);
  paint.fill(shape, heat, radius);
  const float thick = side >= 12 ? 2.0F : 1.0F;
  const Colour line = ringOn(paint.colours, heat);
  if (look.partial) {
    dashedOutline(paint, shape.inset(1), line, radius, thick);
  } else if (whole) {
    paint.outline(shape.inset(1), line, radius - 1, thick);
  }
  // Where the whole text is too wide, less of it: the shape still says that the goal is cited as a whole, or partly
  // agreed.
  const TextStyle style{std::clamp(side * 0.5F, 10.0F, 15.0F * paint.textScale), true};
  const std::string_view number = look.text.substr(0, look.text.find_first_not_of("0123456789"));
  const std::string_view withoutStar = look.partial ? look.text.substr(0, look.text.size() - 1) : look.text;
  for (const std::string_view text : {look.text, withoutStar, number}) {
    if (text.empty() || shape.height < style.size || paint.text.width(text, style) > shape.width - 3) continue;
    paint.writeCentred(shape, text, style, inkOn(heat));
    return;
  }
}

}  // namespace wsis
