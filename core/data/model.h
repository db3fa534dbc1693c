// The records of the explorer as plain structs, in the field's own terms. References between records are indices into
// the Dataset's vectors; a Dataset holds one language, and says of each text in which language it really is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/language.h"

namespace wsis {

/// A text and the language it is in: the Dataset's, or another where a translation does not exist.
struct LocalText {
  std::string text;
  Language language = Language::kEnglish;

  bool empty() const { return text.empty(); }
};

/// How well a statement is attested by its sources.
enum class Confidence { kHigh, kMedium, kLow };

/// What an agency does for an action line. kNamed2005: only named in the annex of the Tunis Agenda.
enum class FacilitatorRole {
  kFacilitator,
  kCoFacilitator,
  kLeadFacilitator,
  kSoleFacilitator,
  kCoOrganizer,
  kNamed2005,
  kPartner,
};

struct Facilitator {
  std::string agency;
  FacilitatorRole role;
  Confidence confidence;
  std::vector<int> sources;
};

/// ITU's own role for a line, from the ITU's reports.
struct ItuRole {
  FacilitatorRole role;
  bool statedForC7AsAWhole = false;
  std::vector<int> sources;
};

struct ActionLine {
  std::string id;      ///< "C1" … "C11", "C7-egov" …
  std::string parent;  ///< "C7" for its eight fields, else empty.
  LocalText name;
  LocalText shortName;
  LocalText about;
  bool nameIsProjectTranslation = false;
  std::vector<int> nameSources;
  std::vector<Facilitator> facilitators;
  std::optional<ItuRole> ituRole;
};

struct Goal {
  int number = 0;       ///< 1 … 17.
  uint32_t colour = 0;  ///< 0xRRGGBB, the goal's official colour.
  LocalText title;
  LocalText shortName;
  std::vector<int> targets;  ///< Indices, in the order of the 2030 Agenda.
  std::vector<int> sources;
};

struct Target {
  std::string id;  ///< "9.c"
  int goal = 0;    ///< Index of its goal.
  LocalText text;
  int source = -1;
};

/// One row of the matrix document's rationale table: the targets it names (or the goal as a whole) and why.
struct LinkPart {
  std::vector<int> targets;
  bool wholeGoal = false;
  LocalText rationale;  ///< Empty where the document gives none.
};

/// A cell of the WSIS–SDG Matrix that the document fills: one action line and one goal.
struct Link {
  int line = 0;
  int goal = 0;
  std::vector<LinkPart> parts;
  std::vector<int> targets;            ///< Every target that the parts cite, in the goal's order, each once.
  bool wholeGoal = false;              ///< Some part cites the goal as a whole.
  bool partial = false;                ///< Not all tables of the document name this cell.
  std::vector<std::string> witnesses;  ///< "annex", "list", "reverse": the tables that do.
  std::vector<LocalText> notes;
  std::vector<int> sources;

  bool hasRationale() const {
    for (const LinkPart& part : parts) {
      if (!part.rationale.empty()) return true;
    }
    return false;
  }
};

struct Source {
  std::string id;
  std::string title;
  std::string url;  ///< http(s), or empty for a source that has no address.
  std::string kind;
};

}  // namespace wsis
