#include "core/views/text_pages.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/views/names.h"

namespace wsis {
namespace {

Node paragraph(const Catalog& catalog, const char* key) {
  return makeNode(Role::kParagraph, catalog.text(key), catalog.language());
}

void addQuiet(Node& to, std::string text, Language language) {
  Node node = makeNode(Role::kParagraph, std::move(text), language);
  node.quiet = true;
  to.add(std::move(node));
}

// What rests on each source: how many lines, goals, targets and links name it.
struct Rest {
  int lines = 0, goals = 0, targets = 0, links = 0;
};

std::vector<Rest> restOnSources(const Dataset& data) {
  std::vector<Rest> rest(data.sources.size());
  const auto count = [&](const std::set<int>& sources, int Rest::*what) {
    for (const int source : sources) {
      if (source >= 0) ++(rest[static_cast<size_t>(source)].*what);
    }
  };
  const auto ofLine = [](const ActionLine& line) {
    std::set<int> sources(line.nameSources.begin(), line.nameSources.end());
    for (const Facilitator& entry : line.facilitators) sources.insert(entry.sources.begin(), entry.sources.end());
    if (line.ituRole) sources.insert(line.ituRole->sources.begin(), line.ituRole->sources.end());
    return sources;
  };
  for (const ActionLine& line : data.lines) count(ofLine(line), &Rest::lines);
  for (const ActionLine& group : data.groups) count(ofLine(group), &Rest::lines);
  for (const Goal& goal : data.goals) count({goal.sources.begin(), goal.sources.end()}, &Rest::goals);
  for (const Target& target : data.targets) count({target.source}, &Rest::targets);
  for (const Link& link : data.links) count({link.sources.begin(), link.sources.end()}, &Rest::links);
  return rest;
}

std::string describeRest(const Catalog& catalog, const Source& source, const Rest& rest) {
  std::vector<std::string> parts;
  const auto add = [&](const char* key, int n) {
    if (n > 0) parts.push_back(catalog.plural(key, n));
  };
  add("sources.links", rest.links);
  add("sources.lines", rest.lines);
  add("sources.goals", rest.goals);
  add("sources.targets", rest.targets);
  if (source.kind == "countries") parts.push_back(catalog.text("sources.places"));
  return listOf(catalog, parts);
}

// "https://www.itu.int/x" → "itu.int"
std::string siteOf(std::string_view address) {
  const size_t begin = address.find("://");
  std::string_view host = begin == address.npos ? address : address.substr(begin + 3);
  host = host.substr(0, host.find('/'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace

Node aboutArticle(const Dataset& data, const Catalog& catalog, int headingLevel) {
  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "about");
  node.add(makeHeading(headingLevel, catalog.text("view.about"), language));
  node.add(paragraph(catalog, "site.tagline"));
  node.add(makeNode(Role::kNote, catalog.text("about.unofficial"), language));
  node.add(makeHeading(headingLevel + 1, catalog.text("about.how"), language));
  node.add(paragraph(catalog, "about.matrix"));
  node.add(paragraph(catalog, "awards.coverage"));
  node.add(paragraph(catalog, "about.derived"));
  node.add(paragraph(catalog, "about.missing"));
  if (language != Language::kEnglish) node.add(paragraph(catalog, "about.translation"));
  node.add(paragraph(catalog, "about.privacy"));
  node.add(makeNode(Role::kParagraph, catalog.text("about.version", {{"version", data.version}}), language));
  node.add(makeHeading(headingLevel + 1, catalog.text("about.licences"), language));
  node.add(paragraph(catalog, "about.licenceCode"));
  node.add(paragraph(catalog, "about.licenceGoals"));
  return node;
}

Node sourcesArticle(const Dataset& data, const Catalog& catalog, const AwardBase& base, int headingLevel) {
  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "sources");
  node.add(makeHeading(headingLevel, catalog.text("about.sources"), language));
  node.add(paragraph(catalog, "sources.intro"));
  Node& list = node.add(makeNode(Role::kList, "", language));
  const std::vector<Rest> rest = restOnSources(data);
  for (size_t i = 0; i < data.sources.size(); ++i) {
    const Source& source = data.sources[i];
    Node item = makeNode(Role::kItem, "", language);
    Node name = makeNode(source.url.empty() ? Role::kText : Role::kLink, source.title, Language::kEnglish);
    name.url = source.url;
    item.add(std::move(name));
    addQuiet(item, describeRest(catalog, source, rest[i]), language);
    list.add(std::move(item));
  }

  node.add(makeHeading(headingLevel + 1, catalog.text("sources.awards"), language));
  node.add(makeNode(Role::kNote, catalog.text("awards.coverage"), language));
  std::map<std::string, int> sites;
  for (uint32_t n = 0; n < base.table.size(); ++n) {
    std::set<std::string> own;
    for (const std::string& source : base.table.at(n).sources) own.insert(siteOf(source));
    for (const std::string& site : own) ++sites[site];
  }
  std::vector<std::pair<std::string, int>> sorted(sites.begin(), sites.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  Node& siteList = node.add(makeNode(Role::kList, "", language));
  for (const auto& [site, count] : sorted) {
    siteList.add(makeNode(Role::kItem, catalog.plural("sources.site", count, {{"name", site}}), language));
  }
  return node;
}

Node accessibilityArticle(const Dataset& data, const Catalog& catalog, int headingLevel) {
  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "accessibility");
  node.add(makeHeading(headingLevel, catalog.text("a11y.title"), language));
  node.add(paragraph(catalog, "a11y.aim"));
  node.add(paragraph(catalog, "a11y.how"));
  const auto addList = [&](const char* title, std::initializer_list<const char*> keys) {
    node.add(makeHeading(headingLevel + 1, catalog.text(title), language));
    Node& list = node.add(makeNode(Role::kList, "", language));
    for (const char* key : keys) list.add(makeNode(Role::kItem, catalog.text(key), language));
  };
  addList("a11y.tested",
          {"a11y.testedAxe", "a11y.testedKeyboard", "a11y.testedTree", "a11y.testedColour", "a11y.testedText"});
  addList("a11y.open", {"a11y.openPeople", "a11y.openMap", "a11y.openSweep", "a11y.openNames"});
  addQuiet(node, catalog.text("about.version", {{"version", data.version}}), language);
  return node;
}

Node awardLinks(const Catalog& catalog, const AwardBase& base, const std::vector<uint32_t>& records) {
  const Language language = catalog.language();
  Node list = makeNode(Role::kList, "", language);
  for (const uint32_t record : records) {
    const Award award = base.table.at(record);
    Node item = makeNode(Role::kItem, "", language);
    item.add(makeLink(awardTitle(catalog, base.table, record), language, "set?view=awards&award=" + award.id, ""));
    std::string rest;
    const auto add = [&](const std::string& text) {
      if (text.empty()) return;
      rest += rest.empty() ? text : " · " + text;
    };
    add(statusName(catalog, award.status));
    if (award.year > 0) add(std::to_string(award.year));
    add(award.organisation);
    if (award.country >= 0) add(base.table.countries[static_cast<size_t>(award.country)].name.text);
    addQuiet(item, std::move(rest), language);
    list.add(std::move(item));
  }
  return list;
}

}  // namespace wsis
