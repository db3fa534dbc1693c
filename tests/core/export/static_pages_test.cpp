#include "core/export/static_pages.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "core/export/html_writer.h"
#include "tests/core/award_support.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

const std::vector<StaticPage>& pages() {
  static const std::vector<StaticPage> all =
      staticPages(test::realData(), test::realCatalog(), test::realAwards().base);
  return all;
}

std::vector<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

}  // namespace

TEST_CASE("The edition has the matrix, every line, the group C7, every goal, year and project, and pages to read") {
  std::set<std::string> paths;
  for (const StaticPage& page : pages()) {
    paths.insert(page.path);
    CHECK_FALSE(page.title.empty());
    CHECK_FALSE(page.description.empty());
    CHECK(page.content.find("⟦") == page.content.npos);
  }
  CHECK(paths.size() == pages().size());
  const AwardTable& awards = test::realAwards().base.table;
  const std::set<int> years(awards.years.begin(), awards.years.end());
  CHECK(pages().size() == 1 + 18 + 1 + 17 + 1 + years.size() + awards.size() + 3);
  for (uint32_t n = 0; n < awards.size(); ++n) {
    CHECK(paths.count("en/award/" + std::string(awards.id(n)) + ".html") == 1);
  }
  for (const char* page : {"about", "sources", "accessibility", "awards", "awards-2015"}) {
    CHECK(paths.count(std::string("en/") + page + ".html") == 1);
  }
  CHECK(paths.count("index.html") == 1);
  CHECK(paths.count("en/line-C7-ehea.html") == 1);
  CHECK(paths.count("en/goal-17.html") == 1);
}

TEST_CASE("Every page has a picture for previews of links") {
  std::set<std::string> cards;
  for (const LinkCard& card : linkCards(test::realData(), test::realCatalog())) {
    cards.insert(card.name);
    CHECK(card.svg.find("width=\"1200\" height=\"630\"") != card.svg.npos);
  }
  for (const StaticPage& page : pages()) CHECK(cards.count(page.card) == 1);
}

TEST_CASE("Every inner link leads to a page and an anchor that exist") {
  std::set<std::string> places;
  for (const StaticPage& page : pages()) {
    places.insert(page.path);
    for (const std::string& id : matches(page.content, " id=\"([^\"]*)\"")) places.insert(page.path + "#" + id);
  }
  for (const StaticPage& page : pages()) {
    for (std::string href : matches(page.content, " href=\"([^\"]*)\"")) {
      if (href.rfind("http", 0) == 0) continue;
      href = href.substr(0, href.find('?'));  // the interactive explorer at a state
      if (!page.root.empty()) {
        REQUIRE(href.rfind(page.root, 0) == 0);
        href = href.substr(page.root.size());
      }
      // The same page in another language is written with that language's edition.
      bool isTranslation = false;
      for (const LanguageInfo& entry : kLanguages) isTranslation |= href == samePageIn(page.path, entry.language);
      INFO(page.path << " → " << href);
      CHECK((isTranslation || places.count(href) == 1));
    }
  }
}

TEST_CASE("A page leads to itself in each of the six languages") {
  CHECK(samePageIn("index.html", Language::kFrench) == "fr/index.html");
  CHECK(samePageIn("fr/index.html", Language::kEnglish) == "index.html");
  CHECK(samePageIn("en/line-C5.html", Language::kArabic) == "ar/line-C5.html");
  for (const StaticPage& page : pages()) {
    for (const LanguageInfo& entry : kLanguages) {
      CHECK(page.content.find("href=\"" + page.root + samePageIn(page.path, entry.language) + "\"") !=
            page.content.npos);
    }
  }
}

TEST_CASE("No id stands twice on a page") {
  for (const StaticPage& page : pages()) {
    const std::vector<std::string> ids = matches(page.content, " id=\"([^\"]*)\"");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  }
}

