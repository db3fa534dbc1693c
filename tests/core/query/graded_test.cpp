// How well people find things: queries with the answers that a fair judge expects (tests/core/query/graded), measured
// as precision and recall. The figures are printed; the floors keep them from getting worse.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/core/award_support.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

constexpr size_t kTopics = 30;

std::set<std::string> found(const test::RealAwards& awards, const std::string& query) {
  std::set<std::string> out;
  ViewState state;
  state.view = View::kAwards;
  state.words = query;
  const AwardAnswer answer = awards.base.index->ask(awardRequest(awards.base, state));
  AwardList list(awards.base.index.get(), &answer, AwardSort::kRelevance);
  for (size_t i = 0; i < list.size(); ++i) out.insert("award:" + std::string(awards.base.table.id(list.at(i))));
  for (const Topic& topic : awards.base.topics->find(query, kTopics)) {
    const auto n = static_cast<size_t>(topic.index);
    out.insert(topic.kind == Topic::Kind::kLine   ? "line:" + awards.data.lines[n].id
               : topic.kind == Topic::Kind::kGoal ? "goal:" + std::to_string(awards.data.goals[n].number)
                                                  : "target:" + awards.data.targets[n].id);
  }
  return out;
}

std::set<std::string> listOf(const nlohmann::json& query, const char* key) {
  std::set<std::string> out;
  if (query.contains(key)) {
    for (const auto& id : query[key]) out.insert(id.get<std::string>());
  }
  return out;
}

struct Quality {
  double precision = 0, recall = 0;
  int queries = 0;
};

Quality measure(Language language) {
  const test::RealAwards& awards = test::realAwards(language);
  const std::string code(info(language).code);
  const auto graded = nlohmann::json::parse(test::readFile("tests/core/query/graded/" + code + ".json"));
  Quality quality;
  for (const auto& query : graded["queries"]) {
    const std::set<std::string> relevant = listOf(query, "relevant"), also = listOf(query, "also");
    const std::set<std::string> given = found(awards, query["q"].get<std::string>());
    size_t right = 0, wrong = 0;
    for (const std::string& id : given) {
      if (relevant.count(id) > 0) {
        ++right;
      } else if (also.count(id) == 0) {
        ++wrong;
      }
    }
    const double precision = right + wrong == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + wrong);
    const double recall = relevant.empty() ? 1 : static_cast<double>(right) / static_cast<double>(relevant.size());
    quality.precision += precision;
    quality.recall += recall;
    ++quality.queries;
    if (precision < 0.7 || recall < 0.7) {
      std::printf("  %s \"%s\": precision %.2f, recall %.2f;", code.c_str(), query["q"].get<std::string>().c_str(),
                  precision, recall);
      int shown = 0;
      for (const std::string& id : relevant) {
        if (given.count(id) == 0 && shown++ < 4) std::printf(" -%s", id.c_str());
      }
      shown = 0;
      for (const std::string& id : given) {
        if (relevant.count(id) == 0 && also.count(id) == 0 && shown++ < 4) std::printf(" +%s", id.c_str());
      }
      std::printf("\n");
    }
  }
  quality.precision /= quality.queries;
  quality.recall /= quality.queries;
  std::printf("search quality %s: precision %.3f, recall %.3f over %d queries\n", code.c_str(), quality.precision,
              quality.recall, quality.queries);
  return quality;
}

}  // namespace

TEST_CASE("The search finds what people mean, in each language", "[query][graded]") {
  for (const LanguageInfo& entry : kLanguages) {
    const Quality quality = measure(entry.language);
    INFO(entry.code);
    CHECK(quality.precision > 0.88);
    CHECK(quality.recall > 0.9);
  }
}

}  // namespace wsis
