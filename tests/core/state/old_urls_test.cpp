// Old addresses go on working: old_urls.txt lists them with their states.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/base/strings.h"
#include "core/state/url_codec.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

struct OldUrl {
  int line = 0;
  std::string url;
  std::string state;
};

std::vector<OldUrl> oldUrls() {
  const std::string text = readFile("tests/core/state/old_urls.txt");
  std::vector<OldUrl> out;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const size_t tab = line.find('\t');
    INFO("old_urls.txt, line " << number);
    REQUIRE(tab != line.npos);
    out.push_back({number, std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
  }
  return out;
}

}  // namespace

TEST_CASE("every address that was given out goes on giving its state", "[old_urls]") {
  const std::vector<OldUrl> urls = oldUrls();
  CHECK(urls.size() >= 80);
  for (const OldUrl& old : urls) {
    INFO("old_urls.txt, line " << old.line << ": " << old.url);
    const ViewState state = decodeQuery(realData(), old.url).state;
    const std::string all = encodeAll(state);
    const std::vector<std::string_view> now = split(all, '&');
    // A parameter that came later may stand in the full form too, so each old one is looked for by itself.
    for (const std::string_view pair : split(old.state, '&')) {
      CAPTURE(pair);
      CHECK(std::find(now.begin(), now.end(), pair) != now.end());
    }
    const DecodedState written = decodeQuery(realData(), old.state);
    CHECK(written.state == state);
    CHECK(written.dropped.empty());
  }
}

}  // namespace wsis::test
