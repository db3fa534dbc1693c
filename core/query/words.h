// Texts as words for searching: the same word in another case, with or without accents, diacritics, tatweel or another
// form of alef, gives the same letters. Chinese and Japanese, which write no spaces, give pairs of neighbouring
// characters. Unicode data come from utf8proc (NFKD with case folding, marks left out); what Unicode keeps apart but
// people type alike (ø and o, ta marbuta and ha) is folded in words.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wsis {

struct Word {
  std::string_view letters;  ///< Folded, UTF-8; valid only during the call.
  size_t begin = 0;          ///< Bytes of the original text that it stands for.
  size_t end = 0;
  bool alternate =
      false;          ///< Another reading of the word before it: without the Arabic article, or "health" of "e-health".
  bool pair = false;  ///< Two characters of a script without spaces.
};

/// Calls `take` for each word of `text`, in order. Bad UTF-8 separates words. Words longer than 40 characters are cut.
void readWords(std::string_view text, const std::function<void(const Word&)>& take);

/// The folded text with one space between words: for comparing phrases and for sorting by name.
std::string foldPhrase(std::string_view text);

}  // namespace wsis
