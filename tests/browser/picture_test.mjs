// The picture: pointing, pressing, keys, wheel, fingers, size and loss of its context.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clickOnPicture, frameAfterInput, openPage, placeOf, settled, state, stats, useBrowser } from "./support.mjs";

const handle = useBrowser();

const article = (page) => page.locator("article");

test("the first click draws the panel beside the matrix, and nothing but it appears on the page", async () => {
  const page = await openPage(handle);
  await clickOnPicture(page, "cell-C5-9");
  assert.ok((await placeOf(page, "panel-close")).x > 1000);
  const loose = await page.evaluate(() => [...document.getElementById("content").childNodes]
    .filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join(""));
  assert.equal(loose, "");
});

test("a click on a cell opens exactly its article, in the twin too", async () => {
  const page = await openPage(handle);
  for (const [key, title] of [["cell-C5-9", /C5 Trust and security × Goal 9/], ["cell-C11-17", /C11 .* × Goal 17/], ["cell-C7-ehea-3", /C7 E-health × Goal 3/]]) {
    await clickOnPicture(page, key);
    assert.match(await article(page).locator("h2").textContent(), title);
  }
  await clickOnPicture(page, "panel-close");
  assert.equal(await article(page).count(), 0);
});

test("headers open the line and the goal; the fold mark folds", async () => {
  const page = await openPage(handle);
  await clickOnPicture(page, "row-C5");
  assert.match(await article(page).textContent(), /ITU, sole facilitator/);
  await clickOnPicture(page, "col-4");
  assert.match(await article(page).locator("h2").textContent(), /Goal 4: Quality education/);
  await clickOnPicture(page, "row-C7-fold");
  assert.equal((await state(page)).fold, "C7");
});

test("the keyboard moves over the picture, opens and closes, and the page says where it is", async () => {
  const page = await openPage(handle);
  await page.locator("#stage").focus();
  await page.keyboard.press("Control+Home");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await frameAfterInput(page);
  assert.equal(await page.locator("#announcer").textContent(), "C5, Goal 2: no link");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await frameAfterInput(page);
  assert.equal((await state(page)).line, "C5");
  assert.equal((await state(page)).goal, "1");
  await page.keyboard.press("Escape");
  await frameAfterInput(page);
  assert.equal((await state(page)).line, "");
});

test("every cell of the picture can be reached by keys", async () => {
  const page = await openPage(handle);
  await page.locator("#stage").focus();
  await page.keyboard.press("Control+Home");
  const seen = new Set();
  for (let row = 0; row < 18; row += 1) {
    await page.keyboard.press("Home");
    for (let column = 0; column < 17; column += 1) {
      await frameAfterInput(page);
      seen.add(await page.locator("#announcer").textContent());
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("ArrowDown");
  }
  await frameAfterInput(page);
  assert.equal(seen.size, 306);
});

test("keys that belong to the browser stay with it", async () => {
  const page = await openPage(handle);
  await page.locator("#stage").focus();
  await page.evaluate(() => {
    window.prevented = [];
    window.addEventListener("keydown", (event) => {
      window.prevented.push([event.key, event.ctrlKey, event.defaultPrevented]);
      event.preventDefault(); // the test must not really reload or print
    });
  });
  for (const key of ["F5", "F11", "Control+f", "Control+r", "Control+p", "Control+c", "Control+v", "Alt+ArrowLeft", "Backspace", "Escape", "z"]) {
    await page.keyboard.press(key);
  }
  const taken = (await page.evaluate(() => window.prevented)).filter(([, , prevented]) => prevented);
  assert.deepEqual(taken, []);
});

test("Tab leaves the picture in both directions", async () => {
  const page = await openPage(handle);
  await page.locator("#stage").focus();
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "stage");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "stage");
  await page.keyboard.press("Shift+Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "stage");
});

test("typing into another field of the page arrives there", async () => {
  const page = await openPage(handle);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { id: "other" })));
  await page.locator("#other").focus();
  await page.keyboard.type("0+-hello there");
  assert.equal(await page.inputValue("#other"), "0+-hello there");
});

test("the wheel scrolls the page where the picture has nothing to scroll", async () => {
  const page = await openPage(handle);
  const { x, y } = await placeOf(page, "cell-C5-9");
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 100);
});

test("Ctrl and wheel zoom the targets around the pointer; dragging pans them", async () => {
  const page = await openPage(handle, "?level=target");
  const before = await placeOf(page, "cell-C5-9.c");
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down("Control");
  for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await frameAfterInput(page);
  const zoomed = await placeOf(page, "cell-C5-9.c");
  assert.ok(zoomed.width > 2.5 * before.width, `${zoomed.width} against ${before.width}`);
  assert.ok(Math.abs(zoomed.x - before.x) < zoomed.width, "what was pointed at stays there");
  await page.mouse.move(zoomed.x, zoomed.y);
  await page.mouse.down();
  await page.mouse.move(zoomed.x - 60, zoomed.y, { steps: 4 });
  await page.mouse.up();
  await frameAfterInput(page);
  const panned = await placeOf(page, "cell-C5-9.c");
  assert.ok(Math.abs(panned.x - (zoomed.x - 60)) <= 7, `${panned.x} against ${zoomed.x - 60}`);
  assert.equal((await state(page)).line, "", "a drag opens nothing");
});

test("one finger pans sideways, a tap opens", async () => {
  const page = await openPage(handle, "", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const client = await page.context().newCDPSession(page);
  const start = await placeOf(page, "cell-C4-8");
  const touch = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x: start.x, y: start.y }]);
  for (let step = 1; step <= 6; step += 1) await touch("touchMove", [{ x: start.x - 15 * step, y: start.y }]);
  await touch("touchEnd", []);
  await frameAfterInput(page);
  const moved = await placeOf(page, "cell-C4-8");
  assert.ok(start.x - moved.x > 50, `${moved.x} against ${start.x}`);
  const tapped = await placeOf(page, "cell-C4-12");
  await page.touchscreen.tap(tapped.x, tapped.y);
  await frameAfterInput(page);
  assert.equal((await state(page)).goal, "12");
});

test("the drawing buffer is exactly as large as its box when only the container changes", async () => {
  const page = await openPage(handle);
  await page.evaluate(() => { document.getElementById("stage").style.width = "611px"; });
  await frameAfterInput(page);
  const size = await page.evaluate(() => {
    const canvas = document.getElementById("canvas");
    return { width: canvas.width, css: canvas.getBoundingClientRect().width, ratio: devicePixelRatio };
  });
  assert.equal(size.width, Math.round(size.css * size.ratio));
});

test("idle means no frame: none over two seconds, and none for a pointer at rest", async () => {
  const page = await openPage(handle);
  const before = (await stats(page)).frames;
  assert.ok(before > 0);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  assert.equal((await stats(page)).frames, before);
});

test("the picture looks the same after its context was lost and restored", async () => {
  const page = await openPage(handle);
  const before = await page.locator("#canvas").screenshot();
  await page.evaluate(async () => {
    const canvas = document.getElementById("canvas");
    const extension = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    const seen = (name) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = seen("webglcontextlost");
    extension.loseContext();
    await lost;
    const restored = seen("webglcontextrestored");
    setTimeout(() => extension.restoreContext());
    await restored;
  });
  await settled(page);
  assert.ok(before.equals(await page.locator("#canvas").screenshot()));
  assert.deepEqual(page.problems.filter((text) => !/CONTEXT_LOST/.test(text)), []);
});
