// The data files keep to their schemas, and the schemas refuse what is broken.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMON = "common.schema.json"; // definitions that the other schemas use; no file has it for its own

const read = (path) => JSON.parse(readFileSync(resolve(ROOT, path), "utf8"));
const jsonFiles = (folder) => readdirSync(resolve(ROOT, folder)).filter((name) => name.endsWith(".json"))
  .map((name) => `${folder}/${name}`);

const DATA = jsonFiles("assets/data");
const AWARDS = jsonFiles("assets/data/awards");
const MESSAGES = jsonFiles("assets/i18n");
const TRANSLATIONS = jsonFiles("assets/data/translations");
const AWARD_TRANSLATIONS = jsonFiles("assets/data/translations/awards");
const STORIES = jsonFiles("assets/stories");
const ALIASES = jsonFiles("assets/data/aliases");
const OWN_STORY = "tests/data/own_story.json"; // as a person saves it
const FILES = [...DATA, ...AWARDS, ...MESSAGES, ...TRANSLATIONS, ...AWARD_TRANSLATIONS, ...STORIES, ...ALIASES, OWN_STORY];
const SCHEMAS = jsonFiles("assets/schema").map((path) => basename(path));

const ajv = new Ajv({ strict: true, allErrors: true });
for (const name of SCHEMAS) ajv.addSchema(read(`assets/schema/${name}`), name);

const schemaOf = (path) =>
  path === OWN_STORY ? "own_story.schema.json" : path.startsWith("assets/stories/") ? "story.schema.json" : path.startsWith("assets/i18n/") ? "messages.schema.json"
    : path.startsWith("assets/data/translations/awards/") ? "award_translations.schema.json"
      : path.startsWith("assets/data/translations/") ? "translations.schema.json"
      : path.startsWith("assets/data/awards/") ? "awards.schema.json"
        : path.startsWith("assets/data/aliases/") ? "aliases.schema.json" : basename(path).replace(/json$/, "schema.json");

function faults(path, data) {
  const validate = ajv.getSchema(schemaOf(path));
  if (validate(data)) return [];
  // "if" only repeats that the "then" or "else" failed, which is reported at its own place.
  return validate.errors.filter((error) => error.keyword !== "if").map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(", ") ?? params.allowedValue;
    return { pointer: instancePath, reason: detail === undefined ? message : `${message}: ${detail}` };
  });
}

for (const name of SCHEMAS) {
  test(`${name} compiles in strict mode`, () => assert.ok(ajv.getSchema(name)));
}

test("every data file has a schema, and every schema a file", () => {
  assert.deepEqual([...new Set([...FILES.map(schemaOf), COMMON])].sort(), [...SCHEMAS].sort());
});

for (const path of FILES) {
  test(`${path} keeps to its schema`, () => {
    const found = faults(path, read(path)).map(({ pointer, reason }) => `${path}#${pointer}: ${reason}`);
    assert.equal(found.length, 0, `\n${found.join("\n")}`);
  });

  test(`${path} begins with the name of its schema`, () => {
    const data = read(path);
    assert.equal(Object.keys(data)[0], "$schema");
    const named = resolve(ROOT, dirname(path), data.$schema);
    assert.ok(existsSync(named), `${data.$schema} does not exist`);
    assert.equal(basename(named), schemaOf(path));
  });
}

for (const path of MESSAGES) {
  test(`${path} bears the name of its language`, () => assert.equal(`${read(path).language}.json`, basename(path)));
}

