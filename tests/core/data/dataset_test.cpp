// The builder as a whole: what it makes of sound records, in any order and language, and of references that lead
// nowhere or records that stand twice. field_reader_test.cpp has the wrong types of single fields.
#include "core/data/dataset.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/data/dataset_support.h"
#include "tests/core/random_support.h"

namespace wsis::test {
namespace {

using Json = nlohmann::json;

std::string idOf(const Dataset& data, int target) { return data.targets[static_cast<size_t>(target)].id; }

std::vector<std::string> idsOf(const Dataset& data, const std::vector<int>& targets) {
  std::vector<std::string> ids;
  for (const int target : targets) ids.push_back(idOf(data, target));
  return ids;
}

// A line, a link … like the last one of the sound world, with some fields changed (by JSON merge patch, RFC 7396).
Json like(const std::string& collection, const char* patch) {
  Json record = soundWorld()[collection].back();
  record.merge_patch(Json::parse(patch));
  return record;
}

void checkSameCounts(const Dataset& data, const Json& world) {
  for (const std::string& name : collectionNames()) {
    CAPTURE(name);
    CHECK(countOf(data, name) == static_cast<int>(world[name].size()));
  }
}

// The only fault of a world, which must stand at `pointer` and on the line of `record`.
void checkOnlyFault(const Built& built, const std::string& text, const std::string& pointer, const Json& record) {
  INFO(text << describeFaults(built.faults));
  REQUIRE(built.faults.size() == 1);
  CHECK(built.faults[0].file == "test.json");
  CHECK(built.faults[0].pointer == pointer);
  CHECK(built.faults[0].line == lineOf(text, record.dump()));
  CHECK(built.faults[0].reason.size() > 10);
}

// Adds `record` to the sound world: it alone must be left out, because of what stands at `field`.
void checkLeftOut(const std::string& collection, const Json& record, const std::string& field) {
  Json world = soundWorld();
  const std::string pointer = "/" + collection + "/" + std::to_string(world[collection].size()) + field;
  world[collection].push_back(record);
  const std::string text = fileOf(world);
  const Built built = build(text);
  checkOnlyFault(built, text, pointer, record);
  checkSameCounts(built.data, soundWorld());
  requireConsistent(built.data);
}

// Adds `record` to the sound world: it must load, less what is reported at `field`.
Built checkReported(const std::string& collection, const Json& record, const std::string& field) {
  Json world = soundWorld();
  const std::string pointer = "/" + collection + "/" + std::to_string(world[collection].size()) + field;
  world[collection].push_back(record);
  const std::string text = fileOf(world);
  Built built = build(text);
  checkOnlyFault(built, text, pointer, record);
  checkSameCounts(built.data, world);
  requireConsistent(built.data);
  return built;
}

}  // namespace

TEST_CASE("a sound file loads whole and without faults", "[dataset]") {
  const Built built = buildWorld(soundWorld());
  const Dataset& data = built.data;
  INFO(describeFaults(built.faults));
  REQUIRE(built.faults.empty());
  checkSameCounts(data, soundWorld());
  requireConsistent(data);
  CHECK(data.version == "2026-01-02");
  CHECK(data.language == Language::kEnglish);
}

TEST_CASE("goals come in the order of their numbers, with their colours and targets", "[dataset]") {
  const Dataset data = buildWorld(soundWorld()).data;
  REQUIRE(data.goals.size() == 3);
  CHECK(data.goals[0].number == 1);
  CHECK(data.goals[1].number == 3);
  CHECK(data.goals[2].number == 9);
  CHECK(data.goals[0].colour == 0xE5243B);
  CHECK(data.goals[2].colour == 0xFD6925);
  CHECK(data.goals[1].targets.empty());
  CHECK(idsOf(data, data.goals[2].targets) == std::vector<std::string>{"9.1", "9.c", "9.b"});
}

TEST_CASE("a link holds its parts, notes and witnesses, and each cited target once", "[dataset]") {
  const Dataset data = buildWorld(soundWorld()).data;
  const Link* link = data.linkAt(data.findLine("C1"), data.findGoal(9));
  REQUIRE(link != nullptr);
  CHECK(idsOf(data, link->targets) == std::vector<std::string>{"9.1", "9.c"});
  CHECK(link->wholeGoal);
  CHECK(link->partial);
  CHECK(link->hasRationale());
  REQUIRE(link->parts.size() == 2);
  CHECK(link->parts[0].rationale.text == "Because");
  CHECK(idsOf(data, link->parts[1].targets) == std::vector<std::string>{"9.c"});
  CHECK_FALSE(link->parts[1].wholeGoal);
  CHECK(link->parts[1].rationale.empty());
  REQUIRE(link->notes.size() == 2);
  CHECK(link->notes[1].text == "Second note");
  CHECK(link->witnesses == std::vector<std::string>{"annex", "list"});
}

TEST_CASE("a line holds its facilitators, the role of ITU and its group", "[dataset]") {
  const Dataset data = buildWorld(soundWorld()).data;
  const ActionLine& line = data.lines[static_cast<size_t>(data.findLine("C2"))];
  CHECK(line.about.text == "About");
  REQUIRE(line.facilitators.size() == 1);
  CHECK(line.facilitators[0].agency == "ITU");
  CHECK(line.facilitators[0].role == FacilitatorRole::kFacilitator);
  CHECK(line.facilitators[0].confidence == Confidence::kHigh);
  REQUIRE(line.ituRole.has_value());
  CHECK(line.ituRole->role == FacilitatorRole::kSoleFacilitator);
  CHECK(line.ituRole->statedForC7AsAWhole);
  CHECK(data.lines[static_cast<size_t>(data.findLine("C7-egov"))].parent == "C7");
}

TEST_CASE("every role and every confidence is known by its name", "[dataset]") {
  const std::vector<std::pair<std::string, FacilitatorRole>> roles = {
      {"facilitator", FacilitatorRole::kFacilitator},
      {"co-facilitator", FacilitatorRole::kCoFacilitator},
      {"lead-facilitator", FacilitatorRole::kLeadFacilitator},
      {"sole-facilitator", FacilitatorRole::kSoleFacilitator},
      {"co-organizer", FacilitatorRole::kCoOrganizer},
      {"named-2005", FacilitatorRole::kNamed2005},
      {"partner", FacilitatorRole::kPartner}};
  for (const auto& [name, role] : roles) {
    Json world = soundWorld();
    world["lines"].back()["facilitators"][0]["role"] = name;
    CHECK(buildWorld(world).data.lines.back().facilitators.at(0).role == role);
  }
  const std::vector<std::pair<std::string, Confidence>> levels = {
      {"high", Confidence::kHigh}, {"medium", Confidence::kMedium}, {"low", Confidence::kLow}};
  for (const auto& [name, confidence] : levels) {
    Json world = soundWorld();
    world["lines"].back()["facilitators"][0]["confidence"] = name;
    CHECK(buildWorld(world).data.lines.back().facilitators.at(0).confidence == confidence);
  }
}

TEST_CASE("what is not in the data is not found", "[dataset]") {
  const Dataset data = buildWorld(soundWorld()).data;
  CHECK(data.findLine("C7") == -1);
  CHECK(data.findLine("c1") == -1);
  CHECK(data.findLine("") == -1);
  CHECK(data.findGroup("C1") == -1);
  CHECK(data.findGoal(0) == -1);
  CHECK(data.findGoal(2) == -1);
  CHECK(data.findTarget("9.1 ") == -1);
  CHECK(data.findSource("S1") == -1);
  CHECK(data.linkAt(data.findLine("C2"), data.findGoal(9)) == nullptr);
}

TEST_CASE("collections may come in any order and from any number of files", "[dataset]") {
  const Json world = soundWorld();
  const Dataset expected = buildWorld(world).data;
  Random random(5);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> names = collectionNames();
    random.shuffle(names);
    DatasetBuilder builder(Language::kEnglish);
    for (const std::string& name : names) builder.read(fileOf(Json{{name, world[name]}}), name + ".json");
    const Dataset data = builder.finish();
    INFO(describeFaults(builder.faults()));
    REQUIRE(builder.faults().empty());
    requireConsistent(data);
    checkSameCounts(data, world);
    REQUIRE(data.links.size() == expected.links.size());
    for (size_t i = 0; i < data.links.size(); ++i) {
      CHECK(idsOf(data, data.links[i].targets) == idsOf(expected, expected.links[i].targets));
    }
  }
}

