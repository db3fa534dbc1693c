// Many texts, one a record, side by side in large blocks: no allocation and four bytes a text beside its letters.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace wsis {

class TextColumn {
 public:
  void add(std::string_view text) {
    // A megabyte: no record of ours comes near, but a person's file may hold anything.
    if (text.size() > kBlock) text = text.substr(0, kBlock);
    if (!text.empty()) {
      if (used_ + text.size() > kBlock) {
        blocks_.push_back(std::make_unique<char[]>(kBlock));
        used_ = 0;
      }
      std::memcpy(blocks_.back().get() + used_, text.data(), text.size());
      used_ += static_cast<uint32_t>(text.size());
      end_ = static_cast<uint32_t>(blocks_.size() - 1) * kBlock + used_;
    }
    ends_.push_back(end_);
  }

  size_t size() const { return ends_.size(); }

  std::string_view operator[](size_t index) const {
    const uint32_t end = ends_[index];
    uint32_t begin = index == 0 ? 0 : ends_[index - 1];
    // A text that opened a new block begins at that block's start.
    if (begin >= end) return {};
    const uint32_t block = (end - 1) / kBlock;
    if (begin < block * kBlock) begin = block * kBlock;
    return {blocks_[block].get() + (begin - block * kBlock), end - begin};
  }

  size_t bytes() const { return blocks_.size() * kBlock + ends_.capacity() * sizeof(uint32_t); }

 private:
  static constexpr uint32_t kBlock = 1U << 20;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<uint32_t> ends_;  // byte behind each text, counted over all blocks
  uint32_t used_ = kBlock;      // of the last block
  uint32_t end_ = 0;
};

}  // namespace wsis
