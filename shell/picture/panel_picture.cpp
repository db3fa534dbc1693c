#include "shell/picture/panel_picture.h"

#include <algorithm>
#include <cmath>

namespace wsis {
namespace {

constexpr float kMargin = 20;

// Walks down an article and draws each part below the one before.
class ArticlePainter {
 public:
  ArticlePainter(const Paint& paint, const Rect& column, const Rect& clip, uint32_t (*goalColour)(int))
      : paint_(paint), column_(column), clip_(clip), goalColour_(goalColour), y_(column.y) {}

  float run(const Node& article) {
    for (const Node& child : article.children) {
      if (child.role != Role::kChoices) block(child);
    }
    return y_ - column_.y;
  }

 private:
  float scaled(float size) const { return size * paint_.textScale; }

  void block(const Node& node) {
    switch (node.role) {
      case Role::kHeading:
        return heading(node);
      case Role::kParagraph:
        return paragraph(node, {scaled(14), false, 1.5F}, node.quiet ? paint_.colours.inkQuiet : paint_.colours.ink);
      case Role::kNote:
        return note(node);
      case Role::kQuote:
        return quote(node);
      case Role::kList:
        for (const Node& item : node.children) listItem(item);
        y_ += 6;
        return;
      case Role::kTable:
        return table(node);
      case Role::kCode:
        return code(node);
      default:
        for (const Node& child : node.children) block(child);
    }
  }

  // Names in the first column, numbers in the others, each with a bar for its share.
  void table(const Node& node) {
    const TextStyle text{scaled(13), false, 1.4F};
    const TextStyle strong{scaled(12), true, 1.3F};
    const float first = column_.width * 0.46F;
    for (const Node& row : node.children) {
      if (row.children.empty()) continue;
      const float wide = (column_.width - first) / static_cast<float>(std::max<size_t>(1, row.children.size() - 1));
      const bool head = row.children.front().role == Role::kColumnHeader;
      float high = head ? 0 : scaled(22);
      for (size_t i = head ? 1 : 0; i < row.children.size(); ++i) {
        const Node& cell = row.children[i];
        const float x = i == 0 ? column_.x : column_.x + first + static_cast<float>(i - 1) * wide;
        const float room = i == 0 ? first - 8 : wide - 8;
        if (cell.role == Role::kCell) {
          const float bar = std::max(1.0F, (room - scaled(30)) * cell.share);
          paint_.fill({x, y_ + scaled(3), bar, scaled(14)}, paint_.colours.heat[2], 2);
          paint_.write({x + bar + 5, y_ + scaled(3)}, cell.text, text, paint_.colours.ink);
        } else {
          const TextStyle& style = head ? strong : text;
          high = std::max(high, paint_.writeWrapped({x, y_}, cell.text, style, room, paint_.colours.ink) + 3);
        }
      }
      y_ += high;
    }
    y_ += 8;
  }

  // Dark on light whatever the theme: readers of codes expect it.
  void code(const Node& node) {
    const size_t side = node.value.find('\n');
    if (side == std::string::npos) return;
    constexpr Colour kPaper = 0xFFFFFF, kInk = 0x000000;
    const auto squares = static_cast<float>(side);
    const float square = std::max(2.0F, std::floor(std::min(column_.width, scaled(260)) / squares));
    paint_.fill({column_.x, y_, square * squares, square * squares}, kPaper, 4);
    // Mirrored as a whole where the page is read from right to left, a code would not be readable.
    const bool mirrored = paint_.mirrored;
    for (size_t at = 0; at < node.value.size(); ++at) {
      if (node.value[at] != '#') continue;
      const size_t column = at % (side + 1), row = at / (side + 1);
      const size_t x = mirrored ? side - 1 - column : column;
      paint_.fill({column_.x + static_cast<float>(x) * square, y_ + static_cast<float>(row) * square, square, square},
                  kInk);
    }
    y_ += square * squares + 10;
  }

  void heading(const Node& node) {
    const bool title = node.key == "panel-title";
    const TextStyle style{scaled(title ? 20 : 14), true, title ? 1.25F : 1.4F};
    // The close button stands beside the title.
    const float wide = column_.width - (title ? 36 : 0);
    if (!title) y_ += 12;
    y_ += paint_.writeWrapped({column_.x, y_}, node.text, style, wide, paint_.colours.ink);
    y_ += title ? 12 : 6;
  }

