#include "shell/picture/facet_picture.h"

#include <algorithm>

namespace wsis {
namespace {

constexpr size_t kShortList = 8;
constexpr std::string_view kFold = "facets?fold=";
constexpr std::string_view kAll = "facets?all=";

void paintCheck(const Paint& paint, const Rect& box, bool checked) {
  paint.fill(box, checked ? paint.colours.accent : paint.colours.surface, 4);
  paint.outline(box, checked ? paint.colours.accent : paint.colours.outline, 4, 1.3F);
  if (!checked) return;
  const float s = box.width;
  const Colour ink = inkOn(paint.colours.accent);
  // A tick is the same in every direction of reading.
  const Rect t = paint.turned(box);
  const ImU32 colour = toImColour(ink);
  paint.list.AddLine({t.x + s * 0.24F, t.y + s * 0.52F}, {t.x + s * 0.43F, t.y + s * 0.72F}, colour, 2);
  paint.list.AddLine({t.x + s * 0.43F, t.y + s * 0.72F}, {t.x + s * 0.77F, t.y + s * 0.3F}, colour, 2);
}

}  // namespace

void FacetPicture::paint(const Paint& paint, const AwardsView& view, const Rect& area, uint32_t (*goalColour)(int)) {
  area_ = area;
  const float scale = paint.textScale;
  const TextStyle title{13.5F * scale, true};
  const TextStyle text{13 * scale, false};
  const TextStyle strong{13 * scale, true};
  const TextStyle small{11.5F * scale, false, 1.35F};
  const float row = 26 * scale;
  const float inset = 12;
  paint.fill(area, paint.colours.surface, 10);
  paint.pushClip(area);
  float y = area.y + 10 - scroll_;
  const float wide = area.width - 2 * inset;
  for (const FacetGroup& group : view.facets) {
    if (group.choices.empty()) continue;
    const bool folded = folded_.count(group.key) > 0 && group.clearCommand.empty();
    const Rect head{area.x + inset, y, wide, 28 * scale};
    paint.write({head.x + 16, head.y + 5 * scale}, group.title, title, paint.colours.ink);
    const Point mark{head.x + 5, head.y + 14 * scale};
    if (folded) {
      paint.triangle({mark.x - 3, mark.y - 4}, {mark.x - 3, mark.y + 4}, {mark.x + 3, mark.y}, paint.colours.inkQuiet);
    } else {
      paint.triangle({mark.x - 4, mark.y - 2}, {mark.x + 4, mark.y - 2}, {mark.x, mark.y + 4}, paint.colours.inkQuiet);
    }
    paint.items.add(group.key + "-head", std::string(kFold) + group.key, head, area);
    y += head.height;
    if (folded) {
      y += 4;
      continue;
    }
    if (!group.note.empty()) {
      y += paint.writeWrapped({area.x + inset, y}, group.note, small, wide, paint.colours.inkQuiet) + 4;
    }
    const bool all = group.choices.size() <= kShortList + 1 || whole_.count(group.key) > 0;
    for (size_t i = 0; i < group.choices.size(); ++i) {
      const FacetChoice& choice = group.choices[i];
      if (!all && i >= kShortList && !choice.chosen) continue;
      const Rect line{area.x + inset - 4, y, wide + 8, row};
      if (line.bottom() > area.y && line.y < area.bottom()) {
        if (line.contains(paint.pointer)) paint.fill(line, paint.colours.raised, 5);
        const float side = 16 * scale;
        paintCheck(paint, {line.x + 4, line.y + (row - side) / 2, side, side}, choice.chosen);
        float x = line.x + side + 12;
        if (choice.goal > 0) {
          const Rect swatch{x, line.y + row / 2 - 5 * scale, 10 * scale, 10 * scale};
          paint.fill(swatch, goalColour(choice.goal), 2);
          x += 16 * scale;
        }
        const std::string count = std::to_string(choice.count);
        const float countWide = paint.text.width(count, text);
        const float most = line.right() - 6 - countWide - 8 - x;
        paint.write({x, line.y + 5 * scale}, paint.text.fit(choice.text, choice.chosen ? strong : text, most),
                    choice.chosen ? strong : text, paint.colours.ink);
        paint.write({line.right() - 6 - countWide, line.y + 5 * scale}, count, text, paint.colours.inkQuiet);
        paint.items.add(choice.key, choice.command, line, area);
      }
      y += row;
    }
    if (!all) {
      const Rect line{area.x + inset, y, wide, row};
      const std::string more = "+ " + std::to_string(group.choices.size() - kShortList);
      paint.write({line.x + 8, line.y + 4 * scale}, more, strong, paint.colours.accent);
      paint.items.add(group.key + "-all", std::string(kAll) + group.key, line, area);
      y += row;
    }
    y += 8;
  }
  height_ = y + scroll_ - area.y + 8;
  paint.popClip();
  scroll_ = std::clamp(scroll_, 0.0F, std::max(0.0F, height_ - area.height));
}

bool FacetPicture::scrollBy(float dy) {
  const float before = scroll_;
  scroll_ = std::clamp(scroll_ - dy, 0.0F, std::max(0.0F, height_ - area_.height));
  return scroll_ != before;
}

bool FacetPicture::press(std::string_view command) {
  const auto toggle = [](auto& set, std::string_view key) {
    if (const auto at = set.find(key); at != set.end()) {
      set.erase(at);
    } else {
      set.emplace(key);
    }
  };
  if (command.substr(0, kFold.size()) == kFold) {
    toggle(folded_, command.substr(kFold.size()));
    return true;
  }
  if (command.substr(0, kAll.size()) == kAll) {
    toggle(whole_, command.substr(kAll.size()));
    return true;
  }
  return false;
}

}  // namespace wsis
