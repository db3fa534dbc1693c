// uFuzzy: no index, a regular expression over all texts. The universal (Unicode) expressions of its documentation, one slip
// a term, terms in any order, ranking up to its default of 1,000 matches.

import { fold } from "../words.mjs";
import { inSlices, versionOf } from "./peer.mjs";

const OPTIONS = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: "\\p{Ll}\\p{Lu}",
  intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
};

let uFuzzy;
let fuzzy;
let haystack;
let ids;

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "uFuzzy",
  wants: "objects",
  holds: "folded texts",
  async start() {
    ({ default: uFuzzy } = await import("@leeoniya/ufuzzy"));
    fuzzy = new uFuzzy(OPTIONS);
    return { version: await versionOf("@leeoniya/ufuzzy") };
  },
  async load(records, onProgress) {
    haystack = new Array(records.length);
    ids = records.map((r) => r.id);
    await inSlices(records.length, 5000, onProgress, (from, to) => {
      for (let i = from; i < to; i += 1) {
        const { project, organisation, description } = records[i];
        haystack[i] = fold(`${project} ${organisation} ${description}`);
      }
    });
  },
  search(text, limit) {
    const [found, info, order] = fuzzy.search(haystack, fold(text), 1);
    if (!found) return { count: 0, ids: [] };
    const best = order ? order.slice(0, limit).map((i) => info.idx[i]) : found.slice(0, limit);
    return { count: order ? order.length : found.length, ids: best.map((i) => ids[i]) };
  },
};
