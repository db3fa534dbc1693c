// A patch, run as web/twin.js runs it, must give exactly the new elements, from any state to any other.
#include "core/export/element_patch.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "core/export/element.h"
#include "core/views/session.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

using Json = nlohmann::json;

Json parse(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

// web/twin.js, in the small.
Json patched(Json tree, const Json& operations) {
  for (const Json& operation : operations) {
    Json* node = &tree;
    for (const Json& index : operation[1]) node = &(*node)["c"][index.get<size_t>()];
    const std::string kind = operation[0].get<std::string>();
    if (kind == "x") {
      if (operation[2] == "") {
        node->erase("x");
      } else {
        (*node)["x"] = operation[2];
      }
    } else if (kind == "a") {
      if (operation[3].is_null()) {
        (*node)["a"].erase(operation[2].get<std::string>());
      } else {
        (*node)["a"][operation[2].get<std::string>()] = operation[3];
      }
      if ((*node)["a"].empty()) node->erase("a");
    } else {
      if (!node->contains("c")) (*node)["c"] = Json::array();
      Json& children = (*node)["c"];
      const auto first = children.begin() + operation[2].get<int>();
      children.erase(first, first + operation[3].get<int>());
      children.insert(children.begin() + operation[2].get<int>(), operation[4].begin(), operation[4].end());
      if (children.empty()) node->erase("c");
    }
  }
  return tree;
}

Element describe(const Session& session) {
  ElementOptions options;
  options.live = true;
  options.address = [](std::string_view command) { return "?" + std::string(command); };
  return toElement(pageTree(session.page(), session.catalog()), Language::kEnglish, options);
}

}  // namespace

TEST_CASE("Equal elements need no operation") {
  Session session(test::realData(), test::realCatalog(), {}, "");
  const Element element = describe(session);
  CHECK(elementPatch(element, element) == "[]");
}

TEST_CASE("A patch leads from any view to any other") {
  Session session(test::realData(), test::realCatalog(), {}, "");
  const char* const commands[] = {"open?line=C5&goal=9", "open?line=C4&goal=12", "set?level=target", "open?target=9.c",
                                  "set?sort=similar",    "set?level=goal",       "set?fold=C7",      "close",
                                  "set?fold=",           "open?line=C7",         "set?line=nowhere", "dismiss",
                                  "open?goal=4",         "set?theme=dark",       "set?sort=links",   "reset"};
  Element before = describe(session);
  for (const char* command : commands) {
    session.run(command);
    const Element after = describe(session);
    INFO("after " << command);
    CHECK(patched(parse(elementJson(before)), parse(elementPatch(before, after))) == parse(elementJson(after)));
    before = after;
  }
}

TEST_CASE("Selecting another cell changes little") {
  Session session(test::realData(), test::realCatalog(), {}, "line=C5&goal=9");
  const Element before = describe(session);
  session.run("open?line=C5&goal=1");
  const Json operations = parse(elementPatch(before, describe(session)));
  CHECK(operations.size() < 60);
}

TEST_CASE("Text that looks like markup stays text") {
  Node node = makeNode(Role::kParagraph, "<b>\"&\x01\xFF", Language::kEnglish);
  ElementOptions options;
  options.address = [](std::string_view) { return std::string("#"); };
  const Json json = parse(elementJson(toElement(node, Language::kEnglish, options)));
  CHECK(json["x"].get<std::string>() == "<b>\"&\x01\xEF\xBF\xBD");
}

}  // namespace wsis
