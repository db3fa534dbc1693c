// The package: the explorer as one file and as a folder, opened as files without server or network; whole, and always the same.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { clickOnPicture, expectedCell, links, openPage, settled, state, stats, useBrowser } from "./support.mjs";

const handle = useBrowser();
const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const { version } = read("assets/data/version.json");
const NAME = `wsis-sdg-explorer-${version}`;
const target = mkdtempSync(join(tmpdir(), "wsis package ")); // a space in it, as there may be on a USB stick
const single = join(target, `${NAME}.html`);
const folder = join(target, NAME);
const SINGLE = pathToFileURL(single).href;
const FOLDER = `${pathToFileURL(folder).href}/`;

const pack = (where, ...address) => execFileSync("python3", ["-m", "tools.dev.package", process.env.SITE_FOLDER, where, ...address], { cwd: root });
const filesIn = (path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => relative(path, join(entry.parentPath ?? entry.path, entry.name))).sort();
const sum = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

before(() => { pack(target); });
after(() => rmSync(target, { recursive: true }));

/** A page opened as a file, with the network cut. */
async function openFile(site, query = "", options = {}) {
  const page = await openPage(handle, query, { site, ready: false, routes: (p) => p.context().setOffline(true), ...options });
  await page.waitForFunction(() => window.wsis);
  await settled(page);
  return page;
}

function assertQuiet(page) {
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.outside, [], "nothing is asked for but the file itself");
}

for (const [form, address] of [["one file", SINGLE], ["the folder", `${FOLDER}index.html`]]) {
  for (const code of ["en", "ar", "zh"]) {
    test(`${form} is the explorer, as a file and offline: ${code}`, async () => {
      const page = await openFile(address, `?lang=${code}`);
      const { dataset, frames } = await stats(page);
      assert.deepEqual([dataset.lines, dataset.goals, dataset.targets, dataset.links], [18, 17, 169, links.length]);
      assert.ok(frames > 0);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.picture), "on");
      assert.equal(await page.evaluate(() => document.documentElement.dir), code === "ar" ? "rtl" : "ltr");
      await clickOnPicture(page, "cell-C5-9");
      assert.deepEqual([(await state(page)).line, (await state(page)).goal], ["C5", "9"]);
      for (const wanted of expectedCell("C5", 9).targets) assert.ok((await page.locator("article").first().textContent()).includes(wanted));
      assert.equal(page.url(), `${address}?${code === "en" ? "" : `lang=${code}&`}line=C5&goal=9`);

      await page.locator("#view-awards").click();
      await settled(page);
      assert.equal((await stats(page)).dataset.awards, JSON.parse(readFileSync(join(process.env.SITE_FOLDER, `data/${code}.awards.json`))).awards.length);

      const other = code === "ar" ? "fr" : "ar";
      await page.locator(`#lang-${other}`).click();
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, other);
      await settled(page);
      assert.equal((await state(page)).lang, other);
      await page.goBack();
      await page.waitForFunction((wanted) => window.wsis.getState().lang === wanted, code);
      await settled(page);
      assertQuiet(page);
      await page.context().close();
    });
  }
}

test("a story is told from one file, with the picture, and its notes in a window of their own look as they should", async () => {
  const page = await openFile(SINGLE, "?lang=ar");
  await page.locator("#present-open").click();
  await page.getByRole("dialog").locator("li button").first().click();
  await page.waitForFunction(() => window.wsis.getState().step === "1");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.wsis.getState().step === "2");
  await settled(page);
  assert.equal(await page.evaluate(() => document.getElementById("canvas").width), 1280);
  const [story] = JSON.parse(readFileSync(join(process.env.SITE_FOLDER, "stories/ar.json")));
  assert.equal(await page.locator("#caption h2").textContent(), story.steps[1].title);
  const opening = page.waitForEvent("popup");
  await page.keyboard.press("n");
  const notes = await opening;
  await notes.waitForFunction((text) => document.body.textContent.includes(text), story.steps[1].notes);
  const font = (p) => p.evaluate(() => getComputedStyle(document.body).fontFamily);
  assert.equal(await font(notes), await font(page));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.wsis.getState().present === "0");
  assertQuiet(page);
});

test("one file shows the pages to read itself, and offers what it can keep", async () => {
  const page = await openFile(SINGLE, "?lang=fr");
  for (const name of ["about", "sources", "accessibility"]) {
    await page.locator(`#footer-${name}`).click();
    const wanted = readFileSync(join(folder, `fr/${name}.html`), "utf8").match(/<h1>(.*?)<\/h1>/)[1];
    assert.equal(await page.getByRole("dialog").getByRole("heading", { level: 1 }).textContent(), wanted);
    await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();
    await page.waitForFunction(() => !document.querySelector("dialog"));
    assert.equal(await page.evaluate(() => document.activeElement.id), `footer-${name}`);
  }
  assert.equal(await page.locator("#offline-keep").isVisible(), false, "it is offline already");
  assert.equal(page.url(), `${SINGLE}?lang=fr`);
  await page.evaluate(() => window.wsis.command("read", { page: "about" }));
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.wsis.setState({ share: 1, line: "C5" }));
  assert.equal(await page.locator("#panel-share blockquote").first().textContent(), `${SINGLE}?lang=fr&line=C5`);
  assert.equal(await page.locator("#share-builder").isVisible(), false, "it does not carry that page");
  assert.equal(await page.locator("#save-dataset").count(), 0, "nor the dataset");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save-picture-png1").click()]);
  assert.equal(readFileSync(await download.path()).subarray(1, 4).toString(), "PNG");
  assertQuiet(page);
});

