// Streaming reader for files of the form {"collection": [record, …], "scalar": value}. Each record is handed over as
// soon as it is complete, with its JSON pointer and line, so that a fault late in a file loses nothing before it and no
// more than one record is ever held as a tree.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/fault.h"

namespace wsis {

/// Where a record stands.
struct Origin {
  std::string file;
  std::string pointer;  ///< "/links/3"
  int line = 0;         ///< Line on which the record begins.
};

/// Gets each element of each top-level array, and each top-level value that is no array with an empty-index pointer
/// ("/version").
using RecordSink = std::function<void(std::string_view collection, const nlohmann::json& record, const Origin& origin)>;

/// Nesting deeper than this is refused: no file of ours needs it, and a hostile one would exhaust the stack.
inline constexpr int kMaxJsonDepth = 32;

/// Reads `json` and calls `sink` for each record. Syntax errors, duplicate keys and too deep nesting become faults.
void readRecords(std::string_view json, std::string_view file, const RecordSink& sink, Faults& faults);

}  // namespace wsis
