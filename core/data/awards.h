// Projects of the WSIS Prizes, and those that a person brings: the model, held in columns so that a million fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/model.h"
#include "core/data/text_column.h"

namespace wsis {

/// How far a project came, best first. kUnknown: the record does not say.
enum class AwardStatus : uint8_t { kWinner, kChampion, kAwarded, kSpecial, kFinalist, kListed, kNominee, kUnknown };
inline constexpr int kAwardStatusCount = 8;
/// How a record is known: an official text was read, an entry in a list, a news report, its owner's own page.
enum class AwardConfidence : uint8_t { kQuoted, kListPage, kNews, kSelfClaim, kUnknown };
inline constexpr int kAwardConfidenceCount = 5;
/// How the action line is known.
enum class LineBasis : uint8_t { kStated, kListOrder, kSubject, kUnknown };

/// The names that data files and URLs use ("winner", "list-page", "list-order"); "" for kUnknown.
std::string_view nameOf(AwardStatus status);
std::string_view nameOf(AwardConfidence confidence);
std::optional<AwardStatus> awardStatusFromName(std::string_view name);
std::optional<AwardConfidence> awardConfidenceFromName(std::string_view name);
std::optional<LineBasis> lineBasisFromName(std::string_view name);

struct Region {
  std::string id;  ///< "africa"
  LocalText name;
};

struct Country {
  std::string id;            ///< ISO 3166-1 alpha-3.
  LocalText name;            ///< UN short name.
  int region = -1;           ///< Index of its ITU region.
  int unRegion = -1;         ///< Index of its UN region.
  int tileX = 0, tileY = 0;  ///< Place of its square within the ITU region's block.
};

/// A number as a source gives it.
struct Figure {
  enum class Qualifier { kExact, kAtLeast, kAbout, kAlmost, kMoreThan };
  int value = 0;
  Qualifier qualifier = Qualifier::kExact;
};

/// One year's contest in numbers.
struct Contest {
  int year = 0;
  std::optional<Figure> submitted, nominated, votes, winners, champions;
  std::vector<std::string> sources;
};

/// One record as it is read.
struct Award {
  std::string id;
  int year = 0;   ///< 0 where unknown.
  int line = -1;  ///< Index, -1 where unknown.
  LineBasis lineBasis = LineBasis::kUnknown;
  std::string project;  ///< Its name; empty where no source that was read gives one.
  std::string organisation;
  int country = -1;  ///< Index in AwardTable's countries, -1 for none.
  AwardStatus status = AwardStatus::kUnknown;
  AwardConfidence confidence = AwardConfidence::kUnknown;
  LocalText description;
  bool describesTitleOnly = false;  ///< The description only restates the title.
  uint32_t goals = 0;               ///< Goals that the project states: bit n for goal n.
  bool goalsComplete = true;        ///< False where the list of stated goals may go on.
  std::string url, page;            ///< Of the project; its official page.
  std::vector<std::string> sources;
  std::vector<std::string> notes;
  bool local = false;  ///< From a file of the person's own.
};

/// Awards by number. Numbers stay as long as the table.
class AwardTable {
 public:
  static constexpr uint8_t kNone = 255;

  std::vector<Region> regions, unRegions;
  std::vector<Country> countries;
  std::vector<Contest> contests;

  void add(const Award& award);
  size_t size() const { return years.size(); }
  Award at(size_t index) const;
  std::string_view id(size_t index) const { return ids_[index]; }
  std::string_view project(size_t index) const { return projects_[index]; }
  std::string_view organisation(size_t index) const { return organisations_[index]; }
  std::string_view description(size_t index) const { return descriptions_[index]; }
  bool isLocal(size_t index) const { return (flags_[index] & kLocal) != 0; }
  size_t localCount() const { return localCount_; }

  /// -1 where there is none.
  int findCountry(std::string_view id) const;
  int findRegion(std::string_view id) const;
  int find(std::string_view id) const;

  /// The letters of all texts, in bytes.
  size_t textBytes() const { return textBytes_; }
  size_t bytes() const;

  std::vector<uint16_t> years;
  std::vector<uint8_t> lines, countryOf, statuses, confidences;  ///< kNone for an unknown line or country.
  std::vector<uint32_t> goals;

 private:
  static constexpr uint8_t kLocal = 1, kTitleOnly = 2, kGoalsOpen = 4;
  std::vector<uint8_t> flags_, bases_, languages_;
  TextColumn ids_, projects_, organisations_, descriptions_, more_;
  size_t localCount_ = 0;
  size_t textBytes_ = 0;
};

}  // namespace wsis
