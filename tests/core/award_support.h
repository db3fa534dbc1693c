// The real awards in a language, put together as the build packs them: with our translations.
#pragma once

#include "core/views/awards_view.h"

namespace wsis::test {

struct RealAwards {
  Dataset data;
  AwardBase base;
  Faults faults;
};

/// Read once per language.
const RealAwards& realAwards(Language language = Language::kEnglish);

}  // namespace wsis::test
