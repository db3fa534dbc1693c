// The six official languages of the United Nations, in the order of its web standards (Arabic, Chinese, English,
// French, Russian, Spanish).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace wsis {

enum class Language { kArabic, kChinese, kEnglish, kFrench, kRussian, kSpanish };

inline constexpr int kLanguageCount = 6;

struct LanguageInfo {
  Language language;
  std::string_view code;     ///< As in `?lang=` and the keys of the data files.
  std::string_view tag;      ///< BCP 47, for HTML `lang` attributes.
  std::string_view ownName;  ///< As the United Nations writes it in its language bar.
  bool rightToLeft;
};

inline constexpr std::array<LanguageInfo, kLanguageCount> kLanguages{{
    {Language::kArabic, "ar", "ar", "عربي", true},
    {Language::kChinese, "zh", "zh-Hans", "中文", false},
    {Language::kEnglish, "en", "en", "English", false},
    {Language::kFrench, "fr", "fr", "Français", false},
    {Language::kRussian, "ru", "ru", "Русский", false},
    {Language::kSpanish, "es", "es", "Español", false},
}};

constexpr const LanguageInfo& info(Language language) { return kLanguages[static_cast<size_t>(language)]; }

constexpr std::optional<Language> languageFromCode(std::string_view code) {
  for (const LanguageInfo& entry : kLanguages) {
    if (entry.code == code) return entry.language;
  }
  return std::nullopt;
}

}  // namespace wsis
