#include "core/base/result.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>

namespace wsis::test {

TEST_CASE("a result holds either a value or an error", "[result]") {
  const Result<int> good = 7;
  REQUIRE(good);
  CHECK(*good == 7);

  const Result<int> bad = Error{"no number"};
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message == "no number");
}

TEST_CASE("a result of a text is not mistaken for an error", "[result]") {
  Result<std::string> text = std::string("hello");
  REQUIRE(text);
  CHECK(text->size() == 5);
  *text += "!";
  CHECK(*text == "hello!");
}

TEST_CASE("a result can carry what cannot be copied", "[result]") {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(3);
  REQUIRE(made);
  const std::unique_ptr<int> taken = std::move(*made);
  CHECK(*taken == 3);
}

}  // namespace wsis::test
