#include "core/views/page_view.h"

#include "core/views/help_view.h"
#include "core/views/names.h"
#include "core/views/panel_view.h"

namespace wsis {
namespace {

ChoiceGroup choices(const Catalog& catalog, const char* key, const std::vector<std::pair<std::string, bool>>& options,
                    const std::string& parameter) {
  ChoiceGroup group;
  group.key = key;
  group.label = catalog.text(std::string(key) + ".label");
  for (const auto& [value, pressed] : options) {
    group.options.push_back(
        {group.key + "-" + value, catalog.text(group.key + "." + value), "set?" + parameter + "=" + value, pressed});
  }
  return group;
}

std::string documentTitle(const Dataset& data, const ViewState& state, const Catalog& catalog) {
  const int line = data.findLine(state.line);
  const int goal = data.findGoal(state.goal);
  std::string subject;
  if (state.view == View::kAwards) subject = catalog.text("view.awards");
  if (line >= 0) subject = lineCode(data.lines[static_cast<size_t>(line)]);
  if (goal >= 0) {
    const std::string code = goalCode(catalog, data.goals[static_cast<size_t>(goal)]);
    subject = subject.empty() ? code : subject + " × " + code;
  }
  const std::string title = catalog.text("site.title");
  return subject.empty() ? title : subject + " – " + title;
}

std::string noticeText(const Catalog& catalog, const DroppedValue& dropped) {
  const char* key = dropped.why == DroppedValue::Why::kUnknownParameter ? "notice.unknownParameter"
                    : dropped.why == DroppedValue::Why::kContradiction  ? "notice.contradiction"
                                                                        : "notice.unknownValue";
  // A hostile URL must not fill the page: what is quoted is cut.
  const auto cut = [](std::string text) {
    constexpr size_t kMost = 40;
    if (text.size() <= kMost) return text;
    size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
  };
  return catalog.text(key, {{"parameter", cut(dropped.parameter)}, {"value", cut(dropped.value)}});
}

Node controlsTree(const PageView& page, const Catalog& catalog) {
  const Language language = catalog.language();
  Node controls = makeNode(Role::kSection, "", language, "controls");
  controls.label = catalog.text("controls.label");
  for (const ChoiceGroup& group : page.controls) {
    Node& choicesNode = controls.add(makeNode(Role::kChoices, group.label, language, group.key));
    for (const ChoiceGroup::Option& option : group.options) {
      Node button = makeNode(Role::kButton, option.text, language, option.key);
      button.command = option.command;
      button.toggles = true;
      button.pressed = option.pressed;
      choicesNode.add(std::move(button));
    }
  }
  for (const AwardChip& action : page.actions) {
    Node button = makeNode(Role::kButton, action.text, language, action.key);
    button.command = action.command;
    controls.add(std::move(button));
  }
  return controls;
}

Node footerTree(const Dataset& data, const Catalog& catalog) {
  const Language language = catalog.language();
  Node footer = makeNode(Role::kFooter, "", language, "footer");
  footer.add(makeHeading(2, catalog.text("about.title"), language));
  footer.add(makeNode(Role::kParagraph, catalog.text("about.matrix"), language));
  footer.add(makeNode(Role::kParagraph, catalog.text("about.unofficial"), language));
  if (language != Language::kEnglish) {
    footer.add(makeNode(Role::kParagraph, catalog.text("about.translation"), language));
  }
  footer.add(makeHeading(3, catalog.text("about.sources"), language));
  Node& list = footer.add(makeNode(Role::kList, "", language));
  int count = 0;
  for (const Source& source : data.sources) {
    if (source.kind == "action-lines" || source.kind == "countries") continue;  // listed where they are used
    Node item = makeNode(Role::kItem, "", language);
    Node link = makeNode(Role::kLink, source.title, Language::kEnglish, "about-source-" + std::to_string(count++));
    link.url = source.url;
    item.add(std::move(link));
    if (const std::string remark = foreignNote(catalog, Language::kEnglish); !remark.empty()) {
      Node text = makeNode(Role::kText, remark, language);
      text.quiet = true;
      item.add(std::move(text));
    }
    list.add(std::move(item));
  }
  footer.add(makeNode(Role::kParagraph, catalog.text("about.version", {{"version", data.version}}), language));
  Node links = pageLinks(catalog, "footer-");
  Node help = makeNode(Role::kItem, "", language);
  help.add(makeLink(catalog.text("help.open"), language, "open?help=1", "footer-help"));
  links.add(std::move(help));
  Node share = makeNode(Role::kItem, "", language);
  share.add(makeLink(catalog.text("share.open"), language, "set?share=1", "footer-share"));
  links.add(std::move(share));
  footer.add(std::move(links));
  Node keep = makeNode(Role::kButton, catalog.text("offline.keep"), language, "offline-keep");
  keep.command = "page?do=offline";
  footer.add(std::move(keep));
  footer.add(makeNode(Role::kParagraph, catalog.text("offline.kept"), language, "offline-kept"));
  return footer;
}

}  // namespace

PageView describePage(const Dataset& data, const ViewState& state, const Catalog& catalog, const AwardsContext& awards,
                      const std::vector<DroppedValue>& dropped, const Faults& faults) {
  PageView page;
  page.documentTitle = documentTitle(data, state, catalog);
  page.title = catalog.text("site.title");
  page.tagline = catalog.text("site.tagline");
  const bool isBare = state.embed || state.present || state.kiosk;
  page.showsHead = !isBare;
  page.showsControls = !isBare || state.controls;
  page.showsPlaces = !isBare || state.search;
  page.showsLegend = !state.embed || !state.plain;
  page.view = state.view;
  page.placesLabel = catalog.text("places.label");
  page.places = choices(catalog, "view",
                        {{"matrix", state.view == View::kMatrix}, {"awards", state.view == View::kAwards}}, "view")
                    .options;
  page.searchLabel = catalog.text("awards.search");
  page.searchWords = state.words;
  for (const ActionLine& line : data.lines) page.searchOffers.push_back(lineTitle(line));
  for (const Goal& goal : data.goals) page.searchOffers.push_back(goalTitle(catalog, goal));
  const bool isMatrix = state.view == View::kMatrix;
  if (isMatrix)
    page.controls.push_back(choices(
        catalog, "level", {{"goal", state.level == Level::kGoal}, {"target", state.level == Level::kTarget}}, "level"));
  if (isMatrix)
    page.controls.push_back(choices(catalog, "metric",
                                    {{"links", state.metric == Metric::kLinks},
                                     {"awards", state.metric == Metric::kAwards},
                                     {"both", state.metric == Metric::kBoth}},
                                    "metric"));
  if (isMatrix)
    page.controls.push_back(choices(catalog, "sort",
                                    {{"published", state.order == MatrixOrder::kPublished},
                                     {"links", state.order == MatrixOrder::kLinks},
                                     {"similar", state.order == MatrixOrder::kSimilar}},
                                    "sort"));
  page.controls.push_back(choices(catalog, "theme",
                                  {{"auto", state.theme == Theme::kAuto},
                                   {"light", state.theme == Theme::kLight},
                                   {"dark", state.theme == Theme::kDark},
                                   {"contrast", state.theme == Theme::kContrast}},
                                  "theme"));
  if (!isMatrix) {
    page.actions.push_back({"local-open", catalog.text("local.open"), "", "page?do=open-file"});
    if (awards.base != nullptr && awards.base->table.localCount() > 0) {
      page.actions.push_back({"local-remove", catalog.text("local.remove"), "", "page?do=remove-local"});
    }
  }
  for (const DroppedValue& value : dropped) page.notices.push_back(noticeText(catalog, value));
  if (!faults.empty()) {
    page.notices.push_back(
        catalog.plural("notice.faults", static_cast<int>(faults.size()), {{"first", describeFault(faults.front())}}));
  }
  page.dismissLabel = catalog.text("notice.dismiss");
  if (isMatrix) page.matrix = describeMatrix(data, state, catalog, awards);
  if (!isMatrix) page.awards = describeAwards(data, state, catalog, awards);
  page.panel = describePanel(data, state, catalog, awards);
  page.footer = footerTree(data, catalog);
  page.footerLine = catalog.text("about.line", {{"version", data.version}});
  return page;
}

Node languageLinks(const Catalog& catalog) {
  Node list = makeNode(Role::kList, "", catalog.language(), "languages");
  list.label = catalog.text("lang.label");
  for (const LanguageInfo& entry : kLanguages) {
    const std::string code(entry.code);
    Node item = makeNode(Role::kItem, "", catalog.language());
    item.current = entry.language == catalog.language();
    item.add(makeLink(std::string(entry.ownName), entry.language, "set?lang=" + code, "lang-" + code));
    list.add(std::move(item));
  }
  return list;
}

Node pageTree(const PageView& page, const Catalog& catalog) {
  const Language language = catalog.language();
  Node root = makeNode(Role::kRoot, page.documentTitle, language, "page");
  if (page.showsHead) {
    Node& header = root.add(makeNode(Role::kHeader, "", language, "header"));
    header.add(makeHeading(1, page.title, language, "title"));
    header.add(makeNode(Role::kParagraph, page.tagline, language, "tagline"));
    header.add(languageLinks(catalog));
  }
  if (page.showsPlaces) {
    Node& nav = root.add(makeNode(Role::kNav, "", language, "places"));
    nav.label = page.placesLabel;
    Node& places = nav.add(makeNode(Role::kList, "", language));
    for (const ChoiceGroup::Option& place : page.places) {
      Node item = makeNode(Role::kItem, "", language);
      item.current = place.pressed;
      item.add(makeLink(place.text, language, place.command, place.key));
      places.add(std::move(item));
    }
    Node search = makeNode(Role::kSearch, page.searchLabel, language, "search");
    search.command = "set?view=awards&q=";
    search.value = page.searchWords;
    search.list = "search-words";
    if (page.view == View::kAwards) search.describedBy = "awards-status";
    nav.add(std::move(search));
    Node present = makeNode(Role::kButton, catalog.text("present.open"), language, "present-open");
    present.command = "page?do=stories";
    nav.add(std::move(present));
    Node share = makeNode(Role::kButton, catalog.text("share.open"), language, "share-open");
    share.command = "set?share=1";
    nav.add(std::move(share));
    Node help = makeNode(Role::kButton, catalog.text("help.open"), language, "help-open");
    help.command = "open?help=1";
    nav.add(std::move(help));
    Node& words = nav.add(makeNode(Role::kOptions, "", language, "search-words"));
    for (const std::string& offer : page.searchOffers) words.add(makeNode(Role::kOption, offer, language));
  }
  Node& status = root.add(makeNode(Role::kStatus, "", language, "notices"));
  for (const std::string& notice : page.notices) status.add(makeNode(Role::kParagraph, notice, language));
  if (!page.newest.text.empty()) {
    Node newest = makeNode(Role::kButton, page.newest.text, language, page.newest.key);
    newest.command = page.newest.command;
    status.add(std::move(newest));
  }
  if (!page.notices.empty()) {
    Node dismiss = makeNode(Role::kButton, page.dismissLabel, language, "notices-dismiss");
    dismiss.command = "dismiss";
    status.add(std::move(dismiss));
  }
  if (page.showsControls) root.add(controlsTree(page, catalog));
  const bool isMatrix = page.view == View::kMatrix;
  Node& stage =
      root.add(makeNode(Role::kStage, catalog.text(isMatrix ? "stage.label" : "awards.stage"), language, "stage"));
  stage.label = catalog.text(isMatrix ? "stage.help" : "awards.stageHelp");
  if (page.panel) root.add(*page.panel);
  root.add(isMatrix ? matrixSection(page.matrix, catalog) : awardsSection(page.awards, catalog));
  if (page.showsHead) root.add(page.footer);
  return root;
}

}  // namespace wsis
