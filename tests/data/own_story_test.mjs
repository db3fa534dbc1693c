// A person's own story as text: what is read, what is refused and where, and that nothing changes on the way out and back.
// web/own_story.js runs here as it does on the page.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { viewOf } from "../../web/address.js";
import { LIMITS, looksLikeStory, packStory, readStory, unpackStory, writeStory } from "../../web/own_story.js";

const text = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const example = () => JSON.parse(text("own_story.json"));
const read = (value, language = "fr") => readStory(typeof value === "string" ? value : JSON.stringify(value), language);
const found = (faults) => faults.map(({ pointer, kind }) => `${pointer} ${kind}`);

const ajv = new Ajv({ strict: true });
for (const name of ["common", "own_story"]) ajv.addSchema(JSON.parse(text(`../../assets/schema/${name}.schema.json`)), `${name}.schema.json`);

test("what is written is what was read, and keeps to the schema", () => {
  const { story, faults } = readStory(text("own_story.json"), "fr");
  assert.deepEqual(faults, []);
  const { $schema, story: form, ...plain } = example();
  assert.deepEqual(story, plain);
  const written = writeStory(story);
  assert.ok(ajv.getSchema("own_story.schema.json")(JSON.parse(written)));
  assert.deepEqual(readStory(`\uFEFF${written}`, "fr"), { story, faults: [] });
});

test("our own stories are read in the page's language", () => {
  const folder = new URL("../../assets/stories/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const file = readFileSync(new URL(name, folder), "utf8");
    for (const code of ["ar", "zh", "en", "fr", "ru", "es"]) {
      const { story, faults } = readStory(file, code);
      assert.deepEqual(faults, [], name);
      const given = JSON.parse(file);
      assert.deepEqual([story.language, story.title, story.steps.length], [code, given.title[code], given.steps.length]);
      assert.equal(story.steps[0].notes, given.steps[0].notes[code]);
    }
  }
  const english = { title: { en: "One language" }, steps: [{ state: "", title: { en: "A" }, text: { en: "B" }, notes: { fr: "C" } }, { state: "", title: { en: "D" } }] };
  const { story, faults } = read(english);
  assert.deepEqual([story.language, story.steps.length, found(faults)], ["en", 1, ["/steps/0/notes/en noLanguage"]]);
});

// What is broken, the faults that must be named, and how many of the three steps are kept.
const BROKEN = [
  ["no number of its form", ["/story version"], 3, (d) => delete d.story],
  ["a form of tomorrow", ["/story version"], 0, (d) => { d.story = 2; }],
  ["no language", ["/language language"], 3, (d) => delete d.language],
  ["an unknown language", ["/language language"], 3, (d) => { d.language = "de"; }],
  ["no title", ["/title noText"], 3, (d) => delete d.title],
  ["a title too long", ["/title long"], 3, (d) => { d.title = "x".repeat(201); }],
  ["no steps", ["/steps noSteps"], 0, (d) => delete d.steps],
  ["an empty list", ["/steps noSteps"], 0, (d) => { d.steps = []; }],
  ["steps that are no list", ["/steps noSteps"], 0, (d) => { d.steps = { 0: d.steps[0] }; }],
  ["a step that is a text", ["/steps/1 object"], 2, (d) => { d.steps[1] = "line=C5"; }],
  ["a step that is null", ["/steps/1 object"], 2, (d) => { d.steps[1] = null; }],
  ["a step without a state", ["/steps/0/state state"], 2, (d) => delete d.steps[0].state],
  ["a whole address", ["/steps/0/state state"], 2, (d) => { d.steps[0].state = "https://127.0.0.1/?goal=9"; }],
  ["a state too long", ["/steps/0/state long"], 2, (d) => { d.steps[0].state = `q=${"x".repeat(2000)}`; }],
  ["an empty title", ["/steps/2/title noText"], 2, (d) => { d.steps[2].title = " "; }],
  ["a text that is a number", ["/steps/2/text noText"], 2, (d) => { d.steps[2].text = 5; }],
  ["notes that are null", ["/steps/2/notes noText"], 2, (d) => { d.steps[2].notes = null; }],
  ["two faults in one step", ["/steps/2/text long", "/steps/2/notes long"], 2, (d) => { d.steps[2].text = d.steps[2].notes = "x".repeat(5001); }],
  ["fields that nobody knows", ["/a~1b unknown", "/steps/0/colour unknown"], 3, (d) => { d["a/b"] = 1; d.steps[0].colour = "red"; }],
  ["too many steps", ["/steps many"], LIMITS.steps, (d) => { d.steps = Array(120).fill(d.steps[0]); }],
];

