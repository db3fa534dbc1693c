// MiniSearch: an inverted index on a radix tree, with prefixes and typos. Added in slices, as its addAllAsync() does, but
// without that one's timers between them; the last term of a query is a beginning, every term may have slips, all must match.

import { slips, words } from "../words.mjs";
import { breathe, versionOf } from "./peer.mjs";

export const OPTIONS = {
  fields: ["project", "organisation", "description"],
  tokenize: words,
  processTerm: (term) => term, // words() has folded them already
};
const QUERY = {
  combineWith: "AND",
  prefix: (term, i, terms) => i === terms.length - 1,
  fuzzy: (term) => slips(term) || false,
  boost: { project: 3, organisation: 2 },
};

let MiniSearch;
let index;

/** Adds all records in slices. */
export async function fill(records, onProgress) {
  index = new MiniSearch(OPTIONS);
  for (let from = 0; from < records.length; from += 1000) {
    index.addAll(records.slice(from, from + 1000));
    onProgress(from / records.length);
    await breathe();
  }
}

export async function start() {
  ({ default: MiniSearch } = await import("minisearch"));
  return { version: await versionOf("minisearch") };
}

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "MiniSearch",
  wants: "objects",
  holds: "index",
  start,
  load: fill,
  search(text, limit) {
    const found = index.search(text, QUERY);
    return { count: found.length, ids: found.slice(0, limit).map((one) => one.id) };
  },
};
