#include "core/views/matrix_view.h"

#include <algorithm>
#include <set>

#include "core/matrix/matrix_math.h"
#include "core/views/names.h"

namespace wsis {
namespace {

constexpr const char* kPartialSign = "*";
constexpr const char* kCitedSign = "•";  // a single target has nothing to count

class MatrixDescriber {
 public:
  MatrixDescriber(const Dataset& data, const ViewState& state, const Catalog& catalog)
      : data_(data), state_(state), catalog_(catalog) {}

  MatrixView describe() {
    view_.level = state_.level;
    describeTexts();
    describeColumns();
    describeRows();
    return std::move(view_);
  }

 private:
  const Goal& goal(int index) const { return data_.goals[static_cast<size_t>(index)]; }
  const ActionLine& line(int index) const { return data_.lines[static_cast<size_t>(index)]; }

  void describeTexts() {
    const MatrixTotals totals = countMatrix(data_);
    const auto number = [&](int n) { return formatNumber(catalog_.language(), n); };
    view_.title = catalog_.text("matrix.title");
    view_.summary = catalog_.text("matrix.summary", {{"lines", number(static_cast<int>(data_.lines.size()))},
                                                     {"goals", number(static_cast<int>(data_.goals.size()))},
                                                     {"linked", number(totals.linked)},
                                                     {"cells", number(totals.cells)},
                                                     {"pairs", number(totals.lineTargetPairs)},
                                                     {"targets", number(totals.targetsCited)},
                                                     {"whole", number(totals.wholeGoalCells)}});
    view_.gapSummary = catalog_.text(
        "matrix.gaps", {{"empty", number(totals.cells - totals.linked)}, {"partial", number(totals.partialCells)}});
    view_.caption = catalog_.text(state_.level == Level::kGoal ? "matrix.captionGoals" : "matrix.captionTargets");
    view_.cornerRows = catalog_.text("matrix.lines");
    view_.cornerColumns = catalog_.text(state_.level == Level::kGoal ? "matrix.goals" : "matrix.targets");
    view_.legendHeat = catalog_.text(state_.level == Level::kGoal ? "legend.heat" : "legend.cited");
    if (state_.level == Level::kGoal) {
      for (int count = 1; count <= totals.mostTargets; ++count) {
        view_.legend.push_back(
            {CellSign::kTargets, count, false, std::to_string(count), catalog_.plural("legend.targets", count)});
      }
    } else {
      view_.legend.push_back({CellSign::kTargets, 4, false, kCitedSign, catalog_.text("legend.cited")});
    }
    view_.legend.push_back(
        {CellSign::kWholeGoal, 0, false, catalog_.text("sign.wholeGoal"), catalog_.text("legend.whole")});
    view_.legend.push_back({CellSign::kTargets, 1, true, kPartialSign, catalog_.text("legend.partial")});
    view_.legend.push_back({CellSign::kNone, 0, false, "", catalog_.text("legend.none")});
  }

  void describeColumns() {
    const std::vector<int> links = linksOfGoals(data_);
    for (const int index : orderGoals(data_, state_.order)) {
      const Goal& g = goal(index);
      const std::string number = std::to_string(g.number);
      if (state_.level == Level::kGoal) {
        MatrixColumn column;
        column.key = "col-" + number;
        column.code = number;
        column.name = g.shortName.text;
        column.nameLanguage = g.shortName.language;
        column.links = links[static_cast<size_t>(index)];
        column.label = catalog_.plural("column.label", column.links,
                                       {{"goal", goalCode(catalog_, g)}, {"name", g.shortName.text}});
        column.title = goalCode(catalog_, g) + " " + g.shortName.text;
        column.detail = catalog_.plural("count.links", column.links);
        column.command = "open?goal=" + number;
        column.goal = g.number;
        column.goalCode = number;
        column.goalName = g.shortName.text;
        column.colour = g.colour;
        column.selected = state_.goal == g.number;
        view_.columns.push_back(std::move(column));
        columnTargets_.push_back({index, -1});
        continue;
      }
      bool first = true;
      for (const int target : g.targets) {
        const Target& t = data_.targets[static_cast<size_t>(target)];
        MatrixColumn column;
        column.key = "col-" + t.id;
        column.code = t.id;
        column.name = t.text.text;
        column.nameLanguage = t.text.language;
        column.links = linesCiting(target);
        column.label = catalog_.plural("target.label", column.links, {{"id", t.id}, {"text", t.text.text}});
        column.title = catalog_.text("target.code", {{"id", t.id}});
        column.detail = t.text.text;
        column.command = "open?target=" + t.id;
        column.goal = g.number;
        column.goalCode = number;
        column.goalName = g.shortName.text;
        column.colour = g.colour;
        column.firstOfGoal = first;
        column.selected = state_.target.empty() ? state_.goal == g.number : state_.target == t.id;
        view_.columns.push_back(std::move(column));
        columnTargets_.push_back({index, target});
        first = false;
      }
    }
  }

