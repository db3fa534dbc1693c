// Plural forms and number formats of catalog.h, against the samples that Unicode CLDR 44 gives for each rule
// (supplemental/plurals.xml, type="cardinal", "@integer").
#include <catch2/catch_test_macros.hpp>

#include "core/base/strings.h"
#include "core/text/catalog.h"

namespace wsis::test {
namespace {

// "0, 2~16, 100" → every number that is meant.
std::vector<int> samples(std::string_view text) {
  std::vector<int> out;
  for (std::string_view part : split(text, ',')) {
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    const size_t dash = part.find('~');
    const int first = parseNumber(part.substr(0, dash));
    const int last = dash == part.npos ? first : parseNumber(part.substr(dash + 1));
    REQUIRE((first >= 0 && last >= first));
    for (int n = first; n <= last; ++n) out.push_back(n);
  }
  return out;
}

void checkSamples(Language language, PluralForm form, std::string_view text) {
  for (const int n : samples(text)) {
    CAPTURE(info(language).code, n);
    CHECK(pluralForm(language, n) == form);
  }
}

std::string withoutSeparators(std::string text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

const std::string kNoBreakSpace = "\u00A0";

}  // namespace

TEST_CASE("Arabic has six plural forms", "[number]") {
  checkSamples(Language::kArabic, PluralForm::kZero, "0");
  checkSamples(Language::kArabic, PluralForm::kOne, "1");
  checkSamples(Language::kArabic, PluralForm::kTwo, "2");
  checkSamples(Language::kArabic, PluralForm::kFew, "3~10, 103~110, 1003");
  checkSamples(Language::kArabic, PluralForm::kMany, "11~26, 111, 1011, 99, 199");
  checkSamples(Language::kArabic, PluralForm::kOther,
               "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000, 1000000");
}

TEST_CASE("Russian has a form for one, for few and for many whole numbers", "[number]") {
  checkSamples(Language::kRussian, PluralForm::kOne, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001");
  checkSamples(Language::kRussian, PluralForm::kFew, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002");
  checkSamples(Language::kRussian, PluralForm::kMany,
               "0, 5~20, 25~30, 100, 111~114, 1000, 10000, 100000, 1000000, 1011");
}

TEST_CASE("French counts zero as one, and has a form for whole millions", "[number]") {
  checkSamples(Language::kFrench, PluralForm::kOne, "0, 1");
  checkSamples(Language::kFrench, PluralForm::kMany, "1000000, 2000000, 100000000");
  checkSamples(Language::kFrench, PluralForm::kOther, "2~17, 100, 1000, 10000, 100000, 1000001");
}

TEST_CASE("Spanish counts zero as many things, and has a form for whole millions", "[number]") {
  checkSamples(Language::kSpanish, PluralForm::kOne, "1");
  checkSamples(Language::kSpanish, PluralForm::kMany, "1000000, 2000000, 100000000");
  checkSamples(Language::kSpanish, PluralForm::kOther, "0, 2~16, 100, 1000, 10000, 100000, 1000001");
}

TEST_CASE("English has one and other, Chinese one form for all", "[number]") {
  checkSamples(Language::kEnglish, PluralForm::kOne, "1");
  checkSamples(Language::kEnglish, PluralForm::kOther, "0, 2~16, 21, 100, 101, 1000, 10000, 100000, 1000000");
  checkSamples(Language::kChinese, PluralForm::kOther, "0~15, 100, 1000, 10000, 100000, 1000000");
}

TEST_CASE("numbers are grouped in threes by a comma in Arabic, Chinese and English", "[number]") {
  for (const Language language : {Language::kArabic, Language::kChinese, Language::kEnglish}) {
    CHECK(formatNumber(language, 0) == "0");
    CHECK(formatNumber(language, 999) == "999");
    CHECK(formatNumber(language, 1000) == "1,000");
    CHECK(formatNumber(language, 12345) == "12,345");
    CHECK(formatNumber(language, 123456) == "123,456");
    CHECK(formatNumber(language, 1234567) == "1,234,567");
    CHECK(formatNumber(language, 2147483647) == "2,147,483,647");
  }
}

TEST_CASE("numbers are grouped by a space that does not break in French and Russian", "[number]") {
  for (const Language language : {Language::kFrench, Language::kRussian}) {
    CHECK(formatNumber(language, 999) == "999");
    CHECK(formatNumber(language, 1000) == "1" + kNoBreakSpace + "000");
    CHECK(formatNumber(language, 1234567) == "1" + kNoBreakSpace + "234" + kNoBreakSpace + "567");
  }
}

TEST_CASE("Spanish groups only numbers of five digits and more", "[number]") {
  CHECK(formatNumber(Language::kSpanish, 9999) == "9999");
  CHECK(formatNumber(Language::kSpanish, 10000) == "10" + kNoBreakSpace + "000");
  CHECK(formatNumber(Language::kSpanish, 1234567) == "1" + kNoBreakSpace + "234" + kNoBreakSpace + "567");
}

TEST_CASE("no format changes the digits", "[number]") {
  for (const LanguageInfo& entry : kLanguages) {
    for (int n = 1; n < 1000000000; n = n * 3 + 7) {
      if (n > 600000000) break;
      CHECK(withoutSeparators(formatNumber(entry.language, n)) == std::to_string(n));
    }
  }
}

}  // namespace wsis::test
