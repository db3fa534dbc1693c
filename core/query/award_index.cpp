#include "core/query/award_index.h"

#include <algorithm>

#include "core/base/strings.h"

namespace wsis {
namespace {

constexpr size_t index(Facet facet) { return static_cast<size_t>(facet); }

// The words by which an action line is found: "C7 e-health Applications: e-health".
std::string wordsOf(const ActionLine& line) {
  const std::string& code = line.parent.empty() ? line.id : line.parent;
  return code + " " + line.name.text + " " + line.shortName.text;
}

}  // namespace

AwardIndex::AwardIndex(const Dataset& data, const AwardTable& table) : data_(data), table_(table) {
  std::array<bool, 65536> seen{};
  for (const uint16_t year : table.years) seen[year] = true;
  for (const Contest& contest : table.contests) seen[static_cast<size_t>(contest.year)] = true;
  std::vector<uint8_t> valueOfYear(65536, AwardTable::kNone);
  for (size_t year = 1; year < seen.size() && values_[index(Facet::kYear)].size() < AwardTable::kNone; ++year) {
    if (!seen[year]) continue;
    valueOfYear[year] = static_cast<uint8_t>(values_[index(Facet::kYear)].size());
    values_[index(Facet::kYear)].push_back(std::to_string(year));
  }
  yearValue_ = std::move(valueOfYear);
  for (const ActionLine& line : data.lines) values_[index(Facet::kLine)].push_back(line.id);
  for (const Country& country : table.countries) values_[index(Facet::kCountry)].push_back(country.id);
  for (const Region& region : table.regions) values_[index(Facet::kRegion)].push_back(region.id);
  for (int i = 0; i + 1 < kAwardStatusCount; ++i) {
    values_[index(Facet::kStatus)].emplace_back(nameOf(static_cast<AwardStatus>(i)));
  }
  for (const Goal& goal : data.goals) values_[index(Facet::kGoal)].push_back(std::to_string(goal.number));
  for (int i = 0; i + 1 < kAwardConfidenceCount; ++i) {
    values_[index(Facet::kConfidence)].emplace_back(nameOf(static_cast<AwardConfidence>(i)));
  }
  values_[index(Facet::kOrigin)] = {"published", "local"};
  for (const Target& target : data.targets) values_[index(Facet::kTarget)].push_back(target.id);
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (static_cast<Facet>(f) == Facet::kTarget) continue;
    bits_[f].assign(values_[f].size(), Bitset(table.size()));
  }
  for (const ActionLine& line : data.lines) lineWords_.push_back(words_.termsOf(wordsOf(line)));
  for (const Country& country : table.countries) countryWords_.push_back(words_.termsOf(country.name.text));
}

void AwardIndex::addRecord(uint32_t number) {
  const size_t n = number;
  const uint8_t year = yearValue_[table_.years[n]];
  const uint8_t line = table_.lines[n];
  const uint8_t country = table_.countryOf[n];
  if (year != AwardTable::kNone) bitset(Facet::kYear, year).set(n);
  if (line != AwardTable::kNone) bitset(Facet::kLine, line).set(n);
  if (country != AwardTable::kNone) {
    bitset(Facet::kCountry, country).set(n);
    const int region = table_.countries[country].region;
    if (region >= 0) bitset(Facet::kRegion, static_cast<size_t>(region)).set(n);
  }
  if (table_.statuses[n] + 1 < kAwardStatusCount) bitset(Facet::kStatus, table_.statuses[n]).set(n);
  if (table_.confidences[n] + 1 < kAwardConfidenceCount) bitset(Facet::kConfidence, table_.confidences[n]).set(n);
  bitset(Facet::kOrigin, table_.isLocal(n) ? 1 : 0).set(n);
  for (size_t g = 0; table_.goals[n] != 0 && g < data_.goals.size(); ++g) {
    if ((table_.goals[n] >> data_.goals[g].number) & 1) bitset(Facet::kGoal, g).set(n);
  }
  words_.add(number, table_.project(n), true);
  words_.add(number, table_.organisation(n), false);
  words_.add(number, table_.description(n), false);
  if (line != AwardTable::kNone) words_.addTerms(number, lineWords_[line]);
  if (country != AwardTable::kNone) words_.addTerms(number, countryWords_[country]);
  if (table_.years[n] > 0) words_.add(number, std::to_string(table_.years[n]), false);
}

