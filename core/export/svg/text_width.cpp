#include "core/export/svg/text_width.h"

#include "core/base/strings.h"

namespace wsis {
namespace {

// In em, after the advance widths of Noto Sans, Arial and DejaVu Sans, of which the wider ones count.
float advance(char32_t c) {
  if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return 0;
  if (c < 0x80) {
    if (std::string_view("iljtfI.,:;!|'`()[]/ ").find(static_cast<char>(c)) != std::string_view::npos) return 0.32F;
    if (c >= '0' && c <= '9') return 0.585F;
    if (c == 'm' || c == 'M' || c == 'W' || c == '@' || c == '%') return 0.92F;
    if (c == 'w') return 0.8F;
    if (c >= 'A' && c <= 'Z') return 0.68F;
    return 0.575F;
  }
  if (c >= 0x064B && c <= 0x065F) return 0;  // marks above and below Arabic letters
  if (isRightToLeft(c)) return 0.56F;
  if (c >= 0x0400 && c <= 0x042F) return 0.72F;
  if (c >= 0x0430 && c <= 0x04FF) return 0.62F;
  if (c >= 0x2E80) return 1;
  return 0.6F;
}

}  // namespace

float estimatedWidth(std::string_view text, float size, bool bold) {
  float em = 0;
  for (size_t at = 0; at < text.size();) em += advance(nextCodePoint(text, at));
  return em * size * (bold ? 1.07F : 1);
}

}  // namespace wsis
