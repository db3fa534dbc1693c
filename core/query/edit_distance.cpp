#include "core/query/edit_distance.h"

#include <algorithm>

#include "core/base/strings.h"

namespace wsis {

std::vector<char32_t> codePoints(std::string_view text) {
  std::vector<char32_t> out;
  for (size_t at = 0; at < text.size();) out.push_back(nextCodePoint(text, at));
  return out;
}

EditDistance::EditDistance(std::string_view word, int most) : word_(codePoints(word)), most_(most) {
  rows_.emplace_back(word_.size() + 1);
  for (size_t i = 0; i <= word_.size(); ++i) rows_[0][i] = static_cast<int>(i);
}

bool EditDistance::push(size_t depth, char32_t letter) {
  if (rows_.size() < depth + 2) rows_.resize(depth + 2, std::vector<int>(word_.size() + 1));
  pushed_.resize(depth);
  pushed_.push_back(letter);
  const std::vector<int>& before = rows_[depth];
  std::vector<int>& row = rows_[depth + 1];
  row[0] = static_cast<int>(depth) + 1;
  int least = row[0];
  for (size_t i = 1; i <= word_.size(); ++i) {
    const int replaced = before[i - 1] + (word_[i - 1] == letter ? 0 : 1);
    row[i] = std::min({replaced, before[i] + 1, row[i - 1] + 1});
    if (i > 1 && depth > 0 && word_[i - 1] == pushed_[depth - 1] && word_[i - 2] == letter) {
      row[i] = std::min(row[i], rows_[depth - 1][i - 2] + 1);
    }
    least = std::min(least, row[i]);
  }
  return least <= most_;
}

int editDistance(std::string_view a, std::string_view b, int most) {
  EditDistance walk(a, most);
  size_t depth = 0;
  for (size_t at = 0; at < b.size(); ++depth) {
    if (!walk.push(depth, nextCodePoint(b, at))) return most + 1;
  }
  return std::min(walk.distance(depth), most + 1);
}

int editDistanceToBeginning(std::string_view word, std::string_view text, int most) {
  EditDistance walk(word, most);
  int best = std::min(walk.distance(0), most + 1);
  size_t depth = 0;
  for (size_t at = 0; at < text.size();) {
    const bool near = walk.push(depth, nextCodePoint(text, at));
    best = std::min(best, walk.distance(++depth));
    if (!near) break;
  }
  return best;
}

}  // namespace wsis
