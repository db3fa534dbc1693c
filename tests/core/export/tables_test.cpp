#include "core/export/tables.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/core/award_support.h"
#include "tests/core/test_support.h"

namespace wsis {

TEST_CASE("What a spreadsheet would run as a formula does not stay one") {
  CHECK(csvCell("=1+1") == "'=1+1");
  CHECK(csvCell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csvCell("-5") == "'-5");
  CHECK(csvCell("=\"a\",1") == "\"'=\"\"a\"\",1\"");
  CHECK(csvCell("C5, \"trust\"") == "\"C5, \"\"trust\"\"\"");
  CHECK(csvCell("two\nlines") == "\"two\nlines\"");
  CHECK(csvCell("plain") == "plain");
  CHECK(csvCell("").empty());
}

TEST_CASE("Links and projects as JSON say what the data say") {
  const auto& [data, base, faults] = test::realAwards();
  const nlohmann::json links = nlohmann::json::parse(linksJson(data));
  REQUIRE(links["links"].size() == data.links.size());
  CHECK(links["version"] == data.version);
  for (size_t i = 0; i < data.links.size(); ++i) {
    CHECK(links["links"][i]["targets"].size() == data.links[i].targets.size());
    CHECK(links["links"][i]["whole_goal"] == data.links[i].wholeGoal);
  }
  std::vector<uint32_t> all(base.table.size());
  for (uint32_t n = 0; n < all.size(); ++n) all[n] = n;
  const nlohmann::json projects = nlohmann::json::parse(projectsJson(data, base, all));
  REQUIRE(projects["awards"].size() == all.size());
  for (uint32_t n = 0; n < all.size(); ++n) {
    CHECK(projects["awards"][n]["id"] == base.table.id(n));
    CHECK(projects["awards"][n].value("organisation", "") == base.table.organisation(n));
  }
}

}  // namespace wsis
