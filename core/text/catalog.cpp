#include "core/text/catalog.h"

#include <nlohmann/json.hpp>

#include "core/base/strings.h"
#include "core/data/json_records.h"

namespace wsis {
namespace {

constexpr std::string_view kFormNames[] = {"zero", "one", "two", "few", "many", "other"};

// A value in another direction than the sentence ("11.b", a date, a name) is isolated from it (U+2066 … U+2069), or the
// bidirectional algorithm would take it apart: "11.b" would read "b.11".
std::string isolated(std::string_view value) {
  bool foreign = false;
  for (size_t at = 0; at < value.size();) {
    const char32_t c = nextCodePoint(value, at);
    if (isRightToLeft(c)) return std::string(value);
    foreign = foreign || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return foreign && value.size() > 1 ? "\u2066" + std::string(value) + "\u2069" : std::string(value);
}

std::string fill(std::string_view message, Catalog::Arguments arguments, bool rightToLeft) {
  std::string out;
  for (size_t i = 0; i < message.size();) {
    const size_t close = message[i] == '{' ? message.find('}', i) : message.npos;
    const Catalog::Argument* found = nullptr;
    if (close != message.npos) {
      const std::string_view name = message.substr(i + 1, close - i - 1);
      for (const Catalog::Argument& argument : arguments) {
        if (argument.name == name) found = &argument;
      }
    }
    if (found != nullptr) {
      out += rightToLeft ? isolated(found->value) : std::string(found->value);
      i = close + 1;
    } else {
      out += message[i++];
    }
  }
  return out;
}

}  // namespace

PluralForm pluralForm(Language language, int n) {
  const int n10 = n % 10;
  const int n100 = n % 100;
  switch (language) {
    case Language::kArabic:
      if (n == 0) return PluralForm::kZero;
      if (n == 1) return PluralForm::kOne;
      if (n == 2) return PluralForm::kTwo;
      if (n100 >= 3 && n100 <= 10) return PluralForm::kFew;
      if (n100 >= 11) return PluralForm::kMany;
      return PluralForm::kOther;
    case Language::kChinese:
      return PluralForm::kOther;
    case Language::kFrench:
      if (n <= 1) return PluralForm::kOne;
      return n != 0 && n % 1000000 == 0 ? PluralForm::kMany : PluralForm::kOther;
    case Language::kSpanish:
      if (n == 1) return PluralForm::kOne;
      return n != 0 && n % 1000000 == 0 ? PluralForm::kMany : PluralForm::kOther;
    case Language::kRussian:
      if (n10 == 1 && n100 != 11) return PluralForm::kOne;
      if (n10 >= 2 && n10 <= 4 && (n100 < 12 || n100 > 14)) return PluralForm::kFew;
      return PluralForm::kMany;
    case Language::kEnglish:
      return n == 1 ? PluralForm::kOne : PluralForm::kOther;
  }
  return PluralForm::kOther;
}

std::string formatNumber(Language language, int n) {
  std::string digits = std::to_string(n);
  // CLDR: French and Russian group by a (narrow) no-break space, Spanish only from five digits and by a point… the
  // United Nations writes a no-break space there too; the others use a comma.
  const bool byspace =
      language == Language::kFrench || language == Language::kRussian || language == Language::kSpanish;
  const bool grouped = language == Language::kSpanish ? digits.size() > 4 : digits.size() > 3;
  if (!grouped || n < 0) return digits;
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += byspace ? "\u00A0" : ",";
    out += digits[i];
  }
  return out;
}

void Catalog::add(std::string key, const nlohmann::json& value, const std::string& file, Faults& faults) {
  const auto refuse = [&](std::string_view reason) {
    faults.push_back({file, pointerTo("/messages", key), 0, tidyReason(reason) + "; the message was left out"});
  };
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    if (text.empty()) {
      refuse("is empty");
    } else {
      messages_[std::move(key)] = text;
    }
    return;
  }
  if (!value.is_object()) {
    refuse("must be a text or its plural forms");
    return;
  }
  if (!value.contains("other")) {
    refuse("lacks the plural form \"other\", which every language needs");
    return;
  }
  for (const auto& [form, text] : value.items()) {
    bool known = false;
    for (const std::string_view name : kFormNames) known = known || name == form;
    if (!known) {
      refuse("has the form \"" + form + "\", which is none of zero, one, two, few, many, other");
      return;
    }
    if (!text.is_string() || text.get_ref<const std::string&>().empty()) {
      refuse("must have a text that is not empty as its form \"" + form + "\"");
      return;
    }
  }
  key += '#';
  for (const auto& [form, text] : value.items()) messages_[key + form] = text.get_ref<const std::string&>();
}

void Catalog::read(std::string_view json, std::string_view file, Faults& faults) {
  const RecordSink sink = [&](std::string_view collection, const nlohmann::json& record, const Origin& origin) {
    if (collection != "messages") return;
    if (!record.is_object() || origin.pointer != "/messages") {
      faults.push_back({origin.file, origin.pointer, origin.line, "must be an object, {\"key\": \"text\", …}"});
      return;
    }
    for (const auto& [key, value] : record.items()) add(key, value, origin.file, faults);
  };
  readRecords(json, file, sink, faults);
}

const std::string* Catalog::find(std::string_view key) const {
  const auto found = messages_.find(std::string(key));
  return found == messages_.end() ? nullptr : &found->second;
}

std::string Catalog::value(std::string_view text) const { return rightToLeft() ? isolated(text) : std::string(text); }

bool Catalog::has(std::string_view key) const {
  return find(key) != nullptr || find(std::string(key) + "#other") != nullptr;
}

std::string Catalog::text(std::string_view key) const {
  const std::string* message = find(key);
  return message != nullptr ? *message : "⟦" + std::string(key) + "⟧";
}

std::string Catalog::text(std::string_view key, Arguments arguments) const {
  return fill(text(key), arguments, rightToLeft());
}

std::string Catalog::plural(std::string_view key, int n, Arguments arguments) const {
  const std::string_view form = kFormNames[static_cast<size_t>(pluralForm(language_, n))];
  const std::string* message = find(std::string(key) + "#" + std::string(form));
  if (message == nullptr) message = find(std::string(key) + "#other");
  if (message == nullptr) return "⟦" + std::string(key) + "⟧";
  const std::string number = formatNumber(language_, n);
  return fill(fill(*message, {{"n", number}}, rightToLeft()), arguments, rightToLeft());
}

}  // namespace wsis
