// What the tests share: the real data of assets/, read as the program reads it.
#pragma once

#include <string>
#include <string_view>

#include "core/data/dataset.h"
#include "core/text/catalog.h"

namespace wsis::test {

/// The text of a file below the source folder; fails the test where it cannot be read.
std::string readFile(std::string_view path);

/// The real data in a language. Read once per language.
const Dataset& realData(Language language = Language::kEnglish);

/// The faults met while reading it.
const Faults& realDataFaults(Language language = Language::kEnglish);

/// The real English texts.
const Catalog& realCatalog();

}  // namespace wsis::test
