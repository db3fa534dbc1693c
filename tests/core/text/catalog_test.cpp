#include "core/text/catalog.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/strings.h"
#include "tests/core/data/dataset_support.h"
#include "tests/core/random_support.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

struct ReadCatalog {
  Catalog catalog;
  Faults faults;
};

ReadCatalog readMessages(std::string_view messages, Language language = Language::kEnglish) {
  ReadCatalog read{Catalog(language), {}};
  read.catalog.read("{\"messages\": " + std::string(messages) + "}", "test.json", read.faults);
  return read;
}

// A catalog of messages without fault.
Catalog catalogOf(std::string_view messages, Language language = Language::kEnglish) {
  const ReadCatalog read = readMessages(messages, language);
  REQUIRE(describeFaults(read.faults).empty());
  return read.catalog;
}

// Reads messages of which one is wrong: expects one fault at `pointer`, and the message "good" to be there.
Catalog withFault(std::string_view messages, std::string_view pointer) {
  const ReadCatalog read = readMessages(messages);
  INFO(messages << "\n" << describeFaults(read.faults));
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].file == "test.json");
  CHECK(read.faults[0].pointer == pointer);
  CHECK(read.faults[0].reason.size() > 10);
  CHECK(read.catalog.text("good") == "Good");
  return read.catalog;
}

}  // namespace

TEST_CASE("a message is found by its key", "[catalog]") {
  const Catalog catalog = catalogOf(R"({"a": "Text", "b.c": "Другой текст"})");
  CHECK(catalog.text("a") == "Text");
  CHECK(catalog.text("b.c") == "Другой текст");
  CHECK(catalog.has("a"));
}

TEST_CASE("a missing message reads as its key in white brackets", "[catalog]") {
  const Catalog catalog = catalogOf("{}");
  CHECK(catalog.text("no.such") == "⟦no.such⟧");
  CHECK(catalog.text("no.such", {{"a", "b"}}) == "⟦no.such⟧");
  CHECK(catalog.plural("no.such", 3) == "⟦no.such⟧");
  CHECK_FALSE(catalog.has("no.such"));
}

TEST_CASE("placeholders are filled wherever and however often they stand", "[catalog]") {
  const Catalog catalog = catalogOf(R"({"a": "{x} and {y}, {x}"})");
  CHECK(catalog.text("a", {{"x", "one"}, {"y", "two"}}) == "one and two, one");
}

TEST_CASE("a placeholder without a value stays, and so do braces that are none", "[catalog]") {
  const Catalog catalog = catalogOf(R"({"a": "{x} {y} {", "b": "{} }{ {x", "c": "{a{x}"})");
  CHECK(catalog.text("a", {{"x", "1"}}) == "1 {y} {");
  CHECK(catalog.text("b", {{"x", "1"}}) == "{} }{ {x");
  CHECK(catalog.text("c", {{"x", "1"}}) == "{a1");
}

TEST_CASE("a filled value is not read for placeholders again", "[catalog]") {
  const Catalog catalog = catalogOf(R"({"a": "{x}{y}", "b": {"one": "{n} {x}", "other": "{n} {x}"}})");
  CHECK(catalog.text("a", {{"x", "{y}"}, {"y", "{x}"}}) == "{y}{x}");
  CHECK(catalog.plural("b", 2, {{"x", "{n}"}}) == "2 {n}");
}

TEST_CASE("a plural message takes the form of its number and names it", "[catalog]") {
  const Catalog english = catalogOf(R"({"links": {"one": "{n} link", "other": "{n} links"}})");
  CHECK(english.plural("links", 0) == "0 links");
  CHECK(english.plural("links", 1) == "1 link");
  CHECK(english.plural("links", 1234) == "1,234 links");
  CHECK(english.has("links"));
  const Catalog russian = catalogOf(R"({"links": {"one": "{n} связь", "few": "{n} связи", "many": "{n} связей",
                                       "other": "{n} связи"}})",
                                    Language::kRussian);
  CHECK(russian.plural("links", 1) == "1 связь");
  CHECK(russian.plural("links", 22) == "22 связи");
  CHECK(russian.plural("links", 5) == "5 связей");
  CHECK(russian.plural("links", 111) == "111 связей");
}

TEST_CASE("a form that the message lacks is stood in for by the form for other numbers", "[catalog]") {
  const Catalog catalog = catalogOf(R"({"a": {"other": "{n} things of {x}"}})", Language::kRussian);
  for (const int n : {0, 1, 2, 5, 21, 100}) {
    CHECK(catalog.plural("a", n, {{"x", "y"}}) == std::to_string(n) + " things of y");
  }
}