// A goal is met by what the project states and by what the matrix says of its action line.
void AwardIndex::deriveGoals() {
  for (const Link& link : data_.links) {
    bitset(Facet::kGoal, static_cast<size_t>(link.goal)) |= bitset(Facet::kLine, static_cast<size_t>(link.line));
  }
}

bool AwardIndex::build(size_t records) {
  if (complete_) return true;
  const size_t until = std::min(table_.size(), built_ + records);
  for (; built_ < until; ++built_) addRecord(static_cast<uint32_t>(built_));
  if (built_ < table_.size()) return false;
  // A word costs about as much as a tenth of a record.
  if (!words_.finishStep(static_cast<uint32_t>(table_.size()), std::max<size_t>(records, 1) * 10)) return false;
  deriveGoals();
  complete_ = true;
  return true;
}

float AwardIndex::progress() const {
  constexpr float kReading = 0.9F;  // the rest goes to sorting the words
  if (complete_ || table_.size() == 0) return complete_ ? 1 : kReading;
  return kReading * static_cast<float>(built_) / static_cast<float>(table_.size());
}

int AwardIndex::findValue(Facet facet, std::string_view id) const {
  const std::vector<std::string>& all = values(facet);
  const auto found = std::find(all.begin(), all.end(), id);
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

// Whether a facet narrows at all; if so, `out` has the records of its chosen values.
bool AwardIndex::passes(const std::array<std::vector<int>, kFacetCount>& chosen, Facet facet, Bitset& out) const {
  const std::vector<int>& wanted = chosen[index(facet)];
  if (wanted.empty()) return false;
  out = Bitset(table_.size());
  for (const int value : wanted) {
    const auto v = static_cast<size_t>(value);
    if (facet != Facet::kTarget) {
      out |= bits_[index(facet)][v];
      continue;
    }
    for (const Link& link : data_.links) {
      if (std::find(link.targets.begin(), link.targets.end(), value) != link.targets.end()) {
        out |= bits_[index(Facet::kLine)][static_cast<size_t>(link.line)];
      }
    }
  }
  return true;
}

std::vector<uint32_t> AwardIndex::count(Facet facet, const Bitset& base, size_t members) const {
  const std::vector<Bitset>& sets = bits_[index(facet)];
  std::vector<uint32_t> out(sets.size(), 0);
  const std::vector<uint8_t>* column = facet == Facet::kLine         ? &table_.lines
                                       : facet == Facet::kCountry    ? &table_.countryOf
                                       : facet == Facet::kStatus     ? &table_.statuses
                                       : facet == Facet::kConfidence ? &table_.confidences
                                                                     : nullptr;
  // Few records: walking them costs less than walking the sets of every value.
  if (column != nullptr && members * 2 < sets.size() * base.words()) {
    for (size_t w = 0; w < base.words(); ++w) {
      forEachBit(base.word(w), w * 64, [&](size_t n) {
        const uint8_t value = (*column)[n];
        if (value < out.size()) ++out[value];
      });
    }
    return out;
  }
  for (size_t v = 0; v < sets.size(); ++v) out[v] = static_cast<uint32_t>(base.countCommon(sets[v]));
  return out;
}

AwardAnswer AwardIndex::ask(const AwardRequest& request) const {
  AwardAnswer answer;
  answer.words = readQuery(request.words);
  answer.search = words_.search(answer.words);
  for (const std::string& other : request.otherWords) {
    // As whole words only: "ai" must not bring "aid".
    std::vector<QueryWord> words = readQuery(other);
    for (QueryWord& word : words) word.prefix = false;
    const SearchHits found = words_.search(words);
    if (found.fuzzyWords.empty() && !words.empty()) answer.search.hits |= found.hits;
  }
  const Bitset& found = answer.search.hits;

  std::array<Bitset, kFacetCount> passed;
  std::array<bool, kFacetCount> narrows{};
  for (size_t f = 0; f < kFacetCount; ++f) narrows[f] = passes(request.chosen, static_cast<Facet>(f), passed[f]);
  answer.hits = found;
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (narrows[f]) answer.hits &= passed[f];
  }
  answer.total = answer.hits.count();
  for (size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<Facet>(f);
    if (facet == Facet::kTarget) continue;
    if (!narrows[f]) {
      answer.counts[f] = count(facet, answer.hits, answer.total);
      continue;
    }
    Bitset others = found;
    for (size_t g = 0; g < kFacetCount; ++g) {
      if (g != f && narrows[g]) others &= passed[g];
    }
    answer.counts[f] = count(facet, others, others.count());
  }
  return answer;
}

