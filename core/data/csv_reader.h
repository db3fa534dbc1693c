// Comma-separated values as they come (RFC 4180): quoted fields, doubled quotes, any line end, a byte order mark. The
// separator is what the first line uses: comma, semicolon or tab. Fed in pieces cut anywhere.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wsis {

class CsvReader {
 public:
  /// Gets each row with the line on which it begins.
  using RowSink = std::function<void(std::vector<std::string>& fields, int line)>;

  explicit CsvReader(RowSink take) : take_(std::move(take)) {}

  void feed(std::string_view chunk);
  /// Gives the last row. False where a quoted field was never closed.
  bool finish();

  /// A field longer than this is cut: an unclosed quote must not swallow a whole file.
  static constexpr size_t kLongestField = 1U << 20;

 private:
  void take(char c);
  void endField();
  void endRow();
  void chooseSeparator();

  RowSink take_;
  std::vector<std::string> fields_;
  std::string field_;
  std::string head_;  // the first line, until its separator is known
  char separator_ = 0;
  bool quoted_ = false;
  bool quoteSeen_ = false;  // inside quotes: the next character decides whether it closed
  bool returned_ = false;   // the last character was a carriage return
  int line_ = 1;
  int rowLine_ = 1;
};

}  // namespace wsis
