#include "core/views/awards_view.h"

#include <algorithm>
#include <cmath>

#include "core/base/strings.h"
#include "core/views/names.h"

namespace wsis {
namespace {

constexpr size_t index(Facet facet) { return static_cast<size_t>(facet); }

// "set?year=2015,2016": the command that chooses a value as well, or lets go of it.
std::string toggleCommand(const ViewState& state, Facet facet, const std::string& value) {
  std::vector<std::string> chosen = state.chosen(facet);
  const auto at = std::find(chosen.begin(), chosen.end(), value);
  if (at == chosen.end()) {
    chosen.push_back(value);
  } else {
    chosen.erase(at);
  }
  return "set?" + std::string(parameterOf(facet)) + "=" + urlEncode(join(chosen, ","));
}

class AwardsWriter {
 public:
  AwardsWriter(const Dataset& data, const ViewState& state, const Catalog& catalog, const AwardsContext& context)
      : data_(data), state_(state), catalog_(catalog), context_(context) {}

  AwardsView describe() {
    AwardsView view;
    view.title = catalog_.text("awards.title");
    view.coverage = catalog_.text("awards.coverage");
    view.searchLabel = catalog_.text("awards.search");
    view.words = state_.words;
    view.facetsTitle = catalog_.text("awards.filters");
    view.mapTitle = catalog_.text("awards.map");
    view.listTitle = catalog_.text("awards.list");
    view.loaded = context_.base != nullptr;
    if (!view.loaded) {
      view.status = catalog_.text("awards.loading");
      return view;
    }
    const auto all = static_cast<int>(context_.base->table.size());
    view.total = context_.answer->total;
    view.status = catalog_.plural("awards.count", static_cast<int>(view.total),
                                  {{"all", formatNumber(catalog_.language(), all)}});
    addFacets(view);
    addMap(view);
    addSorts(view);
    addChips(view);
    addTopics(view);
    addCards(view);
    if (view.total == 0) addEmpty(view);
    return view;
  }

 private:
  const AwardBase& base() const { return *context_.base; }

  LocalText nameOfValue(Facet facet, size_t value) const {
    return facetValueName(data_, catalog_, base(), facet, value);
  }

  FacetChoice choice(Facet facet, size_t value) const {
    const std::string& id = base().index->values(facet)[value];
    const std::vector<std::string>& chosen = state_.chosen(facet);
    const LocalText name = nameOfValue(facet, value);
    FacetChoice out;
    out.key = "facet-" + std::string(parameterOf(facet)) + "-" + id;
    out.text = name.text;
    out.language = name.language;
    out.count = context_.answer->counts[index(facet)][value];
    out.chosen = std::find(chosen.begin(), chosen.end(), id) != chosen.end();
    out.command = toggleCommand(state_, facet, id);
    out.label = catalog_.plural("awards.choice", static_cast<int>(out.count), {{"name", name.text}});
    if (facet == Facet::kGoal) out.goal = data_.goals[value].number;
    return out;
  }

  FacetGroup group(Facet facet) const {
    FacetGroup out;
    out.facet = facet;
    const std::string name(parameterOf(facet));
    out.key = "facet-" + name;
    out.title = catalog_.text("facet." + name);
    for (size_t v = 0; v < base().index->values(facet).size(); ++v) {
      FacetChoice entry = choice(facet, v);
      if (entry.count > 0 || entry.chosen) out.choices.push_back(std::move(entry));
    }
    if (!state_.chosen(facet).empty()) out.clearCommand = "set?" + name + "=";
    return out;
  }

  void addFacets(AwardsView& view) const {
    for (const Facet facet : {Facet::kOrigin, Facet::kStatus, Facet::kLine, Facet::kGoal, Facet::kRegion,
                              Facet::kCountry, Facet::kConfidence}) {
      if (facet == Facet::kOrigin && base().table.localCount() == 0) continue;
      FacetGroup facetGroup = group(facet);
      if (facet == Facet::kGoal) facetGroup.note = catalog_.text("awards.derived");
      if (facet == Facet::kCountry) {
        std::vector<std::pair<std::string, FacetChoice>> named;
        for (FacetChoice& entry : facetGroup.choices) named.emplace_back(foldPhrase(entry.text), std::move(entry));
        std::stable_sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (size_t i = 0; i < named.size(); ++i) facetGroup.choices[i] = std::move(named[i].second);
      }
      view.facets.push_back(std::move(facetGroup));
    }
    view.years.facet = Facet::kYear;
    view.years.key = "facet-year";
    view.years.title = catalog_.text("facet.year");
    for (size_t v = 0; v < base().index->values(Facet::kYear).size(); ++v) {
      view.years.choices.push_back(choice(Facet::kYear, v));
    }
    if (!state_.chosen(Facet::kYear).empty()) view.years.clearCommand = "set?year=";
  }

