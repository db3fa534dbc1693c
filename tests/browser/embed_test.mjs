// The explorer inside other people's pages: a strict host, several frames, sandboxes, messages, heights, manners.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, SITE, useBrowser } from "./support.mjs";

// The made-up host counts as a page of the open network, the local server does not: Chromium would keep them apart.
const handle = useBrowser({ flags: ["--disable-features=LocalNetworkAccessChecks"] });
const HOST = "http://host.example/"; // another origin, answered by the test

// A page of the host with a strict policy of its own; its scripts come as a file.
async function openHost(body, script = "", { policy = `default-src 'none'; script-src 'self' ${SITE}; frame-src ${SITE}`, viewport } = {}) {
  const context = await handle.browser.newContext({ viewport: viewport ?? { width: 1000, height: 800 } });
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) page.problems.push(message.text()); });
  page.on("pageerror", (error) => page.problems.push(error.message));
  await page.route(`${HOST}**`, (route) => (route.request().url().endsWith("host.js")
    ? route.fulfill({ contentType: "text/javascript", body: `window.heard = []; addEventListener("message", (e) => heard.push(e.data));\n${script}` })
    : route.fulfill({ contentType: "text/html", headers: { "Content-Security-Policy": policy },
      body: `<!doctype html><html lang="en"><title>Host</title><script src="host.js"></script><body>${body}` })));
  await page.goto(HOST);
  return page;
}

const heard = (page, type) => page.waitForFunction((wanted) => window.heard.find((m) => m?.source === "wsis-explorer" && m.type === wanted), type).then((h) => h.jsonValue());
const tell = (page, message, index = 0) => page.evaluate(([data, i]) => frames[i].postMessage(data, "*"), [message, index]);
const clear = (page) => page.evaluate(() => { window.heard.length = 0; });
const FRAME = `<iframe title="Explorer" src="${SITE}embed.html?line=C5&amp;goal=9" width="900" height="600"></iframe>`;

test("a frame says when it is ready, answers, changes by message and tells its changes", async () => {
  const page = await openHost(FRAME);
  const ready = await heard(page, "ready");
  assert.equal(ready.version, 1);
  assert.deepEqual([ready.state.line, ready.state.goal, ready.state.embed], ["C5", "9", "1"]);
  await tell(page, { target: "wsis-explorer", type: "ping", id: 7 });
  assert.equal((await heard(page, "pong")).id, 7);
  await clear(page);
  await tell(page, { target: "wsis-explorer", type: "setState", id: 8, state: { line: "C3", goal: "", embed: 0 } });
  const changed = await heard(page, "state");
  assert.equal(changed.id, 8);
  assert.deepEqual([changed.state.line, changed.state.goal, changed.state.embed], ["C3", "", "1"]);
  await clear(page);
  await page.frames()[1].locator("#panel-close").click();
  assert.equal((await heard(page, "state")).state.line, "");
  await clear(page);
  await tell(page, { target: "wsis-explorer", type: "getState", id: "x" });
  const answer = await heard(page, "state");
  assert.deepEqual([answer.id, answer.state.line], ["x", ""]);
  assert.deepEqual(page.problems, []);
});

test("messages that are no messages do nothing or are answered by an error", async () => {
  const page = await openHost(FRAME);
  const { state } = await heard(page, "ready");
  for (const message of ["", "hello", 5, null, [], { type: "setState", state: { line: "C1" } }, { target: "other", type: "ping" }]) await tell(page, message);
  for (const message of [{ type: "explode" }, { type: "setState" }, { type: "setState", state: "line=C1" }, { type: "setState", state: { line: { a: 1 } } },
    { type: "setState", state: { q: "x".repeat(5000) } }, { type: "ping", version: 2 }]) {
    await clear(page);
    await tell(page, { target: "wsis-explorer", ...message });
    assert.ok((await heard(page, "error")).message);
  }
  await clear(page);
  await tell(page, { target: "wsis-explorer", type: "getState" });
  assert.deepEqual((await heard(page, "state")).state, state);
});

test("only the page around it is listened to, and only from where it first spoke", async () => {
  const page = await openHost(`${FRAME}<iframe title="Other" src="${SITE}icon.svg"></iframe>`);
  await heard(page, "ready");
  await page.frames()[2].evaluate(() => parent.frames[0].postMessage({ target: "wsis-explorer", type: "setState", state: { line: "C1" } }, "*"));
  await clear(page);
  await tell(page, { target: "wsis-explorer", type: "getState" });
  assert.equal((await heard(page, "state")).state.line, "C5");
});

test("it works in a sandbox without an origin of its own, stores nothing and asks nobody else", async () => {
  const page = await openHost(`<iframe title="Explorer" sandbox="allow-scripts" src="${SITE}embed.html" width="600" height="500"></iframe>`);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await heard(page, "ready");
  await tell(page, { target: "wsis-explorer", type: "setState", state: { view: "awards", q: "health" } });
  assert.equal((await heard(page, "state")).state.q, "health");
  assert.ok(await page.frames()[1].evaluate(() => window.wsis.stats().frames > 0));
  assert.deepEqual(asked.filter((url) => !url.startsWith(SITE)), []);
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(page.problems, []);
});

