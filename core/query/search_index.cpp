#include "core/query/search_index.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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
  std::vector<uint32_t> order;  // terms by their letters
  std::vector<Dense> dense;
  uint32_t documents = 0;

  std::string_view textOf(const Term& term) const { return std::string_view(letters).substr(term.text, term.size); }
  std::string_view sorted(size_t place) const { return textOf(terms[order[place]]); }

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

  // The places of the words in `order` that begin with `prefix`.
  std::pair<size_t, size_t> range(std::string_view prefix) const {
    const auto head = [&](uint32_t term) { return textOf(terms[term]).substr(0, prefix.size()); };
    const auto low = std::lower_bound(order.begin(), order.end(), prefix,
                                      [&](uint32_t term, std::string_view p) { return head(term) < p; });
    const auto high =
        std::upper_bound(low, order.end(), prefix, [&](std::string_view p, uint32_t term) { return p < head(term); });
    return {static_cast<size_t>(low - order.begin()), static_cast<size_t>(high - order.begin())};
  }

  void match(const Term& term, LevelPair level, Levels& into) const {
    if (term.dense >= 0) {
      const Dense& d = dense[static_cast<size_t>(term.dense)];
      into.all |= d.all;
      for (int n = 0; n < level.elsewhere; ++n) into.atLeast[static_cast<size_t>(n)] |= d.all;
      for (int n = level.elsewhere; n < level.title; ++n) into.atLeast[static_cast<size_t>(n)] |= d.title;
      return;
    }
    postings.forEach(term.list,
                     [&](uint32_t document, bool title) { into.add(document, title ? level.title : level.elsewhere); });
  }

  void matchWhole(std::string_view letters_, Levels& into) const {
    if (const uint32_t entry = find(letters_); entry != 0) match(terms[entry - 1], kWhole, into);
  }

  void matchKnown(const QueryWord& word, Levels& into) const {
    if (word.prefix) {
      const auto [low, high] = range(word.letters);
      for (size_t i = low; i < high; ++i) match(terms[order[i]], kBeginning, into);
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
    for (size_t i = 0; i < order.size();) {
      const std::string_view text = sorted(i);
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
          i = range(text.substr(0, at)).second;
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
      match(terms[order[place]], kNearMiss, into);
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
      const uint64_t rank = static_cast<uint64_t>(distance) * documents + (documents - terms[order[place]].list.count);
      if (rank < bestRank) {
        bestRank = rank;
        best = sorted(place);
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
  Store& s = *store_;
  s.documents = documents;
  s.order.resize(s.terms.size());
  for (uint32_t i = 0; i < s.order.size(); ++i) s.order[i] = i;
  std::sort(s.order.begin(), s.order.end(),
            [&](uint32_t a, uint32_t b) { return s.textOf(s.terms[a]) < s.textOf(s.terms[b]); });
  // A bitset takes documents / 8 bytes; a list at least a byte a document.
  const uint32_t limit = std::max<uint32_t>(documents / 24, 64);
  for (Store::Term& term : s.terms) {
    if (term.list.count < limit) continue;
    Store::Dense dense{Bitset(documents), Bitset(documents)};
    s.postings.forEach(term.list, [&](uint32_t document, bool title) {
      dense.all.set(document);
      if (title) dense.title.set(document);
    });
    term.dense = static_cast<int>(s.dense.size());
    s.dense.push_back(std::move(dense));
  }
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
  size_t out = s.letters.capacity() + s.terms.capacity() * sizeof(Store::Term) + s.table.size() * 4 +
               s.order.size() * 4 + s.postings.bytes();
  for (const Store::Dense& dense : s.dense) out += dense.all.bytes() + dense.title.bytes();
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
