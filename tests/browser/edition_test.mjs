// The text edition as it lies on disk: every link leads somewhere, search engines and text browsers get what they need, and
// a dear connection is spared.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { openPage, settled, SITE, useBrowser } from "./support.mjs";

const handle = useBrowser();
const folder = process.env.SITE_FOLDER;
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
const indexed = pages.filter((page) => page !== "embed.html"); // which asks search engines to pass by
const unescape = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
const awardCount = readdirSync(new URL("../../assets/data/awards/", import.meta.url))
  .reduce((sum, name) => sum + JSON.parse(readFileSync(new URL(`../../assets/data/awards/${name}`, import.meta.url))).awards.length, 0);

test("each language has the same pages, and one for every project", () => {
  const of = (code) => pages.filter((page) => page.startsWith(`${code}/`) && page !== `${code}/index.html`).map((page) => page.slice(3));
  for (const code of LANGUAGES) assert.deepEqual(of(code), of("en"), code);
  assert.equal(of("en").filter((page) => page.startsWith("award/")).length, awardCount);
});

test("every link inside leads to a file and an anchor that exist", () => {
  const anchors = new Map();
  const anchorsOf = (page) => {
    if (!anchors.has(page)) anchors.set(page, new Set([...texts.get(page).matchAll(/ id="([^"]*)"/g)].map((m) => m[1])));
    return anchors.get(page);
  };
  const broken = [];
  for (const [page, text] of texts) {
    for (const [, raw] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const address = unescape(raw);
      if (/^(https?:)?\/\//.test(address)) continue;
      const [path, anchor] = address.split("?")[0].split("#");
      const target = path === "" ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(folder, target))) broken.push(`${page} → ${address}`);
      else if (anchor && texts.has(target) && !anchorsOf(target).has(anchor)) broken.push(`${page} → ${address}: no such anchor`);
    }
  }
  assert.deepEqual(broken.slice(0, 10), []);
});

test("the HTML is valid", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: {
    "long-title": "off", // a project's name is as long as it is
    "no-inline-style": "error", "void-style": "off", "no-trailing-whitespace": "off",
    "prefer-native-element": "off", "tel-non-breaking": "off",
  } });
  const sample = [...pages.filter((page) => !page.includes("/award/")), ...pages.filter((page, i) => page.includes("/award/") && i % 50 === 0)];
  const faults = [];
  for (const page of sample) {
    const report = await validator.validateString(texts.get(page), page);
    for (const message of report.results.flatMap((result) => result.messages)) faults.push(`${page}: ${message.ruleId}: ${message.message}`);
  }
  assert.deepEqual(faults.slice(0, 10), []);
});

test("machines read what each page is about", () => {
  assert.match(texts.get("embed.html"), /<meta name="robots" content="noindex">/);
  for (const page of indexed) {
    const text = texts.get(page);
    const json = text.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1];
    const expected = /\/award\/|\/line-|\/goal-/.test(page) ? "CreativeWork" : page.endsWith("index.html") ? "Dataset" : null;
    assert.equal(json ? JSON.parse(json)["@type"] : null, expected, page);
    assert.match(text, /<meta property="og:title" content="[^"]+">/, page);
    assert.match(text, /<meta name="description" content="[^"]+">/, page);
    for (const code of LANGUAGES) assert.match(text, new RegExp(`<a [^>]*hreflang="${code === "zh" ? "zh-Hans" : code}"`), page);
  }
});

test("the sitemap names every page once, with its other languages", () => {
  const sitemap = readFileSync(join(folder, "sitemap.xml"), "utf8");
  const named = [...sitemap.matchAll(/<loc>http:\/\/127\.0\.0\.1:8080\/([^<]*)<\/loc>/g)].map((m) => unescape(m[1])).sort();
  assert.deepEqual(named, indexed.map((page) => relative(".", page)).sort());
  assert.equal(sitemap.match(/hreflang="ar"/g).length, indexed.length);
});

