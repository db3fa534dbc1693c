#include "core/data/awards.h"

#include <algorithm>
#include <array>

#include "core/base/strings.h"

namespace wsis {
namespace {

constexpr std::array<std::string_view, kAwardStatusCount> kStatusNames{"winner",   "champion", "awarded", "special",
                                                                       "finalist", "listed",   "nominee", ""};
constexpr std::array<std::string_view, kAwardConfidenceCount> kConfidenceNames{"quoted", "list-page", "news",
                                                                               "self-claim", ""};
constexpr std::array<std::string_view, 4> kBasisNames{"stated", "list-order", "subject", ""};

template <typename T, size_t N>
std::optional<T> valueOf(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i + 1 < N; ++i) {
    if (names[i] == name) return static_cast<T>(i);
  }
  return std::nullopt;
}

template <typename Item>
int findById(const std::vector<Item>& items, std::string_view id) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

// What is read only when one record is opened stands in one text, its parts set apart by control characters.
constexpr char kPart = '\x1f';
constexpr char kItem = '\x1e';

void append(std::string& out, const std::vector<std::string>& items) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += kItem;
    out += items[i];
  }
}

std::vector<std::string> items(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view item : split(text, kItem)) out.emplace_back(item);
  return out;
}

}  // namespace

std::string_view nameOf(AwardStatus status) { return kStatusNames[static_cast<size_t>(status)]; }
std::string_view nameOf(AwardConfidence confidence) { return kConfidenceNames[static_cast<size_t>(confidence)]; }
std::optional<AwardStatus> awardStatusFromName(std::string_view name) {
  return valueOf<AwardStatus>(kStatusNames, name);
}
std::optional<AwardConfidence> awardConfidenceFromName(std::string_view name) {
  return valueOf<AwardConfidence>(kConfidenceNames, name);
}
std::optional<LineBasis> lineBasisFromName(std::string_view name) { return valueOf<LineBasis>(kBasisNames, name); }

void AwardTable::add(const Award& award) {
  const auto small = [](int index) { return index < 0 ? kNone : static_cast<uint8_t>(index); };
  years.push_back(static_cast<uint16_t>(award.year));
  lines.push_back(small(award.line));
  countryOf.push_back(small(award.country));
  statuses.push_back(static_cast<uint8_t>(award.status));
  confidences.push_back(static_cast<uint8_t>(award.confidence));
  goals.push_back(award.goals);
  bases_.push_back(static_cast<uint8_t>(award.lineBasis));
  languages_.push_back(static_cast<uint8_t>(award.description.language));
  flags_.push_back(static_cast<uint8_t>((award.local ? kLocal : 0) | (award.describesTitleOnly ? kTitleOnly : 0) |
                                        (award.goalsComplete ? 0 : kGoalsOpen)));
  ids_.add(award.id);
  projects_.add(award.project);
  organisations_.add(award.organisation);
  descriptions_.add(award.description.text);
  std::string more;
  if (!award.url.empty() || !award.page.empty() || !award.sources.empty() || !award.notes.empty()) {
    more = award.url + kPart + award.page + kPart;
    append(more, award.sources);
    more += kPart;
    append(more, award.notes);
  }
  more_.add(more);
  if (award.local) ++localCount_;
  textBytes_ +=
      award.id.size() + award.project.size() + award.organisation.size() + award.description.text.size() + more.size();
}

Award AwardTable::at(size_t index) const {
  const auto wide = [](uint8_t value) { return value == kNone ? -1 : static_cast<int>(value); };
  Award award;
  award.id = ids_[index];
  award.year = years[index];
  award.line = wide(lines[index]);
  award.lineBasis = static_cast<LineBasis>(bases_[index]);
  award.project = projects_[index];
  award.organisation = organisations_[index];
  award.country = wide(countryOf[index]);
  award.status = static_cast<AwardStatus>(statuses[index]);
  award.confidence = static_cast<AwardConfidence>(confidences[index]);
  award.description = {std::string(descriptions_[index]), static_cast<Language>(languages_[index])};
  award.describesTitleOnly = (flags_[index] & kTitleOnly) != 0;
  award.goals = goals[index];
  award.goalsComplete = (flags_[index] & kGoalsOpen) == 0;
  award.local = (flags_[index] & kLocal) != 0;
  std::string_view more = more_[index];
  const auto part = [&more] {
    const size_t end = std::min(more.find(kPart), more.size());
    const std::string_view out = more.substr(0, end);
    more.remove_prefix(std::min(more.size(), end + 1));
    return out;
  };
  award.url = part();
  award.page = part();
  award.sources = items(part());
  award.notes = items(part());
  return award;
}

int AwardTable::findCountry(std::string_view id) const { return findById(countries, id); }
int AwardTable::findRegion(std::string_view id) const { return findById(regions, id); }

int AwardTable::find(std::string_view id) const {
  for (size_t i = 0; i < size(); ++i) {
    if (ids_[i] == id) return static_cast<int>(i);
  }
  return -1;
}

size_t AwardTable::bytes() const {
  return ids_.bytes() + projects_.bytes() + organisations_.bytes() + descriptions_.bytes() + more_.bytes() +
         size() * (2 + 4 + 7);
}

}  // namespace wsis
