#include "core/base/fault.h"

#include "core/base/strings.h"

namespace wsis {

std::string pointerTo(std::string_view pointer, std::string_view key) {
  std::string out(pointer);
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string tidyReason(std::string_view reason) {
  constexpr size_t kBegin = 240;
  constexpr size_t kEnd = 120;
  std::string out;
  for (size_t at = 0; at < reason.size();) {
    if (at >= kBegin && reason.size() - at > kEnd) {
      out += "…";
      at = reason.size() - kEnd;
      // Not in the middle of a character.
      while (at < reason.size() && (reason[at] & 0xC0) == 0x80) ++at;
      while (at < reason.size()) appendUtf8(out, nextCodePoint(reason, at));
      break;
    }
    appendUtf8(out, nextCodePoint(reason, at));
  }
  return out;
}

std::string describeFault(const Fault& fault) {
  std::string out = fault.file;
  if (fault.line > 0) out += ", line " + std::to_string(fault.line);
  if (!fault.pointer.empty()) out += ", " + fault.pointer;
  return out + ": " + fault.reason;
}

}  // namespace wsis
