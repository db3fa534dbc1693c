// The platform behind the shell, ten methods wide: a window with OpenGL, events and little more. SDL2 stands behind it
// on the web; a headless one serves the tests.
#pragma once

#include <string>

#include "shell/layout/geometry.h"

namespace wsis {

enum class Key {
  kNone,
  kLeft,
  kRight,
  kUp,
  kDown,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kOpen,
  kEscape,
  kZoomIn,
  kZoomOut,
  kZoomReset
};

struct InputEvent {
  enum class Kind { kPointerMove, kPointerLeave, kPointerDown, kPointerUp, kKey };
  Kind kind = Kind::kPointerMove;
  Point at;  ///< Logical pixels.
  Key key = Key::kNone;
  bool control = false;  ///< With Ctrl (Home and End go to the matrix's corners).
};

/// Asked synchronously, inside the browser's event: what is not wanted stays with the page.
class InputTaker {
 public:
  virtual ~InputTaker() = default;
  virtual bool wantsKey(Key key) const = 0;
  /// Takes a turn of the wheel. False where nothing could move: the page then scrolls.
  virtual bool takeWheel(Point at, float dx, float dy, bool zooms) = 0;
  /// Takes a move of one finger. False where nothing could move.
  virtual bool takeDrag(Point from, float dx, float dy) = 0;
  /// Takes a pinch: the factor since the last move, around its middle.
  virtual bool takePinch(Point middle, float factor) = 0;
  /// Something arrived: a frame is needed.
  virtual void wake() = 0;
};

enum class Cursor { kArrow, kHand };

class Platform {
 public:
  virtual ~Platform() = default;

  /// Opens the window and its OpenGL context. False, with a reason, where there is none to be had.
  virtual bool open(InputTaker& taker, std::string& reason) = 0;
  /// The drawing area in device pixels.
  virtual void resize(int width, int height, float scale) = 0;
  /// The next waiting event.
  virtual bool poll(InputEvent& event) = 0;
  virtual void present() = 0;
  virtual void setCursor(Cursor cursor) = 0;
};

}  // namespace wsis
