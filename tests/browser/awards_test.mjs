// The awards: searching, facets, years, map, cards, the article, the way to the matrix and back, and a person's own file.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { clickOnPicture, frameAfterInput, openPage, placeOf, settled, state, stats, useBrowser } from "./support.mjs";

const handle = useBrowser();
const folder = new URL("../../assets/data/awards/", import.meta.url);
const awards = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(new URL(name, folder))).awards);
const links = JSON.parse(readFileSync(new URL("../../assets/data/links.json", import.meta.url))).links;
const count = (fits) => awards.filter(fits).length;
const found = async (page) => Number((await page.locator("#awards-status").textContent()).match(/^[\d,]+/)[0].replace(",", ""));

test("the awards come when they are wanted, not before", async () => {
  const asked = [];
  const page = await openPage(handle, "", { routes: (p) => p.on("request", (r) => asked.push(r.url())) });
  assert.ok(!asked.some((url) => url.includes(".awards.json")));
  await page.locator("#view-awards").click();
  await settled(page);
  assert.ok(asked.some((url) => url.includes("en.awards.json")));
  assert.equal(await found(page), awards.length);
  assert.equal((await stats(page)).dataset.awards, awards.length);
  assert.equal(new URL(page.url()).search, "?view=awards");
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.outside, []);
});

test("facets count what the data hold, given the other filters", async () => {
  const page = await openPage(handle, "?view=awards&year=2015");
  assert.equal(await found(page), count((a) => a.year === 2015));
  await clickOnPicture(page, "facet-status-winner");
  assert.equal((await state(page)).status, "winner");
  assert.equal(await found(page), count((a) => a.year === 2015 && a.status === "winner"));
  // The same as checkboxes, with counts: the year's own counts follow the status, not the year.
  assert.ok(await page.locator("#facet-year").evaluate((group) => group.open), "a group in force stands open");
  const label = page.locator("label", { has: page.locator("#facet-year-2012") });
  assert.equal(await label.locator(".quiet").textContent(), String(count((a) => a.year === 2012 && a.status === "winner")));
  await page.locator("#facet-year-2012").check();
  await settled(page);
  assert.equal((await state(page)).year, "2015,2012");
  assert.equal(await found(page), count((a) => [2012, 2015].includes(a.year) && a.status === "winner"));
  assert.ok(await page.locator("#facet-year-2012").isChecked());
  await page.evaluate(() => scrollTo(0, 0));
  await clickOnPicture(page, "chip-all");
  assert.equal(await found(page), awards.length);
  assert.ok(!(await page.locator("#facet-year-2012").isChecked()));
});

test("a goal finds the awards of the lines that the matrix links to it", async () => {
  const lines = new Set(links.filter((l) => l.goal === 14).map((l) => l.line));
  const page = await openPage(handle, "?view=awards&goal=14");
  assert.equal(await found(page), count((a) => lines.has(a.line) || a.goals?.includes(14)));
});

