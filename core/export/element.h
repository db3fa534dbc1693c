// A described view as HTML elements, without being text yet: the static pages print them, the accessible twin in the
// browser receives them as JSON and patches its DOM by them. How a Role becomes an element is decided here only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/views/node.h"

namespace wsis {

struct Attribute {
  std::string name;
  std::string value;

  bool operator==(const Attribute&) const = default;
};

struct Element {
  std::string tag;
  std::vector<Attribute> attributes;
  std::string text;  ///< Stands before the children.
  std::vector<Element> children;

  bool operator==(const Element&) const = default;

  /// The attribute's value, or null.
  const std::string* attribute(std::string_view name) const;
  void set(std::string name, std::string value) { attributes.push_back({std::move(name), std::move(value)}); }
};

struct ElementOptions {
  /// The program is there to run commands: buttons work and the matrix is a grid with one tab stop.
  bool live = false;
  /// Keys become ids. Off where one page holds several articles, whose keys repeat: then only articles keep theirs.
  bool ids = true;
  /// Where a command leads without the program, or where its permanent link is. Never empty.
  std::function<std::string(std::string_view command)> address;
};

/// The element of a node. `language` is that of what surrounds it; a `lang` attribute stands where it changes.
Element toElement(const Node& node, Language language, const ElementOptions& options);

}  // namespace wsis
