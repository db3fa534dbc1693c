#include "core/state/url_codec.h"

#include <algorithm>

#include "core/base/strings.h"
#include "core/data/awards.h"

namespace wsis {
namespace {

template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

constexpr Choice<View> kViews[] = {{"matrix", View::kMatrix}, {"awards", View::kAwards}};
constexpr Choice<Level> kLevels[] = {{"goal", Level::kGoal}, {"target", Level::kTarget}};
constexpr Choice<MatrixOrder> kOrders[] = {
    {"published", MatrixOrder::kPublished}, {"links", MatrixOrder::kLinks}, {"similar", MatrixOrder::kSimilar}};
constexpr Choice<Theme> kThemes[] = {
    {"auto", Theme::kAuto}, {"light", Theme::kLight}, {"dark", Theme::kDark}, {"contrast", Theme::kContrast}};
constexpr Choice<AwardSort> kAwardSorts[] = {{"relevance", AwardSort::kRelevance},
                                             {"newest", AwardSort::kNewest},
                                             {"oldest", AwardSort::kOldest},
                                             {"name", AwardSort::kName}};
constexpr Choice<Metric> kMetrics[] = {{"links", Metric::kLinks}, {"awards", Metric::kAwards}, {"both", Metric::kBoth}};
constexpr Choice<bool> kSwitch[] = {{"0", false}, {"1", true}};
constexpr Choice<bool> kKeys[] = {{"1", true}, {"0", false}};
constexpr Choice<bool> kFold[] = {{"", false}, {"C7", true}};

// Sets `into` to the choice called `name`; an empty name sets the default, the first choice.
template <typename T, size_t N>
bool choose(const Choice<T> (&choices)[N], std::string_view name, T& into) {
  if (name.empty()) {
    into = choices[0].value;
    return true;
  }
  for (const Choice<T>& choice : choices) {
    if (choice.name == name) {
      into = choice.value;
      return true;
    }
  }
  return false;
}

template <typename T, size_t N>
std::string_view nameOf(const Choice<T> (&choices)[N], T value) {
  for (const Choice<T>& choice : choices) {
    if (choice.value == value) return choice.name;
  }
  return choices[0].name;
}

// A selection of the matrix stands in parameters of its own; in the awards view they are facets.
bool isSelection(Facet facet) { return facet == Facet::kLine || facet == Facet::kGoal || facet == Facet::kTarget; }

bool isAwardId(std::string_view id) {
  constexpr size_t kLongest = 100;
  return id.size() <= kLongest && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                  c == '.' || c == ':';
         });
}

