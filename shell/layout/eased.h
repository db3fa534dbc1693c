// A number that glides to its goal in a fixed time, and jumps where motion is not wanted.
#pragma once

#include <algorithm>

namespace wsis {

/// Longest glide, in seconds: quick enough never to be waited for.
inline constexpr double kGlideSeconds = 0.16;

class Eased {
 public:
  explicit Eased(float value = 0) : from_(value), to_(value) {}

  /// Heads for `value` from wherever it is at `now` (seconds).
  void moveTo(float value, double now, bool glides) {
    if (value == to_) return;
    from_ = glides ? at(now) : value;
    to_ = value;
    start_ = now;
  }

  float at(double now) const {
    const double t = std::clamp((now - start_) / kGlideSeconds, 0.0, 1.0);
    const double eased = 1 - (1 - t) * (1 - t) * (1 - t);
    return from_ + (to_ - from_) * static_cast<float>(eased);
  }

  bool movingAt(double now) const { return from_ != to_ && now - start_ < kGlideSeconds; }
  float target() const { return to_; }

 private:
  float from_;
  float to_;
  double start_ = -1;
};

}  // namespace wsis