// For each file: what is broken, where the fault must be found, and how to break it.
const BROKEN = {
  "assets/data/version.json": [
    ["no version", "", (d) => delete d.version],
    ["a version that is a number", "/version", (d) => { d.version = 2026; }],
    ["a month that does not exist", "/version", (d) => { d.version = "2026-13-01"; }],
    ["an unknown language", "/languages/0", (d) => { d.languages[0] = "de"; }],
    ["another schema", "/$schema", (d) => { d.$schema = "../schema/links.schema.json"; }],
  ],
  "assets/data/sources.json": [
    ["a source without a title", "/sources/0", (d) => delete d.sources[0].title],
    ["a title that is a list", "/sources/0/title", (d) => { d.sources[0].title = ["Annex"]; }],
    ["an empty title", "/sources/0/title", (d) => { d.sources[0].title = ""; }],
    ["an id with a space", "/sources/0/id", (d) => { d.sources[0].id = "matrix annex"; }],
    ["an address that is a script", "/sources/0/url", (d) => { d.sources[0].url = "javascript:alert(1)"; }],
    ["an unknown kind", "/sources/0/kind", (d) => { d.sources[0].kind = "rumour"; }],
  ],
  "assets/data/goals.json": [
    ["a goal without a colour", "/goals/0", (d) => delete d.goals[0].colour],
    ["a title in five languages", "/goals/0/title", (d) => delete d.goals[0].title.ru],
    ["a number in quotes", "/goals/0/id", (d) => { d.goals[0].id = "1"; }],
    ["a goal 18", "/goals/0/id", (d) => { d.goals[0].id = 18; }],
    ["a short colour", "/goals/0/colour", (d) => { d.goals[0].colour = "#E52"; }],
    ["a source by number", "/goals/0/sources/0", (d) => { d.goals[0].sources[0] = 1; }],
    ["a field that nobody knows", "/goals/0", (d) => { d.goals[0].color = "#E5243B"; }],
    ["a goal too few", "/goals", (d) => d.goals.pop()],
  ],
  "assets/data/targets.json": [
    ["a target without a source", "/targets/0", (d) => delete d.targets[0].source],
    ["a text without a language", "/targets/0/text", (d) => { d.targets[0].text = "End poverty"; }],
    ["a text in an unknown language", "/targets/0/text", (d) => { d.targets[0].text.de = "Armut beenden"; }],
    ["a target of goal 18", "/targets/0/id", (d) => { d.targets[0].id = "18.1"; }],
    ["a target in capitals", "/targets/0/id", (d) => { d.targets[0].id = "1.A"; }],
    ["a goal that is no whole number", "/targets/0/goal", (d) => { d.targets[0].goal = 1.5; }],
  ],
  "assets/data/action_lines.json": [
    ["a line without a name", "/lines/0", (d) => delete d.lines[0].name],
    ["a name without English", "/lines/0/name", (d) => delete d.lines[0].name.en],
    ["facilitators that are a text", "/lines/0/facilitators", (d) => { d.lines[0].facilitators = "ITU"; }],
    ["a line C12", "/lines/0/id", (d) => { d.lines[0].id = "C12"; }],
    ["the group C7 as a line", "/lines/0/id", (d) => { d.lines[0].id = "C7"; }],
    ["a parent that is no group", "/lines/6/parent", (d) => { d.lines[6].parent = "C8"; }],
    ["a field of C7 without its parent", "/lines/6/id", (d) => delete d.lines[6].parent],
    ["a parent of a line that is no field", "/lines/0/id", (d) => { d.lines[0].parent = "C7"; }],
    ["an unknown role", "/lines/0/facilitators/0/role", (d) => { d.lines[0].facilitators[0].role = "boss"; }],
    ["an unknown confidence", "/lines/0/facilitators/0/confidence",
      (d) => { d.lines[0].facilitators[0].confidence = "certain"; }],
    ["a role without a source", "/lines/0/itu_role/sources", (d) => { d.lines[0].itu_role.sources = []; }],
    ["an unknown basis of a name", "/groups/0/name_basis/en", (d) => { d.groups[0].name_basis.en = "guess"; }],
  ],
  "assets/data/links.json": [
    ["a link without parts", "/links/0", (d) => delete d.links[0].parts],
    ["a link without sources", "/links/0/sources", (d) => { d.links[0].sources = []; }],
    ["a goal in quotes", "/links/0/goal", (d) => { d.links[0].goal = "1"; }],
    ["a whole goal that is a text", "/links/0/parts/0/whole_goal", (d) => { d.links[0].parts[0].whole_goal = "yes"; }],
    ["a line of no known form", "/links/0/line", (d) => { d.links[0].line = "C7-government"; }],
    ["the group C7 as a line", "/links/0/line", (d) => { d.links[0].line = "C7"; }],
    ["a target of no known form", "/links/1/parts/0/targets/0", (d) => { d.links[1].parts[0].targets[0] = "3-8"; }],
    ["a target cited twice", "/links/1/parts/0/targets", (d) => { d.links[1].parts[0].targets = ["3.8", "3.8"]; }],
    ["a part that cites nothing", "/links/0/parts/0/whole_goal", (d) => { d.links[0].parts[0].whole_goal = false; }],
    ["an unknown agreement", "/links/0/agreement", (d) => { d.links[0].agreement = "none"; }],
    ["an unknown witness", "/links/0/witnesses/0", (d) => { d.links[0].witnesses[0] = "hearsay"; }],
    ["full agreement of two tables", "/links/0/witnesses", (d) => d.links[0].witnesses.pop()],
    ["partial agreement of all tables", "/links/0/witnesses", (d) => { d.links[0].agreement = "partial"; }],
  ],
  "assets/stories/goal9.json": [
    ["a step without notes", "/steps/0", (d) => delete d.steps[0].notes],
    ["a title in five languages", "/title", (d) => delete d.title.zh],
    ["no step", "/steps", (d) => { d.steps = []; }],
    ["an id with a slash", "/id", (d) => { d.id = "a/b"; }],
  ],
  [OWN_STORY]: [
    ["no number of its form", "", (d) => delete d.story],
    ["a step without a state", "/steps/0", (d) => delete d.steps[0].state],
    ["a whole address as a state", "/steps/0/state", (d) => { d.steps[0].state = "http://127.0.0.1/?goal=9"; }],
    ["a title of spaces", "/steps/1/title", (d) => { d.steps[1].title = "  "; }],
    ["a text that is too long", "/steps/1/text", (d) => { d.steps[1].text = "x".repeat(5001); }],
    ["an unknown language", "/language", (d) => { d.language = "de"; }],
    ["no step", "/steps", (d) => { d.steps = []; }],
    ["more steps than the address can count", "/steps", (d) => { d.steps = Array(100).fill(d.steps[0]); }],
  ],
  "assets/data/translations/awards/fr.json": [
    ["a language of no file", "/language", (d) => { d.language = "en"; }],
    ["an empty sentence", "/awards/0/description", (d) => { d.awards[0].description = ""; }],
    ["a sentence of nobody", "/awards/0", (d) => delete d.awards[0].id],
  ],
  "assets/data/awards/2015.json": [
    ["an award without a source", "/awards/0/sources", (d) => { d.awards[0].sources = []; }],
    ["a source that is no address", "/awards/0/sources/0", (d) => { d.awards[0].sources[0] = "A public file"; }],
    ["an unknown status", "/awards/0/status", (d) => { d.awards[0].status = "loser"; }],
    ["an id in capitals", "/awards/0/id", (d) => { d.awards[0].id = "2015-NPL-x"; }],
    ["a line whose basis is not said", "/awards/0", (d) => delete d.awards[0].line_basis],
    ["a description whose basis is not said", "/awards/0", (d) => delete d.awards[0].description_basis],
    ["neither project nor organisation", "/awards/0",
      (d) => { delete d.awards[0].project; delete d.awards[0].organisation; }],
    ["a name with a double space", "/awards/0/project", (d) => { d.awards[0].project = "Two  spaces"; }],
    ["a country of two letters", "/awards/0/country", (d) => { d.awards[0].country = "NP"; }],
    ["a goal 18", "/awards/0/goals/0", (d) => Object.assign(d.awards[0], { goals: [18], goals_complete: true })],
    ["a null for what is missing", "/awards/0/page", (d) => { d.awards[0].page = null; }],
  ],
  "assets/data/countries.json": [
    ["a name without Arabic", "/countries/0/name", (d) => delete d.countries[0].name.ar],
    ["an unknown region", "/countries/0/region", (d) => { d.countries[0].region = "asia"; }],
    ["a tile with one number", "/countries/0/tile", (d) => d.countries[0].tile.pop()],
    ["a tile left of the block", "/countries/0/tile/0", (d) => { d.countries[0].tile[0] = -1; }],
    ["a country too few", "/countries", (d) => d.countries.pop()],
    ["no sources", "", (d) => delete d.sources],
  ],
  "assets/data/contests.json": [
    ["a number in words", "/contests/0/winners", (d) => { d.contests[0].winners = "eighteen"; }],
    ["a number without its qualifier", "/contests/0", (d) => delete d.contests[0].nominated_is],
    ["prose as a qualifier", "/contests/0/nominated_is", (d) => { d.contests[0].nominated_is = "more than"; }],
    ["no source", "/contests/0", (d) => delete d.contests[0].sources],
  ],
  "assets/data/translations/fr.json": [
    ["no word on whose translation it is", "", (d) => delete d.translation],
    ["an empty rationale", "/links/0/parts/0", (d) => { d.links[0].parts[0] = ""; }],
    ["a line too few", "/lines", (d) => d.lines.pop()],
    ["English as its language", "/language", (d) => { d.language = "en"; }],
  ],
  "assets/data/aliases/en.json": [
    ["an entry without words", "/aliases/0", (d) => delete d.aliases[0].words],
    ["words that lead nowhere", "/aliases/0", (d) => { d.aliases[0] = { words: ["nowhere"], search: ["mobile"] }; }],
    ["a word with a space at its end", "/aliases/0/words/0", (d) => { d.aliases[0].words[0] = "cell phone "; }],
    ["a word twice", "/aliases/0/words", (d) => { d.aliases[0].words = ["phone", "phone"]; }],
    ["the group C7 as a line", "/aliases/0/lines/0", (d) => { d.aliases[0].lines[0] = "C7"; }],
    ["a goal in quotes", "/aliases/0/goals/0", (d) => { d.aliases[0].goals[0] = "9"; }],
    ["an unknown language", "/language", (d) => { d.language = "de"; }],
  ],
  "assets/i18n/en.json": [
    ["no language", "", (d) => delete d.language],
    ["an unknown language", "/language", (d) => { d.language = "xx"; }],
    ["a message that is a number", "/messages/panel.close", (d) => { d.messages["panel.close"] = 1; }],
    ["an empty message", "/messages/panel.close", (d) => { d.messages["panel.close"] = ""; }],
    ["a brace that is not closed", "/messages/goal.code", (d) => { d.messages["goal.code"] = "Goal {n"; }],
    ["a key without a place", "/messages", (d) => { d.messages.close = "Close"; }],
    ["forms without other", "/messages/count.links", (d) => delete d.messages["count.links"].other],
    ["an unknown form", "/messages/count.links", (d) => { d.messages["count.links"].several = "{n} links"; }],
  ],
};

test("every schema is shown at least three broken files", () => {
  const counts = Object.fromEntries(Object.entries(BROKEN).map(([path, variants]) => [schemaOf(path), variants.length]));
  for (const name of SCHEMAS) assert.ok(name === COMMON || counts[name] >= 3, `${name}: ${counts[name] ?? 0}`);
});

for (const [path, variants] of Object.entries(BROKEN)) {
  for (const [what, pointer, breakIt] of variants) {
    test(`${path} is refused with ${what}`, () => {
      const data = read(path);
      breakIt(data);
      const found = faults(path, data).map((fault) => fault.pointer);
      assert.ok(found.includes(pointer), `no fault at "${pointer}", only at ${JSON.stringify(found)}`);
    });
  }
}
