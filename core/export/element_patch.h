// Elements and the changes between them as JSON, for the accessible twin in the browser (web/twin.js).
#pragma once

#include <string>

#include "core/export/element.h"

namespace wsis {

/// {"t":"td","a":{"id":"cell-C5-9"},"x":"2","c":[…]}: tag, attributes, text, children; what is empty is left out.
std::string elementJson(const Element& element);

/// The least that turns `before` into `after`, which must have the same tag, as a JSON list of operations on the
/// element at a path of child numbers:
///   ["x", path, text]                       its text
///   ["a", path, name, value]                sets an attribute; null removes it
///   ["c", path, first, count, [elements]]   replaces `count` children from `first` on
/// They must be run in their order.
std::string elementPatch(const Element& before, const Element& after);

}  // namespace wsis
