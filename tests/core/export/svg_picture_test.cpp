#include "core/export/svg/svg_picture.h"

#include <catch2/catch_test_macros.hpp>
#include <regex>

#include "core/base/strings.h"
#include "core/export/svg/svg_canvas.h"
#include "core/export/svg/text_width.h"
#include "core/views/session.h"
#include "tests/core/award_support.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

std::string pictureOf(std::string_view query, Language language = Language::kEnglish) {
  Catalog catalog(language);
  Faults faults;
  catalog.read(test::readFile("assets/i18n/" + std::string(info(language).code) + ".json"), "messages", faults);
  Session session(test::realData(language), catalog, {}, query);
  session.setPlace({"https://example.org/explorer/", "2026-11-25"});
  return svgPicture(session.data(), session.state(), session.catalog(), session.pageToSave(), session.place());
}

size_t count(const std::string& text, std::string_view part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

bool holdsText(const std::string& svg, const std::string& text) {
  return svg.find(">" + escapeHtml(text) + "</text>") != svg.npos;
}

}  // namespace

TEST_CASE("A picture of the matrix holds every line, goal and cell as text, with source, date, version and link") {
  const std::string svg = pictureOf("");
  const Dataset& data = test::realData();
  for (const ActionLine& line : data.lines) CHECK(holdsText(svg, line.shortName.text));
  for (const Goal& goal : data.goals) CHECK(svg.find(cssColour(goal.colour)) != svg.npos);
  // A dot for each of the 182 empty cells, and one in the legend.
  CHECK(count(svg, "<circle") == 306 - data.links.size() + 1);
  CHECK(svg.find("2026-11-25") != svg.npos);
  CHECK(svg.find(data.version) != svg.npos);
  CHECK(holdsText(svg, "https://example.org/explorer/?lang=en"));
  CHECK(svg.find("⟦") == svg.npos);
}

TEST_CASE("No word of a goal's name is cut in any language") {
  for (const LanguageInfo& entry : kLanguages) {
    const std::string svg = pictureOf("", entry.language);
    if (entry.language == Language::kChinese || entry.language == Language::kArabic) continue;  // broken otherwise
    for (const Goal& goal : test::realData(entry.language).goals) {
      for (const std::string_view word : split(goal.shortName.text, ' ')) {
        INFO(entry.code << " " << word);
        // A hyphen may end a line.
        const std::string begin = escapeHtml(word.substr(0, word.find('-')));
        CHECK(svg.find(begin) != svg.npos);
      }
    }
  }
}

TEST_CASE("What is open stands below the matrix, and what shares it does not") {
  const std::string svg = pictureOf("line=C5&goal=9&share=1");
  CHECK(svg.find("C5 Trust and security") != svg.npos);
  CHECK(svg.find("BibTeX") == svg.npos);
  CHECK(holdsText(svg, "9.c"));
}

TEST_CASE("An Arabic picture reads from right to left for every reader of SVG") {
  const std::string svg = pictureOf("", Language::kArabic);
  CHECK(svg.find("direction=") == svg.npos);
  CHECK(count(svg, "\u202B") == count(svg, "\u202C"));
  CHECK(count(svg, "\u202B") > 30);
  // The first goal stands at the right, the last at the left.
  const auto xOf = [&](uint32_t colour) {
    std::smatch match;
    const std::regex tile("<rect x=\"([0-9.]+)\"[^>]*fill=\"" + cssColour(colour) + "\"");
    REQUIRE(std::regex_search(svg, match, tile));
    return std::stof(match[1]);
  };
  const std::vector<Goal>& goals = test::realData(Language::kArabic).goals;
  CHECK(xOf(goals.front().colour) > xOf(goals.back().colour));
}

TEST_CASE("Marks of XML in texts stay text") {
  SvgCanvas canvas(100, Language::kEnglish);
  canvas.text(0, 10, "<script>&\"", {});
  const std::string svg = canvas.finish(20, 0xFFFFFF, "a<b", "c&d");
  CHECK(svg.find("<script>") == svg.npos);
  CHECK(svg.find("&lt;script&gt;&amp;") != svg.npos);
  CHECK(svg.find("<title>a&lt;b</title>") != svg.npos);
}

TEST_CASE("The theme's colours are the picture's") {
  CHECK(pictureOf("theme=dark").find(cssColour(palette(PaletteName::kDark).surface)) != std::string::npos);
  CHECK(pictureOf("theme=auto").find(cssColour(palette(PaletteName::kLight).surface)) != std::string::npos);
}

TEST_CASE("An estimated width grows with the text, the size and the weight") {
  CHECK(estimatedWidth("", 10, false) == 0);
  CHECK(estimatedWidth("ab", 10, false) > estimatedWidth("a", 10, false));
  CHECK(estimatedWidth("a", 20, false) == 2 * estimatedWidth("a", 10, false));
  CHECK(estimatedWidth("a", 10, true) > estimatedWidth("a", 10, false));
  CHECK(estimatedWidth("信", 10, false) == 10);
}

}  // namespace wsis
