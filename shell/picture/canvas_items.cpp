#include "shell/picture/canvas_items.h"

#include <algorithm>

namespace wsis {

void CanvasItems::add(std::string_view key, std::string_view command, const Rect& rect, const Rect& clip) {
  const float left = std::max(rect.x, clip.x);
  const float top = std::max(rect.y, clip.y);
  const float right = std::min(rect.right(), clip.right());
  const float bottom = std::min(rect.bottom(), clip.bottom());
  if (right - left < 1 || bottom - top < 1) return;
  items_.push_back({std::string(key), std::string(command), {left, top, right - left, bottom - top}});
}

const CanvasItem* CanvasItems::at(Point point) const {
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    if (item->rect.contains(point)) return &*item;
  }
  return nullptr;
}

const CanvasItem* CanvasItems::find(std::string_view key) const {
  for (const CanvasItem& item : items_) {
    if (item.key == key) return &item;
  }
  return nullptr;
}

}  // namespace wsis