  // A square a country, in the block of its region: no borders, and no country larger than another.
  void addMap(AwardsView& view) const {
    const AwardTable& table = base().table;
    for (size_t r = 0; r < table.regions.size(); ++r) {
      MapBlock block;
      block.region = choice(Facet::kRegion, r);
      block.id = table.regions[r].id;
      for (size_t c = 0; c < table.countries.size(); ++c) {
        const Country& country = table.countries[c];
        if (country.region != static_cast<int>(r)) continue;
        MapTile tile{choice(Facet::kCountry, c), country.id, country.tileX, country.tileY};
        tile.choice.key = "map-" + country.id;
        block.columns = std::max(block.columns, tile.x + 1);
        block.rows = std::max(block.rows, tile.y + 1);
        block.tiles.push_back(std::move(tile));
      }
      block.region.key = "map-" + block.id;
      view.map.push_back(std::move(block));
    }
  }

  void addSorts(AwardsView& view) const {
    view.sortLabel = catalog_.text("sort.label");
    const auto add = [&](const char* name, AwardSort sort) {
      FacetChoice entry;
      entry.key = std::string("awardsort-") + name;
      entry.text = catalog_.text(std::string("awardsort.") + name);
      entry.command = std::string("set?sort=") + name;
      entry.chosen = state_.awardSort == sort;
      view.sorts.push_back(std::move(entry));
    };
    add("relevance", AwardSort::kRelevance);
    add("newest", AwardSort::kNewest);
    add("oldest", AwardSort::kOldest);
    add("name", AwardSort::kName);
  }

  AwardChip dropChip(const std::string& key, const std::string& text, std::string command) const {
    return {key, text, catalog_.text("awards.drop", {{"name", text}}), std::move(command)};
  }

  void addChips(AwardsView& view) const {
    if (!state_.words.empty()) {
      view.chips.push_back(dropChip("chip-words", catalog_.text("awards.words", {{"words", state_.words}}), "set?q="));
    }
    std::string all = "set?q=";
    for (size_t f = 0; f < kFacetCount; ++f) {
      const auto facet = static_cast<Facet>(f);
      const std::string parameter(parameterOf(facet));
      if (!state_.facets[f].empty()) all += "&" + parameter + "=";
      for (const std::string& id : state_.facets[f]) {
        const int value = base().index->findValue(facet, id);
        const std::string name = value < 0 ? id : nameOfValue(facet, static_cast<size_t>(value)).text;
        view.chips.push_back(dropChip("chip-" + parameter + "-" + id, name, toggleCommand(state_, facet, id)));
      }
    }
    addComparisons(view);
    if (view.chips.size() > 1) {
      const std::string text = catalog_.text("awards.clearAll");
      view.chips.push_back({"chip-all", text, text, all});
    }
  }

  // Two chosen values of one facet can stand side by side.
  void addComparisons(AwardsView& view) const {
    for (size_t f = 0; f < kFacetCount; ++f) {
      const auto facet = static_cast<Facet>(f);
      const std::string parameter(parameterOf(facet));
      if (facet == Facet::kTarget || state_.facets[f].size() < 2 || state_.compare == parameter) continue;
      std::vector<std::string> names;
      for (size_t i = 0; i < 2; ++i) {
        const int value = base().index->findValue(facet, state_.facets[f][i]);
        if (value >= 0) names.push_back(nameOfValue(facet, static_cast<size_t>(value)).text);
      }
      if (names.size() < 2) continue;
      const std::string text = catalog_.text("compare.offer", {{"a", names[0]}, {"b", names[1]}});
      view.offers.push_back({"compare-" + parameter, text, text, "set?award=&compare=" + parameter});
    }
  }

  void addTopics(AwardsView& view) const {
    constexpr size_t kMost = 4;
    view.topicsTitle = catalog_.text("awards.topics");
    for (const Topic& topic : base().topics->find(state_.words, kMost)) {
      const auto i = static_cast<size_t>(topic.index);
      AwardChip chip;
      switch (topic.kind) {
        case Topic::Kind::kLine:
          chip = {"topic-" + data_.lines[i].id, lineTitle(data_.lines[i]), "",
                  "open?view=matrix&line=" + data_.lines[i].id};
          break;
        case Topic::Kind::kGoal: {
          const std::string number = std::to_string(data_.goals[i].number);
          chip = {"topic-goal-" + number, goalTitle(catalog_, data_.goals[i]), "", "open?view=matrix&goal=" + number};
          break;
        }
        case Topic::Kind::kTarget:
          chip = {"topic-" + data_.targets[i].id, catalog_.text("target.code", {{"id", data_.targets[i].id}}), "",
                  "open?view=matrix&target=" + data_.targets[i].id};
          break;
      }
      if (!topic.because.empty()) {
        chip.text = catalog_.text("awards.topicBecause", {{"topic", chip.text}, {"words", topic.because}});
      }
      view.topics.push_back(std::move(chip));
    }
  }

  void addCards(AwardsView& view) const {
    const size_t shown = std::min(context_.listed, view.total);
    for (size_t i = 0; i < shown; ++i) {
      view.cards.push_back(describeAwardCard(data_, state_, catalog_, base(), *context_.answer, context_.list->at(i)));
    }
    if (shown < view.total) {
      view.moreText =
          catalog_.text("awards.more", {{"shown", formatNumber(catalog_.language(), static_cast<int>(shown))},
                                        {"all", formatNumber(catalog_.language(), static_cast<int>(view.total))}});
      view.moreCommand = "more";
    }
  }

