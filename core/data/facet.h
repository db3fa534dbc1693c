// What awards can be narrowed down by. Each facet has values with ids of their own ("2015", "C5", "KEN", "winner").
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace wsis {

enum class Facet { kYear, kLine, kCountry, kRegion, kStatus, kGoal, kConfidence, kOrigin, kTarget };
inline constexpr size_t kFacetCount = 9;

/// The URL parameter of each facet. A goal or target is met by the action line, through the matrix.
inline constexpr std::array<std::string_view, kFacetCount> kFacetParameters{
    "year", "line", "country", "region", "status", "goal", "confidence", "origin", "target"};

inline constexpr std::string_view parameterOf(Facet facet) { return kFacetParameters[static_cast<size_t>(facet)]; }

inline std::optional<Facet> facetFromParameter(std::string_view name) {
  for (size_t i = 0; i < kFacetCount; ++i) {
    if (kFacetParameters[i] == name) return static_cast<Facet>(i);
  }
  return std::nullopt;
}

/// How a list of awards is ordered.
enum class AwardSort { kRelevance, kNewest, kOldest, kName };

}  // namespace wsis
