// The state in the URL: what is pasted opens, what is done is written, back and forward move.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOnPicture, openPage, settled, SITE, state, useBrowser } from "./support.mjs";

const handle = useBrowser();

test("a pasted URL opens exactly that view, and the page writes the same URL for it", async () => {
  const queries = ["?line=C5&goal=9", "?line=C7-ehea&target=3.8&level=target&sort=similar&theme=dark", "?goal=4&fold=C7",
    "?line=C7", "?sort=links&theme=contrast", ""];
  for (const query of queries) {
    const page = await openPage(handle, query);
    const before = await state(page);
    await page.evaluate((s) => { window.wsis.command("reset"); window.wsis.setState(s); }, before);
    assert.deepEqual(await state(page), before);
    const wanted = new URLSearchParams(query);
    const written = new URL(page.url()).searchParams;
    for (const [name, value] of wanted) assert.equal(written.get(name) ?? before[name], value, `${name} of ${query}`);
    await page.context().close();
  }
});

test("back and forward move between what was looked at", async () => {
  const page = await openPage(handle);
  await clickOnPicture(page, "cell-C5-9");
  await clickOnPicture(page, "cell-C4-12");
  await page.goBack();
  await settled(page);
  assert.equal((await state(page)).line, "C5");
  assert.match(await page.locator("article h2").textContent(), /^C5/);
  assert.match(await page.title(), /C5 × Goal 9/);
  await page.goBack();
  await settled(page);
  assert.equal((await state(page)).line, "");
  await page.goForward();
  await settled(page);
  assert.equal((await state(page)).goal, "9");
});

test("a setting of the same picture adds no step to the history", async () => {
  const page = await openPage(handle);
  const before = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(await page.evaluate(() => history.length), before);
  assert.equal(new URL(page.url()).search, "?theme=dark");
});

test("bad values are left out with a notice, and the rest of the URL counts", async () => {
  const page = await openPage(handle, "?line=C99&goal=9&colour=pink&target=<img src=x onerror=alert(1)>");
  const notices = await page.locator("#notices").textContent();
  assert.match(notices, /“C99”, which does not exist/);
  assert.match(notices, /“colour”, which this page does not know/);
  assert.match(notices, /<img src=x onerror/);
  assert.equal(await page.locator("#notices img").count(), 0);
  assert.equal((await state(page)).goal, "9");
  await page.getByRole("button", { name: "Dismiss" }).click();
  assert.equal(await page.locator("#notices p").count(), 0);
});

test("a link of the twin is the permanent address of what it opens", async () => {
  const page = await openPage(handle, "?sort=links");
  const href = await page.getByRole("link", { name: /^C5, Goal 9:/ }).getAttribute("href");
  assert.equal(new URL(href, SITE).search, "?line=C5&goal=9&sort=links");
});

test("the permanent address can be copied", async () => {
  const page = await openPage(handle, "?line=C5&goal=9", { permissions: ["clipboard-read", "clipboard-write"] });
  await clickOnPicture(page, "panel-copy");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${SITE}?line=C5&goal=9`);
  assert.equal(await page.locator("#announcer").textContent(), "Link copied.");
});
