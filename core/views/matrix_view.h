// The matrix as a person sees it: rows, columns and cells in the order of the ViewState, each with its texts and the
// command that it offers. Drawn by shell/, turned into a table by matrixTable().
#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"
#include "core/views/node.h"

namespace wsis {

struct MatrixRow {
  enum class Kind {
    kLine,    ///< An action line.
    kGroup,   ///< The heading of C7 while its lines stand below: no cells.
    kFolded,  ///< C7 as one row: each cell sums up its lines.
  };
  Kind kind = Kind::kLine;
  std::string key;        ///< "row-C5"
  std::string code;       ///< "C5"; "C7" for its fields.
  std::string shortName;  ///< "Trust and security"
  std::string name;       ///< The official name.
  Language nameLanguage = Language::kEnglish;
  std::string label;   ///< "C5 Building confidence …: 9 links"
  std::string title;   ///< "C5 Trust and security"
  std::string detail;  ///< "9 links"
  std::string command;
  int links = 0;
  bool indented = false;  ///< One of C7's fields, below the group's heading.
  bool expanded = true;   ///< For kGroup and kFolded.
  std::string foldCommand;
  std::string foldLabel;
  bool selected = false;
};

struct MatrixColumn {
  std::string key;   ///< "col-9" or "col-9.c"
  std::string code;  ///< "9" or "9.c"
  std::string name;  ///< Short name of the goal, or the target's text.
  Language nameLanguage = Language::kEnglish;
  std::string label;   ///< "Goal 9 Industry, innovation and infrastructure: 12 links"
  std::string title;   ///< "Goal 9", "Target 9.c"
  std::string detail;  ///< "Industry, innovation and infrastructure: 12 links"
  std::string command;
  int goal = 0;          ///< Number.
  std::string goalCode;  ///< "9"
  std::string goalName;  ///< Short name of the goal.
  uint32_t colour = 0;
  int links = 0;
  bool firstOfGoal = true;
  bool selected = false;
};

struct MatrixCell {
  std::string key;      ///< "cell-C5-9"
  std::string text;     ///< "2", "G" for the goal as a whole, "*" behind a partly agreed link; empty without a link.
  std::string label;    ///< "C5, Goal 9: 2 targets, 9.1 and 9.c"
  std::string content;  ///< "2 targets, 9.1 and 9.c"
  std::string command;
  int count = 0;     ///< Cited targets, or the step of the heat for awards.
  bool gap = false;  ///< A link whose line has no known award, where awards are counted.
  bool linked = false;
  bool wholeGoal = false;
  bool partial = false;
  bool selected = false;

  CellSign sign() const {
    return gap ? CellSign::kGap : !linked ? CellSign::kNone : wholeGoal ? CellSign::kWholeGoal : CellSign::kTargets;
  }
};

struct LegendEntry {
  CellSign sign = CellSign::kTargets;
  int count = 0;
  bool partial = false;
  std::string sample;  ///< The text that such a cell shows.
  std::string text;
};

struct MatrixView {
  Level level = Level::kGoal;
  std::string title;
  std::string summary;
  std::string gapSummary;
  std::string caption;  ///< Of the table.
  std::string cornerRows;
  std::string cornerColumns;
  std::vector<MatrixRow> rows;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixCell> cells;  ///< rows × columns, row-major; those of a kGroup row are blank.
  std::vector<LegendEntry> legend;
  std::string legendHeat;  ///< Names all steps of the heat together.

  const MatrixCell& cell(size_t row, size_t column) const { return cells[row * columns.size() + column]; }
};

/// The step of the heat that a cell is filled with. A single target has no amount to show: all take one middle step.
int heatOf(const MatrixView& view, const MatrixCell& cell);

/// What a picture writes behind a legend's sample: steps of the heat stand close together and are named once, behind
/// the last.
std::string_view legendCaption(const MatrixView& view, size_t entry);

/// With awards loaded, cells can show how many the line has (state.metric).
MatrixView describeMatrix(const Dataset& data, const ViewState& state, const Catalog& catalog,
                          const AwardsContext& awards = {});

/// The section that prints the matrix: heading, summary, legend and table.
Node matrixSection(const MatrixView& view, const Catalog& catalog);

}  // namespace wsis
