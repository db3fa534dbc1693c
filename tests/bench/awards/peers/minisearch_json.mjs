// The usual way to load a JSON file into a search: decode, JSON.parse, MiniSearch. Loading only.

import { fill, start } from "./minisearch.mjs";
import { joined } from "./peer.mjs";

let records;

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "JSON.parse + MiniSearch",
  wants: "json",
  holds: "index and records",
  start,
  async load(chunks, onProgress) {
    records = JSON.parse(new TextDecoder().decode(joined(chunks))).awards;
    await fill(records, onProgress);
  },
};
