#include "core/data/json_records.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "core/base/strings.h"
#include "tests/core/data/dataset_support.h"
#include "tests/core/random_support.h"

namespace wsis::test {
namespace {

struct Record {
  std::string collection;
  nlohmann::json json;
  Origin origin;
};

struct ReadResult {
  std::vector<Record> records;
  Faults faults;
};

ReadResult readText(std::string_view json) {
  ReadResult result;
  const RecordSink sink = [&](std::string_view collection, const nlohmann::json& record, const Origin& origin) {
    result.records.push_back({std::string(collection), record, origin});
  };
  readRecords(json, "test.json", sink, result.faults);
  return result;
}

// The pointers of the records, "/a/0 /a/1 …".
std::string pointersOf(const ReadResult& result) {
  std::vector<std::string> pointers;
  for (const Record& record : result.records) pointers.push_back(record.origin.pointer);
  return join(pointers, " ");
}

// The fault of a text that has exactly one.
Fault onlyFault(std::string_view json) {
  const ReadResult result = readText(json);
  INFO(json.substr(0, 200));
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].file == "test.json");
  CHECK_FALSE(result.faults[0].reason.empty());
  return result.faults[0];
}

std::string nested(int levels) {
  std::string text = "{\"a\":";
  for (int i = 1; i < levels; ++i) text += '[';
  text += '1';
  for (int i = 1; i < levels; ++i) text += ']';
  return text + "}";
}

}  // namespace

TEST_CASE("every element of a collection is a record with its pointer and its line", "[json_records]") {
  const ReadResult result = readText("{\n\"a\": [\n  {\"x\": 1},\n\n  {\"x\":\n 2}],\n\"b\": [{\"y\": [3, {}]}]\n}");
  REQUIRE(result.faults.empty());
  REQUIRE(pointersOf(result) == "/a/0 /a/1 /b/0");
  CHECK(result.records[0].collection == "a");
  CHECK(result.records[0].json == nlohmann::json{{"x", 1}});
  CHECK(result.records[0].origin.file == "test.json");
  CHECK(result.records[0].origin.line == 3);
  CHECK(result.records[1].json == nlohmann::json{{"x", 2}});
  CHECK(result.records[1].origin.line == 5);
  CHECK(result.records[2].collection == "b");
  CHECK(result.records[2].json["y"][0] == 3);
  CHECK(result.records[2].origin.line == 7);
}

TEST_CASE("a value at the top that is no list is a record of its own", "[json_records]") {
  const ReadResult result = readText(R"({"version": "1", "meta": {"a": {"b": [1]}}, "n": null, "list": [2]})");
  REQUIRE(result.faults.empty());
  REQUIRE(pointersOf(result) == "/version /meta /n /list/0");
  CHECK(result.records[0].json == "1");
  CHECK(result.records[1].json["a"]["b"][0] == 1);
  CHECK(result.records[2].json.is_null());
}

TEST_CASE("records may be of any JSON type", "[json_records]") {
  const ReadResult result = readText(R"({"a": [1, -2, 1.5, "t", true, null, [], {}, [[1]]]})");
  REQUIRE(result.faults.empty());
  REQUIRE(result.records.size() == 9);
  CHECK(result.records[1].json == -2);
  CHECK(result.records[8].json == nlohmann::json::parse("[[1]]"));
}

TEST_CASE("a number at the end of a line is on that line", "[json_records]") {
  const ReadResult result = readText("{\"a\": [\n1\n,\n2\n]}");
  REQUIRE(result.records.size() == 2);
  CHECK(result.records[0].origin.line == 2);
  CHECK(result.records[1].origin.line == 4);
}

TEST_CASE("an empty object or an empty collection holds no record and no fault", "[json_records]") {
  for (const std::string_view text : {"{}", " {\n} ", R"({"a": []})"}) {
    const ReadResult result = readText(text);
    CHECK(result.records.empty());
    CHECK(result.faults.empty());
  }
}

TEST_CASE("a pointer escapes slash and tilde as RFC 6901 wants", "[json_records]") {
  CHECK(pointersOf(readText(R"({"a/b": [1], "~c": 2})")) == "/a~1b/0 /~0c");
}

TEST_CASE("an empty file is one fault", "[json_records]") {
  for (const std::string_view text : {"", "   ", "\n\n"}) {
    const Fault fault = onlyFault(text);
    CHECK(fault.pointer.empty());
    CHECK(fault.line >= 1);
  }
  CHECK(onlyFault(std::string_view()).line == 1);
}