  int linesCiting(int target) const {
    return static_cast<int>(std::count_if(data_.links.begin(), data_.links.end(), [&](const Link& link) {
      return std::binary_search(link.targets.begin(), link.targets.end(), target);
    }));
  }

  void describeRows() {
    const bool grouped = state_.order == MatrixOrder::kPublished;
    std::set<std::string> groupsDone;
    for (const int index : orderLines(data_, state_.order)) {
      const ActionLine& l = line(index);
      const int group = l.parent.empty() ? -1 : data_.findGroup(l.parent);
      const bool folded = state_.foldC7 && group >= 0;
      if (group >= 0 && (grouped || folded) && groupsDone.insert(l.parent).second) {
        addGroupRow(data_.groups[static_cast<size_t>(group)], folded);
      }
      if (!folded) addLineRow(index, grouped && group >= 0);
    }
  }

  void addGroupRow(const ActionLine& group, bool folded) {
    std::vector<int> members;
    for (int i = 0; i < static_cast<int>(data_.lines.size()); ++i) {
      if (line(i).parent == group.id) members.push_back(i);
    }
    MatrixRow row;
    row.kind = folded ? MatrixRow::Kind::kFolded : MatrixRow::Kind::kGroup;
    fillRow(row, group);
    row.expanded = !folded;
    row.foldCommand = folded ? "set?fold=" : "set?fold=C7";
    row.foldLabel =
        catalog_.plural(folded ? "fold.open" : "fold.close", static_cast<int>(members.size()), {{"code", group.id}});
    for (const int member : members) row.links += linksOf(member);
    row.label = rowLabel(group.id, group, row.links);
    row.title = group.id + " " + group.name.text;
    row.detail = catalog_.plural("count.links", row.links);
    view_.rows.push_back(std::move(row));
    for (size_t column = 0; column < columnTargets_.size(); ++column) {
      view_.cells.push_back(folded ? foldedCell(group, members, column) : MatrixCell{});
    }
  }

  void addLineRow(int index, bool indented) {
    const ActionLine& l = line(index);
    MatrixRow row;
    fillRow(row, l);
    row.indented = indented;
    row.links = linksOf(index);
    row.label = rowLabel(lineCode(l), l, row.links);
    row.title = (l.parent.empty() ? l.id : l.parent) + " " + l.name.text;
    row.detail = catalog_.plural("count.links", row.links);
    view_.rows.push_back(std::move(row));
    for (size_t column = 0; column < columnTargets_.size(); ++column) view_.cells.push_back(lineCell(index, column));
  }

  void fillRow(MatrixRow& row, const ActionLine& l) const {
    row.key = "row-" + l.id;
    row.code = l.parent.empty() ? l.id : l.parent;
    row.shortName = l.shortName.text;
    row.name = l.name.text;
    row.nameLanguage = l.name.language;
    row.command = "open?line=" + l.id;
    row.selected = state_.line == l.id;
  }

  std::string rowLabel(const std::string& code, const ActionLine& l, int links) const {
    // "C7 E-health" already is the name of the field: do not say it twice.
    const bool codeIsName = !l.parent.empty() && l.shortName.text == l.name.text;
    // The label begins with what is seen, so that who says what they see reaches it (WCAG 2.2, 2.5.3).
    const std::string seen = l.parent.empty() ? code + " " + l.shortName.text : code;
    return codeIsName || l.shortName.text == l.name.text
               ? catalog_.plural("row.labelShort", links, {{"code", seen}})
               : catalog_.plural("row.label", links, {{"code", seen}, {"name", l.name.text}});
  }

  int linksOf(int index) const {
    return static_cast<int>(
        std::count_if(data_.links.begin(), data_.links.end(), [&](const Link& link) { return link.line == index; }));
  }

  MatrixCell lineCell(int index, size_t column) const {
    const auto [goalIndex, target] = columnTargets_[column];
    const Link* link = data_.linkAt(index, goalIndex);
    const ActionLine& l = line(index);
    MatrixCell cell;
    cell.linked = link != nullptr;
    fillCell(cell, l, goalIndex, target);
    if (link != nullptr) {
      cell.wholeGoal = link->wholeGoal;
      cell.partial = link->partial;
      cell.count = static_cast<int>(link->targets.size());
      if (target >= 0) {
        cell.count = std::binary_search(link->targets.begin(), link->targets.end(), target) ? 1 : 0;
        cell.linked = cell.count > 0 || link->wholeGoal;
        cell.partial = cell.partial && cell.linked;
        cell.wholeGoal = link->wholeGoal && cell.count == 0;
      }
    }
    cell.text = cellText(cell);
    cell.content = target < 0 ? linkContent(data_, catalog_, link) : targetCellContent(cell);
    cell.label = cellLabel(lineCode(l), goalIndex, target, cell);
    return cell;
  }

