#include "tests/core/test_support.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <map>
#include <sstream>

namespace wsis::test {

std::string readFile(std::string_view path) {
  const std::string full = std::string(WSIS_SOURCE_FOLDER) + "/" + std::string(path);
  std::ifstream in(full, std::ios::binary);
  INFO("reading " << full);
  REQUIRE(in.good());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

namespace {

struct Loaded {
  Dataset data;
  Faults faults;
};

const Loaded& loaded(Language language) {
  static std::map<Language, Loaded> cache;
  const auto found = cache.find(language);
  if (found != cache.end()) return found->second;
  DatasetBuilder builder(language);
  for (const char* name : {"version", "sources", "goals", "targets", "action_lines", "links"}) {
    const std::string file = std::string(name) + ".json";
    builder.read(readFile("assets/data/" + file), file);
  }
  Dataset data = builder.finish();
  return cache.emplace(language, Loaded{std::move(data), builder.faults()}).first->second;
}

}  // namespace

const Dataset& realData(Language language) { return loaded(language).data; }
const Faults& realDataFaults(Language language) { return loaded(language).faults; }

const Catalog& realCatalog() {
  static const Catalog catalog = [] {
    Catalog read(Language::kEnglish);
    Faults faults;
    read.read(readFile("assets/i18n/en.json"), "en.json", faults);
    REQUIRE(faults.empty());
    return read;
  }();
  return catalog;
}

}  // namespace wsis::test
