// A fault is one thing wrong in some input: where it is, what it is and what to do about it. Readers collect faults and
// go on; what is right still loads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wsis {

struct Fault {
  std::string file;     ///< The input's name as its reader was told, e.g. "links.json".
  std::string pointer;  ///< JSON pointer (RFC 6901) of the faulty value; empty for the whole file.
  int line = 0;         ///< 1-based line in the file, 0 where unknown.
  std::string reason;   ///< What is wrong and what would be right.
};

using Faults = std::vector<Fault>;

/// The JSON pointer one step below `pointer`, with "~" and "/" of the key escaped.
std::string pointerTo(std::string_view pointer, std::string_view key);

/// `reason` as valid UTF-8 and at most a few lines long: it may quote input, and input may be anything. The middle
/// gives way, since the end says what to do.
std::string tidyReason(std::string_view reason);

/// "links.json, line 12, /links/3/goal: the goal 18 does not exist; …", for reports on a console.
std::string describeFault(const Fault& fault);

}  // namespace wsis
