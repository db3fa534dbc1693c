// Every field of every record with every wrong type: the fault says where, the record is left out when the field is
// required, and all other records load.
#include "core/data/field_reader.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/strings.h"
#include "tests/core/data/dataset_support.h"

namespace wsis::test {
namespace {

using Json = nlohmann::json;
using Values = std::vector<const char*>;  // as JSON; "" stands for a missing field

enum class Then { kLeftOut, kStays };

const Values kNoString = {"5", "1.5", "true", "null", "[]", "[\"C1\"]", "{}", "{\"en\": \"C1\"}"};
const Values kNoRequiredString = {"", "\"\"", "5", "true", "null", "[]", "[\"C1\"]", "{}"};
const Values kNoGoalNumber = {"",
                              "0",
                              "18",
                              "-1",
                              "9.0",
                              "1e0",
                              "\"9\"",
                              "null",
                              "true",
                              "[9]",
                              "{}",
                              "4294967305",             // 9 in 32 bits
                              "-4294967287",            // 9 in 32 bits
                              "18446744073709551615",   // largest in 64 bits
                              "-9223372036854775808",   // smallest in 64 bits
                              "18446744073709551625"};  // 9 in 64 bits
const Values kNoText = {"\"text\"", "5", "null", "[]", "[{\"en\": \"x\"}]", "{}", "{\"xx\": \"x\"}", "{\"en\": \"\"}"};
const Values kNoRequiredText = {"", "\"text\"", "5", "null", "[]", "{}", "{\"xx\": \"x\"}", "{\"en\": \"\"}"};
const Values kNoList = {"\"s1\"", "5", "true", "null", "{}", "{\"0\": \"s1\"}"};
const Values kNoFlag = {"\"true\"", "1", "null", "[]", "{}"};
const Values kNoRecord = {"\"text\"", "5", "null", "[]", "true"};

// Gives the field of the last record of `collection` each wrong value in turn. `field` is a pointer within the record.
void checkWrongValues(const std::string& collection, const std::string& field, const Values& values, Then then) {
  for (const char* value : values) {
    Json world = soundWorld();
    const size_t size = world[collection].size();
    Json& record = world[collection].back();
    if (*value == '\0') {
      const Json::json_pointer pointer(field);
      record[pointer.parent_pointer()].erase(pointer.back());
    } else {
      record[Json::json_pointer(field)] = Json::parse(value);
    }
    const std::string text = fileOf(world);
    const std::string pointer = "/" + collection + "/" + std::to_string(size - 1) + field;
    const Built built = build(text);
    INFO(pointer << " = " << (*value == '\0' ? "missing" : value) << "\n" << describeFaults(built.faults));

    const Fault* fault = faultAt(built.faults, pointer);
    REQUIRE(fault != nullptr);
    requireTellingFaults(built.faults, text);
    CHECK(fault->line == lineOf(text, record.dump()));
    for (const Fault& other : built.faults) CHECK(other.pointer.starts_with("/" + collection));
    for (const std::string& name : collectionNames()) {
      const int expected =
          static_cast<int>(world[name].size()) - (name == collection && then == Then::kLeftOut ? 1 : 0);
      CHECK(countOf(built.data, name) == expected);
    }
    requireConsistent(built.data);
  }
}

// What FieldReader makes of one record.
struct OneRecord {
  explicit OneRecord(const char* text, Language language = Language::kEnglish)
      : json(Json::parse(text)), reader(json, Origin{"test.json", "/things/4", 7}, language, faults) {}

  std::string faultPointers() const {
    std::vector<std::string> pointers;
    for (const Fault& fault : faults) pointers.push_back(fault.pointer);
    return join(pointers, " ");
  }

