#include "core/base/fault.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis::test {

TEST_CASE("a fault reads as file, line, pointer and reason", "[fault]") {
  CHECK(describeFault({"links.json", "/links/3/goal", 12, "is missing"}) ==
        "links.json, line 12, /links/3/goal: is missing");
}

TEST_CASE("a fault leaves out the line and the pointer that it does not have", "[fault]") {
  CHECK(describeFault({"links.json", "", 1, "is empty"}) == "links.json, line 1: is empty");
  CHECK(describeFault({"en.json", "/messages/a", 0, "is empty"}) == "en.json, /messages/a: is empty");
  CHECK(describeFault({"links.json", "", 0, "is missing"}) == "links.json: is missing");
}

TEST_CASE("a pointer goes one step down and escapes slash and tilde", "[fault]") {
  CHECK(pointerTo("", "links") == "/links");
  CHECK(pointerTo("/links/3", "goal") == "/links/3/goal");
  CHECK(pointerTo("/a", "b/c~d~1") == "/a/b~1c~0d~01");
  CHECK(pointerTo("/a", "") == "/a/");
}

TEST_CASE("a tidy reason keeps short texts as they are", "[fault]") {
  CHECK(tidyReason("").empty());
  CHECK(tidyReason("the goal 18 – “no” – 不存在").find("“no” – 不存在") != std::string::npos);
}

TEST_CASE("a tidy reason keeps the beginning and the end of a long text, in whole characters", "[fault]") {
  for (int padding = 0; padding < 4; ++padding) {
    std::string quoted(static_cast<size_t>(padding), 'x');
    for (int i = 0; i < 1000; ++i) quoted += "中";
    const std::string reason = tidyReason("the line \"" + quoted + "\" is unknown; add it");
    CHECK(reason.size() < 400);
    CHECK(reason.starts_with("the line \""));
    CHECK(reason.find("中…中") != std::string::npos);
    CHECK(reason.ends_with("中\" is unknown; add it"));
    CHECK(reason.find("\xEF\xBF\xBD") == std::string::npos);
  }
}

TEST_CASE("a tidy reason is valid UTF-8", "[fault]") {
  CHECK(tidyReason("a\xFFz\xC3") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
}

}  // namespace wsis::test
