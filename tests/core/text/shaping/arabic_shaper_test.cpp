// Shaping against HarfBuzz's own hb-shape, glyph by glyph, over every Arabic text of the explorer.
#include "core/text/shaping/arabic_shaper.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include "core/base/strings.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

constexpr const char* kRegular = "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf";
constexpr const char* kBold = "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf";

std::vector<unsigned char> file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const TextShaper& shaper() {
  static const std::unique_ptr<TextShaper> made = makeArabicShaper(file(kRegular), file(kBold));
  return *made;
}

bool hasFonts() { return std::ifstream(kRegular).good() && std::ifstream(kBold).good(); }

// Single words: whole runs of Arabic, which hb-shape can shape without a bidi algorithm.
[[maybe_unused]] std::set<std::string> arabicWords() {
  std::set<std::string> words;
  const Dataset& data = test::realData(Language::kArabic);
  const auto add = [&](const std::string& text) {
    for (const std::string_view word : split(text, ' ')) {
      bool arabic = !word.empty();
      for (size_t at = 0; at < word.size();) {
        const char32_t c = nextCodePoint(word, at);
        arabic = arabic && c >= 0x0621 && c <= 0x0652;
      }
      if (arabic) words.emplace(word);
    }
  };
  for (const Target& target : data.targets) add(target.text.text);
  for (const Goal& goal : data.goals) add(goal.title.text);
  return words;
}

std::vector<uint32_t> glyphs(const VisualLine& line) {
  std::vector<std::pair<size_t, uint32_t>> placed;
  for (size_t at = 0; at < line.text.size();) {
    const size_t here = at;
    placed.push_back({here, nextCodePoint(line.text, at) - kFirstGlyph});
  }
  for (const PlacedMark& mark : line.marks) {
    size_t at = 0;
    placed.push_back({mark.after, nextCodePoint(mark.glyph, at) - kFirstGlyph});
  }
  std::vector<uint32_t> out;
  for (const auto& entry : placed) out.push_back(entry.second);
  return out;
}

}  // namespace

TEST_CASE("Arabic letters join: a word's glyphs are not those of its letters alone") {
  if (!hasFonts()) SKIP("fonts-noto-core is not installed");
  const VisualLine joined = shaper().shape("\u0628\u0628\u0628", false);
  const VisualLine alone = shaper().shape("\u0628", false);
  const std::vector<uint32_t> three = glyphs(joined);
  REQUIRE(three.size() >= 3);
  CHECK(three.front() != glyphs(alone).front());
  CHECK(three.front() != three.back());
}

TEST_CASE("Lam and alef become one ligature") {
  if (!hasFonts()) SKIP("fonts-noto-core is not installed");
  CHECK(glyphs(shaper().shape("\u0644\u0627", false)).size() < 3);
}

TEST_CASE("Numbers and Latin names keep their direction, brackets are mirrored") {
  if (!hasFonts()) SKIP("fonts-noto-core is not installed");
  const std::string line = shaper().shape("\u0647\u062F\u0641 16.10 (UNESCO)", false).text;
  CHECK(line.find("16.10") != line.npos);
  CHECK(line.find("(UNESCO)") != line.npos);
  CHECK(line.find("(UNESCO)") < line.find("16.10"));
}

TEST_CASE("Text without Arabic comes back as it is") {
  if (!hasFonts()) SKIP("fonts-noto-core is not installed");
  for (const char* text : {"", "C5", "WSIS–SDG Matrix (2015)", "Доступ", "\xFF\xFE"}) {
    CHECK(shaper().shape(text, false).text == text);
    CHECK(shaper().shape(text, true).marks.empty());
  }
}

TEST_CASE("Broken input harms nothing") {
  if (!hasFonts()) SKIP("fonts-noto-core is not installed");
  for (const char* text : {"\u0628\xFF\u0628", "\u202E\u0628", "\u0628\u200F\u200E(", "\xD8"}) {
    CHECK_NOTHROW(shaper().shape(text, false));
  }
  CHECK(makeArabicShaper({}, {}) == nullptr);
  CHECK(makeArabicShaper({1, 2, 3}, {4, 5, 6}) == nullptr);
}

#ifndef __EMSCRIPTEN__
TEST_CASE("Every Arabic word of the data is shaped glyph by glyph as by hb-shape") {
  if (!hasFonts() || std::system("command -v hb-shape >/dev/null 2>&1") != 0) SKIP("hb-shape is not installed");
  const std::set<std::string> words = arabicWords();
  REQUIRE(words.size() > 1000);
  const std::string input = std::tmpnam(nullptr);
  {
    std::ofstream out(input);
    for (const std::string& word : words) out << word << '\n';
  }
  const std::string command =
      std::string(
          "hb-shape --no-glyph-names --no-clusters --no-positions --direction=rtl --script=arab "
          "--language=ar --text-file=") +
      input + " " + kRegular;
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  int wrong = 0;
  for (const std::string& word : words) {
    std::array<char, 4096> buffer{};
    REQUIRE(std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr);
    std::multiset<uint32_t> expected;
    for (std::string_view number : split(std::string_view(buffer.data()).substr(1), '|')) {
      while (!number.empty() && (number.back() == '\n' || number.back() == ']')) number.remove_suffix(1);
      expected.insert(static_cast<uint32_t>(parseNumber(number)));
    }
    const std::vector<uint32_t> ours = glyphs(shaper().shape(word, false));
    if (std::multiset<uint32_t>(ours.begin(), ours.end()) != expected && ++wrong <= 5) {
      UNSCOPED_INFO(word << ": hb-shape gives " << buffer.data());
    }
  }
  std::remove(input.c_str());
  CHECK(wrong == 0);
}
#endif

}  // namespace wsis
