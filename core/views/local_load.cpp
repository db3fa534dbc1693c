#include "core/views/local_load.h"

namespace wsis {
namespace {

std::unique_ptr<AwardBase> copyOf(const AwardBase& present, bool withLocal) {
  auto copy = std::make_unique<AwardBase>();
  copy->topics = present.topics;
  copy->table.regions = present.table.regions;
  copy->table.unRegions = present.table.unRegions;
  copy->table.countries = present.table.countries;
  copy->table.contests = present.table.contests;
  for (size_t i = 0; i < present.table.size(); ++i) {
    if (withLocal || !present.table.isLocal(i)) copy->table.add(present.table.at(i));
  }
  return copy;
}

}  // namespace

LocalLoad::LocalLoad(const Dataset& data, const AwardBase& present) : data_(data), base_(copyOf(present, true)) {}

void LocalLoad::beginFile(std::string name) {
  reader_ = std::make_unique<LocalFileReader>(std::move(name), data_, base_->table, [this](const Award& award) {
    base_->table.add(award);
    ++taken_;
  });
}

void LocalLoad::feed(std::string_view chunk) {
  if (reader_) reader_->feed(chunk);
}

void LocalLoad::endFile() {
  if (!reader_) return;
  reader_->finish();
  faults_.insert(faults_.end(), reader_->faults().begin(), reader_->faults().end());
  faultCount_ += reader_->faultCount();
  leftOut_ += reader_->leftOut();
  reader_.reset();
}

bool LocalLoad::index(size_t records) {
  if (!base_->index) base_->index = std::make_unique<AwardIndex>(data_, base_->table);
  return base_->index->build(records);
}

std::unique_ptr<AwardBase> withoutLocal(const Dataset& data, const AwardBase& present) {
  std::unique_ptr<AwardBase> base = copyOf(present, false);
  base->index = std::make_unique<AwardIndex>(data, base->table);
  base->index->buildAll();
  return base;
}

}  // namespace wsis
