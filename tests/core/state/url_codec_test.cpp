#include "core/state/url_codec.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/base/strings.h"
#include "tests/core/data/dataset_support.h"
#include "tests/core/state/state_support.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

using Why = DroppedValue::Why;

DecodedState decode(std::string_view query, const ViewState& base = {}) { return decodeQuery(realData(), query, base); }

// The state of a query that must be wholly usable.
ViewState stateOf(std::string_view query, const ViewState& base = {}) {
  const DecodedState decoded = decode(query, base);
  INFO(query.substr(0, 200));
  CHECK(decoded.dropped.empty());
  return decoded.state;
}

// "parameter=value" of each dropped value.
std::string droppedOf(const DecodedState& decoded) {
  std::vector<std::string> out;
  for (const DroppedValue& dropped : decoded.dropped) out.push_back(dropped.parameter + "=" + dropped.value);
  return join(out, " ");
}

std::vector<std::string> pairsOf(std::string_view query) {
  std::vector<std::string> out;
  for (const std::string_view pair : split(query, '&')) out.emplace_back(pair);
  return out;
}

ViewState example() {
  ViewState state;
  state.line = "C7-egov";
  state.goal = 9;
  state.target = "9.c";
  state.level = Level::kTarget;
  state.order = MatrixOrder::kSimilar;
  state.foldC7 = true;
  state.theme = Theme::kDark;
  state.language = Language::kArabic;
  state.embed = true;
  return state;
}

}  // namespace

TEST_CASE("the first view has an empty address", "[url_codec]") {
  CHECK(encodeQuery(ViewState{}).empty());
  CHECK(stateOf("") == ViewState{});
  CHECK(stateOf("?") == ViewState{});
}

TEST_CASE("an address names only what differs from the first view, in a fixed order", "[url_codec]") {
  CHECK(encodeQuery(example()) ==
        "lang=ar&line=C7-egov&target=9.c&level=target&sort=similar&fold=C7&theme=dark&embed=1");
  ViewState cell;
  cell.goal = 9;
  cell.line = "C5";
  CHECK(encodeQuery(cell) == "line=C5&goal=9");
}

TEST_CASE("the full form names every parameter, defaults included", "[url_codec]") {
  CHECK(encodeAll(ViewState{}) ==
        "lang=en&view=matrix&line=&goal=&target=&award=&q=&year=&country=&region=&status=&confidence=&origin="
        "&compare=&metric=links&level=goal&sort=published&fold=&theme=auto&help=0&share=0&keys=1&present=0&kiosk=0&"
        "story=&step="
        "0&controls=0&search=0&plain=0&data=&"
        "embed=0");
  CHECK(
      encodeAll(example()) ==
      "lang=ar&view=matrix&line=C7-egov&goal=9&target=9.c&award=&q=&year=&country=&region=&status=&confidence=&origin="
      "&compare=&metric=links&level=target&sort=similar&fold=C7&theme=dark&help=0&share=0&keys=1&present=0&kiosk=0&"
      "story=&step="
      "0&controls=0&search=0&plain=0&data=&"
      "embed=1");
}

TEST_CASE("every selection survives its address", "[url_codec]") {
  const std::vector<ViewState> settings = allSettings();
  size_t next = 0;
  for (const ViewState& selection : allSelections()) {
    const ViewState state = combine(settings[next++ % settings.size()], selection);
    const DecodedState decoded = decode(encodeQuery(state));
    INFO(encodeQuery(state));
    REQUIRE(decoded.state == state);
    REQUIRE(decoded.dropped.empty());
  }
  CHECK(next == 20 * (1 + 17 + 169));
}

TEST_CASE("every combination of settings survives its address", "[url_codec]") {
  ViewState cell;
  cell.line = "C5";
  cell.goal = 9;
  for (const ViewState& settings : allSettings()) {
    const ViewState state = combine(settings, cell);
    INFO(encodeQuery(state));
    REQUIRE(decode(encodeQuery(state)).state == state);
    REQUIRE(decode("?" + encodeQuery(settings)).state == settings);
  }
}

