#include "shell/shell.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <GLES3/gl3.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "shell/picture/legend_picture.h"

namespace wsis {
namespace {

constexpr float kMargin = 16;
constexpr float kZoomStep = 1.35F;
constexpr float kDragStart = 5;  // pixels a pressed pointer moves before it drags

const Session* g_session = nullptr;  // for goalColour(), which ImGui-free code calls back without a context

uint32_t goalColour(int number) {
  const int goal = g_session->data().findGoal(number);
  return goal < 0 ? 0x808080 : g_session->data().goals[static_cast<size_t>(goal)].colour;
}

}  // namespace

Shell::Shell(std::unique_ptr<Platform> platform, const Session& session, Hooks hooks)
    : platform_(std::move(platform)), session_(session), hooks_(std::move(hooks)), pacer_(hooks_.requestFrame) {
  g_session = &session_;
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  // Large enough from the start: growing it while the first frames are drawn would upload it again and again.
  io.Fonts->TexMinWidth = 1024;
  io.Fonts->TexMinHeight = 512;
  ImGui::GetStyle().AntiAliasedLinesUseTex = true;
  pageChanged();
  panelShare_ = Eased(panelShare_.target());
}

Shell::~Shell() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

bool Shell::open(std::string& reason) {
  if (!platform_->open(*this, reason)) return false;
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) {
    reason = "OpenGL ES 3 could not be set up";
    return false;
  }
  return true;
}

void Shell::setFonts(FontFiles files, std::unique_ptr<TextShaper> shaper, RasteriseGlyph rasterise) {
  const LoadedFonts fonts = loadFonts(std::move(files), rasterise);
  if (fonts.regular == nullptr || fonts.bold == nullptr) return;
  text_.setFaces(fonts.regular, fonts.bold, fonts.imGuiPerEm, std::move(shaper));
  pacer_.wake();
}

void Shell::resize(Size logical, int deviceWidth, int deviceHeight) {
  size_ = logical;
  density_ = logical.width > 0 ? static_cast<float>(deviceWidth) / logical.width : 1;
  platform_->resize(deviceWidth, deviceHeight, density_);
  matrix_.requestReveal();
  pacer_.wake();
}

void Shell::setPreferences(const Preferences& preferences) {
  preferences_ = preferences;
  pacer_.wake();
}

void Shell::setFocused(bool focused) {
  focused_ = focused;
  pacer_.wake();
}

void Shell::setTwinFocus(const std::string& key) {
  twinKey_ = key;
  matrix_.focusKey(session_.page().matrix, key, true);
  pacer_.wake();
}

void Shell::pageChanged() {
  const PageView& page = session_.page();
  if (showsMatrix()) {
    matrix_.setView(page.matrix, now_, moves());
    matrix_.requestReveal();
  } else {
    awards_.viewChanged(page.awards);
  }
  if (page.panel) shownArticle_ = page.panel;
  panel_.setArticle(page.panel ? &*page.panel : nullptr);
  panelShare_.moveTo(page.panel ? 1.0F : 0.0F, now_, moves());
  pacer_.wake();
}

