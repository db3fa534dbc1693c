// Six languages: chosen, switched, whole, and in their own direction.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { clickOnPicture, openPage, placeOf, settled, state, useBrowser } from "./support.mjs";

const awardFolder = new URL("../../assets/data/awards/", import.meta.url);
const projectNames = readdirSync(awardFolder)
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, awardFolder))).awards.map((award) => award.project));

const handle = useBrowser();
const LANGUAGES = { ar: ["ar", "rtl"], zh: ["zh-Hans", "ltr"], en: ["en", "ltr"], fr: ["fr", "ltr"], ru: ["ru", "ltr"], es: ["es", "ltr"] };
const catalog = (code) => JSON.parse(readFileSync(new URL(`../../assets/i18n/${code}.json`, import.meta.url))).messages;

const htmlOf = (page) => page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

for (const [code, [tag, direction]] of Object.entries(LANGUAGES)) {
  test(`${code}: the whole page is in its language and direction, and what is not says so`, async () => {
    const page = await openPage(handle, `?lang=${code}&line=C5&goal=9`);
    assert.deepEqual(await htmlOf(page), { lang: tag, dir: direction });
    assert.equal(await page.locator("h1").textContent(), catalog(code)["site.title"]);
    assert.match(await page.title(), new RegExp(catalog(code)["site.title"].slice(-8)));
    // Text of another language stands in elements that name it.
    // Names of projects are names: no translation exists, and nobody says in which language they are.
    const foreign = await page.evaluate(([own, names]) => {
      const english = /\b(the|and|with|goal|line|target|links?)\b/i;
      const out = [];
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        if (names.includes(n.data)) continue;
        if (own !== "en" && english.test(n.data) && n.parentElement.closest("[lang]").lang !== "en") out.push(n.data);
        if (n.data.includes("⟦")) out.push(n.data);
      }
      return out;
    }, [code, projectNames]);
    assert.deepEqual(foreign, []);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(page.outside, []);
    await page.context().close();
  });
}

test("the language comes from the address, else from the browser, else it is English", async () => {
  for (const [locale, query, lang] of [["fr-FR", "", "fr"], ["fr-FR", "?lang=ru", "ru"], ["de-DE", "", "en"], ["ar-EG", "", "ar"], ["en-US", "?lang=xx", "en"]]) {
    const page = await openPage(handle, query, { locale });
    assert.equal((await htmlOf(page)).lang, LANGUAGES[lang][0], `${locale} ${query}`);
    await page.context().close();
  }
});

test("an unknown language is told", async () => {
  const page = await openPage(handle, "?lang=xx");
  assert.match(await page.locator("#notices").textContent(), /“xx”, which does not exist/);
});

