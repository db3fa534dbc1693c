#include "core/base/strings.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/core/random_support.h"

namespace wsis::test {
namespace {

using Parts = std::vector<std::string_view>;

const std::string kReplacement = "\xEF\xBF\xBD";  // U+FFFD

std::vector<char32_t> decodeAll(std::string_view text) {
  std::vector<char32_t> out;
  for (size_t at = 0; at < text.size();) out.push_back(nextCodePoint(text, at));
  return out;
}

std::string encoded(char32_t c) {
  std::string out;
  appendUtf8(out, c);
  return out;
}

std::string jsonString(std::string_view text) {
  std::string out;
  appendJsonString(out, text);
  return out;
}

bool isScalarValue(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

}  // namespace

TEST_CASE("split gives the parts between separators", "[strings]") {
  CHECK(split("a,b,c", ',') == Parts{"a", "b", "c"});
  CHECK(split("alone", ',') == Parts{"alone"});
  CHECK(split("", ',').empty());
}

TEST_CASE("split keeps empty parts wherever they stand", "[strings]") {
  CHECK(split(",a", ',') == Parts{"", "a"});
  CHECK(split("a,,b", ',') == Parts{"a", "", "b"});
  CHECK(split("a,", ',') == Parts{"a", ""});
  CHECK(split(",", ',') == Parts{"", ""});
}

TEST_CASE("join undoes split", "[strings]") {
  for (const std::string_view text : {"a", "a,b", ",a", "a,", ",,", "a,,b,"}) {
    std::vector<std::string> parts;
    for (const std::string_view part : split(text, ',')) parts.emplace_back(part);
    CHECK(join(parts, ",") == text);
  }
  CHECK(join({}, ", ").empty());
  CHECK(join({"one", "two", "three"}, ", ") == "one, two, three");
}

TEST_CASE("parseNumber reads whole decimal numbers up to 999,999,999", "[strings]") {
  CHECK(parseNumber("0") == 0);
  CHECK(parseNumber("7") == 7);
  CHECK(parseNumber("017") == 17);
  CHECK(parseNumber("999999999") == 999999999);
}

TEST_CASE("parseNumber refuses everything else", "[strings]") {
  for (const std::string_view text : {"", "1000000000", "4294967297", "99999999999999999999", "-1", "+1", " 1", "1 ",
                                      "1.0", "1e3", "0x1", "one", "1a", "٣", "１"}) {
    CAPTURE(text);
    CHECK(parseNumber(text) == -1);
  }
  CHECK(parseNumber(std::string_view("1\0", 2)) == -1);
}

TEST_CASE("urlEncode keeps what reads well in an address and escapes the rest", "[strings]") {
  CHECK(urlEncode("AZaz09-._~,") == "AZaz09-._~,");
  CHECK(urlEncode("a b&c=d+e%f#g?h/i") == "a%20b%26c%3Dd%2Be%25f%23g%3Fh%2Fi");
  CHECK(urlEncode("é中") == "%C3%A9%E4%B8%AD");
  CHECK(urlEncode(std::string_view("\0\xFF", 2)) == "%00%FF");
}

TEST_CASE("urlDecode reads escapes in both cases and plus as a space", "[strings]") {
  CHECK(urlDecode("a%20b+c") == "a b c");
  CHECK(urlDecode("%c3%a9%C3%A9") == "éé");
  CHECK(urlDecode("%2B") == "+");
}

TEST_CASE("urlDecode leaves a broken escape as it is", "[strings]") {
  for (const std::string_view text : {"%", "%4", "%G1", "%1G", "100%", "%%", "%-1"}) CHECK(urlDecode(text) == text);
  CHECK(urlDecode("%%41") == "%A");
  CHECK(urlDecode("%4%41") == "%4A");
}

TEST_CASE("urlDecode undoes urlEncode for any bytes", "[strings]") {
  Random random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string bytes = random.bytes(random.below(40));
    const std::string address = urlEncode(bytes);
    REQUIRE(urlDecode(address) == bytes);
    REQUIRE(address.find_first_of(" &=+#?/\"<>") == address.npos);
  }
}

TEST_CASE("UTF-8 of the code points at every length's limits is as Unicode defines it", "[strings]") {
  CHECK(encoded(0x00) == std::string(1, '\0'));
  CHECK(encoded(0x7F) == "\x7F");
  CHECK(encoded(0x80) == "\xC2\x80");
  CHECK(encoded(0x7FF) == "\xDF\xBF");
  CHECK(encoded(0x800) == "\xE0\xA0\x80");
  CHECK(encoded(0xD7FF) == "\xED\x9F\xBF");
  CHECK(encoded(0xE000) == "\xEE\x80\x80");
  CHECK(encoded(0xFFFF) == "\xEF\xBF\xBF");
  CHECK(encoded(0x10000) == "\xF0\x90\x80\x80");
  CHECK(encoded(0x10FFFF) == "\xF4\x8F\xBF\xBF");
}

TEST_CASE("every code point of every plane survives UTF-8", "[strings]") {
  int wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!isScalarValue(c)) continue;
    const std::string text = encoded(c);
    size_t at = 0;
    if (nextCodePoint(text, at) != c || at != text.size()) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("what is no scalar value is written as U+FFFD", "[strings]") {
  for (const char32_t c : {0xD800u, 0xDBFFu, 0xDC00u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    CHECK(encoded(c) == kReplacement);
  }
}

TEST_CASE("malformed UTF-8 gives U+FFFD for each bad byte and goes on after it", "[strings]") {
  const char32_t bad = 0xFFFD;
  using Points = std::vector<char32_t>;
  CHECK(decodeAll("\x80") == Points{bad});                                      // continuation alone
  CHECK(decodeAll("\xC3") == Points{bad});                                      // cut short
  CHECK(decodeAll("\xE4\xB8") == Points{bad, bad});                             // cut short
  CHECK(decodeAll("\xF0\x9F\x98") == Points{bad, bad, bad});                    // cut short
  CHECK(decodeAll("\xC3z") == Points{bad, 'z'});                                // the next character is not swallowed
  CHECK(decodeAll("\xE4\xB8z") == Points{bad, bad, 'z'});                       //
  CHECK(decodeAll("\xC0\xAF") == Points{bad, bad});                             // overlong "/"
  CHECK(decodeAll("\xE0\x80\xAF") == Points{bad, bad, bad});                    // overlong "/"
  CHECK(decodeAll("\xF0\x80\x80\xAF") == Points{bad, bad, bad, bad});           // overlong "/"
  CHECK(decodeAll("\xED\xA0\x80") == Points{bad, bad, bad});                    // surrogate
  CHECK(decodeAll("\xF4\x90\x80\x80") == Points{bad, bad, bad, bad});           // beyond U+10FFFF
  CHECK(decodeAll("\xF8\x88\x80\x80\x80") == Points{bad, bad, bad, bad, bad});  // five bytes were never legal
  CHECK(decodeAll("\xFF\xFE") == Points{bad, bad});
}

TEST_CASE("any bytes decode either to a shortest form or to one U+FFFD a byte", "[strings]") {
  Random random(2);
  for (int i = 0; i < 3000; ++i) {
    // Mostly high bytes: low ones alone would rarely make a sequence.
    std::string bytes = random.bytes(1 + random.below(12));
    for (char& c : bytes) c = random.below(4) == 0 ? c : static_cast<char>(c | 0x80);
    for (size_t at = 0; at < bytes.size();) {
      const size_t start = at;
      const char32_t c = nextCodePoint(bytes, at);
      REQUIRE(at > start);
      REQUIRE(at <= bytes.size());
      const std::string_view taken = std::string_view(bytes).substr(start, at - start);
      const bool replaced = c == 0xFFFD && taken.size() == 1;
      REQUIRE((replaced || taken == encoded(c)));
    }
  }
}

TEST_CASE("a JSON string escapes quotes, backslashes and control characters", "[strings]") {
  CHECK(jsonString("") == "\"\"");
  CHECK(jsonString("say \"a\\b\"") == R"("say \"a\\b\"")");
  CHECK(jsonString("a\nb\tc") == R"("a\u000Ab\u0009c")");
  CHECK(jsonString(std::string_view("\0\x1F", 2)) == R"("\u0000\u001F")");
  CHECK(jsonString("é 中 😀 عربي") == "\"é 中 😀 عربي\"");
}

TEST_CASE("a JSON string is added to what stands before it", "[strings]") {
  std::string out = "{\"a\":";
  appendJsonString(out, "b");
  CHECK(out == "{\"a\":\"b\"");
}

TEST_CASE("a JSON string of bad UTF-8 is valid and holds U+FFFD in its place", "[strings]") {
  CHECK(jsonString("a\xFFz") == "\"a" + kReplacement + "z\"");
  CHECK(jsonString("\xED\xA0\x80") == "\"" + kReplacement + kReplacement + kReplacement + "\"");
  CHECK(jsonString("\xC3") == "\"" + kReplacement + "\"");
  CHECK(jsonString(kReplacement) == "\"" + kReplacement + "\"");
}

TEST_CASE("a JSON parser reads back any bytes as the text that nextCodePoint sees", "[strings]") {
  Random random(3);
  for (int i = 0; i < 1000; ++i) {
    const std::string bytes = random.bytes(random.below(30));
    std::string seen;
    for (const char32_t c : decodeAll(bytes)) appendUtf8(seen, c);
    const auto parsed = nlohmann::json::parse(jsonString(bytes), nullptr, false);
    REQUIRE(parsed.is_string());
    REQUIRE(parsed.get<std::string>() == seen);
  }
}

}  // namespace wsis::test
