// The search index against a search that looks at every document.
#include "core/query/search_index.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "core/base/strings.h"
#include "core/query/edit_distance.h"
#include "core/query/postings.h"
#include "tests/core/random_support.h"

namespace wsis {
namespace {

struct Document {
  std::string title, text;
};

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> out;
  readWords(text, [&](const Word& word) { out.emplace_back(word.letters); });
  return out;
}

// 3, 2, 1 or 0 as search_index.h says, -1 for no match.
int naiveLevel(const Document& document, const QueryWord& word, bool near) {
  int best = -1;
  const auto look = [&](std::string_view text, bool title) {
    for (const std::string& letters : wordsOf(text)) {
      const bool whole = letters == word.letters ||
                         std::find(word.alternates.begin(), word.alternates.end(), letters) != word.alternates.end();
      if (whole) best = std::max(best, title ? 3 : 2);
      if (word.prefix && letters.substr(0, word.letters.size()) == word.letters) best = std::max(best, title ? 2 : 1);
      const int edits = allowedEdits(word.letters);
      if (near && edits > 0 &&
          (editDistance(word.letters, letters, edits) <= edits ||
           (word.prefix && editDistanceToBeginning(word.letters, letters, edits) <= edits))) {
        best = std::max(best, title ? 1 : 0);
      }
    }
  };
  look(document.title, true);
  // A word that stands in the title as well counts there only.
  std::vector<std::string> inTitle = wordsOf(document.title);
  std::string rest;
  for (const std::string& letters : wordsOf(document.text)) {
    if (std::find(inTitle.begin(), inTitle.end(), letters) == inTitle.end()) rest += letters + " ";
  }
  look(rest, false);
  return best;
}

// Document → score.
std::map<uint32_t, int> naiveSearch(const std::vector<Document>& documents, const std::vector<QueryWord>& query) {
  const auto search = [&](const std::vector<bool>& near) {
    std::map<uint32_t, int> out;
    for (uint32_t d = 0; d < documents.size(); ++d) {
      int score = 0;
      bool all = true;
      for (size_t i = 0; i < query.size() && all; ++i) {
        const int level = naiveLevel(documents[d], query[i], near[i]);
        all = level >= 0;
        score += level;
      }
      if (all) out[d] = score;
    }
    return out;
  };
  std::vector<bool> near(query.size(), false);
  bool missing = false;
  for (size_t i = 0; i < query.size(); ++i) {
    const auto known = [&](bool fuzzy) {
      return std::any_of(documents.begin(), documents.end(),
                         [&](const Document& d) { return naiveLevel(d, query[i], fuzzy) >= 0; });
    };
    if (known(false)) continue;
    near[i] = known(true);
    missing = missing || !near[i];
  }
  std::map<uint32_t, int> out = search(near);
  if (out.empty() && !missing && query.size() > 1) out = search(std::vector<bool>(query.size(), true));
  return out;
}

std::string randomWord(test::Random& random, int letters) {
  static const char* const kLetters[] = {"a", "b", "c", "é", "ж", "ا", "d", "e"};
  std::string out;
  const int length = 1 + random.below(letters);
  for (int i = 0; i < length; ++i) out += kLetters[random.below(8)];
  return out;
}

}  // namespace

