#include "core/views/help_view.h"

namespace wsis {
namespace {

// The letters as they are pressed; the message after "help.letter." says what each does.
struct Letter {
  std::string_view key;
  const char* message;
};
constexpr Letter kLetters[] = {{"?", "help.letter.help"},
                               {"/", "help.letter.search"},
                               {"m", "help.letter.matrix"},
                               {"a", "help.letter.awards"},
                               {"l", "help.letter.level"}};

// Keys that every page knows, and those of the picture.
struct Keys {
  const char* names;
  const char* message;
};
constexpr Keys kKeys[] = {{"Tab", "help.key.Tab"},         {"← ↑ → ↓", "help.key.arrows"},
                          {"Enter", "help.key.Enter"},     {"Esc", "help.key.Escape"},
                          {"Home · End", "help.key.Home"}, {"PgUp · PgDn", "help.key.Page"},
                          {"+ · − · 0", "help.key.zoom"}};

constexpr const char* kPages[] = {"about", "sources", "accessibility"};

Node keyItem(const Catalog& catalog, std::string names, const char* message) {
  Node item = makeNode(Role::kItem, "", catalog.language());
  item.add(makeNode(Role::kTag, std::move(names), catalog.language()));
  item.add(makeNode(Role::kText, catalog.text(message), catalog.language()));
  return item;
}

}  // namespace

std::string shortcutCommand(const ViewState& state, std::string_view key) {
  if (!state.letters) return "";
  if (key == "?") return state.help ? "close" : "open?help=1";
  if (key == "/") return "page?do=focus-search";
  if (key == "m") return "set?view=matrix";
  if (key == "a") return "set?view=awards";
  if (key == "l" && state.view == View::kMatrix) {
    return state.level == Level::kGoal ? "set?level=target" : "set?level=goal";
  }
  return "";
}

Node pageLinks(const Catalog& catalog, const std::string& keyPrefix) {
  Node list = makeNode(Role::kList, "", catalog.language());
  list.label = catalog.text("help.more");
  for (const char* page : kPages) {
    Node item = makeNode(Role::kItem, "", catalog.language());
    item.add(makeLink(catalog.text(std::string("view.") + page), catalog.language(), std::string("read?page=") + page,
                      keyPrefix + page));
    list.add(std::move(item));
  }
  return list;
}

Node lettersSwitch(const ViewState& state, const Catalog& catalog) {
  Node toggle = makeNode(Role::kButton, catalog.text("help.lettersOn"), catalog.language(), "help-letters");
  toggle.command = state.letters ? "set?keys=0" : "set?keys=1";
  toggle.toggles = true;
  toggle.pressed = state.letters;
  return toggle;
}

Node helpArticle(const Catalog& catalog, int headingLevel) {
  const Language language = catalog.language();
  Node node = makeNode(Role::kArticle, "", language, "panel-help");
  node.add(makeHeading(headingLevel, catalog.text("help.title"), language, "panel-title"));
  node.add(makeNode(Role::kParagraph, catalog.text("help.intro"), language));
  node.add(makeHeading(headingLevel + 1, catalog.text("help.keys"), language));
  Node& keys = node.add(makeNode(Role::kList, "", language));
  for (const Keys& entry : kKeys) keys.add(keyItem(catalog, entry.names, entry.message));
  node.add(makeHeading(headingLevel + 1, catalog.text("help.letters"), language));
  Node& letters = node.add(makeNode(Role::kList, "", language));
  for (const Letter& letter : kLetters) {
    std::string shown(letter.key);
    if (shown[0] >= 'a' && shown[0] <= 'z') shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
    letters.add(keyItem(catalog, shown, letter.message));
  }
  node.add(makeNode(Role::kParagraph, catalog.text("help.lettersNote"), language));
  node.add(makeHeading(headingLevel + 1, catalog.text("help.more"), language));
  node.add(pageLinks(catalog, "help-"));
  return node;
}

}  // namespace wsis
