// The things on the picture that a person can press: each frame lists them with name, state and rectangle. Pressing,
// the hand cursor and the browser tests all go by this one list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/layout/geometry.h"

namespace wsis {

struct CanvasItem {
  std::string key;      ///< That of the Node or cell it draws.
  std::string command;  ///< What pressing it does.
  Rect rect;            ///< On the picture, already clipped.
};

class CanvasItems {
 public:
  void clear() { items_.clear(); }

  /// Lists an item; what lies outside `clip` does not count. Later items lie above earlier ones.
  void add(std::string_view key, std::string_view command, const Rect& rect, const Rect& clip);

  /// The topmost item at a point, or null.
  const CanvasItem* at(Point point) const;
  const CanvasItem* find(std::string_view key) const;

 private:
  std::vector<CanvasItem> items_;
};

}  // namespace wsis
