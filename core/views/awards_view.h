// The awards as a person sees them: what is searched for, the facets with their counts, years, countries as squares,
// and the list. Drawn by shell/, turned into a tree by awardsSection().
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/query/award_index.h"
#include "core/query/topic_index.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/node.h"

namespace wsis {

/// Everything known about awards, with what finds them.
struct AwardBase {
  AwardTable table;
  std::unique_ptr<AwardIndex> index;
  std::shared_ptr<const TopicIndex> topics;  ///< Stays the same when a person's own files come in.
};

/// One value of a facet that can be chosen, or a square or bar that stands for it.
struct FacetChoice {
  std::string key;   ///< "facet-year-2015"
  std::string text;  ///< "2015"
  Language language = Language::kEnglish;
  std::string label;  ///< "2015: 302 projects"
  std::string command;
  uint32_t count = 0;
  bool chosen = false;
  int goal = 0;  ///< Number, for its colour.
};

struct FacetGroup {
  Facet facet = Facet::kYear;
  std::string key;
  std::string title;
  std::string note;  ///< "through the action line, by the matrix"
  std::vector<FacetChoice> choices;
  std::string clearCommand;  ///< Empty while nothing is chosen.
};

struct MapTile {
  FacetChoice choice;
  std::string code;  ///< "KEN"
  int x = 0, y = 0;  ///< Within the region's block.
};

struct MapBlock {
  FacetChoice region;
  std::string id;
  int columns = 0, rows = 0;
  std::vector<MapTile> tiles;
};

/// A part of a text that is marked because it was searched for, or not.
struct MarkedText {
  std::string text;
  std::vector<MarkedRange> marks;
};

struct AwardCard {
  std::string key;  ///< "award-" and its id.
  MarkedText project;
  MarkedText organisation;
  std::string meta;    ///< "2015 · C7 E-health · Kenya"
  std::string status;  ///< "Winner"
  AwardStatus statusKind = AwardStatus::kUnknown;
  MarkedText description;
  Language descriptionLanguage = Language::kEnglish;
  std::string command;
  bool local = false;
  bool selected = false;
};

struct AwardChip {
  std::string key;
  std::string text;
  std::string label;
  std::string command;
};

struct AwardsView {
  bool loaded = false;
  std::string title;
  std::string status;  ///< "57 of 606 projects", or why there are none yet.
  std::string coverage;
  std::string searchLabel;
  std::string words;
  std::vector<AwardChip> chips;   ///< Filters in force; the last clears them all.
  std::vector<AwardChip> offers;  ///< Comparisons of what is chosen.
  std::vector<AwardChip> topics;
  std::string topicsTitle;
  std::vector<FacetGroup> facets;
  std::string facetsTitle;
  FacetGroup years;
  std::vector<MapBlock> map;
  std::string mapTitle;
  std::string sortLabel;
  std::vector<FacetChoice> sorts;
  std::string listTitle;
  size_t total = 0;
  std::vector<AwardCard> cards;  ///< The first ones; more come by describeAwardCard().
  std::string moreText, moreCommand;
  std::string emptyText;               ///< Where nothing was found.
  std::vector<AwardChip> emptyOffers;  ///< The nearest word, filters to drop.
};

/// What the awards view needs beside the state: the answer to its request and how many cards the text lists.
struct AwardsContext {
  const AwardBase* base = nullptr;  ///< Null while nothing is loaded.
  const AwardAnswer* answer = nullptr;
  AwardList* list = nullptr;
  size_t listed = 0;
};

/// How high a year's bar is, 0 … 1: the square root of its part of the largest. 2015, of which all nominees are known,
/// would make the others vanish.
float yearShare(const FacetGroup& years, const FacetChoice& year);

AwardRequest awardRequest(const AwardBase& base, const ViewState& state);
AwardsView describeAwards(const Dataset& data, const ViewState& state, const Catalog& catalog,
                          const AwardsContext& context);
AwardCard describeAwardCard(const Dataset& data, const ViewState& state, const Catalog& catalog, const AwardBase& base,
                            const AwardAnswer& answer, uint32_t record);
Node awardsSection(const AwardsView& view, const Catalog& catalog);

/// A project's name, or who is behind it where no source gives the name.
std::string awardTitle(const Catalog& catalog, const AwardTable& table, size_t record);

/// Everything known of one award, with its line, the goals that follow from it, sources and neighbours.
Node awardArticle(const Dataset& data, const Catalog& catalog, const AwardBase& base, uint32_t record,
                  int headingLevel);

/// The first two chosen values of the facet state.compare side by side, by every other facet; none where there are not
/// two.
std::optional<Node> comparisonArticle(const Dataset& data, const ViewState& state, const Catalog& catalog,
                                      const AwardBase& base, int headingLevel);
/// How a value of a facet is called in the catalog's language, or that of its data.
LocalText facetValueName(const Dataset& data, const Catalog& catalog, const AwardBase& base, Facet facet, size_t value);

/// Adds to an article of the matrix the awards that its selection reaches: how many, the newest, and the way to them
/// all.
void addAwardsOf(Node& article, const Dataset& data, const ViewState& state, const Catalog& catalog,
                 const AwardsContext& awards, int headingLevel);

/// Makes the cells of a matrix show the awards of their lines, alone or beside the targets.
struct MatrixView;
void countAwards(MatrixView& view, const Dataset& data, const ViewState& state, const Catalog& catalog,
                 const AwardsContext& awards);

/// "Winner"; empty where the status is unknown.
std::string statusName(const Catalog& catalog, AwardStatus status);

}  // namespace wsis
