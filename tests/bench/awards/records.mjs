// Made-up prize projects of realistic shape. Record i is always the same for a seed, whatever was asked for before, so that
// the page, the server and the queries can each make the ones they need.

import { COUNTRIES } from "./places.mjs";
import { between, mix, random, runningSums, weighted, zipf } from "./random.mjs";
import { LANGUAGES } from "./vocabulary.mjs";

export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2026;
export const STATUSES = ["winner", "champion", "awarded", "finalist", "listed", "nominee", "special"];
export const CONFIDENCES = ["official", "confirmed", "reported", "uncertain"];
export const FIELDS = ["id", "year", "line", "country", "status", "confidence", "project", "organisation", "description"];

const STATUS_SUMS = runningSums([6, 12, 4, 8, 30, 38, 2]);
const CONFIDENCE_SUMS = runningSums([50, 25, 20, 5]);
const LANGUAGE_SUMS = runningSums(Object.values(LANGUAGES));
const LANGUAGE_CODES = Object.keys(LANGUAGES);
const YEAR_SUMS = runningSums(Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => 1 + i));

const ENDS = { zh: "。" };
const COMMAS = { zh: "，", ar: "، " };
const capital = (text) => text[0].toUpperCase() + text.slice(1);

function phrase(words, chance, count, gap) {
  let out = words.draw(chance);
  for (let i = 1; i < count; i += 1) out += gap + words.draw(chance);
  return out;
}

/**
 * @typedef {{id: string, year: number, line: string, country: string, status: string, confidence: string,
 *   project: string, organisation: string, description: string}} Award
 *
 * @param {Awaited<ReturnType<import("./vocabulary.mjs").readVocabulary>>} vocabulary
 * @param {{lines: string[], countries?: string[], seed?: number}} options lines: the ids of the 18 action lines
 * @returns {((number: number) => Award) & {languageOf: (number: number) => string}} makes the record of a number
 */
export function recordMaker(vocabulary, { lines, countries = COUNTRIES, seed = 1 }) {
  // Some countries and lines have many projects, most have few; which ones, the seed decides.
  const order = countries.map((code, i) => [mix(seed, i) >>> 0, code]).sort((a, b) => a[0] - b[0]).map(([, code]) => code);
  const lineSums = runningSums(lines.map((_, i) => 1 + ((mix(seed, i) >>> 0) % 8)));
  const languageBy = (chance) => LANGUAGE_CODES[weighted(chance, LANGUAGE_SUMS)];
  const make = (number) => {
    const chance = random(mix(seed, number + 1));
    const language = languageBy(chance);
    const words = vocabulary[language];
    const gap = language === "zh" ? "" : " ";
    const count = between(chance, 15, 30);
    const comma = chance() < 0.5 ? between(chance, 4, 10) : 0;
    let description = capital(phrase(words, chance, comma || count, gap));
    if (comma) description += (COMMAS[language] ?? ", ") + phrase(words, chance, count - comma, gap);
    const quoted = chance() < 0.03;
    return {
      id: `p${number + 1}`,
      year: FIRST_YEAR + weighted(chance, YEAR_SUMS),
      line: lines[weighted(chance, lineSums)],
      country: order[zipf(chance, order.length)],
      status: STATUSES[weighted(chance, STATUS_SUMS)],
      confidence: CONFIDENCES[weighted(chance, CONFIDENCE_SUMS)],
      project: capital((quoted ? `"${words.drawName(chance)}"${gap}` : "") + phrase(words, chance, between(chance, 3, 8), gap)),
      organisation: capital(words.drawName(chance) + gap + phrase(words, chance, between(chance, 1, 5), gap)),
      description: description + (ENDS[language] ?? "."),
    };
  };
  make.languageOf = (number) => languageBy(random(mix(seed, number + 1)));
  return make;
}

/** @returns {Award[]} the first `count` records */
export function asObjects(make, count) {
  const out = new Array(count);
  for (let i = 0; i < count; i += 1) out[i] = make(i);
  return out;
}

const CHUNK = 1 << 20; // characters

function* encoded(pieces) {
  const encoder = new TextEncoder();
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length >= CHUNK) {
      yield encoder.encode(text);
      text = "";
    }
  }
  if (text) yield encoder.encode(text);
}

/** The records as UTF-8 JSON, `{"awards":[…]}`, in chunks of about a megabyte. */
export function jsonChunks(make, count) {
  return encoded((function* () {
    yield '{"awards":[';
    for (let i = 0; i < count; i += 1) yield (i ? ",\n" : "") + JSON.stringify(make(i));
    yield "]}";
  })());
}

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csvLine = (record) => `${FIELDS.map((f) => (f === "year" ? record.year : cell(record[f]))).join(",")}\n`;

/** The records as UTF-8 CSV (RFC 4180) with a line of headings, in chunks of about a megabyte that end with a line. */
export function csvChunks(make, count) {
  return encoded((function* () {
    yield `${FIELDS.join(",")}\n`;
    for (let i = 0; i < count; i += 1) yield csvLine(make(i));
  })());
}
