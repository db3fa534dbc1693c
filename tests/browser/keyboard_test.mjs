// A journey through every function with the keyboard alone, and the single letters.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, settled, state, useBrowser } from "./support.mjs";

const handle = useBrowser();
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.closest("[id]")?.id || document.activeElement.localName);

/** Tabs on until the element with this id has the focus; every stop on the way must be visible and marked. */
async function tabTo(page, id, key = "Tab") {
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return { id: element.id, name: element.localName, seen: box.width > 0 && box.height > 0 && style.visibility === "visible",
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
    });
    if (stop.name === "body") continue; // round the end of the document
    assert.ok(stop.seen, `a stop that nobody sees: ${stop.name}#${stop.id}`);
    assert.ok(stop.marked, `the focus is not marked on ${stop.name}#${stop.id}`);
    if (stop.id === id) return;
  }
  assert.fail(`Tab does not reach ${id}`);
}

async function press(page, key) {
  await page.keyboard.press(key);
  await settled(page);
}

test("every function is reached and works without a pointer", async () => {
  const page = await openPage(handle);
  // The matrix: another level, order and metric, a cell, its article, and back.
  await tabTo(page, "level-target");
  await press(page, "Enter");
  assert.equal((await state(page)).level, "target");
  assert.equal(await focused(page), "level-target", "the focus stays where it was");
  await tabTo(page, "level-goal", "Shift+Tab");
  await press(page, "Space");
  await tabTo(page, "metric-both");
  await press(page, "Enter");
  await tabTo(page, "sort-links");
  await press(page, "Enter");
  assert.equal((await state(page)).sort, "links");
  await tabTo(page, "theme-dark");
  await press(page, "Enter");
  assert.equal((await state(page)).theme, "dark");

  // The picture is one stop; arrows move in it, Enter opens, Escape closes, Tab leaves.
  await tabTo(page, "stage");
  await press(page, "ArrowDown");
  await press(page, "ArrowRight");
  await press(page, "Enter");
  const opened = await state(page);
  assert.ok(opened.line || opened.goal);
  await tabTo(page, "panel-close");
  await press(page, "Enter");
  assert.equal((await state(page)).line, "");

  // The table is one stop; the projects of a cell lead to the awards.
  await page.locator("#cell-C5-9 a").focus();
  await press(page, "Enter");
  assert.equal(await focused(page), "panel-title");
  await press(page, "Escape");
  assert.equal(await page.evaluate(() => document.activeElement.closest("td")?.id), "cell-C5-9");

  // The awards: search, a facet, a chip, the order, a card, its article, comparison.
  await tabTo(page, "view-awards");
  await press(page, "Enter");
  assert.equal((await state(page)).view, "awards");
  await tabTo(page, "search");
  await page.keyboard.type("health");
  await settled(page);
  assert.equal((await state(page)).q, "health");
  await page.keyboard.press("Control+A");
  await press(page, "Delete");
  await page.locator("#facet-year > summary").focus();
  await press(page, "Enter");
  await tabTo(page, "facet-year-2012");
  await press(page, "Space");
  await tabTo(page, "facet-year-2013");
  await press(page, "Space");
  assert.equal((await state(page)).year, "2012,2013");
  await tabTo(page, "compare-year", "Shift+Tab");
  await press(page, "Enter");
  assert.equal((await state(page)).compare, "year");
  await tabTo(page, "panel-close");
  await press(page, "Enter");
  await tabTo(page, "chip-year-2012");
  await press(page, "Enter");
  assert.equal((await state(page)).year, "2013");
  assert.notEqual(await focused(page), "body", "the focus is not lost with what had it");
  await tabTo(page, "awardsort-newest");
  await press(page, "Enter");
  assert.equal((await state(page)).sort, "newest");
  const card = await page.locator("#award-list a").first().getAttribute("id");
  await tabTo(page, card);
  await press(page, "Enter");
  assert.notEqual((await state(page)).award, "");
  assert.equal(await focused(page), "panel-title");

  // Another language, and the way back.
  await tabTo(page, "lang-fr", "Shift+Tab");
  await press(page, "Enter");
  assert.equal((await state(page)).lang, "fr");
  await page.goBack();
  await page.waitForFunction(() => window.wsis.getState().lang === "en");
  assert.deepEqual(page.problems, []);
});

test("letters lead about, are listed under ?, rest while one types, and can be switched off", async () => {
  const page = await openPage(handle);
  await press(page, "a");
  assert.equal((await state(page)).view, "awards");
  await press(page, "m");
  assert.equal((await state(page)).view, "matrix");
  await press(page, "l");
  assert.equal((await state(page)).level, "target");
  await press(page, "/");
  assert.equal(await focused(page), "search");
  await page.keyboard.type("ma");
  await settled(page);
  assert.deepEqual([(await state(page)).q, (await state(page)).view], ["ma", "awards"], "while typing they are letters");
  await page.locator("#view-matrix").focus();
  await press(page, "?");
  assert.equal(await page.locator("#panel-help").count(), 1);
  assert.match(await page.locator("#panel-help").textContent(), /search field/);
  await page.keyboard.press("Control+a");
  assert.equal((await state(page)).help, "1", "with Ctrl a letter is the browser's");
  await page.locator("#help-letters").focus();
  await press(page, "Enter");
  assert.equal((await state(page)).keys, "0");
  await press(page, "m");
  assert.equal((await state(page)).view, "awards");
  assert.deepEqual(page.problems, []);
});

test("on a keyboard without Latin letters the key's place counts", async () => {
  const page = await openPage(handle, "?lang=ru");
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ф", code: "KeyA", bubbles: true })));
  await settled(page);
  assert.equal((await state(page)).view, "awards");
});

test("inside a frame letters act only while the explorer has the focus, and Tab leaves it", async () => {
  const page = await openPage(handle, "", { ready: false, routes: (p) => p.route("**/host.html", (route) => route.fulfill({
    contentType: "text/html", body: '<!doctype html><title>Host</title><button id="before">before</button><iframe title="Explorer" src="/?embed=1" width="900" height="600"></iframe><button id="after">after</button>' })) });
  await page.goto(new URL("host.html", page.url()).href);
  const frame = page.frames()[1];
  await frame.waitForFunction(() => window.wsis);
  await frame.evaluate(() => window.wsis.idle());
  await page.locator("#before").focus();
  await page.keyboard.press("a");
  assert.equal((await frame.evaluate(() => window.wsis.getState())).view, "matrix");
  let inside = 0;
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press("Tab");
    const id = await page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    if (id === "iframe") inside += 1;
    if (id === "after") break;
    assert.ok(steps < 199, "Tab does not come out of the frame");
  }
  assert.ok(inside > 1);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("a");
  await frame.evaluate(() => window.wsis.idle());
  assert.equal((await frame.evaluate(() => window.wsis.getState())).view, "awards");
});
