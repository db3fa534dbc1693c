#include "core/views/qr_code.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis {

TEST_CASE("A QR code is a square of its version's size with its three finders") {
  const std::string code = qrCode("https://example.org/");
  const size_t side = code.find('\n');
  REQUIRE(side != code.npos);
  constexpr size_t kQuiet = 4;
  const size_t inner = side - 2 * kQuiet;
  CHECK((inner - 17) % 4 == 0);
  CHECK(code.size() == side * (side + 1));
  const auto at = [&](size_t x, size_t y, size_t count) {
    return code.substr((y + kQuiet) * (side + 1) + x + kQuiet, count);
  };
  CHECK(at(0, 0, 7) == "#######");
  CHECK(at(inner - 7, 0, 7) == "#######");
  CHECK(at(0, inner - 1, 7) == "#######");
  CHECK(code.substr(0, kQuiet * (side + 1)).find('#') == std::string::npos);
}

TEST_CASE("What is too long for a code gives none") {
  CHECK_FALSE(qrCode(std::string(2000, 'x')).empty());
  CHECK(qrCode(std::string(4000, 'x')).empty());
}

}  // namespace wsis
