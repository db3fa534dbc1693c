// Two selections side by side: what is chosen of one facet, counted by every other facet.
#include <algorithm>
#include <array>

#include "core/views/awards_view.h"

namespace wsis {
namespace {

struct Row {
  std::string name;
  std::array<size_t, 2> counts;
};
using Rows = std::vector<Row>;

void addTable(Node& to, const std::string& title, const std::array<std::string, 2>& names, const Rows& rows, int level,
              Language language) {
  to.add(makeHeading(level, title, language));
  Node& table = to.add(makeNode(Role::kTable, title, language));
  Node& head = table.add(makeNode(Role::kRow, "", language));
  head.add(makeNode(Role::kColumnHeader, title, language));
  for (const std::string& name : names) head.add(makeNode(Role::kColumnHeader, name, language));
  size_t most = 1;
  for (const Row& row : rows) most = std::max({most, row.counts[0], row.counts[1]});
  for (const Row& row : rows) {
    Node& line = table.add(makeNode(Role::kRow, "", language));
    line.add(makeNode(Role::kRowHeader, row.name, language));
    for (const size_t count : row.counts) {
      Node& cell = line.add(makeNode(Role::kCell, formatNumber(language, static_cast<int>(count)), language));
      cell.share = static_cast<float>(count) / static_cast<float>(most);
    }
  }
}

}  // namespace

std::optional<Node> comparisonArticle(const Dataset& data, const ViewState& state, const Catalog& catalog,
                                      const AwardBase& base, int headingLevel) {
  const std::optional<Facet> compared = facetFromParameter(state.compare);
  if (!compared || *compared == Facet::kTarget) return std::nullopt;
  AwardRequest request = awardRequest(base, state);
  std::vector<int>& chosen = request.chosen[static_cast<size_t>(*compared)];
  if (chosen.size() < 2) return std::nullopt;
  const std::array<int, 2> both{chosen[0], chosen[1]};
  std::array<AwardAnswer, 2> answers;
  std::array<std::string, 2> names;
  for (size_t i = 0; i < both.size(); ++i) {
    chosen = {both[i]};
    answers[i] = base.index->ask(request);
    names[i] = facetValueName(data, catalog, base, *compared, static_cast<size_t>(both[i])).text;
  }

  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "panel-compare");
  node.add(makeHeading(headingLevel, catalog.text("compare.offer", {{"a", names[0]}, {"b", names[1]}}), language,
                       "panel-title"));
  node.add(makeNode(Role::kNote, catalog.text("awards.coverage"), language));
  addTable(node, catalog.text("compare.all"), names,
           {{catalog.text("awards.list"), {answers[0].total, answers[1].total}}}, headingLevel + 1, language);
  for (const Facet facet : {Facet::kStatus, Facet::kYear, Facet::kLine, Facet::kGoal, Facet::kRegion}) {
    if (facet == *compared) continue;
    Rows rows;
    const auto f = static_cast<size_t>(facet);
    for (size_t v = 0; v < answers[0].counts[f].size(); ++v) {
      const uint32_t first = answers[0].counts[f][v], second = answers[1].counts[f][v];
      if (first + second == 0) continue;
      rows.push_back({facetValueName(data, catalog, base, facet, v).text, {first, second}});
    }
    if (rows.empty()) continue;
    addTable(node, catalog.text("facet." + std::string(parameterOf(facet))), names, rows, headingLevel + 1, language);
  }
  return node;
}

}  // namespace wsis
