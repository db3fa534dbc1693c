#include "core/data/json_records.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace wsis {
namespace {

using Json = nlohmann::json;

// A character iterator that counts the lines it passes: nlohmann's SAX events carry no position of their own.
struct LineCountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* begin;
  const char* at;
  int* line;

  const char& operator*() const { return *at; }
  // The line is that of the character just passed: the parser looks one ahead to see where a number ends.
  LineCountingIterator& operator++() {
    if (at != begin && at[-1] == '\n') ++*line;
    ++at;
    return *this;
  }
  LineCountingIterator operator++(int) {
    LineCountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const LineCountingIterator& other) const { return at == other.at; }
  bool operator!=(const LineCountingIterator& other) const { return at != other.at; }
};

// Collects one record at a time. Depth 1 is the file's object, depth 2 a collection's array.
class RecordHandler final : public nlohmann::json_sax<Json> {
 public:
  RecordHandler(std::string_view file, const int& line, const RecordSink& sink, Faults& faults)
      : file_(file), line_(line), sink_(sink), faults_(faults) {}

  bool null() override { return value(Json(nullptr)); }
  bool boolean(bool v) override { return value(Json(v)); }
  bool number_integer(number_integer_t v) override { return value(Json(v)); }
  bool number_unsigned(number_unsigned_t v) override { return value(Json(v)); }
  bool number_float(number_float_t v, const string_t&) override { return value(Json(v)); }
  bool string(string_t& v) override { return value(Json(std::move(v))); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (stack_.empty() && depth_ == 1) {
      collection_ = std::move(name);
      index_ = 0;
      if (!collections_.insert(collection_).second) {
        faults_.push_back({file_, recordPointer(), line_, twice(collection_) + "; both were read"});
      }
      return true;
    }
    if (!stack_.empty() && stack_.back().is_object() && stack_.back().contains(name)) {
      faults_.push_back({file_, recordPointer(), line_, twice(name) + "; the record was left out"});
      spoiled_ = true;
    }
    keys_.back() = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& error) override {
    std::string reason = error.what();
    // nlohmann's text begins with "[json.exception.parse_error.101] "; the person needs what follows.
    const size_t end = reason.find("] ");
    if (end != std::string::npos) reason = reason.substr(end + 2);
    (void)token;
    faults_.push_back({file_, recordPointer(), line_,
                       "not valid JSON: " + tidyReason(reason) + ". What stands before this place was read"});
    return false;
  }

 private:
  std::string recordPointer() const {
    if (collections_.empty()) return "";
    std::string pointer = pointerTo("", collection_);
    if (collectionIsArray_) pointer += "/" + std::to_string(index_);
    return pointer;
  }

  static std::string twice(std::string_view key) {
    return tidyReason("the key \"" + std::string(key) + "\" stands twice; keep one");
  }

  bool open(Json container) {
    if (depth_ + 1 > kMaxJsonDepth) {
      faults_.push_back(
          {file_, recordPointer(), line_,
           "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels; the rest of the file was left out"});
      return false;
    }
    ++depth_;
    if (depth_ == 1) {
      if (container.is_object()) return true;
      faults_.push_back({file_, "", line_, "the file must be an object of collections, {\"links\": […], …}"});
      return false;
    }
    if (depth_ == 2 && container.is_array() && stack_.empty()) {
      collectionIsArray_ = true;
      index_ = 0;
      return true;
    }
    if (stack_.empty()) {
      recordLine_ = line_;
      spoiled_ = false;
    }
    stack_.push_back(std::move(container));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    --depth_;
    if (stack_.empty()) {
      if (depth_ == 1) collectionIsArray_ = false;
      return true;
    }
    Json done = std::move(stack_.back());
    stack_.pop_back();
    keys_.pop_back();
    return put(std::move(done));
  }

  bool value(Json v) {
    if (depth_ == 0) {
      faults_.push_back({file_, "", line_, "the file must be an object of collections, {\"links\": […], …}"});
      return false;
    }
    if (stack_.empty()) {
      recordLine_ = line_;
      spoiled_ = false;
    }
    return put(std::move(v));
  }

  bool put(Json v) {
    if (!stack_.empty()) {
      Json& parent = stack_.back();
      if (parent.is_array()) {
        parent.push_back(std::move(v));
      } else {
        parent[keys_.back()] = std::move(v);
      }
      return true;
    }
    if (!spoiled_) sink_(collection_, v, Origin{file_, recordPointer(), recordLine_});
    ++index_;
    return true;
  }

  std::string file_;
  const int& line_;
  const RecordSink& sink_;
  Faults& faults_;
  int depth_ = 0;
  std::set<std::string> collections_;  // all names so far
  std::string collection_;             // the present one
  bool collectionIsArray_ = false;
  int index_ = 0;
  int recordLine_ = 0;
  bool spoiled_ = false;
  std::vector<Json> stack_;        // open containers of the present record
  std::vector<std::string> keys_;  // for each, the key whose value comes next
};

}  // namespace

void readRecords(std::string_view json, std::string_view file, const RecordSink& sink, Faults& faults) {
  int line = 1;
  RecordHandler handler(file, line, sink, faults);
  const LineCountingIterator begin{json.data(), json.data(), &line};
  const LineCountingIterator end{json.data(), json.data() + json.size(), &line};
  // Where the parse fails, the handler has already put the reason among the faults.
  const bool whole = Json::sax_parse(begin, end, &handler);
  // The parser takes a NUL byte between tokens for the end of the file.
  if (whole && json.find('\0') != json.npos) {
    faults.push_back({std::string(file), "", line, "a NUL byte stands here; what follows was left out"});
  }
}

}  // namespace wsis
