// The article of one award: everything known, its action line, the goals that follow from it, sources, neighbours.
#include <algorithm>

#include "core/state/url_codec.h"
#include "core/views/awards_view.h"
#include "core/views/names.h"

namespace wsis {
namespace {

class AwardWriter {
 public:
  AwardWriter(const Dataset& data, const Catalog& catalog, const AwardBase& base, int headingLevel)
      : data_(data), catalog_(catalog), base_(base), language_(catalog.language()), level_(headingLevel) {}

  Node write(uint32_t record) {
    const Award award = base_.table.at(record);
    Node node = makeNode(Role::kArticle, "", language_, "panel-award-" + award.id);
    node.add(makeHeading(level_, awardTitle(catalog_, base_.table, record), language_, "panel-title"));
    if (award.project.empty()) node.add(makeNode(Role::kNote, catalog_.text("award.noName"), language_));
    if (award.local) node.add(makeNode(Role::kNote, catalog_.text("award.local"), language_));
    if (!award.description.text.empty()) {
      node.add(makeNode(Role::kParagraph, award.description));
      const std::string foreign = foreignNote(catalog_, award.description.language);
      if (!foreign.empty()) addQuiet(node, foreign);
      if (award.describesTitleOnly) addQuiet(node, catalog_.text("award.titleOnly"));
    }
    addFacts(node, award);
    addLine(node, award);
    addGoals(node, award);
    addSources(node, award);
    addNeighbours(node, award, record);
    return node;
  }

 private:
  Node heading(std::string text) const { return makeHeading(level_ + 1, std::move(text), language_); }

  void addQuiet(Node& to, std::string text) const {
    Node node = makeNode(Role::kParagraph, std::move(text), language_);
    node.quiet = true;
    to.add(std::move(node));
  }

  void addFact(Node& list, const char* key, const std::string& value) const {
    if (value.empty()) return;
    list.add(makeNode(Role::kItem, catalog_.text("award.fact", {{"name", catalog_.text(key)}, {"value", value}}),
                      language_));
  }

  void addFacts(Node& to, const Award& award) const {
    Node list = makeNode(Role::kList, "", language_);
    list.label = catalog_.text("award.facts");
    addFact(list, "facet.status", statusName(catalog_, award.status));
    if (award.year > 0) addFact(list, "facet.year", std::to_string(award.year));
    addFact(list, "award.organisation", award.organisation);
    if (award.country >= 0) {
      const Country& country = base_.table.countries[static_cast<size_t>(award.country)];
      addFact(list, "facet.country", country.name.text);
      if (country.region >= 0) {
        addFact(list, "facet.region", base_.table.regions[static_cast<size_t>(country.region)].name.text);
      }
    }
    if (award.confidence != AwardConfidence::kUnknown) {
      addFact(list, "facet.confidence", catalog_.text("confidence." + std::string(nameOf(award.confidence))));
    }
    to.add(std::move(list));
    for (const std::string& note : award.notes) to.add(makeNode(Role::kNote, note, Language::kEnglish));
  }

  void addLine(Node& to, const Award& award) const {
    to.add(heading(catalog_.text("facet.line")));
    if (award.line < 0) {
      to.add(makeNode(Role::kNote, catalog_.text("award.noLine"), language_));
      return;
    }
    const ActionLine& line = data_.lines[static_cast<size_t>(award.line)];
    Node& list = to.add(makeNode(Role::kList, "", language_));
    Node item = makeNode(Role::kItem, "", language_);
    item.add(makeNode(Role::kTag, line.parent.empty() ? line.id : line.parent, language_));
    item.add(makeLink(line.name.text, line.name.language, "open?view=matrix&line=" + line.id, "award-line"));
    list.add(std::move(item));
    if (award.lineBasis == LineBasis::kListOrder) addQuiet(to, catalog_.text("award.lineByOrder"));
    if (award.lineBasis == LineBasis::kSubject) addQuiet(to, catalog_.text("award.lineBySubject"));
  }

  Node goalItem(int goalIndex, int line, const char* prefix) const {
    const Goal& goal = data_.goals[static_cast<size_t>(goalIndex)];
    const std::string number = std::to_string(goal.number);
    Node item = makeNode(Role::kItem, "", language_);
    Node tag = makeNode(Role::kTag, number, language_);
    tag.label = goalCode(catalog_, goal);
    tag.goal = goal.number;
    item.add(std::move(tag));
    const std::string ofLine = line < 0 ? "" : "&line=" + data_.lines[static_cast<size_t>(line)].id;
    item.add(makeLink(goal.shortName.text, goal.shortName.language, "open?view=matrix&goal=" + number + ofLine,
                      prefix + number));
    return item;
  }

