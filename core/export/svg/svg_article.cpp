#include <algorithm>

#include "core/export/svg/svg_parts.h"
#include "core/export/svg/text_width.h"

namespace wsis {
namespace {

constexpr float kMostWide = 1120;  // longer lines do not read

class ArticleWriter {
 public:
  ArticleWriter(const SvgParts& parts, float y) : parts_(parts), y_(y), wide_(std::min(kMostWide, parts.wide())) {}

  float run(const Node& article) {
    for (const Node& child : article.children) block(child);
    return y_;
  }

 private:
  void block(const Node& node) {
    SvgCanvas& canvas = parts_.canvas;
    const float x = parts_.margin;
    switch (node.role) {
      case Role::kHeading: {
        const bool title = node.key == "panel-title";
        y_ += title ? 4 : 10;
        y_ += canvas.wrapped(x, y_, node.text, parts_.strong(title ? 20 : 15), wide_) + 4;
        return;
      }
      case Role::kParagraph:
        y_ += canvas.wrapped(x, y_, node.text, node.quiet ? parts_.quiet(14) : parts_.text(14), wide_) + 6;
        return;
      case Role::kNote:
        y_ += canvas.wrapped(x, y_, node.text, parts_.quiet(13), wide_) + 6;
        return;
      case Role::kQuote: {
        const float top = y_;
        y_ += canvas.wrapped(x + 16, y_, node.text, parts_.text(15), wide_ - 16);
        canvas.rect(x, top + 2, 3, y_ - top - 4, parts_.colours.accent, 1.5F);
        y_ += 8;
        return;
      }
      case Role::kList:
        for (const Node& item : node.children) listItem(item);
        y_ += 4;
        return;
      case Role::kTable:
        return table(node);
      case Role::kChoices:
      case Role::kButton:
      case Role::kStage:
        return;  // what can be done is nothing for paper
      default:
        for (const Node& child : node.children) block(child);
    }
  }

  void listItem(const Node& item) {
    SvgCanvas& canvas = parts_.canvas;
    float x = parts_.margin + 14;
    size_t first = 0;
    if (!item.children.empty() && item.children.front().role == Role::kTag) {
      const Node& tag = item.children.front();
      const float wide = std::max(38.0F, estimatedWidth(tag.text, 13, true) + 12);
      const int goal = tag.goal > 0 ? parts_.data.findGoal(tag.goal) : -1;
      const Colour ground = goal >= 0 ? parts_.data.goals[static_cast<size_t>(goal)].colour : parts_.colours.raised;
      canvas.rect(parts_.margin, y_, wide, 21, ground, 4);
      canvas.text(parts_.margin + wide / 2, y_ + 15, tag.text, {13, true, inkOn(ground)}, SvgAnchor::kMiddle);
      x = parts_.margin + wide + 10;
      first = 1;
    } else {
      canvas.dot(parts_.margin + 5, y_ + 10, 2.5F, parts_.colours.inkQuiet);
    }
    const float wide = wide_ - (x - parts_.margin);
    const float top = y_;
    if (!item.text.empty()) y_ += canvas.wrapped(x, y_, item.text, parts_.text(14), wide);
    for (size_t i = first; i < item.children.size(); ++i) {
      const Node& part = item.children[i];
      if (part.role == Role::kButton || part.text.empty()) continue;
      y_ += canvas.wrapped(x, y_, part.text, part.quiet ? parts_.quiet(13) : parts_.text(14), wide);
    }
    y_ = std::max(y_, top + 22) + 5;
  }

  // The first column names, the others share the rest; a cell with a share has a bar.
  void table(const Node& node) {
    SvgCanvas& canvas = parts_.canvas;
    size_t columns = 0;
    for (const Node& row : node.children) columns = std::max(columns, row.children.size());
    if (columns < 2) return;
    const float first = wide_ * (columns > 4 ? 0.3F : 0.42F);
    const float other = (wide_ - first) / static_cast<float>(columns - 1);
    for (const Node& row : node.children) {
      float high = 22;
      for (size_t i = 0; i < row.children.size(); ++i) {
        const Node& cell = row.children[i];
        const bool head = cell.role != Role::kCell;
        const float x = parts_.margin + (i == 0 ? 0 : first + static_cast<float>(i - 1) * other);
        const float wide = (i == 0 ? first : other) - 12;
        const float bar = cell.share > 0 ? std::max(1.0F, (wide - 44) * cell.share) : 0;
        if (bar > 0) canvas.rect(x, y_ + 4, bar, 14, parts_.colours.heat[2], 2);
        const float inset = bar > 0 ? bar + 6 : 0;
        high = std::max(high, canvas.wrapped(x + inset, y_ + 1, cell.text, head ? parts_.strong(13) : parts_.text(13),
                                             wide - inset));
      }
      y_ += high + 3;
      canvas.line(parts_.margin, y_ - 1.5F, parts_.margin + wide_, y_ - 1.5F, parts_.colours.hairline);
    }
    y_ += 8;
  }

  const SvgParts& parts_;
  float y_;
  float wide_;
};

}  // namespace

float drawArticle(const SvgParts& parts, const Node& article, float y) { return ArticleWriter(parts, y).run(article); }

}  // namespace wsis
