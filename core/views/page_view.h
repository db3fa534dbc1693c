// The whole page for one ViewState: header, controls, notices, matrix, panel and footer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/state/url_codec.h"
#include "core/state/view_state.h"
#include "core/text/catalog.h"
#include "core/views/awards_view.h"
#include "core/views/matrix_view.h"
#include "core/views/node.h"

namespace wsis {

/// Buttons of which one is pressed: level, order, theme.
struct ChoiceGroup {
  struct Option {
    std::string key;
    std::string text;
    std::string command;
    bool pressed = false;
  };
  std::string key;
  std::string label;
  std::vector<Option> options;
};

struct PageView {
  View view = View::kMatrix;
  std::vector<ChoiceGroup::Option> places;  ///< The explorer's views; the one shown is pressed.
  std::string placesLabel;
  std::string searchLabel, searchWords;
  std::vector<std::string> searchOffers;  ///< Words that the field offers: action lines and goals.
  std::string documentTitle;              ///< For the browser's tab.
  std::string title;
  std::string tagline;
  std::vector<ChoiceGroup> controls;
  std::vector<AwardChip> actions;  ///< Buttons beside the controls.
  std::vector<std::string> notices;
  AwardChip newest;  ///< A button below the notices that leads to the newest data; without text where there is none.
  std::string dismissLabel;
  MatrixView matrix;
  AwardsView awards;  ///< Empty in other views.
  std::optional<Node> panel;
  Node footer;
  std::string footerLine;  ///< One line for the picture's edge.
  bool showsHead = true, showsControls = true, showsPlaces = true, showsLegend = true;
};

PageView describePage(const Dataset& data, const ViewState& state, const Catalog& catalog, const AwardsContext& awards,
                      const std::vector<DroppedValue>& dropped, const Faults& faults);

/// The six languages by their own names, in the order of the United Nations' web standards.
Node languageLinks(const Catalog& catalog);

/// The page as a tree, for the accessible DOM and the static pages.
Node pageTree(const PageView& page, const Catalog& catalog);

}  // namespace wsis
