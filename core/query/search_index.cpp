#include "core/query/search_index.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/strings.h"
#include "core/query/edit_distance.h"
#include "core/query/postings.h"

namespace wsis {
namespace {

// What one word of a query matched: `all` its documents, `atLeast[n]` those of level n + 1 or better.
struct Levels {
  explicit Levels(size_t documents)
      : all(documents), atLeast{Bitset(documents), Bitset(documents), Bitset(documents)} {}

  void add(uint32_t document, int level) {
    all.set(document);
    for (int n = 0; n < level; ++n) atLeast[static_cast<size_t>(n)].set(document);
  }

  Bitset all;
  std::array<Bitset, 3> atLeast;
};

struct LevelPair {
  int title;
  int elsewhere;
};
constexpr LevelPair kWhole{3, 2};
constexpr LevelPair kBeginning{2, 1};
constexpr LevelPair kNearMiss{1, 0};

size_t hashOf(std::string_view text) {
  uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return static_cast<size_t>(hash ^ (hash >> 32));
}

bool isNumber(std::string_view letters) { return !letters.empty() && letters[0] >= '0' && letters[0] <= '9'; }

}  // namespace

struct SearchIndex::Store {
  struct Term {
    uint32_t text = 0;  // offset in `letters`
    uint8_t size = 0;
    PostingPool::List list;
    int dense = -1;  // index in `dense`
  };
  struct Dense {
    Bitset all, title;
  };

  std::string letters;
  std::vector<Term> terms;
  std::vector<uint32_t> table = std::vector<uint32_t>(1024, 0);  // open addressing, index + 1
  PostingPool postings;
  std::vector<Dense> dense;
  std::map<std::string, Dense, std::less<>> firstLetters;  // beginnings of one letter that many documents have
  uint32_t documents = 0;

  // Finishing takes a while with many words: it goes in steps.
  enum class Finishing { kBucket, kSort, kPlace, kDense, kLetters, kDone };
  Finishing finishing = Finishing::kBucket;
  std::vector<size_t> buckets;  // where the words of each pair of first bytes end
  size_t bucket = 0, densest = 0, initial = 0;

  void sortIntoBuckets() {
    const auto bucketOf = [&](const Term& term) {
      const std::string_view text = textOf(term);
      const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
      return static_cast<size_t>(byte(0) << 8 | byte(1));
    };
    buckets.assign(65536, 0);
    for (const Term& term : terms) ++buckets[bucketOf(term)];
    std::vector<size_t> next(buckets.size(), 0);
    size_t sum = 0;
    for (size_t i = 0; i < buckets.size(); ++i) {
      next[i] = sum;
      sum += buckets[i];
      buckets[i] = sum;
    }
    std::vector<Term> sorted(terms.size());
    for (const Term& term : terms) sorted[next[bucketOf(term)]++] = term;
    terms = std::move(sorted);
  }

  size_t sortBucket(size_t index) {
    const size_t begin = index == 0 ? 0 : buckets[index - 1];
    const auto at = [&](size_t place) { return terms.begin() + static_cast<std::ptrdiff_t>(place); };
    std::sort(at(begin), at(buckets[index]), [&](const Term& a, const Term& b) { return textOf(a) < textOf(b); });
    return buckets[index] - begin;
  }

  // Side by side in memory as in the alphabet: a walk through the dictionary is a walk through memory.
  void placeSideBySide() {
    std::string sorted;
    sorted.reserve(letters.size());
    for (Term& term : terms) {
      const auto at = static_cast<uint32_t>(sorted.size());
      sorted += textOf(term);
      term.text = at;
    }
    letters = std::move(sorted);
    std::fill(table.begin(), table.end(), 0);
    for (uint32_t i = 1; i <= terms.size(); ++i) place(i);
  }

