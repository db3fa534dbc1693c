#include "core/export/static_pages.h"

#include <map>

#include "core/export/element.h"
#include "core/export/element_patch.h"
#include "core/export/html_writer.h"
#include "core/export/linked_data.h"
#include "core/export/svg/svg_picture.h"
#include "core/state/url_codec.h"
#include "core/views/names.h"
#include "core/views/page_view.h"
#include "core/views/panel_view.h"
#include "core/views/text_pages.h"

namespace wsis {
namespace {

// "fr/award/x.html" → "../../"
std::string rootOf(const std::string& path) {
  std::string root;
  for (const char c : path) {
    if (c == '/') root += "../";
  }
  return root;
}

// The places of the edition; `current` is the command of the one that the page belongs to.
Node placesNav(const Catalog& catalog, std::string_view current) {
  const Language language = catalog.language();
  Node nav = makeNode(Role::kNav, "", language);
  nav.label = catalog.text("places.label");
  Node& list = nav.add(makeNode(Role::kList, "", language));
  for (const auto& [name, command] :
       std::initializer_list<std::pair<const char*, const char*>>{{"view.matrix", "close"},
                                                                  {"view.awards", "set?view=awards"},
                                                                  {"view.about", "read?page=about"},
                                                                  {"view.sources", "read?page=sources"},
                                                                  {"view.accessibility", "read?page=accessibility"}}) {
    Node item = makeNode(Role::kItem, "", language);
    item.current = current == command;
    item.add(makeLink(catalog.text(name), language, command, ""));
    list.add(std::move(item));
  }
  return nav;
}

Element matrixElement(const Dataset& data, const Catalog& catalog, const ElementOptions& options) {
  ViewState state;
  state.language = data.language;
  return toElement(pageTree(describePage(data, state, catalog, {}, {}, {}), catalog), data.language, options);
}

ElementOptions optionsOf(const Dataset& data, const std::string& path) {
  ElementOptions made;
  made.address = [&data, path](std::string_view command) {
    // The language links lead to the same page in the other language.
    constexpr std::string_view kSwitch = "set?lang=";
    const std::string root = rootOf(path);
    if (command.starts_with(kSwitch)) {
      return root + samePageIn(path, *languageFromCode(command.substr(kSwitch.size())));
    }
    constexpr std::string_view kLive = "live?";
    if (command.starts_with(kLive)) {
      return root + matrixPage(data.language) + "?" + std::string(command.substr(kLive.size()));
    }
    return root + staticAddress(data, data.language, command);
  };
  return made;
}

class Edition {
 public:
  Edition(const Dataset& data, const Catalog& catalog, const AwardBase& awards)
      : data_(data), catalog_(catalog), awards_(awards), language_(catalog.language()) {
    for (uint32_t n = 0; n < awards_.table.size(); ++n) byYear_[awards_.table.years[n]].push_back(n);
  }

  std::vector<StaticPage> write() {
    writeMatrix();
    for (const ActionLine& line : data_.lines) writeLine(line);
    for (const ActionLine& group : data_.groups) writeLine(group);
    for (int goal = 0; goal < static_cast<int>(data_.goals.size()); ++goal) writeGoal(goal);
    writeAwards();
    for (uint32_t n = 0; n < awards_.table.size(); ++n) writeAward(n);
    writeText("about", "about.matrix", aboutArticle(data_, catalog_, 1));
    writeText("sources", "sources.intro", sourcesArticle(data_, catalog_, awards_, 1));
    writeText("accessibility", "a11y.aim", accessibilityArticle(data_, catalog_, 1));
    return std::move(pages_);
  }

 private:
  void writeMatrix() {
    StaticPage page;
    page.path = matrixPage(language_);
    page.root = rootOf(page.path);
    page.title = catalog_.text("site.title");
    page.description = catalog_.text("site.tagline");
    page.content = innerHtml(matrixElement(data_, catalog_, optionsOf(data_, page.path)));
    page.linkedData = datasetLinkedData(data_, catalog_, page.root);
    page.hasProgram = true;
    page.card = "matrix";
    pages_.push_back(std::move(page));
  }

