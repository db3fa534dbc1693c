// Facets, counts and lists against a loop over all records.
#include "core/query/award_index.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/core/random_support.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

const Dataset& data() { return test::realData(); }

AwardTable randomTable(test::Random& random, int records) {
  AwardTable table;
  for (const char* id : {"africa", "europe", "cis"}) table.regions.push_back({id, {id, Language::kEnglish}});
  for (int i = 0; i < 9; ++i) {
    Country country;
    country.id = std::string("AA") + static_cast<char>('A' + i);
    country.name = {"Land " + country.id, Language::kEnglish};
    country.region = i % 4 == 3 ? -1 : i % 4;
    table.countries.push_back(country);
  }
  const std::vector<std::string> words{"water", "school", "clinic", "radio", "network", "farm", "Ecole", "réseau"};
  for (int i = 0; i < records; ++i) {
    Award award;
    award.id = "r" + std::to_string(i);
    award.year = random.below(6) == 0 ? 0 : 2010 + random.below(12);
    award.line = random.below(18 + 2) - 2;
    if (award.line < 0) award.line = -1;
    award.country = random.below(9 + 1) - 1;
    award.status = static_cast<AwardStatus>(random.below(kAwardStatusCount));
    award.confidence = static_cast<AwardConfidence>(random.below(kAwardConfidenceCount));
    award.project = random.oneOf(words) + " " + random.oneOf(words) + " " + std::to_string(random.below(40));
    award.organisation = random.flip() ? random.oneOf(words) : "";
    award.description = {random.flip() ? random.oneOf(words) + " and " + random.oneOf(words) : "", Language::kEnglish};
    if (random.below(5) == 0) award.goals = 1U << (1 + random.below(17));
    award.local = random.below(4) == 0;
    table.add(award);
  }
  return table;
}

// Whether a record has a value of a facet, by the meaning of the words.
bool has(const AwardTable& table, size_t n, Facet facet, const std::string& value) {
  const Award a = table.at(n);
  const auto linked = [&](auto fits) {
    return std::any_of(data().links.begin(), data().links.end(),
                       [&](const Link& link) { return link.line == a.line && fits(link); });
  };
  switch (facet) {
    case Facet::kYear:
      return a.year > 0 && std::to_string(a.year) == value;
    case Facet::kLine:
      return a.line >= 0 && data().lines[static_cast<size_t>(a.line)].id == value;
    case Facet::kCountry:
      return a.country >= 0 && table.countries[static_cast<size_t>(a.country)].id == value;
    case Facet::kRegion: {
      const int region = a.country < 0 ? -1 : table.countries[static_cast<size_t>(a.country)].region;
      return region >= 0 && table.regions[static_cast<size_t>(region)].id == value;
    }
    case Facet::kStatus:
      return nameOf(a.status) == value;
    case Facet::kConfidence:
      return nameOf(a.confidence) == value;
    case Facet::kOrigin:
      return (value == "local") == a.local;
    case Facet::kGoal: {
      const int goal = data().findGoal(std::stoi(value));
      return ((a.goals >> std::stoi(value)) & 1) != 0 || linked([&](const Link& link) { return link.goal == goal; });
    }
    case Facet::kTarget: {
      const int target = data().findTarget(value);
      return linked([&](const Link& link) {
        return std::find(link.targets.begin(), link.targets.end(), target) != link.targets.end();
      });
    }
  }
  return false;
}