  void addGoals(Node& to, const Award& award) const {
    if (award.goals != 0) {
      to.add(heading(catalog_.text("award.statedGoals")));
      Node& list = to.add(makeNode(Role::kList, "", language_));
      for (size_t g = 0; g < data_.goals.size(); ++g) {
        if ((award.goals >> data_.goals[g].number) & 1) list.add(goalItem(static_cast<int>(g), -1, "stated-"));
      }
      if (!award.goalsComplete) addQuiet(to, catalog_.text("award.goalsOpen"));
    }
    if (award.line < 0) return;
    to.add(heading(catalog_.text("award.derivedGoals")));
    addQuiet(to, catalog_.text("award.derivedNote"));
    Node& list = to.add(makeNode(Role::kList, "", language_));
    for (const Link& link : data_.links) {
      if (link.line == award.line) list.add(goalItem(link.goal, link.line, "derived-"));
    }
  }

  void addSources(Node& to, const Award& award) const {
    std::vector<std::pair<std::string, std::string>> links;  // text, address
    if (!award.url.empty()) links.emplace_back(catalog_.text("award.site"), award.url);
    if (!award.page.empty()) links.emplace_back(catalog_.text("award.page"), award.page);
    for (const std::string& source : award.sources) links.emplace_back(hostOf(source), source);
    if (links.empty()) return;
    to.add(heading(catalog_.text("panel.sources")));
    Node& list = to.add(makeNode(Role::kList, "", language_));
    int count = 0;
    for (auto& [text, address] : links) {
      Node item = makeNode(Role::kItem, "", language_);
      Node link = makeNode(Role::kLink, std::move(text), language_, "award-source-" + std::to_string(count++));
      link.url = address;
      item.add(std::move(link));
      list.add(std::move(item));
    }
  }

  static std::string hostOf(const std::string& address) {
    const size_t begin = address.find("://") + 3;
    return address.substr(begin, address.find('/', begin) - begin);
  }

  // Other awards of the same line, and of the same country: the newest few.
  void addNeighbours(Node& to, const Award& award, uint32_t record) const {
    const auto add = [&](const char* title, const char* prefix, auto isNeighbour) {
      constexpr size_t kMost = 5;
      Node list = makeNode(Role::kList, "", language_);
      for (uint32_t n = 0; n < base_.table.size() && list.children.size() < kMost; ++n) {
        if (n == record || !isNeighbour(n)) continue;
        Node item = makeNode(Role::kItem, "", language_);
        const std::string id(base_.table.id(n));
        item.add(makeLink(awardTitle(catalog_, base_.table, n), language_, "set?award=" + id, prefix + id));
        Node year =
            makeNode(Role::kText, base_.table.years[n] > 0 ? std::to_string(base_.table.years[n]) : "", language_);
        year.quiet = true;
        item.add(std::move(year));
        list.add(std::move(item));
      }
      if (list.children.empty()) return;
      to.add(heading(catalog_.text(title)));
      to.add(std::move(list));
    };
    if (award.line >= 0) {
      add("award.sameLine", "same-line-", [&](uint32_t n) { return base_.table.lines[n] == award.line; });
    }
    if (award.country >= 0) {
      add("award.sameCountry", "same-country-", [&](uint32_t n) { return base_.table.countryOf[n] == award.country; });
    }
  }

  const Dataset& data_;
  const Catalog& catalog_;
  const AwardBase& base_;
  Language language_;
  int level_;
};

}  // namespace

Node awardArticle(const Dataset& data, const Catalog& catalog, const AwardBase& base, uint32_t record,
                  int headingLevel) {
  return AwardWriter(data, catalog, base, headingLevel).write(record);
}

void addAwardsOf(Node& article, const Dataset& data, const ViewState& state, const Catalog& catalog,
                 const AwardsContext& awards, int headingLevel) {
  const Language language = catalog.language();
  ViewState narrowed = state;
  switchView(data, narrowed, View::kAwards);
  const AwardAnswer answer = awards.base->index->ask(awardRequest(*awards.base, narrowed));
  article.add(makeHeading(headingLevel, catalog.plural("award.ofSelection", static_cast<int>(answer.total)), language));
  Node note = makeNode(Role::kParagraph, catalog.text(answer.total == 0 ? "award.gap" : "award.derivedNote"), language);
  note.quiet = true;
  article.add(std::move(note));
  if (answer.total == 0) return;
  constexpr size_t kMost = 5;
  AwardList list(awards.base->index.get(), &answer, AwardSort::kNewest);
  Node& items = article.add(makeNode(Role::kList, "", language));
  for (size_t i = 0; i < std::min(kMost, list.size()); ++i) {
    const AwardCard card = describeAwardCard(data, narrowed, catalog, *awards.base, answer, list.at(i));
    Node item = makeNode(Role::kItem, "", language);
    const std::string id(awards.base->table.id(list.at(i)));
    item.add(makeLink(card.project.text, language, "set?view=awards&award=" + id, "of-" + id));
    Node meta = makeNode(Role::kText, card.status.empty() ? card.meta : card.status + " · " + card.meta, language);
    meta.quiet = true;
    item.add(std::move(meta));
    items.add(std::move(item));
  }
  Node all = makeNode(Role::kItem, "", language);
  all.add(
      makeLink(catalog.plural("award.showAll", static_cast<int>(answer.total)), language, "set?view=awards", "of-all"));
  items.add(std::move(all));
}

}  // namespace wsis
