// The awards, contests and countries hold together: what one file names stands in the other, and names are fit to be shown.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../assets/data/", import.meta.url));
const text = (path) => readFileSync(resolve(ROOT, path), "utf8");
const read = (path) => JSON.parse(text(path));

const FILES = readdirSync(resolve(ROOT, "awards")).sort();
const YEARS = FILES.map((name) => ({ year: Number(name.slice(0, 4)), awards: read(`awards/${name}`).awards }));
const AWARDS = YEARS.flatMap(({ awards }) => awards);
const { countries, regions, un_regions: unRegions, sources: countrySources } = read("countries.json");
const CONTESTS = read("contests.json").contests;
const LINES = read("action_lines.json").lines.map(({ id }) => id);
const GOALS = read("goals.json").goals.map(({ id }) => id);
const STATUSES = ["winner", "champion", "special", "awarded", "finalist", "listed", "nominee"];

// The list of the nominees of 2015, complete for its year: how many entries of each line it holds.
const NOMINEES_2015 = {
  count: 302,
  source: /^https:\/\/github\.com\/anjesh\/wsis-projects-2015\/blob\//,
  lines: {
    "C1": 15, "C2": 22, "C3": 46, "C4": 30, "C5": 17, "C6": 10, "C7-egov": 43, "C7-ebus": 7, "C7-elea": 23,
    "C7-ehea": 21, "C7-eemp": 12, "C7-eenv": 9, "C7-eagr": 15, "C7-esci": 4, "C8": 10, "C9": 5, "C10": 7, "C11": 6,
  },
  winners: 14, // entries that also stand in the list of winners, and were merged with it
};

const none = (found) => assert.deepEqual(found, []);
const twice = (values) => values.filter((value, i) => values.indexOf(value) !== i);
const name = (award) => award.project ?? award.organisation;

test("each file is named after its year, and ids say the year and the country", () => {
  for (const { year, awards } of YEARS) {
    none(awards.filter((award) => award.year !== year).map(({ id }) => id));
    none(awards.filter(({ id }) => !id.startsWith(`${year}-`)).map(({ id }) => id));
  }
  none(AWARDS.filter(({ id, country }) => country && id.slice(5, 8) !== country.toLowerCase()).map(({ id }) => id));
});

test("no id stands twice", () => none(twice(AWARDS.map(({ id }) => id))));

test("no project stands twice in one line of one year", () => {
  none(twice(AWARDS.map((award) => `${award.year} ${award.country} ${award.line} ${name(award).toLowerCase()} ${award.organisation}`)));
});

test("lines, goals and countries exist", () => {
  const ids = countries.map(({ id }) => id);
  none(AWARDS.filter(({ line }) => line && !LINES.includes(line)).map(({ id }) => id));
  none(AWARDS.filter(({ goals }) => goals?.some((goal) => !GOALS.includes(goal))).map(({ id }) => id));
  none(AWARDS.filter(({ country }) => country && !ids.includes(country)).map(({ id }) => id));
});

test("records stand in the order of the lines, then of the statuses", () => {
  for (const { awards } of YEARS) {
    const place = ({ line, status }) => (line ? LINES.indexOf(line) : LINES.length) * 10 + STATUSES.indexOf(status);
    awards.slice(1).forEach((award, i) => assert.ok(place(awards[i]) <= place(award), award.id));
  }
});

test("no name is shouted: more than two words in a row wholly in capitals, four letters or more", () => {
  const shouted = /(?:(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])[^\p{L}]*){3}/u;
  const wholly = (value) => value.split(" ").length > 2 && value === value.toUpperCase() && /\p{Lu}{4}/u.test(value);
  none(AWARDS.flatMap(({ project = "", organisation = "" }) => [project, organisation])
    .filter((value) => shouted.test(value) || wholly(value)));
});

