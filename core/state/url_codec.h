// The URL form of a ViewState: "line=C5&goal=9&level=target". Only what differs from the default is written, in a fixed
// order, so that equal states have equal URLs. Old URLs must go on working: tests/core/state/old_urls.txt keeps them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"
#include "core/state/view_state.h"

namespace wsis {

/// A value of the URL that could not be used, and why.
struct DroppedValue {
  enum class Why { kUnknownParameter, kUnknownValue, kContradiction };
  std::string parameter;
  std::string value;
  Why why = Why::kUnknownValue;
};

struct DecodedState {
  ViewState state;
  std::vector<DroppedValue> dropped;
};

/// Reads a query ("a=b&c=d", a leading "?" is allowed) on top of `base`. An empty value resets its parameter.
DecodedState decodeQuery(const Dataset& data, std::string_view query, const ViewState& base = {});

/// Another view of the same things: what is selected in the matrix narrows the awards down, and the other way round.
void switchView(const Dataset& data, ViewState& state, View view);

/// The query of a state, without "?"; empty for the default state. The language is written where it is not `usual`, the
/// one that the page would choose without being told.
std::string encodeQuery(const ViewState& state, Language usual = Language::kEnglish);

/// Every parameter with its value, defaults included: what getState() gives.
std::string encodeAll(const ViewState& state);

}  // namespace wsis
