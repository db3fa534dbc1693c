// What people do: they type words that are there, beginnings of them, several of them, and mistype; and they click facets.

import { between, pick, random } from "./random.mjs";
import { LANGUAGES } from "./vocabulary.mjs";

const KINDS = ["word", "prefix", "typo", "two words", "three words", "typo in two words"];
const WORD = /[\p{L}\p{M}]+/gu;

/** @typedef {{text: string, kind: string, language: string, last: boolean}} Keystroke `last`: nothing more is typed */

/** Words in the language's own script only; made-up texts hold no others, but a name may. */
const SCRIPT = { zh: /^\p{Script=Han}+$/u, ar: /^[\p{Script=Arabic}\p{M}]+$/u, ru: /^[\p{Script=Cyrillic}\p{M}]+$/u };

/** One slip of the fingers behind the first letter: two letters swapped, one left out, doubled or replaced. */
export function mistype(chance, word) {
  const letters = [...word];
  const at = between(chance, 1, letters.length - 2);
  const slip = Math.floor(chance() * 4);
  if (slip === 0) [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  else if (slip === 1) letters.splice(at, 1);
  else if (slip === 2) letters.splice(at, 0, letters[at]);
  else letters[at] = pick(chance, letters.filter((l) => l !== letters[at]).concat(letters[at]));
  return letters.join("");
}

function wordsOf(record, language, least) {
  const text = `${record.project} ${record.organisation} ${record.description}`;
  const runs = [...text.matchAll(WORD)].map(([run]) => run);
  if (language === "zh") return runs.map((run) => [...run].slice(0, 4).join("")).filter((run) => run.length >= 2);
  return runs.filter((run) => run.length >= least && (SCRIPT[language]?.test(run) ?? true));
}

/** What is typed in the end. */
function target(chance, record, language, kind) {
  const mistyped = kind.startsWith("typo") && language !== "zh";
  const words = wordsOf(record, language, mistyped ? 6 : 3);
  if (!words.length) return null;
  const count = kind.includes("three") ? 3 : kind.includes("two") ? 2 : 1;
  const chosen = Array.from({ length: count }, () => pick(chance, words).toLowerCase());
  if (kind === "prefix") chosen[0] = [...chosen[0]].slice(0, Math.max(2, Math.ceil([...chosen[0]].length * 0.6))).join("");
  if (mistyped) chosen[count - 1] = mistype(chance, chosen[count - 1]);
  return chosen.join(" ");
}

/**
 * Typing, one list of keystrokes for each thing typed; languages and kinds take turns, so that any beginning of it is fair.
 * @param {ReturnType<typeof import("./records.mjs").recordMaker>} make
 * @returns {Keystroke[][]}
 */
export function typing(make, count, { seed = 7, sequences = 60 } = {}) {
  const chance = random(seed);
  const codes = Object.keys(LANGUAGES);
  const out = [];
  for (let i = 0; out.length < sequences; i += 1) {
    const wanted = codes[i % codes.length];
    const kind = KINDS[Math.floor(i / codes.length + i) % KINDS.length];
    let text = null;
    for (let tries = 0; !text && tries < 400; tries += 1) {
      const number = Math.floor(chance() * count);
      if (make.languageOf(number) === wanted) text = target(chance, make(number), wanted, kind);
    }
    if (!text) continue;
    const characters = [...text];
    out.push(characters.map((_, n) => ({
      text: characters.slice(0, n + 1).join(""), kind, language: wanted, last: n === characters.length - 1,
    })).filter((k) => !k.text.endsWith(" ")));
  }
  return out;
}

/** @typedef {{year: number[], line: string[], country: string[], region: string[], status: string[]}} Filters empty: all */

const none = () => ({ year: [], line: [], country: [], region: [], status: [] });

/**
 * Clicks on facet values: each turns one value on or off; now and then everything is cleared.
 * @param {import("./world.mjs").World} world
 * @returns {Filters[]} the filters after each click
 */
export function clicks(make, count, world, { seed = 11, clicks: wanted = 200 } = {}) {
  const chance = random(seed);
  const out = [];
  let filters = none();
  while (out.length < wanted) {
    if (chance() < 0.08) filters = none();
    const record = make(Math.floor(chance() * count)); // popular values are clicked more often
    const group = pick(chance, ["year", "year", "line", "line", "country", "country", "region", "status", "status"]);
    const value = group === "region" ? world.regionOf(record.country) : record[group];
    const list = filters[group];
    filters = { ...filters, [group]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value] };
    out.push(filters);
  }
  return out;
}