TEST_CASE("Searching gives what looking at every document gives, with the same scores", "[query]") {
  test::Random random(7);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> vocabulary;
    for (int i = 0; i < 30; ++i) vocabulary.push_back(randomWord(random, 9));
    const auto phrase = [&](int most) {
      std::string out;
      for (int i = random.below(most + 1); i > 0; --i) out += random.oneOf(vocabulary) + " ";
      return out;
    };
    std::vector<Document> documents(static_cast<size_t>(1 + random.below(200)));
    SearchIndex index;
    for (uint32_t d = 0; d < documents.size(); ++d) {
      documents[d] = {phrase(4), phrase(8)};
      index.add(d, documents[d].title, true);
      index.add(d, documents[d].text, false);
    }
    index.finish(static_cast<uint32_t>(documents.size()));
    for (int q = 0; q < 40; ++q) {
      std::string text;
      for (int i = 1 + random.below(3); i > 0; --i) {
        std::string word = random.oneOf(vocabulary);
        if (random.below(3) == 0)
          word = word.substr(
              0, static_cast<size_t>(1 + random.below(static_cast<int>(word.size()))));  // may cut a letter in two
        if (random.below(4) == 0) word += randomWord(random, 2);
        text += word + " ";
      }
      const std::vector<QueryWord> query = readQuery(text);
      const std::map<uint32_t, int> expected =
          query.empty() ? std::map<uint32_t, int>() : naiveSearch(documents, query);
      const SearchHits hits = index.search(query);
      if (query.empty()) {
        CHECK(hits.hits.count() == documents.size());
        continue;
      }
      INFO(text);
      REQUIRE(hits.hits.count() == expected.size());
      for (const auto& [document, score] : expected) {
        REQUIRE(hits.hits.test(document));
        REQUIRE((hits.withScore(document / 64, score) >> (document % 64) & 1) == 1);
      }
    }
  }
}

TEST_CASE("Where nothing is found, the nearest known words are offered", "[query]") {
  SearchIndex index;
  index.add(0, "telemedicine for villages", true);
  index.add(1, "education", true);
  index.finish(2);
  CHECK(index.search(readQuery("zzzzz")).nearest.empty());
  CHECK(index.search(readQuery("tellemmedecin villages")).hits.count() <= 1);
  CHECK(index.search(readQuery("edoocatien")).nearest == "education");
}

TEST_CASE("The edit distance is that of insertions, deletions, replacements and swaps", "[query]") {
  const auto naive = [](const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = 0; i <= a.size(); ++i) {
      for (size_t j = 0; j <= b.size(); ++j) {
        if (i == 0 || j == 0) {
          d[i][j] = static_cast<int>(i + j);
          continue;
        }
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d;
  };
  test::Random random(11);
  for (int i = 0; i < 5000; ++i) {
    const std::string a = randomWord(random, 9), b = randomWord(random, 9);
    const auto table = naive(codePoints(a), codePoints(b));
    CHECK(editDistance(a, b, 2) == std::min(table.back().back(), 3));
    CHECK(editDistanceToBeginning(a, b, 2) == std::min(*std::min_element(table.back().begin(), table.back().end()), 3));
  }
}

TEST_CASE("Posting lists give back what went in", "[query]") {
  test::Random random(3);
  PostingPool pool;
  std::vector<PostingPool::List> lists(50);
  std::vector<std::vector<std::pair<uint32_t, bool>>> expected(lists.size());
  uint32_t document = 0;
  for (int i = 0; i < 60000; ++i) {
    if (random.below(3) != 0) document += static_cast<uint32_t>(1 + random.below(random.below(50) == 0 ? 100000 : 3));
    const auto list = static_cast<size_t>(random.below(1 + random.below(static_cast<int>(lists.size()))));
    const bool title = random.flip();
    pool.add(lists[list], document, title);
    if (expected[list].empty() || expected[list].back().first != document) expected[list].emplace_back(document, title);
  }
  for (size_t i = 0; i < lists.size(); ++i) {
    std::vector<std::pair<uint32_t, bool>> got;
    pool.forEach(lists[i], [&](uint32_t d, bool title) { got.emplace_back(d, title); });
    REQUIRE(got == expected[i]);
  }
}

TEST_CASE("Marks cover the words that were searched for, and touching ones become one", "[query]") {
  const auto marks = [](std::string_view text, std::string_view query, const std::vector<std::string>& fuzzy = {}) {
    std::string out;
    for (const MarkedRange& range : markMatches(text, readQuery(query), fuzzy)) {
      out += "[" + std::string(text.substr(range.begin, range.end - range.begin)) + "]";
    }
    return out;
  };
  CHECK(marks("École numérique des écoles", "ecol") == "[École][écoles]");
  CHECK(marks("数字经济发展", "数字经济") == "[数字经济]");
  CHECK(marks("Telemedicine", "telemedcine", {"telemedcine"}) == "[Telemedicine]");
  CHECK(marks("Telemedicine", "telemedcine").empty());
  CHECK(marks("anything", "").empty());
}

}  // namespace wsis
