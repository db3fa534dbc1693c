// What the data in assets/ must hold. The numbers are those of the matrix document as transcribed; a change of the data
// that moves one of them must change it here too, and so be seen.
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/matrix/matrix_math.h"
#include "tests/core/data/dataset_support.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

// "C3–4" for the cell of line C3 and goal 4.
std::string cellName(const Dataset& data, const Link& link) {
  return data.lines[static_cast<size_t>(link.line)].id + "–" +
         std::to_string(data.goals[static_cast<size_t>(link.goal)].number);
}

template <typename Match>
std::vector<std::string> cellsWhere(const Dataset& data, Match match) {
  std::vector<std::string> names;
  for (const Link& link : data.links) {
    if (match(link)) names.push_back(cellName(data, link));
  }
  return names;
}

}  // namespace

TEST_CASE("the real data has no faults in any of the six languages", "[real_data]") {
  for (const LanguageInfo& entry : kLanguages) {
    CAPTURE(entry.code);
    CHECK(describeFaults(realDataFaults(entry.language)).empty());
  }
}

TEST_CASE("the real data is consistent and the same in every language", "[real_data]") {
  const MatrixTotals english = countMatrix(realData());
  for (const LanguageInfo& entry : kLanguages) {
    const Dataset& data = realData(entry.language);
    CAPTURE(entry.code);
    requireConsistent(data);
    CHECK(data.language == entry.language);
    CHECK(data.version == realData().version);
    CHECK(data.sources.size() == realData().sources.size());
    CHECK(countMatrix(data).lineTargetPairs == english.lineTargetPairs);
    CHECK(countMatrix(data).withoutRationale == english.withoutRationale);
  }
}

TEST_CASE("the action lines are the 18 of the matrix, in its order, eight of them within C7", "[real_data]") {
  const Dataset& data = realData();
  std::vector<std::string> ids;
  for (const ActionLine& line : data.lines) {
    ids.push_back(line.id);
    CHECK(line.parent == (line.id.starts_with("C7") ? "C7" : ""));
  }
  CHECK(ids == std::vector<std::string>{"C1", "C2", "C3", "C4", "C5", "C6", "C7-egov", "C7-ebus", "C7-elea", "C7-ehea",
                                        "C7-eemp", "C7-eenv", "C7-eagr", "C7-esci", "C8", "C9", "C10", "C11"});
  REQUIRE(data.groups.size() == 1);
  CHECK(data.groups[0].id == "C7");
}

TEST_CASE("the goals are 17, each with its own colour and the targets of the 2030 Agenda", "[real_data]") {
  const Dataset& data = realData();
  const std::vector<size_t> targetsOfGoal = {7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19};
  REQUIRE(data.goals.size() == 17);
  std::set<uint32_t> colours;
  for (size_t i = 0; i < data.goals.size(); ++i) {
    const Goal& goal = data.goals[i];
    CAPTURE(goal.number);
    CHECK(goal.number == static_cast<int>(i) + 1);
    CHECK(goal.targets.size() == targetsOfGoal[i]);
    CHECK_FALSE(goal.sources.empty());
    colours.insert(goal.colour);
  }
  CHECK(colours.size() == 17);
}

TEST_CASE("the targets are 169, in order: numbers first, then letters", "[real_data]") {
  const Dataset& data = realData();
  REQUIRE(data.targets.size() == 169);
  const auto rank = [&](const Target& target) {
    const std::string part = target.id.substr(target.id.find('.') + 1);
    const int within = part[0] >= 'a' ? 100 + (part[0] - 'a') : std::stoi(part);
    return target.goal * 1000 + within;
  };
  for (size_t i = 1; i < data.targets.size(); ++i) {
    CAPTURE(data.targets[i].id);
    CHECK(rank(data.targets[i - 1]) < rank(data.targets[i]));
  }
}

