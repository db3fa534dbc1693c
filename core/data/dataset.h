// The validated, immutable data of the explorer in one language, and the builder that makes it from JSON.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/data/model.h"

namespace wsis {

class Dataset {
 public:
  Language language = Language::kEnglish;
  std::string version;             ///< Date of the data, "2026-11-24".
  std::vector<ActionLine> lines;   ///< As published: C1 … C6, the eight of C7, C8 … C11.
  std::vector<ActionLine> groups;  ///< Parents of lines: C7.
  std::vector<Goal> goals;         ///< 1 … 17.
  std::vector<Target> targets;     ///< As in the 2030 Agenda.
  std::vector<Link> links;         ///< By line, then goal.
  std::vector<Source> sources;

  /// Index of a line, goal, target or source; -1 where there is none.
  int findLine(std::string_view id) const;
  int findGroup(std::string_view id) const;
  int findGoal(int number) const;
  int findTarget(std::string_view id) const;
  int findSource(std::string_view id) const;

  /// The link of a cell, or null for an empty one. Indices must be valid.
  const Link* linkAt(int line, int goal) const;

 private:
  friend class DatasetBuilder;
  std::vector<int> linkIndex_;  // line-major, -1 for empty
};

/// Reads any number of JSON files, each an object of collections ("lines", "goals", "targets", "links", "sources",
/// "groups") and "version". Files may come in any order. A bad record is left out and reported; the rest loads.
class DatasetBuilder {
 public:
  explicit DatasetBuilder(Language language);
  ~DatasetBuilder();

  /// Reads one file's text. `file` is its name for faults.
  void read(std::string_view json, std::string_view file);

  /// Resolves every reference and gives the Dataset. Call once.
  Dataset finish();

  /// What was wrong so far; complete after finish().
  const Faults& faults() const;

 private:
  struct Pending;
  std::unique_ptr<Pending> pending_;
};

}  // namespace wsis
