#include "core/export/linked_data.h"

#include "core/base/strings.h"

namespace wsis {
namespace {

// Written with the "<" escaped: the text stands inside a <script> of the page.
class JsonWriter {
 public:
  JsonWriter& open(const char* type) {
    out_ += '{';
    first_ = true;
    return text("@type", type);
  }
  JsonWriter& close() {
    out_ += '}';
    first_ = false;
    return *this;
  }
  JsonWriter& name(const char* key) {
    if (!first_) out_ += ',';
    first_ = false;
    appendJsonString(out_, key);
    out_ += ':';
    return *this;
  }
  JsonWriter& text(const char* key, std::string_view value) {
    if (value.empty()) return *this;
    name(key);
    appendJsonString(out_, value);
    return *this;
  }
  JsonWriter& texts(const char* key, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    name(key);
    out_ += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      appendJsonString(out_, values[i]);
    }
    out_ += ']';
    return *this;
  }
  JsonWriter& context() { return text("@context", "https://schema.org"); }
  std::string take() const {
    std::string safe;
    for (const char c : out_) {
      if (c == '<') {
        safe += "\\u003c";
      } else {
        safe += c;
      }
    }
    return safe;
  }

 private:
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::string datasetLinkedData(const Dataset& data, const Catalog& catalog, const std::string& root) {
  JsonWriter json;
  json.open("Dataset").context();
  json.text("name", catalog.text("site.title"));
  json.text("description", catalog.text("site.tagline") + " " + catalog.text("about.matrix"));
  json.text("inLanguage", info(catalog.language()).tag);
  json.text("version", data.version).text("dateModified", data.version);
  json.text("license", "https://www.apache.org/licenses/LICENSE-2.0");
  std::vector<std::string> bases;
  for (const Source& source : data.sources) {
    if (source.kind == "matrix" || source.kind == "goals") bases.push_back(source.url);
  }
  json.texts("isBasedOn", bases);
  json.name("distribution").open("DataDownload").text("encodingFormat", "application/json");
  json.text("contentUrl", root + "data/" + std::string(info(catalog.language()).code) + ".json").close().close();
  return json.take();
}

std::string workLinkedData(const Catalog& catalog, const std::string& name, const std::string& about) {
  JsonWriter json;
  json.open("CreativeWork").context();
  json.text("name", name).text("description", about).text("inLanguage", info(catalog.language()).tag);
  json.name("isPartOf").open("CreativeWork").text("name", catalog.text("site.title")).close().close();
  return json.take();
}

std::string awardLinkedData(const Catalog& catalog, const AwardBase& base, uint32_t record) {
  const Award award = base.table.at(record);
  JsonWriter json;
  json.open("CreativeWork").context();
  json.text("name", awardTitle(catalog, base.table, record)).text("description", award.description.text);
  const std::string status = statusName(catalog, award.status);
  if (!status.empty()) {
    json.text("award", "WSIS Prizes" + (award.year > 0 ? " " + std::to_string(award.year) : "") + ": " + status);
  }
  if (!award.organisation.empty()) {
    json.name("creator").open("Organization").text("name", award.organisation).close();
  }
  if (award.country >= 0) {
    const Country& country = base.table.countries[static_cast<size_t>(award.country)];
    json.name("countryOfOrigin").open("Country").text("name", country.name.text).close();
  }
  json.text("url", award.url);
  json.texts("isBasedOn", award.sources);
  json.close();
  return json.take();
}

}  // namespace wsis
