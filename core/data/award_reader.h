// Reads the award files (awards, countries, regions, contests) into an AwardTable. Bad records are reported and left
// out; the rest loads.
#pragma once

#include <string_view>

#include "core/data/awards.h"
#include "core/data/dataset.h"
#include "core/data/field_reader.h"

namespace wsis {

class AwardReader {
 public:
  /// `data` gives the action lines; descriptions are taken in its language where they exist.
  explicit AwardReader(const Dataset& data);
  ~AwardReader();

  /// Reads one file's text. Files may come in any order.
  void read(std::string_view json, std::string_view file);
  /// Resolves every reference and gives the table, newest year first. Call once.
  AwardTable finish();
  const Faults& faults() const;

 private:
  struct Pending;
  std::unique_ptr<Pending> pending_;
};

/// One award from a record's fields, for files of ours and of a person. `local` files may leave out more: a project's
/// name is all they need, and sources are theirs.
std::optional<Award> readAward(FieldReader& fields, const Dataset& data, const AwardTable& table, bool local);

}  // namespace wsis
