// What is left when something is missing: a readable page and one clear sentence.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openPage, settled, state, useBrowser } from "./support.mjs";

describe("without WebGL", () => {
  const handle = useBrowser({ webgl: false });

  test("the table works as the explorer, and a notice says why there is no picture", async () => {
    const page = await openPage(handle);
    assert.match(await page.locator("#text-only").textContent(), /cannot run here: this browser offers no WebGL 2/);
    assert.equal(await page.locator("#stage").isVisible(), false);
    await page.getByRole("link", { name: /^C5, Goal 9:/ }).click();
    await settled(page);
    assert.equal((await state(page)).goal, "9");
    assert.match(await page.locator("article").textContent(), /secured against cyberthreats/);
    await page.getByRole("button", { name: "Targets" }).click();
    assert.equal(await page.locator("#matrix-table tbody td").count(), 18 * 169);
  });
});

describe("with a broken program or data", () => {
  const handle = useBrowser();
  const failed = "#text-only:not([hidden])";
  const breaking = {
    "the program is missing": (page) => page.route("**/explorer.wasm", (route) => route.fulfill({ status: 404 })),
    "the program is corrupt": (page) => page.route("**/explorer.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "not wasm" })),
    "the data are missing": (page) => page.route("**/data/en.json", (route) => route.fulfill({ status: 500 })),
    "the data are empty": (page) => page.route("**/data/en.json", (route) => route.fulfill({ body: "" })),
    "the network is cut": (page) => page.route("**/app/explorer.js", (route) => route.abort()),
  };
  for (const [what, routes] of Object.entries(breaking)) {
    test(`${what}: the text stays and its links lead to plain pages`, async () => {
      const page = await openPage(handle, "", { ready: false, routes });
      if (what !== "the network is cut") await page.locator(failed).waitFor();
      assert.equal(await page.locator("#matrix-table tbody td").count(), 306);
      await page.getByRole("link", { name: /^C5, Goal 9:/ }).click();
      await page.waitForURL(/en\/line-C5\.html#panel-C5-9$/);
      assert.match(await page.locator("#panel-C5-9").textContent(), /secured against cyberthreats/);
    });
  }

  test("a bad record is left out with its place and reason, the rest works", async () => {
    const data = JSON.parse(readFileSync(join(process.env.SITE_FOLDER, "data/en.json"), "utf8"));
    data.links[0].goal = 99;
    const page = await openPage(handle, "", {
      routes: (p) => p.route("**/data/en.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(data) })),
    });
    assert.match(await page.locator("#notices").textContent(), /1 record .* data\/en\.json, line 1, \/links\/0\/goal: is outside 1 to 17/);
    assert.equal((await page.evaluate(() => window.wsis.stats())).dataset.links, 123);
    await page.getByRole("link", { name: /^C5, Goal 9:/ }).focus();
    await page.keyboard.press("Enter");
    assert.equal((await state(page)).goal, "9");
  });

  test("truncated data show what could be read and say where they end", async () => {
    const text = readFileSync(join(process.env.SITE_FOLDER, "data/en.json"), "utf8");
    const page = await openPage(handle, "", {
      routes: (p) => p.route("**/data/en.json", (route) => route.fulfill({ contentType: "application/json", body: text.slice(0, text.length - 9000) })),
    });
    assert.match(await page.locator("#notices").textContent(), /not valid JSON/);
    assert.equal(await page.locator("#matrix-table tbody td").count(), 306);
  });

  test("who has begun to read is not interrupted: the picture comes by a button", async () => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    const page = await openPage(handle, "", {
      ready: false,
      routes: (p) => p.route("**/explorer.wasm", async (route) => { await held; await route.continue(); }),
    });
    await page.evaluate(() => scrollTo(0, 300));
    release();
    const button = page.getByRole("button", { name: "Show the interactive picture" });
    await button.waitFor();
    assert.equal(await page.locator("#stage").isVisible(), false);
    assert.ok((await page.evaluate(() => scrollY)) > 200);
    await button.click();
    await settled(page);
    assert.equal(await page.locator("#stage").isVisible(), true);
  });
});
