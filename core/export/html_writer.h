// Elements as HTML text. Everything that is text is escaped; there is no way to pass markup through.
#pragma once

#include <string>
#include <string_view>

#include "core/base/strings.h"
#include "core/export/element.h"

namespace wsis {

/// The element and all below it, without white space between.
std::string toHtml(const Element& element);

/// Only what stands inside the element.
std::string innerHtml(const Element& element);

}  // namespace wsis
