// Measures the explorer's query engine and its peers in Chromium, each in a fresh page of one browser run, on the same records,
// and prints their times and sizes as ratios to ours. Run it by './dev bench awards', by hand with 'node run.mjs'.
// Options: --sizes 15000,100000,1000000  --peers minisearch,duckdb  --seconds 20 (at most, for all keystrokes or clicks)
// --limit 120 (seconds to load)  --memory 3 (GB above the records while loading)  --seed 1
// Standard output: Markdown; standard error: progress; build/bench/awards.json: everything, each single time included.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { openServer } from "./server.mjs";
import { tables } from "./table.mjs";
import { Watch } from "./process.mjs";

const OURS = "explorer";
const PEERS = [OURS, "arrays", "duckdb", "duckdb_threads", "perspective",
  "minisearch", "flexsearch", "ufuzzy", "orama", "minisearch_json"];
const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-gpu", "--js-flags=--max-old-space-size=4096", "--enable-blink-features=ForceEagerMeasureMemory"];
const OUT = new URL("../../../build/bench/", import.meta.url);

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "15000,100000,1000000" },
    peers: { type: "string", default: PEERS.join(",") },
    seconds: { type: "string", default: "20" },
    limit: { type: "string", default: "120" },
    memory: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const seconds = Number(options.seconds);
const limit = Number(options.limit) * 1000;
const memory = Number(options.memory) * 2 ** 30;
const say = (text) => process.stderr.write(`${text}\n`);

/** An end that is part of the result, not a fault of the bench. */
class GaveUp extends Error {}

const within = (promise, ms, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new GaveUp(`${what} took more than ${Math.round(ms / 1000)} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** Measures one peer with one number of records; always answers, be it with the reason why it gave up. */
async function measure(browser, address, peer, count) {
  const result = { peer, count };
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && say(`    ${peer}: ${message.text()}`));
  let watch;
  let step = "start";
  const died = new Promise((_, reject) => {
    page.on("crash", () => reject(new GaveUp(`the page crashed in ${step}, most likely out of memory`)));
  });
  died.catch(() => {});
  const call = (name, ms, ...values) => {
    step = name;
    const work = page.evaluate(async ([n, v]) => (await import("/awards/page.mjs"))[n](...v), [name, values]);
    return within(Promise.race([work, died]), ms, name);
  };
  try {
    await page.goto(address);
    watch = await Watch.of(browser, page);
    const empty = await watch.settled();
    const blank = (await call("memory", 10000)).bytes;
    Object.assign(result, await call("start", 60000, peer));
    Object.assign(result, await call("prepare", 300000, count, Number(options.seed)));
    const base = await watch.settled();
    const full = new Promise((_, reject) => {
      const reason = `load wants more than ${options.memory} GB beside the records`;
      watch.begin((base ?? Infinity) + memory, () => reject(new GaveUp(reason)));
    });
    Object.assign(result, await Promise.race([call("load", limit), full]));
    watch.end();
    if (base !== null) result.peakBytes = Math.max(0, watch.peak - base);
    if (result.does.includes("search")) result.search = await call("search", seconds * 1000 + 60000, seconds);
    if (result.does.includes("facet")) result.facet = await call("facet", seconds * 1000 + 60000, seconds);
    if (empty !== null) result.processBytes = await watch.settled() - empty;
    const after = await call("memory", 10000).catch(() => null); // workers that sleep in a lock do not answer
    if (after?.bytes && after.known) result.heapBytes = after.bytes - blank + after.own;
    result.heapByType = after?.byType;
  } catch (error) {
    watch?.end();
    const gaveUp = error instanceof GaveUp;
    result.gaveUp = gaveUp ? error.message : `${step} failed: ${error.message.split("\n").slice(0, 3).join(" ").slice(0, 300)}`;
    if (gaveUp) watch?.kill();
  }
  await within(context.close(), 20000, "closing").catch(() => watch?.kill());
  return result;
}

const wanted = options.peers.split(",");
if (wanted.includes(OURS) && !existsSync(new URL(`peers/${OURS}.mjs`, import.meta.url))) {
  say("\n!!! tests/bench/awards/peers/explorer.mjs IS MISSING: OUR OWN ENGINE IS NOT MEASURED, THERE ARE NO RATIOS. !!!\n" +
    "!!! Its interface stands in peers/peer.mjs. !!!\n");
  wanted.splice(wanted.indexOf(OURS), 1);
}
const server = await openServer();
const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
let browser = await launch();
const version = browser.version();
const results = [];
let broken = false;
try {
  say(`Chromium ${version}, seed ${options.seed}`);
  for (const count of options.sizes.split(",").map(Number)) {
    for (const peer of wanted) {
      const begun = Date.now();
      say(`${count.toLocaleString("en")} records: ${peer} …`);
      let result = await measure(browser, server.address, peer, count);
      for (let tries = 1; !browser.isConnected(); tries += 1) {
        // Not the page, the whole browser ended: that says nothing about the peer until it happens again.
        say(`  !!! the browser itself has ended; it is started anew${tries < 2 ? " and the peer measured again" : ""}`);
        browser = await launch();
        if (tries < 2) result = await measure(browser, server.address, peer, count);
        else result.gaveUp = "the whole browser ended, twice";
      }
      results.push(result);
      broken ||= Boolean(result.gaveUp && peer === OURS);
      const came = result.gaveUp ? `gave up: ${result.gaveUp}` : `loaded in ${Math.round(result.loadMs)} ms`;
      say(`  ${came}, all in ${Math.round((Date.now() - begun) / 1000)} s`);
    }
  }
} finally {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(new URL("awards.json", OUT), JSON.stringify({ chromium: version, options, results }, null, 1));
  await browser.close().catch(() => {});
  server.close();
  console.log(tables(results, OURS));
}
process.exit(broken ? 1 : 0);