TEST_CASE("links come by line and goal, whatever their order in the file", "[dataset]") {
  Json world = soundWorld();
  world["links"].push_back(like("links", R"({"line": "C2"})"));
  world["links"].push_back(like("links", R"({"line": "C7-egov"})"));
  std::reverse(world["links"].begin(), world["links"].end());
  const Dataset data = buildWorld(world).data;
  REQUIRE(data.links.size() == 4);
  for (size_t i = 1; i < data.links.size(); ++i) {
    const Link& before = data.links[i - 1];
    const Link& link = data.links[i];
    CHECK((before.line < link.line || (before.line == link.line && before.goal < link.goal)));
  }
}

TEST_CASE("a fault names the file that it is in", "[dataset]") {
  DatasetBuilder builder(Language::kEnglish);
  builder.read(R"({"sources": [{"id": "s"}]})", "first.json");
  builder.read(R"({"goals": [{"id": 18}]})", "second.json");
  builder.read("{", "third.json");
  builder.finish();
  bool first = false, second = false, third = false;
  for (const Fault& fault : builder.faults()) {
    first = first || (fault.file == "first.json" && fault.pointer == "/sources/0/title");
    second = second || (fault.file == "second.json" && fault.pointer == "/goals/0/id");
    third = third || (fault.file == "third.json" && fault.pointer.empty());
  }
  CHECK(first);
  CHECK(second);
  CHECK(third);
}