TEST_CASE("goals and targets carry the published wording in all six languages", "[real_data]") {
  for (const LanguageInfo& entry : kLanguages) {
    const Dataset& data = realData(entry.language);
    CAPTURE(entry.code);
    for (const Goal& goal : data.goals) {
      CHECK(goal.title.language == entry.language);
      CHECK(goal.shortName.language == entry.language);
    }
    for (const Target& target : data.targets) {
      CAPTURE(target.id);
      CHECK(target.text.language == entry.language);
      CHECK(target.source >= 0);
    }
  }
}

TEST_CASE("the matrix holds 124 links with 163 line-target pairs", "[real_data]") {
  const MatrixTotals totals = countMatrix(realData());
  CHECK(totals.cells == 18 * 17);
  CHECK(totals.linked == 124);
  CHECK(totals.lineTargetPairs == 163);
  CHECK(totals.wholeGoalCells == 25);
  CHECK(totals.targetsCited == 80);
  CHECK(totals.partialCells == 5);
  CHECK(totals.mostTargets == 6);
}

TEST_CASE("every link has a known line, a known goal, a target or the whole goal, and a source", "[real_data]") {
  const Dataset& data = realData();
  for (const Link& link : data.links) {
    REQUIRE((link.line >= 0 && link.line < 18));
    REQUIRE((link.goal >= 0 && link.goal < 17));
    CAPTURE(cellName(data, link));
    CHECK((link.wholeGoal || !link.targets.empty()));
    CHECK_FALSE(link.sources.empty());
    CHECK_FALSE(link.parts.empty());
    CHECK_FALSE(link.witnesses.empty());
    for (const std::string& witness : link.witnesses) {
      CHECK((witness == "annex" || witness == "list" || witness == "reverse"));
    }
  }
}

TEST_CASE("exactly these cells have no rationale at all", "[real_data]") {
  const std::vector<std::string> without = {"C3–4", "C7-egov–17"};
  CHECK(cellsWhere(realData(), [](const Link& link) { return !link.hasRationale(); }) == without);
  CHECK(countMatrix(realData()).withoutRationale == static_cast<int>(without.size()));
}

TEST_CASE("exactly these cells have a part without a rationale", "[real_data]") {
  const auto lacksOne = [](const Link& link) {
    for (const LinkPart& part : link.parts) {
      if (part.rationale.empty()) return true;
    }
    return false;
  };
  CHECK(cellsWhere(realData(), lacksOne) == std::vector<std::string>{"C3–4", "C6–11", "C7-egov–17"});
}

TEST_CASE("exactly these cells are not named by all tables, and each has a note that says why", "[real_data]") {
  const Dataset& data = realData();
  CHECK(cellsWhere(data, [](const Link& link) { return link.partial; }) ==
        std::vector<std::string>{"C2–8", "C3–4", "C7-ebus–2", "C8–9", "C9–5"});
  for (const Link& link : data.links) {
    CAPTURE(cellName(data, link));
    CHECK(link.partial == (link.witnesses.size() < 3));
    CHECK((!link.partial || !link.notes.empty()));
  }
}

TEST_CASE("a cell of the real data reads as the document has it", "[real_data]") {
  const Dataset& data = realData();
  const Link* link = data.linkAt(data.findLine("C1"), data.findGoal(3));
  REQUIRE(link != nullptr);
  CHECK(link->targets == std::vector<int>{data.findTarget("3.8"), data.findTarget("3.d")});
  CHECK_FALSE(link->wholeGoal);
  CHECK(link->parts.size() == 2);
  CHECK(data.linkAt(data.findLine("C1"), data.findGoal(2)) == nullptr);
}

TEST_CASE("line C3 is linked to every goal", "[real_data]") {
  const Dataset& data = realData();
  for (int goal = 0; goal < 17; ++goal) CHECK(data.linkAt(data.findLine("C3"), goal) != nullptr);
}

TEST_CASE("every source has an address or says what it is", "[real_data]") {
  for (const Source& source : realData().sources) {
    CAPTURE(source.id);
    CHECK_FALSE(source.title.empty());
    CHECK((source.url.empty() || source.url.starts_with("https://") || source.url.starts_with("http://")));
  }
}

}  // namespace wsis::test
