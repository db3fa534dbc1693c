// Orama: BM25 on radix trees. One slip a term, every term must match (threshold 0); no sort indexes, which its documentation
// recommends where one does not sort. Of its tokenizer only the splitting is replaced, for six languages at once.

import { words } from "../words.mjs";
import { inSlices, versionOf } from "./peer.mjs";

let orama;
let database;

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "Orama",
  wants: "objects",
  holds: "index and records",
  async start() {
    orama = await import("@orama/orama");
    return { version: await versionOf("@orama/orama") };
  },
  async load(records, onProgress) {
    database = orama.create({
      schema: { project: "string", organisation: "string", description: "string" },
      sort: { enabled: false },
      components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: words } },
    });
    await inSlices(records.length, 1000, onProgress, (from, to) => {
      orama.insertMultiple(database, records.slice(from, to), to - from);
    });
  },
  search(term, limit) {
    const found = orama.search(database, { term, limit, tolerance: 1, threshold: 0, boost: { project: 3, organisation: 2 } });
    return { count: found.count, ids: found.hits.map((hit) => hit.id) };
  },
};
