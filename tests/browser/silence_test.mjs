// What the page must not do: speak to anybody else, store anything, break the content security policy, complain.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOnPicture, openPage, settled, SITE, useBrowser } from "./support.mjs";

const handle = useBrowser();

test("no outside request, no console message, no cookie and no storage during a visit", async () => {
  const page = await openPage(handle);
  await clickOnPicture(page, "cell-C5-9");
  await page.getByRole("button", { name: "Targets" }).click();
  await page.getByRole("button", { name: "Similar together" }).click();
  await page.getByRole("button", { name: "High contrast" }).click();
  await settled(page);
  assert.deepEqual(page.outside, []);
  assert.deepEqual(page.problems, []);
  assert.deepEqual(await page.context().cookies(), []);
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(stored, [0, 0, 0, 0]);
});

test("the site is served under a policy that allows no inline script, no eval and no other host", async () => {
  const response = await fetch(SITE);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
});

test("the page works below any path of any static host", async () => {
  const page = await openPage(handle, "", { ready: false });
  const addresses = await page.evaluate(() => [...document.querySelectorAll("link[href], script[src], a[href]")]
    .map((e) => e.getAttribute("href") ?? e.getAttribute("src")));
  for (const address of addresses) assert.doesNotMatch(address, /^\//);
});