bool passes(const AwardIndex& index, size_t n, const AwardRequest& request, std::optional<Facet> except = {}) {
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (request.chosen[f].empty() || facet == except) continue;
    const bool any = std::any_of(request.chosen[f].begin(), request.chosen[f].end(), [&](int value) {
      return has(index.table(), n, facet, index.values(facet)[static_cast<size_t>(value)]);
    });
    if (!any) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Every facet combination finds and counts what a loop over all records finds", "[query]") {
  test::Random random(5);
  for (const int records : {0, 1, 63, 64, 65, 200}) {
    const AwardTable table = randomTable(random, records);
    AwardIndex index(data(), table);
    // In uneven slices: the same as at once.
    while (!index.build(static_cast<size_t>(1 + random.below(50)))) CHECK(index.progress() < 1);
    CHECK(index.progress() == 1);
    for (int round = 0; round < 10; ++round) {
      AwardRequest request;
      for (size_t f = 0; f < kFacetCount; ++f) {
        const auto facet = static_cast<Facet>(f);
        for (int i = random.below(4) == 0 ? 1 + random.below(2) : 0; i > 0 && !index.values(facet).empty(); --i) {
          request.chosen[f].push_back(random.below(static_cast<int>(index.values(facet).size())));
        }
      }
      const AwardAnswer answer = index.ask(request);
      REQUIRE(answer.hits.size() == table.size());
      size_t total = 0;
      for (size_t n = 0; n < table.size(); ++n) {
        const bool expected = passes(index, n, request);
        REQUIRE(answer.hits.test(n) == expected);
        total += expected ? 1 : 0;
      }
      REQUIRE(answer.total == total);
      for (size_t f = 0; f < kFacetCount; ++f) {
        const auto facet = static_cast<Facet>(f);
        if (facet == Facet::kTarget) continue;
        REQUIRE(answer.counts[f].size() == index.values(facet).size());
        const size_t step = facet == Facet::kGoal ? 5 : 1;  // the naive way through all links takes long
        for (size_t v = 0; v < answer.counts[f].size(); v += step) {
          uint32_t expected = 0;
          for (size_t n = 0; n < table.size(); ++n) {
            expected += passes(index, n, request, facet) && has(table, n, facet, index.values(facet)[v]) ? 1U : 0U;
          }
          REQUIRE(answer.counts[f][v] == expected);
        }
      }
    }
  }
}

TEST_CASE("A list holds every found record once, in the order that is asked for", "[query]") {
  test::Random random(9);
  const AwardTable table = randomTable(random, 500);
  AwardIndex index(data(), table);
  index.buildAll();
  for (const char* words : {"", "water", "ecole", "watre"}) {
    AwardRequest request;
    request.words = words;
    const AwardAnswer answer = index.ask(request);
    REQUIRE(answer.total > 0);
    for (const AwardSort sort : {AwardSort::kRelevance, AwardSort::kNewest, AwardSort::kOldest, AwardSort::kName}) {
      AwardList list(&index, &answer, sort);
      REQUIRE(list.size() == answer.total);
      std::set<uint32_t> seen;
      int score = 1 << 20;
      for (size_t i = 0; i < list.size(); ++i) {
        const uint32_t n = list.at(i);
        REQUIRE(answer.hits.test(n));
        REQUIRE(seen.insert(n).second);
        if (i == 0) continue;
        const uint32_t before = list.at(i - 1);
        if (sort == AwardSort::kNewest) REQUIRE(table.years[before] >= table.years[n]);
        if (sort == AwardSort::kOldest && table.years[n] != 0) REQUIRE(table.years[before] <= table.years[n]);
        if (sort == AwardSort::kName) REQUIRE(foldPhrase(table.project(before)) <= foldPhrase(table.project(n)));
      }
      if (sort != AwardSort::kRelevance || answer.words.empty()) continue;
      for (size_t i = 0; i < list.size(); ++i) {
        int own = answer.search.bestScore();
        while (own > 0 && ((answer.search.withScore(list.at(i) / 64, own) >> (list.at(i) % 64)) & 1) == 0) --own;
        REQUIRE(own <= score);
        score = own;
      }
    }
  }
}

TEST_CASE("A table gives back what was put in, texts of any length included", "[query]") {
  test::Random random(13);
  AwardTable table;
  std::vector<Award> expected;
  for (int i = 0; i < 60; ++i) {
    Award award;
    award.id = "a" + std::to_string(i);
    award.project =
        std::string(static_cast<size_t>(random.below(4) == 0 ? random.below(400000) : random.below(40)), 'p');
    award.description = {std::string(static_cast<size_t>(random.below(300000)), 'd'), Language::kFrench};
    award.sources = {"https://a.example/" + std::to_string(i), "https://b.example/"};
    if (random.flip()) award.notes = {"one", "two"};
    award.year = 1990 + i;
    award.goals = static_cast<uint32_t>(random.below(1 << 18));
    award.goalsComplete = random.flip();
    table.add(award);
    expected.push_back(award);
  }
  for (size_t i = 0; i < expected.size(); ++i) {
    const Award got = table.at(i);
    REQUIRE(got.id == expected[i].id);
    REQUIRE(got.project == expected[i].project);
    REQUIRE(got.description.text == expected[i].description.text);
    REQUIRE(got.description.language == Language::kFrench);
    REQUIRE(got.sources == expected[i].sources);
    REQUIRE(got.notes == expected[i].notes);
    REQUIRE(got.year == expected[i].year);
    REQUIRE(got.goals == expected[i].goals);
    REQUIRE(got.goalsComplete == expected[i].goalsComplete);
  }
}

}  // namespace wsis
