#include "core/data/local_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/strings.h"
#include "core/data/award_reader.h"
#include "core/data/local_values.h"

namespace wsis {

using Json = nlohmann::json;

const std::vector<LocalColumn>& localColumns() {
  static const std::vector<LocalColumn> columns{
      {"id", {"id", "identifier"}},
      {"project", {"project", "title", "name", "project title", "project name"}},
      {"organisation", {"organisation", "organization", "submitter", "entity"}},
      {"country", {"country", "country code"}},
      {"year", {"year", "date"}},
      {"line", {"line", "lines", "action line", "action lines", "wsis action line", "wsis action lines", "category"}},
      {"goals", {"goals", "goal", "sdg", "sdgs", "sustainable development goals"}},
      {"status", {"status", "result"}},
      {"description", {"description", "summary"}},
      {"url", {"url", "website", "link", "project website"}},
      {"sources", {"sources", "source"}},
      {"confidence", {"confidence"}},
  };
  return columns;
}

LocalFileReader::LocalFileReader(std::string name, const Dataset& data, const AwardTable& geography,
                                 std::function<void(const Award&)> take)
    : name_(std::move(name)), data_(data), geography_(geography), take_(std::move(take)) {}
LocalFileReader::~LocalFileReader() = default;

void LocalFileReader::addFault(std::string pointer, int line, std::string reason) {
  ++faultCount_;
  if (faults_.size() < kMostFaults) faults_.push_back({name_, std::move(pointer), line, tidyReason(reason)});
}

void LocalFileReader::add(Faults faults) {
  faultCount_ += faults.size();
  for (Fault& fault : faults) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
  }
}

// Enough of the file to see what it is: the first character that is no white space.
void LocalFileReader::decide() {
  std::string_view head = head_;
  if (head.size() >= 2 && ((head[0] == '\xFF' && head[1] == '\xFE') || (head[0] == '\xFE' && head[1] == '\xFF'))) {
    kind_ = Kind::kRefused;
    addFault("", 1, "the file is in UTF-16; save it as \"CSV UTF-8\" or as JSON in UTF-8 and open it again");
    return;
  }
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (head.substr(0, kMark.size()) == kMark) head.remove_prefix(kMark.size());
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == head.npos) return;
  std::string rest(head);
  head_.clear();
  if (rest[first] == '{' || rest[first] == '[') {
    kind_ = Kind::kJson;
    json_ = std::make_unique<JsonSplitter>(
        [this](std::string_view text, int line, int number) { takeJson(text, line, number); });
    json_->feed(rest);
  } else {
    kind_ = Kind::kCsv;
    csv_ = std::make_unique<CsvReader>([this](std::vector<std::string>& fields, int line) { takeRow(fields, line); });
    csv_->feed(rest);
  }
}

void LocalFileReader::feed(std::string_view chunk) {
  switch (kind_) {
    case Kind::kUnknown:
      head_ += chunk;
      if (head_.size() >= 4) decide();  // a byte order mark takes three
      break;
    case Kind::kCsv:
      csv_->feed(chunk);
      break;
    case Kind::kJson:
      json_->feed(chunk);
      break;
    case Kind::kRefused:
      break;
  }
}

void LocalFileReader::finish() {
  if (kind_ == Kind::kUnknown) decide();
  if (kind_ == Kind::kUnknown) return addFault("", 0, "the file is empty");
  if (csv_ && !csv_->finish()) {
    addFault("", 0,
             "a quoted field is never closed; look for a \" without its partner. What came after it was not read");
  }
  if (csv_ && !hasHeader_ && kind_ == Kind::kCsv) addFault("", 0, "the file has no rows below its first line");
  if (json_) {
    const JsonSplitter::End end = json_->finish();
    if (end == JsonSplitter::End::kCutOff) addFault("", 0, "the file is cut off: a bracket or a text is never closed");
    if (end == JsonSplitter::End::kTooDeep) addFault("", 0, "the file is nested too deeply; the rest was not read");
    if (end == JsonSplitter::End::kWhole && taken_ + leftOut_ == 0) {
      addFault("", 0, "the file holds no projects; give {\"awards\": [{\"project\": \"…\"}]}");
    }
  }
}

void LocalFileReader::readHeader(const std::vector<std::string>& fields, int line) {
  hasHeader_ = true;
  titles_ = fields;
  bool named = false;
  for (const std::string& title : fields) {
    const std::string field = localField(title);
    named = named || field == "project";
    const bool twice = !field.empty() && std::find(columns_.begin(), columns_.end(), field) != columns_.end();
    if (field.empty() || twice) {
      addFault("", line,
               "the column \"" + title +
                   "\" was not used: " + (twice ? "another one means the same" : "it is not known here"));
    }
    columns_.push_back(twice ? std::string() : field);
  }
  if (named) return;
  kind_ = Kind::kRefused;
  addFault("", line, "no column is called \"project\" or \"title\"; name the columns in the first line");
}

void LocalFileReader::takeRow(std::vector<std::string>& fields, int line) {
  if (!hasHeader_) return readHeader(fields, line);
  if (kind_ == Kind::kRefused) return;
  if (fields.size() > columns_.size()) {
    addFault("", line,
             "the row has " + std::to_string(fields.size()) + " fields and the first line " +
                 std::to_string(columns_.size()) + "; put texts with separators in quotes");
  }
  Json record = Json::object();
  for (size_t i = 0; i < fields.size() && i < columns_.size(); ++i) {
    if (!columns_[i].empty()) putLocalValue(record, columns_[i], fields[i]);
  }
  takeRecord(record, "", line);
}

void LocalFileReader::takeJson(std::string_view text, int line, int number) {
  const std::string pointer = "/" + std::to_string(number);
  const Json record = text.size() > JsonSplitter::kLongestRecord
                          ? Json(Json::value_t::discarded)
                          : Json::parse(text.begin(), text.end(), nullptr, false);
  if (record.is_discarded() || !record.is_object()) {
    ++leftOut_;
    return addFault(pointer, line, "is not valid JSON; look for a missing comma or quote. The record was left out");
  }
  takeRecord(record, pointer, line);
}

void LocalFileReader::takeRecord(const Json& given, std::string pointer, int line) {
  Json record = given;
  Faults found;
  const auto report = [&](const char* field, std::string reason) {
    found.push_back({name_, pointerTo(pointer, field), line, tidyReason(reason)});
  };
  tidyLocalRecord(record, data_, geography_, report);
  FieldReader fields(record, {name_, pointer, line}, data_.language, found);
  std::optional<Award> award = readAward(fields, data_, geography_, true);
  add(std::move(found));
  if (!award) {
    ++leftOut_;
    return;
  }
  if (award->id.empty()) award->id = "local-" + std::to_string(taken_ + leftOut_ + 1);
  if (award->id.rfind("local", 0) != 0) award->id = "local:" + award->id;  // never that of a published award
  ++taken_;
  take_(*award);
}

}  // namespace wsis
