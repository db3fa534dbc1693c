// The aliases lead to what exists, and no word leads to two places. (schema_test.mjs checks their form.)

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = "assets/data/aliases";

const read = (path) => JSON.parse(readFileSync(resolve(ROOT, path), "utf8"));
const idsOf = (name, key) => read(`assets/data/${name}.json`)[key].map((record) => record.id);

const KNOWN = {
  lines: idsOf("action_lines", "lines"),
  goals: idsOf("goals", "goals"),
  targets: idsOf("targets", "targets"),
};
const FILES = readdirSync(resolve(ROOT, FOLDER)).sort();

// As the search sees a word: without accents, marks and tatweel. Cyrillic й is a letter of its own.
const folded = (word) => word.replaceAll("й", "\0").normalize("NFD").replace(/[\p{Mn}\u0640]/gu, "");

test("there is one file for each language", () => {
  assert.deepEqual(FILES, read("assets/data/version.json").languages.map((code) => `${code}.json`).sort());
});

for (const name of FILES) {
  const { language, aliases } = read(`${FOLDER}/${name}`);

  test(`${name} bears the name of its language`, () => assert.equal(`${language}.json`, name));

  test(`${name} has between 90 and 170 entries`, () => {
    assert.ok(aliases.length >= 90 && aliases.length <= 170, String(aliases.length));
  });

  test(`${name} names only lines, goals and targets that exist, in their order`, () => {
    for (const alias of aliases) {
      for (const [kind, known] of Object.entries(KNOWN)) {
        const places = (alias[kind] ?? []).map((id) => known.indexOf(id));
        assert.ok(!places.includes(-1), `${alias.words[0]}: ${kind} ${alias[kind]}`);
        assert.deepEqual(places, places.toSorted((a, b) => a - b), `${alias.words[0]}: ${kind} ${alias[kind]}`);
      }
    }
  });

  test(`${name} has no word twice`, () => {
    const seen = new Map();
    for (const { words } of aliases) {
      for (const word of words) {
        assert.ok(!seen.has(folded(word)), `${word} again as ${seen.get(folded(word))}`);
        seen.set(folded(word), word);
      }
    }
  });

  test(`${name} is NFC and in small letters`, () => {
    for (const { words, search = [] } of aliases) {
      for (const word of [...words, ...search]) {
        assert.equal(word, word.normalize("NFC"));
        assert.equal(word, word.toLocaleLowerCase(language));
      }
    }
  });
}
