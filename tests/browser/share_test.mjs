// Sharing: a permanent link that shows exactly this view, embed code that works, citations, and files that can be read again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { links, openPage, settled, SITE, state, useBrowser } from "./support.mjs";

const handle = useBrowser();
const shared = (page, n) => page.locator("#panel-share blockquote").nth(n).textContent();

/** Cells of a CSV, quotes and line ends inside them included. */
function parse(csv) {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

async function saved(page, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#save-${what}`).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("the link shows exactly this view to anybody, and sharing closes back to it", async () => {
  const page = await openPage(handle, "?line=C5&goal=9&theme=dark");
  await page.locator("#share-open").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "panel-title");
  const link = await shared(page, 0);
  assert.equal(link, `${SITE}?lang=en&line=C5&goal=9&theme=dark`);
  const other = await openPage(handle, link.slice(SITE.length), { locale: "fr" });
  assert.deepEqual([(await state(other)).lang, (await state(other)).line], ["en", "C5"]);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#panel-C5-9").count(), 1, "what was open stays open");
  assert.deepEqual(page.problems, []);
});

test("the embed code is one frame with a title, and works", async () => {
  const page = await openPage(handle, "?lang=fr&view=awards&q=santé&share=1");
  const code = await shared(page, 1);
  const host = await openPage(handle, "", { ready: false, routes: (p) => p.route("**/host.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>Host</title>${code}` })) });
  await host.goto(`${SITE}host.html`);
  const frame = host.frames()[1];
  await frame.waitForFunction(() => window.wsis);
  await frame.evaluate(() => window.wsis.ready);
  const now = await frame.evaluate(() => window.wsis.getState());
  assert.deepEqual([now.lang, now.view, now.q, now.embed], ["fr", "awards", "santé", "1"]);
  assert.ok(await host.locator("iframe").getAttribute("title"));
});

test("the page that makes embed codes begins with the view that is shared", async () => {
  const page = await openPage(handle, "?lang=fr&line=C5&goal=9&share=1");
  await Promise.all([page.waitForURL("**/fr/builder.html?*"), page.locator("#share-builder").click()]);
  await page.waitForFunction(() => document.querySelector("iframe")?.src.includes("line=C5"));
  assert.match(await page.locator("iframe").getAttribute("src"), /line=C5.*goal=9/);
});

test("citations name title, version, date and address", async () => {
  const page = await openPage(handle, "?goal=9&share=1");
  const { version } = JSON.parse(readFileSync(new URL("../../assets/data/version.json", import.meta.url)));
  const today = new Date().toISOString().slice(0, 10);
  for (const n of [2, 3, 4]) {
    const text = await shared(page, n);
    for (const part of ["Goal 9", version, today, `${SITE}?lang=en&goal=9`]) assert.ok(text.includes(part), `${text}: ${part}`);
  }
  assert.match(await shared(page, 3), /^@misc\{[\w]+,\n[\s\S]*\n\}$/);
  assert.match(await shared(page, 4), /^TY  - ELEC\n[\s\S]*\nER  - $/);
});

test("the links saved as CSV and JSON are those of the data", async () => {
  const page = await openPage(handle, "?share=1");
  const csv = await saved(page, "links-csv");
  assert.match(csv.name, /^wsis-sdg-links-\d{4}-\d\d-\d\d\.csv$/);
  assert.ok(csv.text.startsWith("\uFEFFline,line_name,goal,"));
  const [head, ...rows] = parse(csv.text);
  assert.equal(rows.length, links.length);
  for (const row of rows) {
    assert.equal(row.length, head.length);
    const link = links.find((l) => l.line === row[0] && String(l.goal) === row[2]);
    assert.deepEqual(row[4].split(" ").filter(Boolean).sort(), [...new Set(link.parts.flatMap((p) => p.targets ?? []))].sort());
  }
  const json = JSON.parse((await saved(page, "links-json")).text);
  assert.equal(json.links.length, links.length);
});

test("projects saved are those found, and open again as files of one's own", async () => {
  const page = await openPage(handle, "?view=awards&year=2014&share=1");
  const found = Number((await page.locator("#awards-status").textContent()).match(/^\d+/)[0]);
  for (const what of ["projects-csv", "projects-json"]) {
    const file = await saved(page, what);
    const rows = what === "projects-csv" ? parse(file.text) : null;
    const projects = rows ? rows.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [rows[0][i], cell]))) : JSON.parse(file.text).awards;
    assert.equal(projects.length, found);
    assert.ok(projects.every((project) => project.sources?.length > 0), "every project says where it is from");
    const other = await openPage(handle, "?view=awards");
    // Ids are already taken by the published ones: a file of one's own has its own. A project without a name is refused.
    const own = rows ? file.text.replaceAll(/^2014-/gm, "own-") : file.text.replaceAll('"2014-', '"own-');
    const named = projects.filter((project) => project.project).length;
    const [chooser] = await Promise.all([other.waitForEvent("filechooser"), other.locator("#local-open").click()]);
    await chooser.setFiles({ name: file.name, mimeType: "text/plain", buffer: Buffer.from(own) });
    await other.waitForFunction((n) => window.wsis.stats().dataset.awards === n, 580 + named);
    await other.context().close();
  }
});