  // A bitset takes documents / 8 bytes; a list at least a byte a document.
  void makeDense(Term& term) {
    if (term.list.count < std::max<uint32_t>(documents / 24, 64)) return;
    Dense made{Bitset(documents), Bitset(documents)};
    postings.forEach(term.list, [&](uint32_t document, bool title) {
      made.all.set(document);
      if (title) made.title.set(document);
    });
    term.dense = static_cast<int>(dense.size());
    dense.push_back(std::move(made));
  }

  // The first keystroke reaches most documents: their union is made beforehand. Gives the words passed.
  size_t makeFirstLetter() {
    size_t bytes = 0;
    const std::string_view text = textOf(terms[initial]);
    nextCodePoint(text, bytes);
    const std::string_view first = text.substr(0, bytes);
    const size_t end = endOf(initial, first);
    uint64_t sum = 0;
    for (size_t i = initial; i < end; ++i) sum += terms[i].list.count;
    if (documents >= 4096 && sum > documents / 8) {
      Levels levels(documents);
      for (size_t i = initial; i < end; ++i) match(terms[i], {1, 0}, levels);
      firstLetters.emplace(std::string(first), Dense{std::move(levels.all), std::move(levels.atLeast[0])});
    }
    const size_t passed = end - initial;
    initial = end;
    return passed;
  }

  std::string_view textOf(const Term& term) const { return std::string_view(letters).substr(term.text, term.size); }

  uint32_t find(std::string_view text) const {
    for (size_t at = hashOf(text) & (table.size() - 1);; at = (at + 1) & (table.size() - 1)) {
      if (table[at] == 0) return 0;
      if (textOf(terms[table[at] - 1]) == text) return table[at];
    }
  }

  Term& termFor(std::string_view text) {
    const uint32_t known = find(text);
    if (known != 0) return terms[known - 1];
    if ((terms.size() + 1) * 2 > table.size()) grow();
    terms.push_back({static_cast<uint32_t>(letters.size()), static_cast<uint8_t>(text.size()), {}, -1});
    letters += text;
    place(static_cast<uint32_t>(terms.size()));
    return terms.back();
  }

  void place(uint32_t entry) {
    size_t at = hashOf(textOf(terms[entry - 1])) & (table.size() - 1);
    while (table[at] != 0) at = (at + 1) & (table.size() - 1);
    table[at] = entry;
  }

  void grow() {
    table.assign(table.size() * 2, 0);
    for (uint32_t i = 1; i <= terms.size(); ++i) place(i);
  }

  // Whether a word stands before all words that begin with `prefix` (-1), begins with it (0), or stands behind them
  // (1).
  int compare(size_t term, std::string_view prefix) const {
    return textOf(terms[term]).substr(0, prefix.size()).compare(prefix);
  }

  // The terms that begin with `prefix`. Once finished, terms stand in the order of their letters.
  std::pair<size_t, size_t> range(std::string_view prefix) const {
    size_t low = 0;
    for (size_t size = terms.size(); size > 0;) {
      const size_t half = size / 2;
      if (compare(low + half, prefix) < 0) {
        low += half + 1;
        size -= half + 1;
      } else {
        size = half;
      }
    }
    return {low, endOf(low, prefix)};
  }

  // The first term from `first` on that does not begin with `prefix`; near `first` more often than not.
  size_t endOf(size_t first, std::string_view prefix) const {
    size_t low = first, step = 1;
    while (low + step < terms.size() && compare(low + step, prefix) == 0) {
      low += step;
      step *= 2;
    }
    size_t high = std::min(low + step, terms.size());
    if (low >= terms.size() || compare(low, prefix) != 0) return low;
    while (low + 1 < high) {
      const size_t middle = low + (high - low) / 2;
      (compare(middle, prefix) == 0 ? low : high) = middle;
    }
    return low + 1;
  }

