// Awards found by any combination of facets and words. One bitset a facet value; counts are those that the other
// facets leave, so that a person sees what a further choice would give.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/awards.h"
#include "core/data/dataset.h"
#include "core/data/facet.h"
#include "core/query/search_index.h"

namespace wsis {

struct AwardRequest {
  std::array<std::vector<int>, kFacetCount> chosen;  ///< Values by index; several of one facet widen, facets narrow.
  std::string words;
  /// Other words that mean the same (see aliases): awards that hold one of them count as found too.
  std::vector<std::string> otherWords;
};

struct AwardAnswer {
  Bitset hits;
  size_t total = 0;
  std::array<std::vector<uint32_t>, kFacetCount> counts;  ///< By value; those of kTarget are not made.
  std::vector<QueryWord> words;
  SearchHits search;
};

class AwardIndex {
 public:
  /// Both must outlive the index; the table must not grow any more.
  AwardIndex(const Dataset& data, const AwardTable& table);

  /// Goes on building with about `records` more records. True when it is complete; nothing else may be asked before.
  bool build(size_t records);
  /// The same at once.
  void buildAll() {
    while (!build(table_.size())) {
    }
  }
  /// Between 0 and 1.
  float progress() const;

  const std::vector<std::string>& values(Facet facet) const { return values_[static_cast<size_t>(facet)]; }
  /// Index of a value, -1 where there is none.
  int findValue(Facet facet, std::string_view id) const;

  AwardAnswer ask(const AwardRequest& request) const;

  const AwardTable& table() const { return table_; }
  /// Record numbers in an order that does not depend on a query.
  const std::vector<uint32_t>& order(AwardSort sort) const;
  size_t bytes() const;
  size_t terms() const { return words_.terms(); }

 private:
  Bitset& bitset(Facet facet, size_t value) { return bits_[static_cast<size_t>(facet)][value]; }
  void addRecord(uint32_t number);
  void deriveGoals();
  bool passes(const std::array<std::vector<int>, kFacetCount>& chosen, Facet facet, Bitset& out) const;
  std::vector<uint32_t> count(Facet facet, const Bitset& base, size_t members) const;

  const Dataset& data_;
  const AwardTable& table_;
  std::array<std::vector<std::string>, kFacetCount> values_;
  std::array<std::vector<Bitset>, kFacetCount> bits_;
  std::vector<uint8_t> yearValue_;
  SearchIndex words_;
  std::vector<std::vector<uint32_t>> lineWords_, countryWords_;
  size_t built_ = 0;
  bool complete_ = false;
  mutable std::array<std::vector<uint32_t>, 4> orders_;
};

/// The awards of an answer in order, made only as far as they are looked at.
class AwardList {
 public:
  AwardList() = default;
  AwardList(const AwardIndex* index, const AwardAnswer* answer, AwardSort sort);

  size_t size() const { return answer_ == nullptr ? 0 : answer_->total; }
  /// The record number at a place of the list.
  uint32_t at(size_t place);
  /// The place of a record, or size() where it is not among the first `most`.
  size_t placeOf(uint32_t record, size_t most);

 private:
  void extend(size_t until);

  const AwardIndex* index_ = nullptr;
  const AwardAnswer* answer_ = nullptr;
  AwardSort sort_ = AwardSort::kNewest;
  std::vector<uint32_t> made_;
  int score_ = 0;
  size_t cursor_ = 0;
};

}  // namespace wsis