TEST_CASE("a file that is no object is one fault that says what it should be", "[json_records]") {
  for (const std::string_view text : {"[]", "[{\"a\": 1}]", "5", "\"links\"", "null", "true", "[[[["}) {
    const Fault fault = onlyFault(text);
    CHECK(fault.pointer.empty());
    CHECK(fault.line == 1);
    CHECK(fault.reason.find("object") != std::string::npos);
  }
}

TEST_CASE("a syntax error names the record and the line, and keeps what stands before it", "[json_records]") {
  const std::string_view text = "{\"a\": [\n{\"x\": 1},\n{\"x\": 2},\n{\"x\": oops},\n{\"x\": 4}\n]}";
  const ReadResult result = readText(text);
  CHECK(pointersOf(result) == "/a/0 /a/1");
  const Fault fault = onlyFault(text);
  CHECK(fault.pointer == "/a/2");
  CHECK(fault.line == 4);
  CHECK(fault.reason.find("not valid JSON") != std::string::npos);
}

TEST_CASE("a text that runs over the end of its line is a fault on that line", "[json_records]") {
  CHECK(onlyFault("{\"a\": [\n{\"x\": \"open\n}]}").line == 2);
}

TEST_CASE("the reason of a fault is short and valid UTF-8, whatever the file holds", "[json_records]") {
  const std::string hostile = "{\"a\": [\"" + std::string(100000, 'x') + "\xFF\"]}";
  const std::string reason = onlyFault(hostile).reason;
  REQUIRE(reason.size() < 600);
  std::string quoted;
  appendJsonString(quoted, reason);
  CHECK(nlohmann::json::parse(quoted).get<std::string>() == reason);
}

TEST_CASE("what is not JSON is one fault", "[json_records]") {
  for (const std::string_view text :
       {"{\"a\": [1,]}", "{'a': [1]}", "{\"a\": [01]}", "{\"a\": [.5]}", "{\"a\": [+1]}", "{\"a\": [NaN]}",
        "{\"a\": [1]} // note", "{\"a\": [1]}{}", "{\"a\" [1]}", "{a: [1]}", "{\"a\": [\"\\x41\"]}", "{\"a\": [tru]}",
        "<html></html>", "id,name\n1,2\n", "PK\x03\x04", "\x1F\x8B\x08"}) {
    onlyFault(text);
  }
}

TEST_CASE("text after the object is a fault, but the object was read", "[json_records]") {
  const ReadResult result = readText("{\"a\": [1]}\n{\"a\": [2]}");
  CHECK(pointersOf(result) == "/a/0");
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].line == 2);
}

TEST_CASE("a file cut short anywhere keeps its complete records and tells of the cut", "[json_records]") {
  const std::string text = "{\"a\": [\n{\"x\": 10},\n{\"x\": [\"é\", {}]},\n{\"x\": null}\n],\n\"v\": \"1\"}";
  size_t before = 0;
  for (size_t size = 0; size < text.size(); ++size) {
    const ReadResult result = readText(std::string_view(text).substr(0, size));
    CAPTURE(size);
    REQUIRE(result.faults.size() == 1);
    requireTellingFaults(result.faults, std::string_view(text).substr(0, size));
    REQUIRE(result.records.size() >= before);
    before = result.records.size();
  }
  CHECK(before == 4);
}

TEST_CASE("a byte order mark before the object does no harm", "[json_records]") {
  const ReadResult result = readText("\xEF\xBB\xBF{\"a\": [1]}");
  CHECK(result.faults.empty());
  CHECK(pointersOf(result) == "/a/0");
}

TEST_CASE("a byte order mark alone, cut short, or of UTF-16 is a fault", "[json_records]") {
  onlyFault("\xEF\xBB\xBF");
  onlyFault("\xEF\xBB{}");
  onlyFault(std::string_view("\xFF\xFE{\0}\0", 6));
  onlyFault(std::string_view("\0{\0}", 4));
}

TEST_CASE("a NUL byte is a fault wherever it stands", "[json_records]") {
  const std::string text = "{\"a\": [\"text\", 1]}";
  for (size_t at = 0; at <= text.size(); ++at) {
    std::string broken = text;
    broken.insert(at, 1, '\0');
    CAPTURE(at);
    onlyFault(broken);
  }
  onlyFault(text + std::string(1, '\0') + " hidden");
}

TEST_CASE("an escaped NUL is a character like others", "[json_records]") {
  const ReadResult result = readText(R"({"a": ["x\u0000y"]})");
  REQUIRE(result.faults.empty());
  CHECK(result.records[0].json == std::string("x\0y", 3));
}

