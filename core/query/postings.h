// Compressed lists of documents, one a word, growing side by side in shared blocks: each entry is the distance to the
// document before it, with one bit for "in the title", in as few bytes as it needs.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace wsis {

class PostingPool {
 public:
  struct List {
    uint32_t first = 0;    ///< Place of the first slice; 0 for none.
    uint32_t at = 0;       ///< Where the next byte goes.
    uint32_t end = 0;      ///< Where the slice ends; its link follows.
    uint32_t last = 0;     ///< Last document + 1; 0 for none.
    uint32_t count = 0;    ///< Documents.
    uint8_t sizeStep = 0;  ///< Which slice size comes next.
  };

  /// Adds a document to a list; one that stands there already is left as it was.
  void add(List& list, uint32_t document, bool title);

  /// Calls visit(document, title) for each entry in order.
  template <typename Visit>
  void forEach(const List& list, Visit&& visit) const {
    if (list.first == 0) return;
    Reader reader{*this, list.first, sliceSize(0), 0};
    uint32_t document = 0;  // + 1
    for (uint32_t i = 0; i < list.count; ++i) {
      uint32_t value = 0;
      int shift = 0;
      uint8_t byte = 0;
      do {
        byte = reader.next();
        value |= static_cast<uint32_t>(byte & 0x7F) << shift;
        shift += 7;
      } while ((byte & 0x80) != 0);
      document += value >> 1;
      visit(document - 1, (value & 1) != 0);
    }
  }

  size_t bytes() const { return blocks_.size() * kBlock; }

 private:
  static constexpr uint32_t kBlock = 1U << 20;
  static constexpr uint32_t kLink = 4;
  static uint32_t sliceSize(int step) { return 8U << (step < 10 ? step : 10); }

  struct Reader {
    const PostingPool& pool;
    uint32_t at;
    uint32_t left;
    int step;
    uint8_t next() {
      if (left == 0) {
        at = pool.link(at);
        left = sliceSize(++step);
      }
      --left;
      return pool.byte(at++);
    }
  };

  uint8_t byte(uint32_t place) const { return blocks_[place / kBlock][place % kBlock]; }
  uint8_t& byte(uint32_t place) { return blocks_[place / kBlock][place % kBlock]; }
  uint32_t link(uint32_t place) const {
    uint32_t out = 0;
    for (uint32_t i = 0; i < kLink; ++i) out |= static_cast<uint32_t>(byte(place + i)) << (8 * i);
    return out;
  }
  void put(List& list, uint8_t value);
  uint32_t allocate(uint32_t size);

  std::vector<std::unique_ptr<uint8_t[]>> blocks_;
  uint32_t used_ = kBlock;  // of the last block
};

}  // namespace wsis
