#include "core/query/words.h"

#include <utf8proc.h>

#include <array>
#include <memory>

#include "core/base/strings.h"

namespace wsis {
namespace {

constexpr size_t kLongestWord = 40;  // code points

enum class Kind : uint8_t {
  kBreak,    ///< Separates words.
  kLetter,   ///< Part of a word.
  kNothing,  ///< Belongs to a word but leaves no trace: a mark, tatweel, a joiner.
  kPair,     ///< A character of a script without spaces.
};

struct Folded {
  Kind kind = Kind::kBreak;
  uint8_t size = 0;
  std::array<char, 22> letters{};  // the longest compatibility decomposition (U+FDFA) is cut

  std::string_view text() const { return {letters.data(), size}; }
};

bool isPaired(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Letters that Unicode keeps apart and people type alike.
std::u32string_view alike(char32_t c) {
  switch (c) {
    case 0x0649:  // alef maqsura
    case 0x06CC:  // Farsi yeh
      return U"\u064A";
    case 0x0629:  // ta marbuta
    case 0x06C1:  // heh goal
      return U"\u0647";
    case 0x0671:  // alef wasla
      return U"\u0627";
    case 0x06A9:  // keheh
      return U"\u0643";
    case 0x0131:
      return U"i";
    case 0x00F8:
      return U"o";
    case 0x0142:
      return U"l";
    case 0x0111:
    case 0x00F0:
      return U"d";
    case 0x00E6:
      return U"ae";
    case 0x0153:
      return U"oe";
    default:
      return {};
  }
}

Folded fold(char32_t c) {
  Folded folded;
  if (c == 0x0640 || c == 0x200C || c == 0x200D || c == 0x00AD || (c >= 0x2066 && c <= 0x2069)) {
    folded.kind = Kind::kNothing;
    return folded;
  }
  constexpr int kMost = 20;
  std::array<utf8proc_int32_t, kMost> out{};
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), out.data(), kMost, options, &boundary);
  if (count < 0) return folded;
  if (count == 0) {
    folded.kind = Kind::kNothing;
    return folded;
  }
  folded.kind = isPaired(c) ? Kind::kPair : Kind::kLetter;
  std::string text;
  for (int i = 0; i < count && i < kMost; ++i) {
    const auto part = static_cast<char32_t>(out[static_cast<size_t>(i)]);
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(part));
    const bool isLetter = (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
                          (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
    if (!isLetter) continue;
    const std::u32string_view same = alike(part);
    if (same.empty()) appendUtf8(text, part);
    for (const char32_t s : same) appendUtf8(text, s);
  }
  if (text.empty()) {
    folded.kind = Kind::kBreak;
    return folded;
  }
  while (text.size() > folded.letters.size()) text.resize(text.size() - 1);
  while (!text.empty() && text.size() == folded.letters.size() && (text.back() & 0x80) != 0) text.pop_back();
  folded.size = static_cast<uint8_t>(text.size());
  text.copy(folded.letters.data(), text.size());
  return folded;
}

// What is typed most by far stands in a table: Latin, Greek, Cyrillic, Hebrew, Arabic.
const Folded& foldCached(char32_t c, Folded& scratch) {
  constexpr char32_t kTable = 0x0800;
  static const std::unique_ptr<std::array<Folded, kTable>> table = [] {
    auto made = std::make_unique<std::array<Folded, kTable>>();
    for (char32_t i = 0; i < kTable; ++i) (*made)[i] = fold(i);
    return made;
  }();
  if (c < kTable) return (*table)[c];
  scratch = fold(c);
  return scratch;
}

// The Arabic article and the particles written onto it.
std::string_view withoutArticle(std::string_view word) {
  constexpr std::string_view kPrefixes[] = {"وال", "بال", "فال", "كال", "ال", "لل"};
  constexpr size_t kLeast = 6;  // three letters must be left
  for (const std::string_view prefix : kPrefixes) {
    if (word.size() >= prefix.size() + kLeast && word.substr(0, prefix.size()) == prefix) {
      return word.substr(prefix.size());
    }
  }
  return {};
}

class WordReader {
 public:
  explicit WordReader(const std::function<void(const Word&)>& take) : take_(take) {}

  void read(std::string_view text) {
    Folded scratch;
    size_t at = 0;
    while (at < text.size()) {
      const size_t begin = at;
      char32_t c = static_cast<unsigned char>(text[at]);
      if (c < 0x80) {
        ++at;
      } else {
        c = nextCodePoint(text, at);
      }
      const Folded& folded = foldCached(c, scratch);
      switch (folded.kind) {
        case Kind::kNothing:
          break;
        case Kind::kLetter:
          endPairs();
          if (letters_.empty()) begin_ = begin;
          if (length_++ < kLongestWord) letters_ += folded.text();
          end_ = at;
          break;
        case Kind::kPair:
          endWord();
          takePaired(folded.text(), begin, at);
          break;
        case Kind::kBreak:
          if (c == '.' && isCode() && at < text.size() && isPlain(text[at])) {
            letters_ += '.';
          } else if (c == '-' && letters_ == "e" && at < text.size() && isPlain(text[at])) {
            afterHyphen_ = true;  // "e-health" is "ehealth", and "health"
          } else {
            endPairs();
            endWord();
          }
          break;
      }
    }
    endPairs();
    endWord();
  }

 private:
  static bool isPlain(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }
  // "9.c", "17.6.1": a number that may go on behind a point.
  bool isCode() const { return !letters_.empty() && letters_[0] >= '0' && letters_[0] <= '9'; }

  void give(std::string_view letters, size_t begin, size_t end, bool alternate, bool pair = false) {
    take_({letters, begin, end, alternate, pair});
  }

  void endWord() {
    if (letters_.empty()) return;
    give(letters_, begin_, end_, false);
    if (afterHyphen_ && letters_.size() > 3) give(std::string_view(letters_).substr(1), begin_ + 2, end_, true);
    if ((letters_[0] & 0x80) != 0) {
      const std::string_view bare = withoutArticle(letters_);
      if (!bare.empty()) give(bare, begin_, end_, true);
    }
    letters_.clear();
    length_ = 0;
    afterHyphen_ = false;
  }

  void takePaired(std::string_view letters, size_t begin, size_t end) {
    if (!previous_.empty()) {
      pair_ = previous_;
      pair_ += letters;
      give(pair_, previousBegin_, end, false, true);
    }
    previous_ = letters;
    previousBegin_ = begin;
    previousEnd_ = end;
  }

  // The last character stands alone, so that a search for one character finds every place.
  void endPairs() {
    if (previous_.empty()) return;
    give(previous_, previousBegin_, previousEnd_, !pair_.empty(), true);
    previous_.clear();
    pair_.clear();
  }

  const std::function<void(const Word&)>& take_;
  std::string letters_;
  size_t length_ = 0;
  size_t begin_ = 0, end_ = 0;
  bool afterHyphen_ = false;
  std::string previous_, pair_;
  size_t previousBegin_ = 0, previousEnd_ = 0;
};

}  // namespace

void readWords(std::string_view text, const std::function<void(const Word&)>& take) { WordReader(take).read(text); }

std::string foldPhrase(std::string_view text) {
  std::string out;
  bool pairBefore = false;
  readWords(text, [&](const Word& word) {
    if (word.alternate) return;
    if (!out.empty() && !(pairBefore && word.pair)) out += ' ';
    out += word.letters;
    pairBefore = word.pair;
  });
  return out;
}

}  // namespace wsis
