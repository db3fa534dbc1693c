#include "core/text/shaping/arabic_shaper.h"

#include <SheenBidi/SheenBidi.h>
#include <hb.h>

#include "core/base/strings.h"

namespace wsis {
namespace {

// Characters that only steer the bidirectional algorithm and are never drawn.
bool isControl(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void appendDrawn(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    if (!isControl(nextCodePoint(text, at))) out += text.substr(here, at - here);
  }
}

bool holdsRightToLeft(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (isRightToLeft(nextCodePoint(text, at))) return true;
  }
  return false;
}

// One face, with HarfBuzz's view of it.
class Face {
 public:
  explicit Face(std::vector<unsigned char> file) : file_(std::move(file)) {
    hb_blob_t* blob = hb_blob_create(reinterpret_cast<const char*>(file_.data()), static_cast<unsigned>(file_.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    unitsPerEm_ = static_cast<float>(hb_face_get_upem(face));
    glyphCount_ = hb_face_get_glyph_count(face);
    font_ = hb_font_create(face);
    hb_face_destroy(face);
  }
  ~Face() { hb_font_destroy(font_); }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  bool usable() const { return glyphCount_ > 0; }
  hb_font_t* font() const { return font_; }
  float em(hb_position_t units) const { return static_cast<float>(units) / unitsPerEm_; }

 private:
  std::vector<unsigned char> file_;
  hb_font_t* font_ = nullptr;
  float unitsPerEm_ = 1000;
  unsigned glyphCount_ = 0;
};

class ArabicShaper final : public TextShaper {
 public:
  ArabicShaper(std::vector<unsigned char> regular, std::vector<unsigned char> bold)
      : regular_(std::move(regular)), bold_(std::move(bold)), buffer_(hb_buffer_create()) {}
  ~ArabicShaper() override { hb_buffer_destroy(buffer_); }
  ArabicShaper(const ArabicShaper&) = delete;
  ArabicShaper& operator=(const ArabicShaper&) = delete;

  bool usable() const { return regular_.usable() && bold_.usable(); }

  VisualLine shape(std::string_view line, bool bold) const override {
    VisualLine out;
    if (!holdsRightToLeft(line)) {
      appendDrawn(out.text, line);
      return out;
    }
    for (const DirectionalRun& run : visualRuns(line)) {
      if (run.rightToLeft) {
        shapeRun(line, run, bold ? bold_ : regular_, out);
      } else {
        appendDrawn(out.text, line.substr(run.offset, run.length));
      }
    }
    return out;
  }

 private:
  void shapeRun(std::string_view line, const DirectionalRun& run, const Face& face, VisualLine& out) const {
    hb_buffer_clear_contents(buffer_);
    // With the whole line as context, so that letters at the ends of the run join as they should.
    hb_buffer_add_utf8(buffer_, line.data(), static_cast<int>(line.size()), static_cast<unsigned>(run.offset),
                       static_cast<int>(run.length));
    hb_buffer_set_direction(buffer_, HB_DIRECTION_RTL);
    hb_buffer_set_script(buffer_, HB_SCRIPT_ARABIC);
    hb_buffer_set_language(buffer_, hb_language_from_string("ar", 2));
    hb_shape(face.font(), buffer_, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer_, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer_, &count);
    for (unsigned i = 0; i < count; ++i) {
      size_t at = glyphs[i].cluster;
      const char32_t character = nextCodePoint(line, at);
      if (isControl(character)) continue;
      const uint32_t glyph = glyphs[i].codepoint;
      if (glyph == 0 || character == ' ') {
        // Not in this face (a bracket, a dash): the base face draws it, mirrored where it has a mirror image.
        const SBCodepoint mirror = SBCodepointGetMirror(character);
        appendUtf8(out.text, mirror != 0 ? mirror : character);
      } else if (places[i].x_advance == 0) {
        PlacedMark mark{out.text.size(), face.em(places[i].x_offset), face.em(places[i].y_offset), {}};
        appendUtf8(mark.glyph, kFirstGlyph + glyph);
        out.marks.push_back(std::move(mark));
      } else {
        appendUtf8(out.text, kFirstGlyph + glyph);
      }
    }
  }

  Face regular_;
  Face bold_;
  hb_buffer_t* buffer_;
};

}  // namespace

std::vector<DirectionalRun> visualRuns(std::string_view line) {
  std::vector<DirectionalRun> out;
  if (line.empty()) return out;
  const SBCodepointSequence sequence{SBStringEncodingUTF8, line.data(), line.size()};
  const SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  if (algorithm == nullptr) return {{0, line.size(), false}};
  constexpr std::string_view kLeftToRightMark = "\u200E";
  const SBLevel base = holdsRightToLeft(line) && !line.starts_with(kLeftToRightMark) ? 1 : 0;
  const SBParagraphRef paragraph = SBAlgorithmCreateParagraph(algorithm, 0, line.size(), base);
  if (paragraph != nullptr) {
    const SBLineRef ordered = SBParagraphCreateLine(paragraph, 0, SBParagraphGetLength(paragraph));
    if (ordered != nullptr) {
      const SBRun* runs = SBLineGetRunsPtr(ordered);
      for (SBUInteger i = 0; i < SBLineGetRunCount(ordered); ++i) {
        out.push_back({runs[i].offset, runs[i].length, (runs[i].level & 1) != 0});
      }
      SBLineRelease(ordered);
    }
    SBParagraphRelease(paragraph);
  }
  SBAlgorithmRelease(algorithm);
  return out;
}

std::unique_ptr<TextShaper> makeArabicShaper(std::vector<unsigned char> regular, std::vector<unsigned char> bold) {
  auto shaper = std::make_unique<ArabicShaper>(std::move(regular), std::move(bold));
  if (!shaper->usable()) return nullptr;
  return shaper;
}

}  // namespace wsis
