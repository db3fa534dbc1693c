#include "core/views/qr_code.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis {

TEST_CASE("A QR code is a square of its version's size with its three finders") {
  const std::string code = qrCode("https://example.org/");
  const size_t side = code.find('\n');
  REQUIRE(side != code.npos);
  CHECK((side - 17) % 4 == 0);
  CHECK(code.size() == side * (side + 1));
  CHECK(code.substr(0, 7) == "#######");
  CHECK(code.substr(side - 7, 7) == "#######");
  CHECK(code.substr((side - 1) * (side + 1), 7) == "#######");
}

TEST_CASE("What is too long for a code gives none") {
  CHECK_FALSE(qrCode(std::string(2000, 'x')).empty());
  CHECK(qrCode(std::string(4000, 'x')).empty());
}

}  // namespace wsis
