// The graded queries (tests/core/query/graded) judge records that exist, each query once, each record once.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = "tests/core/query/graded";
const KINDS = ["plain", "prefix", "typo", "diacritics", "code", "alias", "phrase", "other-script"];
const AT_LEAST = { en: 40 }; // queries; 25 in the other languages

const read = (path) => JSON.parse(readFileSync(resolve(ROOT, path), "utf8"));
const jsonFiles = (folder) => readdirSync(resolve(ROOT, folder)).filter((name) => name.endsWith(".json")).sort();
const idsOf = (name, key) => read(`assets/data/${name}.json`)[key].map((record) => record.id);
const awards = () => jsonFiles("assets/data/awards").flatMap((name) => idsOf(`awards/${name.slice(0, -5)}`, "awards"));

// As the search sees a query in the aliases: without accents and marks.
const folded = (word) => word.toLowerCase().replaceAll("й", "\0").normalize("NFD").replace(/[\p{Mn}\u0640]/gu, "");

test("there is one file for each language", () => {
  assert.deepEqual(jsonFiles(FOLDER), read("assets/data/version.json").languages.map((code) => `${code}.json`).sort());
});

for (const name of jsonFiles(FOLDER)) {
  const { language, queries } = read(`${FOLDER}/${name}`);

  test(`${name} bears the name of its language and has enough queries`, () => {
    assert.equal(`${language}.json`, name);
    assert.ok(queries.length >= (AT_LEAST[language] ?? 25), String(queries.length));
  });

  test(`${name} names only records that exist`, () => {
    const known = new Set([
      ...awards().map((id) => `award:${id}`),
      ...idsOf("action_lines", "lines").map((id) => `line:${id}`),
      ...idsOf("goals", "goals").map((id) => `goal:${id}`),
      ...idsOf("targets", "targets").map((id) => `target:${id}`),
    ]);
    const missing = queries.flatMap(({ q, relevant, also = [] }) =>
      [...relevant, ...also].filter((id) => !known.has(id)).map((id) => `${q}: ${id}`));
    assert.deepEqual(missing, []);
  });

  test(`${name} asks each query once and judges each record once`, () => {
    assert.equal(new Set(queries.map(({ q }) => q)).size, queries.length);
    for (const { q, relevant, also = [] } of queries) {
      assert.equal(new Set([...relevant, ...also]).size, relevant.length + also.length, q);
    }
  });

  test(`${name} knows its kinds, and some queries find nothing`, () => {
    for (const { q, kind } of queries) assert.ok(KINDS.includes(kind), `${q}: ${kind}`);
    for (const kind of KINDS) assert.ok(queries.some((query) => query.kind === kind), kind);
    assert.ok(queries.some(({ relevant }) => relevant.length === 0));
  });

  test(`${name}: an alias query is a word of the aliases, and all that it leads to is relevant`, () => {
    const { aliases } = read(`assets/data/aliases/${language}.json`);
    for (const { q, kind, relevant } of queries) {
      if (kind !== "alias") continue;
      const alias = aliases.find(({ words }) => words.some((word) => folded(word) === folded(q)));
      assert.ok(alias, `${q} is no alias`);
      const ids = Object.entries({ line: alias.lines, goal: alias.goals, target: alias.targets })
        .flatMap(([kindOf, list]) => (list ?? []).map((id) => `${kindOf}:${id}`));
      assert.deepEqual(ids.filter((id) => !relevant.includes(id)), [], q);
    }
  });
}
