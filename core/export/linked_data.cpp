#include "core/export/linked_data.h"

#include <nlohmann/json.hpp>

namespace wsis {
namespace {

using Json = nlohmann::ordered_json;

Json thing(const char* type) { return Json{{"@context", "https://schema.org"}, {"@type", type}}; }

void put(Json& to, const char* key, std::string_view text) {
  if (!text.empty()) to[key] = text;
}

// With the "<" escaped: the text stands inside a <script> of the page.
std::string written(const Json& json) {
  std::string safe;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string datasetLinkedData(const Dataset& data, const Catalog& catalog, const std::string& root) {
  Json json = thing("Dataset");
  put(json, "name", catalog.text("site.title"));
  put(json, "description", catalog.text("site.tagline") + " " + catalog.text("about.matrix"));
  put(json, "inLanguage", info(catalog.language()).tag);
  put(json, "version", data.version);
  put(json, "dateModified", data.version);
  // The project's own texts, and those of the goals and targets (NOTICE).
  json["license"] = {"https://www.apache.org/licenses/LICENSE-2.0", "https://opensource.org/license/mit"};
  for (const Source& source : data.sources) {
    if (source.kind == "matrix" || source.kind == "goals") json["isBasedOn"].push_back(source.url);
  }
  json["distribution"] = {{"@type", "DataDownload"},
                          {"encodingFormat", "application/json"},
                          {"contentUrl", root + "data/" + std::string(info(catalog.language()).code) + ".json"}};
  return written(json);
}

std::string workLinkedData(const Catalog& catalog, const std::string& name, const std::string& about) {
  Json json = thing("CreativeWork");
  put(json, "name", name);
  put(json, "description", about);
  put(json, "inLanguage", info(catalog.language()).tag);
  json["isPartOf"] = {{"@type", "CreativeWork"}, {"name", catalog.text("site.title")}};
  return written(json);
}

std::string awardLinkedData(const Catalog& catalog, const AwardBase& base, uint32_t record) {
  const Award award = base.table.at(record);
  Json json = thing("CreativeWork");
  put(json, "name", awardTitle(catalog, base.table, record));
  put(json, "description", award.description.text);
  // A nomination is no award that was given.
  if (award.status == AwardStatus::kWinner || award.status == AwardStatus::kChampion) {
    json["award"] = "WSIS Prizes" + (award.year > 0 ? " " + std::to_string(award.year) : "") + ": " +
                    statusName(catalog, award.status);
  }
  if (!award.organisation.empty()) json["creator"] = {{"@type", "Organization"}, {"name", award.organisation}};
  if (award.country >= 0) {
    const Country& country = base.table.countries[static_cast<size_t>(award.country)];
    json["countryOfOrigin"] = {{"@type", "Country"}, {"name", country.name.text}};
  }
  put(json, "url", award.url);
  if (!award.sources.empty()) json["isBasedOn"] = award.sources;
  return written(json);
}

}  // namespace wsis
