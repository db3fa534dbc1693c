#include "core/data/json_splitter.h"

namespace wsis {

void JsonSplitter::feed(std::string_view chunk) {
  for (const char c : chunk) {
    if (tooDeep_) return;
    if (c == '\n') ++line_;
    const bool mayBeFirst = number_ == 0 && outer_.size() <= kLongestRecord;
    if (inString_) {
      if (mayBeFirst) outer_ += c;
      if (inRecord_ && record_.size() <= kLongestRecord) record_ += c;
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        inString_ = false;
      }
      continue;
    }
    if (c == '"') inString_ = true;
    if (c == '{' || c == '[') {
      // A record is an object in an array, or one that stands for itself on a line.
      const bool inArray = !open_.empty() && open_.back() == '[' && depth_ <= 2;
      const bool alone = open_.empty() && c == '{' && number_ > 0;
      if (!inRecord_ && c == '{' && (inArray || alone)) {
        inRecord_ = true;
        recordDepth_ = depth_;
        recordLine_ = line_;
        record_.clear();
      }
      open_ += c;
      if (++depth_ > kDeepest) tooDeep_ = true;
    }
    if (inRecord_ && record_.size() <= kLongestRecord) record_ += c;
    if (mayBeFirst && depth_ > 0) outer_ += c;
    if (c == '}' || c == ']') {
      if (depth_ == 0) continue;  // one too many: what follows may still be read
      --depth_;
      open_.pop_back();
      if (inRecord_ && depth_ == recordDepth_) {
        inRecord_ = false;
        take_(record_, recordLine_, number_++);
      } else if (depth_ == 0 && c == '}' && number_ == 0) {
        take_(outer_, 1, number_++);
      }
    }
  }
}

}  // namespace wsis
