#include "core/matrix/matrix_math.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <set>

#include "tests/core/data/dataset_support.h"
#include "tests/core/random_support.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

using Json = nlohmann::json;

constexpr MatrixOrder kOrders[] = {MatrixOrder::kPublished, MatrixOrder::kLinks, MatrixOrder::kSimilar};

// A dataset of `lines` lines by `goals` goals with a link wherever `linked` says so.
template <typename Linked>
Dataset matrixOf(int lines, int goals, Linked linked) {
  Json world = {{"sources", {{{"id", "s"}, {"title", "s"}, {"kind", "s"}}}}};
  const Json text = {{"en", "text"}};
  for (int goal = 1; goal <= goals; ++goal) {
    world["goals"].push_back({{"id", goal}, {"colour", "#000000"}, {"title", text}, {"short", text}});
  }
  for (int line = 0; line < lines; ++line) {
    const std::string id = "L" + std::to_string(line);
    world["lines"].push_back({{"id", id}, {"name", text}, {"short", text}});
    for (int goal = 1; goal <= goals; ++goal) {
      if (!linked(line, goal - 1)) continue;
      world["links"].push_back({{"line", id},
                                {"goal", goal},
                                {"agreement", "full"},
                                {"sources", {"s"}},
                                {"parts", {{{"whole_goal", true}}}}});
    }
  }
  Built built = buildWorld(world);
  REQUIRE(describeFaults(built.faults).empty());
  return std::move(built.data);
}

Dataset randomMatrix(Random& random) {
  const int density = 1 + random.below(9);
  const int lines = 1 + random.below(18);
  const int goals = 1 + random.below(17);
  return matrixOf(lines, goals, [&](int, int) { return random.below(10) < density; });
}

// The goals of a line or the lines of a goal, worked out cell by cell.
std::set<int> linksOf(const Dataset& data, bool ofLine, int index) {
  std::set<int> out;
  const size_t others = ofLine ? data.goals.size() : data.lines.size();
  for (int other = 0; other < static_cast<int>(others); ++other) {
    if ((ofLine ? data.linkAt(index, other) : data.linkAt(other, index)) != nullptr) out.insert(other);
  }
  return out;
}

int shared(const std::set<int>& a, const std::set<int>& b) {
  return static_cast<int>(std::count_if(a.begin(), a.end(), [&](int x) { return b.count(x) > 0; }));
}

// The Jaccard distances of all neighbours in an order, summed.
double lengthOf(const Dataset& data, bool ofLines, const std::vector<int>& order) {
  double length = 0;
  for (size_t i = 0; i + 1 < order.size(); ++i) {
    const std::set<int> a = linksOf(data, ofLines, order[i]);
    const std::set<int> b = linksOf(data, ofLines, order[i + 1]);
    const int common = shared(a, b);
    const int either = static_cast<int>(a.size() + b.size()) - common;
    length += either == 0 ? 0 : 1 - static_cast<double>(common) / either;
  }
  return length;
}

std::vector<int> orderOf(const Dataset& data, bool ofLines, MatrixOrder order) {
  return ofLines ? orderLines(data, order) : orderGoals(data, order);
}

void checkPermutation(std::vector<int> order, size_t size) {
  std::vector<int> all(size);
  std::iota(all.begin(), all.end(), 0);
  std::sort(order.begin(), order.end());
  CHECK(order == all);
}

void checkSimilarIsNotLonger(const Dataset& data) {
  for (const bool ofLines : {true, false}) {
    const double similar = lengthOf(data, ofLines, orderOf(data, ofLines, MatrixOrder::kSimilar));
    const double published = lengthOf(data, ofLines, orderOf(data, ofLines, MatrixOrder::kPublished));
    CHECK(similar <= published + 1e-9);
  }
}

// Stairs: line i is linked to the goals 0 … i.
Dataset stairs() {
  return matrixOf(4, 4, [](int line, int goal) { return goal <= line; });
}

}  // namespace