  void addEmpty(AwardsView& view) const {
    view.emptyText = catalog_.text("awards.empty");
    if (const std::string& near = context_.answer->search.nearest; !near.empty()) {
      const std::string text = catalog_.text("awards.nearest", {{"words", near}});
      view.emptyOffers.push_back({"offer-nearest", text, text, "set?q=" + urlEncode(near)});
    }
    for (const AwardChip& chip : view.chips) {
      const std::string text = chip.key == "chip-all" ? chip.text : chip.label;
      view.emptyOffers.push_back({"offer-" + chip.key, text, text, chip.command});
    }
  }

  const Dataset& data_;
  const ViewState& state_;
  const Catalog& catalog_;
  const AwardsContext& context_;
};

}  // namespace

float yearShare(const FacetGroup& years, const FacetChoice& year) {
  uint32_t most = 1;
  for (const FacetChoice& choice : years.choices) most = std::max(most, choice.count);
  return std::sqrt(static_cast<float>(year.count) / static_cast<float>(most));
}

std::string statusName(const Catalog& catalog, AwardStatus status) {
  return status == AwardStatus::kUnknown ? std::string() : catalog.text("status." + std::string(nameOf(status)));
}

LocalText facetValueName(const Dataset& data, const Catalog& catalog, const AwardBase& base, Facet facet,
                         size_t value) {
  const std::string& id = base.index->values(facet)[value];
  switch (facet) {
    case Facet::kLine: {
      const ActionLine& line = data.lines[value];
      return {lineTitle(line), line.shortName.language};
    }
    case Facet::kCountry:
      return base.table.countries[value].name;
    case Facet::kRegion:
      return base.table.regions[value].name;
    case Facet::kGoal:
      return {goalTitle(catalog, data.goals[value]), data.goals[value].shortName.language};
    case Facet::kStatus:
      return {statusName(catalog, static_cast<AwardStatus>(value)), catalog.language()};
    case Facet::kConfidence:
      return {catalog.text("confidence." + id), catalog.language()};
    case Facet::kOrigin:
      return {catalog.text("origin." + id), catalog.language()};
    case Facet::kTarget:
      return {catalog.text("target.code", {{"id", id}}), catalog.language()};
    case Facet::kYear:
      break;
  }
  return {id, catalog.language()};
}

std::string awardTitle(const Catalog& catalog, const AwardTable& table, size_t record) {
  if (const std::string_view name = table.project(record); !name.empty()) return std::string(name);
  std::string who(table.organisation(record));
  if (who.empty() && table.countryOf[record] != AwardTable::kNone) {
    who = table.countries[table.countryOf[record]].name.text;
  }
  return who.empty() ? catalog.text("award.unnamed") : catalog.text("award.unnamedOf", {{"who", who}});
}

AwardRequest awardRequest(const AwardBase& base, const ViewState& state) {
  AwardRequest request;
  request.words = state.words;
  request.otherWords = base.topics->otherWords(state.words);
  for (size_t f = 0; f < kFacetCount; ++f) {
    for (const std::string& id : state.facets[f]) {
      const int value = base.index->findValue(static_cast<Facet>(f), id);
      if (value >= 0) request.chosen[f].push_back(value);
    }
  }
  return request;
}

AwardCard describeAwardCard(const Dataset& data, const ViewState& state, const Catalog& catalog, const AwardBase& base,
                            const AwardAnswer& answer, uint32_t record) {
  const Award award = base.table.at(record);
  const auto marked = [&](const std::string& text) {
    return MarkedText{text, markMatches(text, answer.words, answer.search.fuzzyWords)};
  };
  AwardCard card;
  card.key = "award-" + award.id;
  card.project = marked(awardTitle(catalog, base.table, record));
  card.organisation = marked(award.organisation);
  card.description = marked(award.description.text);
  card.descriptionLanguage = award.description.language;
  card.statusKind = award.status;
  card.status = statusName(catalog, award.status);
  card.local = award.local;
  if (award.local) {
    card.status = card.status.empty() ? catalog.text("origin.local")
                                      : catalog.text("awards.localStatus", {{"status", card.status}});
  }
  std::vector<std::string> meta;
  if (award.year > 0) meta.push_back(std::to_string(award.year));
  if (award.line >= 0) meta.push_back(lineCode(data.lines[static_cast<size_t>(award.line)]));
  if (award.country >= 0) meta.push_back(base.table.countries[static_cast<size_t>(award.country)].name.text);
  card.meta = join(meta, " · ");
  card.command = "set?award=" + urlEncode(award.id);
  card.selected = state.award == award.id;
  return card;
}

AwardsView describeAwards(const Dataset& data, const ViewState& state, const Catalog& catalog,
                          const AwardsContext& context) {
  return AwardsWriter(data, state, catalog, context).describe();
}

}  // namespace wsis
