#include "core/views/qr_code.h"

#include <qrcodegen.h>

#include <vector>

namespace wsis {

std::string qrCode(std::string_view text) {
  std::vector<uint8_t> scratch(qrcodegen_BUFFER_LEN_MAX);
  std::vector<uint8_t> code(qrcodegen_BUFFER_LEN_MAX);
  const std::string terminated(text);
  const bool fits =
      qrcodegen_encodeText(terminated.c_str(), scratch.data(), code.data(), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                           qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, /*boostEcl=*/true);
  if (!fits) return {};
  const int side = qrcodegen_getSize(code.data());
  std::string rows;
  constexpr int kQuiet = 4;
  for (int y = -kQuiet; y < side + kQuiet; ++y) {
    // What lies outside the code is light.
    for (int x = -kQuiet; x < side + kQuiet; ++x) rows += qrcodegen_getModule(code.data(), x, y) ? '#' : '.';
    rows += '\n';
  }
  return rows;
}

}  // namespace wsis
