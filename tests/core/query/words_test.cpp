#include "core/query/words.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> out;
  readWords(text, [&](const Word& word) { out.push_back((word.alternate ? "~" : "") + std::string(word.letters)); });
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Case, accents and compatibility forms make no difference", "[query]") {
  CHECK(wordsOf("École ÉCOLE ecole") == Words{"ecole", "ecole", "ecole"});
  CHECK(wordsOf("Straße ﬁbre Ｗｉｆｉ") == Words{"strasse", "fibre", "wifi"});
  CHECK(wordsOf("Ýmir Øre Łódź İstanbul ısı Œuvre") == Words{"ymir", "ore", "lodz", "istanbul", "isi", "oeuvre"});
  CHECK(wordsOf("ЁЛКА йод") == Words{"елка", "иод"});
  CHECK(wordsOf("l’école, d'accord") == Words{"l", "ecole", "d", "accord"});
}

TEST_CASE("Arabic is found with and without hamza, tatweel, diacritics and the article", "[query]") {
  CHECK(foldPhrase("أُمِّيَّة") == foldPhrase("اميه"));
  CHECK(foldPhrase("كـــتاب") == foldPhrase("كتاب"));
  CHECK(foldPhrase("مستشفى") == foldPhrase("مستشفي"));
  CHECK(foldPhrase("آمن") == foldPhrase("امن"));
  CHECK(wordsOf("التعليم") == Words{"التعليم", "~تعليم"});
  CHECK(wordsOf("والصحة") == Words{"والصحه", "~صحه"});
  CHECK(wordsOf("الى") == Words{"الي"});
}

TEST_CASE("Chinese gives pairs, and its last character alone", "[query]") {
  CHECK(wordsOf("数字经济") == Words{"数字", "字经", "经济", "~济"});
  CHECK(wordsOf("数") == Words{"数"});
  CHECK(wordsOf("5G网络") == Words{"5g", "网络", "~络"});
}

TEST_CASE("Codes stay whole", "[query]") {
  CHECK(wordsOf("9.c and 17.6.1.") == Words{"9.c", "and", "17.6.1"});
  CHECK(wordsOf("C7 e-health eHealth") == Words{"c7", "ehealth", "~health", "ehealth"});
  CHECK(wordsOf("sub-Saharan") == Words{"sub", "saharan"});
}

TEST_CASE("Words know the bytes that they stand for", "[query]") {
  const std::string text = "Réseau: ÉCOLE 数字 التعليم e-health \xFF z";
  std::string seen;
  readWords(text, [&](const Word& word) {
    REQUIRE(word.begin < word.end);
    REQUIRE(word.end <= text.size());
    if (!word.alternate && !word.pair) {
      CHECK(foldPhrase(std::string_view(text).substr(word.begin, word.end - word.begin)) == word.letters);
      seen += std::string(word.letters) + " ";
    }
  });
  CHECK(seen == "reseau ecole التعليم ehealth z ");
}

TEST_CASE("Bad UTF-8 and endless words do no harm", "[query]") {
  CHECK(wordsOf("a\xC3\xC3z\xE2\x82") == Words{"a", "z"});
  const Words longWord = wordsOf(std::string(100000, 'x'));
  REQUIRE(longWord.size() == 1);
  CHECK(longWord[0].size() == 40);
  CHECK(wordsOf("").empty());
  CHECK(wordsOf(std::string_view("\0\0", 2)).empty());
}

}  // namespace wsis
