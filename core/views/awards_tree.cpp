// The awards view as text: search box, filters with counts, years and countries, the list.
#include "core/views/awards_view.h"

namespace wsis {
namespace {

Node button(const AwardChip& chip, Language language) {
  Node node = makeNode(Role::kButton, chip.text, language, chip.key);
  node.command = chip.command;
  if (chip.label != chip.text) node.label = chip.label;
  return node;
}

// Runs of a text, the marked ones set apart.
void addMarked(Node& to, const MarkedText& marked, Language language) {
  size_t at = 0;
  const auto add = [&](Role role, size_t until) {
    if (until > at) to.add(makeNode(role, marked.text.substr(at, until - at), language));
    at = until;
  };
  for (const MarkedRange& range : marked.marks) {
    add(Role::kText, range.begin);
    add(Role::kMark, range.end);
  }
  add(Role::kText, marked.text.size());
}

Node facetNode(const FacetGroup& group, Language language, const Catalog& catalog) {
  Node details = makeNode(Role::kDetails, group.title, language, group.key);
  details.expanded = !group.clearCommand.empty();
  if (!group.note.empty()) {
    Node note = makeNode(Role::kParagraph, group.note, language);
    note.quiet = true;
    details.add(std::move(note));
  }
  Node& list = details.add(makeNode(Role::kList, "", language));
  list.label = group.title;
  for (const FacetChoice& choice : group.choices) {
    Node item = makeNode(Role::kItem, "", language);
    Node check = makeNode(Role::kCheck, choice.text, choice.language, choice.key);
    check.command = choice.command;
    check.pressed = choice.chosen;
    check.label = formatNumber(catalog.language(), static_cast<int>(choice.count));
    item.add(std::move(check));
    list.add(std::move(item));
  }
  if (!group.clearCommand.empty()) {
    Node clear =
        makeNode(Role::kButton, catalog.text("awards.drop", {{"name", group.title}}), language, group.key + "-clear");
    clear.command = group.clearCommand;
    details.add(std::move(clear));
  }
  return details;
}

Node cardNode(const AwardCard& card, Language language) {
  Node item = makeNode(Role::kItem, "", language, card.key + "-item");
  item.current = card.selected;
  Node link = makeNode(Role::kLink, "", language, card.key);
  link.command = card.command;
  addMarked(link, card.project, language);
  item.add(std::move(link));
  if (!card.organisation.text.empty()) {
    Node organisation = makeNode(Role::kText, "", language);
    addMarked(organisation, card.organisation, language);
    item.add(std::move(organisation));
  }
  Node meta = makeNode(Role::kText, card.status.empty() ? card.meta : card.status + " · " + card.meta, language);
  meta.quiet = true;
  item.add(std::move(meta));
  if (!card.description.text.empty()) {
    Node description = makeNode(Role::kText, "", card.descriptionLanguage);
    addMarked(description, card.description, card.descriptionLanguage);
    item.add(std::move(description));
  }
  return item;
}

}  // namespace

Node awardsSection(const AwardsView& view, const Catalog& catalog) {
  const Language language = catalog.language();
  Node section = makeNode(Role::kSection, "", language, "awards");
  section.add(makeHeading(2, view.title, language, "awards-title"));
  section.add(makeNode(Role::kStatus, "", language, "awards-status"))
      .add(makeNode(Role::kParagraph, view.status, language));
  section.add(makeNode(Role::kNote, view.coverage, language));
  if (!view.loaded) return section;
  Node hint = makeNode(Role::kParagraph, catalog.text("local.hint"), language);
  hint.quiet = true;
  section.add(std::move(hint));

  if (!view.chips.empty()) {
    Node& chips = section.add(makeNode(Role::kChoices, "", language, "chips"));
    chips.label = catalog.text("awards.inForce");
    for (const AwardChip& chip : view.chips) chips.add(button(chip, language));
  }
  if (!view.offers.empty()) {
    Node& offers = section.add(makeNode(Role::kChoices, "", language, "comparisons"));
    offers.label = catalog.text("compare.label");
    for (const AwardChip& offer : view.offers) offers.add(button(offer, language));
  }
  if (!view.topics.empty()) {
    Node& topics = section.add(makeNode(Role::kChoices, view.topicsTitle, language, "topics"));
    for (const AwardChip& topic : view.topics) topics.add(button(topic, language));
  }
  Node& facets = section.add(makeNode(Role::kSection, "", language, "facets"));
  facets.add(makeHeading(3, view.facetsTitle, language, "facets-title"));
  facets.add(facetNode(view.years, language, catalog));
  for (const FacetGroup& group : view.facets) facets.add(facetNode(group, language, catalog));

  section.add(makeHeading(3, view.listTitle, language, "list-title"));
  Node& sorts = section.add(makeNode(Role::kChoices, view.sortLabel, language, "awardsort"));
  for (const FacetChoice& sort : view.sorts) {
    Node option = makeNode(Role::kButton, sort.text, language, sort.key);
    option.command = sort.command;
    option.toggles = true;
    option.pressed = sort.chosen;
    sorts.add(std::move(option));
  }
  if (!view.emptyText.empty()) {
    section.add(makeNode(Role::kNote, view.emptyText, language));
    Node& offers = section.add(makeNode(Role::kChoices, "", language, "offers"));
    offers.label = view.emptyText;
    for (const AwardChip& offer : view.emptyOffers) offers.add(button(offer, language));
  }
  Node& list = section.add(makeNode(Role::kList, "", language, "award-list"));
  list.label = view.listTitle;
  for (const AwardCard& card : view.cards) list.add(cardNode(card, language));
  if (!view.moreText.empty()) {
    Node more = makeNode(Role::kButton, view.moreText, language, "awards-more");
    more.command = view.moreCommand;
    section.add(std::move(more));
  }
  return section;
}

}  // namespace wsis
