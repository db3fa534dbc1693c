#include "shell/picture/awards_picture.h"

#include <algorithm>
#include <cmath>

#include "core/base/strings.h"
#include "shell/picture/award_charts.h"

namespace wsis {
namespace {

constexpr float kGap = 12;
constexpr float kFacetWidth = 262;
constexpr std::string_view kFilters = "facets?open=";

bool readsRightToLeft(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (isRightToLeft(nextCodePoint(text, at))) return true;
  }
  return false;
}

Colour statusColour(const Palette& colours, AwardStatus status) {
  switch (status) {
    case AwardStatus::kWinner:
      return colours.accent;
    case AwardStatus::kChampion:
    case AwardStatus::kSpecial:
    case AwardStatus::kAwarded:
      return colours.heat[1];
    default:
      return colours.raised;
  }
}

}  // namespace

void AwardsPicture::viewChanged(const AwardsView& view) {
  std::string now = view.status + view.words;
  for (const AwardChip& chip : view.chips) now += chip.key;
  for (const FacetChoice& sort : view.sorts) now += sort.chosen ? sort.key : "";
  if (now == shown_) return;
  shown_ = std::move(now);
  // What stays in sight above the cards is kept in sight; only the cards begin anew.
  scroll_ = std::min(scroll_, std::max(0.0F, cardsTop_ - 60));
  focus_ = -1;
}

void AwardsPicture::paint(const Paint& paint, const AwardsView& view, const Rect& area, const CardAt& card,
                          bool showFocus, uint32_t (*goalColour)(int)) {
  area_ = area;
  narrow_ = area.width < 720 * paint.textScale;
  list_ = area;
  if (!narrow_) {
    const float wide = kFacetWidth * paint.textScale;
    facets_.paint(paint, view, {area.x, area.y, wide, area.height}, goalColour);
    list_ = {area.x + wide + kGap, area.y, area.width - wide - kGap, area.height};
  }
  paint.pushClip(list_);
  cardsTop_ = paintHead(paint, view, list_);
  const float least = 300 * paint.textScale;
  columns_ = static_cast<size_t>(std::max(1.0F, std::floor((list_.width + kGap) / (least + kGap))));
  cardHeight_ = 124 * paint.textScale;
  const float wide = (list_.width - static_cast<float>(columns_ - 1) * kGap) / static_cast<float>(columns_);
  const size_t rows = (view.total + columns_ - 1) / columns_;
  const float pitch = cardHeight_ + kGap;
  height_ = cardsTop_ + static_cast<float>(rows) * pitch + 8;
  if (reveal_ && focus_ >= 0) {
    const float top = cardsTop_ + static_cast<float>(focused() / columns_) * pitch;
    scroll_ = std::clamp(scroll_, top + cardHeight_ + 8 - list_.height, top - 8);
    reveal_ = false;
  }
  scroll_ = std::clamp(scroll_, 0.0F, std::max(0.0F, height_ - list_.height));
  const float origin = list_.y + cardsTop_ - scroll_;
  const auto first = static_cast<size_t>(std::max(0.0F, std::floor((list_.y - origin) / pitch)));
  for (size_t row = first; row < rows; ++row) {
    const float top = origin + static_cast<float>(row) * pitch;
    if (top > list_.bottom()) break;
    for (size_t c = 0; c < columns_ && row * columns_ + c < view.total; ++c) {
      const size_t place = row * columns_ + c;
      paintCard(paint, card(place), {list_.x + static_cast<float>(c) * (wide + kGap), top, wide, cardHeight_}, list_,
                showFocus && focus_ == static_cast<int>(place));
    }
  }
  paint.popClip();
  if (height_ > list_.height) {
    const float share = list_.height / height_;
    const float bar = std::max(28.0F, list_.height * share);
    const float along = scroll_ / std::max(1.0F, height_ - list_.height);
    paint.fill({list_.right() + 2, list_.y + (list_.height - bar) * along, 4, bar}, paint.colours.outline, 2, 0.5F);
  }
  if (narrow_ && filtersOpen_)
    facets_.paint(paint, view, {area.x, area.y + 44 * paint.textScale, area.width, area.height - 44 * paint.textScale},
                  goalColour);
}

