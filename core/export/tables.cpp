#include "core/export/tables.h"

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

// An object of texts and lists; a list is a text that begins with '['.
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

// A project by the names of its columns.
Fields projectFields(const Dataset& data, const AwardBase& base, uint32_t record) {
  const Award award = base.table.at(record);
  Fields fields;
  fields.emplace_back("id", award.id);
  fields.emplace_back("year", award.year > 0 ? std::to_string(award.year) : "");
  fields.emplace_back("line", award.line < 0 ? "" : data.lines[static_cast<size_t>(award.line)].id);
  fields.emplace_back("project", award.project);
  fields.emplace_back("organisation", award.organisation);
  fields.emplace_back("country", award.country < 0 ? "" : base.table.countries[static_cast<size_t>(award.country)].id);
  fields.emplace_back("status", std::string(nameOf(award.status)));
  fields.emplace_back("description", award.description.text);
  std::string goals;
  for (const Goal& goal : data.goals) {
    if ((award.goals >> goal.number) & 1) goals += (goals.empty() ? "" : " ") + std::to_string(goal.number);
  }
  fields.emplace_back("goals", goals);
  fields.emplace_back("url", award.url);
  return fields;
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
  std::vector<std::string> names;
  for (const auto& [name, value] : projectFields(data, base, 0)) names.emplace_back(name);
  addRow(out, names);
  for (const uint32_t record : records) {
    std::vector<std::string> cells;
    for (auto& [name, value] : projectFields(data, base, record)) cells.push_back(std::move(value));
    addRow(out, cells);
  }
  return out;
}

std::string projectsJson(const Dataset& data, const AwardBase& base, const std::vector<uint32_t>& records) {
  std::string out = "{\n \"awards\": [\n";
  for (size_t i = 0; i < records.size(); ++i) {
    Fields fields = projectFields(data, base, records[i]);
    for (auto& [name, value] : fields) {
      const std::string_view key = name;
      if (value.empty() || key == "year") continue;
      if (key == "goals") {
        std::string list = "[";
        for (const std::string_view goal : split(value, ' ')) list += (list.size() > 1 ? ", " : "") + std::string(goal);
        value = list + "]";
      } else {
        value = quoted(value);
      }
    }
    if (i > 0) out += ",\n";
    addObject(out, fields);
  }
  return out + "\n ]\n}\n";
}

}  // namespace wsis
