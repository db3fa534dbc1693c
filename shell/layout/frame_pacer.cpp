#include "shell/layout/frame_pacer.h"

#include <algorithm>
#include <cmath>

namespace wsis {
namespace {

constexpr size_t kHistory = 256;

}  // namespace

void FramePacer::wake(int frames) {
  wanted_ = std::max(wanted_, frames);
  if (!drawing_) requestIfNeeded();
}

void FramePacer::beginFrame(double) {
  requested_ = false;
  drawing_ = true;
  if (wanted_ > 0) --wanted_;
  ++frames_;
}

void FramePacer::endFrame(double drawMilliseconds, bool animating) {
  drawing_ = false;
  last_ = drawMilliseconds;
  if (history_.size() < kHistory) {
    history_.push_back(static_cast<float>(drawMilliseconds));
  } else {
    history_[next_] = static_cast<float>(drawMilliseconds);
    next_ = (next_ + 1) % kHistory;
  }
  if (animating) wanted_ = std::max(wanted_, 1);
  requestIfNeeded();
}

void FramePacer::setVisible(bool visible) {
  if (visible == visible_) return;
  visible_ = visible;
  if (visible) wake();
}

void FramePacer::requestIfNeeded() {
  if (wanted_ == 0 || requested_ || !visible_) return;
  requested_ = true;
  request_();
}

double FramePacer::p99Milliseconds() const {
  if (history_.empty()) return 0;
  std::vector<float> sorted = history_;
  std::sort(sorted.begin(), sorted.end());
  const auto rank = static_cast<size_t>(std::ceil(0.99 * static_cast<double>(sorted.size())));
  return sorted[rank - 1];
}

}  // namespace wsis
