#include "core/export/html_writer.h"

namespace wsis {
namespace {

void appendInner(std::string& out, const Element& element);

// Attributes that say all by standing there.
bool isFlag(std::string_view name) {
  return name == "hidden" || name == "disabled" || name == "checked" || name == "open";
}

void appendElement(std::string& out, const Element& element) {
  out += '<';
  out += element.tag;
  for (const Attribute& attribute : element.attributes) {
    out += ' ';
    out += attribute.name;
    if (attribute.value.empty() && isFlag(attribute.name)) continue;
    out += "=\"";
    out += escapeHtml(attribute.value);
    out += '"';
  }
  out += '>';
  if (element.tag == "input") return;  // has no content and no end tag
  appendInner(out, element);
  out += "</";
  out += element.tag;
  out += '>';
}

void appendInner(std::string& out, const Element& element) {
  out += escapeHtml(element.text);
  // The parts of a list's item stand beside each other: without a style sheet a space must keep them apart.
  const bool spaced = element.tag == "li" && element.children.size() > 1;
  for (size_t i = 0; i < element.children.size(); ++i) {
    if (spaced && (i > 0 || !element.text.empty())) out += ' ';
    appendElement(out, element.children[i]);
  }
}

}  // namespace

std::string toHtml(const Element& element) {
  std::string out;
  appendElement(out, element);
  return out;
}

std::string innerHtml(const Element& element) {
  std::string out;
  appendInner(out, element);
  return out;
}

}  // namespace wsis