TEST_CASE("no file at all gives an empty dataset", "[dataset]") {
  DatasetBuilder builder(Language::kFrench);
  const Dataset data = builder.finish();
  CHECK(builder.faults().empty());
  CHECK(data.language == Language::kFrench);
  CHECK(data.lines.empty());
  CHECK(data.findLine("C1") == -1);
}

TEST_CASE("a text comes in the wanted language, else in English, else in any, and says which", "[dataset]") {
  Json world = soundWorld();
  const auto title = [&](const char* texts, Language wanted) {
    world["goals"][0]["title"] = Json::parse(texts);
    return buildWorld(world, wanted).data.goals.at(0).title;
  };
  const LocalText own = title(R"({"en": "Poverty", "fr": "Pauvreté", "ru": "Нищета"})", Language::kFrench);
  CHECK(own.text == "Pauvreté");
  CHECK(own.language == Language::kFrench);
  const LocalText english = title(R"({"ru": "Нищета", "en": "Poverty"})", Language::kFrench);
  CHECK(english.text == "Poverty");
  CHECK(english.language == Language::kEnglish);
  const LocalText any = title(R"({"ru": "Нищета"})", Language::kFrench);
  CHECK(any.text == "Нищета");
  CHECK(any.language == Language::kRussian);
  const LocalText empty = title(R"({"fr": "", "en": "Poverty"})", Language::kFrench);
  CHECK(empty.text == "Poverty");
}

TEST_CASE("a name is the project's translation only in the language that says so", "[dataset]") {
  Json world = soundWorld();
  world["lines"].back()["name"] = {{"en", "Infrastructure"}, {"es", "Infraestructura"}};
  world["lines"].back()["name_basis"] = {{"en", "source"}, {"es", "project"}};
  CHECK(buildWorld(world, Language::kSpanish).data.lines.back().nameIsProjectTranslation);
  CHECK_FALSE(buildWorld(world, Language::kEnglish).data.lines.back().nameIsProjectTranslation);
  // Russian falls back to the English name, and so to its basis.
  CHECK_FALSE(buildWorld(world, Language::kRussian).data.lines.back().nameIsProjectTranslation);
}

TEST_CASE("a record that stands twice is left out the second time", "[dataset]") {
  checkLeftOut("sources", like("sources", R"({"id": "s1"})"), "/id");
  checkLeftOut("goals", like("goals", R"({"id": 9})"), "/id");
  checkLeftOut("targets", like("targets", R"({"id": "9.1"})"), "/id");
  checkLeftOut("groups", like("groups", R"({"id": "C7"})"), "/id");
  checkLeftOut("lines", like("lines", R"({"id": "C1"})"), "/id");
  checkLeftOut("links", like("links", R"({"agreement": "full"})"), "");
}

TEST_CASE("a line may not have the id of a group", "[dataset]") {
  checkLeftOut("lines", like("lines", R"({"id": "C7"})"), "/id");
}

TEST_CASE("the first of two equal cells stays", "[dataset]") {
  Json world = soundWorld();
  world["links"].push_back(like("links", R"({"agreement": "full"})"));
  const Dataset data = buildWorld(world).data;
  CHECK(data.linkAt(data.findLine("C1"), data.findGoal(9))->partial);
}

TEST_CASE("a link to an unknown line or goal is left out", "[dataset]") {
  checkLeftOut("links", like("links", R"({"line": "C12"})"), "/line");
  checkLeftOut("links", like("links", R"({"line": "C7"})"), "/line");
  checkLeftOut("links", like("links", R"({"goal": 2})"), "/goal");
}

