// The awards on the picture: what is found, filters in force, years, the map, and cards. One column scrolls; only the
// cards in sight are described and drawn, so that a million make no difference.
#pragma once

#include <functional>
#include <string>

#include "core/views/awards_view.h"
#include "shell/picture/facet_picture.h"
#include "shell/picture/paint.h"

namespace wsis {

class AwardsPicture {
 public:
  using CardAt = std::function<AwardCard(size_t place)>;

  /// Another answer begins at its top; the same one with another card open stays where it is.
  void viewChanged(const AwardsView& view);
  void paint(const Paint& paint, const AwardsView& view, const Rect& area, const CardAt& card, bool showFocus,
             uint32_t (*goalColour)(int goal));

  bool scrollBy(Point at, float dy);
  /// Takes a press of its own. False for a command of the program.
  bool press(std::string_view command);

  /// Moves the focus by cards; gives the key of the focused one.
  void moveFocus(int byColumns, int byRows, size_t total);
  void focusEdge(bool last, size_t total);
  bool hasFocus() const { return focus_ >= 0; }
  size_t focused() const { return static_cast<size_t>(focus_); }

  /// Sweeping over the years: begins inside their strip, then follows; release gives the command.
  bool beginSweep(Point at);
  void sweepTo(Point at);
  std::string endSweep(const AwardsView& view, Point at);
  bool sweeping() const { return sweeping_; }

 private:
  float paintHead(const Paint& paint, const AwardsView& view, Rect column);
  float paintCountries(const Paint& paint, const AwardsView& view, Point at, float wide, const Rect& clip);
  float paintChips(const Paint& paint, const std::vector<AwardChip>& chips, Point at, float wide, const Rect& clip,
                   bool closes);
  float paintSorts(const Paint& paint, const AwardsView& view, Point at, float wide, const Rect& clip);
  void paintCard(const Paint& paint, const AwardCard& card, const Rect& box, const Rect& clip, bool focused);
  void paintMarked(const Paint& paint, const MarkedText& text, Point at, float wide, const TextStyle& style, Colour ink,
                   int mostLines);

  FacetPicture facets_;
  Rect area_, list_;
  Rect years_;
  float scroll_ = 0;
  float height_ = 0;
  float cardsTop_ = 0;
  float cardHeight_ = 1;
  size_t columns_ = 1;
  int focus_ = -1;
  bool reveal_ = false;
  bool narrow_ = false;
  bool filtersOpen_ = false;
  bool sweeping_ = false;
  float sweepFrom_ = 0, sweepAt_ = 0;
  std::string shown_;  // what the list answers
};

}  // namespace wsis