TEST_CASE("the language is left out where the page would choose it anyway", "[url_codec]") {
  for (const LanguageInfo& usual : kLanguages) {
    ViewState base;
    base.language = usual.language;
    for (const ViewState& settings : allSettings()) {
      const std::string query = encodeQuery(settings, usual.language);
      INFO(usual.code << ": " << query);
      REQUIRE((query.find("lang=") == query.npos) == (settings.language == usual.language));
      REQUIRE(decode(query, base).state == settings);
    }
  }
}

TEST_CASE("the full form gives its state whatever the state before", "[url_codec]") {
  Random random(11);
  for (int i = 0; i < 3000; ++i) {
    const ViewState state = randomState(random);
    const ViewState before = randomState(random);
    const DecodedState decoded = decode(encodeAll(state), before);
    INFO(encodeAll(before) << " then " << encodeAll(state));
    REQUIRE(decoded.state == state);
    REQUIRE(decoded.dropped.empty());
  }
}

TEST_CASE("different states have different addresses", "[url_codec]") {
  std::set<std::string> queries;
  size_t states = 0;
  for (const ViewState& selection : allSelections()) {
    queries.insert(encodeQuery(selection));
    ++states;
  }
  for (const ViewState& settings : allSettings()) {
    queries.insert(encodeQuery(settings));
    ++states;
  }
  CHECK(queries.size() == states - 1);  // the first view is in both lists
}

TEST_CASE("equal states have equal addresses, however they were written", "[url_codec]") {
  Random random(12);
  for (int i = 0; i < 500; ++i) {
    const ViewState state = randomState(random);
    std::vector<std::string> pairs = pairsOf(encodeAll(state));
    random.shuffle(pairs);
    const std::string written = join(pairs, "&");
    INFO(written);
    REQUIRE(decode(written).state == state);
    REQUIRE(encodeQuery(decode(written).state) == encodeQuery(state));
  }
  CHECK(encodeQuery(stateOf("goal=09&line=C5&&level=goal&")) == "line=C5&goal=9");
}

TEST_CASE("a target brings its goal along", "[url_codec]") {
  CHECK(stateOf("target=9.c").goal == 9);
  CHECK(stateOf("target=9.c&goal=9") == stateOf("target=9.c"));
  CHECK(stateOf("target=9.c", stateOf("goal=3")).goal == 9);
  CHECK(stateOf("goal=&target=9.c", stateOf("target=3.1")).goal == 9);
}

TEST_CASE("a goal alone wins over the target of the state before", "[url_codec]") {
  const ViewState state = stateOf("goal=3", stateOf("target=9.c"));
  CHECK(state.goal == 3);
  CHECK(state.target.empty());
  CHECK(stateOf("goal=9", stateOf("target=9.c")).target == "9.c");
  CHECK(stateOf("goal=", stateOf("target=9.c")) == ViewState{});
}

TEST_CASE("a target that contradicts the goal beside it is dropped and listed", "[url_codec]") {
  for (const std::string_view query : {"goal=3&target=9.c", "target=9.c&goal=3"}) {
    const DecodedState decoded = decode(query);
    CHECK(decoded.state.goal == 3);
    CHECK(decoded.state.target.empty());
    REQUIRE(droppedOf(decoded) == "target=9.c");
    CHECK(decoded.dropped[0].why == Why::kContradiction);
  }
}

TEST_CASE("an empty value resets its parameter and leaves the others", "[url_codec]") {
  const ViewState all = example();
  CHECK(stateOf("target=", all).goal == 9);
  CHECK(stateOf("target=", all).target.empty());
  CHECK(stateOf("line=", all).line.empty());
  CHECK(stateOf("line=", all).target == "9.c");
  CHECK(stateOf("lang=&level=&sort=&fold=&theme=&embed=&view=&line=&goal=&target=", all) == ViewState{});
  CHECK(stateOf("lang&level&sort&fold&theme&embed&view&line&goal&target", all) == ViewState{});
}

TEST_CASE("a parameter that stands twice has its last usable value", "[url_codec]") {
  CHECK(stateOf("goal=3&goal=9").goal == 9);
  CHECK(decode("goal=9&goal=99").state.goal == 9);
}