TEST_CASE("a link that cites nothing that exists is left out", "[dataset]") {
  Json world = soundWorld();
  world["links"].push_back(like("links", R"({"line": "C2", "parts": [{"targets": ["9.9"]}]})"));
  const Built built = buildWorld(world);
  checkSameCounts(built.data, soundWorld());
  CHECK(faultAt(built.faults, "/links/2/parts/0/targets") != nullptr);
  CHECK(faultAt(built.faults, "/links/2/parts") != nullptr);
}

TEST_CASE("a link without parts or without a source is left out", "[dataset]") {
  checkLeftOut("links", like("links", R"({"line": "C2", "parts": []})"), "/parts");
  checkLeftOut("links", like("links", R"({"line": "C2", "parts": null})"), "/parts");
  checkLeftOut("links", like("links", R"({"line": "C2", "sources": []})"), "/sources");
  checkLeftOut("links", like("links", R"({"line": "C2", "sources": null})"), "/sources");
}

TEST_CASE("a part that cites nothing is left out, the link's other parts stay", "[dataset]") {
  const Built built =
      checkReported("links", like("links", R"({"line": "C2", "parts": [{"targets": []}, {"targets": ["9.1"]}]})"),
                    "/parts/0/targets");
  CHECK(built.data.links.back().parts.size() == 1);
}

TEST_CASE("an unknown target is left out of its part, and so is one of another goal", "[dataset]") {
  for (const char* bad : {"9.z", "1.4", ""}) {
    Json record = like("links", R"({"line": "C2", "parts": [{"targets": ["9.1"]}]})");
    record["parts"][0]["targets"].push_back(bad);
    const Built built = checkReported("links", record, "/parts/0/targets");
    CHECK(idsOf(built.data, built.data.links.back().targets) == std::vector<std::string>{"9.1"});
  }
}

TEST_CASE("an unknown source is reported, the record stays without it", "[dataset]") {
  CHECK(checkReported("goals", like("goals", R"({"id": 4, "sources": ["s9", "s1"]})"), "/sources")
            .data.goals[2]
            .sources.size() == 1);
  checkReported("targets", like("targets", R"({"id": "9.a", "source": "s9"})"), "/source");
  checkReported("groups", like("groups", R"({"id": "C8", "name_sources": ["s9"]})"), "/name_sources");
  checkReported("lines", like("lines", R"({"id": "C8", "name_sources": ["s9"]})"), "/name_sources");
  checkReported("lines", like("lines", R"({"id": "C8", "itu_role": {"sources": ["s9"]}})"), "/itu_role/sources");
  checkReported("links", like("links", R"({"line": "C2", "sources": ["s1", "s9"]})"), "/sources");
}

TEST_CASE("an unknown source of a facilitator is reported with the facilitator's place", "[dataset]") {
  Json record = like("lines", R"({"id": "C8"})");
  record["facilitators"].push_back(record["facilitators"][0]);
  record["facilitators"][1]["sources"] = {"s9"};
  const Built built = checkReported("lines", record, "/facilitators/1/sources");
  CHECK(built.data.lines.back().facilitators.size() == 2);
}

TEST_CASE("a target of an unknown goal or with the number of another is left out", "[dataset]") {
  checkLeftOut("targets", like("targets", R"({"id": "2.1", "goal": 2})"), "/goal");
  checkLeftOut("targets", like("targets", R"({"id": "1.9", "goal": 9})"), "/id");
  checkLeftOut("targets", like("targets", R"({"id": "91", "goal": 9})"), "/id");
  checkLeftOut("targets", like("targets", R"({"id": "19.1", "goal": 9})"), "/id");
}

TEST_CASE("a line of an unknown group is left out", "[dataset]") {
  checkLeftOut("lines", like("lines", R"({"id": "C8", "parent": "C8"})"), "/parent");
  checkLeftOut("lines", like("lines", R"({"id": "C8", "parent": "C1"})"), "/parent");
}

TEST_CASE("an unknown role or confidence leaves out this facilitator only", "[dataset]") {
  const Built role = checkReported(
      "lines", like("lines", R"({"id": "C8", "facilitators": [{"agency": "A", "role": "boss", "confidence": "low"}]})"),
      "/facilitators/0/role");
  CHECK(role.data.lines.back().facilitators.empty());
  checkReported(
      "lines",
      like("lines", R"({"id": "C8", "facilitators": [{"agency": "A", "role": "partner", "confidence": "?"}]})"),
      "/facilitators/0/confidence");
  const Built itu =
      checkReported("lines", like("lines", R"({"id": "C8", "itu_role": {"role": "boss"}})"), "/itu_role/role");
  CHECK_FALSE(itu.data.lines.back().ituRole.has_value());
}

