// The open article on the picture: headings, texts, lists of targets and sources, drawn from its Node tree into a card
// with a scrolling body and a fixed foot for its buttons.
#pragma once

#include "core/views/node.h"
#include "shell/picture/paint.h"

namespace wsis {

class PanelPicture {
 public:
  /// Another article begins at its top.
  void setArticle(const Node* article);

  void paint(const Paint& paint, const Node& article, const Rect& area, uint32_t (*goalColour)(int goal));

  /// Scrolls by `dy` pixels. False where it could not move.
  bool scrollBy(float dy);
  const Rect& area() const { return area_; }

 private:
  Rect area_;
  std::string key_;
  float scroll_ = 0;
  float contentHeight_ = 0;
  float bodyHeight_ = 0;
};

}  // namespace wsis
