// The matrix with awards: each linked cell shows how many known awards its action line has. That is derived, since
// projects name a line and not a goal, and the view says so.
#include "core/views/matrix_view.h"

namespace wsis {
namespace {

// Six steps of the heat, each about twice the one before.
int heatStep(uint32_t awards) {
  int step = 0;
  for (uint32_t least = 1; awards >= least && step < 6; least = least == 1 ? 3 : least * 2) ++step;
  return step;
}

}  // namespace

void countAwards(MatrixView& view, const Dataset& data, const ViewState& state, const Catalog& catalog,
                 const AwardsContext& awards) {
  const std::vector<uint32_t>& ofLine = awards.answer->counts[static_cast<size_t>(Facet::kLine)];
  const auto awardsOf = [&](const MatrixRow& row) -> uint32_t {
    const std::string id = row.key.substr(row.key.find('-') + 1);
    const int line = data.findLine(id);
    if (line >= 0) return ofLine[static_cast<size_t>(line)];
    uint32_t sum = 0;
    for (size_t i = 0; i < data.lines.size(); ++i) sum += data.lines[i].parent == id ? ofLine[i] : 0;
    return sum;
  };
  const bool both = state.metric == Metric::kBoth;
  uint32_t gaps = 0;
  for (size_t r = 0; r < view.rows.size(); ++r) {
    if (view.rows[r].kind == MatrixRow::Kind::kGroup) continue;
    const uint32_t count = awardsOf(view.rows[r]);
    for (size_t c = 0; c < view.columns.size(); ++c) {
      MatrixCell& cell = view.cells[r * view.columns.size() + c];
      if (!cell.linked) continue;
      const std::string number = formatNumber(catalog.language(), static_cast<int>(count));
      const std::string content = catalog.plural("cell.awards", static_cast<int>(count));
      cell.label += catalog.text("list.comma") + content;
      cell.content = both ? cell.content + catalog.text("list.comma") + content : content;
      cell.gap = count == 0;
      gaps += cell.gap ? 1U : 0U;
      if (both) {
        cell.text += " · " + number;
        cell.label += " – " + cell.text;  // a name holds what is seen
        continue;
      }
      cell.text = number;
      cell.count = heatStep(count);
      cell.wholeGoal = false;
      cell.partial = false;
    }
  }
  view.summary = catalog.text("matrix.awardsSummary");
  view.gapSummary = catalog.plural("matrix.awardGaps", static_cast<int>(gaps));
  std::vector<LegendEntry> legend;
  for (const LegendEntry& entry : view.legend) {
    if (both || entry.sign == CellSign::kNone) legend.push_back(entry);
  }
  if (!both) {
    // What each step of the heat stands for.
    constexpr const char* kSteps[] = {"1–2", "3–5", "6–11", "12–23", "24–47", "48+"};
    for (int step = 6; step >= 1; --step) {
      legend.insert(legend.begin(), {CellSign::kTargets, step, false, kSteps[step - 1],
                                     catalog.text("legend.awards", {{"n", kSteps[step - 1]}})});
    }
    view.legendHeat = catalog.text("legend.awardHeat");
  }
  legend.push_back({CellSign::kGap, 0, false, "0", catalog.text("legend.awardGap")});
  view.legend = std::move(legend);
}

}  // namespace wsis
