#include "core/state/url_codec.h"

#include "core/base/strings.h"

namespace wsis {
namespace {

template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

constexpr Choice<View> kViews[] = {{"matrix", View::kMatrix}};
constexpr Choice<Level> kLevels[] = {{"goal", Level::kGoal}, {"target", Level::kTarget}};
constexpr Choice<MatrixOrder> kOrders[] = {
    {"published", MatrixOrder::kPublished}, {"links", MatrixOrder::kLinks}, {"similar", MatrixOrder::kSimilar}};
constexpr Choice<Theme> kThemes[] = {
    {"auto", Theme::kAuto}, {"light", Theme::kLight}, {"dark", Theme::kDark}, {"contrast", Theme::kContrast}};
constexpr Choice<bool> kSwitch[] = {{"0", false}, {"1", true}};
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

enum class Read { kUsed, kUnknownValue, kUnknownParameter };

Read readParameter(const Dataset& data, std::string_view name, std::string_view value, ViewState& state) {
  const auto used = [](bool ok) { return ok ? Read::kUsed : Read::kUnknownValue; };
  if (name == "view") return used(choose(kViews, value, state.view));
  if (name == "level") return used(choose(kLevels, value, state.level));
  if (name == "sort") return used(choose(kOrders, value, state.order));
  if (name == "theme") return used(choose(kThemes, value, state.theme));
  if (name == "fold") return used(choose(kFold, value, state.foldC7));
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
  put("line", state.line, state.line.empty());
  put("goal", state.goal > 0 ? std::to_string(state.goal) : "", state.goal == 0 || !state.target.empty());
  put("target", state.target, state.target.empty());
  put("level", nameOf(kLevels, state.level), state.level == standard.level);
  put("sort", nameOf(kOrders, state.order), state.order == standard.order);
  put("fold", nameOf(kFold, state.foldC7), !state.foldC7);
  put("theme", nameOf(kThemes, state.theme), state.theme == standard.theme);
  put("embed", nameOf(kSwitch, state.embed), !state.embed);
  return out;
}

}  // namespace

DecodedState decodeQuery(const Dataset& data, std::string_view query, const ViewState& base) {
  DecodedState decoded{base, {}};
  ViewState& state = decoded.state;
  if (!query.empty() && query.front() == '?') query.remove_prefix(1);
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
