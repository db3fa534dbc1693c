// TEMPORARY STUB, replaced by the helper's
#pragma once
#include <functional>
#include "core/data/awards.h"
#include "core/data/dataset.h"
namespace wsis {
class LocalFileReader {
 public:
  LocalFileReader(std::string, const Dataset&, const AwardTable&, std::function<void(const Award&)>) {}
  void feed(std::string_view) {}
  void finish() {}
  size_t leftOut() const { return 0; }
  const Faults& faults() const { return f_; }
  size_t faultCount() const { return 0; }

 private:
  Faults f_;
};
}  // namespace wsis