TEST_CASE("The page of a line gives each rationale and each cited target in full") {
  for (const StaticPage& page : pages()) {
    if (page.path != "en/line-C5.html") continue;
    CHECK(page.content.find("Infrastructure managed through ICT must be secured") != page.content.npos);
    CHECK(page.content.find("id=\"panel-C5-9\"") != page.content.npos);
  }
  const Dataset& data = test::realData();
  for (const Link& link : data.links) {
    const std::string id = data.lines[static_cast<size_t>(link.line)].id;
    const StaticPage* found = nullptr;
    for (const StaticPage& page : pages()) {
      if (page.path == "en/line-" + id + ".html") found = &page;
    }
    REQUIRE(found != nullptr);
    for (const LinkPart& part : link.parts) {
      CHECK(found->content.find(escapeHtml(part.rationale.text)) != found->content.npos);
      for (const int target : part.targets) {
        CHECK(found->content.find(escapeHtml(data.targets[static_cast<size_t>(target)].text.text)) !=
              found->content.npos);
      }
    }
  }
}

TEST_CASE("Commands without a page of their own lead to the matrix") {
  const Dataset& data = test::realData();
  CHECK(staticAddress(data, Language::kEnglish, "close") == "index.html");
  CHECK(staticAddress(data, Language::kEnglish, "set?sort=links") == "index.html");
  CHECK(staticAddress(data, Language::kEnglish, "open?line=C5&goal=9") == "en/line-C5.html#panel-C5-9");
  CHECK(staticAddress(data, Language::kEnglish, "open?line=C11&goal=2") == "en/line-C11.html");
  CHECK(staticAddress(data, Language::kEnglish, "open?target=9.c") == "en/goal-9.html");
}

TEST_CASE("Commands about projects and pages to read lead to their pages") {
  const Dataset& data = test::realData();
  CHECK(staticAddress(data, Language::kFrench, "set?view=awards&award=2015-npl-x") == "fr/award/2015-npl-x.html");
  CHECK(staticAddress(data, Language::kFrench, "set?view=awards") == "fr/awards.html");
  CHECK(staticAddress(data, Language::kFrench, "set?view=awards&year=2015") == "fr/awards-2015.html");
  CHECK(staticAddress(data, Language::kFrench, "read?page=about") == "fr/about.html");
  CHECK(staticAddress(data, Language::kFrench, "read?page=../secret") == "fr/index.html");
}

TEST_CASE("A project's page says all that is known of it, to people and to machines") {
  const AwardTable& awards = test::realAwards().base.table;
  size_t described = 0;
  for (const StaticPage& page : pages()) {
    if (page.path.rfind("en/award/", 0) != 0) continue;
    const int record = awards.find(page.path.substr(9, page.path.size() - 14));
    REQUIRE(record >= 0);
    const Award award = awards.at(static_cast<size_t>(record));
    for (const std::string& text : {award.project, award.organisation, award.description.text}) {
      INFO(page.path << ": " << text);
      CHECK(page.content.find(escapeHtml(text)) != page.content.npos);
    }
    for (const std::string& source : award.sources) CHECK(page.content.find(escapeHtml(source)) != page.content.npos);
    const nlohmann::json linked = nlohmann::json::parse(page.linkedData);
    CHECK(linked["@type"] == "CreativeWork");
    if (!award.organisation.empty()) CHECK(linked["creator"]["name"] == award.organisation);
    CHECK(page.linkedData.find('<') == page.linkedData.npos);
    described += award.description.empty() ? 0 : 1;
  }
  CHECK(described > 100);
}

TEST_CASE("The sources' page counts what rests on each source") {
  for (const StaticPage& page : pages()) {
    if (page.path != "en/sources.html") continue;
    for (const Source& source : test::realData().sources) {
      CHECK(page.content.find(escapeHtml(source.title)) != page.content.npos);
    }
    CHECK(page.content.find("169 targets") != page.content.npos);
    CHECK(page.content.find("17 goals") != page.content.npos);
  }
}

TEST_CASE("Everything that means something in HTML is escaped") {
  CHECK(escapeHtml("<a href=\"x\">&</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
}

}  // namespace wsis
