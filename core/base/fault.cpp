#include "core/base/fault.h"

namespace wsis {

std::string describeFault(const Fault& fault) {
  std::string out = fault.file;
  if (fault.line > 0) out += ", line " + std::to_string(fault.line);
  if (!fault.pointer.empty()) out += ", " + fault.pointer;
  return out + ": " + fault.reason;
}

}  // namespace wsis
