// The benchmark table: what the first view weighs, how long it takes to start, and what a frame costs, beside a plain
// HTML table of the same cells in the same run. Medians; ratios carry over between machines, milliseconds do not.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SITE = process.env.SITE_URL;
const FOLDER = process.env.SITE_FOLDER;
const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

function weight() {
  const text = ["index.html", "style.css", "icon.svg"];
  const program = [...readdirSync(join(FOLDER, "app")).filter((n) => /\.(js|wasm)$/.test(n)).map((n) => `app/${n}`),
    "data/en.json", "i18n/en.json", "fonts/latin-regular.ttf", "fonts/latin-bold.ttf"];
  const sum = (names, suffix) => names.reduce((all, n) => all + statSync(join(FOLDER, n + suffix)).size, 0);
  console.log("\nFirst view, transferred\n");
  row("what", "raw", "gzip", "brotli");
  row("---", "---:", "---:", "---:");
  const kb = (n) => `${(n / 1000).toFixed(1)} KB`;
  for (const [what, names] of [["first readable text", text], ["program, data, fonts", program], ["all", [...text, ...program]]]) {
    row(what, kb(sum(names, "")), kb(sum(names, ".gz")), kb(sum(names, ".br")));
  }
}

async function start(browser) {
  const runs = [];
  for (let i = 0; i < 5; i += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(SITE);
    await page.evaluate(() => window.wsis.idle());
    runs.push((await page.evaluate(() => window.wsis.stats())).marks);
    await context.close();
  }
  console.log("\nStart, cold, 1280×800, software WebGL, median of 5\n");
  row("mark", "ms after navigation");
  row("---", "---:");
  for (const mark of ["firstText", "wasmReady", "interactive"]) row(mark, Math.round(median(runs.map((r) => r[mark]))));
}

// Points at every cell in turn; the cost is the C++ part of each frame, the peer's that of a class change and its layout.
async function frames(browser, level, size) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.goto(`${SITE}?level=${level}`);
  await page.evaluate(() => window.wsis.idle());
  const canvas = await page.locator("#canvas").boundingBox();
  const picture = [];
  for (let i = 0; i < 80; i += 1) {
    await page.mouse.move(canvas.x + 230 + ((i * 37) % (canvas.width - 260)), canvas.y + 190 + ((i * 53) % (canvas.height - 260)));
    await page.evaluate(() => window.wsis.idle());
    picture.push((await page.evaluate(() => window.wsis.stats())).lastFrameMs);
  }
  const table = await page.evaluate(() => {
    const cells = [...document.querySelectorAll("#matrix-table td")];
    const times = [];
    for (let i = 0; i < 80; i += 1) {
      const cell = cells[(i * 37) % cells.length];
      const begun = performance.now();
      for (const other of cell.parentElement.cells) other.style.background = "#eee";
      document.body.getBoundingClientRect();
      times.push(performance.now() - begun);
      for (const other of cell.parentElement.cells) other.style.background = "";
      document.body.getBoundingClientRect();
    }
    return times;
  });
  await context.close();
  const p50 = quantile(picture, 0.5);
  row(level, `${size.width}×${size.height}`, p50.toFixed(2), quantile(picture, 0.99).toFixed(2),
    quantile(table, 0.5).toFixed(2), (p50 / quantile(table, 0.5)).toFixed(2));
}

weight();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
await start(browser);
console.log("\nOne frame while pointing, ms (submission to software WebGL included), against restyling one row of an HTML table\n");
row("level", "size", "p50", "p99", "HTML table p50", "ratio");
row("---", "---", "---:", "---:", "---:", "---:");
for (const level of ["goal", "target"]) {
  for (const size of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) await frames(browser, level, size);
}
await browser.close();
