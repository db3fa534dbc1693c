#include "core/views/session.h"

namespace wsis {

Session::Session(Dataset data, Catalog catalog, Faults faults, std::string_view query)
    : data_(std::move(data)), catalog_(std::move(catalog)), faults_(std::move(faults)) {
  load(query);
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
    faultsDismissed_ = true;
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

void Session::describe() {
  static const Faults kNoFaults;
  page_ = describePage(data_, state_, catalog_, dropped_, faultsDismissed_ ? kNoFaults : faults_);
  ++revision_;
}

std::string Session::describeCell(size_t row, size_t column) const {
  const MatrixView& matrix = page_.matrix;
  if (row >= matrix.rows.size() || column >= matrix.columns.size()) return {};
  if (matrix.rows[row].kind == MatrixRow::Kind::kGroup) return matrix.rows[row].label;
  return catalog_.text("hover.cell", {{"line", matrix.rows[row].shortName},
                                      {"column", matrix.columns[column].name},
                                      {"label", matrix.cell(row, column).label}});
}

}  // namespace wsis
