// Full-text search over numbered documents: words to documents, with beginnings of words and near misses. Postings are
// compressed (variable-length differences); words that many documents hold are bitsets.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/bitset.h"
#include "core/query/words.h"

namespace wsis {

/// One word of a query, and what it may match.
struct QueryWord {
  std::string letters;                  ///< Folded.
  std::vector<std::string> alternates;  ///< Also good as whole words: without the article, without a plural's s.
  bool prefix = true;                   ///< Beginnings of words match.
  size_t begin = 0, end = 0;            ///< Bytes of the query that it stands for.
};

/// The words of a query. Whole numbers and pairs match only themselves.
std::vector<QueryWord> readQuery(std::string_view query);

/// How many edits (insert, delete, replace, swap neighbours) a word may be away: 0, 1 from 4 letters, 2 from 8.
int allowedEdits(std::string_view letters);

/// Documents that match a query, each with a score: the sum over the query's words of 3 for the whole word in the
/// title, 2 for the whole word elsewhere or a beginning in the title, 1 for a beginning elsewhere or a near miss in the
/// title.
class SearchHits {
 public:
  SearchHits() = default;
  SearchHits(size_t documents, bool all) : hits(documents, all) {}

  Bitset hits;
  int bestScore() const { return (1 << planes.size()) - 1; }
  /// The 64 documents of a word that have exactly this score.
  uint64_t withScore(size_t word, int score) const {
    uint64_t bits = hits.word(word);
    for (size_t p = 0; p < planes.size(); ++p) {
      const uint64_t plane = planes[p].word(word);
      bits &= (score >> p) & 1 ? plane : ~plane;
    }
    return bits;
  }

  std::vector<Bitset> planes;           ///< The scores, bit by bit: plane p holds bit p of every score.
  std::vector<std::string> fuzzyWords;  ///< Words of the query that only near misses matched.
  std::string nearest;  ///< Where nothing matched: the query with the nearest known words; may be empty.
};

class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  /// Adds words of a document. Documents come in ascending order, each one's title first.
  void add(uint32_t document, std::string_view text, bool title);

  /// Before finish(): the numbers of a text's words, for texts that many documents share, and adding them to a document
  /// (not as title).
  std::vector<uint32_t> termsOf(std::string_view text);
  void addTerms(uint32_t document, const std::vector<uint32_t>& terms);

  /// Sorts the words; searching is possible from then on.
  void finish(uint32_t documents);
  /// The same in steps of about `terms` words each. True when it is done.
  bool finishStep(uint32_t documents, size_t terms);

  /// The documents that hold every word of the query. An empty query matches all.
  SearchHits search(const std::vector<QueryWord>& query) const;

  size_t terms() const;
  size_t bytes() const;

 private:
  struct Store;
  std::unique_ptr<Store> store_;
};

/// Where words of `query` stand in `text`, as byte ranges in order. `fuzzy` are the query's words that match near
/// misses.
struct MarkedRange {
  size_t begin = 0;
  size_t end = 0;
  bool operator==(const MarkedRange&) const = default;
};
std::vector<MarkedRange> markMatches(std::string_view text, const std::vector<QueryWord>& query,
                                     const std::vector<std::string>& fuzzy);

}  // namespace wsis