  void paragraph(const Node& node, const TextStyle& style, Colour colour) {
    y_ += paint_.writeWrapped({column_.x, y_}, node.text, style, column_.width, colour);
    y_ += 8;
  }

  void quote(const Node& node) {
    const TextStyle style{scaled(15), false, 1.55F};
    const float inset = 14;
    const float height = paint_.text.height(node.text, style, column_.width - inset);
    paint_.fill({column_.x, y_ + 2, 3, height - 4}, paint_.colours.accent, 1.5F);
    if (paint_.mirrored && !info(node.language).rightToLeft) {
      leftToRight(node.text, style, inset);
    } else {
      paint_.writeWrapped({column_.x + inset, y_}, node.text, style, column_.width - inset, paint_.colours.ink);
    }
    y_ += height + 10;
  }

  // Code and addresses on a page that reads from right to left: each line from its left edge, whatever is inside.
  void leftToRight(const std::string& text, const TextStyle& style, float inset) {
    float y = y_ + (style.line() - style.size) / 2;
    for (const std::string& line : paint_.text.wrap(text, style, column_.width - inset)) {
      const std::string marked = "\u200E" + line;
      paint_.write({column_.right() - paint_.text.width(marked, style), y}, marked, style, paint_.colours.ink);
      y += style.line();
    }
  }

  void note(const Node& node) {
    const TextStyle style{scaled(13), false, 1.5F};
    const float inset = 12;
    const float height = paint_.text.height(node.text, style, column_.width - 2 * inset);
    paint_.fill({column_.x, y_, column_.width, height + 2 * 8}, paint_.colours.raised, 6);
    paint_.writeWrapped({column_.x + inset, y_ + 8}, node.text, style, column_.width - 2 * inset, paint_.colours.ink);
    y_ += height + 16 + 10;
  }

  // A tag on the left, everything else in one column beside it.
  void listItem(const Node& item) {
    const TextStyle tagStyle{scaled(12), true};
    const float top = y_;
    float x = column_.x;
    size_t first = 0;
    if (!item.children.empty() && item.children.front().role == Role::kTag) {
      const Node& tag = item.children.front();
      const float wide = std::max(scaled(34), paint_.text.width(tag.text, tagStyle) + 12);
      const Rect box{x, y_ + 1, wide, scaled(20)};
      const Colour ground = tag.goal > 0 ? goalColour_(tag.goal) : paint_.colours.raised;
      paint_.fill(box, ground, 4);
      paint_.writeCentred(box, tag.text, tagStyle, tag.goal > 0 ? inkOn(ground) : paint_.colours.ink);
      x += wide + 10;
      first = 1;
    }
    const float wide = column_.right() - x;
    if (item.current) {
      marked_ = true;
    }
    if (item.children.empty() && !item.text.empty()) run(item, {scaled(13.5F), false, 1.5F}, x, wide);
    for (size_t i = first; i < item.children.size(); ++i) {
      const Node& part = item.children[i];
      const bool link = part.role == Role::kLink;
      const bool outside = link && !part.url.empty();
      run(part, {scaled(part.quiet || outside ? 12.5F : 13.5F), link && !outside, 1.5F}, x, wide);
    }
    y_ = std::max(y_, top + scaled(22));
    if (item.current) paint_.fill({column_.x - 10, top, 3, y_ - top}, paint_.colours.accent, 1.5F);
    y_ += 7;
  }

  void run(const Node& part, const TextStyle& style, float x, float wide) {
    const bool link = part.role == Role::kLink;
    const float height = paint_.text.height(part.text, style, wide);
    const Colour colour = link ? paint_.colours.accent : part.quiet ? paint_.colours.inkQuiet : paint_.colours.ink;
    paint_.writeWrapped({x, y_}, part.text, style, wide, colour);
    if (link) {
      const Rect box{x, y_, wide, height};
      underline(part.text, style, x, wide, box.contains(paint_.pointer));
      paint_.items.add(part.key, part.url.empty() ? part.command : "page?do=visit&url=" + part.url, box, clip_);
    }
    y_ += height;
  }

