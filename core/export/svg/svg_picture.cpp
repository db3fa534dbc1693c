#include "core/export/svg/svg_picture.h"

#include "core/export/svg/svg_parts.h"

namespace wsis {
namespace {

const Palette& coloursOf(Theme theme) {
  return palette(theme == Theme::kDark       ? PaletteName::kDark
                 : theme == Theme::kContrast ? PaletteName::kContrast
                                             : PaletteName::kLight);
}

}  // namespace

std::string svgPicture(const Dataset& data, const ViewState& state, const Catalog& catalog, const PageView& page,
                       const Place& place) {
  SvgCanvas canvas(kPictureWidth, catalog.language());
  const Palette& colours = coloursOf(state.theme);
  const SvgParts parts{canvas, colours, data};
  const bool isMatrix = page.view == View::kMatrix;
  float y = parts.margin;
  y += canvas.wrapped(parts.margin, y, isMatrix ? page.matrix.title : page.awards.title, parts.strong(26),
                      parts.wide()) +
       4;
  if (isMatrix) {
    y += canvas.wrapped(parts.margin, y, page.matrix.summary, parts.quiet(14), parts.wide()) + 14;
    y = drawMatrix(parts, page.matrix, y);
    y = drawLegend(parts, page.matrix, y);
  } else {
    y = drawAwards(parts, page.awards, y);
  }
  if (page.panel) {
    canvas.line(parts.margin, y, parts.margin + parts.wide(), y, colours.hairline);
    y = drawArticle(parts, *page.panel, y + 12) + 8;
  }
  canvas.line(parts.margin, y, parts.margin + parts.wide(), y, colours.hairline);
  y += 8;
  y += canvas.wrapped(parts.margin, y, catalog.text(isMatrix ? "about.matrix" : "about.derived"), parts.quiet(12.5F),
                      parts.wide());
  // Isolated, or a right-to-left line would turn the parts of the date round.
  const std::string today = catalog.rightToLeft() ? "\u2066" + place.today + "\u2069" : place.today;
  y += canvas.wrapped(parts.margin, y, catalog.text("site.title") + " · " + page.footerLine + " · " + today,
                      parts.quiet(12.5F), parts.wide());
  const std::string link = sharedText("link", data, state, catalog, place, page.documentTitle);
  y += canvas.wrapped(parts.margin, y, link, parts.quiet(12.5F), parts.wide());
  return canvas.finish(y + parts.margin - 8, colours.surface, page.documentTitle, page.tagline);
}

std::string svgCard(const Dataset& data, const Catalog& catalog, const PageView& page, const std::string& title,
                    const std::string& text) {
  constexpr float kCardWide = 1200, kCardHigh = 630, kText = 500;
  SvgCanvas canvas(kCardWide, catalog.language());
  const Palette& colours = palette(PaletteName::kLight);
  const SvgParts parts{canvas, colours, data, 56};
  drawEmblem(parts, page.matrix, parts.margin + kText + 44, 64, kCardWide - kText - 2 * parts.margin - 44, 502);
  float y = 96;
  canvas.text(parts.margin, y, catalog.text("site.title"), {24, true, colours.accent});
  y += 30;
  y += canvas.wrapped(parts.margin, y, title, {46, true, colours.ink, 1.2F}, kText) + 18;
  canvas.wrapped(parts.margin, y, text, {24, false, colours.inkQuiet, 1.4F}, kText);
  canvas.text(parts.margin, kCardHigh - 56, page.footerLine, {18, false, colours.inkQuiet});
  return canvas.finish(kCardHigh, colours.surface, title, text);
}

}  // namespace wsis
