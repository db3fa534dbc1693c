// Small string helpers that the standard library lacks or that would pull in too much of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wsis {

/// The parts of `text` between `separator`s; an empty text gives no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The parts joined with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// A whole decimal number without sign, or -1 where `text` is none or exceeds 999,999,999.
int parseNumber(std::string_view text);

/// Percent-encodes `text` for a URL query value: letters, digits and "-._~," stay (a comma reads well in lists).
std::string urlEncode(std::string_view text);

/// The reverse of urlEncode; "+" is a space; a broken escape stays as it is.
std::string urlDecode(std::string_view text);

/// Appends `text` as a JSON string with its quotes. Bad UTF-8 becomes U+FFFD, so that the output is always valid.
void appendJsonString(std::string& out, std::string_view text);

/// `text` with the characters that mean something in HTML content and in quoted attributes replaced.
std::string escapeHtml(std::string_view text);

/// Appends one code point as UTF-8; anything that is no scalar value as U+FFFD.
void appendUtf8(std::string& out, char32_t codePoint);

/// A letter of a right-to-left script (Hebrew, Arabic and their neighbours).
constexpr bool isRightToLeft(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

/// Reads the code point at `position` and moves `position` past it; bad bytes give U+FFFD one at a time.
char32_t nextCodePoint(std::string_view text, size_t& position);

}  // namespace wsis
