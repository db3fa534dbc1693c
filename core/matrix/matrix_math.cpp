#include "core/matrix/matrix_math.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <set>

namespace wsis {
namespace {

// The links of one line (bits are goals) or of one goal (bits are lines). The matrix has 18 × 17 cells, so that 64 bits
// are ample; records beyond the 64th would only lose their part in the similarity order.
using LinkSet = uint64_t;

std::vector<LinkSet> linkSets(const Dataset& data, bool ofLines) {
  std::vector<LinkSet> sets(ofLines ? data.lines.size() : data.goals.size(), 0);
  for (const Link& link : data.links) {
    const int of = ofLines ? link.line : link.goal;
    const int member = ofLines ? link.goal : link.line;
    if (member < 64) sets[static_cast<size_t>(of)] |= LinkSet{1} << member;
  }
  return sets;
}

// Jaccard distance: 0 for the same links, 1 for none in common (Jaccard 1912; scipy.spatial.distance.jaccard).
double distance(LinkSet a, LinkSet b) {
  const int either = std::popcount(a | b);
  return either == 0 ? 0.0 : 1.0 - static_cast<double>(std::popcount(a & b)) / either;
}

// The order with the shortest way through all sets: nearest neighbour from every start, then 2-opt until nothing
// improves; last from the order as published, so that the result is never longer than that. With at most a few dozen
// sets this takes microseconds and gives the same result on every machine.
std::vector<int> shortestPath(const std::vector<LinkSet>& sets) {
  const int n = static_cast<int>(sets.size());
  const auto between = [&](int a, int b) {
    return distance(sets[static_cast<size_t>(a)], sets[static_cast<size_t>(b)]);
  };
  std::vector<int> best;
  double bestLength = 0;
  for (int start = 0; start <= n; ++start) {
    std::vector<int> path;
    std::vector<bool> used(static_cast<size_t>(n), false);
    if (start < n) {
      path.push_back(start);
      used[static_cast<size_t>(start)] = true;
    } else {
      path.resize(static_cast<size_t>(n));
      std::iota(path.begin(), path.end(), 0);
    }
    while (static_cast<int>(path.size()) < n) {
      int next = -1;
      for (int i = 0; i < n; ++i) {
        if (used[static_cast<size_t>(i)]) continue;
        if (next < 0 || between(path.back(), i) < between(path.back(), next)) next = i;
      }
      used[static_cast<size_t>(next)] = true;
      path.push_back(next);
    }
    constexpr double kGain = 1e-9;  // keeps equal tours from swapping for ever
    for (bool improved = true; improved;) {
      improved = false;
      for (size_t i = 0; i + 1 < path.size(); ++i) {
        for (size_t j = i + 1; j < path.size(); ++j) {
          const double before =
              (i > 0 ? between(path[i - 1], path[i]) : 0) + (j + 1 < path.size() ? between(path[j], path[j + 1]) : 0);
          const double after =
              (i > 0 ? between(path[i - 1], path[j]) : 0) + (j + 1 < path.size() ? between(path[i], path[j + 1]) : 0);
          if (after + kGain < before) {
            std::reverse(path.begin() + static_cast<long>(i), path.begin() + static_cast<long>(j) + 1);
            improved = true;
          }
        }
      }
    }
    double length = 0;
    for (size_t i = 0; i + 1 < path.size(); ++i) length += between(path[i], path[i + 1]);
    if (best.empty() || length < bestLength - kGain) {
      best = path;
      bestLength = length;
    }
  }
  // A path reads the same from both ends: begin with the end that has more links.
  if (!best.empty() &&
      std::popcount(sets[static_cast<size_t>(best.back())]) > std::popcount(sets[static_cast<size_t>(best.front())])) {
    std::reverse(best.begin(), best.end());
  }
  return best;
}

std::vector<int> ordered(const Dataset& data, MatrixOrder order, bool ofLines) {
  std::vector<int> out(ofLines ? data.lines.size() : data.goals.size());
  std::iota(out.begin(), out.end(), 0);
  if (order == MatrixOrder::kLinks) {
    const std::vector<int> links = ofLines ? linksOfLines(data) : linksOfGoals(data);
    std::stable_sort(out.begin(), out.end(),
                     [&](int a, int b) { return links[static_cast<size_t>(a)] > links[static_cast<size_t>(b)]; });
  } else if (order == MatrixOrder::kSimilar) {
    out = shortestPath(linkSets(data, ofLines));
  }
  return out;
}

std::vector<Neighbour> neighbours(const std::vector<LinkSet>& sets, int of) {
  std::vector<Neighbour> out;
  for (int i = 0; i < static_cast<int>(sets.size()); ++i) {
    const int shared = std::popcount(sets[static_cast<size_t>(i)] & sets[static_cast<size_t>(of)]);
    if (i != of && shared > 0) out.push_back({i, shared});
  }
  std::stable_sort(out.begin(), out.end(), [](const Neighbour& a, const Neighbour& b) { return a.shared > b.shared; });
  return out;
}

}  // namespace

MatrixTotals countMatrix(const Dataset& data) {
  MatrixTotals totals;
  totals.cells = static_cast<int>(data.lines.size() * data.goals.size());
  totals.linked = static_cast<int>(data.links.size());
  std::set<int> cited;
  for (const Link& link : data.links) {
    const int targets = static_cast<int>(link.targets.size());
    totals.lineTargetPairs += targets;
    totals.mostTargets = std::max(totals.mostTargets, targets);
    totals.wholeGoalCells += link.wholeGoal ? 1 : 0;
    totals.partialCells += link.partial ? 1 : 0;
    totals.withoutRationale += link.hasRationale() ? 0 : 1;
    cited.insert(link.targets.begin(), link.targets.end());
  }
  totals.targetsCited = static_cast<int>(cited.size());
  return totals;
}

std::vector<int> linksOfLines(const Dataset& data) {
  std::vector<int> out(data.lines.size(), 0);
  for (const Link& link : data.links) ++out[static_cast<size_t>(link.line)];
  return out;
}

std::vector<int> linksOfGoals(const Dataset& data) {
  std::vector<int> out(data.goals.size(), 0);
  for (const Link& link : data.links) ++out[static_cast<size_t>(link.goal)];
  return out;
}

std::vector<int> orderLines(const Dataset& data, MatrixOrder order) { return ordered(data, order, true); }
std::vector<int> orderGoals(const Dataset& data, MatrixOrder order) { return ordered(data, order, false); }

std::vector<Neighbour> goalsSharingLines(const Dataset& data, int goal) {
  return neighbours(linkSets(data, false), goal);
}

std::vector<Neighbour> linesSharingGoals(const Dataset& data, int line) {
  return neighbours(linkSets(data, true), line);
}

std::vector<int> goalsWithoutLink(const Dataset& data, int line) {
  std::vector<int> out;
  for (int goal = 0; goal < static_cast<int>(data.goals.size()); ++goal) {
    if (data.linkAt(line, goal) == nullptr) out.push_back(goal);
  }
  return out;
}

std::vector<int> linesWithoutLink(const Dataset& data, int goal) {
  std::vector<int> out;
  for (int line = 0; line < static_cast<int>(data.lines.size()); ++line) {
    if (data.linkAt(line, goal) == nullptr) out.push_back(line);
  }
  return out;
}

}  // namespace wsis
