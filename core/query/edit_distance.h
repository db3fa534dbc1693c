// Near misses: the number of letters inserted, deleted, replaced or swapped with a neighbour between two words
// (optimal string alignment), walked down a sorted dictionary so that words with a common beginning share the work.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wsis {

/// The code points of a UTF-8 text.
std::vector<char32_t> codePoints(std::string_view text);

class EditDistance {
 public:
  EditDistance(std::string_view word, int most);

  /// Goes on with one letter at depth (0 for the first). False when no word that begins so can be near enough.
  bool push(size_t depth, char32_t letter);
  /// The distance of the whole word to what was pushed down to depth letters; above `most` for "too far".
  int distance(size_t depth) const { return rows_[depth].back(); }
  int most() const { return most_; }

 private:
  std::vector<char32_t> word_;
  int most_;
  std::vector<std::vector<int>> rows_;
  std::vector<char32_t> pushed_;
};

/// The distance between two words, at most most + 1.
int editDistance(std::string_view a, std::string_view b, int most);

/// The least distance between `word` and any beginning of `text`, at most most + 1.
int editDistanceToBeginning(std::string_view word, std::string_view text, int most);

}  // namespace wsis
