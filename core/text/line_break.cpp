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
  size_t start = 0;  // of the line
  size_t fits = 0;   // last place where the line may end and is not too wide; `start` where there is none yet
  const auto endLine = [&](size_t end) {
    lines.push_back(trimEnd(text.substr(start, end - start)));
    start = fits = end;
  };
  // Measures at break opportunities only: shaping a piece of Arabic costs more than counting its letters.
  const auto offer = [&](size_t place) {
    while (measure(trimEnd(text.substr(start, place - start))) > width) {
      if (fits > start) {
        endLine(fits);
        continue;
      }
      // One word, too wide for a line: cut it between characters.
      size_t cut = start;
      size_t next = start;
      nextCodePoint(text, next);
      while (next < place && measure(text.substr(start, next - start)) <= width) {
        cut = next;
        nextCodePoint(text, next);
      }
      if (cut == start) {
        nextCodePoint(text, cut);
        if (cut >= place) break;
      }
      endLine(cut);
    }
    fits = place;
  };

  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    const char32_t c = nextCodePoint(text, at);
    if (c == '\n') {
      offer(here);
      endLine(here);
      start = fits = at;
      before = 0;
      continue;
    }
    if (before != 0 && breaksAfter(before, c)) offer(here);
    before = c;
  }
  offer(text.size());
  if (start < text.size() || lines.empty()) endLine(text.size());
  return lines;
}

}  // namespace wsis
