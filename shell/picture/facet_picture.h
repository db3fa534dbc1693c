// The facets beside the list of awards: groups that fold, each value a box with its count.
#pragma once

#include <set>
#include <string>

#include "core/views/awards_view.h"
#include "shell/picture/paint.h"

namespace wsis {

class FacetPicture {
 public:
  void paint(const Paint& paint, const AwardsView& view, const Rect& area, uint32_t (*goalColour)(int goal));
  /// False where it could not move.
  bool scrollBy(float dy);
  /// Takes a press of its own ("facets?fold=KEY", "facets?all=KEY"). False for another command.
  bool press(std::string_view command);
  const Rect& area() const { return area_; }

 private:
  Rect area_;
  float scroll_ = 0;
  float height_ = 0;
  std::set<std::string, std::less<>> folded_{"facet-country", "facet-confidence"};
  std::set<std::string, std::less<>> whole_;
};

}  // namespace wsis
