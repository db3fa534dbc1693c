#include "core/data/local_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/strings.h"
#include "core/data/local_file.h"

namespace wsis {
namespace {

using Json = nlohmann::json;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowerCase(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

// Valid UTF-8 without NUL and other control characters.
std::string cleaned(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = nextCodePoint(text, at);
    appendUtf8(out, c < 0x20 && c != '\n' ? U' ' : c);
  }
  return trimmed(out);
}

std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> out;
  std::string part;
  for (const char c : text) {
    if (c == ';' || c == '|' || c == '\n') {
      if (const std::string whole = trimmed(part); !whole.empty()) out.push_back(whole);
      part.clear();
    } else {
      part += c;
    }
  }
  if (const std::string whole = trimmed(part); !whole.empty()) out.push_back(whole);
  return out;
}

std::string lettersOf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9')) out += lower(c);
  }
  return out;
}

// "C5", "C7-ehea", "C7 e-health", "AL C7: E-health".
int lineOf(std::string_view text, const Dataset& data) {
  const std::string wanted = lettersOf(text);
  for (size_t i = 0; i < data.lines.size(); ++i) {
    const ActionLine& line = data.lines[i];
    if (wanted == lettersOf(line.id) || wanted == "al" + lettersOf(line.id)) return static_cast<int>(i);
    if (!line.parent.empty()) {
      const std::string field = lettersOf(line.shortName.text);
      if (field.size() > 3 && wanted.find(field) != wanted.npos) return static_cast<int>(i);
    }
  }
  // "C5. Building confidence …": the code comes first.
  const size_t at = wanted.substr(0, 2) == "al" ? 2 : 0;
  for (size_t i = data.lines.size(); i-- > 0;) {
    const std::string code = lettersOf(data.lines[i].id);
    const std::string_view head = std::string_view(wanted).substr(at, code.size());
    const bool ends =
        wanted.size() == at + code.size() || wanted[at + code.size()] < '0' || wanted[at + code.size()] > '9';
    if (data.lines[i].parent.empty() && head == code && ends) return static_cast<int>(i);
  }
  return -1;
}

int countryOf(std::string_view text, const AwardTable& geography) {
  std::string code(text);
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (const int index = geography.findCountry(code); index >= 0) return index;
  const std::string name = lowerCase(text);
  for (size_t i = 0; i < geography.countries.size(); ++i) {
    if (lowerCase(geography.countries[i].name.text) == name) return static_cast<int>(i);
  }
  return -1;
}

Json numbersIn(std::string_view text) {
  Json out = Json::array();
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == i) {
      ++i;
      continue;
    }
    // "SDG 9.c" names the goal 9; what stands behind the point is the target.
    if (end - i < 4 && (i == 0 || text[i - 1] != '.')) out.push_back(parseNumber(text.substr(i, end - i)));
    i = end;
  }
  return out;
}

}  // namespace

std::string localField(std::string_view title) {
  const std::string name = lowerCase(trimmed(title));
  for (const LocalColumn& column : localColumns()) {
    if (std::find(column.names.begin(), column.names.end(), name) != column.names.end())
      return std::string(column.field);
  }
  return {};
}

void putLocalValue(Json& record, const std::string& field, std::string_view value) {
  const std::string text = cleaned(value);
  if (text.empty()) return;
  if (field == "goals") {
    record[field] = numbersIn(text);
  } else if (field == "sources") {
    record[field] = parts(text);
  } else {
    record[field] = text;
  }
}

void tidyLocalRecord(Json& record, const Dataset& data, const AwardTable& geography,
                     const std::function<void(const char* field, std::string reason)>& report) {
  for (const LocalColumn& column : localColumns()) {
    const std::string field(column.field);
    if (record.contains(field)) continue;
    for (const std::string_view name : column.names) {
      const auto found = record.find(std::string(name));
      if (found == record.end()) continue;
      record[field] = *found;
      break;
    }
  }
  const auto text = [&](const char* field) -> std::string {
    return record.contains(field) && record[field].is_string() ? cleaned(record[field].get_ref<const std::string&>())
                                                               : std::string();
  };
  for (const char* field : {"id", "project", "organisation", "url"}) {
    if (record.contains(field) && record[field].is_string()) record[field] = text(field);
  }
  if (record.contains("id") && record["id"].is_number_integer())
    record["id"] = std::to_string(record["id"].get<int64_t>());
  if (const std::string id = text("id"); !id.empty()) {
    std::string plain;
    for (const char c : id.substr(0, 80))
      plain += (lettersOf(std::string(1, c)).empty() && c != '-' && c != '.') ? '-' : c;
    record["id"] = plain;
  }
  if (const std::string year = text("year"); !year.empty()) {
    const int number = parseNumber(std::string_view(year).substr(0, 4));
    if (number >= 1990 && number <= 2100) {
      record["year"] = number;
    } else {
      report("year", "\"" + year + "\" is no year from 1990 to 2100; it was left out");
      record.erase("year");
    }
  }
  if (record.contains("line") && record["line"].is_array()) {
    std::string all;
    for (const Json& line : record["line"]) all += line.is_string() ? line.get_ref<const std::string&>() + ";" : "";
    record["line"] = all;
  }
  if (const std::string lines = text("line"); !lines.empty()) {
    record.erase("line");
    const std::vector<std::string> named = parts(lines);
    for (const std::string& name : named) {
      const int line = lineOf(name, data);
      if (line < 0) {
        report("line", "\"" + name + "\" is no action line; C1 … C11, \"C7 e-health\" …");
      } else if (!record.contains("line")) {
        record["line"] = data.lines[static_cast<size_t>(line)].id;
      }
    }
    if (named.size() > 1 && record.contains("line")) report("line", "several lines are named; the first one counts");
  }
  if (const std::string country = text("country"); !country.empty()) {
    const int index = countryOf(country, geography);
    if (index >= 0) {
      record["country"] = geography.countries[static_cast<size_t>(index)].id;
    } else {
      report("country",
             "\"" + country + "\" is neither an ISO 3166 code of three letters nor a UN short name; it was left out");
      record.erase("country");
    }
  }
  if (record.contains("goals") && record["goals"].is_string()) record["goals"] = numbersIn(text("goals"));
  for (const char* field : {"status", "confidence"}) {
    std::string name = lowerCase(text(field));
    std::replace(name.begin(), name.end(), ' ', '-');
    if (!name.empty()) record[field] = name;
  }
  if (record.contains("sources") && record["sources"].is_string()) record["sources"] = parts(text("sources"));
  if (const std::string description = text("description"); !description.empty()) {
    record["description"] = Json{{std::string(info(data.language).code), description}};
  }
  for (const char* field : {"url", "page"}) {
    const std::string address = text(field);
    if (!address.empty() && address.find("://") == address.npos && address.find('.') != address.npos) {
      record[field] = "https://" + address;
    }
  }
}

}  // namespace wsis
