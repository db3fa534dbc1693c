#include "core/views/panel_view.h"

#include <algorithm>

#include "core/matrix/matrix_math.h"
#include "core/views/help_view.h"
#include "core/views/names.h"

namespace wsis {
namespace {

class ArticleWriter {
 public:
  ArticleWriter(const Dataset& data, const Catalog& catalog, int headingLevel)
      : data_(data), catalog_(catalog), language_(catalog.language()), headingLevel_(headingLevel) {}

  Node cell(int lineIndex, int goalIndex, int markedTarget);
  Node line(const ActionLine& l);
  Node goal(int goalIndex, int markedTarget);

 private:
  const Goal& goalAt(int index) const { return data_.goals[static_cast<size_t>(index)]; }
  const ActionLine& lineAt(int index) const { return data_.lines[static_cast<size_t>(index)]; }
  const Target& targetAt(int index) const { return data_.targets[static_cast<size_t>(index)]; }

  Node article(std::string key) const { return makeNode(Role::kArticle, "", language_, std::move(key)); }

  Node heading(std::string text) const { return makeHeading(headingLevel_ + 1, std::move(text), language_); }

  Node title(const LocalText& text) const {
    Node node = makeHeading(headingLevel_, text.text, text.language, "panel-title");
    return node;
  }

  Node note(std::string text) const { return makeNode(Role::kNote, std::move(text), language_); }

  Node goalTag(const Goal& g) const {
    Node tag = makeNode(Role::kTag, std::to_string(g.number), language_);
    tag.label = goalCode(catalog_, g);
    tag.goal = g.number;
    return tag;
  }

  Node targetItem(int target, bool marked) const {
    const Target& t = targetAt(target);
    Node item = makeNode(Role::kItem, "", language_, "target-" + t.id);
    Node tag = makeNode(Role::kTag, t.id, language_);
    tag.goal = goalAt(t.goal).number;
    item.add(std::move(tag));
    item.add(makeNode(Role::kText, t.text));
    item.current = marked;
    return item;
  }

  // "Goal 9 Industry, …: 2 targets, 9.1 and 9.c", leading to the cell.
  Node linkItem(const Link& link, bool namesGoal) const {
    const ActionLine& l = lineAt(link.line);
    const Goal& g = goalAt(link.goal);
    const std::string number = std::to_string(g.number);
    Node item = makeNode(Role::kItem, "", language_, "item-" + l.id + "-" + number);
    if (namesGoal) {
      item.add(goalTag(g));
    } else {
      item.add(makeNode(Role::kTag, l.parent.empty() ? l.id : l.parent, language_));
    }
    const LocalText& name = namesGoal ? g.shortName : l.shortName;
    Node open =
        makeLink(name.text, name.language, "open?line=" + l.id + "&goal=" + number, "open-" + l.id + "-" + number);
    item.add(std::move(open));
    Node content = makeNode(Role::kText, linkContent(data_, catalog_, &link), language_);
    content.quiet = true;
    item.add(std::move(content));
    return item;
  }

  void addSources(Node& to, const std::vector<int>& sources, const std::string& key) const {
    if (sources.empty()) return;
    to.add(heading(catalog_.text("panel.sources")));
    Node& list = to.add(makeNode(Role::kList, "", language_));
    int count = 0;
    for (const int index : sources) {
      const Source& source = data_.sources[static_cast<size_t>(index)];
      Node item = makeNode(Role::kItem, "", language_);
      Node entry = makeNode(source.url.empty() ? Role::kText : Role::kLink, source.title, Language::kEnglish,
                            source.url.empty() ? "" : key + "-source-" + std::to_string(count++));
      entry.url = source.url;
      item.add(std::move(entry));
      addForeignNote(item, Language::kEnglish);
      list.add(std::move(item));
    }
  }

  void addForeignNote(Node& to, Language language) const {
    std::string text = foreignNote(catalog_, language);
    if (text.empty()) return;
    Node remark = makeNode(Role::kText, std::move(text), language_);
    remark.quiet = true;
    to.add(std::move(remark));
  }

  void addParts(Node& to, const Link& link, int markedTarget) const;
  void addFacilitators(Node& to, const ActionLine& l) const;
  std::string roleName(FacilitatorRole role) const;