TEST_CASE("half of a surrogate pair is a fault", "[json_records]") {
  for (const std::string_view text : {R"({"a": ["\uD83D"]})", R"({"a": ["\uDE00"]})", R"({"a": ["\uD83D\u0041"]})",
                                      R"({"a": ["\uDE00\uD83D"]})", R"({"a": ["\uD83Dx"]})"}) {
    CHECK(onlyFault(text).pointer == "/a/0");
  }
  CHECK(readText(R"({"a": ["\uD83D\uDE00"]})").records[0].json == "😀");
}

TEST_CASE("bad UTF-8 in a text is a fault", "[json_records]") {
  for (const std::string_view bad : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8"}) {
    onlyFault("{\"a\": [\"" + std::string(bad) + "\"]}");
  }
}

TEST_CASE("a number beyond what a double holds is a fault, a long one is not", "[json_records]") {
  CHECK(onlyFault(R"({"a": [1e999]})").pointer == "/a/0");
  CHECK(onlyFault(R"({"a": [-1e999]})").pointer == "/a/0");
  CHECK(readText(R"({"a": [18446744073709551616, 1e-999]})").faults.empty());
}

TEST_CASE("a key that stands twice in a record spoils this record only", "[json_records]") {
  const std::string_view text = "{\"a\": [\n{\"x\": 1},\n{\"x\": 1,\n\"y\": 2, \"x\": 3},\n{\"x\": 4}]}";
  CHECK(pointersOf(readText(text)) == "/a/0 /a/2");
  const Fault fault = onlyFault(text);
  CHECK(fault.pointer == "/a/1");
  CHECK(fault.line == 4);
  CHECK(fault.reason.find("\"x\"") != std::string::npos);
}

TEST_CASE("a key that stands twice deep in a record is found, the same key in two objects is none", "[json_records]") {
  CHECK(onlyFault(R"({"a": [{"x": [{"y": 1}, {"y": 2, "y": 3}]}]})").pointer == "/a/0");
  CHECK(onlyFault(R"({"a": [{"x": {}, "x": 1}]})").pointer == "/a/0");
  CHECK(readText(R"({"a": [{"x": {"x": [{"x": 1}, {"x": 2}]}}], "x": 1})").faults.empty());
}

TEST_CASE("a collection that stands twice is a fault, and both are read", "[json_records]") {
  const std::string_view text = "{\"a\": [1],\n\"b\": 2,\n\"a\": [3, 4]}";
  CHECK(readText(text).records.size() == 4);
  const Fault fault = onlyFault(text);
  CHECK(fault.pointer == "/a");
  CHECK(fault.line == 3);
}

TEST_CASE("nesting is read down to the limit and refused below it", "[json_records]") {
  const ReadResult deepest = readText(nested(kMaxJsonDepth));
  CHECK(deepest.faults.empty());
  CHECK(deepest.records.size() == 1);

  const ReadResult tooDeep = readText(nested(kMaxJsonDepth + 1));
  CHECK(tooDeep.records.empty());
  REQUIRE(tooDeep.faults.size() == 1);
  CHECK(tooDeep.faults[0].pointer == "/a/0");
  CHECK(tooDeep.faults[0].reason.find("32") != std::string::npos);
}

TEST_CASE("nesting of objects counts like nesting of lists", "[json_records]") {
  std::string text = "{\"a\": [";
  for (int i = 0; i < kMaxJsonDepth; ++i) text += "{\"x\":";
  CHECK(onlyFault(text).reason.find("nested") != std::string::npos);
}

TEST_CASE("a million open brackets are refused without harm", "[json_records]") {
  CHECK(onlyFault("{\"a\":" + std::string(1000000, '[')).reason.find("nested") != std::string::npos);
}

TEST_CASE("records before too deep nesting are kept", "[json_records]") {
  const ReadResult result = readText("{\"a\": [1, 2],\n\"b\": " + std::string(100, '['));
  CHECK(pointersOf(result) == "/a/0 /a/1");
  REQUIRE(result.faults.size() == 1);
  CHECK(result.faults[0].line == 2);
}

TEST_CASE("random damage to a file gives records or faults with a place, nothing else", "[json_records]") {
  const std::string sound = fileOf(soundWorld());
  Random random(4);
  for (int i = 0; i < 1500; ++i) {
    std::string text = sound;
    for (int damage = 1 + random.below(3); damage > 0; --damage) {
      const size_t at = static_cast<size_t>(random.below(static_cast<int>(text.size())));
      if (random.flip()) {
        text[at] = random.flip() ? random.byte() : "{}[]\",:\\\n0"[random.below(10)];
      } else {
        text.erase(at, 1 + static_cast<size_t>(random.below(5)));
      }
    }
    requireTellingFaults(readText(text).faults, text);
  }
}

}  // namespace wsis::test
