// The matrix as text: as delivered, as the accessible twin, and by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedCell, lines, openPage, settled, state, useBrowser } from "./support.mjs";

const handle = useBrowser();

async function tableOf(page) {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll("main#content table tbody tr")].filter((row) => row.cells.length > 1);
    return rows.map((row) => ({ head: row.cells[0].textContent, scope: row.cells[0].scope, cells: [...row.cells].slice(1).map((c) => c.textContent) }));
  });
}

function assertMatrix(rows) {
  assert.equal(rows.length, 18);
  rows.forEach((row, r) => {
    assert.equal(row.scope, "row");
    assert.equal(row.cells.length, 17);
    row.cells.forEach((text, c) => assert.equal(text, expectedCell(lines[r].id, c + 1).text, `${lines[r].id}, goal ${c + 1}`));
  });
}

test("the page as delivered holds the whole matrix, without scripts", async () => {
  const page = await openPage(handle, "", { javaScriptEnabled: false, ready: false });
  assert.equal(await page.locator("h1").textContent(), "WSIS–SDG Explorer");
  assert.match(await page.locator("#matrix-summary").textContent(), /18 action lines by 17 goals: 124 of 306 cells/);
  const rows = await page.locator("main table tbody tr").evaluateAll((all) => all.filter((r) => r.cells.length > 1)
    .map((row) => ({ head: row.cells[0].textContent, scope: row.cells[0].scope, cells: [...row.cells].slice(1).map((c) => c.textContent) })));
  assertMatrix(rows);
  assert.equal(await page.locator("main table thead th[scope=col]").count(), 18);
});

test("without scripts a cell leads to a page with its rationale and the full text of its targets", async () => {
  const page = await openPage(handle, "", { javaScriptEnabled: false, ready: false });
  await page.getByRole("link", { name: /^C5, Goal 9:/ }).click();
  const article = page.locator("#panel-C5-9");
  assert.match(page.url(), /en\/line-C5\.html#panel-C5-9$/);
  assert.match(await article.textContent(), /Infrastructure managed through ICT must be secured/);
  assert.match(await article.textContent(), /Significantly increase access to information and communications technology/);
});

test("the accessible twin has the same 18 × 17 cells with row and column headers", async () => {
  const page = await openPage(handle);
  assertMatrix(await tableOf(page));
  assert.equal(await page.getAttribute("#matrix-table", "role"), "grid");
  assert.equal(await page.getAttribute("#canvas", "aria-hidden"), "true");
  await page.getByRole("link", { name: "C5, Goal 9: 2 targets, 9.1 and 9.c" }).waitFor();
  assert.deepEqual(page.problems, []);
});

test("the arrow keys reach every cell of the table from one tab stop", async () => {
  const page = await openPage(handle);
  const stops = await page.evaluate(() => document.querySelectorAll("#matrix-table [tabindex='0']").length);
  assert.equal(stops, 1);
  await page.evaluate(() => document.querySelector("#matrix-table [tabindex='0']").focus());
  await page.keyboard.press("Control+Home");
  const reached = new Set();
  const here = () => page.evaluate(() => document.activeElement.closest("td, th")?.id);
  for (let row = 0; row < 19; row += 1) {
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    for (let column = 0; column < 17; column += 1) {
      reached.add(await here());
      if (column < 16) await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Home");
    reached.add(await here());
    await page.keyboard.press("ArrowDown");
  }
  for (const line of lines) {
    assert.ok(reached.has(`row-${line.id}`), `row-${line.id}`);
    for (let goal = 1; goal <= 17; goal += 1) assert.ok(reached.has(`cell-${line.id}-${goal}`), `cell-${line.id}-${goal}`);
  }
});

test("Enter on a cell opens its article and moves the focus there; Escape closes it and returns", async () => {
  const page = await openPage(handle);
  const link = page.getByRole("link", { name: "C4, Goal 12: 4 targets, 12.7, 12.8, 12.a and 12.b" });
  await link.focus();
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal((await state(page)).line, "C4");
  assert.equal(await page.evaluate(() => document.activeElement.id), "panel-title");
  assert.match(await page.locator("article").first().textContent(), /Promote public procurement practices/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("article").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.closest("td")?.id), "cell-C4-12");
});

test("an empty cell says that it is a gap", async () => {
  const page = await openPage(handle, "?line=C11&goal=2");
  assert.match(await page.locator("article").textContent(), /names no link here/);
});

test("the focus in the table is drawn on the picture", async () => {
  const page = await openPage(handle);
  const before = await page.locator("#canvas").screenshot();
  await page.evaluate(() => document.querySelector("#cell-C2-9 a").focus({ preventScroll: true }));
  await settled(page);
  const after = await page.locator("#canvas").screenshot();
  assert.ok(!before.equals(after));
});

test("folding C7 leaves eleven rows that sum up its fields", async () => {
  const page = await openPage(handle);
  await page.getByRole("button", { name: "Fold the 8 fields of C7" }).press("Enter");
  const rows = await tableOf(page);
  assert.equal(rows.length, 11);
  assert.equal((await state(page)).fold, "C7");
});
