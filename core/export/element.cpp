#include "core/export/element.h"

#include <algorithm>

namespace wsis {

const std::string* Element::attribute(std::string_view name) const {
  for (const Attribute& entry : attributes) {
    if (entry.name == name) return &entry.value;
  }
  return nullptr;
}

namespace {

class ElementMaker {
 public:
  explicit ElementMaker(const ElementOptions& options) : options_(options) {}

  Element make(const Node& node, Language around) {
    Element element;
    element.tag = tagOf(node);
    element.text = node.text;
    if (!node.key.empty() && (options_.ids || node.role == Role::kArticle)) element.set("id", node.key);
    if (node.language != around) {
      element.set("lang", std::string(info(node.language).tag));
      element.set("dir", info(node.language).rightToLeft ? "rtl" : "ltr");
    }
    const std::string classes = classesOf(node);
    if (!classes.empty()) element.set("class", classes);
    setRole(node, element);
    for (const Node& child : node.children) addChild(element, child, node.language);
    if (node.role == Role::kTable) groupRows(node, element);
    return element;
  }

 private:
  static std::string tagOf(const Node& node) {
    switch (node.role) {
      case Role::kRoot:
        return "main";
      case Role::kHeader:
        return "header";
      case Role::kSection:
        return "section";
      case Role::kArticle:
        return "article";
      case Role::kFooter:
        return "footer";
      case Role::kNav:
        return "nav";
      case Role::kHeading:
        return "h" + std::to_string(std::clamp(node.level, 1, 6));
      case Role::kParagraph:
      case Role::kNote:
        return "p";
      case Role::kList:
        return "ul";
      case Role::kItem:
        return "li";
      case Role::kLink:
        return "a";
      case Role::kButton:
        return "button";
      case Role::kQuote:
        return "blockquote";
      case Role::kTag:
      case Role::kText:
        return "span";
      case Role::kMark:
        return "mark";
      case Role::kDetails:
        return "details";
      case Role::kCheck:
        return "label";
      case Role::kSearch:
        return "input";
      case Role::kOptions:
        return "datalist";
      case Role::kOption:
        return "option";
      case Role::kCode:
        return "svg";
      case Role::kChoices:
      case Role::kStatus:
      case Role::kStage:
        return "div";
      case Role::kTable:
        return "table";
      case Role::kRow:
        return "tr";
      case Role::kColumnHeader:
      case Role::kRowHeader:
        return "th";
      case Role::kCell:
        return "td";
    }
    return "div";
  }

  static std::string classesOf(const Node& node) {
    std::string out;
    const auto add = [&](const std::string& name) {
      if (!out.empty()) out += ' ';
      out += name;
    };
    if (node.role == Role::kNote) add("note");
    if (node.role == Role::kCode) add("qr");
    if (node.role == Role::kTag) add("tag");
    if (node.role == Role::kChoices) add("choices");
    if (node.role == Role::kHeading && node.key == "panel-title") add("panel-title");
    if (node.quiet) add("quiet");
    if (node.goal > 0 && (node.role == Role::kTag || node.role == Role::kColumnHeader)) {
      add("goal");
      add("goal-" + std::to_string(node.goal));
    }
    if (node.role == Role::kCell || (node.role == Role::kTag && node.sign != CellSign::kPlain)) {
      if (node.level > 0) add("heat-" + std::to_string(std::min(node.level, 6)));
      if (node.sign == CellSign::kWholeGoal) add("whole");
      if (node.sign == CellSign::kGap) add("gap");
      if (node.partial) add("partial");
    }
    if (node.role == Role::kCell && node.command.empty() == false && node.text.empty()) add("none");
    return out;
  }