// Everything above the cards; gives its height.
float AwardsPicture::paintHead(const Paint& paint, const AwardsView& view, Rect column) {
  const float scale = paint.textScale;
  const Rect clip = list_;
  float y = column.y - scroll_;
  const float begin = y;
  const float wide = column.width;
  const TextStyle title{18 * scale, true, 1.4F};
  if (narrow_) {
    const TextStyle label{13 * scale, true};
    const float buttonWide = paint.text.width(view.facetsTitle, label) + 28;
    const Rect button{column.right() - buttonWide, y, buttonWide, 34 * scale};
    paint.fill(button, filtersOpen_ ? paint.colours.accent : paint.colours.surface, 8);
    paint.outline(button, paint.colours.outline, 8);
    paint.writeCentred(button, view.facetsTitle, label, filtersOpen_ ? paint.colours.onAccent : paint.colours.ink);
    paint.items.add("facets-open", kFilters, button, clip);
  }
  y += paint.writeWrapped({column.x, y}, view.status, title, narrow_ ? wide - 120 : wide, paint.colours.ink) + 2;
  if (narrow_) y = std::max(y, begin + 38 * scale);
  y += paint.writeWrapped({column.x, y}, view.coverage, {12.5F * scale, false, 1.4F}, std::min(wide, 900 * scale),
                          paint.colours.inkQuiet) +
       8;
  if (!view.loaded) return y - begin;
  if (!view.chips.empty()) y += paintChips(paint, view.chips, {column.x, y}, wide, clip, true);
  if (!view.offers.empty()) y += paintChips(paint, view.offers, {column.x, y}, wide, clip, false);
  if (!view.topics.empty()) {
    const TextStyle label{12.5F * scale, true};
    paint.write({column.x, y + 7 * scale}, view.topicsTitle, label, paint.colours.inkQuiet);
    const float inset = paint.text.width(view.topicsTitle, label) + 10;
    y += paintChips(paint, view.topics, {column.x + inset, y}, wide - inset, clip, false);
  }
  years_ = {column.x, y, wide, yearStripHeight(paint)};
  const Rect sweep{std::min(sweepFrom_, sweepAt_), years_.y, std::fabs(sweepAt_ - sweepFrom_), years_.height};
  paintYearStrip(paint, view.years, years_, clip, sweeping_ && sweep.width > 4 ? &sweep : nullptr);
  y += years_.height + 12;
  if (!narrow_) y += paintCountries(paint, view, {column.x, y}, wide, clip);
  y += paintSorts(paint, view, {column.x, y}, wide, clip);
  if (!view.emptyText.empty()) {
    const TextStyle text{15 * scale, false, 1.5F};
    y += paint.writeWrapped({column.x, y}, view.emptyText, text, wide, paint.colours.ink) + 8;
    y += paintChips(paint, view.emptyOffers, {column.x, y}, wide, clip, false);
  }
  return y - begin;
}

float AwardsPicture::paintCountries(const Paint& paint, const AwardsView& view, Point at, float wide,
                                    const Rect& clip) {
  const TextStyle title{12.5F * paint.textScale, false};
  paint.write(at, paint.text.fit(view.mapTitle, title, wide), title, paint.colours.inkQuiet);
  const float head = 22 * paint.textScale;
  paintMap(paint, view.map, {at.x, at.y + head, wide, 0}, clip);
  return head + mapHeight(paint, view.map, wide) + 16;
}

