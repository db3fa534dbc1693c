// The explorer itself: the program of the built site, given the records as a person's own CSV file, asked by the same
// commands as its buttons. What is measured is a whole step: the query, all counts and the description of the page.

let program;
let world;
let has = false;

const site = (path) => `/site/${path}`;

// The regions' ids are written with a hyphen in our data.
const ours = (value) => String(value).replace("_", "-");

async function bytesOf(path) {
  return new Uint8Array(await (await fetch(site(path))).arrayBuffer());
}

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "WSIS explorer",
  wants: "csv",
  holds: "index and records",
  async start(given) {
    world = given;
    const { Program } = await import(site("app/program.js"));
    program = await Program.load(import(site("app/explorer.js")), fetch(site("app/explorer.wasm")),
      { requestFrame() {}, run() {}, focusMoved() {} });
    const files = [];
    for (const name of ["data/en.json", "i18n/en.json"]) files.push({ name, bytes: await bytesOf(name) });
    program.begin("en", files, "?view=awards", "en");
    program.readAwards("en.awards.json", await bytesOf("data/en.awards.json"));
    return { version: "" };
  },
  async load(chunks, onProgress) {
    const { breathe } = await import("./peer.mjs");
    program.localBegin();
    program.localFile("records.csv");
    const whole = chunks.length;
    for (let i = 0; i < whole; i += 1) {
      // In the same pieces, as web/local.js does.
      for (let at = 0; at < chunks[i].length; at += 65536) {
        program.localFeed(chunks[i].subarray(at, at + 65536));
        await breathe();
      }
      onProgress((0.6 * (i + 1)) / whole);
    }
    program.localFileEnd();
    while (!program.localIndex(2000)) {
      onProgress(0.6 + 0.4 * program.localProgress());
      await breathe();
    }
    program.localFinish();
    has = true;
    program.run("set?origin=local");
  },
  search(text, limit) {
    program.run(`set?q=${encodeURIComponent(text)}`);
    const { total, ids } = program.awardsFound(limit);
    return { count: total, ids: ids.map((id) => id.replace(/^local:/, "")) };
  },
  facet(filters) {
    const chosen = ["year", "line", "country", "region", "status"].map((group) =>
      `${group}=${filters[group].map(ours).join(",")}`);
    program.run(`set?q=&${chosen.join("&")}`);
    const found = program.awardsFound(0);
    const counts = world.zero();
    for (const group of ["year", "line", "country", "region", "status"]) {
      counts[group] = world.values[group].map((value) => found.counts[group][ours(value)] ?? 0);
    }
    const passing = counts.line.map((n, i) => (filters.line.length && !filters.line.includes(world.values.line[i]) ? 0 : n));
    return world.fillCells(counts, passing);
  },
  memory: () => (has ? program.stats().heapBytes : 0),
};