  void setRole(const Node& node, Element& element) {
    switch (node.role) {
      case Role::kRoot:
        element.text.clear();  // the document's title, which stands in the browser's tab
        break;
      case Role::kSection:
      case Role::kArticle:
        nameRegion(node, element);
        break;
      case Role::kHeading:
        if (options_.live && node.key == "panel-title") element.set("tabindex", "-1");
        break;
      case Role::kNav:
      case Role::kList:
        if (!node.label.empty()) element.set("aria-label", node.label);
        break;
      case Role::kItem:
        if (node.current) element.set("aria-current", "true");
        break;
      case Role::kTag:
        // A bare span may not be named by ARIA: where the sign alone says too little, it is an image with a text.
        if (!node.label.empty()) {
          element.set("role", "img");
          element.set("aria-label", node.label);
        }
        break;
      case Role::kLink:
        setLink(node, element);
        break;
      case Role::kButton:
        setButton(node, element);
        break;
      case Role::kChoices:
        element.set("role", "group");
        element.set("aria-label", node.label.empty() ? node.text : node.label);
        break;
      case Role::kStatus:
        element.set("role", "status");
        break;
      case Role::kDetails:
        setDetails(node, element);
        break;
      case Role::kCheck:
        setCheck(node, element);
        break;
      case Role::kSearch:
        setSearch(node, element);
        break;
      case Role::kStage:
        setStage(node, element);
        break;
      case Role::kCode:
        setCode(node, element);
        break;
      case Role::kTable:
        setTable(node, element);
        break;
      case Role::kColumnHeader:
        element.set("scope", node.span > 1 ? "colgroup" : "col");
        setSpan(node, element);
        break;
      case Role::kRowHeader:
        element.set("scope", node.span > 1 ? "rowgroup" : "row");
        setSpan(node, element);
        break;
      case Role::kCell:
        setCell(node, element);
        break;
      default:
        break;
    }
  }

  void nameRegion(const Node& node, Element& element) const {
    if (!node.label.empty()) {
      element.set("aria-label", node.label);
    } else if (options_.ids && !node.children.empty() && node.children.front().role == Role::kHeading &&
               !node.children.front().key.empty()) {
      element.set("aria-labelledby", node.children.front().key);
    }
  }

  void setLink(const Node& node, Element& element) const {
    if (!node.url.empty()) {
      element.set("href", node.url);
      element.set("rel", "noopener noreferrer");
      if (options_.live) element.set("target", "_blank");
    } else {
      setCommand(node, element);
    }
    if (!node.label.empty()) element.set("aria-label", node.label);
  }

  void setCommand(const Node& node, Element& element) const {
    element.set("href", options_.address(node.command));
    constexpr std::string_view kRead = "read?", kSwitch = "set?lang=";
    if (node.command.starts_with(kSwitch)) element.set("hreflang", std::string(info(node.language).tag));
    // A page without the program is opened as any other.
    if (options_.live && !node.command.starts_with(kRead)) element.set("data-command", node.command);
  }

  void setButton(const Node& node, Element& element) const {
    element.set("type", "button");
    if (options_.live) {
      element.set("data-command", node.command);
    } else {
      element.set("disabled", "");
    }
    if (node.folds) {
      element.set("aria-expanded", node.expanded ? "true" : "false");
    } else if (node.toggles) {
      element.set("aria-pressed", node.pressed ? "true" : "false");
    }
    if (!node.label.empty()) element.set("aria-label", node.label);
  }

  static void setDetails(const Node& node, Element& element) {
    if (node.expanded) element.set("open", "");
    Element summary;
    summary.tag = "summary";
    summary.text = std::move(element.text);
    element.text.clear();
    element.children.push_back(std::move(summary));
  }

  // A label around its box, so that all of it can be pressed.
  void setCheck(const Node& node, Element& element) const {
    std::erase_if(element.attributes, [](const Attribute& entry) { return entry.name == "id"; });
    Element box;
    box.tag = "input";
    box.set("type", "checkbox");
    if (options_.ids && !node.key.empty()) box.set("id", node.key);
    if (options_.live) box.set("data-command", node.command);
    if (node.pressed) box.set("checked", "");
    if (!options_.live) box.set("disabled", "");
    Element name;
    name.tag = "span";
    name.text = std::move(element.text);
    element.text.clear();
    Element count;
    count.tag = "span";
    count.text = node.label;
    count.set("class", "quiet");
    element.children.push_back(std::move(box));
    element.children.push_back(std::move(name));
    element.children.push_back(std::move(count));
  }

