#include "core/state/command.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/state/state_support.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

using Name = Command::Name;

Applied run(std::string_view command, const ViewState& before = {}) {
  return apply(realData(), before, parseCommand(command));
}

// The state after commands that must be wholly usable.
ViewState after(const std::vector<std::string>& commands) {
  ViewState state;
  for (const std::string& command : commands) {
    const Applied applied = run(command, state);
    INFO(command);
    CHECK(applied.dropped.empty());
    state = applied.state;
  }
  return state;
}

HistoryStep step(std::string_view command, const ViewState& before = {}) { return run(command, before).history; }

}  // namespace

TEST_CASE("a command is its name and, after a question mark, its arguments", "[command]") {
  const Command open = parseCommand("open?line=C5&goal=9");
  CHECK(open.name == Name::kOpen);
  CHECK(open.arguments == "line=C5&goal=9");
  CHECK(parseCommand("close").name == Name::kClose);
  CHECK(parseCommand("close").arguments.empty());
  CHECK(parseCommand("set?theme=dark").name == Name::kSet);
  CHECK(parseCommand("reset?").name == Name::kReset);
  CHECK(parseCommand("open?a?b").arguments == "a?b");
}

TEST_CASE("what is no command does nothing", "[command]") {
  const ViewState before = after({"open?line=C5&goal=9", "set?theme=dark"});
  for (const std::string_view text :
       {"", "?", "Open?line=C1", " open?line=C1", "opens", "open line=C1", "delete?line=C1"}) {
    CAPTURE(text);
    CHECK(parseCommand(text).name == Name::kNone);
    const Applied applied = run(text, before);
    CHECK(applied.state == before);
    CHECK(applied.history == HistoryStep::kNone);
    CHECK(applied.dropped.empty());
  }
}

TEST_CASE("open selects a line, a goal, a cell or a target", "[command]") {
  CHECK(after({"open?line=C5"}).line == "C5");
  CHECK(after({"open?line=C7"}).line == "C7");
  CHECK(after({"open?goal=9"}).goal == 9);
  CHECK(after({"open?line=C5&goal=9"}).hasCell());
  CHECK(after({"open?target=9.c"}).target == "9.c");
  CHECK(after({"open?target=9.c"}).goal == 9);
}

TEST_CASE("open clears what it does not name, but no setting", "[command]") {
  const ViewState state = after(
      {"set?theme=dark&level=target&sort=links&fold=C7&lang=fr&embed=1", "open?line=C5&target=9.c", "open?goal=3"});
  CHECK(state.line.empty());
  CHECK(state.goal == 3);
  CHECK(state.target.empty());
  CHECK(state.theme == Theme::kDark);
  CHECK(state.level == Level::kTarget);
  CHECK(state.order == MatrixOrder::kLinks);
  CHECK(state.foldC7);
  CHECK(state.language == Language::kFrench);
  CHECK(state.embed);
}

TEST_CASE("open takes a target whatever goal was open before", "[command]") {
  const ViewState state = after({"open?goal=3", "open?target=9.c"});
  CHECK(state.goal == 9);
  CHECK(state.target == "9.c");
}

TEST_CASE("close clears the selection and no setting", "[command]") {
  const ViewState state = after({"set?theme=dark&level=target", "open?line=C5&target=9.c", "close"});
  CHECK_FALSE(state.hasSelection());
  CHECK(state.target.empty());
  CHECK(state == after({"set?theme=dark&level=target"}));
}

TEST_CASE("set changes what it names and leaves the rest", "[command]") {
  const ViewState before = after({"open?line=C5&target=9.c", "set?sort=links"});
  const ViewState state = run("set?theme=contrast", before).state;
  CHECK(state.theme == Theme::kContrast);
  ViewState expected = before;
  expected.theme = Theme::kContrast;
  CHECK(state == expected);
}

TEST_CASE("set with an empty value resets the parameter", "[command]") {
  CHECK(after({"set?theme=dark&sort=links&fold=C7", "set?theme=&sort=&fold="}) == ViewState{});
  CHECK(after({"open?line=C5&goal=9", "set?line="}) == after({"open?goal=9"}));
}

TEST_CASE("reset goes back to the first view, but keeps language, theme and embedding", "[command]") {
  const ViewState state =
      after({"set?lang=ar&theme=dark&embed=1&level=target&sort=similar&fold=C7", "open?line=C5&target=9.c", "reset"});
  CHECK(state == after({"set?lang=ar&theme=dark&embed=1"}));
}