TEST_CASE("the published order is that of the data", "[matrix_math]") {
  CHECK(orderLines(stairs(), MatrixOrder::kPublished) == std::vector<int>{0, 1, 2, 3});
  CHECK(orderGoals(stairs(), MatrixOrder::kPublished) == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("the order by links puts most links first", "[matrix_math]") {
  CHECK(orderLines(stairs(), MatrixOrder::kLinks) == std::vector<int>{3, 2, 1, 0});
  CHECK(orderGoals(stairs(), MatrixOrder::kLinks) == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("the order by links keeps equal ones as published", "[matrix_math]") {
  const Dataset data = matrixOf(6, 3, [](int line, int goal) { return goal < (line == 4 ? 3 : line % 2 + 1); });
  CHECK(orderLines(data, MatrixOrder::kLinks) == std::vector<int>{4, 1, 3, 5, 0, 2});
}

TEST_CASE("the order by similarity puts like beside like and the fuller end first", "[matrix_math]") {
  // Lines 0, 2, 4 share goals 0 and 1; lines 1, 3, 5 share goals 2 to 4.
  const Dataset data = matrixOf(6, 5, [](int line, int goal) { return (line % 2 == 0) == (goal < 2); });
  const std::vector<int> order = orderLines(data, MatrixOrder::kSimilar);
  for (size_t i = 0; i < 6; ++i) CHECK(order[i] % 2 == (i < 3 ? 1 : 0));
}

TEST_CASE("every order of the real data holds every line and goal once", "[matrix_math]") {
  for (const MatrixOrder order : kOrders) {
    checkPermutation(orderLines(realData(), order), 18);
    checkPermutation(orderGoals(realData(), order), 17);
  }
}

TEST_CASE("the real lines and goals by links begin with the fullest", "[matrix_math]") {
  const Dataset& data = realData();
  CHECK(data.lines[static_cast<size_t>(orderLines(data, MatrixOrder::kLinks).front())].id == "C3");
  CHECK(data.goals[static_cast<size_t>(orderGoals(data, MatrixOrder::kLinks).front())].number == 17);
}

TEST_CASE("the real matrix by similarity is no longer than as published, and the same every time", "[matrix_math]") {
  checkSimilarIsNotLonger(realData());
  for (const bool ofLines : {true, false}) {
    const std::vector<int> once = orderOf(realData(), ofLines, MatrixOrder::kSimilar);
    CHECK(orderOf(realData(Language::kArabic), ofLines, MatrixOrder::kSimilar) == once);
    CHECK(lengthOf(realData(), ofLines, once) <
          lengthOf(realData(), ofLines, orderOf(realData(), ofLines, kOrders[0])));
  }
}

TEST_CASE("orders of random matrices are permutations, by links is descending and stable", "[matrix_math]") {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const Dataset data = randomMatrix(random);
    for (const bool ofLines : {true, false}) {
      const size_t size = ofLines ? data.lines.size() : data.goals.size();
      for (const MatrixOrder order : kOrders) checkPermutation(orderOf(data, ofLines, order), size);
      const std::vector<int> byLinks = orderOf(data, ofLines, MatrixOrder::kLinks);
      for (size_t i = 1; i < byLinks.size(); ++i) {
        const size_t before = linksOf(data, ofLines, byLinks[i - 1]).size();
        const size_t here = linksOf(data, ofLines, byLinks[i]).size();
        CHECK((before > here || (before == here && byLinks[i - 1] < byLinks[i])));
      }
    }
  }
}

TEST_CASE("random matrices by similarity are never longer than as published", "[matrix_math]") {
  Random random(8);
  for (int round = 0; round < 150; ++round) checkSimilarIsNotLonger(randomMatrix(random));
}

TEST_CASE("a published order that a search from scratch would miss is still not lengthened", "[matrix_math]") {
  const std::vector<int> goalsOfLines = {0b00011, 0b00111, 0b00110, 0b11100, 0b01000, 0b11000, 0b10000};
  checkSimilarIsNotLonger(
      matrixOf(7, 5, [&](int line, int goal) { return (goalsOfLines[static_cast<size_t>(line)] >> goal & 1) != 0; }));
}

TEST_CASE("a published order that is already the best by similarity has no longer replacement", "[matrix_math]") {
  // Where neighbours share as much as can be, a search that starts anew may end in something worse.
  Random random(9);
  for (int round = 0; round < 60; ++round) {
    const int width = 1 + random.below(4);
    checkSimilarIsNotLonger(
        matrixOf(12, 15, [&](int line, int goal) { return goal >= line && goal < line + width + (line * goal) % 2; }));
  }
}

TEST_CASE("links of lines and of goals count the same cells", "[matrix_math]") {
  Random random(10);
  for (int round = 0; round < 30; ++round) {
    const Dataset data = randomMatrix(random);
    const std::vector<int> lines = linksOfLines(data);
    const std::vector<int> goals = linksOfGoals(data);
    REQUIRE(lines.size() == data.lines.size());
    REQUIRE(goals.size() == data.goals.size());
    for (size_t i = 0; i < lines.size(); ++i) {
      CHECK(lines[i] == static_cast<int>(linksOf(data, true, static_cast<int>(i)).size()));
    }
    const int linked = countMatrix(data).linked;
    CHECK(std::accumulate(lines.begin(), lines.end(), 0) == linked);
    CHECK(std::accumulate(goals.begin(), goals.end(), 0) == linked);
  }
}

TEST_CASE("gaps and links together are all goals of a line and all lines of a goal", "[matrix_math]") {
  const Dataset& data = realData();
  for (const bool ofLine : {true, false}) {
    const int count = ofLine ? 18 : 17;
    for (int index = 0; index < count; ++index) {
      std::vector<int> all = ofLine ? goalsWithoutLink(data, index) : linesWithoutLink(data, index);
      CHECK(std::is_sorted(all.begin(), all.end()));
      const std::set<int> linked = linksOf(data, ofLine, index);
      all.insert(all.end(), linked.begin(), linked.end());
      checkPermutation(all, ofLine ? 17 : 18);
    }
  }
}

TEST_CASE("two goals share as many lines one way as the other, and so do two lines goals", "[matrix_math]") {
  const Dataset& data = realData();
  for (const bool ofLine : {true, false}) {
    const int count = ofLine ? 18 : 17;
    for (int a = 0; a < count; ++a) {
      const std::vector<Neighbour> neighbours = ofLine ? linesSharingGoals(data, a) : goalsSharingLines(data, a);
      std::set<int> named;
      for (size_t i = 0; i < neighbours.size(); ++i) {
        const Neighbour& b = neighbours[i];
        named.insert(b.index);
        CHECK(b.index != a);
        CHECK(b.shared == shared(linksOf(data, ofLine, a), linksOf(data, ofLine, b.index)));
        CHECK((i == 0 || neighbours[i - 1].shared >= b.shared));
        const std::vector<Neighbour> back =
            ofLine ? linesSharingGoals(data, b.index) : goalsSharingLines(data, b.index);
        CHECK(std::any_of(back.begin(), back.end(),
                          [&](const Neighbour& n) { return n.index == a && n.shared == b.shared; }));
      }
      for (int b = 0; b < count; ++b) {
        const bool shares = a != b && shared(linksOf(data, ofLine, a), linksOf(data, ofLine, b)) > 0;
        CHECK(named.count(b) == (shares ? 1 : 0));
      }
    }
  }
}

TEST_CASE("neighbours that share equally many stand as published", "[matrix_math]") {
  const std::vector<Neighbour> neighbours = linesSharingGoals(stairs(), 1);
  REQUIRE(neighbours.size() == 3);
  CHECK(neighbours[0].index == 2);
  CHECK(neighbours[1].index == 3);
  CHECK(neighbours[2].index == 0);
}

TEST_CASE("the totals count cells, pairs, whole goals and the fullest cell", "[matrix_math]") {
  const MatrixTotals totals = countMatrix(buildWorld(soundWorld()).data);
  CHECK(totals.cells == 3 * 3);
  CHECK(totals.linked == 2);
  CHECK(totals.lineTargetPairs == 3);
  CHECK(totals.wholeGoalCells == 1);
  CHECK(totals.partialCells == 1);
  CHECK(totals.targetsCited == 3);
  CHECK(totals.withoutRationale == 0);
  CHECK(totals.mostTargets == 2);
}

TEST_CASE("a target cited from two lines is one target and two pairs", "[matrix_math]") {
  Json world = soundWorld();
  world["links"].push_back(world["links"][0]);
  world["links"].back()["line"] = "C2";
  const MatrixTotals totals = countMatrix(buildWorld(world).data);
  CHECK(totals.lineTargetPairs == 4);
  CHECK(totals.targetsCited == 3);
}

TEST_CASE("an empty dataset has no order and no totals", "[matrix_math]") {
  const Dataset data = buildWorld(Json::object()).data;
  for (const MatrixOrder order : kOrders) {
    CHECK(orderLines(data, order).empty());
    CHECK(orderGoals(data, order).empty());
  }
  CHECK(countMatrix(data).cells == 0);
  CHECK(countMatrix(data).mostTargets == 0);
}

TEST_CASE("lines without any link stand together at the end of the order by similarity", "[matrix_math]") {
  const Dataset data = matrixOf(5, 3, [](int line, int) { return line % 2 == 1; });
  const std::vector<int> order = orderLines(data, MatrixOrder::kSimilar);
  for (size_t i = 0; i < 5; ++i) CHECK(order[i] % 2 == (i < 2 ? 1 : 0));
}

}  // namespace wsis::test