  MatrixCell foldedCell(const ActionLine& group, const std::vector<int>& members, size_t column) const {
    const auto [goalIndex, target] = columnTargets_[column];
    MatrixCell cell;
    fillCell(cell, group, goalIndex, target);
    std::set<int> cited;
    std::vector<std::string> names;
    for (const int member : members) {
      const MatrixCell one = lineCell(member, column);
      if (!one.linked) continue;
      cell.linked = true;
      cell.wholeGoal = cell.wholeGoal || one.wholeGoal;
      cell.partial = cell.partial || one.partial;
      const Link* link = data_.linkAt(member, goalIndex);
      cited.insert(link->targets.begin(), link->targets.end());
      names.push_back(line(member).shortName.text);
    }
    if (target >= 0) {
      cell.count = cited.count(target) > 0 ? 1 : 0;
      cell.wholeGoal = cell.wholeGoal && cell.count == 0;
    } else {
      cell.count = static_cast<int>(cited.size());
    }
    cell.text = cellText(cell);
    if (target >= 0) {
      cell.content = targetCellContent(cell);
    } else {
      cell.content = cell.linked ? catalog_.plural("cell.folded", static_cast<int>(cited.size()),
                                                   {{"fields", listOf(catalog_, names)}})
                                 : catalog_.text("cell.none");
    }
    cell.label = cellLabel(group.id, goalIndex, target, cell);
    return cell;
  }

  void fillCell(MatrixCell& cell, const ActionLine& l, int goalIndex, int target) const {
    const std::string number = std::to_string(goal(goalIndex).number);
    if (target < 0) {
      cell.key = "cell-" + l.id + "-" + number;
      cell.command = "open?line=" + l.id + "&goal=" + number;
      cell.selected = state_.line == l.id && state_.goal == goal(goalIndex).number;
    } else {
      const std::string& id = data_.targets[static_cast<size_t>(target)].id;
      cell.key = "cell-" + l.id + "-" + id;
      cell.command = "open?line=" + l.id + "&target=" + id;
      cell.selected = state_.line == l.id && state_.target == id;
    }
  }

  std::string targetCellContent(const MatrixCell& cell) const {
    std::string content = catalog_.text(!cell.linked ? "cell.none" : cell.count > 0 ? "legend.cited" : "cell.whole");
    if (cell.partial) content += catalog_.text("cell.partialSuffix");
    return content;
  }

  std::string cellLabel(const std::string& lineName, int goalIndex, int target, const MatrixCell& cell) const {
    // The sign that is seen is part of the name too; a number already is.
    const std::string content = cell.wholeGoal ? cell.content + " – " + cell.text : cell.content;
    const std::string column =
        target < 0 ? goalCode(catalog_, goal(goalIndex)) : catalog_.text("target.code", {{"id", targetId(target)}});
    return catalog_.text("cell.label", {{"line", lineName}, {"goal", column}, {"content", content}});
  }

  const std::string& targetId(int target) const { return data_.targets[static_cast<size_t>(target)].id; }

  std::string cellText(const MatrixCell& cell) const {
    std::string text;
    if (!cell.linked) return text;
    if (cell.count > 0) text = state_.level == Level::kTarget ? kCitedSign : std::to_string(cell.count);
    if (cell.wholeGoal) text += (text.empty() ? "" : "+") + catalog_.text("sign.wholeGoal");
    if (cell.partial) text += kPartialSign;
    return text;
  }

  struct GoalAndTarget {
    int goal;
    int target;  // -1 at goal level
  };

