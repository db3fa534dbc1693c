// A person's own files on their way into the awards: read record by record, then made searchable in slices, so that a
// page can show how far it is and stop it. Nothing of what is shown changes before finish().
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/data/local_file.h"
#include "core/views/awards_view.h"

namespace wsis {

class LocalLoad {
 public:
  /// Begins with what is there: the published awards and files opened before.
  LocalLoad(const Dataset& data, const AwardBase& present);

  void beginFile(std::string name);
  void feed(std::string_view chunk);
  void endFile();

  /// Records taken from all files so far.
  size_t taken() const { return taken_; }
  size_t leftOut() const { return leftOut_; }
  /// The first faults of all files; faultCount() counts them all.
  const Faults& faults() const { return faults_; }
  size_t faultCount() const { return faultCount_; }

  /// Makes about `records` more of them searchable. True when all are.
  bool index(size_t records);
  float progress() const { return base_->index ? base_->index->progress() : 0; }

  /// Call once, when index() gave true.
  std::unique_ptr<AwardBase> finish() { return std::move(base_); }

 private:
  const Dataset& data_;
  std::unique_ptr<AwardBase> base_;
  std::unique_ptr<LocalFileReader> reader_;
  Faults faults_;
  size_t taken_ = 0, leftOut_ = 0, faultCount_ = 0;
};

/// The awards without a person's own.
std::unique_ptr<AwardBase> withoutLocal(const Dataset& data, const AwardBase& present);

}  // namespace wsis