  Json json;
  Faults faults;
  FieldReader reader;
};

}  // namespace

TEST_CASE("wrong fields of a source", "[field_reader]") {
  checkWrongValues("sources", "/id", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("sources", "/title", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("sources", "/kind", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("sources", "/url", kNoString, Then::kStays);
}

TEST_CASE("wrong fields of a goal", "[field_reader]") {
  checkWrongValues("goals", "/id", kNoGoalNumber, Then::kLeftOut);
  checkWrongValues("goals", "/colour", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("goals", "/title", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("goals", "/short", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("goals", "/sources", kNoList, Then::kLeftOut);
}

TEST_CASE("wrong fields of a target", "[field_reader]") {
  checkWrongValues("targets", "/id", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("targets", "/goal", kNoGoalNumber, Then::kLeftOut);
  checkWrongValues("targets", "/text", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("targets", "/source", kNoString, Then::kStays);
}

TEST_CASE("wrong fields of a group", "[field_reader]") {
  checkWrongValues("groups", "/id", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("groups", "/name", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("groups", "/short", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("groups", "/about", kNoText, Then::kLeftOut);
  checkWrongValues("groups", "/name_sources", kNoList, Then::kLeftOut);
}

TEST_CASE("wrong fields of a line", "[field_reader]") {
  checkWrongValues("lines", "/id", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("lines", "/parent", kNoString, Then::kStays);
  checkWrongValues("lines", "/name", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("lines", "/short", kNoRequiredText, Then::kLeftOut);
  checkWrongValues("lines", "/about", kNoText, Then::kLeftOut);
  checkWrongValues("lines", "/name_basis", kNoRecord, Then::kStays);
  checkWrongValues("lines", "/name_basis/en", kNoString, Then::kStays);
  checkWrongValues("lines", "/name_sources", kNoList, Then::kLeftOut);
  checkWrongValues("lines", "/facilitators", kNoList, Then::kLeftOut);
  checkWrongValues("lines", "/facilitators/0/agency", kNoRequiredString, Then::kStays);
  checkWrongValues("lines", "/facilitators/0/role", kNoRequiredString, Then::kStays);
  checkWrongValues("lines", "/facilitators/0/confidence", kNoRequiredString, Then::kStays);
  checkWrongValues("lines", "/facilitators/0/sources", kNoList, Then::kStays);
  checkWrongValues("lines", "/itu_role", kNoRecord, Then::kStays);
  checkWrongValues("lines", "/itu_role/role", kNoRequiredString, Then::kStays);
  checkWrongValues("lines", "/itu_role/scope", kNoString, Then::kStays);
  checkWrongValues("lines", "/itu_role/sources", kNoList, Then::kStays);
}

TEST_CASE("wrong fields of a link", "[field_reader]") {
  checkWrongValues("links", "/line", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("links", "/goal", kNoGoalNumber, Then::kLeftOut);
  checkWrongValues("links", "/agreement", kNoRequiredString, Then::kLeftOut);
  checkWrongValues("links", "/witnesses", kNoList, Then::kLeftOut);
  checkWrongValues("links", "/sources", kNoList, Then::kLeftOut);
  checkWrongValues("links", "/notes", kNoList, Then::kLeftOut);
  checkWrongValues("links", "/notes/1", kNoText, Then::kLeftOut);
  checkWrongValues("links", "/parts", kNoList, Then::kLeftOut);
}

TEST_CASE("wrong fields of a part of a link", "[field_reader]") {
  checkWrongValues("links", "/parts/1/targets", kNoList, Then::kStays);
  checkWrongValues("links", "/parts/0/whole_goal", kNoFlag, Then::kStays);
  checkWrongValues("links", "/parts/0/rationale", kNoText, Then::kStays);
}

TEST_CASE("a wrong element of a list is reported with its place and left out, the others stay", "[field_reader]") {
  const Values wrong = {"5", "null", "[\"s1\"]", "{}"};
  checkWrongValues("links", "/sources/1", wrong, Then::kStays);
  checkWrongValues("links", "/witnesses/1", wrong, Then::kStays);
  checkWrongValues("links", "/parts/0/targets/1", wrong, Then::kStays);
  checkWrongValues("lines", "/name_sources/1", wrong, Then::kStays);
}

TEST_CASE("a record that is no object is left out with one fault at its place", "[field_reader]") {
  for (const std::string& collection : collectionNames()) {
    for (const char* wrong : {"5", "\"text\"", "null", "[]", "[[]]"}) {
      Json world = soundWorld();
      world[collection].back() = Json::parse(wrong);
      const std::string text = fileOf(world);
      const Built built = build(text);
      const std::string pointer = "/" + collection + "/" + std::to_string(world[collection].size() - 1);
      INFO(pointer << " = " << wrong << "\n" << describeFaults(built.faults));
      REQUIRE(built.faults.size() == 1);
      CHECK(built.faults[0].pointer == pointer);
      CHECK(countOf(built.data, collection) == static_cast<int>(world[collection].size()) - 1);
    }
  }
}

TEST_CASE("a facilitator or a part that is no object is left out with a fault at its place", "[field_reader]") {
  for (const char* wrong : {"5", "\"text\"", "null", "[]"}) {
    Json world = soundWorld();
    world["lines"].back()["facilitators"].push_back(Json::parse(wrong));
    world["links"].back()["parts"].push_back(Json::parse(wrong));
    const Built built = buildWorld(world);
    INFO(describeFaults(built.faults));
    REQUIRE(built.faults.size() == 2);
    CHECK(built.faults[0].pointer == "/lines/2/facilitators/1");
    CHECK(built.faults[1].pointer == "/links/1/parts/2");
    CHECK(built.data.lines.back().facilitators.size() == 1);
    CHECK(built.data.links.back().parts.size() == 2);
  }
}

TEST_CASE("a missing optional field is no fault", "[field_reader]") {
  OneRecord one("{}");
  CHECK(one.reader.optionalString("a").empty());
  CHECK_FALSE(one.reader.flag("b"));
  CHECK(one.reader.optionalText("c").empty());
  CHECK(one.reader.strings("d").empty());
  CHECK(one.reader.records("e").empty());
  CHECK(one.reader.texts("f").empty());
  CHECK_FALSE(one.reader.has("g"));
  CHECK(one.reader.ok());
  CHECK(one.faults.empty());
}

TEST_CASE("a number may be anything between its limits, limits included", "[field_reader]") {
  OneRecord one(R"({"least": -3, "most": 17, "below": -4, "above": 18})");
  CHECK(one.reader.number("least", -3, 17) == -3);
  CHECK(one.reader.number("most", -3, 17) == 17);
  CHECK(one.reader.ok());
  one.reader.number("below", -3, 17);
  one.reader.number("above", -3, 17);
  CHECK_FALSE(one.reader.ok());
  CHECK(one.faultPointers() == "/things/4/below /things/4/above");
  CHECK(one.faults[0].reason.find("-3 to 17") != std::string::npos);
}

TEST_CASE("a reported fault leaves the record sound, a refused one does not", "[field_reader]") {
  OneRecord one("{}");
  one.reader.report("x", "is odd");
  CHECK(one.reader.ok());
  one.reader.refuse("", "is wrong");
  CHECK_FALSE(one.reader.ok());
  CHECK(one.faultPointers() == "/things/4/x /things/4");
  CHECK(one.faults[1].file == "test.json");
  CHECK(one.faults[1].line == 7);
}

TEST_CASE("a wrong value in one language is reported, another language stands in", "[field_reader]") {
  OneRecord one(R"({"title": {"fr": 5, "en": "Poverty", "ru": null}})", Language::kFrench);
  CHECK(one.reader.text("title").text == "Poverty");
  CHECK(one.reader.ok());
  CHECK(one.faultPointers() == "/things/4/title/fr /things/4/title/ru");
}

TEST_CASE("the reason of a fault stays short, however long the value that it quotes", "[field_reader]") {
  Json world = soundWorld();
  world["links"].back()["line"] = std::string(100000, 'x');
  const Built built = buildWorld(world);
  REQUIRE(built.faults.size() == 1);
  CHECK(built.faults[0].reason.size() < 600);
  CHECK(built.faults[0].reason.ends_with("; the record was left out"));
}

}  // namespace wsis::test