  static void match(const Dense& many, LevelPair level, Levels& into) {
    into.all |= many.all;
    for (int n = 0; n < level.elsewhere; ++n) into.atLeast[static_cast<size_t>(n)] |= many.all;
    for (int n = level.elsewhere; n < level.title; ++n) into.atLeast[static_cast<size_t>(n)] |= many.title;
  }

  void match(const Term& term, LevelPair level, Levels& into) const {
    if (term.dense >= 0) return match(dense[static_cast<size_t>(term.dense)], level, into);
    postings.forEach(term.list,
                     [&](uint32_t document, bool title) { into.add(document, title ? level.title : level.elsewhere); });
  }

  void matchWhole(std::string_view letters_, Levels& into) const {
    if (const uint32_t entry = find(letters_); entry != 0) match(terms[entry - 1], kWhole, into);
  }

  void matchKnown(const QueryWord& word, Levels& into) const {
    if (const auto first = firstLetters.find(word.letters); word.prefix && first != firstLetters.end()) {
      match(first->second, kBeginning, into);
    } else if (word.prefix) {
      const auto [low, high] = range(word.letters);
      for (size_t i = low; i < high; ++i) match(terms[i], kBeginning, into);
    }
    matchWhole(word.letters, into);
    for (const std::string& alternate : word.alternates) matchWhole(alternate, into);
  }

  // Calls near(place, distance) for words within `edits`, also for those that only begin so.
  template <typename Near>
  void forEachNear(std::string_view word, int edits, bool beginnings, Near&& near) const {
    EditDistance walk(word, edits);
    std::string_view before;
    std::vector<size_t> ends;  // bytes up to each letter pushed
    for (size_t i = 0; i < terms.size();) {
      const std::string_view text = textOf(terms[i]);
      size_t common = 0;
      while (common < text.size() && common < before.size() && text[common] == before[common]) ++common;
      while (!ends.empty() && ends.back() > common) ends.pop_back();
      size_t at = ends.empty() ? 0 : ends.back();
      bool skipped = false;
      int best = edits + 1;
      if (beginnings) {
        for (size_t d = 0; d <= ends.size(); ++d) best = std::min(best, walk.distance(d));
      }
      while (at < text.size()) {
        const char32_t letter = nextCodePoint(text, at);
        const bool possible = walk.push(ends.size(), letter);
        ends.push_back(at);
        if (beginnings) best = std::min(best, walk.distance(ends.size()));
        if (!possible && best > edits) {
          // No word with this beginning is near: go on behind them all.
          i = endOf(i, text.substr(0, at));
          skipped = true;
          break;
        }
        if (!possible) break;
      }
      before = text.substr(0, ends.empty() ? 0 : ends.back());
      if (skipped) continue;
      if (at >= text.size()) best = std::min(best, walk.distance(ends.size()));
      if (best <= edits) near(i, best);
      ++i;
    }
  }

  bool matchNear(const QueryWord& word, Levels& into) const {
    const int edits = allowedEdits(word.letters);
    if (edits == 0) return false;
    bool found = false;
    forEachNear(word.letters, edits, word.prefix, [&](size_t place, int) {
      match(terms[place], kNearMiss, into);
      found = true;
    });
    return found;
  }