TEST_CASE("in Arabic, a value that runs from left to right is isolated from its sentence", "[catalog]") {
  const char* messages = R"({"a": "{x}", "n": {"other": "{n}"}})";
  const Catalog arabic = catalogOf(messages, Language::kArabic);
  for (const char* value : {"11.b", "2026-11-24", "UN DESA", "SDG 9"}) {
    CHECK(arabic.text("a", {{"x", value}}) == "\u2066" + std::string(value) + "\u2069");
    CHECK(catalogOf(messages).text("a", {{"x", value}}) == value);
  }
  CHECK(arabic.plural("n", 1234) == "\u20661,234\u2069");
  CHECK(arabic.text("a", {{"x", "الهدف"}}) == "الهدف");
  CHECK(arabic.text("a", {{"x", ""}}).empty());
}

TEST_CASE("a later file adds to the catalog and replaces", "[catalog]") {
  Catalog catalog(Language::kEnglish);
  Faults faults;
  catalog.read(R"({"messages": {"a": "first", "b": "first"}})", "1.json", faults);
  catalog.read(R"({"messages": {"b": "second", "c": "second"}})", "2.json", faults);
  CHECK(faults.empty());
  CHECK(catalog.text("a") == "first");
  CHECK(catalog.text("b") == "second");
  CHECK(catalog.text("c") == "second");
  CHECK(catalog.size() == 3);
}

TEST_CASE("collections of other readers are passed over", "[catalog]") {
  Catalog catalog(Language::kEnglish);
  Faults faults;
  catalog.read(R"({"$schema": "x", "language": "en", "links": [{"a": 1}], "messages": {"a": "A"}})", "1.json", faults);
  CHECK(faults.empty());
  CHECK(catalog.size() == 1);
}

TEST_CASE("a bad message is reported and left out, the others stay", "[catalog]") {
  for (const char* wrong : {"5", "null", "true", "[]", "[\"text\"]", "\"\"", "{}"}) {
    const Catalog catalog = withFault("{\"bad\": " + std::string(wrong) + ", \"good\": \"Good\"}", "/messages/bad");
    CHECK_FALSE(catalog.has("bad"));
  }
}

TEST_CASE("bad plural forms leave out the whole message", "[catalog]") {
  for (const char* wrong : {
           R"({"one": "x", "other": 5})",                   // wrong type
           R"({"one": "", "other": "x"})",                  // empty
           R"({"few": "x", "other": null})",                //
           R"({"one": "x", "other": "y", "single": "z"})",  // unknown form
           R"({"one": "x"})",                               // no form for all other numbers
       }) {
    const Catalog catalog = withFault("{\"bad\": " + std::string(wrong) + ", \"good\": \"Good\"}", "/messages/bad");
    CHECK_FALSE(catalog.has("bad"));
    for (const int n : {0, 1, 2, 5}) CHECK(catalog.plural("bad", n) == "⟦bad⟧");
    CHECK(catalog.size() == 1);
  }
}

TEST_CASE("the pointer to a bad message escapes its key", "[catalog]") {
  withFault(R"({"a/b~c": 5, "good": "Good"})", "/messages/a~1b~0c");
}

TEST_CASE("messages that are no object are a fault", "[catalog]") {
  for (const char* wrong : {"5", "\"text\"", "null", "[\"text\"]", "[{\"a\": \"b\"}]"}) {
    const ReadCatalog read = readMessages(wrong);
    CAPTURE(wrong);
    REQUIRE(read.faults.size() == 1);
    CHECK(read.faults[0].pointer.starts_with("/messages"));
    CHECK(read.faults[0].line == 1);
    CHECK(read.catalog.size() == 0);
  }
}

TEST_CASE("a catalog that is no JSON is a fault with its line", "[catalog]") {
  const ReadCatalog read = readMessages("{\n\"a\": \"A\",\n\"b\": oops}");
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].line == 3);
}

TEST_CASE("only the Arabic catalog runs from right to left", "[catalog]") {
  for (const LanguageInfo& entry : kLanguages) {
    CHECK(Catalog(entry.language).rightToLeft() == (entry.language == Language::kArabic));
    CHECK(Catalog(entry.language).language() == entry.language);
  }
}

TEST_CASE("the real English texts have whole placeholders and both English plural forms", "[catalog]") {
  const auto json = nlohmann::json::parse(readFile("assets/i18n/en.json"));
  const auto check = [](const std::string& text) {
    bool open = false;
    for (const char c : text) {
      CHECK((c != '{' || !open));
      CHECK((c != '}' || open));
      open = c == '{' || (open && c != '}');
      if (open && c != '{') CHECK(((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')));
    }
    CHECK_FALSE(open);
  };
  for (const auto& [key, message] : json["messages"].items()) {
    CAPTURE(key);
    CHECK(realCatalog().has(key));
    if (message.is_string()) {
      check(message.get<std::string>());
      continue;
    }
    CHECK(message.contains("one"));
    for (const auto& [form, text] : message.items()) check(text.get<std::string>());
  }
}

}  // namespace wsis::test