const std::vector<uint32_t>& AwardIndex::order(AwardSort sort) const {
  std::vector<uint32_t>& out = orders_[static_cast<size_t>(sort)];
  if (out.size() == table_.size()) return out;
  out.resize(table_.size());
  for (uint32_t i = 0; i < out.size(); ++i) out[i] = i;
  if (sort == AwardSort::kNewest || sort == AwardSort::kOldest) {
    const bool newest = sort == AwardSort::kNewest;
    std::stable_sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) {
      const uint16_t ya = table_.years[a], yb = table_.years[b];
      if (!newest && (ya == 0 || yb == 0)) return yb == 0 && ya != 0;  // an unknown year comes last
      return newest ? ya > yb : ya < yb;
    });
  } else if (sort == AwardSort::kName) {
    std::vector<std::string> keys(out.size());
    for (size_t i = 0; i < keys.size(); ++i) keys[i] = foldPhrase(table_.project(i));
    std::stable_sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
  }
  return out;
}

size_t AwardIndex::bytes() const {
  size_t out = words_.bytes() + yearValue_.size();
  for (const auto& sets : bits_) {
    for (const Bitset& set : sets) out += set.bytes();
  }
  for (const auto& order : orders_) out += order.capacity() * sizeof(uint32_t);
  return out;
}

AwardList::AwardList(const AwardIndex* index, const AwardAnswer* answer, AwardSort sort)
    : index_(index), answer_(answer), sort_(sort) {
  // Without words every award is equally relevant.
  if (sort_ == AwardSort::kRelevance && answer->words.empty()) sort_ = AwardSort::kNewest;
  score_ = sort_ == AwardSort::kRelevance ? answer->search.bestScore() : 0;
}

void AwardList::extend(size_t until) {
  until = std::min(until, size());
  const Bitset& hits = answer_->hits;
  if (sort_ == AwardSort::kRelevance) {
    while (made_.size() < until) {
      if (cursor_ == hits.words()) {
        if (score_ == 0) return;
        --score_;
        cursor_ = 0;
        continue;
      }
      const uint64_t scored = answer_->search.withScore(cursor_, score_) & hits.word(cursor_);
      forEachBit(scored, cursor_ * 64, [&](size_t n) { made_.push_back(static_cast<uint32_t>(n)); });
      ++cursor_;
    }
    return;
  }
  const std::vector<uint32_t>& order = index_->order(sort_);
  for (; made_.size() < until && cursor_ < order.size(); ++cursor_) {
    if (hits.test(order[cursor_])) made_.push_back(order[cursor_]);
  }
}

uint32_t AwardList::at(size_t place) {
  if (place >= made_.size()) extend(place + 64);
  return made_[place];
}

size_t AwardList::placeOf(uint32_t record, size_t most) {
  extend(most);
  const auto found = std::find(made_.begin(), made_.end(), record);
  return found == made_.end() ? size() : static_cast<size_t>(found - made_.begin());
}

}  // namespace wsis
