#include "core/export/tables.h"

#include <iterator>

#include "core/base/strings.h"
#include "core/views/names.h"

namespace wsis {
namespace {

void addRow(std::string& out, const std::vector<std::string>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csvCell(cells[i]);
  }
  out += "\r\n";
}

using Fields = std::vector<std::pair<const char*, std::string>>;

// An object from names and values that are JSON already; what is empty is left out.
void addObject(std::string& out, const Fields& fields) {
  out += "  {";
  bool first = true;
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    if (!first) out += ", ";
    first = false;
    appendJsonString(out, name);
    out += ": ";
    out += value;
  }
  out += '}';
}

std::string quoted(std::string_view text) {
  if (text.empty()) return "";
  std::string out;
  appendJsonString(out, text);
  return out;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ", ";
    appendJsonString(out, text);
  }
  return out + "]";
}

std::vector<std::string> sourceTitles(const Dataset& data, const std::vector<int>& sources) {
  std::vector<std::string> out;
  for (const int source : sources) out.push_back(data.sources[static_cast<size_t>(source)].title);
  return out;
}

std::string rationaleOf(const Link& link) {
  std::string out;
  for (const LinkPart& part : link.parts) {
    if (part.rationale.empty()) continue;
    out += out.empty() ? part.rationale.text : " " + part.rationale.text;
  }
  return out;
}

std::vector<std::string> statedGoals(const Dataset& data, const Award& award) {
  std::vector<std::string> goals;
  for (const Goal& goal : data.goals) {
    if ((award.goals >> goal.number) & 1) goals.push_back(std::to_string(goal.number));
  }
  return goals;
}

// The columns of a file of projects, and a project's texts in their order.
constexpr const char* kProjectColumns[] = {"id",     "year",        "line",  "project",    "organisation", "country",
                                           "status", "description", "goals", "confidence", "url",          "sources"};

std::vector<std::string> projectCells(const Dataset& data, const AwardBase& base, const Award& award) {
  return {award.id,
          award.year > 0 ? std::to_string(award.year) : "",
          award.line < 0 ? "" : data.lines[static_cast<size_t>(award.line)].id,
          award.project,
          award.organisation,
          award.country < 0 ? "" : base.table.countries[static_cast<size_t>(award.country)].id,
          std::string(nameOf(award.status)),
          award.description.text,
          join(statedGoals(data, award), " "),
          std::string(nameOf(award.confidence)),
          award.url,
          join(award.sources, "; ")};
}

}  // namespace

std::string csvCell(std::string_view text) {
  std::string out;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out = "'";
  out += text;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string cell = "\"";
  for (const char c : out) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

std::string linksCsv(const Dataset& data) {
  std::string out;
  addRow(out, {"line", "line_name", "goal", "goal_name", "targets", "whole_goal", "agreement", "rationale", "sources"});
  for (const Link& link : data.links) {
    const ActionLine& line = data.lines[static_cast<size_t>(link.line)];
    const Goal& goal = data.goals[static_cast<size_t>(link.goal)];
    addRow(out, {line.id, lineTitle(line), std::to_string(goal.number), goal.shortName.text,
                 join(targetIds(data, link.targets), " "), link.wholeGoal ? "yes" : "no",
                 link.partial ? "partial" : "full", rationaleOf(link), join(sourceTitles(data, link.sources), "; ")});
  }
  return out;
}

std::string linksJson(const Dataset& data) {
  std::string out = "{\n \"version\": " + quoted(data.version) + ",\n \"links\": [\n";
  for (size_t i = 0; i < data.links.size(); ++i) {
    const Link& link = data.links[i];
    if (i > 0) out += ",\n";
    addObject(out, {{"line", quoted(data.lines[static_cast<size_t>(link.line)].id)},
                    {"goal", std::to_string(data.goals[static_cast<size_t>(link.goal)].number)},
                    {"targets", listed(targetIds(data, link.targets))},
                    {"whole_goal", link.wholeGoal ? "true" : "false"},
                    {"agreement", quoted(link.partial ? "partial" : "full")},
                    {"rationale", quoted(rationaleOf(link))},
                    {"sources", listed(sourceTitles(data, link.sources))}});
  }
  return out + "\n ]\n}\n";
}

std::string projectsCsv(const Dataset& data, const AwardBase& base, const std::vector<uint32_t>& records) {
  std::string out;
  addRow(out, {std::begin(kProjectColumns), std::end(kProjectColumns)});
  for (const uint32_t record : records) addRow(out, projectCells(data, base, base.table.at(record)));
  return out;
}

std::string projectsJson(const Dataset& data, const AwardBase& base, const std::vector<uint32_t>& records) {
  std::string out = "{\n \"awards\": [\n";
  for (size_t i = 0; i < records.size(); ++i) {
    const Award award = base.table.at(records[i]);
    const std::vector<std::string> cells = projectCells(data, base, award);
    Fields fields;
    for (size_t column = 0; column < cells.size(); ++column) {
      const std::string_view name = kProjectColumns[column];
      std::string value = name == "year" ? cells[column] : quoted(cells[column]);
      if (name == "goals" && award.goals != 0) {
        value = "[" + join(statedGoals(data, award), ", ") + "]";
      } else if (name == "sources" && !award.sources.empty()) {
        value = listed(award.sources);
      }
      fields.emplace_back(kProjectColumns[column], std::move(value));
    }
    if (i > 0) out += ",\n";
    addObject(out, fields);
  }
  return out + "\n ]\n}\n";
}

}  // namespace wsis
