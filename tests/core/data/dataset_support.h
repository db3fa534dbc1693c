// A small world of records for the tests of the readers: sound as it stands, so that a test changes one thing and sees
// what becomes of it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"

namespace wsis::test {

struct Built {
  Dataset data;
  Faults faults;
};

/// A Dataset of the text of one file, "test.json".
Built build(std::string_view json, Language language = Language::kEnglish);

/// A Dataset of an object of collections, written as fileOf() writes it.
Built buildWorld(const nlohmann::json& world, Language language = Language::kEnglish);

/// The collections that a Dataset has.
const std::vector<std::string>& collectionNames();

/// Two or three records in each collection. No other record refers to the last of each.
nlohmann::json soundWorld();

/// The world as the text of a file, one record a line.
std::string fileOf(const nlohmann::json& world);

/// The 1-based line of `text` on which `part` stands last; 0 where it does not.
int lineOf(std::string_view text, std::string_view part);

/// How many records of a collection the Dataset has.
int countOf(const Dataset& data, std::string_view collection);

/// The fault with this JSON pointer, or null.
const Fault* faultAt(const Faults& faults, std::string_view pointer);

/// Every fault in words, for the messages of failing tests.
std::string describeFaults(const Faults& faults);

/// Fails the test where some index or count of the Dataset does not hold.
void requireConsistent(const Dataset& data);

/// Fails the test where a fault lacks its file or its reason, or where its line or pointer cannot be right in `text`.
void requireTellingFaults(const Faults& faults, std::string_view text);

}  // namespace wsis::test
