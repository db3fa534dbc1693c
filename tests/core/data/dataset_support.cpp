#include "tests/core/data/dataset_support.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace wsis::test {

using Json = nlohmann::json;

Built build(std::string_view json, Language language) {
  DatasetBuilder builder(language);
  builder.read(json, "test.json");
  Dataset data = builder.finish();
  return {std::move(data), builder.faults()};
}

Built buildWorld(const Json& world, Language language) { return build(fileOf(world), language); }

const std::vector<std::string>& collectionNames() {
  static const std::vector<std::string> names = {"sources", "goals", "targets", "groups", "lines", "links"};
  return names;
}

Json soundWorld() {
  return Json::parse(R"({
    "version": "2026-01-02",
    "sources": [
      {"id": "s1", "title": "First source", "kind": "matrix", "url": "https://example.org/1"},
      {"id": "s2", "title": "Spare source", "kind": "book"}
    ],
    "goals": [
      {"id": 1, "colour": "#E5243B", "title": {"en": "End poverty"}, "short": {"en": "No poverty"}, "sources": ["s1"]},
      {"id": 9, "colour": "#fd6925", "title": {"en": "Build"}, "short": {"en": "Industry"}, "sources": ["s1"]},
      {"id": 3, "colour": "#4C9F38", "title": {"en": "Health"}, "short": {"en": "Health"}, "sources": ["s1"]}
    ],
    "targets": [
      {"id": "1.4", "goal": 1, "text": {"en": "Equal rights"}, "source": "s1"},
      {"id": "9.1", "goal": 9, "text": {"en": "Infrastructure"}, "source": "s1"},
      {"id": "9.c", "goal": 9, "text": {"en": "Access to ICT"}, "source": "s1"},
      {"id": "9.b", "goal": 9, "text": {"en": "Spare target"}, "source": "s1"}
    ],
    "groups": [
      {"id": "C7", "name": {"en": "ICT applications"}, "short": {"en": "Applications"}, "name_sources": ["s1"]},
      {"id": "C77", "name": {"en": "Spare group"}, "short": {"en": "Spare"}, "name_sources": ["s1"]}
    ],
    "lines": [
      {"id": "C1", "name": {"en": "Governments"}, "short": {"en": "Governments"}, "name_sources": ["s1"]},
      {"id": "C7-egov", "parent": "C7", "name": {"en": "E-government"}, "short": {"en": "E-gov"}, "name_sources": ["s1"]},
      {"id": "C2", "name": {"en": "Spare line"}, "short": {"en": "Spare"}, "about": {"en": "About"},
       "name_basis": {"en": "source"}, "name_sources": ["s1"],
       "facilitators": [{"agency": "ITU", "role": "facilitator", "confidence": "high", "sources": ["s1"]}],
       "itu_role": {"role": "sole-facilitator", "scope": "C7", "sources": ["s1"]}}
    ],
    "links": [
      {"line": "C1", "goal": 1, "agreement": "full", "witnesses": ["annex"], "sources": ["s1"],
       "parts": [{"targets": ["1.4"], "whole_goal": false, "rationale": {"en": "Because"}}]},
      {"line": "C1", "goal": 9, "agreement": "partial", "witnesses": ["annex", "list"], "sources": ["s1"],
       "notes": [{"en": "First note"}, {"en": "Second note"}],
       "parts": [{"targets": ["9.1", "9.c"], "whole_goal": true, "rationale": {"en": "Because"}},
                 {"targets": ["9.c"], "whole_goal": false}]}
    ]
  })");
}

std::string fileOf(const Json& world) {
  std::string out = "{\n";
  for (const auto& [name, content] : world.items()) {
    if (out.size() > 2) out += ",\n";
    out += Json(name).dump() + ": ";
    if (!content.is_array()) {
      out += content.dump();
      continue;
    }
    out += "[";
    for (size_t i = 0; i < content.size(); ++i) out += (i > 0 ? ",\n" : "\n") + content[i].dump();
    out += "\n]";
  }
  return out + "\n}\n";
}