test("typing searches as one types, in place, and the address follows", async () => {
  const page = await openPage(handle, "?view=awards");
  await page.locator("#search").focus();
  await page.keyboard.type("telemedcine", { delay: 5 });
  await settled(page);
  assert.equal(await page.locator("#search").inputValue(), "telemedcine");
  assert.equal((await state(page)).q, "telemedcine");
  assert.match(await page.locator("#award-list").textContent(), /telemedicine/i);
  assert.ok(await page.locator("#award-list mark").count() > 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await page.locator("#search").fill("xqzzzwv");
  await settled(page);
  assert.match(await page.locator("#awards").textContent(), /No known project meets all of this/);
  await page.locator("#offers button").first().click();
  await settled(page);
  assert.equal(await found(page), awards.length);
});

test("everyday words lead into the matrix", async () => {
  const page = await openPage(handle, "?view=awards&q=cell%20phones");
  await page.locator("#topics button", { hasText: "Target 9.c" }).click();
  await settled(page);
  const now = await state(page);
  assert.equal(now.view, "matrix");
  assert.equal(now.target, "9.c");
});

test("a sweep over the years chooses them", async () => {
  const page = await openPage(handle, "?view=awards");
  const from = await placeOf(page, "facet-year-2018");
  const to = await placeOf(page, "facet-year-2020");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await frameAfterInput(page);
  assert.equal((await state(page)).year, "2018,2019,2020");
});

test("a square of the map filters by its country, its name by the region", async () => {
  const page = await openPage(handle, "?view=awards");
  await clickOnPicture(page, "map-KEN");
  assert.equal(await found(page), count((a) => a.country === "KEN"));
  await clickOnPicture(page, "map-KEN");
  await clickOnPicture(page, "map-africa");
  assert.equal((await state(page)).region, "africa");
});

test("cards open by mouse and by keyboard, and the article says what is known", async () => {
  const page = await openPage(handle, "?view=awards&year=2012&status=winner");
  await page.locator("#stage").focus();
  await page.keyboard.press("ArrowDown");
  await frameAfterInput(page);
  assert.notEqual(await page.locator("#announcer").textContent(), "");
  await page.keyboard.press("Enter");
  await frameAfterInput(page);
  const id = (await state(page)).award;
  const award = awards.find((a) => a.id === id);
  const text = await page.locator("article").textContent();
  assert.ok(text.includes(award.project ?? award.organisation));
  assert.match(text, /Derived from the matrix through the action line/);
  assert.equal(await page.locator("article a[href^=http]").count() >= award.sources.length, true);
  await page.keyboard.press("Escape");
  await frameAfterInput(page);
  assert.equal(await page.locator("article").count(), 0);
  await page.goBack();
  await settled(page);
  assert.equal((await state(page)).award, id);
});

test("the matrix shows awards in its cells, and its selection narrows the awards and back", async () => {
  const page = await openPage(handle, "?metric=awards");
  const ofLine = count((a) => a.line === "C5");
  assert.equal(await page.locator("#cell-C5-9").textContent(), String(ofLine));
  await clickOnPicture(page, "cell-C5-9");
  assert.match(await page.locator("article").textContent(), new RegExp(`${ofLine} known projects`));
  await page.locator("#view-awards").click();
  await settled(page);
  assert.deepEqual([(await state(page)).line, (await state(page)).goal], ["C5", "9"]);
  await page.locator("#view-matrix").click();
  await settled(page);
  assert.deepEqual([(await state(page)).line, (await state(page)).goal], ["C5", "9"]);
});

test("unknown values of the address are dropped with a notice", async () => {
  const page = await openPage(handle, "?view=awards&country=QQQ&award=no-such-award&status=best&metric=x");
  assert.equal(await found(page), awards.length);
  const notices = await page.locator("#notices").textContent();
  for (const value of ["QQQ", "no-such-award", "best"]) assert.ok(notices.includes(value), value);
});

test("a file of one's own joins the views, marked, with its faults, and leaves again", async () => {
  const page = await openPage(handle, "?view=awards");
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#local-open").click();
  await (await chooser).setFiles({ name: "mine.csv", mimeType: "text/csv",
    buffer: Buffer.from("project,country,year,line\nMy <b>own</b> project,KEN,2024,C5\n,KEN,2024,C5\n") });
  await page.locator("#local", { hasText: "1 project of your own was added" }).waitFor();
  assert.match(await page.locator("#local").textContent(), /mine\.csv, line 3, \/project: is missing/);
  await settled(page);
  assert.equal(await found(page), awards.length + 1);
  await page.evaluate(() => window.wsis.setState({ origin: "local" }));
  await settled(page);
  assert.match(await page.locator("#award-list").textContent(), /My <b>own<\/b> project/);
  assert.match(await page.locator("#award-list").textContent(), /Your own file/);
  assert.deepEqual(page.outside, []);
  await page.locator("#local-remove").click();
  await settled(page);
  assert.equal((await stats(page)).dataset.awards, awards.length);
});

test("15,000 projects of one's own are read in slices and can be stopped", async () => {
  const page = await openPage(handle, "?view=awards");
  await page.evaluate(() => {
    const rows = ["project,organisation,country,year,line,description"];
    for (let i = 0; i < 15000; i += 1) {
      rows.push(`Project ${i} for rural water,Ministry ${i % 97},KEN,${2004 + (i % 20)},C${1 + (i % 6)},"Sensors, number ${i}, watch the wells"`);
    }
    const transfer = new DataTransfer();
    transfer.items.add(new File([rows.join("\n")], "stocktaking.csv"));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
  });
  await page.locator("#local", { hasText: "15,000 projects of your own were added" }).waitFor();
  await page.evaluate(() => window.wsis.setState({ q: "project 14999" }));
  await settled(page);
  assert.match(await page.locator("#award-list").textContent(), /Project 14999 for rural water/);
});

test("two selections stand side by side, counted as the data have them", async () => {
  const page = await openPage(handle, "?view=awards&year=2012,2015");
  await clickOnPicture(page, "compare-year");
  assert.equal((await state(page)).compare, "year");
  const table = page.locator("#panel-compare table", { has: page.locator("caption", { hasText: "Status" }) });
  assert.deepEqual(await table.locator("thead th").allTextContents(), ["Status", "2012", "2015"]);
  const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((c) => c.textContent)));
  const winners = rows.find(([name]) => name === "Winner");
  const of = (year) => String(count((a) => a.year === year && a.status === "winner"));
  assert.deepEqual(winners.slice(1), [of(2012), of(2015)]);
  const opened = page.url();
  await page.locator("#panel-close").click();
  await settled(page);
  assert.equal(await page.locator("#panel-compare").count(), 0);
  assert.equal((await state(page)).year, "2012,2015");
  await page.goBack();
  await settled(page);
  assert.equal(page.url(), opened);
  assert.equal(await page.locator("#panel-compare").count(), 1);
  assert.deepEqual(page.problems, []);
});
