#include "tests/core/award_support.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/data/award_reader.h"
#include "tests/core/test_support.h"

namespace wsis::test {
namespace {

using Json = nlohmann::json;

constexpr int kFirstYear = 2012;
constexpr int kLastYear = 2026;

Json parsed(const std::string& path) { return Json::parse(readFile(path)); }

bool hasFile(const std::string& path) { return std::ifstream(std::string(WSIS_SOURCE_FOLDER) + "/" + path).good(); }

// Puts translated texts in the place of English ones, record by record.
void translate(Json& records, const Json& translations, std::string_view code,
               std::initializer_list<const char*> fields) {
  std::map<std::string, Json> byId;
  for (const Json& entry : translations) byId[entry["id"].get<std::string>()] = entry;
  for (Json& record : records) {
    const auto found = byId.find(record["id"].get<std::string>());
    if (found == byId.end()) continue;
    for (const char* field : fields) {
      if (found->second.contains(field) && record.contains(field) && !record[field].contains(code)) {
        record[field] = Json{{std::string(code), found->second[field]}};
      }
    }
  }
}

}  // namespace

const RealAwards& realAwards(Language language) {
  static std::map<Language, RealAwards> cache;
  if (const auto found = cache.find(language); found != cache.end()) return found->second;
  RealAwards& out = cache[language];
  const std::string code(info(language).code);
  const bool translated = language != Language::kEnglish;

  DatasetBuilder builder(language);
  for (const char* name : {"version", "sources", "goals", "targets", "links"}) {
    const std::string file = std::string(name) + ".json";
    builder.read(readFile("assets/data/" + file), file);
  }
  Json lines = parsed("assets/data/action_lines.json");
  if (translated) {
    translate(lines["lines"], parsed("assets/data/translations/" + code + ".json")["lines"], code,
              {"name", "short", "about"});
  }
  builder.read(lines.dump(), "action_lines.json");
  out.data = builder.finish();

  AwardReader reader(out.data);
  for (const char* name : {"countries", "contests"}) {
    const std::string file = std::string(name) + ".json";
    reader.read(readFile("assets/data/" + file), file);
  }
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    const std::string file = std::to_string(year) + ".json";
    Json awards = parsed("assets/data/awards/" + file);
    const std::string translations = "assets/data/translations/awards/" + code + ".json";
    if (hasFile(translations)) translate(awards["awards"], parsed(translations)["awards"], code, {"description"});
    reader.read(awards.dump(), file);
  }
  out.base.table = reader.finish();
  out.faults = reader.faults();
  out.base.index = std::make_unique<AwardIndex>(out.data, out.base.table);
  out.base.index->buildAll();
  out.base.topics = std::make_shared<TopicIndex>(
      out.data, readAliases(readFile("assets/data/aliases/" + code + ".json"), code + ".json", out.data, out.faults));
  return out;
}

}  // namespace wsis::test