  const Dataset& data_;
  const ViewState& state_;
  const Catalog& catalog_;
  MatrixView view_;
  std::vector<GoalAndTarget> columnTargets_;
};

}  // namespace

MatrixView describeMatrix(const Dataset& data, const ViewState& state, const Catalog& catalog,
                          const AwardsContext& awards) {
  MatrixView view = MatrixDescriber(data, state, catalog).describe();
  if (state.metric != Metric::kLinks && awards.base != nullptr) countAwards(view, data, state, catalog, awards);
  return view;
}

namespace {

Node columnHeader(const MatrixColumn& column, Language language) {
  Node header = makeNode(Role::kColumnHeader, "", language, column.key);
  header.goal = column.goal;
  header.current = column.selected;
  Node link = makeNode(Role::kLink, column.code, language, column.key + "-open");
  link.label = column.label;
  link.command = column.command;
  link.language = column.nameLanguage;
  header.add(std::move(link));
  return header;
}

Node rowHeader(const MatrixRow& row, Language language) {
  Node header = makeNode(Role::kRowHeader, "", language, row.key);
  header.current = row.selected;
  if (!row.foldCommand.empty()) {
    Node fold = makeNode(Role::kButton, row.foldLabel, language, row.key + "-fold");
    fold.command = row.foldCommand;
    fold.folds = true;
    fold.expanded = row.expanded;
    header.add(std::move(fold));
  }
  Node link = makeNode(Role::kLink, row.code + " " + row.shortName, language, row.key + "-open");
  link.label = row.label;
  link.command = row.command;
  link.language = row.nameLanguage;
  header.add(std::move(link));
  return header;
}

Node cellNode(const MatrixCell& cell, int goal, Language language) {
  Node node = makeNode(Role::kCell, cell.text, language, cell.key);
  node.label = cell.label;
  node.current = cell.selected;
  node.level = cell.count;
  node.goal = goal;
  node.sign = cell.sign();
  node.partial = cell.partial;
  node.command = cell.command;
  return node;
}

// Above targets, a row of goals, each as wide as its targets.
Node goalSpans(const MatrixView& view, const Catalog& catalog) {
  const Language language = catalog.language();
  Node row = makeNode(Role::kRow, "", language, "head-goals");
  row.add(makeNode(Role::kCell, "", language));
  for (size_t i = 0; i < view.columns.size();) {
    size_t end = i + 1;
    while (end < view.columns.size() && !view.columns[end].firstOfGoal) ++end;
    const std::string number = std::to_string(view.columns[i].goal);
    Node header = makeNode(Role::kColumnHeader, "", language, "span-" + number);
    header.goal = view.columns[i].goal;
    header.span = static_cast<int>(end - i);
    Node link = makeLink(catalog.text("goal.code", {{"n", number}}), language, "open?goal=" + number,
                         "span-" + number + "-open");
    header.add(std::move(link));
    row.add(std::move(header));
    i = end;
  }
  return row;
}

}  // namespace

int heatOf(const MatrixView& view, const MatrixCell& cell) {
  constexpr int kMiddle = 4;
  return view.level == Level::kTarget && cell.count > 0 ? kMiddle : cell.count;
}

std::string_view legendCaption(const MatrixView& view, size_t entry) {
  const auto isHeat = [&](size_t i) {
    return i < view.legend.size() && view.legend[i].sign == CellSign::kTargets && !view.legend[i].partial;
  };
  if (!isHeat(entry)) return view.legend[entry].text;
  return isHeat(entry + 1) ? std::string_view() : std::string_view(view.legendHeat);
}

Node matrixSection(const MatrixView& view, const Catalog& catalog) {
  const Language language = catalog.language();
  Node section = makeNode(Role::kSection, "", language, "matrix");
  section.add(makeHeading(2, view.title, language, "matrix-title"));
  section.add(makeNode(Role::kParagraph, view.summary, language, "matrix-summary"));
  section.add(makeNode(Role::kParagraph, view.gapSummary, language, "matrix-gaps"));

  Node& legend = section.add(makeNode(Role::kList, "", language, "matrix-legend"));
  legend.label = catalog.text("legend.title");
  for (size_t i = 0; i < view.legend.size(); ++i) {
    const LegendEntry& entry = view.legend[i];
    Node item = makeNode(Role::kItem, "", language, "legend-" + std::to_string(i));
    Node sample = makeNode(Role::kTag, entry.sample, language);
    sample.level = entry.count;
    sample.sign = entry.sign;
    sample.partial = entry.partial;
    item.add(std::move(sample));
    item.add(makeNode(Role::kText, entry.text, language));
    legend.add(std::move(item));
  }

  Node& table = section.add(makeNode(Role::kTable, view.caption, language, "matrix-table"));
  table.steered = true;
  if (view.level == Level::kTarget) table.add(goalSpans(view, catalog));
  Node& head = table.add(makeNode(Role::kRow, "", language, "head"));
  head.add(makeNode(Role::kColumnHeader, view.cornerRows, language, "corner"));
  for (const MatrixColumn& column : view.columns) head.add(columnHeader(column, language));
  for (size_t r = 0; r < view.rows.size(); ++r) {
    const MatrixRow& row = view.rows[r];
    Node& line = table.add(makeNode(Role::kRow, "", language, "tr-" + row.key));
    Node& header = line.add(rowHeader(row, language));
    if (row.kind == MatrixRow::Kind::kGroup) {
      header.span = static_cast<int>(view.columns.size()) + 1;
      continue;
    }
    for (size_t c = 0; c < view.columns.size(); ++c) {
      line.add(cellNode(view.cell(r, c), view.columns[c].goal, language));
    }
  }
  return section;
}

}  // namespace wsis
