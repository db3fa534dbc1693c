#include "core/views/session.h"

#include "core/base/strings.h"
#include "core/views/panel_view.h"

namespace wsis {

Session::Session(Dataset data, Catalog catalog, Faults faults, std::string_view query, Language usual)
    : data_(std::move(data)), catalog_(std::move(catalog)), faults_(std::move(faults)), usual_(usual) {
  load(query);
}

void Session::setPlace(Place place) {
  place_ = std::move(place);
  describe();
}

std::string Session::shared(std::string_view what) const {
  return sharedText(what, data_, state_, catalog_, place_, page_.documentTitle);
}

PageView Session::pageToSave() const {
  ViewState state = state_;
  state.share = state.help = false;
  return describePage(data_, state, catalog_, awardsContext(), {}, {});
}

void Session::setNewestData(std::string version) {
  newestData_ = std::move(version);
  describe();
}

std::vector<uint32_t> Session::foundAwards() const {
  std::vector<uint32_t> records;
  if (awards_ == nullptr) return records;
  AwardList list(awards_->index.get(), &answer_, state_.awardSort);
  for (size_t i = 0; i < list.size(); ++i) records.push_back(list.at(i));
  return records;
}

void Session::load(std::string_view query) {
  ViewState base;
  base.language = data_.language;
  DecodedState decoded = decodeQuery(data_, query, base);
  state_ = std::move(decoded.state);
  // The texts are those of the data that was loaded, whatever the address says.
  state_.language = data_.language;
  dropped_ = std::move(decoded.dropped);
  describe();
}

HistoryStep Session::run(std::string_view text) {
  if (text == "dismiss") {
    dropped_.clear();
    faultsDismissed_ = dataDismissed_ = true;
    describe();
    return HistoryStep::kNone;
  }
  if (text == "more") {
    listed_ += kFirstListed;
    describe();
    return HistoryStep::kNone;
  }
  const Command command = parseCommand(text);
  if (command.name == Command::Name::kNone) return HistoryStep::kNone;
  Applied applied = apply(data_, state_, command);
  applied.state.language = data_.language;
  state_ = std::move(applied.state);
  dropped_ = std::move(applied.dropped);
  describe();
  return applied.history;
}

void Session::setAwards(std::unique_ptr<AwardBase> base, const Faults& faults) {
  awards_ = std::move(base);
  faults_.insert(faults_.end(), faults.begin(), faults.end());
  asked_ = {};
  answer_ = {};
  list_ = {};
  // Now it is known which countries and awards exist: the address may have asked for others.
  for (const Facet facet : {Facet::kCountry, Facet::kRegion}) {
    std::erase_if(state_.chosen(facet), [&](const std::string& id) {
      const bool unknown = awards_->index->findValue(facet, id) < 0;
      if (unknown) dropped_.push_back({std::string(parameterOf(facet)), id, DroppedValue::Why::kUnknownValue});
      return unknown;
    });
  }
  if (!state_.award.empty() && awards_->table.find(state_.award) < 0) {
    dropped_.push_back({"award", state_.award, DroppedValue::Why::kUnknownValue});
    state_.award.clear();
  }
  ask();
  describe();
}

// Brings the answer and the list in step with the state; does nothing where they are already.
void Session::ask() {
  if (!awards_) return;
  AwardRequest request = awardRequest(*awards_, state_);
  const bool same = answer_.hits.size() == awards_->table.size() && request.words == asked_.words &&
                    request.otherWords == asked_.otherWords && request.chosen == asked_.chosen;
  if (same && listedBy_ == state_.awardSort) return;
  if (!same) {
    answer_ = awards_->index->ask(request);
    asked_ = std::move(request);
  }
  listed_ = kFirstListed;
  listedBy_ = state_.awardSort;
  list_ = AwardList(awards_->index.get(), &answer_, state_.awardSort);
}

AwardCard Session::awardCard(size_t place) const {
  return describeAwardCard(data_, state_, catalog_, *awards_, answer_, list_.at(place));
}

void Session::describe() {
  static const Faults kNoFaults;
  ask();
  page_ = describePage(data_, state_, catalog_, awardsContext(), dropped_, faultsDismissed_ ? kNoFaults : faults_);
  if (!state_.dataVersion.empty() && !dataDismissed_) addDataNotice();
  if (state_.share) {
    constexpr int kPanelHeading = 2;
    page_.panel = shareArticle(data_, state_, catalog_, place_, page_.documentTitle, kPanelHeading);
    addPanelActions(*page_.panel, state_, catalog_);
  }
  ++revision_;
}

// An address can ask for the data it was made with. They may be gone; there may be newer ones.
void Session::addDataNotice() {
  if (state_.dataVersion != data_.version) {
    page_.notices.push_back(catalog_.text("data.gone", {{"wanted", state_.dataVersion}, {"version", data_.version}}));
  } else if (!newestData_.empty() && newestData_ != data_.version) {
    page_.notices.push_back(catalog_.text("data.newer", {{"version", data_.version}, {"newest", newestData_}}));
    page_.newest = {"data-newest", catalog_.text("data.showNewest"), "", "page?do=newest-data"};
  }
}

HoverText Session::describeItem(std::string_view key) const {
  constexpr std::string_view kMap = "map-";
  return key.substr(0, kMap.size()) == kMap ? HoverText{labelOf(key), {}} : HoverText{};
}

HoverText Session::describePlace(int row, int column) const {
  const MatrixView& matrix = page_.matrix;
  const auto r = static_cast<size_t>(row);
  const auto c = static_cast<size_t>(column);
  const bool hasRow = row >= 0 && r < matrix.rows.size();
  const bool hasColumn = column >= 0 && c < matrix.columns.size();
  if (hasRow && !hasColumn) return {matrix.rows[r].title, matrix.rows[r].detail};
  if (hasColumn && !hasRow) return {matrix.columns[c].title, matrix.columns[c].detail};
  if (!hasRow || matrix.rows[r].kind == MatrixRow::Kind::kGroup) return {};
  return {catalog_.text("hover.cell", {{"line", matrix.rows[r].title}, {"column", matrix.columns[c].title}}),
          matrix.cell(r, c).content};
}

std::string Session::labelOf(std::string_view key) const {
  const MatrixView& matrix = page_.matrix;
  for (const MatrixRow& row : matrix.rows) {
    if (row.key == key) return row.label;
  }
  for (const MatrixColumn& column : matrix.columns) {
    if (column.key == key) return column.label;
  }
  for (const MatrixCell& cell : matrix.cells) {
    if (cell.key == key) return cell.label;
  }
  for (const MapBlock& block : page_.awards.map) {
    if (block.region.key == key) return block.region.label;
    for (const MapTile& tile : block.tiles) {
      if (tile.choice.key == key) return tile.choice.label;
    }
  }
  constexpr std::string_view kAward = "award-";
  if (awards_ && key.substr(0, kAward.size()) == kAward) {
    const int record = awards_->table.find(key.substr(kAward.size()));
    if (record < 0) return {};
    const AwardCard card = describeAwardCard(data_, state_, catalog_, *awards_, answer_, static_cast<uint32_t>(record));
    return join({card.project.text, card.status, card.meta}, catalog_.text("list.comma"));
  }
  return {};
}

}  // namespace wsis
