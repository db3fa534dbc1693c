#include "shell/platform/sdl2_web_platform.h"

#include <SDL.h>
#include <emscripten/html5.h>

#include <cmath>

namespace wsis {
namespace {

constexpr const char* kCanvas = "#canvas";
// Keys are heard on the focusable box around the canvas, not on the window: SDL's default would swallow Tab, F5,
// Ctrl+F and what is typed into other fields.
constexpr const char* kKeyboardElement = "#stage";

Key keyOf(const SDL_Keysym& key) {
  switch (key.sym) {
    case SDLK_LEFT:
      return Key::kLeft;
    case SDLK_RIGHT:
      return Key::kRight;
    case SDLK_UP:
      return Key::kUp;
    case SDLK_DOWN:
      return Key::kDown;
    case SDLK_HOME:
      return Key::kHome;
    case SDLK_END:
      return Key::kEnd;
    case SDLK_PAGEUP:
      return Key::kPageUp;
    case SDLK_PAGEDOWN:
      return Key::kPageDown;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
      return Key::kOpen;
    case SDLK_ESCAPE:
      return Key::kEscape;
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
      return Key::kZoomIn;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
      return Key::kZoomOut;
    case SDLK_0:
    case SDLK_KP_0:
      return Key::kZoomReset;
    default:
      return Key::kNone;
  }
}

class Sdl2WebPlatform final : public Platform {
 public:
  ~Sdl2WebPlatform() override {
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
  }

  bool open(InputTaker& taker, std::string& reason) override {
    taker_ = &taker;
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kKeyboardElement);
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
      reason = SDL_GetError();
      return false;
    }
    SDL_EventState(SDL_TEXTINPUT, SDL_IGNORE);
    SDL_EventState(SDL_MOUSEWHEEL, SDL_IGNORE);
    SDL_EventState(SDL_FINGERDOWN, SDL_IGNORE);
    SDL_EventState(SDL_FINGERMOTION, SDL_IGNORE);
    SDL_EventState(SDL_FINGERUP, SDL_IGNORE);
    SDL_SetEventFilter(&Sdl2WebPlatform::filter, this);

    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    window_ = SDL_CreateWindow("", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window_ == nullptr || SDL_GL_CreateContext(window_) == nullptr) {
      reason = SDL_GetError();
      return false;
    }
    takeOverBrowserEvents();
    return true;
  }

  void resize(int width, int height, float scale) override {
    scale_ = scale;
    // The SDL window counts device pixels, so that the drawing buffer is exactly as large as the box it fills; SDL then
    // maps the mouse to device pixels too.
    SDL_SetWindowSize(window_, width, height);
  }

  bool poll(InputEvent& event) override {
    SDL_Event sdl;
    while (SDL_PollEvent(&sdl) != 0) {
      if (translate(sdl, event)) return true;
    }
    return false;
  }

  void present() override { SDL_GL_SwapWindow(window_); }

  void setCursor(Cursor cursor) override {
    if (cursor == cursor_) return;
    cursor_ = cursor;
    const int shape = cursor == Cursor::kHand ? SDL_SYSTEM_CURSOR_HAND : SDL_SYSTEM_CURSOR_ARROW;
    SDL_Cursor*& made = cursors_[cursor == Cursor::kHand ? 1 : 0];
    if (made == nullptr) made = SDL_CreateSystemCursor(static_cast<SDL_SystemCursor>(shape));
    SDL_SetCursor(made);
  }

 private:
  bool translate(const SDL_Event& sdl, InputEvent& event) const {
    event = {};
    switch (sdl.type) {
      case SDL_MOUSEMOTION:
        event.kind = InputEvent::Kind::kPointerMove;
        event.at = {static_cast<float>(sdl.motion.x) / scale_, static_cast<float>(sdl.motion.y) / scale_};
        return true;
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
        if (sdl.button.button != SDL_BUTTON_LEFT) return false;
        event.kind = sdl.type == SDL_MOUSEBUTTONDOWN ? InputEvent::Kind::kPointerDown : InputEvent::Kind::kPointerUp;
        event.at = {static_cast<float>(sdl.button.x) / scale_, static_cast<float>(sdl.button.y) / scale_};
        return true;
      case SDL_WINDOWEVENT:
        if (sdl.window.event != SDL_WINDOWEVENT_LEAVE) return false;
        event.kind = InputEvent::Kind::kPointerLeave;
        return true;
      case SDL_KEYDOWN:
        event.kind = InputEvent::Kind::kKey;
        event.key = keyOf(sdl.key.keysym);
        event.control = (sdl.key.keysym.mod & KMOD_CTRL) != 0;
        return true;
      default:
        return false;
    }
  }

