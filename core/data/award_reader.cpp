#include "core/data/award_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/base/strings.h"

namespace wsis {

using Json = nlohmann::json;

struct AwardReader::Pending {
  struct Record {
    Json json;
    Origin origin;
  };

  explicit Pending(const Dataset& dataset) : data(dataset) {}

  FieldReader reader(const Record& record) { return FieldReader(record.json, record.origin, data.language, faults); }
  void addRegion(const Record& record, std::vector<Region>& to);
  void addCountry(const Record& record);
  void addContest(const Record& record);

  const Dataset& data;
  AwardTable table;
  Faults faults;
  std::vector<Record> awards, countries, regions, unRegions, contests;
};

namespace {

bool isWebAddress(std::string_view url) { return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://"; }

std::string webAddress(FieldReader& fields, std::string_view key) {
  std::string url = fields.optionalString(key);
  if (url.empty() || isWebAddress(url)) return url;
  fields.report(key, "must begin with http:// or https://");
  return {};
}

std::optional<Figure> readFigure(FieldReader& fields, const std::string& key) {
  if (!fields.has(key)) return std::nullopt;
  Figure figure;
  figure.value = fields.number(key, 0, 100'000'000);
  const std::string qualifier = fields.optionalString(key + "_is");
  if (qualifier == "at_least") {
    figure.qualifier = Figure::Qualifier::kAtLeast;
  } else if (qualifier == "more_than") {
    figure.qualifier = Figure::Qualifier::kMoreThan;
  } else if (qualifier == "about") {
    figure.qualifier = Figure::Qualifier::kAbout;
  } else if (qualifier == "almost") {
    figure.qualifier = Figure::Qualifier::kAlmost;
  }
  return figure;
}

}  // namespace

std::optional<Award> readAward(FieldReader& fields, const Dataset& data, const AwardTable& table, bool local) {
  Award award;
  award.local = local;
  award.id = local ? fields.optionalString("id") : fields.string("id");
  award.project = local ? fields.string("project") : fields.optionalString("project");
  award.organisation = fields.optionalString("organisation");
  if (fields.has("year")) {
    const int year = fields.number("year", 1990, 2100);
    award.year = year;
  } else if (!local) {
    fields.refuse("year", "is missing");
  }
  if (const std::string line = fields.optionalString("line"); !line.empty()) {
    award.line = data.findLine(line);
    if (award.line < 0) fields.report("line", "the action line \"" + line + "\" does not exist; C1 … C11, C7-egov …");
  }
  if (const std::string basis = fields.optionalString("line_basis"); !basis.empty()) {
    award.lineBasis = lineBasisFromName(basis).value_or(LineBasis::kUnknown);
  }
  if (const std::string country = fields.optionalString("country"); !country.empty()) {
    award.country = table.findCountry(country);
    if (award.country < 0)
      fields.report("country", "the country \"" + country + "\" is no ISO 3166 code of three letters");
  }
  if (const std::string status = fields.optionalString("status"); !status.empty()) {
    const auto value = awardStatusFromName(status);
    if (!value)
      fields.report("status",
                    "\"" + status + "\" is none of winner, champion, awarded, special, finalist, listed, nominee");
    award.status = value.value_or(AwardStatus::kUnknown);
  }
  if (const std::string confidence = fields.optionalString("confidence"); !confidence.empty()) {
    award.confidence = awardConfidenceFromName(confidence).value_or(AwardConfidence::kUnknown);
  }
  award.description = fields.optionalText("description");
  award.describesTitleOnly = fields.optionalString("description_basis") == "title";
  for (const int goal : fields.numbers("goals", 1, 17)) award.goals |= 1U << goal;
  award.goalsComplete = !fields.has("goals_complete") || fields.flag("goals_complete");
  award.url = webAddress(fields, "url");
  award.page = webAddress(fields, "page");
  for (std::string& source : fields.strings("sources")) {
    if (isWebAddress(source)) {
      award.sources.push_back(std::move(source));
    } else {
      fields.report("sources", "\"" + source + "\" must begin with http:// or https://");
    }
  }
  award.notes = fields.strings("notes");
  if (!local && award.sources.empty()) fields.refuse("sources", "an award needs a source");
  if (!fields.ok()) return std::nullopt;
  return award;
}

AwardReader::AwardReader(const Dataset& data) : pending_(std::make_unique<Pending>(data)) {}
AwardReader::~AwardReader() = default;
const Faults& AwardReader::faults() const { return pending_->faults; }

void AwardReader::read(std::string_view json, std::string_view file) {
  Pending& p = *pending_;
  readRecords(
      json, file,
      [&p](std::string_view collection, const Json& record, const Origin& origin) {
        if (origin.pointer == pointerTo("", collection)) return;  // no element of a list
        std::vector<Pending::Record>* to = collection == "awards"       ? &p.awards
                                           : collection == "countries"  ? &p.countries
                                           : collection == "regions"    ? &p.regions
                                           : collection == "un_regions" ? &p.unRegions
                                           : collection == "contests"   ? &p.contests
                                                                        : nullptr;
        if (to != nullptr) to->push_back({record, origin});
      },
      p.faults);
}

void AwardReader::Pending::addRegion(const Record& record, std::vector<Region>& to) {
  FieldReader fields = reader(record);
  Region region{fields.string("id"), fields.text("name")};
  if (fields.ok()) to.push_back(std::move(region));
}

void AwardReader::Pending::addCountry(const Record& record) {
  FieldReader fields = reader(record);
  Country country;
  country.id = fields.string("id");
  country.name = fields.text("name");
  country.region = table.findRegion(fields.optionalString("region"));
  const std::string unRegion = fields.optionalString("un_region");
  for (size_t i = 0; i < table.unRegions.size(); ++i) {
    if (table.unRegions[i].id == unRegion) country.unRegion = static_cast<int>(i);
  }
  const std::vector<int> tile = fields.numbers("tile", 0, 30);
  if (tile.size() == 2) {
    country.tileX = tile[0];
    country.tileY = tile[1];
  }
  if (fields.ok() && table.findCountry(country.id) >= 0) fields.refuse("id", "\"" + country.id + "\" stands twice");
  if (fields.ok() && table.countries.size() >= AwardTable::kNone) fields.refuse("", "there are too many countries");
  if (fields.ok()) table.countries.push_back(std::move(country));
}

void AwardReader::Pending::addContest(const Record& record) {
  FieldReader fields = reader(record);
  Contest contest;
  contest.year = fields.number("year", 2000, 2100);
  contest.submitted = readFigure(fields, "submitted");
  contest.nominated = readFigure(fields, "nominated");
  contest.votes = readFigure(fields, "votes");
  contest.winners = readFigure(fields, "winners");
  contest.champions = readFigure(fields, "champions");
  contest.sources = fields.strings("sources");
  if (fields.ok()) table.contests.push_back(std::move(contest));
}

AwardTable AwardReader::finish() {
  Pending& p = *pending_;
  for (const auto& record : p.regions) p.addRegion(record, p.table.regions);
  for (const auto& record : p.unRegions) p.addRegion(record, p.table.unRegions);
  for (const auto& record : p.countries) p.addCountry(record);
  for (const auto& record : p.contests) p.addContest(record);
  std::sort(p.table.contests.begin(), p.table.contests.end(),
            [](const Contest& a, const Contest& b) { return a.year < b.year; });
  std::vector<Award> awards;
  std::unordered_set<std::string> ids;
  for (const auto& record : p.awards) {
    FieldReader fields = p.reader(record);
    std::optional<Award> award = readAward(fields, p.data, p.table, false);
    if (!award) continue;
    if (!ids.insert(award->id).second) {
      fields.report("id", "\"" + award->id + "\" stands twice; the second was left out");
      continue;
    }
    awards.push_back(std::move(*award));
  }
  // The table's own order is what a list shows: newest first, then as far as they came, by line.
  std::stable_sort(awards.begin(), awards.end(), [](const Award& a, const Award& b) {
    if (a.year != b.year) return a.year > b.year;
    if (a.status != b.status) return a.status < b.status;
    return (a.line < 0 ? 99 : a.line) < (b.line < 0 ? 99 : b.line);
  });
  for (const Award& award : awards) p.table.add(award);
  return std::move(p.table);
}

}  // namespace wsis
