#include "core/data/csv_reader.h"

#include <algorithm>

namespace wsis {

void CsvReader::chooseSeparator() {
  size_t most = 0;
  separator_ = ',';
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = static_cast<size_t>(std::count(head_.begin(), head_.end(), candidate));
    if (count > most) {
      most = count;
      separator_ = candidate;
    }
  }
}

void CsvReader::feed(std::string_view chunk) {
  size_t at = 0;
  if (separator_ == 0) {
    const size_t end = chunk.find_first_of("\r\n");
    head_ += chunk.substr(0, end);
    if (end == chunk.npos && head_.size() < kLongestField) return;
    chooseSeparator();
    const std::string head = std::move(head_);
    for (const char c : head) take(c);
    at = end == chunk.npos ? chunk.size() : end;
  }
  for (; at < chunk.size(); ++at) take(chunk[at]);
}

void CsvReader::take(char c) {
  const bool afterReturn = returned_;
  returned_ = c == '\r';
  if (c == '\n' && afterReturn) return;  // both belong to one line end, counted already
  if (c == '\n' || c == '\r') ++line_;
  if (quoted_) {
    if (quoteSeen_) {
      quoteSeen_ = false;
      if (c == '"') {
        if (field_.size() < kLongestField) field_ += '"';
        return;
      }
      quoted_ = false;  // it closed the field; this character stands behind it
    } else if (c == '"') {
      quoteSeen_ = true;
      return;
    } else {
      if (field_.size() < kLongestField) field_ += c == '\r' ? '\n' : c;
      return;
    }
  }
  if (c == '"' && field_.empty()) {
    quoted_ = true;
  } else if (c == separator_) {
    endField();
  } else if (c == '\n' || c == '\r') {
    endRow();
  } else if (field_.size() < kLongestField) {
    field_ += c;
  }
}

void CsvReader::endField() {
  fields_.push_back(std::move(field_));
  field_.clear();
}

void CsvReader::endRow() {
  endField();
  const bool blank = fields_.size() == 1 && fields_.front().find_first_not_of(" \t") == std::string::npos;
  if (!blank) take_(fields_, rowLine_);
  fields_.clear();
  rowLine_ = line_;
}

bool CsvReader::finish() {
  if (separator_ == 0) {
    chooseSeparator();
    const std::string head = std::move(head_);
    for (const char c : head) take(c);
  }
  const bool closed = !quoted_ || quoteSeen_;
  quoted_ = quoteSeen_ = false;
  if (!field_.empty() || !fields_.empty()) endRow();
  return closed;
}

}  // namespace wsis
