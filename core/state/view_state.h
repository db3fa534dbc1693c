// Everything a person can see is a function of (Dataset, ViewState, language, size). A ViewState is a plain value; it
// changes only through apply(), and the URL is its text form.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/data/facet.h"
#include "core/data/language.h"
#include "core/matrix/matrix_math.h"

namespace wsis {

enum class View { kMatrix, kAwards };

/// Columns of the matrix: the 17 goals, or their 169 targets.
enum class Level { kGoal, kTarget };

/// What a cell of the matrix shows: the targets it cites, the awards of its line, or both.
enum class Metric { kLinks, kAwards, kBoth };

/// kAuto follows the browser (prefers-color-scheme, prefers-contrast).
enum class Theme { kAuto, kLight, kDark, kContrast };

struct ViewState {
  View view = View::kMatrix;
  std::string line;    ///< Id of the selected action line or group ("C7"), or empty.
  int goal = 0;        ///< Number of the selected goal, or 0.
  std::string target;  ///< Id of the selected target, or empty. Implies its goal.
  std::string award;   ///< Id of the opened award, or empty.
  std::string words;   ///< What is searched for.
  /// Chosen values by facet, each sorted as chosen. The matrix has a selection instead of lines, goals and targets.
  std::array<std::vector<std::string>, kFacetCount> facets;
  std::string compare;  ///< The facet whose first two chosen values stand side by side ("line"), or empty.
  AwardSort awardSort = AwardSort::kRelevance;
  Metric metric = Metric::kLinks;
  Level level = Level::kGoal;
  MatrixOrder order = MatrixOrder::kPublished;
  bool foldC7 = false;  ///< The eight fields of C7 stand as one row.
  Theme theme = Theme::kAuto;
  Language language = Language::kEnglish;
  bool help = false;        ///< The list of keys is open.
  bool share = false;       ///< The permanent link and its sisters are open, over whatever is selected.
  bool letters = true;      ///< Single letters are shortcuts (WCAG 2.1.4 wants them to be switched off).
  bool present = false;     ///< Full screen, large, a story step by step.
  bool kiosk = false;       ///< A presentation that runs by itself, over and over.
  std::string story;        ///< Id of the story that is told, or empty.
  int step = 0;             ///< Its step, from 1; 0 outside a story.
  bool controls = false;    ///< An embedded page shows the display's buttons.
  bool search = false;      ///< An embedded page shows places and search field.
  bool plain = false;       ///< An embedded page shows the picture alone, without legend.
  std::string dataVersion;  ///< The date of the data that the address was made with ("2026-11-24"), or empty.
  bool embed = false;       ///< Inside another page: no title, no footer.

  bool operator==(const ViewState&) const = default;

  /// Something is selected, so that a panel is open.
  bool hasSelection() const { return !line.empty() || goal > 0; }
  /// One cell is selected.
  bool hasCell() const { return !line.empty() && goal > 0; }
  const std::vector<std::string>& chosen(Facet facet) const { return facets[static_cast<size_t>(facet)]; }
  std::vector<std::string>& chosen(Facet facet) { return facets[static_cast<size_t>(facet)]; }
  /// Awards must be loaded to show this.
  bool needsAwards() const { return view == View::kAwards || metric != Metric::kLinks || hasSelection() || share; }
};

}  // namespace wsis
