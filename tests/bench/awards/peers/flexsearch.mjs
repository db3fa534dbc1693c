// FlexSearch: the flat Index, which its documentation calls the fastest, with the "forward" tokenizer, which it recommends for
// beginnings of words. It knows no typos with that tokenizer and does not say how many match beyond the limit.

import { words } from "../words.mjs";
import { inSlices, versionOf } from "./peer.mjs";

let Index;
let index;
let ids;

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "FlexSearch",
  wants: "objects",
  holds: "index",
  async start() {
    ({ Index } = await import("flexsearch"));
    return { version: await versionOf("flexsearch") };
  },
  async load(records, onProgress) {
    index = new Index({ tokenize: "forward", encode: words, resolution: 9, cache: false });
    ids = records.map((r) => r.id);
    await inSlices(records.length, 1000, onProgress, (from, to) => {
      for (let i = from; i < to; i += 1) {
        const { project, organisation, description } = records[i];
        index.add(i, `${project} ${organisation} ${description}`);
      }
    });
  },
  search(text, limit) {
    return { count: null, ids: index.search(text, { limit }).map((i) => ids[i]) };
  },
};