  // The known word nearest to one that matches nothing; the more documents hold it the better.
  std::string nearest(const QueryWord& word) const {
    const int edits = allowedEdits(word.letters) + 1;
    std::string best;
    uint64_t bestRank = ~uint64_t{0};
    if (codePoints(word.letters).size() < 3) return best;
    forEachNear(word.letters, edits, false, [&](size_t place, int distance) {
      const uint64_t rank = static_cast<uint64_t>(distance) * documents + (documents - terms[place].list.count);
      if (rank < bestRank) {
        bestRank = rank;
        best = textOf(terms[place]);
      }
    });
    return best;
  }
};

SearchIndex::SearchIndex() : store_(std::make_unique<Store>()) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

void SearchIndex::add(uint32_t document, std::string_view text, bool title) {
  readWords(text, [&](const Word& word) {
    if (word.letters.size() < 255) {
      Store::Term& term = store_->termFor(word.letters);
      store_->postings.add(term.list, document, title);
    }
  });
}

std::vector<uint32_t> SearchIndex::termsOf(std::string_view text) {
  std::vector<uint32_t> out;
  readWords(text, [&](const Word& word) {
    if (word.letters.size() < 255)
      out.push_back(static_cast<uint32_t>(&store_->termFor(word.letters) - store_->terms.data()));
  });
  return out;
}

void SearchIndex::addTerms(uint32_t document, const std::vector<uint32_t>& terms) {
  for (const uint32_t term : terms) store_->postings.add(store_->terms[term].list, document, false);
}

void SearchIndex::finish(uint32_t documents) {
  while (!finishStep(documents, ~size_t{0})) {
  }
}

bool SearchIndex::finishStep(uint32_t documents, size_t terms) {
  Store& s = *store_;
  s.documents = documents;
  switch (s.finishing) {
    case Store::Finishing::kBucket:
      s.sortIntoBuckets();
      s.finishing = Store::Finishing::kSort;
      return false;
    case Store::Finishing::kSort:
      for (size_t done = 0; done < terms && s.bucket < s.buckets.size(); ++s.bucket) done += s.sortBucket(s.bucket);
      if (s.bucket == s.buckets.size()) s.finishing = Store::Finishing::kPlace;
      return false;
    case Store::Finishing::kPlace:
      s.placeSideBySide();
      s.finishing = Store::Finishing::kDense;
      return false;
    case Store::Finishing::kDense:
      for (size_t done = 0; done < terms && s.densest < s.terms.size(); ++done) s.makeDense(s.terms[s.densest++]);
      if (s.densest == s.terms.size()) s.finishing = Store::Finishing::kLetters;
      return false;
    case Store::Finishing::kLetters:
      for (size_t done = 0; done < terms && s.initial < s.terms.size();) done += s.makeFirstLetter();
      if (s.initial < s.terms.size()) return false;
      s.finishing = Store::Finishing::kDone;
      return true;
    case Store::Finishing::kDone:
      return true;
  }
  return true;
}

SearchHits SearchIndex::search(const std::vector<QueryWord>& query) const {
  const Store& s = *store_;
  SearchHits result(s.documents, true);
  if (query.empty()) return result;
  std::vector<Levels> matched;
  bool missing = false;
  for (const QueryWord& word : query) {
    Levels& levels = matched.emplace_back(s.documents);
    s.matchKnown(word, levels);
    if (levels.all.any()) continue;
    if (s.matchNear(word, levels)) {
      result.fuzzyWords.push_back(word.letters);
    } else {
      missing = true;
    }
  }
  for (const Levels& levels : matched) result.hits &= levels.all;
  if (!result.hits.any() && !missing && query.size() > 1) {
    // Each word is known, but never together: one of them may be a slip for another.
    result.hits.fill(true);
    for (size_t i = 0; i < query.size(); ++i) {
      const auto known = std::find(result.fuzzyWords.begin(), result.fuzzyWords.end(), query[i].letters);
      if (known == result.fuzzyWords.end() && s.matchNear(query[i], matched[i])) {
        result.fuzzyWords.push_back(query[i].letters);
      }
      result.hits &= matched[i].all;
    }
  }
  if (!result.hits.any()) {
    for (size_t i = 0; i < query.size(); ++i) {
      if (!result.nearest.empty()) result.nearest += ' ';
      const bool known = matched[i].all.any();
      const std::string near = known ? query[i].letters : s.nearest(query[i]);
      if (!near.empty()) result.nearest += near;
    }
    while (!result.nearest.empty() && result.nearest.back() == ' ') result.nearest.pop_back();
    if (!missing) result.nearest.clear();
    return result;
  }
  // Adds up the levels (0 … 3 a word) of all documents at once, bit by bit.
  size_t planes = 2;
  while ((1U << planes) <= 3 * query.size()) ++planes;
  result.planes.assign(planes, Bitset(s.documents));
  for (const Levels& levels : matched) {
    for (size_t w = 0; w < result.hits.words(); ++w) {
      const uint64_t one = levels.atLeast[0].word(w), two = levels.atLeast[1].word(w),
                     three = levels.atLeast[2].word(w);
      uint64_t add = (one & ~two) | three;
      uint64_t carry = 0;
      for (size_t p = 0; p < planes; ++p) {
        uint64_t& plane = result.planes[p].word(w);
        const uint64_t sum = plane ^ add ^ carry;
        carry = (plane & add) | (plane & carry) | (add & carry);
        plane = sum;
        add = p == 0 ? two : 0;
      }
    }
  }
  return result;
}

size_t SearchIndex::terms() const { return store_->terms.size(); }

size_t SearchIndex::bytes() const {
  const Store& s = *store_;
  size_t out =
      s.letters.capacity() + s.terms.capacity() * sizeof(Store::Term) + s.table.size() * 4 + s.postings.bytes();
  for (const Store::Dense& dense : s.dense) out += dense.all.bytes() + dense.title.bytes();
  for (const auto& [letter, dense] : s.firstLetters) out += dense.all.bytes() + dense.title.bytes();
  return out;
}

std::vector<QueryWord> readQuery(std::string_view query) {
  std::vector<QueryWord> out;
  constexpr size_t kMostWords = 12;
  readWords(query, [&](const Word& word) {
    if (word.alternate && !out.empty()) {
      // The lone last character of a Chinese run says nothing beside its pair.
      if (!word.pair) out.back().alternates.emplace_back(word.letters);
      return;
    }
    if (out.size() >= kMostWords) return;
    QueryWord entry;
    entry.letters = word.letters;
    entry.begin = word.begin;
    entry.end = word.end;
    entry.prefix = !isNumber(entry.letters) && (!word.pair || codePoints(entry.letters).size() == 1);
    if (entry.letters.size() > 3 && entry.letters.back() == 's' && (entry.letters[0] & 0x80) == 0) {
      entry.alternates.push_back(entry.letters.substr(0, entry.letters.size() - 1));
    }
    out.push_back(std::move(entry));
  });
  return out;
}

int allowedEdits(std::string_view letters) {
  if (isNumber(letters)) return 0;
  const size_t length = codePoints(letters).size();
  const bool paired = !letters.empty() && static_cast<unsigned char>(letters[0]) >= 0xE2;
  return paired || length < 4 ? 0 : length < 8 ? 1 : 2;
}

std::vector<MarkedRange> markMatches(std::string_view text, const std::vector<QueryWord>& query,
                                     const std::vector<std::string>& fuzzy) {
  std::vector<MarkedRange> out;
  if (query.empty()) return out;
  const auto matches = [&](std::string_view letters) {
    for (const QueryWord& word : query) {
      if (word.prefix ? letters.substr(0, word.letters.size()) == word.letters : letters == word.letters) return true;
      for (const std::string& alternate : word.alternates) {
        if (letters == alternate) return true;
      }
      if (std::find(fuzzy.begin(), fuzzy.end(), word.letters) == fuzzy.end()) continue;
      const int edits = allowedEdits(word.letters);
      if (editDistance(word.letters, letters, edits) <= edits) return true;
      if (word.prefix && editDistanceToBeginning(word.letters, letters, edits) <= edits) return true;
    }
    return false;
  };
  readWords(text, [&](const Word& word) {
    if (!matches(word.letters)) return;
    if (!out.empty() && word.begin < out.back().end) {
      out.back().end = std::max(out.back().end, word.end);
    } else {
      out.push_back({word.begin, word.end});
    }
  });
  return out;
}

}  // namespace wsis
