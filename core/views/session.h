// One running explorer: the data, the texts, the state, and the page described from them. Everything outside talks to
// it in commands and reads the description; it draws nothing and knows no platform.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/data/dataset.h"
#include "core/state/command.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"
#include "core/views/page_view.h"
#include "core/views/share_view.h"

namespace wsis {

/// What the picture says about the place that is pointed at.
struct HoverText {
  std::string title;
  std::string detail;
};

class Session {
 public:
  /// Takes a language's data and texts; `query` is the page's URL query. `usual` is the language that the page would
  /// choose without being told: addresses name every other one.
  Session(Dataset data, Catalog catalog, Faults faults, std::string_view query, Language usual = Language::kEnglish);

  const Dataset& data() const { return data_; }
  const Catalog& catalog() const { return catalog_; }
  const ViewState& state() const { return state_; }
  const PageView& page() const { return page_; }
  const Faults& faults() const { return faults_; }
  Language usualLanguage() const { return usual_; }

  /// Where the page lies and the date of today, for what is shared.
  void setPlace(Place place);
  const Place& place() const { return place_; }
  /// "link", "embed", "apa", "bibtex", "ris" of this view; "" for anything else.
  std::string shared(std::string_view what) const;
  /// The page as it is without the panel for sharing: what a picture of the view shows.
  PageView pageToSave() const;
  /// The newest version of the data that the site has, where the address asks for one.
  void setNewestData(std::string version);
  /// The awards found, in the list's order.
  std::vector<uint32_t> foundAwards() const;

  /// Counts up whenever page() changed.
  int revision() const { return revision_; }

  /// Runs a command ("open?line=C5&goal=9"; "dismiss" clears the notices). Tells how the history should record it.
  HistoryStep run(std::string_view command);

  /// Takes the state of a URL as it is (back, forward, a pasted address).
  void load(std::string_view query);

  /// The awards with what finds them, complete; `faults` are those of reading them.
  void setAwards(std::unique_ptr<AwardBase> base, const Faults& faults);
  const AwardBase* awards() const { return awards_.get(); }
  /// How many awards are found, and the card at a place of the list.
  size_t awardCount() const { return awards_ ? answer_.total : 0; }
  AwardCard awardCard(size_t place) const;
  uint32_t awardAt(size_t place) const { return list_.at(place); }
  const AwardAnswer& awardAnswer() const { return answer_; }

  /// The words for a place of the matrix: a cell, or a header where row or column is -1.
  HoverText describePlace(int row, int column) const;
  /// The words for an item of the awards that shows too little by itself: a country's square.
  HoverText describeItem(std::string_view key) const;
  /// The label of the matrix's item with this key, for announcing it; empty where there is none.
  std::string labelOf(std::string_view key) const;

 private:
  static constexpr size_t kFirstListed = 30;
  AwardsContext awardsContext() const { return {awards_.get(), &answer_, &list_, listed_}; }
  void describe();
  void addDataNotice();
  void ask();

  Dataset data_;
  Catalog catalog_;
  Faults faults_;
  Language usual_;
  ViewState state_;
  std::vector<DroppedValue> dropped_;
  bool faultsDismissed_ = false;
  bool dataDismissed_ = false;
  std::unique_ptr<AwardBase> awards_;
  AwardRequest asked_;
  AwardAnswer answer_;
  mutable AwardList list_;  // made as far as it is looked at
  AwardSort listedBy_ = AwardSort::kRelevance;
  size_t listed_ = kFirstListed;
  Place place_;
  std::string newestData_;
  PageView page_;
  int revision_ = 0;
};

}  // namespace wsis
