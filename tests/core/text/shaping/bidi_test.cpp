// Unicode's own conformance tests for the bidirectional algorithm, run through our runs. Debian's package unicode-data
// brings the files; ./dev test installs it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/strings.h"
#include "core/text/shaping/arabic_shaper.h"

namespace wsis {
namespace {

constexpr const char* kCharacterTest = "/usr/share/unicode/BidiCharacterTest.txt";

// The characters of a line from left to right, by visualRuns(): what a renderer would put on the screen.
std::vector<size_t> visualOrder(const std::string& line) {
  std::vector<size_t> starts;
  for (size_t at = 0; at < line.size();) {
    starts.push_back(at);
    nextCodePoint(line, at);
  }
  std::vector<size_t> order;
  for (const DirectionalRun& run : visualRuns(line)) {
    std::vector<size_t> inside;
    for (size_t i = 0; i < starts.size(); ++i) {
      if (starts[i] >= run.offset && starts[i] < run.offset + run.length) inside.push_back(i);
    }
    if (run.rightToLeft) std::reverse(inside.begin(), inside.end());
    order.insert(order.end(), inside.begin(), inside.end());
  }
  return order;
}

struct Case {
  std::string line;
  std::vector<size_t> order;
  std::vector<bool> removed;  // characters that the algorithm takes out (explicit formatting)
};

bool isRightToLeftLetter(char32_t c) { return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFEFC); }

// Cases whose paragraph level is the one that our rule gives: right-to-left where there is such a letter, unless a
// left-to-right mark begins the line.
bool read(const std::string& text, Case& out) {
  std::istringstream fields(text);
  std::string codes, direction, level, levels, order;
  if (!std::getline(fields, codes, ';') || !std::getline(fields, direction, ';') || !std::getline(fields, level, ';') ||
      !std::getline(fields, levels, ';') || !std::getline(fields, order)) {
    return false;
  }
  out = {};
  bool letter = false;
  std::istringstream codeList(codes);
  for (std::string code; codeList >> code;) {
    const auto c = static_cast<char32_t>(std::stoul(code, nullptr, 16));
    if (c == 0x2029 || c == 0x000A || c == 0x000D || c == 0x001C || c == 0x0085)
      return false;  // more than one paragraph
    letter = letter || isRightToLeftLetter(c);
    appendUtf8(out.line, c);
  }
  if (level != (letter && !out.line.starts_with("\u200E") ? "1" : "0")) return false;
  std::istringstream levelList(levels);
  for (std::string one; levelList >> one;) out.removed.push_back(one == "x");
  std::istringstream orderList(order);
  for (size_t one = 0; orderList >> one;) out.order.push_back(one);
  return true;
}

}  // namespace

TEST_CASE("Lines are ordered as Unicode's BidiCharacterTest wants") {
  std::ifstream file(kCharacterTest);
  if (!file) SKIP("unicode-data is not installed");
  int tried = 0;
  int wrong = 0;
  for (std::string text; std::getline(file, text);) {
    Case one;
    if (text.empty() || text[0] == '#' || !read(text, one)) continue;
    ++tried;
    std::vector<size_t> shown;
    for (const size_t i : visualOrder(one.line)) {
      if (i < one.removed.size() && !one.removed[i]) shown.push_back(i);
    }
    if (shown != one.order && ++wrong <= 5) {
      UNSCOPED_INFO("wrong: " << text << " gives " << Catch::Detail::stringify(shown));
    }
  }
  CHECK(wrong == 0);
  CHECK(tried > 30000);
}

TEST_CASE("A line with an Arabic letter reads from right to left, whatever it begins with") {
  const std::vector<DirectionalRun> runs = visualRuns("C5 \u0627\u0644\u062B\u0642\u0629");
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].rightToLeft);        // the Arabic word stands on the left
  CHECK_FALSE(runs[1].rightToLeft);  // the code on the right, where reading begins
  const std::vector<DirectionalRun> code = visualRuns("\u200Etitle=\u0627\u0644 x");
  REQUIRE(code.size() == 3);
  CHECK_FALSE(code[0].rightToLeft);
  CHECK(code[1].rightToLeft);
  CHECK(visualRuns("C5 Trust").size() == 1);
  CHECK_FALSE(visualRuns("C5 Trust")[0].rightToLeft);
  CHECK(visualRuns("").empty());
}

}  // namespace wsis