// What a person typed, as valid UTF-8 without control characters and of bearable length.
std::string searchWords(std::string_view typed) {
  constexpr size_t kLongest = 200;
  std::string out;
  for (size_t at = 0; at < typed.size() && out.size() < kLongest;) {
    const char32_t c = nextCodePoint(typed, at);
    appendUtf8(out, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return out;
}

// Countries and regions are checked only for their form: which exist is known once the awards are loaded.
bool isFacetValue(const Dataset& data, Facet facet, std::string_view value) {
  const auto all = [&](auto fits) { return std::all_of(value.begin(), value.end(), fits); };
  switch (facet) {
    case Facet::kYear:
      return value.size() == 4 && parseNumber(value) >= 1990 && parseNumber(value) <= 2100;
    case Facet::kLine:
      return data.findLine(value) >= 0;
    case Facet::kCountry:
      return value.size() == 3 && all([](char c) { return c >= 'A' && c <= 'Z'; });
    case Facet::kRegion:
      return value.size() < 20 && all([](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    case Facet::kStatus:
      return awardStatusFromName(value).has_value();
    case Facet::kGoal:
      return parseNumber(value) > 0 && data.findGoal(parseNumber(value)) >= 0 && value.front() != '0';
    case Facet::kConfidence:
      return awardConfidenceFromName(value).has_value();
    case Facet::kOrigin:
      return value == "published" || value == "local";
    case Facet::kTarget:
      return data.findTarget(value) >= 0;
  }
  return false;
}

enum class Read { kUsed, kUnknownValue, kUnknownParameter };

// "C5,C7" chooses several. A group of lines stands for all of them. Unknown values are left out and reported.
Read readFacet(const Dataset& data, Facet facet, std::string_view list, ViewState& state) {
  std::vector<std::string> chosen;
  const auto choose = [&](const std::string& value) {
    if (std::find(chosen.begin(), chosen.end(), value) == chosen.end()) chosen.push_back(value);
  };
  bool allKnown = true;
  for (const std::string_view value : split(list, ',')) {
    if (facet == Facet::kLine && data.findGroup(value) >= 0) {
      for (const ActionLine& line : data.lines) {
        if (line.parent == value) choose(line.id);
      }
    } else if (!value.empty() && isFacetValue(data, facet, value)) {
      choose(std::string(value));
    } else {
      allKnown = false;
    }
  }
  if (chosen.empty() && !allKnown) return Read::kUnknownValue;
  state.chosen(facet) = std::move(chosen);
  return allKnown ? Read::kUsed : Read::kUnknownValue;
}

bool isStoryId(std::string_view id) {
  constexpr size_t kLongest = 40;
  return id.size() <= kLongest && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// A date as the data name their version: 2026-11-24.
bool isDataVersion(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  return text.size() == kForm.size() && std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           return form == '0' ? c >= '0' && c <= '9' : c == form;
         });
}

// What a page around the explorer adds to the address for its own use (Pym: github.com/nprapps/pym.js).
bool isOfHost(std::string_view name) {
  return name == "initialWidth" || name == "childId" || name == "parentTitle" || name == "parentUrl";
}

Read readParameter(const Dataset& data, std::string_view name, std::string_view value, ViewState& state) {
  const auto used = [](bool ok) { return ok ? Read::kUsed : Read::kUnknownValue; };
  if (name == "level") return used(choose(kLevels, value, state.level));
  if (name == "sort") {
    // Both views have an order of their own; their names do not overlap.
    if (value.empty()) state.awardSort = AwardSort::kRelevance;
    return used(choose(kOrders, value, state.order) || choose(kAwardSorts, value, state.awardSort));
  }
  if (name == "compare") {
    const bool known = value.empty() || facetFromParameter(value).has_value();
    if (known) state.compare = value;
    return used(known);
  }
  if (name == "metric") return used(choose(kMetrics, value, state.metric));
  if (name == "view")
    return used(std::any_of(std::begin(kViews), std::end(kViews),
                            [&](const auto& view) { return value.empty() || view.name == value; }));
  if (name == "q") {
    state.words = searchWords(value);
    return Read::kUsed;
  }
  if (name == "award") {
    const bool known = isAwardId(value);
    if (known) state.award = value;
    return used(known);
  }
  if (const auto facet = facetFromParameter(name); facet && (state.view == View::kAwards || !isSelection(*facet))) {
    return readFacet(data, *facet, value, state);
  }
  if (name == "theme") return used(choose(kThemes, value, state.theme));
  if (name == "fold") return used(choose(kFold, value, state.foldC7));
  if (name == "help") return used(choose(kSwitch, value, state.help));
  if (name == "share") return used(choose(kSwitch, value, state.share));
  if (name == "keys") return used(choose(kKeys, value, state.letters));
  if (name == "present") return used(choose(kSwitch, value, state.present));
  if (name == "kiosk") return used(choose(kSwitch, value, state.kiosk));
  if (name == "story") {
    const bool known = value.empty() || isStoryId(value);
    if (known) state.story = value;
    return used(known);
  }
  if (name == "step") {
    constexpr int kMost = 99;
    const int step = value.empty() || value == "0" ? 0 : parseNumber(value);
    const bool known = value.empty() || value == "0" || (step > 0 && step <= kMost);
    if (known) state.step = step;
    return used(known);
  }
  if (name == "controls") return used(choose(kSwitch, value, state.controls));
  if (name == "search") return used(choose(kSwitch, value, state.search));
  if (name == "plain") return used(choose(kSwitch, value, state.plain));
  if (name == "data") {
    const bool known = value.empty() || isDataVersion(value);
    if (known) state.dataVersion = value;
    return used(known);
  }
  if (isOfHost(name)) return Read::kUsed;
  if (name == "embed") return used(choose(kSwitch, value, state.embed));
  if (name == "lang") {
    const auto language = value.empty() ? Language::kEnglish : languageFromCode(value);
    if (language) state.language = *language;
    return used(language.has_value());
  }
  if (name == "line") {
    const bool known = value.empty() || data.findLine(value) >= 0 || data.findGroup(value) >= 0;
    if (known) state.line = value;
    return used(known);
  }
  if (name == "goal") {
    const int number = value.empty() ? 0 : parseNumber(value);
    const bool known = number == 0 || data.findGoal(number) >= 0;
    if (!known || (number == 0 && !value.empty())) return Read::kUnknownValue;
    state.goal = number;
    return Read::kUsed;
  }
  if (name == "target") {
    const bool known = value.empty() || data.findTarget(value) >= 0;
    if (known) state.target = value;
    return used(known);
  }
  return Read::kUnknownParameter;
}

int goalOfTarget(const Dataset& data, std::string_view id) {
  const int target = data.findTarget(id);
  if (target < 0) return 0;
  return data.goals[static_cast<size_t>(data.targets[static_cast<size_t>(target)].goal)].number;
}

void append(std::string& out, std::string_view name, std::string_view value) {
  if (!out.empty()) out += '&';
  out += name;
  out += '=';
  out += urlEncode(value);
}

std::string encode(const ViewState& state, bool all, Language usual) {
  std::string out;
  const ViewState standard;
  const auto put = [&](std::string_view name, std::string_view value, bool isStandard) {
    if (all || !isStandard) append(out, name, value);
  };
  put("lang", info(state.language).code, state.language == usual);
  put("view", nameOf(kViews, state.view), state.view == standard.view);
  const bool isMatrix = state.view == View::kMatrix;
  if (isMatrix) {
    put("line", state.line, state.line.empty());
    put("goal", state.goal > 0 ? std::to_string(state.goal) : "", state.goal == 0 || !state.target.empty());
    put("target", state.target, state.target.empty());
  }
  put("award", state.award, state.award.empty());
  put("q", state.words, state.words.empty());
  for (size_t f = 0; f < kFacetCount; ++f) {
    if (isMatrix && isSelection(static_cast<Facet>(f))) continue;
    put(kFacetParameters[f], join(state.facets[f], ","), state.facets[f].empty());
  }
  put("compare", state.compare, state.compare.empty());
  put("metric", nameOf(kMetrics, state.metric), state.metric == standard.metric);
  put("level", nameOf(kLevels, state.level), state.level == standard.level);
  if (isMatrix) {
    put("sort", nameOf(kOrders, state.order), state.order == standard.order);
  } else {
    put("sort", nameOf(kAwardSorts, state.awardSort), state.awardSort == standard.awardSort);
  }
  put("fold", nameOf(kFold, state.foldC7), !state.foldC7);
  put("theme", nameOf(kThemes, state.theme), state.theme == standard.theme);
  put("help", nameOf(kSwitch, state.help), !state.help);
  put("share", nameOf(kSwitch, state.share), !state.share);
  put("keys", nameOf(kKeys, state.letters), state.letters);
  put("present", nameOf(kSwitch, state.present), !state.present);
  put("kiosk", nameOf(kSwitch, state.kiosk), !state.kiosk);
  put("story", state.story, state.story.empty());
  put("step", std::to_string(state.step), state.step == 0);
  put("controls", nameOf(kSwitch, state.controls), !state.controls);
  put("search", nameOf(kSwitch, state.search), !state.search);
  put("plain", nameOf(kSwitch, state.plain), !state.plain);
  put("data", state.dataVersion, state.dataVersion.empty());
  put("embed", nameOf(kSwitch, state.embed), !state.embed);
  return out;
}

}  // namespace

void switchView(const Dataset& data, ViewState& state, View view) {
  if (state.view == view) return;
  state.view = view;
  std::vector<std::string>& lines = state.chosen(Facet::kLine);
  std::vector<std::string>& goals = state.chosen(Facet::kGoal);
  std::vector<std::string>& targets = state.chosen(Facet::kTarget);
  if (view == View::kAwards) {
    lines.clear();
    if (!state.line.empty()) readFacet(data, Facet::kLine, state.line, state);
    goals.clear();
    targets.clear();
    // A target says more than its goal.
    if (!state.target.empty()) {
      targets.push_back(state.target);
    } else if (state.goal > 0) {
      goals.push_back(std::to_string(state.goal));
    }
    state.line.clear();
    state.goal = 0;
    state.target.clear();
    return;
  }
  state.award.clear();
  if (lines.size() == 1) state.line = lines.front();
  for (const ActionLine& group : data.groups) {
    const auto isOf = [&](const std::string& id) {
      const int line = data.findLine(id);
      return line >= 0 && data.lines[static_cast<size_t>(line)].parent == group.id;
    };
    const auto fields = std::count_if(data.lines.begin(), data.lines.end(),
                                      [&](const ActionLine& line) { return line.parent == group.id; });
    if (fields > 0 && static_cast<size_t>(fields) == lines.size() && std::all_of(lines.begin(), lines.end(), isOf)) {
      state.line = group.id;
    }
  }
  if (targets.size() == 1) state.target = targets.front();
  if (goals.size() == 1) state.goal = parseNumber(goals.front());
  if (!state.target.empty()) state.goal = goalOfTarget(data, state.target);
  lines.clear();
  goals.clear();
  targets.clear();
}

DecodedState decodeQuery(const Dataset& data, std::string_view query, const ViewState& base) {
  DecodedState decoded{base, {}};
  ViewState& state = decoded.state;
  if (!query.empty() && query.front() == '?') query.remove_prefix(1);
  // The view decides what the other parameters mean: it comes first wherever it stands.
  for (const std::string_view pair : split(query, '&')) {
    constexpr std::string_view kView = "view=";
    View view = state.view;
    if (pair.substr(0, kView.size()) == kView && choose(kViews, urlDecode(pair.substr(kView.size())), view)) {
      switchView(data, state, view);
    }
  }
  bool namesGoal = false;
  bool namesTarget = false;
  for (const std::string_view pair : split(query, '&')) {
    if (pair.empty()) continue;
    const size_t equals = pair.find('=');
    const std::string name = urlDecode(pair.substr(0, equals));
    const std::string value = equals == pair.npos ? "" : urlDecode(pair.substr(equals + 1));
    const Read read = readParameter(data, name, value, state);
    namesGoal = namesGoal || (name == "goal" && read == Read::kUsed);
    namesTarget = namesTarget || (name == "target" && read == Read::kUsed);
    if (read == Read::kUnknownParameter) {
      decoded.dropped.push_back({name, value, DroppedValue::Why::kUnknownParameter});
    } else if (read == Read::kUnknownValue) {
      decoded.dropped.push_back({name, value, DroppedValue::Why::kUnknownValue});
    }
  }
  if (state.view != View::kMatrix) return decoded;
  // A target brings its goal along. Where a goal alone was named, it wins over the target of the base.
  if (!state.target.empty() && goalOfTarget(data, state.target) != state.goal) {
    if (namesTarget && namesGoal && state.goal > 0) {
      decoded.dropped.push_back({"target", state.target, DroppedValue::Why::kContradiction});
      state.target.clear();
    } else if (namesTarget) {
      state.goal = goalOfTarget(data, state.target);
    } else {
      state.target.clear();
    }
  }
  return decoded;
}

std::string encodeQuery(const ViewState& state, Language usual) { return encode(state, false, usual); }
std::string encodeAll(const ViewState& state) { return encode(state, true, Language::kEnglish); }

}  // namespace wsis
