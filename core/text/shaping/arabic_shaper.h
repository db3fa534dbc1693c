// TextShaper for Arabic: SheenBidi orders the runs, HarfBuzz joins the letters. A library of its own, so that programs
// without right-to-left text need not carry it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/text/shaper.h"

namespace wsis {

/// A shaper for the two faces of a language, as TrueType files. Null where HarfBuzz cannot read one of them.
std::unique_ptr<TextShaper> makeArabicShaper(std::vector<unsigned char> regular, std::vector<unsigned char> bold);

/// A run of text with one direction.
struct DirectionalRun {
  size_t offset = 0;  ///< In bytes.
  size_t length = 0;
  bool rightToLeft = false;
};

/// The runs of a line from left to right, after the Unicode bidirectional algorithm (UAX 9). The line reads from right
/// to left where it holds a right-to-left letter at all: "C5 …" at the beginning of an Arabic sentence is no reason to
/// turn it round. A line that begins with a left-to-right mark (U+200E), such as code with an Arabic title inside,
/// reads from left to right all the same.
std::vector<DirectionalRun> visualRuns(std::string_view line);

}  // namespace wsis
