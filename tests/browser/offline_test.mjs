// Use without a network: only when it is asked for, whole, in every language, with stories; updates are offered, not forced.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, settled, SITE, state, useBrowser } from "./support.mjs";

const handle = useBrowser();
const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("nothing is stored before a person asks", async () => {
  const page = await openPage(handle);
  assert.equal(await registrations(page), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.ok(await page.locator("#offline-keep").isVisible());
  assert.equal(await page.locator("#offline-kept").isVisible(), false);
});

test("what was kept works with the network cut: other languages, the awards, a story", async () => {
  const page = await openPage(handle);
  await page.locator("#offline-keep").click();
  await page.locator("#offline-kept").waitFor({ state: "visible" });
  await page.context().setOffline(true);
  await page.goto(`${SITE}?lang=ar&line=C5&goal=9`);
  await settled(page);
  assert.deepEqual([(await state(page)).lang, (await state(page)).line], ["ar", "C5"]);
  assert.ok((await page.evaluate(() => window.wsis.stats())).frames > 0, "the picture is there too");
  await page.goto(`${SITE}fr/index.html?view=awards`);
  await settled(page);
  assert.match(await page.locator("#awards-status").textContent(), /580/);
  await page.goto(`${SITE}?lang=zh&present=1&story=prizes&step=1`);
  await page.locator("#caption h2").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.wsis.getState().step === "2");
  assert.ok(await page.evaluate(() => document.documentElement.hasAttribute("data-offline")));
});

test("a newer version is offered and taken over without losing the place", async () => {
  const worker = readFileSync(join(process.env.SITE_FOLDER, "sw.js"), "utf8");
  let version = "A";
  const page = await openPage(handle, "", { routes: (p) => p.context().route("**/sw.js", (route) => route.fulfill({
    contentType: "text/javascript", body: worker.replace(/VERSION = "[^"]*"/, `VERSION = "${version}"`) })) });
  await page.locator("#offline-keep").click();
  await page.locator("#offline-kept").waitFor({ state: "visible" });
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["wsis-explorer A"]);
  version = "B";
  await page.goto(`${SITE}?line=C3`);
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((r) => r.update()));
  await page.locator("#newer button").waitFor();
  assert.equal((await state(page)).line, "C3", "nothing changed by itself");
  await page.locator("#newer button").click();
  await page.waitForFunction(async () => (await caches.keys()).join() === "wsis-explorer B");
  await page.waitForFunction(() => window.wsis?.getState().line === "C3");
});

test("an embedded explorer offers no storage", async () => {
  const page = await openPage(handle, "embed.html");
  assert.equal(await page.locator("#offline-keep").isVisible(), false);
});
