#include "shell/layout/frame_pacer.h"

#include <catch2/catch_test_macros.hpp>

namespace wsis {
namespace {

// A platform that gives a frame only when it was asked for one.
struct FakePlatform {
  int requests = 0;
  FramePacer pacer{[this] { ++requests; }};

  int runUntilIdle(bool animating = false, int most = 100) {
    int frames = 0;
    while (!pacer.idle() && frames < most) {
      pacer.beginFrame(0);
      pacer.endFrame(1, animating);
      ++frames;
    }
    return frames;
  }
};

}  // namespace

TEST_CASE("A new pacer is idle: nothing is drawn before something changed") {
  FakePlatform platform;
  CHECK(platform.pacer.idle());
  CHECK(platform.requests == 0);
}

TEST_CASE("Waking draws the wanted number of frames and then rests") {
  FakePlatform platform;
  platform.pacer.wake(2);
  CHECK(platform.runUntilIdle() == 2);
  CHECK(platform.pacer.idle());
  CHECK(platform.pacer.frames() == 2);
}

TEST_CASE("Many wakes before a frame ask for one frame only") {
  FakePlatform platform;
  for (int i = 0; i < 50; ++i) platform.pacer.wake(1);
  CHECK(platform.requests == 1);
  CHECK(platform.runUntilIdle() == 1);
}

TEST_CASE("An animation keeps frames coming until it ends") {
  FakePlatform platform;
  platform.pacer.wake(1);
  CHECK(platform.runUntilIdle(true, 30) == 30);
  CHECK(platform.runUntilIdle(false) <= 2);
  CHECK(platform.pacer.idle());
}

TEST_CASE("Waking inside a frame asks for the next one after it") {
  FakePlatform platform;
  platform.pacer.wake(1);
  platform.pacer.beginFrame(0);
  platform.pacer.wake(1);
  CHECK(platform.requests == 1);
  platform.pacer.endFrame(1, false);
  CHECK(platform.requests == 2);
}

TEST_CASE("A hidden picture asks for nothing; showing it draws what was missed") {
  FakePlatform platform;
  platform.pacer.setVisible(false);
  platform.pacer.wake();
  CHECK(platform.requests == 0);
  platform.pacer.setVisible(true);
  CHECK(platform.requests == 1);
}

TEST_CASE("The 99th percentile is that of the last frames") {
  FakePlatform platform;
  CHECK(platform.pacer.p99Milliseconds() == 0);
  for (int i = 1; i <= 100; ++i) {
    platform.pacer.wake(1);
    platform.pacer.beginFrame(0);
    platform.pacer.endFrame(i, false);
  }
  CHECK(platform.pacer.p99Milliseconds() == 99);
  CHECK(platform.pacer.lastMilliseconds() == 100);
  for (int i = 0; i < 300; ++i) {
    platform.pacer.wake(1);
    platform.pacer.beginFrame(0);
    platform.pacer.endFrame(2, false);
  }
  CHECK(platform.pacer.p99Milliseconds() == 2);
}

}  // namespace wsis
