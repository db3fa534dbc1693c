#include "core/query/postings.h"

namespace wsis {

uint32_t PostingPool::allocate(uint32_t size) {
  if (used_ + size > kBlock) {
    blocks_.push_back(std::make_unique<uint8_t[]>(kBlock));
    used_ = blocks_.size() == 1 ? kLink : 0;  // place 0 means "none"
  }
  const uint32_t place = static_cast<uint32_t>(blocks_.size() - 1) * kBlock + used_;
  used_ += size;
  return place;
}

void PostingPool::put(List& list, uint8_t value) {
  if (list.at == list.end) {
    const uint32_t size = sliceSize(list.sizeStep++);
    const uint32_t slice = allocate(size + kLink);
    if (list.first == 0) {
      list.first = slice;
    } else {
      for (uint32_t i = 0; i < kLink; ++i) byte(list.end + i) = static_cast<uint8_t>(slice >> (8 * i));
    }
    list.at = slice;
    list.end = slice + size;
  }
  byte(list.at++) = value;
}

void PostingPool::add(List& list, uint32_t document, bool title) {
  if (list.last == document + 1) return;
  uint32_t value = ((document + 1 - list.last) << 1) | (title ? 1U : 0U);
  while (value >= 0x80) {
    put(list, static_cast<uint8_t>(value | 0x80));
    value >>= 7;
  }
  put(list, static_cast<uint8_t>(value));
  list.last = document + 1;
  ++list.count;
}

}  // namespace wsis
