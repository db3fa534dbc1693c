#include "core/export/element_patch.h"

#include <algorithm>

#include "core/base/strings.h"

namespace wsis {
namespace {

void appendElement(std::string& out, const Element& element) {
  out += "{\"t\":";
  appendJsonString(out, element.tag);
  if (!element.attributes.empty()) {
    out += ",\"a\":{";
    for (size_t i = 0; i < element.attributes.size(); ++i) {
      if (i > 0) out += ',';
      appendJsonString(out, element.attributes[i].name);
      out += ':';
      appendJsonString(out, element.attributes[i].value);
    }
    out += '}';
  }
  if (!element.text.empty()) {
    out += ",\"x\":";
    appendJsonString(out, element.text);
  }
  if (!element.children.empty()) {
    out += ",\"c\":[";
    for (size_t i = 0; i < element.children.size(); ++i) {
      if (i > 0) out += ',';
      appendElement(out, element.children[i]);
    }
    out += ']';
  }
  out += '}';
}

class Differ {
 public:
  std::string diff(const Element& before, const Element& after) {
    compare(before, after);
    return "[" + operations_ + "]";
  }

 private:
  // Elements of the same kind are changed in place; others are replaced.
  static bool sameKind(const Element& a, const Element& b) {
    if (a.tag != b.tag) return false;
    const std::string* idA = a.attribute("id");
    const std::string* idB = b.attribute("id");
    return idA == nullptr || idB == nullptr ? idA == idB : *idA == *idB;
  }

  void begin(char operation) {
    if (!operations_.empty()) operations_ += ',';
    operations_ += "[\"";
    operations_ += operation;
    operations_ += "\",[";
    for (size_t i = 0; i < path_.size(); ++i) {
      if (i > 0) operations_ += ',';
      operations_ += std::to_string(path_[i]);
    }
    operations_ += ']';
  }

  void compareAttributes(const Element& before, const Element& after) {
    for (const Attribute& attribute : after.attributes) {
      const std::string* old = before.attribute(attribute.name);
      if (old != nullptr && *old == attribute.value) continue;
      begin('a');
      operations_ += ',';
      appendJsonString(operations_, attribute.name);
      operations_ += ',';
      appendJsonString(operations_, attribute.value);
      operations_ += ']';
    }
    for (const Attribute& attribute : before.attributes) {
      if (after.attribute(attribute.name) != nullptr) continue;
      begin('a');
      operations_ += ',';
      appendJsonString(operations_, attribute.name);
      operations_ += ",null]";
    }
  }

  void compare(const Element& before, const Element& after) {
    compareAttributes(before, after);
    if (before.text != after.text) {
      begin('x');
      operations_ += ',';
      appendJsonString(operations_, after.text);
      operations_ += ']';
    }
    const auto& old = before.children;
    const auto& now = after.children;
    const size_t shorter = std::min(old.size(), now.size());
    size_t head = 0;
    while (head < shorter && sameKind(old[head], now[head])) ++head;
    size_t tail = 0;
    while (tail < shorter - head && sameKind(old[old.size() - 1 - tail], now[now.size() - 1 - tail])) ++tail;
    const size_t removed = old.size() - head - tail;
    const size_t added = now.size() - head - tail;
    if (removed > 0 || added > 0) {
      begin('c');
      operations_ += ',' + std::to_string(head) + ',' + std::to_string(removed) + ",[";
      for (size_t i = 0; i < added; ++i) {
        if (i > 0) operations_ += ',';
        appendElement(operations_, now[head + i]);
      }
      operations_ += "]]";
    }
    for (size_t i = 0; i < head; ++i) compareChild(old[i], now[i], i);
    for (size_t i = 0; i < tail; ++i) {
      compareChild(old[old.size() - tail + i], now[now.size() - tail + i], now.size() - tail + i);
    }
  }

  void compareChild(const Element& before, const Element& after, size_t index) {
    path_.push_back(index);
    compare(before, after);
    path_.pop_back();
  }

  std::string operations_;
  std::vector<size_t> path_;
};

}  // namespace

std::string elementJson(const Element& element) {
  std::string out;
  appendElement(out, element);
  return out;
}

std::string elementPatch(const Element& before, const Element& after) { return Differ().diff(before, after); }

}  // namespace wsis
