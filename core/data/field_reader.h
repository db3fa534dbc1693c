// Reads the fields of one JSON record and turns everything unexpected into a fault with its JSON pointer.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/json_records.h"
#include "core/data/model.h"

namespace wsis {

class FieldReader {
 public:
  /// Refuses a record that is no object, once; its fields are then missing in silence.
  FieldReader(const nlohmann::json& record, Origin origin, Language language, Faults& faults);

  /// False once a required field was missing or wrong: the record must be left out.
  bool ok() const { return ok_; }

  /// A required, non-empty string.
  std::string string(std::string_view key);
  /// An optional string; empty where it is missing.
  std::string optionalString(std::string_view key);
  /// A required whole number within [least, most].
  int number(std::string_view key, int least, int most);
  /// An optional truth value, false where it is missing.
  bool flag(std::string_view key);
  /// A required text in several languages ({"en": "…", "fr": "…"}): the wanted one, else English, else any.
  LocalText text(std::string_view key);
  LocalText optionalText(std::string_view key);
  /// A list of strings; a missing one is empty, elements that are no strings are reported and left out.
  std::vector<std::string> strings(std::string_view key);
  /// A list of whole numbers within [least, most]; others are reported and left out.
  std::vector<int> numbers(std::string_view key, int least, int most);
  /// The readers of a list of records; a missing list is empty.
  std::vector<FieldReader> records(std::string_view key);
  /// A list of texts.
  std::vector<LocalText> texts(std::string_view key);
  bool has(std::string_view key) const;
  /// The reader of an object field; call only when has(key).
  FieldReader child(std::string_view key);

  /// Reports a fault at `key` (or at the record itself for an empty key). Does not spoil the record.
  void report(std::string_view key, std::string_view reason);
  /// Reports and spoils.
  void refuse(std::string_view key, std::string_view reason);

  const Origin& origin() const { return origin_; }

 private:
  const nlohmann::json* find(std::string_view key) const;
  LocalText readText(const nlohmann::json& value, std::string_view key);
  void add(std::string_view key, std::string_view reason, std::string_view consequence);

  const nlohmann::json& record_;
  Origin origin_;
  Language language_;
  Faults& faults_;
  bool ok_ = true;
};

}  // namespace wsis
