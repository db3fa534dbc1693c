#include "core/text/line_break.h"

#include "core/base/strings.h"

namespace wsis {
namespace {

bool isIdeographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Punctuation that may not begin a line.
bool closes(char32_t c) {
  constexpr std::u32string_view kClosing = U"，。、；：！？）》」』】〉’”…·,.;:!?)]}%";
  return kClosing.find(c) != kClosing.npos;
}

// Punctuation that may not end a line.
bool opens(char32_t c) {
  constexpr std::u32string_view kOpening = U"（《「『【〈‘“([{";
  return kOpening.find(c) != kOpening.npos;
}

bool breaksAfter(char32_t before, char32_t after) {
  if (before == ' ') return after != ' ';
  if (after == ' ' || closes(after) || opens(before)) return false;
  if (before == '-' || before == U'–' || before == U'—' || before == '/') return true;
  return isIdeographic(before) || isIdeographic(after);
}

std::string_view trimEnd(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view fitText(std::string_view text, float width, std::string_view ellipsis, const MeasureText& measure,
                         bool& cut) {
  cut = measure(text) > width;
  if (!cut) return text;
  const float room = width - measure(ellipsis);
  size_t fits = 0;
  for (size_t at = 0; at < text.size();) {
    nextCodePoint(text, at);
    if (measure(text.substr(0, at)) > room) break;
    fits = at;
  }
  return trimEnd(text.substr(0, fits));
}

std::vector<std::string_view> breakLines(std::string_view text, float width, const MeasureText& measure) {
  std::vector<std::string_view> lines;
  size_t start = 0;      // of the line
  size_t candidate = 0;  // last place where the line may end
  size_t at = 0;
  char32_t before = 0;
  while (at < text.size()) {
    const size_t here = at;
    const char32_t c = nextCodePoint(text, at);
    if (c == '\n') {
      lines.push_back(trimEnd(text.substr(start, here - start)));
      start = candidate = at;
      before = 0;
      continue;
    }
    if (before != 0 && breaksAfter(before, c)) candidate = here;
    before = c;
    if (c == ' ' || measure(text.substr(start, at - start)) <= width) continue;
    // Too long: end the line at the last break, or inside the word where there is none.
    const size_t end = candidate > start ? candidate : here > start ? here : at;
    lines.push_back(trimEnd(text.substr(start, end - start)));
    start = candidate = end;
    at = end;
    before = 0;
  }
  if (start < text.size() || lines.empty()) lines.push_back(trimEnd(text.substr(start)));
  return lines;
}

}  // namespace wsis
