// What was wrong with a story's file or link, in words: what, where, and what to do.

import { make, openDialog } from "./elements.js";
import { LANGUAGES } from "./languages.js";
import { LIMITS } from "./own_story.js";

const MOST = 50; // of a file that is all wrong

const MESSAGES = {
  browser: "story.fault.browser",
  language: "story.fault.language",
  link: "story.fault.link",
  long: "story.fault.long",
  many: "story.fault.many",
  noLanguage: "story.fault.noLanguage",
  noSteps: "story.fault.noSteps",
  noText: "story.fault.noText",
  object: "story.fault.object",
  size: "story.fault.size",
  state: "story.fault.state",
  syntax: "story.fault.syntax",
  unknown: "story.fault.unknown",
  version: "story.fault.version",
};

/** A message with its values; numbers as the page's language writes them. */
export function textOf(page, key, values = {}) {
  let text = page.text(key);
  for (const [name, value] of Object.entries(values)) {
    const word = typeof value === "number" ? value.toLocaleString(`${LANGUAGES[page.language()].tag}-u-nu-latn`) : value;
    text = text.replace(`{${name}}`, () => word); // a function: what a person wrote holds no signs of replacement
  }
  return text;
}

/** @param {import("./own_story.js").Fault} fault */
function describe(page, { pointer, kind, values }) {
  const text = textOf(page, MESSAGES[kind], { ...values, ...(kind === "size" ? { most: LIMITS.file / 1000 } : {}) });
  const line = kind === "syntax" && values.n > 0 ? textOf(page, "story.fault.line", { n: values.n }) : "";
  const place = line ? make("strong", {}, line) : make("code", { dir: "ltr" }, pointer.length > 80 ? `${pointer.slice(0, 80)}…` : pointer);
  return make("li", {}, ...(place.textContent ? [place, " "] : []), text);
}

/**
 * Lists faults, below one sentence on what became of the rest.
 * @param {import("./own_story.js").Fault[]} faults
 */
export function showFaults(page, summary, faults) {
  const list = make("ul", { class: "faults" });
  for (const fault of faults.slice(0, MOST)) list.append(describe(page, fault));
  const count = page.plural("story.faults", faults.length);
  return openDialog({ title: page.text("story.faultsTitle"), close: page.text("panel.close") }, make("p", {}, summary), make("p", {}, count), list);
}

/** Why the story that an address asks for is not told. */
export function showBrokenLink(page, faults) {
  const lines = faults.map(({ kind }) => make("p", {}, page.text(MESSAGES[kind])));
  return openDialog({ title: page.text("story.faultsTitle"), close: page.text("panel.close") }, ...lines);
}