for (const [what, faults, kept, breakIt] of BROKEN) {
  test(`a story with ${what}: the fault is named, good steps are kept`, () => {
    const data = example();
    breakIt(data);
    const result = read(data);
    assert.deepEqual(found(result.faults), faults);
    assert.equal(result.story?.steps.length ?? 0, kept);
  });
}

test("what is no story at all", () => {
  assert.deepEqual(found(read("[]").faults), [" object"]);
  assert.deepEqual(found(read("null").faults), [" object"]);
  assert.deepEqual(found(read("x".repeat(LIMITS.file + 1)).faults), [" size"]);
  const broken = '{"story": 1,\n "title": "A",\n "steps": [}';
  const [fault] = read(broken).faults;
  assert.equal(fault.kind, "syntax");
  assert.ok([0, 3].includes(fault.values.n), `line ${fault.values.n}`);
  assert.equal(read('{"story": 1,\n').faults[0].kind, "syntax");
});

test("a story is told apart from a file of projects", () => {
  assert.ok(looksLikeStory(text("own_story.json")));
  assert.ok(looksLikeStory('{"steps": []}'));
  for (const other of ['{"awards": []}', "[]", '{"project": "A"}\n{"project": "B"}', "project;year\nA;2015", "null", ""]) assert.ok(!looksLikeStory(other), other);
});

test("a step takes the view, not the settings of who made it", () => {
  assert.equal(viewOf("?lang=ar&view=awards&goal=9&theme=dark&present=1&story=x&step=3&kiosk=1&share=1&help=1&embed=1&keys=0"), "view=awards&goal=9");
  const data = example();
  data.steps[0].state = "?lang=fr&goal=4&story=own&present=0";
  assert.equal(read(data).story.steps[0].state, "goal=4");
});

test("a story goes into a fragment and comes out the same, packed or plain", async () => {
  const { story } = readStory(text("own_story.json"), "fr");
  const { CompressionStream, DecompressionStream } = globalThis;
  const plain = await (async () => {
    globalThis.CompressionStream = undefined;
    try {
      return await packStory(story);
    } finally {
      globalThis.CompressionStream = CompressionStream;
    }
  })();
  assert.match(plain, /^#story=json\.[\w-]+$/);
  assert.deepEqual(await unpackStory(plain, "fr"), { story, faults: [] });
  const packed = await packStory(story);
  assert.match(packed, /^#story=(json\.)?[\w-]+$/);
  assert.deepEqual(await unpackStory(packed, "fr"), { story, faults: [] });
  if (packed.startsWith("#story=json.")) return; // an old Node deflates otherwise only
  assert.ok(packed.length < plain.length);
  globalThis.DecompressionStream = undefined;
  const refused = await unpackStory(packed, "fr");
  globalThis.DecompressionStream = DecompressionStream;
  assert.deepEqual(found(refused.faults), [" browser"]);
});

test("a link that was cut, changed or made up is refused", async () => {
  const { story } = readStory(text("own_story.json"), "fr");
  const packed = await packStory(story);
  for (const fragment of ["#story=", "#story=%%%", "#story=AAAA", packed.slice(0, -9), `${packed}AAAA.`, "#story=json.", "#story=json.bnVsbA", "#story=json.gICA"]) {
    const result = await unpackStory(fragment, "fr");
    assert.equal(result.story, null, fragment);
    assert.match(found(result.faults).join(), /^ (link|browser)$/, fragment);
  }
});

test("a small link does not unpack to a huge text", async () => {
  const title = "x".repeat(3 * LIMITS.file);
  const bomb = await packStory({ title, language: "en", steps: [{ state: "", title: "A", text: "", notes: "" }] });
  const result = await unpackStory(bomb, "fr");
  assert.equal(result.story, null);
});