float AwardsPicture::paintChips(const Paint& paint, const std::vector<AwardChip>& chips, Point at, float wide,
                                const Rect& clip, bool closes) {
  const TextStyle style{12.5F * paint.textScale, false};
  const float high = 28 * paint.textScale;
  float x = at.x, y = at.y;
  for (const AwardChip& chip : chips) {
    const float cross = closes && chip.key != "chip-all" ? 18 : 0;
    const std::string& text = paint.text.fit(chip.text, style, wide - 24 - cross);
    const float chipWide = paint.text.width(text, style) + 22 + cross;
    if (x > at.x && x + chipWide > at.x + wide) {
      x = at.x;
      y += high + 6;
    }
    const Rect box{x, y, chipWide, high};
    const bool hot = box.contains(paint.pointer);
    paint.fill(box, hot ? paint.colours.raised : paint.colours.surface, high / 2);
    paint.outline(box, closes ? paint.colours.accent : paint.colours.outline, high / 2);
    paint.write({box.x + 11, box.y + (high - style.size) / 2}, text, style, paint.colours.ink);
    if (cross > 0) {
      const Point c{box.right() - 15, box.centre().y};
      paint.line({c.x - 3.5F, c.y - 3.5F}, {c.x + 3.5F, c.y + 3.5F}, paint.colours.inkQuiet, 1.5F);
      paint.line({c.x - 3.5F, c.y + 3.5F}, {c.x + 3.5F, c.y - 3.5F}, paint.colours.inkQuiet, 1.5F);
    }
    paint.items.add(chip.key, chip.command, box, clip);
    x += chipWide + 6;
  }
  return y + high + 10 - at.y;
}

float AwardsPicture::paintSorts(const Paint& paint, const AwardsView& view, Point at, float wide, const Rect& clip) {
  const TextStyle style{12.5F * paint.textScale, false};
  const TextStyle strong{12.5F * paint.textScale, true};
  const float high = 28 * paint.textScale;
  float x = at.x;
  float y = at.y;
  if (!narrow_) {
    paint.write({x, y + (high - style.size) / 2}, view.sortLabel, style, paint.colours.inkQuiet);
    x += paint.text.width(view.sortLabel, style) + 10;
  }
  for (const FacetChoice& sort : view.sorts) {
    const TextStyle& face = sort.chosen ? strong : style;
    const float box = paint.text.width(sort.text, face) + 20;
    if (x + box > at.x + wide) {
      x = at.x;
      y += high + 4;
    }
    const Rect button{x, y, box, high};
    const Colour ground = sort.chosen                      ? paint.colours.accent
                          : button.contains(paint.pointer) ? paint.colours.raised
                                                           : paint.colours.surface;
    paint.fill(button, ground, 7);
    paint.outline(button, sort.chosen ? paint.colours.accent : paint.colours.outline, 7);
    paint.writeCentred(button, sort.text, face, sort.chosen ? paint.colours.onAccent : paint.colours.ink);
    paint.items.add(sort.key, sort.command, button, clip);
    x += box + 6;
  }
  return y + high + 14 - at.y;
}

// Lines of a text with its marks behind them; the last line that fits ends in an ellipsis.
void AwardsPicture::paintMarked(const Paint& paint, const MarkedText& marked, Point at, float wide,
                                const TextStyle& style, Colour ink, int mostLines) {
  const std::vector<std::string> lines = paint.text.wrap(marked.text, style, wide);
  const bool turned = readsRightToLeft(marked.text);
  size_t offset = 0;
  for (size_t i = 0; i < lines.size() && i < static_cast<size_t>(mostLines); ++i) {
    const float top = at.y + static_cast<float>(i) * style.line();
    const size_t found = marked.text.find(lines[i], offset);
    const bool last = i + 1 == static_cast<size_t>(mostLines) && i + 1 < lines.size();
    if (found != marked.text.npos && !turned) {
      offset = found + lines[i].size();
      for (const MarkedRange& mark : marked.marks) {
        const size_t begin = std::max(mark.begin, found), end = std::min(mark.end, offset);
        if (begin >= end) continue;
        const float from = paint.text.width(std::string_view(lines[i]).substr(0, begin - found), style);
        const float size = paint.text.width(std::string_view(lines[i]).substr(begin - found, end - begin), style);
        const float whole = paint.text.width(lines[i], style);
        const float x = paint.mirrored ? at.x + whole - from - size : at.x + from;
        paint.fill({x - 1, top + 1, size + 2, style.line() - 3}, paint.colours.accent, 3, 0.22F);
      }
    }
    const std::string& line = last ? paint.text.fit(lines[i] + " …", style, wide) : lines[i];
    paint.write({at.x, top + (style.line() - style.size) / 2}, line, style, ink);
  }
}

