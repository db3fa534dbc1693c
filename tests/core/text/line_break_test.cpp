#include "core/text/line_break.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/strings.h"

namespace wsis {
namespace {

// Every character is one unit wide.
float countCharacters(std::string_view text) {
  float count = 0;
  for (size_t at = 0; at < text.size(); ++count) nextCodePoint(text, at);
  return count;
}

std::vector<std::string> lines(std::string_view text, float width) {
  std::vector<std::string> out;
  for (const std::string_view line : breakLines(text, width, countCharacters)) out.emplace_back(line);
  return out;
}

}  // namespace

TEST_CASE("Text breaks at spaces, and the spaces at the break are gone") {
  CHECK(lines("the goal as a whole", 10) == std::vector<std::string>{"the goal", "as a whole"});
  CHECK(lines("short", 10) == std::vector<std::string>{"short"});
  CHECK(lines("", 10) == std::vector<std::string>{""});
}

TEST_CASE("Text breaks behind hyphens, not before them") {
  CHECK(lines("well-being", 6) == std::vector<std::string>{"well-", "being"});
}

TEST_CASE("A no-break space holds together") {
  CHECK(lines("a «\u00A0b\u00A0» c", 6) == std::vector<std::string>{"a", "«\u00A0b\u00A0»", "c"});
}

TEST_CASE("A word wider than the line is cut between characters") {
  CHECK(lines("infrastructure", 5) == std::vector<std::string>{"infra", "struc", "ture"});
  CHECK(lines("инфраструктура", 5) == std::vector<std::string>{"инфра", "струк", "тура"});
}

TEST_CASE("Chinese breaks between characters, but not before closing punctuation") {
  CHECK(lines("消除饥饿，实现粮食安全", 4) == std::vector<std::string>{"消除饥", "饿，实现", "粮食安全"});
}

TEST_CASE("A line feed always breaks") { CHECK(lines("one\ntwo", 20) == std::vector<std::string>{"one", "two"}); }

TEST_CASE("No line is wider than asked and nothing but spaces is lost") {
  const std::string text =
      "By 2030, ensure that all men and women, in particular the poor and the vulnerable, have equal rights";
  std::string letters;
  for (const char c : text) {
    if (c != ' ') letters += c;
  }
  for (float width = 1; width < 60; ++width) {
    std::string kept;
    for (const std::string& line : lines(text, width)) {
      CHECK(countCharacters(line) <= width);
      for (const char c : line) {
        if (c != ' ') kept += c;
      }
    }
    CHECK(kept == letters);
  }
}

TEST_CASE("Fitting cuts between characters and leaves room for the ellipsis") {
  bool cut = false;
  CHECK(fitText("Infrastructure", 20, "…", countCharacters, cut) == "Infrastructure");
  CHECK_FALSE(cut);
  CHECK(fitText("Infrastructure", 6, "…", countCharacters, cut) == "Infra");
  CHECK(cut);
  CHECK(fitText("культура", 4, "…", countCharacters, cut) == "кул");
  CHECK(fitText("ab cd", 4, "…", countCharacters, cut) == "ab");
}

}  // namespace wsis
