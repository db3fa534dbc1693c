// Decides when a frame is drawn: only when something changed. Idle means no frame, no timer and no pending request.
#pragma once

#include <functional>
#include <vector>

namespace wsis {

class FramePacer {
 public:
  /// `request` asks the platform for one frame (requestAnimationFrame); it is called at most once per frame.
  explicit FramePacer(std::function<void()> request) : request_(std::move(request)) {}

  /// Something changed: a frame is needed. ImGui needs a second one after input, in which what the first one found out
  /// (hovered, clicked) is drawn; `frames` says how many in a row.
  void wake(int frames = 2);

  /// The platform's frame begins; `now` in seconds.
  void beginFrame(double now);

  /// The frame is done; `drawMilliseconds` is what it cost. Requests the next one while there is need.
  void endFrame(double drawMilliseconds, bool animating);

  /// No frame is pending.
  bool idle() const { return !requested_; }
  /// While hidden (a tab in the background, an embed off the screen) nothing is requested; showing draws once.
  void setVisible(bool visible);

  int frames() const { return frames_; }
  double lastMilliseconds() const { return last_; }
  /// The 99th percentile of the last 256 frames.
  double p99Milliseconds() const;

 private:
  void requestIfNeeded();

  std::function<void()> request_;
  std::vector<float> history_;
  size_t next_ = 0;
  int wanted_ = 0;
  int frames_ = 0;
  double last_ = 0;
  bool requested_ = false;
  bool drawing_ = false;
  bool visible_ = true;
};

}  // namespace wsis