  // Links are underlined: colour alone would not tell them from text.
  void underline(const std::string& text, const TextStyle& style, float x, float wide, bool strong) {
    const std::vector<std::string>& lines = paint_.text.wrap(text, style, wide);
    for (size_t i = 0; i < lines.size(); ++i) {
      const float bottom = y_ + static_cast<float>(i + 1) * style.line() - (style.line() - style.size) / 2 + 1.5F;
      paint_.line({x, bottom}, {x + paint_.text.width(lines[i], style), bottom}, paint_.colours.accent,
                  strong ? 1 : 0.45F, 1);
    }
  }

  const Paint& paint_;
  Rect column_;
  Rect clip_;
  uint32_t (*goalColour_)(int);
  float y_;
  bool marked_ = false;
};

const Node* buttonsOf(const Node& article) {
  for (const Node& child : article.children) {
    if (child.role == Role::kChoices) return &child;
  }
  return nullptr;
}

void paintClose(const Paint& paint, const Node& button, const Rect& box) {
  const bool hot = box.contains(paint.pointer);
  paint.fill(box, hot ? paint.colours.raised : paint.colours.surface, 6);
  const Rect cross = box.inset(10);
  const Colour ink = paint.colours.ink;
  paint.line({cross.x, cross.y}, {cross.right(), cross.bottom()}, ink, 1.8F);
  paint.line({cross.right(), cross.y}, {cross.x, cross.bottom()}, ink, 1.8F);
  paint.items.add(button.key, button.command, box, box);
}

}  // namespace

void PanelPicture::setArticle(const Node* article) {
  const std::string key = article == nullptr ? std::string() : article->key;
  if (key != key_) scroll_ = 0;
  key_ = key;
}

bool PanelPicture::scrollBy(float dy) {
  const float before = scroll_;
  scroll_ = std::clamp(scroll_ - dy, 0.0F, std::max(0.0F, contentHeight_ - bodyHeight_));
  return scroll_ != before;
}

void PanelPicture::paint(const Paint& paint, const Node& article, const Rect& area, uint32_t (*goalColour)(int)) {
  area_ = area;
  const Node* buttons = buttonsOf(article);
  const float foot = buttons == nullptr ? 0 : 52 * paint.textScale;
  paint.fill(area, paint.colours.surface, 10);
  paint.outline(area, paint.colours.hairline, 10);
  // What lies below the panel cannot be pressed through it.
  paint.items.add("panel", "", area, area);

  const Rect body{area.x + 1, area.y + 1, area.width - 2, area.height - foot - 2};
  bodyHeight_ = body.height;
  scroll_ = std::clamp(scroll_, 0.0F, std::max(0.0F, contentHeight_ - bodyHeight_));
  paint.pushClip(body);
  const Rect column{body.x + kMargin, body.y + kMargin - scroll_, body.width - 2 * kMargin, body.height};
  contentHeight_ = ArticlePainter(paint, column, body, goalColour).run(article) + 2 * kMargin;
  paint.popClip();

  if (contentHeight_ > bodyHeight_ + 1) {
    const float share = bodyHeight_ / contentHeight_;
    const float length = std::max(28.0F, bodyHeight_ * share);
    const float travel = (bodyHeight_ - length - 8) * scroll_ / (contentHeight_ - bodyHeight_);
    paint.fill({body.right() - 7, body.y + 4 + travel, 4, length}, paint.colours.outline, 2, 0.7F);
  }
  if (buttons == nullptr) return;
  paint.line({area.x + 1, body.bottom()}, {area.right() - 1, body.bottom()}, paint.colours.hairline);
  const TextStyle style{13.5F * paint.textScale, true};
  float x = area.x + kMargin;
  for (const Node& button : buttons->children) {
    if (button.key == "panel-close") {
      const float side = 34;
      paintClose(paint, button, {area.right() - side - 10, area.y + 12, side, side});
      continue;
    }
    const Rect box{x, body.bottom() + 9, paint.text.width(button.text, style) + 28, foot - 18};
    const bool hot = box.contains(paint.pointer);
    const Colour ground = button.pressed ? paint.colours.accent : hot ? paint.colours.raised : paint.colours.surface;
    paint.fill(box, ground, 6);
    paint.outline(box, button.pressed ? paint.colours.accent : paint.colours.outline, 6);
    paint.writeCentred(box, button.text, style, button.pressed ? paint.colours.onAccent : paint.colours.ink);
    paint.items.add(button.key, button.command, box, area);
    x = box.right() + 8;
  }
}

}  // namespace wsis
