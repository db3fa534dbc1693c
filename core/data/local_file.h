// A person's own file of projects, CSV or JSON, read as it comes: each record is given on at once, a bad one is left
// out with a fault that says where it stands, what is wrong and what would be right. Nothing of it is kept.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/awards.h"
#include "core/data/csv_reader.h"
#include "core/data/dataset.h"
#include "core/data/json_splitter.h"

namespace wsis {

class LocalFileReader {
 public:
  /// `name` is the file's, for faults; whether it is CSV or JSON is seen from its beginning. `geography` has the
  /// countries.
  LocalFileReader(std::string name, const Dataset& data, const AwardTable& geography,
                  std::function<void(const Award&)> take);
  ~LocalFileReader();

  /// The next piece, cut anywhere.
  void feed(std::string_view chunk);
  void finish();

  size_t taken() const { return taken_; }
  size_t leftOut() const { return leftOut_; }
  /// The first faults; faultCount() counts them all.
  const Faults& faults() const { return faults_; }
  size_t faultCount() const { return faultCount_; }

  static constexpr size_t kMostFaults = 200;

 private:
  enum class Kind { kUnknown, kCsv, kJson, kRefused };

  void decide();
  void takeRow(std::vector<std::string>& fields, int line);
  void readHeader(const std::vector<std::string>& fields, int line);
  void takeJson(std::string_view text, int line, int number);
  void takeRecord(const nlohmann::json& record, std::string pointer, int line);
  void add(Faults faults);
  void addFault(std::string pointer, int line, std::string reason);

  std::string name_;
  const Dataset& data_;
  const AwardTable& geography_;
  std::function<void(const Award&)> take_;
  Kind kind_ = Kind::kUnknown;
  std::string head_;
  std::unique_ptr<CsvReader> csv_;
  std::unique_ptr<JsonSplitter> json_;
  std::vector<std::string> columns_;  // the field that each column holds; empty for one that is not ours
  std::vector<std::string> titles_;
  bool hasHeader_ = false;
  size_t taken_ = 0, leftOut_ = 0, faultCount_ = 0;
  Faults faults_;
};

/// The columns that a CSV file may have, each with the other names it goes by.
struct LocalColumn {
  std::string_view field;
  std::vector<std::string_view> names;
};
const std::vector<LocalColumn>& localColumns();

}  // namespace wsis
