#include "core/data/local_file.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/award_support.h"
#include "tests/core/random_support.h"

namespace wsis {
namespace {

struct Read {
  std::vector<Award> awards;
  Faults faults;
  size_t leftOut = 0;
};

Read read(std::string_view text, std::string_view name = "projects.csv", const std::vector<size_t>& cuts = {}) {
  const test::RealAwards& real = test::realAwards();
  Read out;
  LocalFileReader reader(std::string(name), real.data, real.base.table,
                         [&](const Award& award) { out.awards.push_back(award); });
  size_t at = 0;
  for (const size_t cut : cuts) {
    reader.feed(text.substr(at, cut - at));
    at = cut;
  }
  reader.feed(text.substr(at));
  reader.finish();
  out.faults = reader.faults();
  out.leftOut = reader.leftOut();
  return out;
}

std::string summary(const Read& read) {
  std::string out = std::to_string(read.leftOut) + "\n";
  for (const Award& a : read.awards) {
    out += a.id + "|" + a.project + "|" + a.organisation + "|" + std::to_string(a.line) + "|" + std::to_string(a.year) +
           "|" + std::to_string(a.goals) + "|" + std::to_string(a.country) + "|" + a.description.text + "\n";
  }
  for (const Fault& fault : read.faults) out += describeFault(fault) + "\n";
  return out;
}

constexpr std::string_view kCsv =
    "\xEF\xBB\xBFTitle;Organization;Country;Date;Action line;SDGs;Description;Budget\r\n"
    "\"Solar; schools\";Ministry \"A\";Kenya;2024-05-01;AL C7: E-learning;SDG 4, SDG 7;\"Two\nlines with "
    "\"\"quotes\"\"\";9\r\n"
    ";No name;KEN;2020;C5;;;\r\n"
    "Café numérique;;XXX;next year;C12;3;;\r\n";

constexpr std::string_view kJson =
    "{\"version\": 1, \"awards\": [\n{\"project\": \"A \\\"quoted\\\" {name}\", \"line\": \"C5\", \"goals\": [9, "
    "42]},\n"
    "{\"organisation\": \"nameless\"},\n{\"project\": \"B\", \"year\": 2021, \"description\": \"plain\"}\n]}";

}  // namespace

TEST_CASE("A CSV file as spreadsheets save it is read, and its faults are named", "[local]") {
  const Read csv = read(kCsv);
  REQUIRE(csv.awards.size() == 2);
  const test::RealAwards& real = test::realAwards();
  const Award& first = csv.awards[0];
  CHECK(first.project == "Solar; schools");
  CHECK(first.organisation == "Ministry \"A\"");
  CHECK(real.base.table.countries[static_cast<size_t>(first.country)].id == "KEN");
  CHECK(first.year == 2024);
  CHECK(real.data.lines[static_cast<size_t>(first.line)].id == "C7-elea");
  CHECK(first.goals == ((1U << 4) | (1U << 7)));
  CHECK(first.description.text == "Two\nlines with \"quotes\"");
  CHECK(first.local);
  CHECK(csv.awards[1].line == -1);
  CHECK(csv.leftOut == 1);
  const std::string faults = summary(csv);
  CHECK(faults.find("line 1: the column \"Budget\" was not used") != faults.npos);
  CHECK(faults.find("line 4, /project: is missing") != faults.npos);
  CHECK(faults.find("line 5, /country: \"XXX\"") != faults.npos);
  CHECK(faults.find("line 5, /year: \"next year\"") != faults.npos);
  CHECK(faults.find("line 5, /line: \"C12\"") != faults.npos);
}

TEST_CASE("JSON comes as a list, as {\"awards\": …} or as one object a line", "[local]") {
  const Read object = read(kJson, "a.json");
  REQUIRE(object.awards.size() == 2);
  CHECK(object.awards[0].project == "A \"quoted\" {name}");
  CHECK(object.awards[1].description.text == "plain");
  CHECK(object.leftOut == 1);
  CHECK(summary(object).find("line 3, /1/project: is missing") != std::string::npos);
  CHECK(summary(object).find("/0/goals/1: must be a whole number from 1 to 17") != std::string::npos);
  CHECK(read("[{\"project\":\"A\"},{\"project\":\"B\"}]", "a.json").awards.size() == 2);
  CHECK(read("{\"project\":\"A\"}\n{\"project\":\"B\"}\n{\"project\":\"C\"}\n", "a.jsonl").awards.size() == 3);
}

TEST_CASE("Where a file is cut into pieces makes no difference", "[local]") {
  test::Random random(20261125);
  for (const std::string_view text : {kCsv, kJson}) {
    const std::string whole = summary(read(text));
    for (int round = 0; round < 300; ++round) {
      std::vector<size_t> cuts;
      for (int i = 0; i < 4; ++i) cuts.push_back(static_cast<size_t>(random.below(static_cast<int>(text.size()))));
      std::sort(cuts.begin(), cuts.end());
      CHECK(summary(read(text, "projects.csv", cuts)) == whole);
    }
  }
}

TEST_CASE("Hostile and broken files give one clear fault, and what is right still loads", "[local]") {
  CHECK(summary(read("")).find("the file is empty") != std::string::npos);
  CHECK(summary(read("\xEF\xBB\xBF")).find("the file is empty") != std::string::npos);
  CHECK(summary(read(std::string_view("\xFF\xFEt\0i\0", 6))).find("UTF-16") != std::string::npos);
  CHECK(summary(read("a,b\n1,2\n")).find("no column is called") != std::string::npos);
  const Read open = read("project\ngood\n\"never closed\nmore");
  CHECK(open.awards.front().project == "good");
  CHECK(summary(open).find("never closed;") != std::string::npos);
  const Read cut = read("[{\"project\":\"A\"},{\"project\":\"B", "a.json");
  CHECK(cut.awards.size() == 1);
  CHECK(summary(cut).find("cut off") != std::string::npos);
  CHECK(summary(read(std::string(100000, '['), "a.json")).find("nested too deeply") != std::string::npos);
  CHECK(read("[{\"project\":\"\\ud800\"}]", "a.json").leftOut == 1);
  CHECK(
      read("[{\"project\":[1]},{\"project\":\"ok\",\"line\":5,\"sources\":7,\"goals\":{}}]", "a.json").awards.size() <=
      1);
  CHECK(read(std::string_view("project\nA\0B\xC3(\n", 14)).awards.front().project.find("A B") == 0);
  CHECK(read("project\n" + std::string(3 << 20, 'x')).awards.front().project.size() == CsvReader::kLongestField);
}

TEST_CASE("A local id never hides a published award", "[local]") {
  const std::string id(test::realAwards().base.table.id(0));
  const Read json = read("[{\"project\":\"A\",\"id\":\"" + id + "\"},{\"project\":\"B\"}]", "a.json");
  CHECK(json.awards[0].id == "local:" + id);
  CHECK(json.awards[1].id == "local-2");
}

}  // namespace wsis
