#include "core/views/palette.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

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

namespace {

// How a colour looks to a person who lacks one kind of cone: the matrices of Machado, Oliveira and Fernandes (2009) for
// the full deficiency, applied to linear light.
constexpr double kDeficiencies[3][9] = {
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},  // protan
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},   // deutan
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},  // tritan
};

Colour seenBy(const double (&matrix)[9], Colour colour) {
  double light[3];
  for (int i = 0; i < 3; ++i) {
    const double c = ((colour >> (16 - 8 * i)) & 255) / 255.0;
    light[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  Colour out = 0;
  for (int row = 0; row < 3; ++row) {
    const double l = std::clamp(
        matrix[3 * row] * light[0] + matrix[3 * row + 1] * light[1] + matrix[3 * row + 2] * light[2], 0.0, 1.0);
    const double c = l <= 0.0031308 ? 12.92 * l : 1.055 * std::pow(l, 1 / 2.4) - 0.055;
    out = (out << 8) | static_cast<Colour>(std::lround(c * 255));
  }
  return out;
}

}  // namespace

TEST_CASE("Who lacks a kind of cone still sees the heat rise, the text on it, and what is chosen") {
  for (const PaletteName name : kAll) {
    const Palette& p = palette(name);
    for (const auto& deficiency : kDeficiencies) {
      const auto ratio = [&](Colour a, Colour b) {
        return contrastRatio(seenBy(deficiency, a), seenBy(deficiency, b));
      };
      double before = 0;
      for (const Colour heat : p.heat) {
        const double now = ratio(heat, p.surface);
        CHECK(now > before);
        before = now;
        CHECK(ratio(inkOn(heat), heat) >= 4.3);  // the model itself moves light by a few per cent
        CHECK(ratio(ringOn(p, heat), heat) >= 2.7);
      }
      CHECK(ratio(p.accent, p.surface) >= 4.3);
      CHECK(ratio(p.onAccent, p.accent) >= 4.3);
      CHECK(ratio(p.focus, p.background) >= 2.7);
    }
  }
}

TEST_CASE("Heat beyond the scale takes its ends") {
  const Palette& p = palette(PaletteName::kLight);
  CHECK(heatColour(p, 0) == p.heat[0]);
  CHECK(heatColour(p, 99) == p.heat[5]);
}

}  // namespace wsis
