// Random values for tests that look for what nobody thought of. Seeds are fixed and no std distribution is used, so
// that every compiler and machine runs the same cases and a failure can be repeated.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace wsis::test {

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}

  /// 0 … count − 1.
  int below(int count) { return static_cast<int>(engine_() % static_cast<uint32_t>(count)); }
  bool flip() { return below(2) == 0; }
  char byte() { return static_cast<char>(below(256)); }

  /// `size` random bytes, any of the 256.
  std::string bytes(int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out += byte();
    return out;
  }

  template <typename T>
  const T& oneOf(const std::vector<T>& items) {
    return items[static_cast<size_t>(below(static_cast<int>(items.size())))];
  }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (int i = static_cast<int>(items.size()) - 1; i > 0; --i) {
      std::swap(items[static_cast<size_t>(i)], items[static_cast<size_t>(below(i + 1))]);
    }
  }

 private:
  std::mt19937 engine_;
};

}  // namespace wsis::test
