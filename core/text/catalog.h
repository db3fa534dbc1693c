// The texts of the interface in one language: messages with {placeholders} and the plural forms that the language needs
// (Unicode CLDR, Language Plural Rules). Read from assets/i18n/<language>.json.
#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/fault.h"
#include "core/data/language.h"

namespace wsis {

enum class PluralForm { kZero, kOne, kTwo, kFew, kMany, kOther };

/// The plural form of a whole number n ≥ 0 in a language (CLDR 44, cardinals).
PluralForm pluralForm(Language language, int n);

/// A number with the language's thousands separator, in Western digits.
std::string formatNumber(Language language, int n);

class Catalog {
 public:
  struct Argument {
    std::string_view name;
    std::string_view value;
  };
  using Arguments = std::initializer_list<Argument>;

  explicit Catalog(Language language) : language_(language) {}

  /// Reads {"messages": {"key": "text" | {"one": "…", "other": "…"}}}. Bad entries are reported and left out.
  void read(std::string_view json, std::string_view file, Faults& faults);

  Language language() const { return language_; }
  bool rightToLeft() const { return info(language_).rightToLeft; }

  /// The message; a missing one reads "⟦key⟧", which the tests look for.
  std::string text(std::string_view key) const;
  /// The message with its placeholders filled.
  std::string text(std::string_view key, Arguments arguments) const;
  /// The form for n; {n} is filled with the formatted number.
  std::string plural(std::string_view key, int n, Arguments arguments = {}) const;

  /// A value as it may stand in a sentence without being taken apart by it; filled placeholders already are.
  std::string value(std::string_view text) const;

  bool has(std::string_view key) const;
  size_t size() const { return messages_.size(); }

 private:
  const std::string* find(std::string_view key) const;
  void add(std::string key, const nlohmann::json& value, const std::string& file, Faults& faults);

  Language language_;
  std::unordered_map<std::string, std::string> messages_;  // plural forms under "key#one" …
};

}  // namespace wsis
