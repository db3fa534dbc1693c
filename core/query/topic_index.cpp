#include "core/query/topic_index.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/data/field_reader.h"
#include "core/query/edit_distance.h"

namespace wsis {
namespace {

// A goal's number is typed after many names, whatever the page's language.
constexpr std::string_view kGoalNames[] = {
    "goal", "SDG", "ODD", "ODS", "objectif", "objetivo", "цель", "ЦУР", "目标", "可持续发展目标", "الهدف", "هدف"};

constexpr std::string_view kTargetNames = "target cible meta задача 具体目标 الغاية غاية";

// Whether `phrase` stands in `text` as whole words.
bool holdsPhrase(std::string_view text, std::string_view phrase) {
  const bool spaced = static_cast<unsigned char>(phrase.front()) < 0xE3;  // Chinese has no spaces between words
  for (size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = at + phrase.size() == text.size() || text[at + phrase.size()] == ' ';
    if (!spaced || (begins && ends)) return true;
  }
  return false;
}

}  // namespace

std::vector<Alias> readAliases(std::string_view json, std::string_view file, const Dataset& data, Faults& faults) {
  std::vector<Alias> out;
  readRecords(
      json, file,
      [&](std::string_view collection, const nlohmann::json& record, const Origin& origin) {
        if (collection != "aliases" || origin.pointer == pointerTo("", collection)) return;
        FieldReader fields(record, origin, data.language, faults);
        Alias alias;
        alias.words = fields.strings("words");
        alias.search = fields.strings("search");
        const auto known = [&](std::string_view key, const std::string& id, int index, std::vector<int>& to) {
          if (index < 0) {
            fields.report(key, "\"" + id + "\" does not exist; it was left out");
          } else {
            to.push_back(index);
          }
        };
        for (const std::string& id : fields.strings("lines")) known("lines", id, data.findLine(id), alias.lines);
        for (const int number : fields.numbers("goals", 1, 17)) {
          known("goals", std::to_string(number), data.findGoal(number), alias.goals);
        }
        for (const std::string& id : fields.strings("targets"))
          known("targets", id, data.findTarget(id), alias.targets);
        if (alias.words.empty()) fields.refuse("words", "is empty; give the words that people type");
        if (fields.ok()) out.push_back(std::move(alias));
      },
      faults);
  return out;
}

TopicIndex::TopicIndex(const Dataset& data, std::vector<Alias> aliases) : aliases_(std::move(aliases)) {
  const auto add = [&](Topic::Kind kind, size_t index, const std::string& title, const std::string& more) {
    const auto document = static_cast<uint32_t>(topics_.size());
    index_.add(document, title, true);
    index_.add(document, more, false);
    topics_.push_back({kind, static_cast<int>(index), {}});
  };
  for (size_t i = 0; i < data.lines.size(); ++i) {
    const ActionLine& line = data.lines[i];
    add(Topic::Kind::kLine, i,
        (line.parent.empty() ? line.id : line.parent) + " " + line.shortName.text + " " + line.id,
        line.name.text + " " + line.about.text);
  }
  for (size_t i = 0; i < data.goals.size(); ++i) {
    const Goal& goal = data.goals[i];
    const std::string number = std::to_string(goal.number);
    std::string names;
    for (const std::string_view name : kGoalNames) names.append(name).append(" ").append(number).append(" ");
    add(Topic::Kind::kGoal, i, names + goal.shortName.text, goal.title.text);
  }
  for (size_t i = 0; i < data.targets.size(); ++i) {
    add(Topic::Kind::kTarget, i, data.targets[i].id + " " + std::string(kTargetNames), data.targets[i].text.text);
  }
  index_.finish(static_cast<uint32_t>(topics_.size()));
  for (size_t a = 0; a < aliases_.size(); ++a) {
    for (const std::string& word : aliases_[a].words) {
      std::string folded = foldPhrase(word);
      if (!folded.empty()) phrases_.push_back({std::move(folded), word, static_cast<int>(a)});
    }
  }
}

// Everyday words that begin as typed, or are one slip away.
template <typename Add>
void TopicIndex::addBegun(const std::string& folded, Add&& add) const {
  constexpr size_t kLeastTyped = 4;
  if (folded.size() < kLeastTyped) return;
  const int edits = allowedEdits(folded);
  for (const Phrase& phrase : phrases_) {
    if (phrase.folded == folded) continue;
    const bool begun = phrase.folded.substr(0, folded.size()) == folded;
    if (begun || (edits > 0 && editDistance(folded, phrase.folded, edits) <= edits)) add(phrase);
  }
}

std::vector<Topic> TopicIndex::find(std::string_view words, size_t most) const {
  std::vector<Topic> out;
  const std::string folded = foldPhrase(words);
  if (folded.empty() || topics_.empty()) return out;
  const auto add = [&](Topic topic) {
    for (const Topic& known : out) {
      if (known.kind == topic.kind && known.index == topic.index) return;
    }
    if (out.size() < most) out.push_back(std::move(topic));
  };
  const auto addAlias = [&](const Phrase& phrase) {
    const Alias& alias = aliases_[static_cast<size_t>(phrase.alias)];
    for (const int target : alias.targets) add({Topic::Kind::kTarget, target, phrase.shown});
    for (const int line : alias.lines) add({Topic::Kind::kLine, line, phrase.shown});
    for (const int goal : alias.goals) add({Topic::Kind::kGoal, goal, phrase.shown});
  };
  for (const Phrase& phrase : phrases_) {
    if (phrase.folded == folded) addAlias(phrase);
  }
  const SearchHits found = index_.search(readQuery(words));
  // A near miss says less than an everyday word that was typed as it is.
  const bool trusted = found.fuzzyWords.empty() || out.empty();
  if (found.fuzzyWords.empty() || out.empty()) addBegun(folded, addAlias);
  for (int score = found.planes.empty() || !trusted ? -1 : found.bestScore(); score >= 0; --score) {
    for (size_t w = 0; w < found.hits.words(); ++w) {
      forEachBit(found.withScore(w, score), w * 64, [&](size_t n) { add(topics_[n]); });
    }
  }
  if (!out.empty()) return out;
  for (const Phrase& phrase : phrases_) {
    if (holdsPhrase(folded, phrase.folded)) addAlias(phrase);
  }
  return out;
}

std::vector<std::string> TopicIndex::otherWords(std::string_view words) const {
  const std::string folded = foldPhrase(words);
  for (const Phrase& phrase : phrases_) {
    if (!folded.empty() && phrase.folded == folded) return aliases_[static_cast<size_t>(phrase.alias)].search;
  }
  return {};
}

}  // namespace wsis
