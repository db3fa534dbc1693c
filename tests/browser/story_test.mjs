// A story of one's own: made by the keyboard, edited, told, saved and opened again, shared as a link; what is broken says so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openPage, settled, SITE, state, useBrowser } from "./support.mjs";

const handle = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const example = readFileSync(new URL("../data/own_story.json", import.meta.url), "utf8");
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const bar = (page) => page.locator("#story-bar");
const inBar = (page, name) => bar(page).getByRole("button", { name, exact: true });
const dialog = (page) => page.getByRole("dialog").last();
const titles = (page) => page.locator(".steps summary span:last-child").allTextContents();
const captionOf = (page) => page.locator("#caption h2").textContent();
const told = (page) => page.waitForFunction(() => document.querySelector("#caption h2")?.textContent);

async function show(page, partial) {
  await page.evaluate((to) => window.wsis.setState({ view: "matrix", line: "", goal: "", target: "", ...to }), partial);
  await settled(page);
}

async function begin(page) {
  await page.locator("#present-open").click();
  await dialog(page).locator(".actions button").first().click();
  await bar(page).waitFor();
}

/** A story of the whole matrix, a cell and the awards. */
async function make(page, add = "Add this view as a step") {
  await begin(page);
  for (const view of [{}, { line: "C5", goal: 9 }, { view: "awards", q: "santé & eau" }]) {
    await show(page, view);
    await inBar(page, add).click();
  }
}

async function open(page, file, press) {
  const chooser = page.waitForEvent("filechooser");
  await press();
  await (await chooser).setFiles({ name: "story.json", mimeType: "application/json", buffer: Buffer.from(file) });
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), inBar(page, "Save as file").click()]);
  assert.match(download.suggestedFilename(), /^wsis-sdg-story-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await download.path(), "utf8");
}

async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // The matrix itself is looked at by accessibility_test.mjs.
  const result = await page.evaluate(() => window.axe.run({ include: [["html"]], exclude: [["#content"]] }, { resultTypes: ["violations"] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join("; ")}`);
}

test("a story is made, edited, put in order and told by the keyboard alone", async () => {
  const page = await openPage(handle);
  const focusOn = async (name) => {
    for (let i = 0; i < 200; i += 1) {
      const now = await page.evaluate(() => {
        const { activeElement: e } = document;
        return { name: e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent, seen: e.getBoundingClientRect().height > 0,
          covered: !e.closest("#story-bar, dialog") && e.getBoundingClientRect().top >= (document.getElementById("story-bar")?.getBoundingClientRect().top ?? Infinity) };
      });
      if (now.name.trim() === name) return assert.ok(now.seen && !now.covered, `${name} is not to be seen`);
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not reach ${name}`);
  };
  const press = async (name, key = "Enter") => {
    await focusOn(name);
    await page.keyboard.press(key);
    await settled(page);
  };
  await press("Present");
  await dialog(page).waitFor();
  await press("Make a story of your own");
  await bar(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add this view as a step");
  assert.ok(await inBar(page, "Present").isDisabled());
  await page.keyboard.press("Enter");
  await page.locator("#cell-C5-9 a").focus();
  await page.keyboard.press("Enter");
  await settled(page);
  await press("Add this view as a step", " ");
  assert.match(await bar(page).textContent(), /My story 2 steps/);

  await press("Steps …");
  await dialog(page).waitFor();
  await press("Name of the story", "Control+A");
  await page.keyboard.type("Trust & <b>security</b>");
  await press("1 WSIS–SDG Explorer");
  await press("Title", "Control+A");
  await page.keyboard.type("Everything");
  await press("What the audience reads");
  await page.keyboard.type("18 lines.");
  await press("Speaker’s notes");
  await page.keyboard.type("Slowly.");
  assert.deepEqual(await titles(page), ["Everything", "C5 × Goal 9"]);
  await focusOn("Move down");
  await page.keyboard.press("Enter");
  assert.deepEqual(await titles(page), ["C5 × Goal 9", "Everything"]);
  assert.match(await dialog(page).getByRole("status").textContent(), /“Everything” is now step 2 of 2/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Move up", "the focus stays with the step");
  await page.keyboard.press("Enter");
  assert.deepEqual(await titles(page), ["Everything", "C5 × Goal 9"]);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Steps …");

  await press("Present");
  await told(page);
  assert.equal(await captionOf(page), "Everything");
  assert.equal(await page.locator("#caption b").count(), 0);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.wsis.getState().step === "2");
  await settled(page);
  assert.equal((await state(page)).line, "C5");
  assert.equal(await page.evaluate(() => document.getElementById("canvas").width > 300), true, "the picture is still there");
  assert.ok(await bar(page).isHidden());
  const opening = page.waitForEvent("popup");
  await page.keyboard.press("n");
  const notes = await opening;
  await page.keyboard.press("Home");
  await notes.waitForFunction(() => document.body.textContent.includes("Slowly."));
  await page.keyboard.press("o");
  assert.equal(await dialog(page).locator("li button").count(), 2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.wsis.getState().present === "0");
  assert.ok(await bar(page).isVisible());
  assert.equal(new URL(page.url()).hash, "", "the story leaves the address when it ends");

  await press("Close");
  assert.match(await dialog(page).textContent(), /“Trust & <b>security<\/b>” has 2 steps and is not saved/);
  await page.keyboard.press("Escape");
  assert.equal(await bar(page).count(), 1, "nothing was thrown away");
  await press("Close");
  await press("Throw it away");
  assert.equal(await bar(page).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "present-open");
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.outside, []);
});

