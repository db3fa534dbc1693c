#include "core/views/help_view.h"

#include <catch2/catch_test_macros.hpp>

#include "core/state/command.h"
#include "core/views/session.h"
#include "tests/core/test_support.h"

namespace wsis {
namespace {

Session open(std::string_view query) { return Session(test::realData(), test::realCatalog(), {}, query); }

std::string allText(const Node& node) {
  std::string out = node.text + "\n";
  for (const Node& child : node.children) out += allText(child);
  return out;
}

}  // namespace

TEST_CASE("Every letter that the help lists does something, and nothing when letters are off") {
  ViewState state;
  for (const char* key : {"?", "/", "m", "a", "l"}) {
    INFO(key);
    CHECK_FALSE(shortcutCommand(state, key).empty());
    std::string shown(key);
    if (shown[0] >= 'a') shown[0] = static_cast<char>(shown[0] - 32);
    CHECK(allText(helpArticle(test::realCatalog(), 2)).find("\n" + shown + "\n") != std::string::npos);
    ViewState off;
    off.letters = false;
    CHECK(shortcutCommand(off, key).empty());
  }
  CHECK(shortcutCommand(state, "x").empty());
  CHECK(shortcutCommand(state, "").empty());
}

TEST_CASE("The help opens, closes, and keeps its place in the address") {
  Session session = open("view=awards");
  session.run(shortcutCommand(session.state(), "?"));
  REQUIRE(session.page().panel);
  CHECK(session.page().panel->key == "panel-help");
  CHECK(encodeQuery(session.state()) == "view=awards&help=1");
  session.run(shortcutCommand(session.state(), "?"));
  CHECK_FALSE(session.page().panel);
}

TEST_CASE("Opening something else closes the help, and the help closes what is open") {
  Session session = open("line=C5&goal=9");
  session.run("open?help=1");
  CHECK(session.page().panel->key == "panel-help");
  CHECK(session.state().line.empty());
  session.run("open?line=C3");
  CHECK_FALSE(session.state().help);
}

TEST_CASE("Letters switched off stay off over a reset") {
  const Applied applied = apply(test::realData(), open("keys=0").state(), parseCommand("reset"));
  CHECK_FALSE(applied.state.letters);
}

}  // namespace wsis
