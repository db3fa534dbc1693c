// The colours of every theme, and the contrast arithmetic that the tests hold them to. The style sheet's variables, the
// drawing and the exports all take their colours from here.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace wsis {

using Colour = uint32_t;  ///< 0xRRGGBB

/// Steps of the heat scale: 1 … 6 cited targets; more than six share the last.
inline constexpr int kHeatSteps = 6;

struct Palette {
  Colour background;  ///< Of the page.
  Colour surface;     ///< Of cards, the panel, the matrix.
  Colour raised;      ///< Hovered rows and buttons.
  Colour ink;         ///< Text.
  Colour inkQuiet;    ///< Secondary text; still 4.5:1.
  Colour hairline;    ///< Separators that carry no meaning.
  Colour outline;     ///< Edges that do: at least 3:1 on the surface.
  Colour accent;      ///< The one accent: links, pressed buttons, selection.
  Colour onAccent;    ///< Text on the accent.
  Colour focus;       ///< The focus ring.
  std::array<Colour, kHeatSteps> heat;
};

enum class PaletteName { kLight, kDark, kContrast };

const Palette& palette(PaletteName name);

/// WCAG 2.2 contrast ratio, 1 … 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
double contrastRatio(Colour a, Colour b);

/// Black or white, whichever reads better on `ground`. White alone would fail 4.5:1 on ten of the 17 goal colours.
Colour inkOn(Colour ground);

/// The heat colour for a count of cited targets (0 takes the first step).
Colour heatColour(const Palette& colours, int count);

/// The heat colour for a count that spreads widely, as projects of countries do: 1, 3, 6, 12, 24, 48 and more begin a
/// step.
Colour countColour(const Palette& colours, uint32_t count);

/// The colour of the ring round a cell of this heat: the accent where it shows, else the text's.
Colour ringOn(const Palette& colours, Colour heat);

/// "#e5243b"
std::string cssColour(Colour colour);

/// The style sheet rules that give each theme its custom properties.
std::string paletteCss();

/// The rule for what is marked with a goal's colour (class "goal-9"), with the text colour that reads on it.
std::string goalCss(int number, Colour colour);

}  // namespace wsis
