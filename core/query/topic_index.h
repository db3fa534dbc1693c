// Lines, goals and targets found by their codes ("C7 e-health", "9.c", "SDG 5"), their words, and the everyday words
// that people use instead ("cell phones" → target 9.c).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"
#include "core/query/search_index.h"

namespace wsis {

/// Everyday words and what they mean here; from assets/data/aliases.
struct Alias {
  std::vector<std::string> words;
  std::vector<int> lines, goals, targets;  ///< Indices.
  std::vector<std::string> search;         ///< Words that say the same in the awards' texts.
};

/// Reads {"aliases": […]}. Unknown ids are reported and left out.
std::vector<Alias> readAliases(std::string_view json, std::string_view file, const Dataset& data, Faults& faults);

struct Topic {
  enum class Kind { kLine, kGoal, kTarget };
  Kind kind = Kind::kLine;
  int index = 0;
  std::string because;  ///< The everyday word that led here; empty where its own words did.
};

class TopicIndex {
 public:
  TopicIndex() = default;
  TopicIndex(const Dataset& data, std::vector<Alias> aliases);

  /// What `words` mean, best first, at most `most`.
  std::vector<Topic> find(std::string_view words, size_t most) const;
  /// Other words for the awards' texts, where all of `words` is an everyday word.
  std::vector<std::string> otherWords(std::string_view words) const;

 private:
  struct Phrase {
    std::string folded;
    std::string shown;
    int alias;
  };
  template <typename Add>
  void addBegun(const std::string& folded, Add&& add) const;

  SearchIndex index_;
  std::vector<Topic> topics_;
  std::vector<Alias> aliases_;
  std::vector<Phrase> phrases_;
};

}  // namespace wsis