void Shell::contextLost() {
  contextLost_ = true;
  // Now, while deleting does nothing: after the restoration the old names would belong to no context.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

void Shell::contextRestored() {
  contextLost_ = false;
  pacer_.wake();
}

bool Shell::wantsKey(Key key) const {
  if (!focused_) return false;
  switch (key) {
    case Key::kNone:
      return false;
    case Key::kEscape:
      return session_.page().panel.has_value();
    case Key::kPageUp:
    case Key::kPageDown:
      return session_.page().panel.has_value();
    default:
      return true;
  }
}

Point Shell::logical(Point physical) const {
  return isMirrored() && physical.x >= 0 ? Point{size_.width - physical.x, physical.y} : physical;
}

Rect Shell::itemRect(const CanvasItem& item) const {
  const Rect& r = item.rect;
  return isMirrored() ? Rect{size_.width - r.right(), r.y, r.width, r.height} : r;
}

bool Shell::takeWheel(Point physical, float dx, float dy, bool zooms) {
  touched_ = false;
  const Point at = logical(physical);
  if (isMirrored()) dx = -dx;
  if (session_.page().panel && panel_.area().contains(at)) return !zooms && panel_.scrollBy(dy);
  if (!showsMatrix()) return !zooms && awards_.scrollBy(at, dy);
  if (!matrix_.area().contains(at)) return false;
  MatrixGeometry& geometry = matrix_.geometry();
  if (zooms) {
    const float before = geometry.zoom();
    // A trackpad's pinch comes as many small steps, a wheel's notch as one of about 100.
    geometry.zoomBy(std::exp(dy * 0.0035F), at.x - matrix_.area().x);
    return geometry.zoom() != before;
  }
  return geometry.panBy(dx, dy);
}

bool Shell::takeDrag(Point physical, float dx, float dy) {
  touched_ = true;
  const Point from = logical(physical);
  if (isMirrored()) dx = -dx;
  if (session_.page().panel && panel_.area().contains(from)) return panel_.scrollBy(dy);
  if (!showsMatrix()) return awards_.scrollBy(from, dy);
  if (!matrix_.area().contains(from)) return false;
  return matrix_.geometry().panBy(dx, dy);
}

bool Shell::takePinch(Point physical, float factor) {
  touched_ = true;
  const Point middle = logical(physical);
  if (!showsMatrix() || !matrix_.area().contains(middle)) return false;
  matrix_.geometry().zoomBy(factor, middle.x - matrix_.area().x);
  return true;
}

void Shell::takeEvents() {
  InputEvent event;
  while (platform_->poll(event)) {
    event.at = logical(event.at);
    switch (event.kind) {
      case InputEvent::Kind::kPointerMove:
        if (pressed_ && !dragging_ && std::hypot(event.at.x - pressedAt_.x, event.at.y - pressedAt_.y) > kDragStart) {
          dragging_ = mayEndAsSweep_ || (showsMatrix() && matrix_.area().contains(pressedAt_));
        }
        if (dragging_ && mayEndAsSweep_) {
          awards_.sweepTo(event.at);
        } else if (dragging_)
          matrix_.geometry().panBy(event.at.x - pointer_.x, event.at.y - pointer_.y);
        pointer_ = event.at;
        break;
      case InputEvent::Kind::kPointerLeave:
        pointer_ = {-1, -1};
        break;
      case InputEvent::Kind::kPointerDown:
        pressed_ = true;
        dragging_ = false;
        pressedAt_ = pointer_ = event.at;
        mayEndAsSweep_ = !showsMatrix() && awards_.beginSweep(event.at);
        break;
      case InputEvent::Kind::kPointerUp:
        release(event.at);
        break;
      case InputEvent::Kind::kKey:
        takeKey(event.key, event.control);
        break;
    }
  }
}

void Shell::release(Point at) {
  if (pressed_ && dragging_ && mayEndAsSweep_) {
    const std::string command = awards_.endSweep(session_.page().awards, at);
    if (!command.empty()) hooks_.run(command);
  } else if (pressed_ && !dragging_ && std::hypot(at.x - pressedAt_.x, at.y - pressedAt_.y) <= kDragStart) {
    press(pressedAt_);
  }
  pressed_ = dragging_ = mayEndAsSweep_ = false;
}

void Shell::press(Point at) {
  const CanvasItem* item = items_.at(at);
  if (item == nullptr || item->command.empty()) return;
  const std::string command = item->command;
  if (command == "zoom-in") return zoom(kZoomStep);
  if (command == "zoom-out") return zoom(1 / kZoomStep);
  if (command == "zoom-all") return matrix_.geometry().resetZoom();
  if (awards_.press(command)) return;
  matrix_.focusKey(session_.page().matrix, item->key, false);
  if (focused_) hooks_.focusMoved(item->key);
  hooks_.run(command);
}

void Shell::zoom(float factor) {
  const Rect body = matrix_.geometry().body();
  matrix_.geometry().zoomBy(factor, body.x + body.width / 2);
}

void Shell::takeKey(Key key, bool control) {
  if (isMirrored() && (key == Key::kLeft || key == Key::kRight)) key = key == Key::kLeft ? Key::kRight : Key::kLeft;
  switch (key) {
    case Key::kPageUp:
    case Key::kPageDown:
      panel_.scrollBy(panel_.area().height * (key == Key::kPageUp ? 0.7F : -0.7F));
      return;
    case Key::kEscape:
      return hooks_.run("close");
    case Key::kNone:
      return;
    default:
      return showsMatrix() ? takeMatrixKey(key, control) : takeAwardKey(key);
  }
}

void Shell::takeAwardKey(Key key) {
  const size_t total = session_.awardCount();
  switch (key) {
    case Key::kLeft:
      awards_.moveFocus(-1, 0, total);
      break;
    case Key::kRight:
      awards_.moveFocus(1, 0, total);
      break;
    case Key::kUp:
      awards_.moveFocus(0, -1, total);
      break;
    case Key::kDown:
      awards_.moveFocus(0, 1, total);
      break;
    case Key::kHome:
    case Key::kEnd:
      awards_.focusEdge(key == Key::kEnd, total);
      break;
    case Key::kOpen:
      if (awards_.hasFocus()) hooks_.run(session_.awardCard(awards_.focused()).command);
      return;
    default:
      return;
  }
  if (awards_.hasFocus() && awards_.focused() < total) hooks_.focusMoved(session_.awardCard(awards_.focused()).key);
}

void Shell::takeMatrixKey(Key key, bool control) {
  const MatrixView& view = session_.page().matrix;
  switch (key) {
    case Key::kLeft:
      matrix_.moveFocus(view, 0, -1);
      break;
    case Key::kRight:
      matrix_.moveFocus(view, 0, 1);
      break;
    case Key::kUp:
      matrix_.moveFocus(view, -1, 0);
      break;
    case Key::kDown:
      matrix_.moveFocus(view, 1, 0);
      break;
    case Key::kHome:
      matrix_.focusEdge(view, false, control);
      break;
    case Key::kEnd:
      matrix_.focusEdge(view, true, control);
      break;
    case Key::kOpen: {
      const MatrixPicture::Place focus = matrix_.focus();
      if (!focus.valid()) return;
      const auto row = static_cast<size_t>(std::max(focus.row, 0));
      const auto column = static_cast<size_t>(std::max(focus.column, 0));
      hooks_.run(focus.row < 0      ? view.columns[column].command
                 : focus.column < 0 ? view.rows[row].command
                                    : view.cell(row, column).command);
      return;
    }
    case Key::kZoomIn:
      return zoom(kZoomStep);
    case Key::kZoomOut:
      return zoom(1 / kZoomStep);
    case Key::kZoomReset:
      return matrix_.geometry().resetZoom();
    default:
      return;
  }
  hooks_.focusMoved(matrix_.focusedKey(view));
}

PaletteName Shell::paletteName() const {
  switch (session_.state().theme) {
    case Theme::kLight:
      return PaletteName::kLight;
    case Theme::kDark:
      return PaletteName::kDark;
    case Theme::kContrast:
      return PaletteName::kContrast;
    case Theme::kAuto:
      break;
  }
  if (preferences_.moreContrast) return PaletteName::kContrast;
  return preferences_.dark ? PaletteName::kDark : PaletteName::kLight;
}

void Shell::frame(double now) {
  const auto begun = std::chrono::steady_clock::now();
  now_ = now / 1000;
  pacer_.beginFrame(now_);
  takeEvents();
  if (contextLost_ || !ready() || size_.width < 1 || size_.height < 1) {
    pacer_.endFrame(0, false);
    return;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(size_.width, size_.height);
  io.DisplayFramebufferScale = ImVec2(density_, density_);
  io.DeltaTime = 1.0F / 60;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  const Palette& colours = palette(paletteName());
  const auto channel = [&](int shift) { return static_cast<float>((colours.background >> shift) & 255) / 255; };
  glViewport(0, 0, static_cast<int>(size_.width * density_), static_cast<int>(size_.height * density_));
  glClearColor(channel(16), channel(8), channel(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  platform_->present();
  const std::chrono::duration<double, std::milli> cost = std::chrono::steady_clock::now() - begun;
  pacer_.endFrame(cost.count(), moving_);
}

void Shell::draw() {
  const PageView& page = session_.page();
  items_.clear();
  Paint paint{*ImGui::GetBackgroundDrawList(), text_, palette(paletteName()), items_};
  paint.width = size_.width;
  paint.mirrored = isMirrored();
  paint.pointer = touched_ ? Point{-1, -1} : pointer_;
  paint.now = now_;
  paint.moves = moves();
  paint.textScale = preferences_.textScale;

  const float share = panelShare_.at(now_);
  const bool narrow = isNarrow();
  const float panelSize = narrow ? std::floor(size_.height * 0.58F)
                                 : std::clamp(std::floor(size_.width * 0.33F), 320.0F, 480.0F * paint.textScale);
  const float taken = std::round(panelSize * share);

  const float margin = narrow ? 6 : kMargin;
  Rect room{margin, narrow ? 4.0F : 8.0F, size_.width - 2 * margin, size_.height - (narrow ? 8.0F : 16.0F)};
  if (narrow) {
    room.height -= taken;
  } else {
    room.width -= taken;
  }
  if (showsMatrix()) {
    drawMatrix(paint, room, !(narrow && share > 0));
  } else {
    awards_.paint(
        paint, page.awards, room, [this](size_t place) { return session_.awardCard(place); }, focused_, &goalColour);
    moving_ = false;
  }

  if (share > 0 && shownArticle_) {
    const Rect panelArea = narrow ? Rect{0, size_.height - taken, size_.width, panelSize}
                                  : Rect{size_.width - taken, 6, panelSize - 10, size_.height - 12};
    panel_.paint(paint, *shownArticle_, panelArea, &goalColour);
  }
  if (share == 0 && panelShare_.target() == 0) shownArticle_.reset();
  // What has the focus in the text below is marked here too; the matrix marks its places itself.
  if (const CanvasItem* item = twinKey_.empty() ? nullptr : items_.find(twinKey_); item && !matrix_.focus().valid()) {
    const Rect& r = item->rect;
    paint.outline({r.x - 2, r.y - 2, r.width + 4, r.height + 4}, paint.colours.focus, 6, 3);
  }
  drawHint(paint);

  const CanvasItem* under = paint.pointer.x < 0 ? nullptr : items_.at(paint.pointer);
  platform_->setCursor(under != nullptr && !under->command.empty() ? Cursor::kHand : Cursor::kArrow);
  moving_ = moving_ || panelShare_.movingAt(now_);
}

void Shell::drawMatrix(const Paint& paint, Rect room, bool roomForLegend) {
  const MatrixView& view = session_.page().matrix;
  constexpr float kZoomButtons = 104;
  const float legendWidth = room.width - 16;
  const bool legendFits = room.height > 260 && roomForLegend && session_.page().showsLegend;
  const float legend = legendFits ? legendHeight(paint, view, legendWidth, kZoomButtons) + 6 : 0;
  const Rect matrixArea{room.x, room.y, room.width, room.height - legend};
  paint.fill({room.x - 4, room.y - 2, room.width + 8, room.height + 4}, paint.colours.surface, 10);
  moving_ = matrix_.paint(paint, view, matrixArea, focused_ || !twinKey_.empty());
  if (legend > 0) {
    paintLegend(paint, view, {room.x + 8, matrixArea.bottom() + 6, legendWidth, legend});
    drawZoomButtons(paint, {room.right() - kZoomButtons, room.bottom() - 30, 96, 28});
  }
}

void Shell::drawZoomButtons(const Paint& paint, const Rect& area) {
  const float side = std::min(area.height, 28.0F);
  const auto button = [&](int index, const char* key, bool enabled) {
    const Rect box{area.x + static_cast<float>(index) * (side + 4), area.y, side, side};
    const bool hot = enabled && box.contains(paint.pointer);
    paint.fill(box, hot ? paint.colours.raised : paint.colours.surface, 6);
    paint.outline(box, enabled ? paint.colours.outline : paint.colours.hairline, 6);
    paint.items.add(key, enabled ? key : "", box, box);
    return box;
  };
  const MatrixGeometry& geometry = matrix_.geometry();
  const auto stroke = [&](bool enabled) { return enabled ? paint.colours.ink : paint.colours.outline; };
  const bool in = geometry.zoom() < geometry.measures().mostZoom;
  const bool out = geometry.zoom() > 1;
  const Rect minus = button(0, "zoom-out", out);
  const Rect plus = button(1, "zoom-in", in);
  const Rect all = button(2, "zoom-all", out);
  const float r = 5;
  const auto across = [&](const Rect& b, Colour ink) {
    paint.line({b.centre().x - r, b.centre().y}, {b.centre().x + r, b.centre().y}, ink, 1.6F);
  };
  across(minus, stroke(out));
  across(plus, stroke(in));
  paint.line({plus.centre().x, plus.centre().y - r}, {plus.centre().x, plus.centre().y + r}, stroke(in), 1.6F);
  const Rect frame{all.centre().x - r - 1, all.centre().y - r + 1, 2 * r + 2, 2 * r - 2};
  paint.outline(frame, stroke(out), 2, 1.6F);
}

// A card beside the pointer says in words what is pointed at.
void Shell::drawHint(const Paint& paint) {
  if (paint.pointer.x < 0 || pressed_) return;
  const CanvasItem* under = items_.at(paint.pointer);
  if (under == nullptr) return;
  if (session_.page().panel && panel_.area().contains(paint.pointer)) return;
  HoverText text;
  if (showsMatrix()) {
    const MatrixPicture::Place place = matrix_.hovered(paint.pointer);
    if (!place.valid() || !matrix_.area().contains(paint.pointer)) return;
    text = session_.describePlace(place.row, place.column);
  } else {
    text = session_.describeItem(under->key);
  }
  if (text.title.empty()) return;

  const TextStyle title{13.5F * paint.textScale, true, 1.35F};
  const TextStyle detail{13.0F * paint.textScale, false, 1.4F};
  const float most = std::min(320.0F * paint.textScale, size_.width - 40);
  float wide = 0;
  for (const std::string& line : text_.wrap(text.title, title, most)) wide = std::max(wide, text_.width(line, title));
  for (const std::string& line : text_.wrap(text.detail, detail, most))
    wide = std::max(wide, text_.width(line, detail));
  const float titleHeight = text_.height(text.title, title, most);
  const float detailHeight = text.detail.empty() ? 0 : text_.height(text.detail, detail, most) + 3;
  const Size card{wide + 24, titleHeight + detailHeight + 18};
  Rect box{paint.pointer.x + 16, paint.pointer.y + 18, card.width, card.height};
  if (box.right() > size_.width - 4) box.x = std::max(4.0F, paint.pointer.x - card.width - 12);
  if (box.bottom() > size_.height - 4) box.y = std::max(4.0F, paint.pointer.y - card.height - 12);
  paint.fill({box.x + 1, box.y + 3, box.width, box.height}, 0x000000, 8, 0.16F);
  paint.fill(box, paint.colours.ink, 8);
  paint.writeWrapped({box.x + 12, box.y + 9}, text.title, title, most, paint.colours.surface);
  if (!text.detail.empty()) {
    paint.writeWrapped({box.x + 12, box.y + 12 + titleHeight}, text.detail, detail, most, paint.colours.surface, 0.88F);
  }
}

}  // namespace wsis