test("switching keeps the state and does not reload the page", async () => {
  const page = await openPage(handle, "?line=C5&goal=9&sort=links");
  await page.evaluate(() => { window.stillHere = true; });
  await page.getByRole("link", { name: "Français" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "fr");
  await settled(page);
  assert.equal(await page.evaluate(() => window.stillHere), true);
  const now = await state(page);
  assert.deepEqual([now.lang, now.line, now.goal, now.sort], ["fr", "C5", "9", "links"]);
  assert.equal(new URL(page.url()).searchParams.get("lang"), "fr");
  await clickOnPicture(page, "cell-C4-12");
  assert.match(await page.locator("article h2").textContent(), /Objectif 12/);
  await page.evaluate(() => window.wsis.setState({ lang: "ar" }));
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  await settled(page);
  await clickOnPicture(page, "cell-C5-9");
  assert.equal((await state(page)).goal, "9");
  assert.deepEqual(page.problems, []);
});

test("going back over a switch brings the old language back", async () => {
  const page = await openPage(handle, "?lang=es");
  await page.getByRole("link", { name: "Русский" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "ru");
  await settled(page);
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.lang === "es");
  await settled(page);
  assert.equal((await state(page)).lang, "es");
});

test("who prefers French and chooses English keeps English in every link", async () => {
  const page = await openPage(handle, "?lang=en", { locale: "fr-FR" });
  await clickOnPicture(page, "cell-C5-9");
  assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
  assert.match(await page.locator("#cell-C4-12 a").getAttribute("href"), /lang=en/);
});

test("Arabic mirrors the picture: the first goal on the right, the panel on the left, arrows turned round", async () => {
  const page = await openPage(handle, "?lang=ar");
  const first = await placeOf(page, "col-1");
  const last = await placeOf(page, "col-17");
  assert.ok(first.x > last.x);
  assert.ok((await placeOf(page, "row-C5")).x > first.x);
  await clickOnPicture(page, "cell-C5-9");
  assert.equal((await state(page)).goal, "9");
  assert.ok((await placeOf(page, "panel-close")).x < 640);
  await page.locator("#stage").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await settled(page);
  await page.waitForFunction(() => window.wsis.getState().goal === "10");
});

test("in Arabic a target's number keeps its order: an isolate stands round it", async () => {
  const page = await openPage(handle, "?lang=ar");
  assert.match(await page.locator("#cell-C5-9 a").getAttribute("aria-label"), /\u20669\.c\u2069/);
});

test("without scripts each language has its own pages, linked with each other", async () => {
  const page = await openPage(handle, "ar/line-C5.html", { javaScriptEnabled: false, ready: false });
  assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  assert.equal(await page.locator("a[hreflang='fr']").getAttribute("href"), "../fr/line-C5.html");
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL(/zh\/line-C5\.html$/);
  assert.match(await page.locator("#panel-C5-9").textContent(), /网络威胁/);
});

test("the page in its own folder runs the program in that language", async () => {
  const page = await openPage(handle, "fr/index.html");
  assert.deepEqual(await htmlOf(page), { lang: "fr", dir: "ltr" });
  await clickOnPicture(page, "cell-C5-9");
  assert.match(await page.locator("article h2").textContent(), /Objectif 9/);
});

test("nothing runs out of its box at 320 px in any language", async () => {
  for (const code of Object.keys(LANGUAGES)) {
    const page = await openPage(handle, `?lang=${code}&line=C5&goal=9`, { viewport: { width: 320, height: 640 } });
    const wide = await page.evaluate(() => [...document.querySelectorAll("main *")]
      .filter((e) => {
        if (e.closest("#controls, #matrix, #stage, .visually-hidden")) return false; // these slide sideways on purpose
        const box = e.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline" && e.clientWidth > 0);
      }).map((e) => `${e.localName}#${e.id}.${e.className}: ${e.textContent.slice(0, 40)}`));
    assert.deepEqual(wide, [], code);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), code);
    await page.context().close();
  }
});

test("what no font of ours has is drawn by the browser's own: no empty box", async () => {
  const data = JSON.parse(readFileSync(new URL(`data/en.json`, `file://${process.env.SITE_FOLDER}/`)));
  data.lines[0].short.en = "日本 Ω 🌍";
  const page = await openPage(handle, "?lang=en", {
    routes: (p) => p.route("**/data/en.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(data) })),
  });
  const drawn = (await page.evaluate(() => window.wsis.stats())).browserGlyphs;
  assert.ok(drawn >= 4, `${drawn} glyphs`);
  assert.deepEqual(page.problems, []);
  const plain = await openPage(handle, "?lang=en");
  assert.equal((await plain.evaluate(() => window.wsis.stats())).browserGlyphs, 0, "our own texts need none");
});

test("texts that are 40 % longer stay in their boxes", async () => {
  const longer = (text) => text.replace(/\{[^}]*\}|[^{]+/g, (part) => (part.startsWith("{") ? part : `${part}${" ééé".repeat(Math.ceil(part.length / 10))}`));
  const messages = JSON.parse(readFileSync(new URL("i18n/en.json", `file://${process.env.SITE_FOLDER}/`)));
  for (const [key, value] of Object.entries(messages.messages)) {
    if (key.startsWith("list.") || key.startsWith("sign.") || key.startsWith("agency.")) continue;
    messages.messages[key] = typeof value === "string" ? longer(value)
      : Object.fromEntries(Object.entries(value).map(([form, text]) => [form, longer(text)]));
  }
  for (const width of [320, 1280]) {
    const page = await openPage(handle, "?lang=en&line=C5&goal=9", {
      viewport: { width, height: 800 },
      routes: (p) => p.route("**/i18n/en.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(messages) })),
    });
    assert.match(await page.locator("#controls").textContent(), / ééé/);
    const cut = await page.evaluate(() => [...document.querySelectorAll("button, h1, h2, h3, header p, .note")]
      .filter((e) => e.offsetParent && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2))
      .map((e) => e.textContent.slice(0, 40)));
    assert.deepEqual(cut, [], `at ${width}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width}`);
    await page.context().close();
  }
});
