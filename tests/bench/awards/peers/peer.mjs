// What a peer is. Each peer is one file beside this one; its default export has this shape. The explorer's own adapter is
// peers/explorer.mjs and has the same shape; run.mjs measures it first and shows every other peer as a ratio to it.
//
// The page is served by ../server.mjs: /awards/ is this folder, /assets/ the repository's data, /node_modules/ the peers'
// packages, /site/ the built site (its program is /site/app/explorer.js). It is cross-origin isolated.

/**
 * @typedef {object} Peer
 * @property {string} name as the table shows it
 * @property {"objects" | "json" | "csv"} wants the form in which load() is given the records:
 *   objects: an array of Award (see ../records.mjs), already parsed, which costs the peer nothing;
 *   json: `{"awards":[…]}`, csv: RFC 4180 with headings; both as an array of Uint8Array chunks of about a megabyte, UTF-8.
 *   Making them is not measured. load() may keep them or let them go.
 * @property {string} holds what is in memory after load(), in a few words: "index", "index and records", …
 * @property {(world: import("../world.mjs").World) => Promise<{version: string}>} start loads and starts the library; measured
 *   by itself. version: of the library
 * @property {(records, onProgress: (done: number) => void) => Promise<void>} load done: 0 … 1. Measured.
 * @property {(text: string, limit: number) => SearchAnswer | Promise<SearchAnswer>} [search] measured at every keystroke
 * @property {(filters: import("../queries.mjs").Filters) => Counts | Promise<Counts>} [facet] measured at every click
 * @property {() => number | null} [memory] bytes of its WebAssembly memories, which the browser does not count as the page's;
 *   null: it has some and cannot say how large. Without this function there are none.
 *
 * @typedef {{count: number | null, ids: string[]}} SearchAnswer count: how many match in all, null where the library does not
 *   say; ids: of the best ones, best first, at most `limit`
 * @typedef {import("../world.mjs").Counts} Counts
 */

/** Lets the page breathe: a task of its own for what follows. */
export const breathe = () => new Promise((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    resolve();
  };
  channel.port2.postMessage(0);
});

/** Chunks as one buffer. */
export function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Calls `each(from, to)` for slices of `count`, breathing between them, so that the page answers while it loads. */
export async function inSlices(count, size, onProgress, each) {
  for (let from = 0; from < count; from += size) {
    each(from, Math.min(count, from + size));
    onProgress(Math.min(1, (from + size) / count));
    await breathe();
  }
}

/** The version of a package in /node_modules/. */
export async function versionOf(name) {
  return (await (await fetch(`/node_modules/${name}/package.json`)).json()).version;
}
