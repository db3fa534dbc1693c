#include "core/views/palette.h"

#include <algorithm>
#include <cmath>

namespace wsis {
namespace {

constexpr Palette kLight{
    .background = 0xF4F6F8,
    .surface = 0xFFFFFF,
    .raised = 0xE9EFF5,
    .ink = 0x14202B,
    .inkQuiet = 0x4F5D6B,
    .hairline = 0xDCE3EA,
    .outline = 0x74828F,
    .accent = 0x0B5A9E,
    .onAccent = 0xFFFFFF,
    .focus = 0xB3261E,
    .heat = {0xD3E6F8, 0xA9CEF0, 0x76B0E3, 0x3F8CCB, 0x1968AA, 0x0A4278},
};

constexpr Palette kDark{
    .background = 0x0E141A,
    .surface = 0x161E27,
    .raised = 0x222D39,
    .ink = 0xEDF2F7,
    .inkQuiet = 0xA9B7C4,
    .hairline = 0x2A3642,
    .outline = 0x768797,
    .accent = 0x7CC0FF,
    .onAccent = 0x08131D,
    .focus = 0xFFC53D,
    .heat = {0x1D3C5A, 0x24557F, 0x2F73A8, 0x4C97D2, 0x83BDEE, 0xC4E2FB},
};

constexpr Palette kContrast{
    .background = 0x000000,
    .surface = 0x000000,
    .raised = 0x2B2B2B,
    .ink = 0xFFFFFF,
    .inkQuiet = 0xF0F0F0,
    .hairline = 0x9A9A9A,
    .outline = 0xFFFFFF,
    .accent = 0xFFE14D,
    .onAccent = 0x000000,
    .focus = 0xFF8CF0,
    .heat = {0x14375C, 0x1F5488, 0x3A7AB5, 0x67A3DA, 0xA5CEF2, 0xE4F2FF},
};

double linear(uint32_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear((c >> 16) & 255) + 0.7152 * linear((c >> 8) & 255) + 0.0722 * linear(c & 255);
}

void appendRule(std::string& css, const std::string& selector, const Palette& p) {
  css += selector + "{";
  const auto put = [&](const char* name, Colour colour) {
    css += std::string("--") + name + ":" + cssColour(colour) + ";";
  };
  put("background", p.background);
  put("surface", p.surface);
  put("raised", p.raised);
  put("ink", p.ink);
  put("ink-quiet", p.inkQuiet);
  put("hairline", p.hairline);
  put("outline", p.outline);
  put("accent", p.accent);
  put("on-accent", p.onAccent);
  put("focus", p.focus);
  for (int i = 0; i < kHeatSteps; ++i) {
    const Colour heat = p.heat[static_cast<size_t>(i)];
    put(("heat-" + std::to_string(i + 1)).c_str(), heat);
    put(("on-heat-" + std::to_string(i + 1)).c_str(), inkOn(heat));
  }
  css += "}\n";
}

}  // namespace

const Palette& palette(PaletteName name) {
  switch (name) {
    case PaletteName::kDark:
      return kDark;
    case PaletteName::kContrast:
      return kContrast;
    case PaletteName::kLight:
      break;
  }
  return kLight;
}

double contrastRatio(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Colour inkOn(Colour ground) {
  constexpr Colour kBlack = 0x000000;
  constexpr Colour kWhite = 0xFFFFFF;
  return contrastRatio(ground, kWhite) >= contrastRatio(ground, kBlack) ? kWhite : kBlack;
}

Colour heatColour(const Palette& colours, int count) {
  return colours.heat[static_cast<size_t>(std::clamp(count, 1, kHeatSteps) - 1)];
}

Colour countColour(const Palette& colours, uint32_t count) {
  int step = 0;
  for (uint32_t least = 1; count >= least && step < kHeatSteps; least = least == 1 ? 3 : least * 2) ++step;
  return heatColour(colours, step);
}

Colour ringOn(const Palette& colours, Colour heat) {
  constexpr double kGraphics = 3;  // WCAG 2.2, 1.4.11
  return contrastRatio(colours.accent, heat) >= kGraphics ? colours.accent : inkOn(heat);
}

std::string cssColour(Colour colour) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4) out += kHex[(colour >> shift) & 15];
  return out;
}

std::string paletteCss() {
  std::string css;
  appendRule(css, ":root", kLight);
  css += "@media screen and (prefers-color-scheme:dark){\n";
  appendRule(css, ":root:not([data-theme])", kDark);
  css += "}\n@media screen and (prefers-contrast:more){\n";
  appendRule(css, ":root:not([data-theme])", kContrast);
  css += "}\n@media screen{\n";  // paper is white
  appendRule(css, ":root[data-theme=light]", kLight);
  appendRule(css, ":root[data-theme=dark]", kDark);
  appendRule(css, ":root[data-theme=contrast]", kContrast);
  css += "}\n";
  return css;
}

std::string goalCss(int number, Colour colour) {
  return ".goal-" + std::to_string(number) + "{--goal:" + cssColour(colour) + ";--on-goal:" + cssColour(inkOn(colour)) +
         "}\n";
}

}  // namespace wsis
