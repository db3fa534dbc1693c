#include "core/data/language.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

namespace wsis::test {

TEST_CASE("the languages are the six of the United Nations, found by their code", "[language]") {
  const std::set<std::string_view> official = {"ar", "zh", "en", "fr", "ru", "es"};
  std::set<std::string_view> codes;
  for (const LanguageInfo& entry : kLanguages) {
    codes.insert(entry.code);
    CHECK(languageFromCode(entry.code) == entry.language);
    CHECK(info(entry.language).code == entry.code);
    CHECK_FALSE(entry.ownName.empty());
  }
  CHECK(codes == official);
}

TEST_CASE("only Arabic is written from right to left", "[language]") {
  for (const LanguageInfo& entry : kLanguages) CHECK(entry.rightToLeft == (entry.code == "ar"));
}

TEST_CASE("Chinese is tagged as simplified, so that browsers choose its glyphs", "[language]") {
  CHECK(info(Language::kChinese).tag == "zh-Hans");
}

TEST_CASE("an unknown language code is none", "[language]") {
  for (const std::string_view code : {"", "EN", "en ", "de", "e", "eng", "zh-Hans"}) {
    CAPTURE(code);
    CHECK_FALSE(languageFromCode(code).has_value());
  }
}

}  // namespace wsis::test
