// Runs in the browser: prepares the data, drives one peer and takes the times. run.mjs calls these one after the other.

import { asObjects, csvChunks, jsonChunks, recordMaker } from "./records.mjs";
import { breathe } from "./peers/peer.mjs";
import { clicks, typing } from "./queries.mjs";
import { digest, readWorld } from "./world.mjs";
import { readVocabulary } from "./vocabulary.mjs";

const LIMIT = 20; // results asked for
const readJson = async (path) => (await fetch(`/${path}`)).json();
const FORMS = { objects: asObjects, json: (make, n) => [...jsonChunks(make, n)], csv: (make, n) => [...csvChunks(make, n)] };

let peer;
let records; // until load() has had them
let world;
let sequences;
let filters;

/** Starts the library. */
export async function start(name) {
  world = await readWorld(readJson);
  ({ default: peer } = await import(`./peers/${name}.mjs`));
  const begun = performance.now();
  const { version } = await peer.start(world);
  const startMs = performance.now() - begun;
  const does = ["search", "facet"].filter((what) => peer[what]);
  return { startMs, version, name: peer.name, from: peer.wants, holds: peer.holds, does };
}

/** Makes the records in the form that the peer wants, and the queries. The vocabulary is let go afterwards. */
export async function prepare(count, seed) {
  const make = recordMaker(await readVocabulary(readJson, seed), { lines: world.values.line, seed });
  records = FORMS[peer.wants](make, count);
  sequences = typing(make, count);
  filters = clicks(make, count, world);
  return { bytes: peer.wants === "objects" ? null : records.reduce((sum, chunk) => sum + chunk.length, 0) };
}

/** Loads; notes how long the page did not answer at most. */
export async function load() {
  let longest = 0;
  const note = (list) => { for (const task of list) longest = Math.max(longest, task.duration); };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const given = records;
  records = null;
  const begun = performance.now();
  await peer.load(given, (done) => { window.progress = done; });
  const loadMs = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 50));
  note(observer.takeRecords());
  observer.disconnect();
  return { loadMs, longestTaskMs: longest };
}

/** Times `each` for the items until all are done or the seconds are over; a few unmeasured ones first. */
async function timed(items, seconds, warmUp, each) {
  const times = [];
  for (const item of warmUp) await each(item);
  const end = performance.now() + seconds * 1000;
  for (const item of items) {
    await breathe();
    const begun = performance.now();
    const answer = await each(item);
    times.push(performance.now() - begun);
    item.answer = answer;
    if (performance.now() > end) break;
  }
  return times;
}

/** Types every sequence, a search at each keystroke. `answered`: how many of the things typed to the end had any match. */
export async function search(seconds) {
  const keystrokes = sequences.flat().map((key) => ({ ...key }));
  const times = await timed(keystrokes, seconds, keystrokes.slice(0, 8), (key) => peer.search(key.text, LIMIT));
  const ended = keystrokes.filter((key) => key.last && key.answer);
  const share = (list) => ({ asked: list.length, answered: list.filter((key) => key.answer.ids.length > 0).length });
  return {
    times,
    slowest: keystrokes[times.indexOf(Math.max(...times))].text,
    clean: share(ended.filter((key) => !key.kind.startsWith("typo"))),
    typos: share(ended.filter((key) => key.kind.startsWith("typo") && key.language !== "zh")),
  };
}

/** Clicks facets. `digests`: what was counted after each click, to compare peers by. */
export async function facet(seconds) {
  const items = filters.map((f) => ({ f }));
  const times = await timed(items, seconds, items.slice(0, 3), ({ f }) => peer.facet(f));
  return { times, digests: items.filter((i) => i.answer).map((i) => digest(i.answer)) };
}

/** Bytes of the page and its workers as the browser counts them, which leaves out WebAssembly memories; and of those that the
 * peer knows. */
export async function memory() {
  const measured = await performance.measureUserAgentSpecificMemory?.();
  const byType = {};
  for (const part of measured?.breakdown ?? []) for (const type of part.types) byType[type] = (byType[type] ?? 0) + part.bytes;
  const own = peer?.memory ? await peer.memory() : 0;
  return { bytes: measured?.bytes ?? null, byType, own, known: own !== null };
}
