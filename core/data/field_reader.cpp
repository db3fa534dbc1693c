#include "core/data/field_reader.h"

namespace wsis {

using Json = nlohmann::json;

namespace {

constexpr std::string_view kLeftOut = "; the record was left out";

}  // namespace

FieldReader::FieldReader(const Json& record, Origin origin, Language language, Faults& faults)
    : record_(record), origin_(std::move(origin)), language_(language), faults_(faults) {
  if (record_.is_object()) return;
  add("", "must be an object, {\"key\": value, …}", kLeftOut);
  ok_ = false;
}

const Json* FieldReader::find(std::string_view key) const {
  if (!record_.is_object()) return nullptr;
  const auto found = record_.find(key);
  return found == record_.end() ? nullptr : &*found;
}

bool FieldReader::has(std::string_view key) const { return find(key) != nullptr; }

void FieldReader::add(std::string_view key, std::string_view reason, std::string_view consequence) {
  std::string pointer = origin_.pointer;
  if (!key.empty()) {
    pointer += '/';
    pointer += key;
  }
  faults_.push_back({origin_.file, std::move(pointer), origin_.line, tidyReason(reason) + std::string(consequence)});
}

void FieldReader::report(std::string_view key, std::string_view reason) {
  if (record_.is_object()) add(key, reason, "");
}

void FieldReader::refuse(std::string_view key, std::string_view reason) {
  if (record_.is_object()) add(key, reason, kLeftOut);
  ok_ = false;
}

std::string FieldReader::string(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) {
    refuse(key, "is missing; give a text");
  } else if (!value->is_string() || value->get_ref<const std::string&>().empty()) {
    refuse(key, "must be a text that is not empty");
  } else {
    return value->get_ref<const std::string&>();
  }
  return {};
}

std::string FieldReader::optionalString(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    report(key, "must be a text; it was left out");
    return {};
  }
  return value->get_ref<const std::string&>();
}

int FieldReader::number(std::string_view key, int least, int most) {
  const Json* value = find(key);
  const std::string range = std::to_string(least) + " to " + std::to_string(most);
  if (value == nullptr) {
    refuse(key, "is missing; give a number from " + range);
    return least;
  }
  if (!value->is_number_integer()) {
    refuse(key, "must be a whole number from " + range);
    return least;
  }
  // Compare in the type that holds the number: get<int>() of a large one would wrap round.
  const bool tooLarge = value->is_number_unsigned() && value->get<uint64_t>() > static_cast<uint64_t>(most);
  const bool outside = !value->is_number_unsigned() && (value->get<int64_t>() < least || value->get<int64_t>() > most);
  if (tooLarge || outside || (value->is_number_unsigned() && value->get<int64_t>() < least)) {
    refuse(key, "is outside " + range);
    return least;
  }
  return value->get<int>();
}

bool FieldReader::flag(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_boolean()) {
    report(key, "must be true or false; taken as false");
    return false;
  }
  return value->get<bool>();
}

LocalText FieldReader::readText(const Json& value, std::string_view key) {
  if (!value.is_object() || value.empty()) {
    refuse(key, "must be a text by language, {\"en\": \"…\"}");
    return {};
  }
  for (const auto& [code, text] : value.items()) {
    if (!text.is_string()) report(pointerTo(key, code), "must be a text; it was left out");
  }
  const auto in = [&](Language language) -> const std::string* {
    const auto found = value.find(info(language).code);
    if (found == value.end() || !found->is_string()) return nullptr;
    const std::string& text = found->get_ref<const std::string&>();
    return text.empty() ? nullptr : &text;
  };
  if (const std::string* text = in(language_)) return {*text, language_};
  if (const std::string* text = in(Language::kEnglish)) return {*text, Language::kEnglish};
  for (const LanguageInfo& entry : kLanguages) {
    if (const std::string* text = in(entry.language)) return {*text, entry.language};
  }
  refuse(key, "has no text in any of the languages ar, zh, en, fr, ru, es");
  return {};
}

LocalText FieldReader::text(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) {
    refuse(key, "is missing; give a text by language, {\"en\": \"…\"}");
    return {};
  }
  return readText(*value, key);
}

LocalText FieldReader::optionalText(std::string_view key) {
  const Json* value = find(key);
  return value == nullptr ? LocalText{} : readText(*value, key);
}

std::vector<int> FieldReader::numbers(std::string_view key, int least, int most) {
  std::vector<int> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    refuse(key, "must be a list of numbers");
    return out;
  }
  int index = 0;
  for (const Json& element : *value) {
    const bool fits = element.is_number_unsigned() ? element.get<uint64_t>() <= static_cast<uint64_t>(most)
                                                   : element.is_number_integer();
    const int64_t number = fits ? element.get<int64_t>() : 0;
    if (fits && number >= least && number <= most) {
      out.push_back(static_cast<int>(number));
    } else {
      report(std::string(key) + "/" + std::to_string(index), "must be a whole number from " + std::to_string(least) +
                                                                 " to " + std::to_string(most) + "; it was left out");
    }
    ++index;
  }
  return out;
}

std::vector<std::string> FieldReader::strings(std::string_view key) {
  std::vector<std::string> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    refuse(key, "must be a list of texts");
    return out;
  }
  int index = 0;
  for (const Json& element : *value) {
    if (element.is_string()) {
      out.push_back(element.get_ref<const std::string&>());
    } else {
      report(std::string(key) + "/" + std::to_string(index), "must be a text; it was left out");
    }
    ++index;
  }
  return out;
}

std::vector<FieldReader> FieldReader::records(std::string_view key) {
  std::vector<FieldReader> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    refuse(key, "must be a list of records");
    return out;
  }
  int index = 0;
  for (const Json& element : *value) {
    Origin origin = origin_;
    origin.pointer += "/" + std::string(key) + "/" + std::to_string(index++);
    out.emplace_back(element, std::move(origin), language_, faults_);
  }
  return out;
}

std::vector<LocalText> FieldReader::texts(std::string_view key) {
  std::vector<LocalText> out;
  const Json* value = find(key);
  if (value == nullptr) return out;
  if (!value->is_array()) {
    refuse(key, "must be a list of texts by language");
    return out;
  }
  int index = 0;
  for (const Json& element : *value) {
    out.push_back(readText(element, std::string(key) + "/" + std::to_string(index++)));
  }
  return out;
}

FieldReader FieldReader::child(std::string_view key) {
  Origin origin = origin_;
  origin.pointer += "/" + std::string(key);
  return FieldReader(*find(key), std::move(origin), language_, faults_);
}

}  // namespace wsis