test("texts are in normal form C, without odd spaces or traces of a wrong encoding", () => {
  for (const path of [...FILES.map((file) => `awards/${file}`), "countries.json", "contests.json"]) {
    const all = text(path);
    assert.equal(all, all.normalize("NFC"), path);
    assert.doesNotMatch(all, /[\u00a0\u2000-\u200f\u202f\u2028\u2029\u3000\ufeff\ufffd\u0080-\u009f]/, path);
    assert.doesNotMatch(all, /\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|\u2030\u00db|\u00cc[\u00a9_]/, path);
    assert.doesNotMatch(all, /\S {2,}\S/, path);
  }
});

test("sources are addresses that a browser can read", () => {
  const addresses = [...AWARDS, ...CONTESTS].flatMap(({ sources, url, page }) => [...sources, url, page]).filter(Boolean);
  for (const address of addresses) {
    assert.ok(["http:", "https:"].includes(new URL(address).protocol), address);
    assert.doesNotMatch(address, /[<>"\s]/, address);
  }
});

test("notes carry no addresses: those stand in the sources", () => {
  none(AWARDS.flatMap(({ notes = [] }) => notes).filter((note) => /https?:/.test(note)));
});

test("all nominees of 2015 are accounted for, as nominees or merged with winners", () => {
  const listed = AWARDS.filter(({ sources }) => sources.some((address) => NOMINEES_2015.source.test(address)));
  assert.equal(listed.length, NOMINEES_2015.count);
  assert.equal(Object.values(NOMINEES_2015.lines).reduce((a, b) => a + b), NOMINEES_2015.count);
  assert.deepEqual(Object.fromEntries(LINES.map((id) => [id, listed.filter(({ line }) => line === id).length])), NOMINEES_2015.lines);
  assert.equal(listed.filter(({ status }) => status === "winner").length, NOMINEES_2015.winners);
  none(listed.filter(({ year }) => year !== 2015).map(({ id }) => id));
});

test("no year has more winners or champions than its contest", () => {
  for (const { year, winners, champions } of CONTESTS) {
    const count = (status) => AWARDS.filter((award) => award.year === year && award.status === status).length;
    if (winners) assert.ok(count("winner") <= winners, `${year}: ${count("winner")} winners of ${winners}`);
    if (champions) assert.ok(count("champion") <= champions, `${year}: ${count("champion")} champions of ${champions}`);
  }
});

test("contests stand once each, the oldest first", () => {
  const years = CONTESTS.map(({ year }) => year);
  assert.deepEqual(years, [...new Set(years)].sort());
});

test("there are 193 member states, the Holy See and the State of Palestine, in the order of their codes", () => {
  const ids = countries.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
  assert.equal(ids.length, 195);
  assert.ok(ids.includes("VAT") && ids.includes("PSE"));
});

test("regions exist, and none is empty", () => {
  const used = (field) => [...new Set(countries.map((country) => country[field]))].sort();
  assert.deepEqual(used("region"), regions.map(({ id }) => id));
  assert.deepEqual(used("un_region"), unRegions.map(({ id }) => id));
});

test("the sources of the countries exist", () => {
  const ids = read("sources.json").sources.map(({ id }) => id);
  none(countrySources.filter((id) => !ids.includes(id)));
});

test("no two countries of a region share a tile, and each block begins at its corner and is small", () => {
  for (const { id } of regions) {
    const tiles = countries.filter(({ region }) => region === id).map(({ tile }) => tile);
    none(twice(tiles.map(String)));
    const [columns, rows] = [0, 1].map((axis) => tiles.map((tile) => tile[axis]));
    assert.equal(Math.min(...columns), 0, id);
    assert.equal(Math.min(...rows), 0, id);
    assert.ok(Math.max(...columns) < 10 && Math.max(...rows) < 10, id);
  }
});

test("no two countries bear the same name", () => {
  for (const language of ["ar", "zh", "en", "fr", "ru", "es"]) none(twice(countries.map(({ name: names }) => names[language])));
});
