// The picture: takes events, draws the described page with ImGui, and turns what is pressed into commands. It owns no
// state that matters beyond the moment (zoom, pan, hover, focus); everything else lives in the Session.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/views/session.h"
#include "shell/layout/eased.h"
#include "shell/layout/frame_pacer.h"
#include "shell/picture/awards_picture.h"
#include "shell/picture/canvas_items.h"
#include "shell/picture/fonts.h"
#include "shell/picture/matrix_picture.h"
#include "shell/picture/panel_picture.h"
#include "shell/picture/text_painter.h"
#include "shell/platform/platform.h"

namespace wsis {

/// What the person has told the browser.
struct Preferences {
  bool dark = false;
  bool moreContrast = false;
  bool reducedMotion = false;
  float textScale = 1;  ///< The browser's font size against 16 px.
};

class Shell final : public InputTaker {
 public:
  struct Hooks {
    std::function<void()> requestFrame;
    /// Runs a command; the shell draws again by itself.
    std::function<void(const std::string& command)> run;
    /// The keyboard focus moved to the item with this key.
    std::function<void(const std::string& key)> focusMoved;
  };

  Shell(std::unique_ptr<Platform> platform, const Session& session, Hooks hooks);
  ~Shell() override;

  /// Opens the window. False, with the reason, where the picture cannot be drawn.
  bool open(std::string& reason);
  /// The faces of the language, and the shaper of one that needs it. Draws nothing before they are there.
  void setFonts(FontFiles files, std::unique_ptr<TextShaper> shaper, RasteriseGlyph rasterise);
  bool ready() const { return text_.ready(); }

  void resize(Size logical, int deviceWidth, int deviceHeight);
  void setPreferences(const Preferences& preferences);
  /// The picture's box has the keyboard.
  void setFocused(bool focused);
  /// The focus of the accessible twin, to be drawn here; an empty key for none.
  void setTwinFocus(const std::string& key);

  /// Draws one frame. `now` in milliseconds of any steady clock.
  void frame(double now);
  /// The session's page changed.
  void pageChanged();

  /// The WebGL context is gone, or is back.
  void contextLost();
  void contextRestored();

  FramePacer& pacer() { return pacer_; }
  const CanvasItems& items() const { return items_; }
  /// Where an item is seen, in logical pixels from the left.
  Rect itemRect(const CanvasItem& item) const;

  // InputTaker
  bool wantsKey(Key key) const override;
  bool takeWheel(Point physical, float dx, float dy, bool zooms) override;
  bool takeDrag(Point physical, float dx, float dy) override;
  bool takePinch(Point physical, float factor) override;
  void wake() override { pacer_.wake(); }

 private:
  void takeEvents();
  void press(Point at);
  void takeKey(Key key, bool control);
  void draw();
  void drawZoomButtons(const Paint& paint, const Rect& area);
  void drawHint(const Paint& paint);
  void drawMatrix(const Paint& paint, Rect room, bool roomForLegend);
  bool showsMatrix() const { return session_.page().view == View::kMatrix; }
  void takeAwardKey(Key key);
  void takeMatrixKey(Key key, bool control);
  void release(Point at);
  PaletteName paletteName() const;
  bool isMirrored() const { return session_.catalog().rightToLeft(); }
  Point logical(Point physical) const;
  bool isNarrow() const { return size_.width < 760; }
  bool moves() const { return !preferences_.reducedMotion; }
  void zoom(float factor);

  std::unique_ptr<Platform> platform_;
  const Session& session_;
  Hooks hooks_;
  FramePacer pacer_;
  TextPainter text_;
  CanvasItems items_;
  MatrixPicture matrix_;
  AwardsPicture awards_;
  PanelPicture panel_;
  Preferences preferences_;
  Size size_{0, 0};
  float density_ = 1;
  double now_ = 0;
  Eased panelShare_{0};
  std::optional<Node> shownArticle_;  // stays while the panel glides shut
  Point pointer_{-1, -1};
  Point pressedAt_{-1, -1};
  bool pressed_ = false;
  bool dragging_ = false;
  bool mayEndAsSweep_ = false;  // the press began on the years of the awards
  bool touched_ = false;        // the last contact was a finger: nothing hovers
  bool focused_ = false;
  std::string twinKey_;  // what has the focus in the accessible twin
  bool contextLost_ = false;
  bool moving_ = false;
};

}  // namespace wsis
