#include "core/views/palette.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/test_support.h"

namespace wsis {
namespace {

constexpr double kText = 4.5;      // WCAG 2.2, 1.4.3
constexpr double kGraphics = 3.0;  // WCAG 2.2, 1.4.11
constexpr PaletteName kAll[] = {PaletteName::kLight, PaletteName::kDark, PaletteName::kContrast};

}  // namespace

TEST_CASE("The contrast ratio is that of WCAG") {
  CHECK(contrastRatio(0x000000, 0xFFFFFF) == Catch::Approx(21));
  CHECK(contrastRatio(0x777777, 0xFFFFFF) == Catch::Approx(4.48).margin(0.01));
}

TEST_CASE("Text reads on every ground it stands on, in every theme") {
  for (const PaletteName name : kAll) {
    const Palette& p = palette(name);
    for (const Colour ground : {p.background, p.surface, p.raised}) {
      CHECK(contrastRatio(p.ink, ground) >= kText);
      CHECK(contrastRatio(p.inkQuiet, ground) >= kText);
      CHECK(contrastRatio(p.accent, ground) >= kText);
    }
    CHECK(contrastRatio(p.onAccent, p.accent) >= kText);
    CHECK(contrastRatio(p.surface, p.ink) >= kText);
  }
}

TEST_CASE("Edges and focus that carry meaning stand out") {
  for (const PaletteName name : kAll) {
    const Palette& p = palette(name);
    for (const Colour ground : {p.background, p.surface}) {
      CHECK(contrastRatio(p.outline, ground) >= kGraphics);
      CHECK(contrastRatio(p.focus, ground) >= kGraphics);
    }
  }
}

TEST_CASE("The heat scale is one hue from light to dark, with readable counts") {
  for (const PaletteName name : kAll) {
    const Palette& p = palette(name);
    const double first = contrastRatio(p.heat[0], p.surface);
    double before = first;
    for (int i = 1; i < kHeatSteps; ++i) {
      const double now = contrastRatio(p.heat[static_cast<size_t>(i)], p.surface);
      CHECK(now > before);
      before = now;
    }
    for (const Colour heat : p.heat) CHECK(contrastRatio(inkOn(heat), heat) >= kText);
  }
}

TEST_CASE("Whole goals are ringed so that the ring shows on the heat below it") {
  for (const PaletteName name : kAll) {
    const Palette& p = palette(name);
    for (const Colour heat : p.heat) CHECK(contrastRatio(ringOn(p, heat), heat) >= kGraphics);
  }
}

TEST_CASE("Every goal's number reads on its colour") {
  for (const Goal& goal : test::realData().goals) {
    INFO("goal " << goal.number);
    CHECK(contrastRatio(inkOn(goal.colour), goal.colour) >= kText);
  }
}

TEST_CASE("Heat beyond the scale takes its ends") {
  const Palette& p = palette(PaletteName::kLight);
  CHECK(heatColour(p, 0) == p.heat[0]);
  CHECK(heatColour(p, 99) == p.heat[5]);
}

}  // namespace wsis
