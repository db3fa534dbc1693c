// The parts of a described view. A Node tree says what there is to read and to do, without saying how it looks: ImGui
// draws it, the accessible DOM mirrors it, the static pages print it. Big pictures (the matrix) also have a struct of
// their own, from which both the drawing and the Node table are made.
#pragma once

#include <string>
#include <vector>

#include "core/data/language.h"
#include "core/data/model.h"

namespace wsis {

enum class Role {
  kRoot,
  kHeader,   ///< The page's own title.
  kSection,  ///< A named region; its first heading names it.
  kArticle,  ///< A panel that stands on its own.
  kFooter,
  kNav,      ///< The explorer's places; `label` names it.
  kHeading,  ///< `level` 1 … 6.
  kParagraph,
  kList,
  kItem,
  kLink,     ///< Runs `command`, or leads to `url`.
  kButton,   ///< Runs `command`; `pressed` for one that is on.
  kChoices,  ///< A named group of buttons of which one is pressed.
  kNote,     ///< A remark that matters: agreement, coverage, a missing fact.
  kQuote,    ///< A rationale.
  kTag,      ///< A short marked word: a goal's number, a role.
  kStatus,   ///< Announced politely when it changes.
  kStage,    ///< Where the picture stands; `text` names it, `label` says how it is used.
  kTable,
  kRow,
  kColumnHeader,
  kRowHeader,
  kCell,
  kText,     ///< A run of text inside one of the above.
  kMark,     ///< A run that is marked: a word that was searched for.
  kDetails,  ///< A group that opens; `text` names it, `expanded` when it is open from the start.
  kCheck,    ///< A box that is checked or not (`pressed`) and runs `command`; `label` is its count.
  kOptions,  ///< The words that a field offers, as kOption.
  kOption,
  kCode,    ///< A QR code: `value` holds its squares (qr_code.h), `label` says what it leads to.
  kSearch,  ///< A field to type into; each change runs `command` with the words added. `text` names it.
};

/// What a cell of the matrix, or its sample in the legend, shows.
enum class CellSign {
  kPlain,      ///< No cell.
  kNone,       ///< No link.
  kTargets,    ///< Cites targets: heat by their number.
  kGap,        ///< A link, but no known award.
  kWholeGoal,  ///< Cites the goal as a whole, with or without single targets.
};

struct Node {
  Role role = Role::kRoot;
  std::string key;  ///< Unique among its siblings' subtree where it can take focus; names the DOM element.
  std::string text;
  std::string label;  ///< What assistive technology says, where it must say more than `text`.
  Language language = Language::kEnglish;
  std::string command;      ///< See state/command.h.
  std::string value;        ///< What a field holds.
  std::string list;         ///< Key of the kOptions that a field offers.
  std::string describedBy;  ///< Key of the node that says more about this one.
  std::string url;          ///< Outside address, http(s) only.
  int level = 0;            ///< Of a heading; the number of targets in a cell.
  int goal = 0;             ///< Number of the goal whose colour marks it, or 0.
  int span = 1;             ///< Columns a table header spans.
  CellSign sign = CellSign::kPlain;
  float share = 0;       ///< Of a cell in a table of counts: its part of the table's largest, 0 … 1, drawn as a bar.
  bool steered = false;  ///< A table that is steered cell by cell (the matrix), not only read.
  bool partial = false;  ///< A cell that not all tables of the document name.
  bool toggles = false;  ///< A button that is on or off: `pressed`.
  bool pressed = false;
  bool current = false;   ///< The selected cell, row or column.
  bool expanded = false;  ///< For a button that folds: what it controls is open.
  bool folds = false;
  bool quiet = false;  ///< Secondary text.
  std::vector<Node> children;

  Node& add(Node child) {
    children.push_back(std::move(child));
    return children.back();
  }
};

/// Shorthands for the common parts. The text's language is the catalog's unless a LocalText says otherwise.
inline Node makeNode(Role role, std::string text, Language language, std::string key = {}) {
  Node node;
  node.role = role;
  node.text = std::move(text);
  node.language = language;
  node.key = std::move(key);
  return node;
}

inline Node makeNode(Role role, const LocalText& text, std::string key = {}) {
  return makeNode(role, text.text, text.language, std::move(key));
}

inline Node makeHeading(int level, std::string text, Language language, std::string key = {}) {
  Node node = makeNode(Role::kHeading, std::move(text), language, std::move(key));
  node.level = level;
  return node;
}

inline Node makeLink(std::string text, Language language, std::string command, std::string key) {
  Node node = makeNode(Role::kLink, std::move(text), language, std::move(key));
  node.command = std::move(command);
  return node;
}

}  // namespace wsis
