// A set of record numbers as bits, 64 to a word. All operations between two sets expect equal sizes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wsis {

class Bitset {
 public:
  Bitset() = default;
  explicit Bitset(size_t size, bool full = false) : size_(size), words_((size + 63) / 64, full ? ~uint64_t{0} : 0) {
    trim();
  }

  size_t size() const { return size_; }
  size_t words() const { return words_.size(); }
  uint64_t word(size_t index) const { return words_[index]; }
  uint64_t& word(size_t index) { return words_[index]; }

  bool test(size_t bit) const { return (words_[bit >> 6] >> (bit & 63)) & 1; }
  void set(size_t bit) { words_[bit >> 6] |= uint64_t{1} << (bit & 63); }
  void fill(bool value) {
    for (uint64_t& w : words_) w = value ? ~uint64_t{0} : 0;
    trim();
  }

  void operator&=(const Bitset& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void operator|=(const Bitset& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  bool operator==(const Bitset&) const = default;

  size_t count() const {
    size_t n = 0;
    for (const uint64_t w : words_) n += static_cast<size_t>(std::popcount(w));
    return n;
  }
  /// How many records stand in both sets, without making the set.
  size_t countCommon(const Bitset& other) const {
    size_t n = 0;
    for (size_t i = 0; i < words_.size(); ++i) n += static_cast<size_t>(std::popcount(words_[i] & other.words_[i]));
    return n;
  }
  bool any() const {
    for (const uint64_t w : words_) {
      if (w != 0) return true;
    }
    return false;
  }
  size_t bytes() const { return words_.size() * sizeof(uint64_t); }

 private:
  void trim() {
    if (size_ % 64 != 0) words_.back() &= (uint64_t{1} << (size_ % 64)) - 1;
  }

  size_t size_ = 0;
  std::vector<uint64_t> words_;
};

/// Calls `visit(bit)` for each member of a word that begins at bit `base`, in order.
template <typename Visit>
void forEachBit(uint64_t word, size_t base, Visit&& visit) {
  while (word != 0) {
    visit(base + static_cast<size_t>(std::countr_zero(word)));
    word &= word - 1;
  }
}

}  // namespace wsis
