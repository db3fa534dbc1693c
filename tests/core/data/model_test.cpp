#include "core/data/model.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis::test {

TEST_CASE("a link has a rationale when one of its parts has", "[model]") {
  Link link;
  CHECK_FALSE(link.hasRationale());
  link.parts.resize(2);
  CHECK_FALSE(link.hasRationale());
  link.parts[1].rationale = {"because", Language::kEnglish};
  CHECK(link.hasRationale());
}

}  // namespace wsis::test
