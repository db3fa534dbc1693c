// Language files are checked like code: nothing missing, nothing empty, nothing left in English, every placeholder and
// every plural form that the language needs (Unicode CLDR, cardinals).

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8"));
const LANGUAGES = ["ar", "zh", "fr", "ru", "es"];
const FORMS = {
  en: ["one", "other"], ar: ["zero", "one", "two", "few", "many", "other"], zh: ["other"], fr: ["one", "many", "other"],
  ru: ["one", "few", "many", "other"], es: ["one", "many", "other"],
};
// Which letters a language's text must hold, where it holds letters at all.
const SCRIPT = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };
const english = read("i18n/en.json").messages;
const described = readdirSync(new URL("../../assets/data/awards/", import.meta.url)).sort()
  .flatMap((name) => read(`data/awards/${name}`).awards).filter((award) => award.description);
const texts = (message) => (typeof message === "string" ? [message] : Object.values(message));
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
const withoutPlaceholders = (text) => text.replace(/\{\w+\}/g, "");
// Acronyms and words that are the same in two languages.
const SAME = new Set(["agency.FAO", "agency.ITC", "agency.ITU", "agency.UNCTAD", "agency.UNESCO", "agency.UPU", "about.sources", "panel.sources"]);

for (const code of LANGUAGES) {
  test(`${code}: there is a catalog`, () => assert.ok(existsSync(new URL(`../../assets/i18n/${code}.json`, import.meta.url))));

  test(`${code}: every message is there, in the same order, and none more`, () => {
    assert.deepEqual(Object.keys(read(`i18n/${code}.json`).messages), Object.keys(english));
  });

  test(`${code}: placeholders and plural forms are those that are needed`, () => {
    for (const [key, message] of Object.entries(read(`i18n/${code}.json`).messages)) {
      if (typeof english[key] === "string") {
        assert.equal(typeof message, "string", key);
        assert.deepEqual(placeholders(message), placeholders(english[key]), key);
        continue;
      }
      assert.deepEqual(Object.keys(message).sort(), [...FORMS[code]].sort(), key);
      const needed = placeholders(english[key].other);
      for (const [form, text] of Object.entries(message)) {
        // "One goal", "two goals" may be said in words.
        const wordy = ["zero", "one", "two"].includes(form);
        const given = placeholders(text);
        const rest = (list) => list.filter((p) => p !== "n");
        assert.deepEqual(rest(given), rest(needed), `${key}#${form}`);
        if (!wordy) assert.equal(given.includes("n"), needed.includes("n"), `${key}#${form}`);
      }
    }
  });

  test(`${code}: nothing is left in English or in another script`, () => {
    for (const [key, message] of Object.entries(read(`i18n/${code}.json`).messages)) {
      texts(message).forEach((text, i) => {
        const words = withoutPlaceholders(text);
        if (!/\p{L}{2}/u.test(words)) return;
        if (!SAME.has(key)) assert.notEqual(text, texts(english[key])[i], key);
        if (SCRIPT[code]) assert.match(words, SCRIPT[code], key);
      });
    }
  });

  test(`${code}: every name, label, rationale and note of the data is translated, for the right record`, () => {
    const ours = read(`data/translations/${code}.json`);
    const lines = read("data/action_lines.json");
    const { links } = read("data/links.json");
    for (const kind of ["groups", "lines"]) assert.deepEqual(ours[kind].map((l) => l.id), lines[kind].map((l) => l.id));
    assert.deepEqual(ours.links.map((l) => [l.line, l.goal]), links.map((l) => [l.line, l.goal]));
    const translated = [];
    links.forEach((link, i) => {
      const cell = `${link.line} × ${link.goal}`;
      assert.equal(ours.links[i].parts.length, link.parts.length, cell);
      link.parts.forEach((part, p) => {
        assert.equal(ours.links[i].parts[p] === null, part.rationale === undefined, cell);
        if (part.rationale) translated.push([cell, ours.links[i].parts[p], part.rationale.en]);
      });
      assert.equal(ours.links[i].notes?.length ?? 0, link.notes?.length ?? 0, cell);
      link.notes?.forEach((note, n) => translated.push([cell, ours.links[i].notes[n], note.en]));
    });
    for (const line of ours.lines) translated.push([line.id, line.about, lines.lines.find((l) => l.id === line.id).about.en]);
    for (const [where, text, source] of translated) {
      assert.notEqual(text, source, where);
      if (SCRIPT[code]) assert.match(text, SCRIPT[code], where);
    }
  });

  test(`${code}: every description of an award is translated, in the order of the awards`, () => {
    const { awards } = read(`data/translations/awards/${code}.json`);
    assert.deepEqual(awards.map((entry) => entry.id), described.map((award) => award.id));
    awards.forEach(({ id, description }, i) => {
      assert.notEqual(description, described[i].description.en, id);
      if (SCRIPT[code]) assert.match(description, SCRIPT[code], id);
    });
  });

  test(`${code}: texts are in Unicode's composed form, without tatweel`, () => {
    for (const file of [`i18n/${code}.json`, `data/translations/${code}.json`,
      `data/translations/awards/${code}.json`, "data/goals.json", "data/targets.json"]) {
      const text = readFileSync(new URL(`../../assets/${file}`, import.meta.url), "utf8");
      assert.equal(text, text.normalize("NFC"), file);
      assert.doesNotMatch(text, /\u0640/, file);
    }
  });
}
