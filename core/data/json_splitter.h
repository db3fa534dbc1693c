// Finds the records of a large JSON file as it comes, without holding more than one: the objects of the outermost
// array, of the arrays of an outermost object, or one behind another (JSON Lines).
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace wsis {

class JsonSplitter {
 public:
  /// Gets the text of each record, the line on which it begins, and its number.
  using RecordSink = std::function<void(std::string_view json, int line, int number)>;

  explicit JsonSplitter(RecordSink take) : take_(std::move(take)) {}

  void feed(std::string_view chunk);

  enum class End { kWhole, kCutOff, kTooDeep };
  /// Whether the file ended where its brackets close.
  End finish() const { return tooDeep_ ? End::kTooDeep : depth_ > 0 || inRecord_ ? End::kCutOff : End::kWhole; }

  static constexpr size_t kLongestRecord = 1U << 20;
  static constexpr int kDeepest = 32;

 private:
  RecordSink take_;
  std::string record_;
  std::string outer_;  // an outermost object while no record was found in it: it may be the first line of JSON Lines
  std::string open_;   // the brackets that are open
  int depth_ = 0;
  int recordDepth_ = 0;
  bool inRecord_ = false, inString_ = false, escaped_ = false, tooDeep_ = false;
  int line_ = 1, recordLine_ = 1, number_ = 0;
};

}  // namespace wsis
