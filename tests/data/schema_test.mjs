// Every data file keeps to the schema that it names, and every schema can say no.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";

const assets = new URL("../../assets/", import.meta.url);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));
const files = ["data/", "i18n/"].flatMap((folder) => readdirSync(new URL(folder, assets))
  .filter((name) => name.endsWith(".json")).map((name) => new URL(folder + name, assets)));
const schemaOf = (file) => new URL(read(file).$schema, file);

function validator(schema) {
  return new Ajv2020.default({ strict: true, strictRequired: false, allErrors: true }).compile(read(schema));
}

function faults(validate, content) {
  return validate(content) ? [] : validate.errors.map((e) => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);
}

for (const file of files) {
  const name = file.pathname.split("/").slice(-2).join("/");
  test(`${name} keeps to its schema`, () => {
    assert.ok(existsSync(schemaOf(file)), `${name} names a schema that does not exist`);
    assert.deepEqual(faults(validator(schemaOf(file)), read(file)), []);
  });
}

// A broken copy of a real file for each way to break it.
const broken = {
  "data/version.json": [(v) => { delete v.version; }, (v) => { v.version = "yesterday"; }, (v) => { v.languages = ["de"]; }],
  "data/sources.json": [(v) => { delete v.sources[0].title; }, (v) => { v.sources[0].url = "javascript:alert(1)"; }, (v) => { v.sources[0].id = "One"; }],
  "data/goals.json": [(v) => { v.goals[0].id = 18; }, (v) => { v.goals[0].colour = "red"; }, (v) => { v.goals[0].title = "No poverty"; }],
  "data/targets.json": [(v) => { v.targets[0].id = "18.1"; }, (v) => { v.targets[0].text.en = ""; }, (v) => { v.targets[0].extra = 1; }],
  "data/action_lines.json": [(v) => { v.lines[0].id = "C12"; }, (v) => { v.lines[0].facilitators[0].role = "boss"; }, (v) => { v.lines[0].facilitators[0].sources = []; }],
  "data/links.json": [(v) => { v.links[0].line = "C7"; }, (v) => { v.links[0].agreement = "some"; }, (v) => { v.links[0].sources = []; },
    (v) => { v.links[0].parts = [{ targets: [], whole_goal: false }]; }],
  "i18n/en.json": [(v) => { v.messages["site.title"] = ""; }, (v) => { v.messages["legend.targets"] = { one: "x" }; }, (v) => { v.language = "xx"; }],
};

for (const [name, breakages] of Object.entries(broken)) {
  test(`the schema of ${name} refuses broken copies`, () => {
    const file = new URL(name, assets);
    const validate = validator(schemaOf(file));
    for (const breakIt of breakages) {
      const content = read(file);
      breakIt(content);
      assert.notDeepEqual(faults(validate, content), [], `${breakIt} was accepted`);
    }
  });
}