  // `live` is the query that shows the same in the interactive explorer, or "" for a page that only this edition has.
  StaticPage& addPage(std::string path, const std::string& title, std::string description, std::string_view place,
                      const std::string& live, const std::vector<Node>& articles) {
    StaticPage page;
    page.path = std::move(path);
    page.root = rootOf(page.path);
    page.card = place == "set?view=awards" ? "awards" : "matrix";
    page.title = title + " – " + catalog_.text("site.title");
    page.description = std::move(description);
    ElementOptions options = optionsOf(data_, page.path);
    options.ids = false;
    const auto append = [&](const Node& node) { page.content += toHtml(toElement(node, language_, options)); };
    Node header = makeNode(Role::kHeader, "", language_);
    Node& home = header.add(makeNode(Role::kParagraph, "", language_));
    home.add(makeLink(catalog_.text("site.title"), language_, "close", ""));
    header.add(languageLinks(catalog_));
    append(header);
    append(placesNav(catalog_, place));
    for (const Node& article : articles) append(article);
    Node footer = makeNode(Role::kFooter, "", language_);
    if (!live.empty()) {
      Node open = makeNode(Role::kParagraph, "", language_);
      open.add(makeLink(catalog_.text("static.openLive"), language_, "live?" + live, ""));
      footer.add(std::move(open));
    }
    footer.add(makeNode(Role::kParagraph, catalog_.text("about.unofficial"), language_));
    footer.add(makeNode(Role::kParagraph, catalog_.text("about.version", {{"version", data_.version}}), language_));
    append(footer);
    pages_.push_back(std::move(page));
    return pages_.back();
  }

  std::string liveQuery(ViewState state) const {
    state.language = language_;
    return encodeQuery(state, language_);
  }

  // Known projects, as an article of their own.
  void addProjects(std::vector<Node>& articles, const std::vector<uint32_t>& records, bool derived) const {
    Node node = makeNode(Role::kArticle, "", language_, "projects");
    node.add(makeHeading(2, catalog_.plural("award.ofSelection", static_cast<int>(records.size())), language_));
    node.add(makeNode(Role::kNote, catalog_.text(records.empty() ? "award.gap" : "awards.coverage"), language_));
    if (derived && !records.empty()) {
      node.add(makeNode(Role::kParagraph, catalog_.text("awards.derived"), language_));
    }
    if (!records.empty()) node.add(awardLinks(catalog_, awards_, records));
    articles.push_back(std::move(node));
  }

  std::vector<uint32_t> foundBy(const std::string& query) const {
    const ViewState state = decodeQuery(data_, query, {}).state;
    const AwardAnswer answer = awards_.index->ask(awardRequest(awards_, state));
    AwardList list(awards_.index.get(), &answer, AwardSort::kNewest);
    std::vector<uint32_t> records;
    for (size_t i = 0; i < list.size(); ++i) records.push_back(list.at(i));
    return records;
  }

  void writeLine(const ActionLine& line) {
    std::vector<Node> articles{lineArticle(data_, catalog_, line, 1)};
    const int index = data_.findLine(line.id);
    for (const Link& link : data_.links) {
      if (link.line == index) articles.push_back(cellArticle(data_, catalog_, link.line, link.goal, 2));
    }
    addProjects(articles, foundBy("view=awards&line=" + line.id), false);
    ViewState state;
    state.line = line.id;
    StaticPage& page =
        addPage(linePage(language_, line.id), lineTitle(line), line.about.text, "close", liveQuery(state), articles);
    page.linkedData = workLinkedData(catalog_, lineTitle(line), line.about.text);
    page.card = "line";
  }

  void writeGoal(int index) {
    const Goal& goal = data_.goals[static_cast<size_t>(index)];
    std::vector<Node> articles{goalArticle(data_, catalog_, index, 1)};
    addProjects(articles, foundBy("view=awards&goal=" + std::to_string(goal.number)), true);
    ViewState state;
    state.goal = goal.number;
    StaticPage& page = addPage(goalPage(language_, goal.number), goalTitle(catalog_, goal), goal.title.text, "close",
                               liveQuery(state), articles);
    page.linkedData = workLinkedData(catalog_, goalTitle(catalog_, goal), goal.title.text);
    page.card = "goal";
  }