TEST_CASE("what a command cannot use is listed, the rest is done", "[command]") {
  const Applied applied = run("open?line=C99&goal=9&colour=red");
  CHECK(applied.state.goal == 9);
  CHECK(applied.state.line.empty());
  REQUIRE(applied.dropped.size() == 2);
  CHECK(applied.dropped[0].parameter == "line");
  CHECK(applied.dropped[0].value == "C99");
  CHECK(applied.dropped[1].why == DroppedValue::Why::kUnknownParameter);
}

TEST_CASE("a step to another selection, level or view is a new entry in the history", "[command]") {
  const ViewState cell = after({"open?line=C5&target=9.c"});
  CHECK(step("open?line=C5") == HistoryStep::kPush);
  CHECK(step("open?line=C6&target=9.c", cell) == HistoryStep::kPush);
  CHECK(step("open?line=C5&goal=3", cell) == HistoryStep::kPush);
  CHECK(step("open?line=C5&target=9.a", cell) == HistoryStep::kPush);
  CHECK(step("set?level=target") == HistoryStep::kPush);
  CHECK(step("close", cell) == HistoryStep::kPush);
  CHECK(step("reset", cell) == HistoryStep::kPush);
  CHECK(step("set?level=target&theme=dark") == HistoryStep::kPush);
}

TEST_CASE("a changed setting of the same picture replaces the entry in the history", "[command]") {
  for (const std::string_view command :
       {"set?sort=links", "set?fold=C7", "set?theme=dark", "set?lang=fr", "set?embed=1"}) {
    CAPTURE(command);
    CHECK(step(command) == HistoryStep::kReplace);
    CHECK(step(command, after({"open?line=C5&goal=9"})) == HistoryStep::kReplace);
  }
}

TEST_CASE("a command that changes nothing leaves the history alone", "[command]") {
  CHECK(step("close") == HistoryStep::kNone);
  CHECK(step("reset") == HistoryStep::kNone);
  CHECK(step("set") == HistoryStep::kNone);
  CHECK(step("set?theme=auto") == HistoryStep::kNone);
  CHECK(step("open?line=C99") == HistoryStep::kNone);
  CHECK(step("open?line=C5&goal=9", after({"open?line=C5&goal=9"})) == HistoryStep::kNone);
}

TEST_CASE("any sequence of commands keeps the state valid and its history true", "[command]") {
  const std::vector<std::string> names = {"open", "open", "set", "set", "close", "reset", "nothing"};
  const std::vector<std::string> arguments = {"line=C5",    "line=C7",      "line=C7-egov", "line=C99", "line=",
                                              "goal=9",     "goal=3",       "goal=99",      "goal=",    "goal=0",
                                              "target=9.c", "target=3.1",   "target=9.z",   "target=",  "level=target",
                                              "level=goal", "sort=similar", "sort=",        "fold=C7",  "fold=",
                                              "theme=dark", "theme=blue",   "lang=ar",      "lang=xx",  "embed=1",
                                              "view=map",   "view=matrix",  "target=%FF%0", "&&"};
  Random random(15);
  ViewState state;
  for (int i = 0; i < 20000; ++i) {
    std::string command = random.oneOf(names) + "?";
    for (int count = random.below(4); count > 0; --count) command += "&" + random.oneOf(arguments);
    const Applied applied = run(command, state);
    INFO(encodeAll(state) << " then " << command);
    requireValid(applied.state);
    REQUIRE((applied.history == HistoryStep::kNone) == (applied.state == state));
    REQUIRE(decodeQuery(realData(), encodeQuery(applied.state)).state == applied.state);
    state = applied.state;
  }
}

TEST_CASE("every state is reached from every other by its full form", "[command]") {
  Random random(16);
  for (int i = 0; i < 2000; ++i) {
    const ViewState from = randomState(random);
    const ViewState to = randomState(random);
    REQUIRE(run("set?" + encodeAll(to), from).state == to);
    REQUIRE(run("open?" + encodeAll(to), from).state == to);
  }
}

TEST_CASE("open, set and close do the same when they are done twice", "[command]") {
  Random random(17);
  for (int i = 0; i < 500; ++i) {
    const ViewState before = randomState(random);
    for (const std::string& command :
         {"open?" + encodeQuery(randomState(random)), "set?" + encodeQuery(randomState(random)), std::string("close"),
          std::string("reset")}) {
      const ViewState once = run(command, before).state;
      const Applied twice = run(command, once);
      INFO(encodeAll(before) << " then " << command);
      REQUIRE(twice.state == once);
      REQUIRE(twice.history == HistoryStep::kNone);
    }
  }
}

}  // namespace wsis::test