  const Dataset& data_;
  const Catalog& catalog_;
  Language language_;
  int headingLevel_;
};

void ArticleWriter::addParts(Node& to, const Link& link, int markedTarget) const {
  for (const LinkPart& part : link.parts) {
    if (part.rationale.empty()) {
      to.add(note(catalog_.text("panel.noRationale")));
    } else {
      to.add(makeNode(Role::kQuote, part.rationale));
    }
    Node list = makeNode(Role::kList, "", language_);
    list.label = catalog_.text("panel.targetsCited");
    for (const int target : part.targets) list.add(targetItem(target, target == markedTarget));
    if (part.wholeGoal) {
      Node item = makeNode(Role::kItem, "", language_);
      item.add(goalTag(goalAt(link.goal)));
      item.add(makeNode(Role::kText, catalog_.text("panel.wholeGoal"), language_));
      list.add(std::move(item));
    }
    to.add(std::move(list));
  }
}

Node ArticleWriter::cell(int lineIndex, int goalIndex, int markedTarget) {
  const ActionLine& l = lineAt(lineIndex);
  const Goal& g = goalAt(goalIndex);
  const Link* link = data_.linkAt(lineIndex, goalIndex);
  const std::string number = std::to_string(g.number);
  Node node = article("panel-" + l.id + "-" + number);
  node.add(
      title({catalog_.text("panel.cellTitle", {{"line", lineTitle(l)}, {"goal", goalTitle(catalog_, g)}}), language_}));

  Node& about = node.add(makeNode(Role::kList, "", language_));
  about.label = catalog_.text("panel.about");
  Node lineItem = makeNode(Role::kItem, "", language_);
  lineItem.add(makeNode(Role::kTag, l.parent.empty() ? l.id : l.parent, language_));
  lineItem.add(makeLink(l.name.text, l.name.language, "open?line=" + l.id, "panel-line"));
  about.add(std::move(lineItem));
  Node goalItem = makeNode(Role::kItem, "", language_);
  goalItem.add(goalTag(g));
  goalItem.add(makeLink(g.title.text, g.title.language, "open?goal=" + number, "panel-goal"));
  about.add(std::move(goalItem));

  if (link == nullptr) {
    node.add(note(catalog_.text("panel.noLink")));
    return node;
  }
  node.add(heading(catalog_.text("panel.why")));
  addParts(node, *link, markedTarget);
  if (link->partial) node.add(note(catalog_.text("panel.partial")));
  for (const LocalText& text : link->notes) node.add(makeNode(Role::kNote, text));
  addSources(node, link->sources, "cell");
  return node;
}

std::string ArticleWriter::roleName(FacilitatorRole role) const {
  switch (role) {
    case FacilitatorRole::kFacilitator:
      return catalog_.text("role.facilitator");
    case FacilitatorRole::kCoFacilitator:
      return catalog_.text("role.coFacilitator");
    case FacilitatorRole::kLeadFacilitator:
      return catalog_.text("role.leadFacilitator");
    case FacilitatorRole::kSoleFacilitator:
      return catalog_.text("role.soleFacilitator");
    case FacilitatorRole::kCoOrganizer:
      return catalog_.text("role.coOrganizer");
    case FacilitatorRole::kNamed2005:
      return catalog_.text("role.named2005");
    case FacilitatorRole::kPartner:
      return catalog_.text("role.partner");
  }
  return {};
}

void ArticleWriter::addFacilitators(Node& to, const ActionLine& l) const {
  to.add(heading(catalog_.text("panel.facilitators")));
  if (l.facilitators.empty()) {
    to.add(note(catalog_.text("panel.facilitatorOpen")));
  } else {
    Node& list = to.add(makeNode(Role::kList, "", language_));
    for (const Facilitator& facilitator : l.facilitators) {
      const bool weak = facilitator.confidence == Confidence::kLow;
      list.add(makeNode(
          Role::kItem,
          catalog_.text(weak ? "panel.facilitatorWeak" : "panel.facilitator",
                        {{"agency", agencyName(catalog_, facilitator.agency)}, {"role", roleName(facilitator.role)}}),
          language_));
    }
  }
  if (!l.ituRole) {
    to.add(makeNode(Role::kParagraph, catalog_.text("panel.ituNone"), language_));
  } else {
    const char* key = l.ituRole->statedForC7AsAWhole ? "panel.ituRoleC7" : "panel.ituRole";
    to.add(makeNode(Role::kParagraph, catalog_.text(key, {{"role", roleName(l.ituRole->role)}}), language_));
  }
}

Node ArticleWriter::line(const ActionLine& l) {
  Node node = article("panel-" + l.id);
  node.add(
      title({catalog_.text("panel.lineTitle", {{"code", l.parent.empty() ? l.id : l.parent}, {"name", l.name.text}}),
             l.name.language}));
  if (!l.about.empty()) node.add(makeNode(Role::kParagraph, l.about));

  const int group = data_.findGroup(l.id);
  if (group >= 0) {
    node.add(heading(catalog_.text("panel.fields")));
    Node& list = node.add(makeNode(Role::kList, "", language_));
    for (const ActionLine& member : data_.lines) {
      if (member.parent != l.id) continue;
      Node item = makeNode(Role::kItem, "", language_);
      item.add(makeLink(member.name.text, member.name.language, "open?line=" + member.id, "open-" + member.id));
      list.add(std::move(item));
    }
    addSources(node, l.nameSources, "line");
    return node;
  }

  const int index = data_.findLine(l.id);
  int links = 0;
  Node list = makeNode(Role::kList, "", language_);
  for (const Link& link : data_.links) {
    if (link.line != index) continue;
    ++links;
    list.add(linkItem(link, true));
  }
  node.add(heading(catalog_.plural("panel.linkedGoals", links)));
  node.add(std::move(list));

  const std::vector<int> gaps = goalsWithoutLink(data_, index);
  if (!gaps.empty()) {
    std::vector<std::string> numbers;
    for (const int goal : gaps) numbers.push_back(std::to_string(goalAt(goal).number));
    Node text = makeNode(
        Role::kParagraph,
        catalog_.plural("panel.goalGaps", static_cast<int>(gaps.size()), {{"goals", listOf(catalog_, numbers)}}),
        language_);
    text.quiet = true;
    node.add(std::move(text));
  }

  addFacilitators(node, l);

  const std::vector<Neighbour> similar = linesSharingGoals(data_, index);
  if (!similar.empty()) {
    node.add(heading(catalog_.text("panel.similarLines")));
    Node& near = node.add(makeNode(Role::kList, "", language_));
    for (size_t i = 0; i < std::min<size_t>(similar.size(), 4); ++i) {
      const ActionLine& other = lineAt(similar[i].index);
      Node item = makeNode(Role::kItem, "", language_);
      item.add(makeNode(Role::kTag, other.parent.empty() ? other.id : other.parent, language_));
      item.add(
          makeLink(other.shortName.text, other.shortName.language, "open?line=" + other.id, "similar-" + other.id));
      Node shared = makeNode(Role::kText, catalog_.plural("panel.sharedGoals", similar[i].shared), language_);
      shared.quiet = true;
      item.add(std::move(shared));
      near.add(std::move(item));
    }
  }
  std::vector<int> sources = l.nameSources;
  for (const Facilitator& f : l.facilitators) sources.insert(sources.end(), f.sources.begin(), f.sources.end());
  if (l.ituRole) sources.insert(sources.end(), l.ituRole->sources.begin(), l.ituRole->sources.end());
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  addSources(node, sources, "line");
  return node;
}

Node ArticleWriter::goal(int goalIndex, int markedTarget) {
  const Goal& g = goalAt(goalIndex);
  Node node = article("panel-goal-" + std::to_string(g.number));
  node.add(title({catalog_.text("panel.goalTitle", {{"goal", goalCode(catalog_, g)}, {"name", g.shortName.text}}),
                  g.shortName.language}));
  node.add(makeNode(Role::kParagraph, g.title));

  int links = 0;
  Node list = makeNode(Role::kList, "", language_);
  for (const Link& link : data_.links) {
    if (link.goal != goalIndex) continue;
    ++links;
    list.add(linkItem(link, false));
  }
  node.add(heading(catalog_.plural("panel.linkedLines", links)));
  node.add(std::move(list));

  const std::vector<int> gaps = linesWithoutLink(data_, goalIndex);
  if (!gaps.empty()) {
    std::vector<std::string> codes;
    for (const int line : gaps) codes.push_back(lineCode(lineAt(line)));
    Node text =
        makeNode(Role::kParagraph,
                 catalog_.plural("panel.lineGaps", static_cast<int>(gaps.size()), {{"lines", listOf(catalog_, codes)}}),
                 language_);
    text.quiet = true;
    node.add(std::move(text));
  }

  node.add(heading(catalog_.plural("panel.targetsOfGoal", static_cast<int>(g.targets.size()))));
  Node& targets = node.add(makeNode(Role::kList, "", language_));
  for (const int target : g.targets) {
    Node item = targetItem(target, target == markedTarget);
    std::vector<std::string> citing;
    for (const Link& link : data_.links) {
      if (std::binary_search(link.targets.begin(), link.targets.end(), target)) {
        citing.push_back(lineCode(lineAt(link.line)));
      }
    }
    Node by = makeNode(Role::kText,
                       citing.empty() ? catalog_.text("panel.notCited")
                                      : catalog_.text("panel.citedBy", {{"lines", listOf(catalog_, citing)}}),
                       language_);
    by.quiet = true;
    item.add(std::move(by));
    targets.add(std::move(item));
  }

  const std::vector<Neighbour> similar = goalsSharingLines(data_, goalIndex);
  if (!similar.empty()) {
    node.add(heading(catalog_.text("panel.similarGoals")));
    Node& near = node.add(makeNode(Role::kList, "", language_));
    for (size_t i = 0; i < std::min<size_t>(similar.size(), 4); ++i) {
      const Goal& other = goalAt(similar[i].index);
      Node item = makeNode(Role::kItem, "", language_);
      item.add(goalTag(other));
      item.add(makeLink(other.shortName.text, other.shortName.language, "open?goal=" + std::to_string(other.number),
                        "similar-" + std::to_string(other.number)));
      Node shared = makeNode(Role::kText, catalog_.plural("panel.sharedLines", similar[i].shared), language_);
      shared.quiet = true;
      item.add(std::move(shared));
      near.add(std::move(item));
    }
  }
  std::vector<int> sources = g.sources;
  if (!g.targets.empty() && targetAt(g.targets.front()).source >= 0) {
    sources.push_back(targetAt(g.targets.front()).source);
  }
  addSources(node, sources, "goal");
  return node;
}

}  // namespace

Node cellArticle(const Dataset& data, const Catalog& catalog, int line, int goal, int headingLevel, int markedTarget) {
  return ArticleWriter(data, catalog, headingLevel).cell(line, goal, markedTarget);
}

Node lineArticle(const Dataset& data, const Catalog& catalog, const ActionLine& line, int headingLevel) {
  return ArticleWriter(data, catalog, headingLevel).line(line);
}

Node goalArticle(const Dataset& data, const Catalog& catalog, int goal, int headingLevel, int markedTarget) {
  return ArticleWriter(data, catalog, headingLevel).goal(goal, markedTarget);
}

void addPanelActions(Node& article, const ViewState& state, const Catalog& catalog) {
  Node actions = makeNode(Role::kChoices, "", catalog.language(), "panel-actions");
  actions.label = catalog.text("panel.actions");
  if (state.help) actions.add(lettersSwitch(state, catalog));
  if (!state.share && !state.help) {
    Node share = makeNode(Role::kButton, catalog.text("share.open"), catalog.language(), "panel-share-open");
    share.command = "set?share=1";
    actions.add(std::move(share));
  }
  Node copy = makeNode(Role::kButton, catalog.text("panel.copyLink"), catalog.language(), "panel-copy");
  copy.command = "page?do=copy-link";
  actions.add(std::move(copy));
  Node close = makeNode(Role::kButton, catalog.text("panel.close"), catalog.language(), "panel-close");
  close.command = "close";
  actions.add(std::move(close));
  article.add(std::move(actions));
}

std::optional<Node> describePanel(const Dataset& data, const ViewState& state, const Catalog& catalog,
                                  const AwardsContext& awards) {
  constexpr int kPanelHeading = 2;
  const int award = awards.base == nullptr ? -1 : awards.base->table.find(state.award);
  std::optional<Node> comparison;
  if (awards.base != nullptr && award < 0) {
    comparison = comparisonArticle(data, state, catalog, *awards.base, kPanelHeading);
  }
  if (!state.hasSelection() && award < 0 && !comparison && !state.help) return std::nullopt;
  const int line = data.findLine(state.line);
  const int goal = data.findGoal(state.goal);
  const int target = data.findTarget(state.target);
  std::optional<Node> node;
  if (state.help) {
    node = helpArticle(catalog, kPanelHeading);
  } else if (comparison) {
    node = std::move(comparison);
  } else if (award >= 0) {
    node = awardArticle(data, catalog, *awards.base, static_cast<uint32_t>(award), kPanelHeading);
  } else if (line >= 0 && goal >= 0) {
    node = cellArticle(data, catalog, line, goal, kPanelHeading, target);
  } else if (goal >= 0 && state.line.empty()) {
    node = goalArticle(data, catalog, goal, kPanelHeading, target);
  } else if (line >= 0) {
    node = lineArticle(data, catalog, data.lines[static_cast<size_t>(line)], kPanelHeading);
  } else {
    const int group = data.findGroup(state.line);
    if (group < 0) return std::nullopt;
    node = lineArticle(data, catalog, data.groups[static_cast<size_t>(group)], kPanelHeading);
  }
  if (state.hasSelection() && !state.help && awards.base != nullptr)
    addAwardsOf(*node, data, state, catalog, awards, kPanelHeading + 1);
  addPanelActions(*node, state, catalog);
  return node;
}

}  // namespace wsis
