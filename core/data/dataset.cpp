#include "core/data/dataset.h"

#include <algorithm>

namespace wsis {
namespace {

template <typename T, typename Match>
int indexWhere(const std::vector<T>& items, Match match) {
  const auto found = std::find_if(items.begin(), items.end(), match);
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

}  // namespace

int Dataset::findLine(std::string_view id) const {
  return indexWhere(lines, [&](const ActionLine& line) { return line.id == id; });
}

int Dataset::findGroup(std::string_view id) const {
  return indexWhere(groups, [&](const ActionLine& group) { return group.id == id; });
}

int Dataset::findGoal(int number) const {
  return indexWhere(goals, [&](const Goal& goal) { return goal.number == number; });
}

int Dataset::findTarget(std::string_view id) const {
  return indexWhere(targets, [&](const Target& target) { return target.id == id; });
}

int Dataset::findSource(std::string_view id) const {
  return indexWhere(sources, [&](const Source& source) { return source.id == id; });
}

const Link* Dataset::linkAt(int line, int goal) const {
  const int index = linkIndex_[static_cast<size_t>(line) * goals.size() + static_cast<size_t>(goal)];
  return index < 0 ? nullptr : &links[static_cast<size_t>(index)];
}

}  // namespace wsis