TEST_CASE("an address may be percent-encoded throughout", "[url_codec]") {
  std::string encoded;
  for (const char c : std::string_view("C7-egov"))
    encoded += "%" + std::string(1, "0123456789ABCDEF"[c >> 4]) + "0123456789abcdef"[c & 15];
  CHECK(stateOf("l%69ne=" + encoded).line == "C7-egov");
  CHECK(stateOf("target=9%2Ec").target == "9.c");
  // An encoded separator belongs to the value.
  CHECK(droppedOf(decode("line=C5%26goal%3D9")) == "line=C5&goal=9");
}

TEST_CASE("ids of any characters survive their address", "[url_codec]") {
  nlohmann::json world = soundWorld();
  const std::vector<std::string> ids = {"C 1", "a&b=c", "100%", "a+b", "#?/", "линия", "行动", "عربي", "%41", "\"<>'"};
  for (const std::string& id : ids) {
    nlohmann::json line = world["lines"][0];
    line["id"] = id;
    world["lines"].push_back(line);
  }
  const Built built = buildWorld(world);
  REQUIRE(built.faults.empty());
  for (const std::string& id : ids) {
    ViewState state;
    state.line = id;
    INFO(encodeQuery(state));
    CHECK(decodeQuery(built.data, encodeQuery(state)).state == state);
    CHECK(encodeQuery(state).find_first_of(" \"<>#+") == std::string::npos);
  }
}

TEST_CASE("an unknown value is dropped and listed with its parameter", "[url_codec]") {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"lang", "de"},    {"lang", "EN"},         {"view", "nothing"}, {"line", "C12"},   {"line", "c5"},
      {"line", "C5 "},   {"goal", "0"},          {"goal", "18"},      {"goal", "-1"},    {"goal", "9.0"},
      {"goal", "nine"},  {"goal", "4294967305"}, {"target", "9"},     {"target", "9.z"}, {"target", "9.C"},
      {"level", "Goal"}, {"sort", "random"},     {"fold", "C5"},      {"theme", "red"},  {"embed", "yes"},
      {"embed", "2"},    {"fold", "1"}};
  for (const auto& [parameter, value] : bad) {
    const DecodedState decoded = decode(parameter + "=" + urlEncode(value));
    CAPTURE(parameter, value);
    CHECK(decoded.state == ViewState{});
    REQUIRE(decoded.dropped.size() == 1);
    CHECK(decoded.dropped[0].parameter == parameter);
    CHECK(decoded.dropped[0].value == value);
    CHECK(decoded.dropped[0].why == Why::kUnknownValue);
  }
}

TEST_CASE("an unknown parameter is dropped and listed", "[url_codec]") {
  for (const std::string_view query : {"utm_source=mail", "Line=C5", "line%20=C5", "=C5", "constructor=1"}) {
    const DecodedState decoded = decode(query);
    CAPTURE(query);
    CHECK(decoded.state == ViewState{});
    REQUIRE(decoded.dropped.size() == 1);
    CHECK(decoded.dropped[0].why == Why::kUnknownParameter);
  }
  CHECK(droppedOf(decode("utm_source=mail&line=C5")) == "utm_source=mail");
}