  void setSearch(const Node& node, Element& element) const {
    element.text.clear();
    element.set("type", "search");
    element.set("aria-label", node.text);
    element.set("placeholder", node.text);
    element.set("autocomplete", "off");
    element.set("spellcheck", "false");
    element.set("dir", "auto");
    if (!node.value.empty()) element.set("value", node.value);
    if (options_.live) element.set("data-input", node.command);
    if (options_.live && !node.list.empty()) element.set("list", node.list);
    if (options_.live && !node.describedBy.empty()) element.set("aria-describedby", node.describedBy);
  }

  // Dark squares as one path.
  static void setCode(const Node& node, Element& element) {
    const size_t side = node.value.find('\n');
    if (side == std::string::npos) return;
    const std::string size = std::to_string(side);
    element.set("viewBox", "0 0 " + size + " " + size);
    element.set("role", "img");
    element.set("aria-label", node.label);
    Element path;
    path.tag = "path";
    std::string squares;
    for (size_t at = 0; at < node.value.size(); ++at) {
      if (node.value[at] != '#') continue;
      const size_t x = at % (side + 1), y = at / (side + 1);
      squares += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
    }
    path.set("d", squares);
    element.children.push_back(std::move(path));
  }

  // The picture itself says nothing to assistive technology: the text beside it does. Whoever steers the picture by
  // keys hears each place through the page's status line.
  void setStage(const Node& node, Element& element) const {
    element.text.clear();
    element.set("role", "application");
    element.set("aria-label", node.text);
    element.set("aria-describedby", "stage-help");
    element.set("tabindex", "0");
    Element canvas;
    canvas.tag = "canvas";
    canvas.set("id", "canvas");
    canvas.set("aria-hidden", "true");
    element.children.push_back(std::move(canvas));
    Element help;
    help.tag = "p";
    help.text = node.label;
    help.set("id", "stage-help");
    help.set("class", "visually-hidden");
    element.children.push_back(std::move(help));
  }

  void setTable(const Node& node, Element& element) {
    element.text.clear();
    const bool steered = options_.live && node.steered;
    if (steered) element.set("role", "grid");
    Element caption;
    caption.tag = "caption";
    caption.text = node.text;
    element.children.push_back(std::move(caption));
    inGrid_ = steered;
  }

  static void setSpan(const Node& node, Element& element) {
    if (node.span > 1) element.set("colspan", std::to_string(node.span));
    if (node.current) element.set("aria-selected", "true");
  }

  void setCell(const Node& node, Element& element) const {
    if (node.current && options_.live) element.set("aria-selected", "true");
    if (node.command.empty()) return;
    const bool linked = !node.text.empty();
    if (linked) {
      // The cell's whole content is one link, so that a grid's focus lands on it and a page without the program leads
      // on.
      Element link;
      link.tag = "a";
      link.text = std::move(element.text);
      element.text.clear();
      setCommand(node, link);
      link.set("aria-label", node.label);
      if (options_.live) link.set("tabindex", "-1");
      element.children.push_back(std::move(link));
    } else if (options_.live) {
      element.set("data-command", node.command);
      element.set("tabindex", "-1");
      element.set("aria-label", node.label);
      element.text = "–";
    } else {
      element.text = "–";
    }
  }

  void addChild(Element& parent, const Node& child, Language language) {
    Element made = make(child, language);
    if (inGrid_ && options_.live && (child.role == Role::kLink || child.role == Role::kButton)) {
      made.set("tabindex", "-1");
    }
    parent.children.push_back(std::move(made));
  }

  // Rows of column headers go to the table's head, the others to its body.
  void groupRows(const Node& node, Element& table) {
    inGrid_ = false;
    Element head, body;
    head.tag = "thead";
    body.tag = "tbody";
    for (size_t i = 0; i < node.children.size(); ++i) {
      const std::vector<Node>& cells = node.children[i].children;
      const bool isHead =
          std::any_of(cells.begin(), cells.end(), [](const Node& cell) { return cell.role == Role::kColumnHeader; });
      Element& row = table.children[i + 1];  // after the caption
      (isHead ? head : body).children.push_back(std::move(row));
    }
    table.children.resize(1);
    table.children.push_back(std::move(head));
    table.children.push_back(std::move(body));
  }

  const ElementOptions& options_;
  bool inGrid_ = false;
};

}  // namespace

Element toElement(const Node& node, Language language, const ElementOptions& options) {
  return ElementMaker(options).make(node, language);
}

}  // namespace wsis