void AwardsPicture::paintCard(const Paint& paint, const AwardCard& card, const Rect& box, const Rect& clip,
                              bool focused) {
  const float scale = paint.textScale;
  const bool hot = box.contains(paint.pointer) && clip.contains(paint.pointer);
  paint.fill({box.x, box.y + 1, box.width, box.height}, 0x000000, 9, 0.05F);
  paint.fill(box, hot ? paint.colours.raised : paint.colours.surface, 9);
  paint.outline(box, card.selected ? paint.colours.accent : paint.colours.hairline, 9, card.selected ? 2.0F : 1.0F);
  if (focused) paint.outline(box.inset(-2), paint.colours.focus, 10, 2.5F);
  const float inset = 14;
  const float wide = box.width - 2 * inset;
  const TextStyle tag{11 * scale, true};
  const TextStyle small{12 * scale, false, 1.4F};
  const TextStyle name{14.5F * scale, true, 1.32F};
  float y = box.y + 12;
  float x = box.x + inset;
  if (!card.status.empty()) {
    const Colour ground = statusColour(paint.colours, card.statusKind);
    const std::string& text = paint.text.fit(card.status, tag, wide * 0.55F);
    const Rect pill{x, y, paint.text.width(text, tag) + 14, 19 * scale};
    paint.fill(pill, ground, 4);
    if (card.local) paint.outline(pill, paint.colours.accent, 4, 1.5F);
    paint.writeCentred(pill, text, tag, inkOn(ground));
    x = pill.right() + 8;
  }
  paint.write({x, y + (19 * scale - small.size) / 2}, paint.text.fit(card.meta, small, box.right() - inset - x), small,
              paint.colours.inkQuiet);
  y += 19 * scale + 9;
  paintMarked(paint, card.project, {box.x + inset, y}, wide, name, paint.colours.ink, 2);
  y += 2 * name.line() + 4;
  if (!card.organisation.text.empty()) {
    MarkedText line = card.organisation;
    line.text = paint.text.fit(line.text, small, wide);
    paintMarked(paint, line, {box.x + inset, y}, wide, small, paint.colours.inkQuiet, 1);
  }
  paint.items.add(card.key, card.command, box, clip);
}

bool AwardsPicture::scrollBy(Point at, float dy) {
  const bool overFacets = narrow_ ? filtersOpen_ : facets_.area().contains(at);
  if (overFacets) return facets_.scrollBy(dy);
  const float before = scroll_;
  scroll_ = std::clamp(scroll_ - dy, 0.0F, std::max(0.0F, height_ - list_.height));
  return scroll_ != before;
}

bool AwardsPicture::press(std::string_view command) {
  if (command == kFilters) {
    filtersOpen_ = !filtersOpen_;
    return true;
  }
  return facets_.press(command);
}

void AwardsPicture::moveFocus(int byColumns, int byRows, size_t total) {
  if (total == 0) return;
  const int step = byColumns + byRows * static_cast<int>(columns_);
  focus_ = focus_ < 0 ? 0 : std::clamp(focus_ + step, 0, static_cast<int>(total) - 1);
  reveal_ = true;
}

void AwardsPicture::focusEdge(bool last, size_t total) {
  if (total == 0) return;
  focus_ = last ? static_cast<int>(total) - 1 : 0;
  reveal_ = true;
}

bool AwardsPicture::beginSweep(Point at) {
  if (!years_.contains(at) || !list_.contains(at)) return false;
  sweepFrom_ = sweepAt_ = at.x;
  return true;
}

void AwardsPicture::sweepTo(Point at) {
  sweeping_ = true;
  sweepAt_ = std::clamp(at.x, years_.x, years_.right());
}

std::string AwardsPicture::endSweep(const AwardsView& view, Point at) {
  sweepTo(at);
  sweeping_ = false;
  return sweepCommand(view.years, years_, sweepFrom_, sweepAt_);
}

}  // namespace wsis
