#include "core/views/names.h"

#include "core/base/strings.h"

namespace wsis {

std::string lineCode(const ActionLine& line) {
  return line.parent.empty() ? line.id : line.parent + " " + line.shortName.text;
}

std::string lineTitle(const ActionLine& line) {
  return (line.parent.empty() ? line.id : line.parent) + " " + line.shortName.text;
}

std::string goalTitle(const Catalog& catalog, const Goal& goal) {
  return goalCode(catalog, goal) + " " + goal.shortName.text;
}

std::string goalCode(const Catalog& catalog, const Goal& goal) {
  return catalog.text("goal.code", {{"n", std::to_string(goal.number)}});
}

std::string listOf(const Catalog& catalog, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  if (items.size() == 1) return items.front();
  std::vector<std::string> head;
  for (size_t i = 0; i + 1 < items.size(); ++i) head.push_back(catalog.value(items[i]));
  return catalog.text("list.and", {{"a", join(head, catalog.text("list.comma"))}, {"b", items.back()}});
}

std::string foreignNote(const Catalog& catalog, Language language) {
  if (language == catalog.language()) return {};
  return catalog.text("foreign.note", {{"language", catalog.text("foreign." + std::string(info(language).code))}});
}

std::string agencyName(const Catalog& catalog, std::string_view agency) {
  std::string key = "agency.";
  for (const char c : agency) {
    if (c != ' ') key += c;
  }
  return catalog.has(key) ? catalog.text(key) : std::string(agency);
}

std::vector<std::string> targetIds(const Dataset& data, const std::vector<int>& targets) {
  std::vector<std::string> out;
  for (const int target : targets) out.push_back(data.targets[static_cast<size_t>(target)].id);
  return out;
}

std::string linkContent(const Dataset& data, const Catalog& catalog, const Link* link) {
  if (link == nullptr) return catalog.text("cell.none");
  const int count = static_cast<int>(link->targets.size());
  std::string out;
  if (count > 0) {
    const std::string ids = listOf(catalog, targetIds(data, link->targets));
    out = catalog.plural("cell.targets", count, {{"ids", ids}});
  }
  if (link->wholeGoal) {
    const std::string whole = catalog.text("cell.whole");
    out = out.empty() ? whole : catalog.text("list.and", {{"a", out}, {"b", whole}});
  }
  if (link->partial) out += catalog.text("cell.partialSuffix");
  return out;
}

}  // namespace wsis
