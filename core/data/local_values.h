// What people write in their own files, turned into what the award files say: "AL C7: E-health" into "C7-ehea", "SDG 3,
// SDG 4" into [3, 4], "Kenya" into "KEN", "2024-05-01" into 2024.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/data/awards.h"
#include "core/data/dataset.h"

namespace wsis {

/// The field that a column's title means, "" for none.
std::string localField(std::string_view title);

/// Puts a CSV value into a record, in the form that the field has in JSON.
void putLocalValue(nlohmann::json& record, const std::string& field, std::string_view value);

/// Brings the fields of a record into the form of the award files; `report` hears what could not be understood.
void tidyLocalRecord(nlohmann::json& record, const Dataset& data, const AwardTable& geography,
                     const std::function<void(const char* field, std::string reason)>& report);

}  // namespace wsis