test("steps are shown, replaced, removed and brought back", async () => {
  const page = await openPage(handle);
  await make(page);
  await inBar(page, "Steps …").click();
  const steps = page.locator(".steps > li");
  await steps.nth(1).locator("summary").click();
  await steps.nth(1).getByRole("button", { name: "Remove" }).click();
  assert.deepEqual(await titles(page), ["WSIS–SDG Explorer", "Awards"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Undo");
  await page.keyboard.press("Escape");
  assert.match(await bar(page).textContent(), /2 steps/);
  await inBar(page, "Steps …").click();
  await dialog(page).getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await titles(page), ["WSIS–SDG Explorer", "C5 × Goal 9", "Awards"]);
  // An empty title is no title: the former one comes back.
  await steps.nth(2).locator("summary").click();
  await steps.nth(2).getByLabel("Title").fill("");
  await steps.nth(2).getByLabel("Title").blur();
  assert.equal(await steps.nth(2).getByLabel("Title").inputValue(), "Awards");
  await steps.nth(1).locator("summary").click();
  await steps.nth(1).getByRole("button", { name: "Show this view" }).click();
  await settled(page);
  assert.equal((await state(page)).line, "C5");
  await show(page, { goal: 4 });
  await inBar(page, "Steps …").click();
  await steps.nth(1).locator("summary").click();
  await steps.nth(1).getByRole("button", { name: "Replace by the present view" }).click();
  await page.keyboard.press("Escape");
  assert.deepEqual(JSON.parse(await saved(page)).steps.map((step) => step.state), ["", "goal=4", "view=awards&q=sant%C3%A9+%26+eau"]);
});

test("a file opened is the story that was saved, and settings are nobody's but the reader's", async () => {
  const page = await openPage(handle, "?theme=dark");
  await page.locator("#present-open").click();
  await open(page, example, () => dialog(page).getByRole("button", { name: "Open a story file" }).click());
  await bar(page).waitFor();
  const { $schema, ...plain } = JSON.parse(example);
  const file = await saved(page);
  assert.deepEqual(JSON.parse(file), plain);
  await inBar(page, "Close").click();
  assert.equal(await bar(page).count(), 0, "what is saved is closed without a question");
  await page.locator("#present-open").click();
  await open(page, file, () => dialog(page).getByRole("button", { name: "Open a story file" }).click());
  await bar(page).waitFor();
  assert.equal(await saved(page), file);
  await inBar(page, "Present").click();
  await told(page);
  assert.equal((await state(page)).theme, "dark");
  // A reload goes on: the address holds the story while it is told.
  await page.keyboard.press("End");
  await page.waitForFunction(() => window.wsis.getState().step === "3" && location.hash);
  await page.reload();
  await settled(page);
  await told(page);
  assert.equal(await captionOf(page), "Projects “through” the line");
  assert.equal((await state(page)).view, "awards");
  assert.deepEqual(page.problems, []);
});

test("another context shows by the link what was made, also where nothing can be unpacked", async () => {
  const link = async (routes) => {
    const page = await openPage(handle, "", { ...CLIPBOARD, routes });
    await make(page);
    await inBar(page, "Copy link").click();
    await page.locator(".flash", { hasText: "Link copied" }).waitFor();
    return { page, text: await copied(page) };
  };
  const packed = await link();
  const plain = await link((p) => p.addInitScript(() => { delete window.CompressionStream; }));
  assert.match(packed.text, /\?lang=en&present=1&story=own&step=1#story=[\w-]+$/);
  assert.match(plain.text, /#story=json\.[\w-]+$/);
  for (const { text } of [packed, plain]) {
    const other = await openPage(handle, text.slice(SITE.length), { locale: "fr" });
    await told(other);
    assert.equal(await captionOf(other), "WSIS–SDG Explorer");
    await other.keyboard.press("ArrowRight");
    await other.waitForFunction(() => window.wsis.getState().line === "C5");
    assert.match(other.url(), /#story=/, "the fragment stays while the story is told");
    await other.keyboard.press("End");
    await other.waitForFunction(() => window.wsis.getState().view === "awards");
    assert.equal((await state(other)).q, "santé & eau");
    await other.keyboard.press("Escape");
    await settled(other);
    await other.locator("#present-open").click();
    await dialog(other).getByRole("button", { name: "Go on with your story" }).click();
    assert.match(await bar(other).textContent(), /My story 3 steps/);
    assert.deepEqual([other.problems, other.outside], [[], []]);
    await other.context().close();
  }
  // The shortest form of a link names the step, not its view.
  const hash = packed.text.slice(packed.text.indexOf("#"));
  const short = await openPage(handle, `?present=1&story=own&step=2${hash}`);
  await short.waitForFunction(() => window.wsis.getState().line === "C5");
  assert.equal(await captionOf(short), "C5 × Goal 9");
  // An old browser is told so.
  const old = await openPage(handle, packed.text.slice(SITE.length), { routes: (p) => p.addInitScript(() => { delete window.DecompressionStream; }) });
  await dialog(old).waitFor();
  assert.match(await dialog(old).textContent(), /This browser cannot unpack the story/);
});

test("back and forward lead through a link's story while another one is made", async () => {
  const maker = await openPage(handle, "", CLIPBOARD);
  await make(maker);
  await inBar(maker, "Copy link").click();
  const link = await copied(maker);
  const page = await openPage(handle, link.slice(SITE.length));
  await told(page);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => window.wsis.getState().step === "2");
  await settled(page);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.wsis.getState().present === "0");
  await begin(page);
  await show(page, { goal: 17 });
  await inBar(page, "Add this view as a step").click();
  await page.goBack();
  await page.goBack();
  await told(page);
  assert.equal(await captionOf(page), "WSIS–SDG Explorer");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => window.wsis.getState().present === "0");
  assert.match(await bar(page).textContent(), /1 step/, "what was being made is still there");
});

test("a link that was cut or made up says so, and the explorer works on", async () => {
  for (const fragment of ["", "#story=dY5BCsJADEWv", "#story=%3Cimg%20src=x%3E"]) {
    const page = await openPage(handle, `?goal=9&present=1&story=own&step=1${fragment}`);
    await dialog(page).waitFor();
    assert.match(await dialog(page).textContent(), /no story that can be read: the link was cut or changed/);
    await page.keyboard.press("Escape");
    const now = await state(page);
    assert.deepEqual([now.present, now.story, now.goal], ["0", "", "9"]);
    assert.ok(await page.locator("header").first().isVisible());
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
  const unknown = await openPage(handle, "?present=1&story=nothing&step=1");
  await unknown.locator("#announcer", { hasText: "There is no story “nothing” here." }).waitFor({ state: "attached" });
  assert.equal((await state(unknown)).present, "0");
});

test("a file with faults: they are listed with their places, and the good steps are kept", async () => {
  const page = await openPage(handle);
  await make(page);
  const broken = JSON.parse(example);
  broken.colour = "red";
  broken.steps[1].title = "";
  broken.steps.push("<img src=x onerror=alert(1)>", { state: "nonsense=1&goal=99&goal=4", title: "What the core does not know" });
  const choose = () => inBar(page, "Open file").click();
  // Nothing is lost by a file that cannot be used.
  await open(page, '{"story": 1,\n "steps": [', choose);
  assert.match(await dialog(page).textContent(), /story\.json holds no story that could be read/);
  assert.match(await dialog(page).textContent(), /not valid JSON/);
  await page.keyboard.press("Escape");
  assert.match(await bar(page).textContent(), /3 steps/);
  await open(page, JSON.stringify(broken), choose);
  await dialog(page).getByRole("button", { name: "Throw it away" }).click();
  const text = await dialog(page).textContent();
  for (const part of ["3 steps were read.", "3 faults were found.", "/colour", "/steps/1/title", "/steps/3"]) assert.ok(text.includes(part), `${part}: ${text}`);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await inBar(page, "Present").click();
  await told(page);
  await page.keyboard.press("End");
  await page.waitForFunction(() => window.wsis.getState().step === "3");
  assert.equal((await state(page)).goal, "4", "what is unknown is dropped, the rest is shown");
  assert.match(await page.locator("#notices").textContent(), /nonsense/);
  assert.deepEqual(page.problems, []);
});

test("a story dropped on the page is opened; a file of projects is not taken for one", async () => {
  const page = await openPage(handle);
  const drop = (name, content) => page.evaluate(([file, body]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([body], file, { type: "application/json" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
  }, [name, content]);
  await drop("story.json", example);
  await bar(page).waitFor();
  assert.match(await bar(page).textContent(), /Trust & <b>security<\/b>, step by step 3 steps/);
  assert.equal((await state(page)).view, "matrix");
  await drop("mine.json", JSON.stringify({ awards: [{ id: "x", project: "Mine", year: 2024 }] }));
  await page.locator("#local", { hasText: "1 project of your own was added" }).waitFor();
  assert.match(await bar(page).textContent(), /3 steps/);
});

test("a story too long for a link says so and offers the file", async () => {
  const page = await openPage(handle, "", CLIPBOARD);
  let seed = 1;
  const noise = () => Array.from({ length: 3000 }, () => String.fromCharCode(0x4e00 + ((seed = (seed * 48271) % 2147483647) % 20000))).join("");
  const long = { ...JSON.parse(example), steps: [0, 1, 2].map((n) => ({ state: "", title: `Step ${n}`, text: "", notes: noise() })) };
  await page.locator("#present-open").click();
  await open(page, JSON.stringify(long), () => dialog(page).getByRole("button", { name: "Open a story file" }).click());
  await inBar(page, "Copy link").click();
  assert.match(await dialog(page).textContent(), /beyond 16,000, many programs cut it/);
  await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save as file" }).click()]);
  // Told it is all the same; only the address does not hold it.
  await inBar(page, "Present").click();
  await told(page);
  assert.equal(new URL(page.url()).hash, "");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("#caption h2").textContent === "Step 1");
});

test("in Arabic, and a story in another language than the page", async () => {
  const page = await openPage(handle, "?lang=ar", CLIPBOARD);
  await make(page, "إضافة هذا العرض كخطوة");
  assert.match(await bar(page).textContent(), /قصتي 3 خطوات/);
  assert.deepEqual(await violations(page), []);
  await inBar(page, "نسخ الرابط").click();
  const other = await openPage(handle, (await copied(page)).slice(SITE.length));
  await told(other);
  assert.equal(await other.evaluate(() => document.documentElement.dir), "rtl");
  const query = new URL(await copied(page));
  query.searchParams.set("lang", "en");
  const english = await openPage(handle, query.href.slice(SITE.length));
  await told(english);
  const words = await english.locator("#caption > div").first().evaluate((e) => [e.lang, e.dir]);
  assert.deepEqual(words, ["ar", "rtl"]);
  // The bar follows the page's language; the story stays.
  await page.evaluate(() => window.wsis.setState({ lang: "fr" }));
  await settled(page);
  await inBar(page, "Ajouter cette vue comme étape").waitFor();
  assert.match(await bar(page).textContent(), /قصتي 3 étapes/);
  assert.deepEqual(page.problems, []);
});

test("the bar and its dialogs fit 320 pixels, cover nothing and are accessible", async () => {
  for (const [theme, viewport] of [["light", { width: 320, height: 640 }], ["dark", { width: 1280, height: 800 }], ["contrast", { width: 360, height: 740 }]]) {
    const page = await openPage(handle, `?theme=${theme}`, { viewport });
    await page.evaluate(() => window.wsis.command("page", { do: "stories" }));
    await dialog(page).waitFor();
    assert.deepEqual(await violations(page), [], `${theme}: the stories`);
    await dialog(page).getByRole("button", { name: "Make a story of your own" }).click();
    await inBar(page, "Add this view as a step").click();
    await show(page, { goal: 9 });
    await inBar(page, "Add this view as a step").click();
    assert.deepEqual(await violations(page), [], `${theme}: the bar`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const under = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      const last = document.querySelector("footer").getBoundingClientRect();
      return last.bottom - document.getElementById("story-bar").getBoundingClientRect().top;
    });
    assert.ok(under <= 1, `${under} pixels of the page's end lie under the bar`);
    await inBar(page, "Steps …").click();
    await page.locator(".steps summary").first().click();
    assert.deepEqual(await violations(page), [], `${theme}: the steps`);
    assert.ok(await page.evaluate(() => { const d = document.querySelector("dialog"); return d.scrollWidth <= d.clientWidth; }));
    await page.context().close();
  }
});

test("the picture outlives a presentation", async () => {
  const page = await openPage(handle);
  const size = () => page.evaluate(() => [document.getElementById("canvas").height, document.getElementById("stage").clientHeight]);
  const before = await size();
  await page.locator("#present-open").click();
  await dialog(page).locator("li button").first().click();
  await told(page);
  await settled(page);
  assert.ok((await size())[0] > 300);
  await page.keyboard.press("Escape");
  await page.waitForFunction((height) => document.getElementById("canvas").height === height, before[0]);
  assert.deepEqual(await size(), before);
  assert.deepEqual(page.problems, []);
});