int lineOf(std::string_view text, std::string_view part) {
  const size_t at = text.rfind(part);
  if (at == text.npos) return 0;
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

int countOf(const Dataset& data, std::string_view collection) {
  size_t count = 0;
  if (collection == "sources") count = data.sources.size();
  if (collection == "goals") count = data.goals.size();
  if (collection == "targets") count = data.targets.size();
  if (collection == "groups") count = data.groups.size();
  if (collection == "lines") count = data.lines.size();
  if (collection == "links") count = data.links.size();
  return static_cast<int>(count);
}

const Fault* faultAt(const Faults& faults, std::string_view pointer) {
  for (const Fault& fault : faults) {
    if (fault.pointer == pointer) return &fault;
  }
  return nullptr;
}

std::string describeFaults(const Faults& faults) {
  std::string out;
  for (const Fault& fault : faults) out += describeFault(fault) + "\n";
  return out;
}

namespace {

template <typename T>
bool isIndexOf(const std::vector<T>& items, int index) {
  return index >= 0 && index < static_cast<int>(items.size());
}

template <typename T>
void requireIndices(const std::vector<T>& items, const std::vector<int>& indices) {
  for (const int index : indices) REQUIRE(isIndexOf(items, index));
}

void requireConsistentLine(const Dataset& data, const ActionLine& line) {
  REQUIRE_FALSE(line.id.empty());
  REQUIRE_FALSE(line.name.empty());
  REQUIRE((line.parent.empty() || data.findGroup(line.parent) >= 0));
  requireIndices(data.sources, line.nameSources);
  for (const Facilitator& facilitator : line.facilitators) requireIndices(data.sources, facilitator.sources);
  if (line.ituRole) requireIndices(data.sources, line.ituRole->sources);
}

void requireConsistentLink(const Dataset& data, const Link& link) {
  REQUIRE(isIndexOf(data.lines, link.line));
  REQUIRE(isIndexOf(data.goals, link.goal));
  REQUIRE(data.linkAt(link.line, link.goal) == &link);
  REQUIRE_FALSE(link.sources.empty());
  requireIndices(data.sources, link.sources);
  REQUIRE((link.wholeGoal || !link.targets.empty()));
  for (const int target : link.targets) {
    REQUIRE(isIndexOf(data.targets, target));
    REQUIRE(data.targets[static_cast<size_t>(target)].goal == link.goal);
  }
}

}  // namespace

void requireConsistent(const Dataset& data) {
  for (size_t i = 0; i < data.goals.size(); ++i) {
    const Goal& goal = data.goals[i];
    REQUIRE((goal.number >= 1 && goal.number <= 17));
    REQUIRE((i == 0 || data.goals[i - 1].number < goal.number));
    requireIndices(data.targets, goal.targets);
    requireIndices(data.sources, goal.sources);
    for (const int target : goal.targets) {
      REQUIRE(data.targets[static_cast<size_t>(target)].goal == static_cast<int>(i));
    }
  }
  for (const Target& target : data.targets) {
    REQUIRE(isIndexOf(data.goals, target.goal));
    REQUIRE((target.source == -1 || isIndexOf(data.sources, target.source)));
  }
  for (const ActionLine& group : data.groups) requireConsistentLine(data, group);
  for (const ActionLine& line : data.lines) requireConsistentLine(data, line);
  for (const Link& link : data.links) requireConsistentLink(data, link);
}

void requireTellingFaults(const Faults& faults, std::string_view text) {
  const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  for (const Fault& fault : faults) {
    INFO(describeFault(fault));
    REQUIRE(fault.file == "test.json");
    REQUIRE_FALSE(fault.reason.empty());
    REQUIRE(fault.line >= 1);
    REQUIRE(fault.line <= lines);
    REQUIRE((fault.pointer.empty() || fault.pointer.front() == '/'));
  }
}

}  // namespace wsis::test
