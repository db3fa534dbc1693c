// Words in six languages: the common ones from the repository's own texts, by how often they stand there, and a long tail
// of made-up names, spelled after each language's own letter pairs. Where a file is read from, `readJson` says.

import { between, mix, pick, random, zipf } from "./random.mjs";

/** The languages and how many of a hundred records each has. */
export const LANGUAGES = { en: 40, fr: 15, es: 15, ar: 10, zh: 10, ru: 10 };

const NAMES = 60000; // made-up names a language
const RARE = 0.06; // how often a word is such a name
const WORD = /[\p{L}\p{M}]+/gu;

function* textsOf(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const item of Object.values(value)) yield* textsOf(item);
}

/** Chinese is written without spaces: a run is cut into pieces of two characters. */
function pieces(run) {
  const characters = [...run];
  const out = [];
  for (let i = 0; i + 1 < characters.length; i += 2) out.push(characters[i] + characters[i + 1]);
  return out;
}

function commonWords(texts, language) {
  const counts = new Map();
  for (const text of texts) {
    for (const [run] of text.matchAll(WORD)) {
      if (language === "zh" && !/\p{Script=Han}/u.test(run)) continue;
      if (language === "ar" && !/\p{Script=Arabic}/u.test(run)) continue;
      if (language === "ru" && !/\p{Script=Cyrillic}/u.test(run)) continue;
      for (const word of language === "zh" ? pieces(run) : [run.toLowerCase()]) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/** Names by number: starts with a letter that words start with, goes on with letters that follow each other. */
function nameMaker(words, language, seed) {
  const kept = new Array(NAMES);
  const starts = words.map((w) => w[0]);
  const after = new Map();
  for (const word of words) {
    for (let i = 0; i + 1 < word.length; i += 1) {
      if (!after.has(word[i])) after.set(word[i], []);
      after.get(word[i]).push(word[i + 1]);
    }
  }
  const letters = [...after.keys()];
  return (number) => {
    if (kept[number]) return kept[number];
    const chance = random(mix(seed, number));
    const length = language === "zh" ? between(chance, 2, 3) : between(chance, 4, 11);
    let name = pick(chance, starts);
    while (name.length < length) name += pick(chance, after.get(name[name.length - 1]) ?? letters);
    return (kept[number] = name[0].toUpperCase() + name.slice(1));
  };
}

/** One language's words, drawn by chance. */
class Words {
  #words;
  #name;

  constructor(texts, language, seed) {
    this.#words = commonWords(texts, language);
    this.#name = nameMaker(this.#words, language, seed);
  }

  get common() {
    return this.#words.length;
  }

  draw(chance) {
    return chance() < RARE ? this.#name(zipf(chance, NAMES)) : this.#words[zipf(chance, this.#words.length)];
  }

  drawName(chance) {
    return this.#name(zipf(chance, NAMES));
  }
}

/**
 * Reads the repository's texts and makes of them the words of each language.
 * @param {(path: string) => Promise<object>} readJson reads a JSON file by its path in the repository
 * @returns {Promise<Record<string, Words>>}
 */
export async function readVocabulary(readJson, seed = 1) {
  const data = await Promise.all(["targets", "goals", "action_lines", "links"].map((n) => readJson(`assets/data/${n}.json`)));
  const out = {};
  for (const [number, language] of Object.keys(LANGUAGES).entries()) {
    const own = [];
    for (const file of data) collect(file, language, own);
    if (language !== "en") own.push(...textsOf(await readJson(`assets/data/translations/${language}.json`)));
    out[language] = new Words(own, language, mix(seed, number));
  }
  return out;
}

/** The texts of one language in records of the form {"en": "…", "fr": "…"}. */
function collect(value, language, out) {
  if (!value || typeof value !== "object") return;
  for (const [key, item] of Object.entries(value)) {
    if (key === language && typeof item === "string") out.push(item);
    else collect(item, language, out);
  }
}
