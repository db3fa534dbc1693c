#include "core/views/session.h"

#include <catch2/catch_test_macros.hpp>

#include "core/views/names.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

std::string allText(const Node& node) {
  std::string out = node.text + "\n" + node.label + "\n";
  for (const Node& child : node.children) out += allText(child);
  return out;
}

Session open(std::string_view query) { return Session(test::realData(), test::realCatalog(), {}, query); }

}  // namespace

TEST_CASE("No view of the explorer has a missing message") {
  const Dataset& data = test::realData();
  std::vector<std::string> queries{"",        "level=target", "sort=links",  "sort=similar",
                                   "fold=C7", "line=C7",      "bad=1&line=x"};
  for (const ActionLine& line : data.lines) {
    queries.push_back("line=" + line.id);
    for (const Goal& goal : data.goals) queries.push_back("line=" + line.id + "&goal=" + std::to_string(goal.number));
  }
  for (const Goal& goal : data.goals) queries.push_back("goal=" + std::to_string(goal.number));
  for (const std::string& query : queries) {
    INFO(query);
    const Session session = open(query);
    CHECK(allText(pageTree(session.page(), session.catalog())).find("⟦") == std::string::npos);
  }
}

TEST_CASE("The cell's article holds rationale, targets in full, agreement and sources") {
  const Session session = open("line=C8&goal=9");
  REQUIRE(session.page().panel);
  const std::string text = allText(*session.page().panel);
  CHECK(text.find("C8 Cultural diversity × Goal 9 Industry, innovation and infrastructure") != text.npos);
  CHECK(text.find("Culture spurs innovation") != text.npos);
  CHECK(text.find("Not all tables of the document name this link.") != text.npos);
  CHECK(text.find("WSIS–SDG Matrix, rationale annex (2015)") != text.npos);
}

TEST_CASE("A cell without a rationale says so") {
  const Session session = open("line=C3&goal=4");
  REQUIRE(session.page().panel);
  CHECK(allText(*session.page().panel).find("The document gives no rationale here.") != std::string::npos);
}

TEST_CASE("Every article names a source") {
  const Dataset& data = test::realData();
  for (const Link& link : data.links) {
    const Session session = open("line=" + data.lines[static_cast<size_t>(link.line)].id +
                                 "&goal=" + std::to_string(data.goals[static_cast<size_t>(link.goal)].number));
    CHECK(allText(*session.page().panel).find("Sources") != std::string::npos);
  }
}

TEST_CASE("The revision counts changes, and a command without effect is none") {
  Session session = open("");
  const int before = session.revision();
  CHECK(session.run("no-such-command") == HistoryStep::kNone);
  CHECK(session.revision() == before);
  CHECK(session.run("open?line=C5&goal=9") == HistoryStep::kPush);
  CHECK(session.revision() > before);
}

TEST_CASE("An explorer that is one file is linked to and embedded as that file") {
  Session session = open("line=C5");
  session.setPlace({"file:///a.html", "2026-11-25"});
  CHECK(session.shared("link") == "file:///a.html?lang=en&line=C5");
  CHECK(session.shared("embed").find("\"file:///a.html?embed=1&amp;lang=en&amp;line=C5\"") != std::string::npos);
  session.setPlace({"https://example.org/", "2026-11-25"});
  CHECK(session.shared("embed").find("\"https://example.org/embed.html?lang=en&amp;line=C5\"") != std::string::npos);
}

TEST_CASE("Faults of the data are told once and can be dismissed") {
  Session session(test::realData(), test::realCatalog(), {{"links.json", "/links/3", 7, "is wrong"}}, "");
  REQUIRE(session.page().notices.size() == 1);
  CHECK(session.page().notices[0].find("links.json, line 7, /links/3: is wrong") != std::string::npos);
  session.run("dismiss");
  CHECK(session.page().notices.empty());
}

TEST_CASE("What is pointed at is told in words") {
  const Session session = open("");
  const HoverText cell = session.describePlace(4, 8);
  CHECK(cell.title ==
        "C5 Building confidence and security in the use of ICTs × Goal 9 Industry, innovation and infrastructure");
  CHECK(cell.detail == "2 targets, 9.1 and 9.c");
  CHECK(session.describePlace(4, -1).detail == "9 links");
  CHECK(session.describePlace(-1, -1).title.empty());
  CHECK(session.describePlace(99, 99).title.empty());
  CHECK(session.labelOf("cell-C5-9") == "C5, Goal 9: 2 targets, 9.1 and 9.c");
  CHECK(session.labelOf("nothing").empty());
}

TEST_CASE("An address that asks for other data says which are shown, quietly and once") {
  Session session = open("line=C5&data=2020-01-01");
  REQUIRE(session.page().notices.size() == 1);
  CHECK(session.page().notices[0].find("2020-01-01") != std::string::npos);
  CHECK(session.page().newest.text.empty());
  session.run("dismiss");
  CHECK(session.page().notices.empty());

  Session pinned = open("data=" + test::realData().version);
  CHECK(pinned.page().notices.empty());
  pinned.setNewestData("2099-01-01");
  REQUIRE(pinned.page().notices.size() == 1);
  CHECK(pinned.page().notices[0].find("2099-01-01") != std::string::npos);
  CHECK(pinned.page().newest.command == "page?do=newest-data");
  CHECK(allText(pageTree(pinned.page(), pinned.catalog())).find("Show the newest data") != std::string::npos);
}

TEST_CASE("Citations pin the data, the link does not, and both leave out the panel itself") {
  Session session = open("line=C5&goal=9&share=1");
  session.setPlace({"https://example.org/", "2026-11-25"});
  CHECK(session.shared("link") == "https://example.org/?lang=en&line=C5&goal=9");
  CHECK(session.shared("apa").find("?lang=en&line=C5&goal=9&data=" + test::realData().version) != std::string::npos);
  CHECK(session.pageToSave().panel->key == "panel-C5-9");
}

TEST_CASE("What asks for a version of the data goes on asking for it: in links, and from step to step") {
  Session session = open("line=C5&data=" + test::realData().version);
  session.setPlace({"https://example.org/", "2026-11-25"});
  CHECK(session.shared("link").ends_with("&data=" + test::realData().version));
  session.run("show?goal=9");
  CHECK(session.state().dataVersion == test::realData().version);
}

TEST_CASE("Codes in an Arabic list are isolated one by one, or the sentence would turn them round") {
  Catalog catalog(Language::kArabic);
  Faults faults;
  catalog.read(test::readFile("assets/i18n/ar.json"), "ar.json", faults);
  const std::string list = listOf(catalog, {"9.1", "9.a", "9.c"});
  for (const char* code : {"9.1", "9.a", "9.c"}) {
    CHECK(list.find("\u2066" + std::string(code) + "\u2069") != std::string::npos);
  }
  CHECK(listOf(test::realCatalog(), {"9.1", "9.a", "9.c"}) == "9.1, 9.a and 9.c");
}

}  // namespace wsis
