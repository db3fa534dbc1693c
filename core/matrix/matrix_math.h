// What the matrix says as a whole: counts, order, gaps and which goals or lines belong together. All functions are
// pure; "published" is the order of the Dataset.
#pragma once

#include <vector>

#include "core/data/dataset.h"

namespace wsis {

/// How rows and columns are arranged.
enum class MatrixOrder {
  kPublished,  ///< As in the matrix document.
  kLinks,      ///< Most links first; equal ones as published.
  kSimilar,    ///< Neighbours share as many links as possible.
};

struct MatrixTotals {
  int cells = 0;            ///< All cells, lines × goals.
  int linked = 0;           ///< Cells that the document fills.
  int lineTargetPairs = 0;  ///< Cited targets, summed over the cells.
  int wholeGoalCells = 0;
  int partialCells = 0;
  int targetsCited = 0;  ///< Different targets.
  int withoutRationale = 0;
  int mostTargets = 0;  ///< In one cell.
};

MatrixTotals countMatrix(const Dataset& data);

/// Links per line (linksOfLines) and per goal (linksOfGoals), by index.
std::vector<int> linksOfLines(const Dataset& data);
std::vector<int> linksOfGoals(const Dataset& data);

/// Line and goal indices in the wanted order.
std::vector<int> orderLines(const Dataset& data, MatrixOrder order);
std::vector<int> orderGoals(const Dataset& data, MatrixOrder order);

/// Another line or goal and how many links it shares.
struct Neighbour {
  int index = 0;
  int shared = 0;
};

/// Goals that are linked from the same lines as `goal`, most shared lines first; those that share none are left out.
std::vector<Neighbour> goalsSharingLines(const Dataset& data, int goal);
/// Lines that are linked to the same goals as `line`, most shared goals first.
std::vector<Neighbour> linesSharingGoals(const Dataset& data, int line);

/// Goals that `line` is not linked to, and lines that `goal` is not linked to: the gaps of the document.
std::vector<int> goalsWithoutLink(const Dataset& data, int line);
std::vector<int> linesWithoutLink(const Dataset& data, int goal);

}  // namespace wsis