  // Runs inside the browser's event. Returning 0 drops the event, and SDL then leaves the key to the browser.
  static int filter(void* self, SDL_Event* event) {
    InputTaker& taker = *static_cast<Sdl2WebPlatform*>(self)->taker_;
    if (event->type == SDL_KEYUP) return 0;
    if (event->type == SDL_KEYDOWN) {
      const Uint16 modifiers = event->key.keysym.mod;
      const Key key = keyOf(event->key.keysym);
      const bool corners = key == Key::kHome || key == Key::kEnd;
      const bool browsers = (modifiers & (KMOD_ALT | KMOD_GUI)) != 0 || ((modifiers & KMOD_CTRL) != 0 && !corners);
      if (browsers || key == Key::kNone || !taker.wantsKey(key)) return 0;
    }
    // SDL also sends itself events while it is asked for them (SDL_POLLSENTINEL): those wake nobody.
    switch (event->type) {
      case SDL_KEYDOWN:
      case SDL_MOUSEMOTION:
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
      case SDL_WINDOWEVENT:
        taker.wake();
        return 1;
      default:
        return 1;
    }
  }

  // SDL's own handlers for wheel and touch either always or never keep the event from the page. Ours decide by what the
  // picture can do with it. SDL's "beforeunload" would shut the page out of the back/forward cache.
  void takeOverBrowserEvents() {
    emscripten_set_beforeunload_callback(nullptr, nullptr);
    emscripten_set_wheel_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchstart_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchmove_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchend_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchcancel_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_wheel_callback(kCanvas, this, 0, &Sdl2WebPlatform::wheel);
    emscripten_set_touchstart_callback(kCanvas, this, 0, &Sdl2WebPlatform::touch);
    emscripten_set_touchmove_callback(kCanvas, this, 0, &Sdl2WebPlatform::touch);
    emscripten_set_touchend_callback(kCanvas, this, 0, &Sdl2WebPlatform::touch);
    emscripten_set_touchcancel_callback(kCanvas, this, 0, &Sdl2WebPlatform::touch);
  }

  static EM_BOOL wheel(int, const EmscriptenWheelEvent* event, void* self) {
    auto& platform = *static_cast<Sdl2WebPlatform*>(self);
    constexpr float kLine = 20, kPage = 400;  // pixels of one step, where the browser counts in lines or pages
    const float unit = event->deltaMode == DOM_DELTA_LINE ? kLine : event->deltaMode == DOM_DELTA_PAGE ? kPage : 1;
    float dx = -static_cast<float>(event->deltaX) * unit;
    float dy = -static_cast<float>(event->deltaY) * unit;
    if (event->mouse.shiftKey && dx == 0) std::swap(dx, dy);
    const Point at{static_cast<float>(event->mouse.targetX), static_cast<float>(event->mouse.targetY)};
    const bool taken = platform.taker_->takeWheel(at, dx, dy, event->mouse.ctrlKey);
    if (taken) platform.taker_->wake();
    return taken;
  }

  static EM_BOOL touch(int type, const EmscriptenTouchEvent* event, void* self) {
    auto& platform = *static_cast<Sdl2WebPlatform*>(self);
    Point points[2];
    int count = 0;
    for (int i = 0; i < event->numTouches && count < 2; ++i) {
      if (!event->touches[i].onTarget) continue;
      points[count++] = {static_cast<float>(event->touches[i].targetX), static_cast<float>(event->touches[i].targetY)};
    }
    const Point before[2] = {platform.touches_[0], platform.touches_[1]};
    platform.touches_[0] = points[0];
    platform.touches_[1] = points[1];
    // A finger that comes or goes changes what the points mean: only moves with the same fingers count.
    const bool moved = type == EMSCRIPTEN_EVENT_TOUCHMOVE && count == platform.touchCount_;
    platform.touchCount_ = type == EMSCRIPTEN_EVENT_TOUCHEND || type == EMSCRIPTEN_EVENT_TOUCHCANCEL ? 0 : count;
    if (!moved) return false;
    bool taken = false;
    if (count == 1) {
      taken = platform.taker_->takeDrag(before[0], points[0].x - before[0].x, points[0].y - before[0].y);
    } else if (count == 2) {
      const auto apart = [](const Point* p) { return std::hypot(p[1].x - p[0].x, p[1].y - p[0].y); };
      const Point middle{(points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2};
      if (apart(before) > 1) taken = platform.taker_->takePinch(middle, apart(points) / apart(before));
    }
    if (taken) platform.taker_->wake();
    return taken;
  }

  InputTaker* taker_ = nullptr;
  SDL_Window* window_ = nullptr;
  SDL_Cursor* cursors_[2] = {};
  Cursor cursor_ = Cursor::kArrow;
  float scale_ = 1;
  Point touches_[2];
  int touchCount_ = 0;
};

}  // namespace

std::unique_ptr<Platform> makeSdl2WebPlatform() { return std::make_unique<Sdl2WebPlatform>(); }

}  // namespace wsis