test("a text browser shows the pages sensibly", () => {
  const dump = (page) => execFileSync("lynx", ["-dump", "-nolist", "-width=100", "-display_charset=utf-8", "-assume_charset=utf-8", join(folder, page)], { encoding: "utf8" });
  const line = dump("en/line-C5.html");
  for (const expected of [/C5: Building confidence and security in the use of ICTs/, /Linked to 9 goals/, /secured against cyberthreats/, /Infrastructure managed through ICT must be secured/]) assert.match(line, expected);
  const matrix = dump("index.html");
  assert.match(matrix, /C5 Trust and security/);
  const award = dump("ru/award/2015-npl-fight-violence-against-women.html");
  assert.match(award, /Fight Violence Against Women[\s\S]*YoungInnovations/);
  assert.match(dump("ar/goal-9.html"), /الهدف 9/);
});

test("the first text comes within 30 KB, and a project's page within 12", () => {
  const weight = (...files) => files.reduce((sum, file) => sum + statSync(join(folder, `${file}.br`)).size, 0);
  for (const code of LANGUAGES) {
    const page = code === "en" ? "index.html" : `${code}/index.html`;
    assert.ok(weight(page, "style.css", "app/language.js") < 30000, code);
  }
  for (const page of pages.filter((name) => name.includes("/award/"))) assert.ok(weight(page, "style.css") < 12000, page);
});

const spare = (page) => page.addInitScript(() => {
  Object.defineProperty(navigator, "connection", { value: { saveData: true, effectiveType: "4g" } });
});

test("who asks to save data gets text, and the picture by a button that names its size", async () => {
  const asked = [];
  const page = await openPage(handle, "", { ready: false, routes: async (p) => {
    await spare(p);
    p.on("request", (request) => asked.push(request.url().slice(SITE.length)));
  } });
  const button = page.locator("#load-picture");
  await button.waitFor();
  assert.match(await page.locator("#text-only").textContent(), /text edition/);
  assert.match(await button.textContent(), /\(\d{3} KB\)/);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked.filter((file) => /\.(wasm|json|ttf)$/.test(file)), []);
  assert.equal(await page.locator("#controls").isVisible(), false);
  await button.click();
  await page.evaluate(() => window.wsis.ready);
  await settled(page);
  assert.equal(await page.locator("#stage").isVisible(), true);
  assert.ok((await page.evaluate(() => window.wsis.stats())).frames > 0);
  assert.deepEqual(page.problems, []);
});

test("a permanent link leads who saves data to the page that says the same, in their language", async () => {
  for (const [query, path] of [["?lang=fr&line=C5&goal=9", "fr/line-C5.html"], ["?target=9.c", "en/goal-9.html"],
    ["?lang=ar&view=awards", "ar/awards.html"], ["?award=2015-npl-fight-violence-against-women", "en/award/2015-npl-fight-violence-against-women.html"],
    ["?lang=ru", "ru/index.html"], ["?lang=es&line=C99", "es/index.html"], ["?goal=99&lang=fr", "fr/index.html"]]) {
    const page = await openPage(handle, query, { ready: false, routes: spare });
    await page.waitForURL(SITE + path);
    await page.context().close();
  }
});

for (const [format, width] of [["A4", 794 - 98], ["Letter", 816 - 98]]) {
  test(`what is shown prints on ${format} without loss`, async () => {
    for (const query of ["", "?line=C5&goal=9&theme=dark", "?view=awards&year=2014", "?level=target"]) {
      const page = await openPage(handle, query);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width, height: 1000 });
      const { wide, ground, ink } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth,
        ground: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.querySelector("main p")).color }));
      assert.ok(wide <= width + 1, `${query}: ${wide} of ${width}`);
      assert.equal(ground, "rgb(255, 255, 255)");
      const [red] = ink.match(/\d+/g);
      assert.ok(Number(red) < 100, `${query}: dark ink on white, not ${ink}`);
      const pdf = await page.pdf({ format, printBackground: true });
      assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
      await page.context().close();
    }
  });
}
