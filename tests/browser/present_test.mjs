// Presenting: stories by the keys of a clicker, full size, overview, blanking, notes, languages, and the kiosk.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openPage, settled, state, stats, useBrowser } from "./support.mjs";

const handle = useBrowser();
const folder = new URL("../../assets/stories/", import.meta.url);
const stories = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder))));
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];
const captionOf = (page) => page.locator("#caption h2").textContent();
const atStep = (page, n) => page.waitForFunction((wanted) => window.wsis.getState().step === String(wanted), n);

async function press(page, key, step) {
  await page.keyboard.press(key);
  await atStep(page, step);
  await settled(page);
}

test("every step of every story shows a state that exists, in each language", async () => {
  for (const code of LANGUAGES) {
    const page = await openPage(handle, `?lang=${code}&view=awards`);
    for (const story of stories) {
      for (const [i, step] of story.steps.entries()) {
        await page.evaluate(([query, s, n]) => window.wsis.command("show", { ...Object.fromEntries(new URLSearchParams(query)), present: 1, story: s, step: n }), [step.state, story.id, i + 1]);
        await settled(page);
        await page.waitForFunction((title) => document.querySelector("#caption h2")?.textContent === title, step.title[code]);
        assert.equal(await page.locator("#notices").textContent(), "", `${story.id} ${i + 1}: ${step.state}`);
        const now = await state(page);
        for (const [key, value] of new URLSearchParams(step.state)) assert.equal(now[key], value, `${story.id} ${i + 1}`);
      }
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test("a clicker leads through a story, numbers jump, and Escape leaves", async () => {
  const page = await openPage(handle, "?theme=dark");
  await page.locator("#present-open").click();
  const story = stories.find((entry) => entry.id === "goal9");
  await page.getByRole("dialog").getByRole("button", { name: story.title.en }).click();
  await atStep(page, 1);
  assert.equal(await captionOf(page), story.steps[0].title.en);
  assert.equal((await state(page)).theme, "dark");
  for (const [key, step] of [["ArrowRight", 2], ["PageDown", 3], [" ", 4], ["ArrowLeft", 3], ["PageUp", 2], ["End", 7], ["ArrowRight", 7], ["Home", 1]]) await press(page, key, step);
  await page.keyboard.press("5");
  await press(page, "Enter", 5);
  assert.equal(await captionOf(page), story.steps[4].title.en);
  assert.equal((await state(page)).target, "9.c");
  await page.keyboard.press("b");
  assert.equal(await page.locator(".cover[data-colour=black]").count(), 1);
  await page.keyboard.press("w");
  assert.equal(await page.locator(".cover").getAttribute("data-colour"), "white");
  await page.keyboard.press("w");
  assert.equal(await page.locator(".cover").count(), 0);
  await page.keyboard.press("s");
  assert.ok(await page.evaluate(() => document.documentElement.hasAttribute("data-spotlight")));
  await page.keyboard.press("o");
  assert.equal(await page.getByRole("dialog").getByRole("button").count(), story.steps.length + 1);
  await page.getByRole("dialog").getByRole("button", { name: story.steps[1].title.en }).click();
  await atStep(page, 2);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.wsis.getState().present === "0");
  assert.equal(await page.locator("#caption").count(), 0);
  assert.ok(await page.locator("header").first().isVisible());
  assert.deepEqual(page.problems, []);
});

test("the picture stays the same one when a presentation begins and ends, and has its place again", async () => {
  const page = await openPage(handle, "?lang=ar");
  const above = () => page.evaluate(() => [getComputedStyle(document.documentElement).getPropertyValue("--above"), document.getElementById("canvas").clientWidth]);
  const before = await above();
  await page.evaluate(() => { window.canvasBefore = document.getElementById("canvas"); });
  const isSame = () => page.evaluate(() => window.canvasBefore.isConnected && window.canvasBefore.width === window.canvasBefore.clientWidth);
  // From the bare matrix to a goal with its article: what stands before the picture and what stands after it change at once.
  await page.evaluate(() => window.wsis.command("show", { goal: 9, present: 1, story: "goal9", step: 1 }));
  await page.locator("#caption h2").waitFor();
  await settled(page);
  assert.ok(await isSame());
  assert.equal(await page.locator("#matrix-table [tabindex='0']").count(), 1, "the table keeps its tab stop");
  const shown = (await stats(page)).frames;
  await press(page, "ArrowRight", 2);
  assert.ok((await stats(page)).frames > shown);
  await page.keyboard.press("Escape");
  await page.locator("#caption").waitFor({ state: "detached" });
  await page.evaluate(() => window.wsis.command("set", { goal: "", line: "" }));
  await settled(page);
  await page.waitForFunction((wanted) => getComputedStyle(document.documentElement).getPropertyValue("--above") === wanted, before[0]);
  assert.deepEqual(await above(), before);
  assert.ok(await isSame());
  assert.deepEqual(page.problems, []);
});

test("the notes stand in a window of their own and follow", async () => {
  const page = await openPage(handle, "?present=1&story=matrix&step=1");
  await page.locator("#caption h2").waitFor();
  const opening = page.waitForEvent("popup");
  await page.keyboard.press("n");
  const notes = await opening;
  const { steps } = stories.find((entry) => entry.id === "matrix");
  await notes.waitForFunction((text) => document.body.textContent.includes(text), steps[0].notes.en);
  await press(page, "ArrowRight", 2);
  await notes.waitForFunction((text) => document.body.textContent.includes(text), steps[1].notes.en);
  assert.match(await notes.locator("#time").textContent(), /^\d+:\d\d$/);
});

test("it is legible from the back row and nothing is cut, from a projector to 4K, in Arabic and Chinese too", async () => {
  for (const [width, height] of [[1024, 768], [1920, 1080], [3840, 2160]]) {
    for (const code of ["en", "ar", "zh"]) {
      const page = await openPage(handle, `?lang=${code}&present=1&story=matrix&step=1`, { viewport: { width, height } });
      await page.locator("#caption h2").waitFor();
      await settled(page);
      const seen = await page.evaluate(() => {
        const caption = document.getElementById("caption");
        const box = document.getElementById("stage").getBoundingClientRect();
        const row = (key) => window.wsis.itemRect(key);
        return { text: parseFloat(getComputedStyle(caption.querySelector("p")).fontSize), title: parseFloat(getComputedStyle(caption.querySelector("h2")).fontSize),
          clipped: caption.scrollHeight > caption.clientHeight + 1, meets: Math.abs(box.bottom - caption.getBoundingClientRect().top) < 2,
          last: row("row-C11"), height: box.height };
      });
      assert.ok(seen.title >= height / 30, `${width}: title of ${seen.title}`);
      assert.ok(seen.text >= height / 42, `${width}: text of ${seen.text}`);
      assert.ok(!seen.clipped && seen.meets);
      assert.ok(seen.last && seen.last.y + seen.last.height <= seen.height, `${code} ${width}: the last line is in sight`);
      assert.ok(seen.last.height >= height / 45, `a row is ${seen.last.height} high`);
      await page.context().close();
    }
  }
});

// WSIS_KIOSK_ROUNDS=1000 goes round a thousand times in a few minutes; the suite does so less often. The window is small and
// nothing glides, so that the time goes into rounds and not into drawing in software.
test("a kiosk goes round by itself without growing", async () => {
  const rounds = Number(process.env.WSIS_KIOSK_ROUNDS ?? 20);
  const page = await openPage(handle, "?kiosk=1", { routes: (p) => p.clock.install(), viewport: { width: 640, height: 400 }, reducedMotion: "reduce" });
  const { steps } = stories[0];
  await page.clock.runFor(1000);
  await atStep(page, 1);
  const session = await page.context().newCDPSession(page);
  const measure = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners, jsHeapUsedSize } = Object.fromEntries(
      Object.entries(await session.send("Memory.getDOMCounters")).concat([["jsHeapUsedSize", (await session.send("Runtime.getHeapUsage")).usedSize]]));
    return { nodes, jsEventListeners, jsHeapUsedSize, wasm: (await stats(page)).heapBytes };
  };
  const round = async () => {
    for (let i = 0; i < steps.length; i += 1) {
      const before = (await state(page)).step;
      await page.clock.runFor(20000);
      await page.waitForFunction((was) => window.wsis.getState().step !== was, before, { polling: 20 });
    }
  };
  await round();
  assert.equal((await state(page)).step, "1", "after the last step comes the first");
  await round();
  const first = await measure();
  for (let n = 2; n < rounds; n += 1) await round();
  const last = await measure();
  console.log(`# kiosk after 2 and ${rounds} rounds: ${JSON.stringify([first, last])}`);
  assert.equal(last.wasm, first.wasm);
  assert.ok(last.nodes <= first.nodes * 1.05 + 20, `${first.nodes} → ${last.nodes} nodes`);
  assert.ok(last.jsEventListeners <= first.jsEventListeners * 1.05 + 5, `${first.jsEventListeners} → ${last.jsEventListeners} listeners`);
  assert.ok(last.jsHeapUsedSize <= first.jsHeapUsedSize * 1.15, `${first.jsHeapUsedSize} → ${last.jsHeapUsedSize} bytes`);
  assert.deepEqual(page.problems, []);
});