test("the one-line script puts in a frame that is as high as its content", async () => {
  const page = await openHost(`<script src="${SITE}embed.js" data-line="C5" data-lang="fr" data-title="Le tableau"></script>`,
    'addEventListener("wsis", (e) => heard.push(e.detail), true);');
  await heard(page, "resize");
  const frame = page.locator("iframe");
  assert.equal(await frame.getAttribute("title"), "Le tableau");
  assert.match(await frame.getAttribute("src"), /embed\.html\?line=C5&lang=fr$/);
  for (const width of [1000, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction(async () => {
      const element = document.querySelector("iframe");
      await new Promise(requestAnimationFrame);
      return Math.abs(element.getBoundingClientRect().height - (window.heard.filter((m) => m.type === "resize").at(-1)?.height ?? 0)) < 1;
    });
    await page.frames()[1].waitForFunction(() => Math.abs(document.getElementById("stage").getBoundingClientRect().bottom - innerHeight) <= 1);
  }
  assert.deepEqual(page.problems, []);
});

test("hosts that speak Pym or (open-)iframe-resizer get their heights", async () => {
  const page = await openHost(`<iframe title="Explorer" src="${SITE}embed.html?initialWidth=900&amp;childId=box&amp;parentUrl=${HOST}" width="900" height="600"></iframe>`);
  await page.waitForFunction(() => window.heard.some((m) => /^pymxPYMxboxxPYMxheightxPYMx\d+$/.test(m)));
  assert.equal(await page.frames()[1].locator("#notices").textContent(), "");
  await tell(page, { type: "iframe-child-init" });
  await page.waitForFunction(() => window.heard.some((m) => m?.type === "iframe-resized" && m.height > 300));
  await tell(page, "[iFrameSizer]frame1:0:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::false");
  await page.waitForFunction(() => window.heard.some((m) => /^\[iFrameSizer\]frame1:\d+:\d+:resizeObserver$/.test(m)));
});

test("it takes neither focus, keys nor wheel before a person acts", async () => {
  const page = await openHost(`<button id="mine">mine</button>${FRAME}<p style="height:3000px">long</p>`, "", { policy: `default-src 'none'; script-src 'self'; frame-src ${SITE}; style-src 'unsafe-inline'` });
  await page.locator("#mine").focus();
  await heard(page, "ready");
  await page.frames()[1].evaluate(() => window.wsis.setState({ level: "target", line: "", goal: "" }));
  assert.equal(await page.evaluate(() => document.activeElement.id), "mine");
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 500);
  await page.waitForFunction(() => scrollY > 0);
  await page.keyboard.press("a");
  assert.equal((await page.frames()[1].evaluate(() => window.wsis.getState())).view, "matrix");
});

test("several frames on one page live side by side, and one far down waits until it is seen", async () => {
  const page = await openHost(`${FRAME}<iframe title="Two" src="${SITE}embed.html?view=awards" width="700" height="500"></iframe><div style="height:6000px"></div><iframe title="Three" src="${SITE}embed.html" width="700" height="500"></iframe>`, "",
    { policy: `default-src 'none'; script-src 'self'; frame-src ${SITE}; style-src 'unsafe-inline'` });
  await page.waitForFunction(() => window.heard.filter((m) => m?.type === "ready").length === 2);
  assert.equal(await page.frames()[3].evaluate(() => window.wsis.stats().frames), 0);
  await page.evaluate(() => scrollTo(0, 7000));
  await page.waitForFunction(() => window.heard.filter((m) => m?.type === "ready").length === 3);
});

test("it looks right at any fixed size from 320 by 400, with the parts that are asked for", async () => {
  for (const [width, height, query] of [[320, 400, ""], [700, 300, ""], [1000, 700, "?controls=1&search=1"], [600, 600, "?plain=1"]]) {
    const page = await openPage(handle, `embed.html${query}`, { viewport: { width, height } });
    const shown = await page.evaluate(() => {
      const seen = (id) => { const e = document.getElementById(id); return Boolean(e && e.getBoundingClientRect().height); };
      const stage = document.getElementById("stage").getBoundingClientRect();
      return { header: seen("header"), footer: seen("footer"), controls: seen("controls"), places: seen("places"), bottom: stage.bottom, wide: document.documentElement.scrollWidth };
    });
    const flags = query.includes("controls");
    assert.deepEqual([shown.header, shown.footer, shown.controls, shown.places], [false, false, flags, flags], query);
    assert.ok(shown.wide <= width);
    assert.ok(Math.abs(shown.bottom - Math.max(height, 240)) < 2, `${width}×${height}: ${shown.bottom}`);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});