TEST_CASE("a source's address must be a web address", "[dataset]") {
  for (const char* url : {"javascript:alert(1)", "ftp://example.org", "example.org", "//example.org", " http://a.b",
                          "https:", "data:text/html,x", "HTTP"}) {
    Json record = like("sources", R"({"id": "s3"})");
    record["url"] = url;
    CAPTURE(url);
    checkLeftOut("sources", record, "/url");
  }
}

TEST_CASE("a colour must be six hexadecimal digits after a number sign", "[dataset]") {
  for (const char* colour : {"E5243B", "#E5243", "#E5243B0", "#G5243B", "red", "#e5 43b", "# 5243B"}) {
    Json record = like("goals", R"({"id": 4})");
    record["colour"] = colour;
    CAPTURE(colour);
    checkLeftOut("goals", record, "/colour");
  }
}

TEST_CASE("an agreement must be full or partial", "[dataset]") {
  checkLeftOut("links", like("links", R"({"line": "C2", "agreement": "Full"})"), "/agreement");
}

TEST_CASE("a collection that is no list is a fault, and the rest loads", "[dataset]") {
  for (const std::string& name : collectionNames()) {
    for (const char* wrong : {"\"text\"", "5", "null", "{}"}) {
      Json world = {{name, Json::parse(wrong)}, {"version", "1"}};
      const Built built = buildWorld(world);
      INFO(name << " as " << wrong << "\n" << describeFaults(built.faults));
      REQUIRE(built.faults.size() == 1);
      CHECK(built.faults[0].pointer == "/" + name);
      CHECK(built.faults[0].line == 2);
      CHECK(built.faults[0].reason.find("list") != std::string::npos);
      CHECK(countOf(built.data, name) == 0);
      CHECK(built.data.version == "1");
    }
  }
}

TEST_CASE("a record outside its list is a fault, not a record", "[dataset]") {
  Json world = soundWorld();
  world["links"] = world["links"][0];
  const Built built = buildWorld(world);
  CHECK(built.data.links.empty());
  CHECK(faultAt(built.faults, "/links") != nullptr);
}

TEST_CASE("a version that is no text is a fault", "[dataset]") {
  for (const char* wrong : {"5", "null", "{}", "[\"2026\"]"}) {
    const Built built = buildWorld(Json{{"version", Json::parse(wrong)}});
    CAPTURE(wrong);
    REQUIRE(built.faults.size() == 1);
    CHECK(built.faults[0].pointer.starts_with("/version"));
    CHECK(built.data.version.empty());
  }
}

TEST_CASE("collections of other readers are passed over", "[dataset]") {
  Json world = soundWorld();
  world["awards"] = {1, 2};
  world["messages"] = {{"a", "b"}};
  world["$schema"] = "x";
  CHECK(buildWorld(world).faults.empty());
}

TEST_CASE("a record with a key twice is left out, and the rest loads", "[dataset]") {
  std::string text = fileOf(soundWorld());
  const std::string record = soundWorld()["links"].back().dump();
  text.replace(text.find(record), 1, "{\"line\":\"C2\",");
  const Built built = build(text);
  REQUIRE(built.faults.size() == 1);
  CHECK(built.faults[0].pointer == "/links/1");
  CHECK(built.data.links.size() == 1);
}

TEST_CASE("a file cut short keeps the records before the cut", "[dataset]") {
  const std::string text = fileOf(soundWorld());
  for (size_t size = 0; size < text.size() - 2; size += 7) {
    const std::string cut = text.substr(0, size);
    const Built built = build(cut);
    CAPTURE(size);
    REQUIRE_FALSE(built.faults.empty());
    requireTellingFaults(built.faults, cut);
    requireConsistent(built.data);
  }
  const Built built = build(text.substr(0, text.find("\"targets\": [")));
  CHECK(built.data.sources.size() == 2);
}

TEST_CASE("random damage to a file never gives an inconsistent dataset or a fault without a place", "[dataset]") {
  const std::string sound = fileOf(soundWorld());
  Random random(6);
  for (int i = 0; i < 500; ++i) {
    std::string text = sound;
    for (int damage = 1 + random.below(3); damage > 0; --damage) {
      const size_t at = static_cast<size_t>(random.below(static_cast<int>(text.size())));
      text[at] = random.flip() ? static_cast<char>('0' + random.below(75)) : random.byte();
    }
    const Built built = build(text);
    requireTellingFaults(built.faults, text);
    requireConsistent(built.data);
  }
}

}  // namespace wsis::test