  std::string yearName(int year) const { return year > 0 ? std::to_string(year) : catalog_.text("static.noYear"); }

  void writeAwards() {
    const std::string title = catalog_.text("awards.title");
    Node node = makeNode(Role::kArticle, "", language_, "awards");
    node.add(makeHeading(1, title, language_));
    node.add(makeNode(Role::kNote, catalog_.text("awards.coverage"), language_));
    node.add(makeHeading(2, catalog_.text("static.byYear"), language_));
    Node& years = node.add(makeNode(Role::kList, "", language_));
    for (auto at = byYear_.rbegin(); at != byYear_.rend(); ++at) {
      const int year = at->first;
      Node item = makeNode(Role::kItem, "", language_);
      const std::string command = year > 0 ? "set?view=awards&year=" + std::to_string(year) : "set?view=awards";
      item.add(makeLink(yearName(year), language_, command, ""));
      Node count =
          makeNode(Role::kText, catalog_.plural("award.ofSelection", static_cast<int>(at->second.size())), language_);
      count.quiet = true;
      item.add(std::move(count));
      years.add(std::move(item));
    }
    ViewState state;
    state.view = View::kAwards;
    addPage(awardsPage(language_), title, catalog_.text("awards.coverage"), "set?view=awards", liveQuery(state),
            {node});
    for (const auto& [year, records] : byYear_) {
      Node list = makeNode(Role::kArticle, "", language_, "awards");
      const std::string name = title + " – " + yearName(year);
      list.add(makeHeading(1, name, language_));
      list.add(makeNode(Role::kNote, catalog_.text("awards.coverage"), language_));
      list.add(awardLinks(catalog_, awards_, records));
      ViewState ofYear = state;
      if (year > 0) ofYear.chosen(Facet::kYear) = {std::to_string(year)};
      addPage(awardYearPage(language_, year), name, catalog_.text("awards.coverage"), "set?view=awards",
              liveQuery(ofYear), {list});
    }
  }

  void writeAward(uint32_t record) {
    const std::string id(awards_.table.id(record));
    const std::string title = awardTitle(catalog_, awards_.table, record);
    const std::string description = awards_.table.at(record).description.text;
    ViewState state;
    state.view = View::kAwards;
    state.award = id;
    StaticPage& page =
        addPage(awardPage(language_, id), title, description.empty() ? title : description, "set?view=awards",
                liveQuery(state), {awardArticle(data_, catalog_, awards_, record, 1)});
    page.linkedData = awardLinkedData(catalog_, awards_, record);
  }

  void writeText(const char* name, const char* description, Node article) {
    const std::string command = std::string("read?page=") + name;
    addPage(textPage(language_, name), catalog_.text(std::string("view.") + name), catalog_.text(description), command,
            "", {std::move(article)});
  }

  const Dataset& data_;
  const Catalog& catalog_;
  const AwardBase& awards_;
  Language language_;
  std::map<int, std::vector<uint32_t>> byYear_;
  std::vector<StaticPage> pages_;
};

}  // namespace

std::string matrixPageJson(const Dataset& data, const Catalog& catalog) {
  return elementJson(matrixElement(data, catalog, optionsOf(data, matrixPage(Language::kEnglish))));
}

std::vector<LinkCard> linkCards(const Dataset& data, const Catalog& catalog) {
  ViewState state;
  state.language = data.language;
  const PageView page = describePage(data, state, catalog, {}, {}, {});
  const std::string tagline = catalog.text("site.tagline");
  std::vector<LinkCard> cards;
  for (const auto& [name, key] : std::initializer_list<std::pair<const char*, const char*>>{{"matrix", "matrix.title"},
                                                                                            {"awards", "awards.title"},
                                                                                            {"line", "matrix.lines"},
                                                                                            {"goal", "matrix.goals"}}) {
    cards.push_back({name, svgCard(data, catalog, page, catalog.text(key), tagline)});
  }
  return cards;
}

std::vector<StaticPage> staticPages(const Dataset& data, const Catalog& catalog, const AwardBase& awards) {
  return Edition(data, catalog, awards).write();
}

}  // namespace wsis