test("a connection that asks to be spared gets all of it: nothing is loaded", async () => {
  const page = await openFile(SINGLE, "?line=C5", { routes: (p) => p.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })) });
  assert.equal(page.url(), `${SINGLE}?line=C5`);
  assert.ok((await stats(page)).frames > 0);
});

test("its policy allows no other script and no network", async () => {
  const policy = readFileSync(single, "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.match(policy, /^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+' 'wasm-unsafe-eval'; style-src 'sha256-\S+'; img-src data: blob:;/);
  const page = await openFile(SINGLE);
  const [ran, fetched] = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    return [window.ran === true, await fetch("http://127.0.0.1:9/").then(() => "answer", (error) => error.name)];
  });
  assert.deepEqual([ran, fetched], [false, "TypeError"]);
  assert.ok(page.problems.some((problem) => problem.includes("Content Security Policy")));
});

test("the folder's other pages lead to its explorer", async () => {
  const page = await openFile(FOLDER, "fr/index.html?line=C5");
  assert.equal(page.url(), `${FOLDER}index.html?line=C5&lang=fr`);
  assert.deepEqual([(await state(page)).lang, (await state(page)).line], ["fr", "C5"]);
  await page.locator("#footer-about").click();
  await page.waitForURL(`${FOLDER}fr/about.html`);
  await page.goto(`${FOLDER}ru/line-C5.html`);
  await page.locator('a[href*="index.html?"]').click();
  await page.waitForURL(/index\.html\?line=C5&lang=ru$/);
  await page.waitForFunction(() => window.wsis);
  await settled(page);
  assert.deepEqual([(await state(page)).lang, (await state(page)).line], ["ru", "C5"]);
  const framed = await openFile(FOLDER, "embed.html?goal=9");
  assert.deepEqual([(await state(framed)).goal, (await state(framed)).embed], ["9", "1"]);
});

test("a page of the text edition opens as a file without a complaint", async () => {
  const page = await openPage(handle, "zh/goal-9.html", { site: FOLDER, ready: false, routes: (p) => p.context().setOffline(true) });
  assert.ok(await page.evaluate(() => document.styleSheets.length === 1 && getComputedStyle(document.body).fontFamily.includes("Noto")));
  assertQuiet(page);
});

test("every link of every page leads to a file that is there", () => {
  const files = new Set(filesIn(folder));
  let seen = 0;
  for (const file of [...files].filter((name) => name.endsWith(".html"))) {
    const text = readFileSync(join(folder, file), "utf8").split('<script type="text/plain"')[0];
    for (const [, address] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|data:|#|\?)/.test(address)) continue;
      const path = join(dirname(file), address.split(/[?#]/)[0]);
      assert.ok(files.has(path), `${file} leads to ${address}`);
      seen += 1;
    }
  }
  assert.ok(seen > 10000);
  const alone = readFileSync(single, "utf8").replace(/<script.*?<\/script>/gs, "");
  for (const [, address] of alone.matchAll(/ (?:href|src)="([^"]*)"/g)) assert.match(address, /^(https?:|data:|#)/);
});

test("the sums are right, and packing again gives the same bytes", () => {
  const check = (place, expected) => {
    const lines = readFileSync(join(place, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
    assert.deepEqual(lines.map(([, name]) => name).sort(), expected);
    for (const [digest, name] of lines) assert.equal(sum(join(place, name)), digest, name);
  };
  check(folder, filesIn(folder).filter((name) => name !== "SHA256SUMS"));
  check(target, [`${NAME}.html`, `${NAME}.zip`].sort());
  for (const name of ["README.txt", "LICENSE", "NOTICE", "index-for-servers.html"]) assert.ok(existsSync(join(folder, name)), name);
  const held = execFileSync("python3", ["-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(z.namelist()))", join(target, `${NAME}.zip`)],
    { encoding: "utf8", maxBuffer: 1e8 }).trimEnd().split("\n");
  assert.deepEqual(held.sort(), filesIn(folder).map((name) => `${NAME}/${name}`).sort());
  const again = mkdtempSync(join(tmpdir(), "wsis-again-"));
  try {
    pack(again);
    assert.equal(readFileSync(join(again, "SHA256SUMS"), "utf8"), readFileSync(join(target, "SHA256SUMS"), "utf8"));
  } finally {
    rmSync(again, { recursive: true });
  }
  assert.ok(statSync(single).size < 3e6, `one file has ${statSync(single).size} bytes`);
});

test("with the address of the published site, shared links name it", async () => {
  const published = mkdtempSync(join(tmpdir(), "wsis-published-"));
  try {
    pack(published, "https://example.org/explorer/");
    const page = await openFile(pathToFileURL(join(published, `${NAME}.html`)).href, "?goal=9&share=1");
    const shared = (n) => page.locator("#panel-share blockquote").nth(n).textContent();
    assert.equal(await shared(0), "https://example.org/explorer/?lang=en&goal=9");
    assert.ok((await shared(1)).includes("https://example.org/explorer/embed.html?lang=en&amp;goal=9"));
    assertQuiet(page);
  } finally {
    rmSync(published, { recursive: true });
  }
});