TEST_CASE("a bad value never changes what the rest of the address says", "[url_codec]") {
  const std::vector<std::string> bad = {"goal=99", "goal=0",     "target=9.z", "target=99.1", "line=C12",
                                        "lang=xx", "view=other", "level=x",    "sort=x",      "fold=x",
                                        "theme=x", "embed=x",    "other=1"};
  const std::vector<std::string> good = {"",
                                         "line=C5",
                                         "goal=9",
                                         "target=9.c",
                                         "goal=9&target=9.c",
                                         "goal=",
                                         "target=",
                                         "goal=&target=",
                                         "lang=fr",
                                         "goal=3&target=9.c",
                                         "line=&goal=",
                                         "goal=&target=9.c",
                                         "level=target&sort=links",
                                         "line=C7&target=3.1"};
  const std::vector<std::string> bases = {"", "goal=5", "target=3.1", "target=9.c", "line=C1&goal=9&theme=dark"};
  for (const std::string& base : bases) {
    const ViewState before = stateOf(base);
    for (const std::string& rest : good) {
      const DecodedState expected = decode(rest, before);
      for (const std::string& wrong : bad) {
        for (const std::string& query : {wrong + "&" + rest, rest + "&" + wrong}) {
          const DecodedState decoded = decode(query, before);
          INFO("on " << base << ": " << query);
          CHECK(encodeAll(decoded.state) == encodeAll(expected.state));
          CHECK(decoded.dropped.size() == expected.dropped.size() + 1);
          CHECK((" " + droppedOf(decoded)).find(" " + wrong) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("a very long value is dropped", "[url_codec]") {
  const std::string longValue(1000000, '9');
  for (const std::string_view name : {"goal", "line", "target", "lang", "unknown"}) {
    const DecodedState decoded = decode(std::string(name) + "=" + longValue + "&level=target");
    CHECK(decoded.state.level == Level::kTarget);
    REQUIRE(decoded.dropped.size() == 1);
    CHECK(decoded.dropped[0].parameter == name);
  }
}

TEST_CASE("very many parameters are read, each bad one listed", "[url_codec]") {
  std::string query;
  for (int i = 0; i < 20000; ++i) query += "&p" + std::to_string(i) + "=1&goal=" + std::to_string(i);
  const DecodedState decoded = decode(query);
  CHECK(decoded.state.goal == 17);
  CHECK(decoded.dropped.size() == 40000 - 17);
}

TEST_CASE("separators alone say nothing", "[url_codec]") {
  CHECK(stateOf("&&&&") == ViewState{});
  CHECK(stateOf(std::string(100000, '&')) == ViewState{});
  CHECK(decode("?=&=&?").state == ViewState{});
}

TEST_CASE("hostile addresses give a valid state and list what they could not use", "[url_codec]") {
  for (const std::string& query :
       {std::string("line=\xFF\xFE"), std::string("line=%FF%C0%80"), std::string("goal=%00"), std::string("line=C5%00"),
        std::string("lang=en\0", 8), std::string("target=9.c%"), std::string("line=%"), std::string("line=%ZZ"),
        std::string("line=<script>alert(1)</script>"), std::string("line=../../etc/passwd"),
        std::string("\xF0\x9F\x98\x80=1"), std::string("goal==9"), std::string("line=C5=C6")}) {
    const DecodedState decoded = decode(query);
    CAPTURE(query);
    CHECK(decoded.state == ViewState{});
    CHECK(decoded.dropped.size() == 1);
  }
}

TEST_CASE("random addresses give a valid state that survives its own address", "[url_codec]") {
  const std::vector<std::string> names = {"lang",  "view", "line", "goal",  "target",
                                          "level", "sort", "fold", "theme", "embed"};
  const std::vector<std::string> values = {"",       "C5",    "C7", "C7-egov", "9",      "17", "9.c", "3.1", "fr",
                                           "target", "links", "1",  "dark",    "matrix", "%",  "99",  "\xFF"};
  Random random(13);
  for (int i = 0; i < 5000; ++i) {
    std::string query;
    size_t named = 0;
    for (int pair = random.below(8); pair > 0; --pair) {
      const bool noise = random.below(10) == 0;
      query += "&" + (noise ? urlEncode("x" + random.bytes(random.below(6))) : random.oneOf(names)) + "=" +
               (noise ? random.bytes(0) : random.oneOf(values));
      ++named;
    }
    const ViewState before = randomState(random);
    const DecodedState decoded = decode(query, before);
    INFO("on " << encodeAll(before) << ": " << query);
    requireValid(decoded.state);
    REQUIRE(decoded.dropped.size() <= named);
    REQUIRE(decode(encodeQuery(decoded.state)).state == decoded.state);
  }
}

TEST_CASE("random bytes give a valid state", "[url_codec]") {
  Random random(14);
  for (int i = 0; i < 3000; ++i) requireValid(decode(random.bytes(random.below(60))).state);
}

}  // namespace wsis::test
