// The page that makes embed codes: what is chosen or pasted there is what a host page's frame shows, whichever code it takes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, SITE, useBrowser } from "./support.mjs";

// The made-up host counts as a page of the open network, the local server does not: Chromium would keep them apart.
const handle = useBrowser({ flags: ["--disable-features=LocalNetworkAccessChecks"] });
const HOST = "http://host.example/";
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The preview comes from the same site: Chromium remarks that its sandbox keeps nothing from it. On other sites it does.
const problems = (page) => page.problems.filter((text) => !text.includes("can escape its sandboxing"));

async function open(path = "en/builder.html", options = {}) {
  const page = await openPage(handle, path, { ready: false, ...options });
  await page.locator("#builder-frame").waitFor();
  return page;
}

/** Opens the page without the frames of its preview: they take seconds. */
const openQuick = (path, options = {}) => open(path, { ...options, routes: async (page) => {
  await page.route("**/embed.html*", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>Preview</title><p>Preview</p>" }));
  await options.routes?.(page);
} });

const codes = (page) => page.evaluate(() => ["frame", "script"].map((form) => document.getElementById(`builder-${form}`).value));

/** Puts a code into a page of another site; gives the host and, once it has started, what the explorer in it shows. */
async function host(code, viewport = { width: 1000, height: 800 }) {
  const context = await handle.browser.newContext({ viewport });
  const page = await context.newPage();
  await page.route(`${HOST}**`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8",
    headers: { "Content-Security-Policy": `default-src 'none'; script-src ${SITE}; frame-src ${SITE}; style-src 'unsafe-inline'` },
    body: `<!doctype html><html lang="en"><title>Host</title><body>${code}</body></html>` }));
  await page.goto(HOST);
  await page.locator("iframe").waitFor();
  const frame = page.frames()[1];
  await frame.waitForFunction(() => window.wsis);
  await frame.evaluate(() => window.wsis.ready);
  return { page, shown: await frame.evaluate(() => window.wsis.getState()), notices: await frame.locator("#notices").textContent() };
}

const attributesOf = (page) => page.locator("iframe").evaluate((frame) =>
  Object.fromEntries(["src", "title", "sandbox", "allow", "loading"].map((name) => [name, frame.getAttribute(name)])));

async function paste(page, address) {
  await page.locator("#builder-address").fill(address);
  await page.locator("#builder-paste button").click();
  return page.locator("#builder-notice p").allTextContents();
}

test("what is chosen is what a frame on another site shows, by either code", async () => {
  const page = await openQuick();
  await page.getByLabel("View", { exact: true }).selectOption({ label: "Awards" });
  await page.getByLabel("Action line").selectOption({ label: "C7 E-health" });
  await page.getByLabel("Goal").selectOption({ label: "Goal 3 Good health and well-being" });
  await page.getByLabel("Year").selectOption("2014");
  await page.getByLabel("Status").selectOption({ label: "Winner" });
  await page.getByLabel("Country").selectOption({ label: "Kenya" });
  await page.locator("#builder-awardsort").selectOption({ label: "Newest" });
  await page.locator("#builder-lang").selectOption("fr");
  await page.getByLabel("Colours", { exact: true }).selectOption({ label: "Dark" });
  for (const label of ["Buttons for columns", "Places and search", "without its legend", "No single-letter"]) await page.getByLabel(label).check();
  const attributes = [];
  for (const code of await codes(page)) {
    const { page: other, shown, notices } = await host(code);
    assert.deepEqual([shown.lang, shown.view, shown.line, shown.goal, shown.year, shown.status, shown.sort, shown.theme, shown.country],
      ["fr", "awards", "C7-ehea", "3", "2014", "winner", "newest", "dark", "KEN"]);
    assert.deepEqual([shown.controls, shown.search, shown.plain, shown.keys, shown.embed], ["1", "1", "1", "0", "1"]);
    assert.equal(notices, "");
    attributes.push(await attributesOf(other));
    await other.context().close();
  }
  assert.deepEqual(attributes[0], { ...attributes[1], src: attributes[0].src }, "embed.js makes the same frame");
  assert.equal(attributes[0].title, "Explorateur SMSI–ODD");
  assert.deepEqual(problems(page), []);
});

test("names, searches and titles with quotes, signs and markup stay what they are", async () => {
  const page = await openQuick();
  const words = `"a" & <b> 'c' é 水 100% +1 </script>`;
  const title = `Le "tableau" & <i>plus</i>`;
  await page.getByLabel("View", { exact: true }).selectOption("awards");
  await page.getByLabel("Search words").fill(words);
  await page.getByLabel("Title of the frame").fill(title);
  for (const code of await codes(page)) {
    assert.equal(code.match(/</g).length, 2, "nothing in the code opens another element");
    const { page: other, shown } = await host(code);
    assert.equal(shown.q, words);
    assert.equal(await other.locator("iframe").getAttribute("title"), title);
    assert.equal(await other.locator("iframe").count(), 1);
    await other.context().close();
  }
  await page.waitForFunction(() => location.search.includes("q="));
  const again = await openQuick(page.url().slice(SITE.length));
  assert.deepEqual(await codes(again), await codes(page));
});

test("the frame's code has the form of the one in the panel to share", async () => {
  const explorer = await openPage(handle, "?lang=es&view=awards&q=santé (x)&year=2014,2015&share=1");
  const shared = await explorer.locator("#panel-share blockquote").nth(1).textContent();
  const page = await openQuick();
  await paste(page, await explorer.locator("#panel-share blockquote").nth(0).textContent());
  const title = await explorer.title();
  await page.getByLabel("Title of the frame").fill(title);
  assert.equal((await codes(page))[0], shared);
});

test("a pasted address fills the form; what has no field is kept, what does not exist is said", async () => {
  const page = await openQuick();
  const field = (name) => page.locator(`[name="${name}"]:visible`).first().inputValue();
  assert.deepEqual(await paste(page, `${SITE}?lang=ru&view=awards&line=C5,C7-ehea&year=2014,2015&country=KEN&q=health&sort=name&region=africa&target=3.8&share=1&theme=dark`),
    ["The choices are now those of the address."]);
  assert.deepEqual(await Promise.all(["view", "line", "year", "country", "q", "sort", "lang", "theme"].map(field)),
    ["awards", "C5,C7-ehea", "2014,2015", "KEN", "health", "name", "ru", "dark"]);
  assert.equal(await page.getByLabel("Year").evaluate((select) => select.selectedOptions[0].label), "2014, 2015");
  assert.deepEqual(await page.locator("#builder-kept code").allTextContents(), ["region=africa", "target=3.8"]);
  const [code] = await codes(page);
  assert.ok(code.includes("embed.html?lang=ru&amp;view=awards&amp;line=C5,C7-ehea&amp;target=3.8&amp;q=health&amp;year=2014,2015&amp;country=KEN&amp;region=africa&amp;sort=name&amp;theme=dark\""), code);

  // Each that was kept can be dropped; the focus stays among them.
  await page.getByRole("button", { name: "Drop “target”" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Drop “region”");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#builder-kept").isVisible(), false);
  assert.doesNotMatch((await codes(page))[0], /region|target/);

  // Lists of lines are nothing for the matrix.
  await page.getByLabel("View", { exact: true }).selectOption("matrix");
  assert.equal(await field("line"), "");

  assert.deepEqual(await paste(page, "https://elsewhere.example/x/?line=C99&goal=9&colour=red&year=1850&target=abc"), [
    "The choices are now those of the address.",
    "The address holds “colour”, which this page does not know. It was left out.",
    "The address asks for line “C99”, which does not exist. It was left out.",
    "The address asks for year “1850”, which does not exist. It was left out.",
    "The address asks for target “abc”, which does not exist. It was left out."]);
  assert.deepEqual([await field("line"), await field("goal"), await field("lang")], ["", "9", "ru"]);
  const before = await codes(page);
  for (const text of ["", "  ", "hello", "javascript:alert(1)", "https://elsewhere.example/page?id=3", "<b>&"]) {
    assert.deepEqual(await paste(page, text), ["This is no address of the explorer. Nothing was changed."], text);
    assert.deepEqual(await codes(page), before);
  }
  assert.deepEqual(problems(page), []);
});

test("addresses of frames and of the text edition say the same as the explorer's", async () => {
  const page = await openQuick();
  for (const [address, query] of [["embed.html?lang=fr&line=C5&controls=1", "lang=fr&line=C5&controls=1"], ["fr/line-C7-ehea.html", "lang=fr&line=C7-ehea"],
    ["zh/line-C5.html#panel-C5-9", "lang=zh&line=C5&goal=9"], ["ar/goal-9.html", "lang=ar&goal=9"], ["es/awards.html", "lang=es&view=awards"],
    ["es/awards-2014.html", "lang=es&view=awards&year=2014"], ["ru/award/2015-npl-fight-violence-against-women.html", "lang=ru&view=awards&award=2015-npl-fight-violence-against-women"],
    ["ru/index.html?goal=4", "lang=ru&goal=4"], ["?lang=en", "lang=en"], ["?q=x&help=1&level=target&target=9.c", "lang=en&target=9.c&q=x&level=target"]]) {
    await paste(page, SITE + address);
    assert.ok((await codes(page))[0].includes(`embed.html?${query.replaceAll("&", "&amp;")}"`), `${address}: ${(await codes(page))[0]}`);
  }
});

test("size: fixed or as high as the content, as wide as there is room or not", async () => {
  const page = await openQuick();
  await page.getByLabel("Height in pixels").fill("480");
  await page.getByLabel("as high as its content").uncheck();
  await page.getByLabel("All the width there is").uncheck();
  await page.getByLabel("Width in pixels").fill("500");
  for (const code of await codes(page)) {
    for (const width of [1000, 400]) {
      const { page: other } = await host(code, { width, height: 900 });
      const box = await other.locator("iframe").boundingBox();
      assert.deepEqual([Math.round(box.width), Math.round(box.height)], [Math.min(500, width - 16), 480], code);
      await other.context().close();
    }
  }
  const height = page.getByLabel("Height in pixels");
  await height.fill("50");
  assert.equal(await height.getAttribute("aria-invalid"), "true");
  assert.match((await codes(page))[0], / height="320" /);
  await height.press("Tab");
  assert.equal(await height.inputValue(), "320", "the field says what the code says");
  assert.equal(await height.getAttribute("aria-invalid"), null);
  await height.fill("");
  assert.match((await codes(page))[0], / height="600" /);
  await page.getByRole("button", { name: "Start again" }).click();
  const [frame, script] = await codes(page);
  assert.match(frame, /embed\.html\?lang=en" title="WSIS–SDG Explorer" loading="lazy" width="100%" height="600" style="border:0" /);
  assert.equal(script, `<script src="${SITE}embed.js" data-lang="en" async></script>`);
});

test("the choices live in the page's address and go along to other languages; nothing is stored", async () => {
  const page = await openQuick("en/builder.html?view=awards&line=C5&lang=fr&height=800&width=500&title=Mine&fit=0");
  const [frame, script] = await codes(page);
  assert.match(frame, /embed\.html\?lang=fr&amp;view=awards&amp;line=C5" title="Mine" loading="lazy" width="500" height="800"/);
  assert.match(script, /data-title="Mine" data-height="800" data-width="500" async/);
  await page.locator("#builder-lang").selectOption("auto");
  await page.getByLabel("Year").selectOption("2015");
  assert.match((await codes(page))[0], /embed\.html\?view=awards&amp;line=C5&amp;year=2015"/, "the visitor's language is not named");
  await page.waitForFunction(() => location.search.includes("year=2015") && location.search.includes("lang=auto"));
  await page.reload();
  assert.match((await codes(page))[0], /embed\.html\?view=awards&amp;line=C5&amp;year=2015" title="Mine"/);
  await page.waitForFunction(() => document.querySelector('a[hreflang="ar"]').search.includes("year=2015"));
  await page.locator('a[hreflang="ar"]').click();
  await page.waitForURL("**/ar/builder.html?*");
  assert.match((await codes(page))[0], /embed\.html\?view=awards&amp;line=C5&amp;year=2015" title="Mine"/);
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length]), [0, 0, 0]);
  assert.deepEqual([page.outside, problems(page)], [[], []]);
});

test("the preview shows the choices, keeps what is seen until the next is there, and follows the height", async () => {
  const page = await open("en/builder.html?line=C5&goal=9");
  const frame = page.locator("#builder-room iframe:not(.coming)");
  const shown = (wanted) => page.waitForFunction((query) => {
    const [only, ...more] = document.querySelectorAll("#builder-room iframe");
    return only && more.length === 0 && !document.querySelector("#builder-room [aria-busy]") && only.src.endsWith(query) && only.contentWindow.wsis;
  }, wanted);
  await page.locator("#builder-room").scrollIntoViewIfNeeded();
  await shown("?lang=en&line=C5&goal=9");
  assert.equal(await frame.getAttribute("sandbox"), (await codes(page))[0].match(/sandbox="([^"]*)"/)[1]);
  await page.getByRole("button", { name: "Phone, 360" }).click();
  assert.equal((await frame.boundingBox()).width, 360);
  await page.getByRole("button", { name: "Column, 640" }).click();
  assert.equal((await frame.boundingBox()).width, 640);
  await page.waitForFunction(() => {
    const box = document.querySelector("#builder-room iframe");
    const stage = box.contentDocument.getElementById("stage").getBoundingClientRect();
    return Math.abs(stage.bottom - box.getBoundingClientRect().height) <= 1 && box.contentDocument.documentElement.hasAttribute("data-auto");
  });
  await page.evaluate(() => { window.least = 1; new MutationObserver(() => { window.least = Math.min(window.least, document.querySelectorAll("#builder-room iframe:not(.coming)").length); }).observe(document.getElementById("builder-room"), { childList: true, subtree: true }); });
  await page.getByLabel("Goal").selectOption("4");
  await page.locator("#builder-room").scrollIntoViewIfNeeded();
  await shown("?lang=en&line=C5&goal=4");
  assert.equal(await page.evaluate(() => window.least), 1, "there was always one to be seen");
  await page.getByLabel("as high as its content").uncheck();
  await page.getByLabel("Height in pixels").fill("420");
  await page.locator("#builder-room").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelectorAll("#builder-room iframe").length === 1 && !document.querySelector("#builder-room iframe").contentDocument.documentElement.hasAttribute("data-auto"));
  assert.equal((await frame.boundingBox()).height, 420);
  assert.deepEqual(problems(page), []);
});

test("the codes are copied, or selected where the browser refuses", async () => {
  const page = await openQuick("en/builder.html?line=C5");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(SITE).origin });
  for (const [i, name] of ["A frame, without a script", "One line of script"].entries()) {
    await page.getByRole("button", { name: `Copy: ${name}` }).click();
    const said = page.locator(".copy").nth(i).getByRole("status");
    await page.waitForFunction((n) => document.querySelectorAll(".copy [role=status]")[n].textContent !== "", i);
    assert.equal(await said.textContent(), "Copied.");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await codes(page))[i]);
  }
  await page.getByLabel("Goal").selectOption("3");
  assert.equal(await page.locator(".copy [role=status]").first().textContent(), "", "the code is another one now");
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await page.getByRole("button", { name: "Copy: One line of script" }).click();
  await page.waitForFunction(() => document.activeElement.id === "builder-script");
  assert.match(await page.locator(".copy [role=status]").nth(1).textContent(), /selected/);
  assert.equal(await page.evaluate(() => { const { value, selectionStart, selectionEnd } = document.activeElement; return value.slice(selectionStart, selectionEnd); }), (await codes(page))[1]);
});

test("everything is done from the keyboard, in the order in which it is read", async () => {
  const page = await openQuick();
  await page.locator("#builder-address").focus();
  await page.keyboard.type("?view=awards&region=africa");
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#builder-notice").textContent(), /those of the address/);
  const stops = [];
  for (let i = 0; i < 30; ++i) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const { activeElement: at } = document;
      const style = getComputedStyle(at);
      return { name: at.id || (at.dataset.copies && `copies ${at.dataset.copies}`) || at.dataset.width || at.textContent, seen: style.outlineStyle !== "none" || at.localName === "iframe" };
    });
    assert.ok(stop.seen, `${stop.name} shows that it has the focus`);
    stops.push(stop.name);
    if (stop.name === "builder-script" && stops.includes("builder-frame")) break;
  }
  const expected = ["builder-view", "builder-line", "builder-goal", "builder-awardsort", "Drop “region”", "builder-words", "builder-year", "builder-country",
    "builder-status", "builder-lang", "builder-theme", "builder-controls", "builder-search", "builder-legend", "builder-keys", "builder-height", "builder-fit",
    "builder-all", "builder-name", "builder-again", "360", "640", "builder-frame", "copies builder-frame", "builder-script"];
  assert.deepEqual(stops.filter((name) => expected.includes(name)), expected);
  await page.locator("#builder-view").focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator("#builder-level").isVisible(), true);
  await page.locator("#builder-controls").focus();
  await page.keyboard.press("Space");
  assert.match((await codes(page))[1], /data-controls="1"/);
});

for (const [language, width, colorScheme] of [["en", 320, "light"], ["ar", 320, "dark"], ["en", 1280, "dark"], ["ar", 1280, "light"], ["zh", 320, "light"], ["ru", 320, "light"], ["fr", 320, "dark"], ["es", 320, "light"]]) {
  test(`axe finds nothing, and nothing is wider than the page: ${language}, ${width} pixels, ${colorScheme}`, async () => {
    const page = await openQuick(`${language}/builder.html?view=awards&region=africa&nonsense=1`, { viewport: { width, height: 800 }, colorScheme });
    await page.locator("#builder-kept button").waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run({ include: [["html"]], exclude: [["iframe"]] }, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(problems(page), []);
  });
}

test("in Arabic the page is mirrored, the codes are not", async () => {
  const page = await openQuick("ar/builder.html?target=9.c");
  const places = await page.evaluate(() => Object.fromEntries(["builder-tool", "builder-result"].map((id) => [id, document.getElementById(id).getBoundingClientRect().x])));
  assert.ok(places["builder-tool"] > places["builder-result"]);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, ...["#builder-frame", "#builder-address", "#builder-kept code"].map((s) => getComputedStyle(document.querySelector(s)).direction)]),
    ["rtl", "ltr", "ltr", "ltr"]);
  assert.match((await codes(page))[0], /embed\.html\?lang=ar&amp;target=9\.c" title="مستكشف/);
  const countries = await page.locator("#builder-country option").allTextContents();
  assert.deepEqual(countries.slice(1), countries.slice(1).toSorted(new Intl.Collator("ar").compare));
});

test("without scripts there are samples of both codes and the table, and no dead field", async () => {
  for (const code of LANGUAGES) {
    const page = await openPage(handle, `${code}/builder.html`, { ready: false, javaScriptEnabled: false });
    assert.deepEqual([await page.locator("#builder-tool").isVisible(), await page.locator("#builder-preview").isVisible(), await page.locator("button:visible").count()], [false, false, 0]);
    assert.match(await page.locator("#builder-frame").inputValue(), new RegExp(`^<iframe src="[^"]*embed\\.html\\?lang=${code}&amp;line=C5" title="[^"]+"`));
    assert.match(await page.locator("#builder-script").inputValue(), new RegExp(`^<script src="[^"]*embed\\.js" data-lang="${code}"`));
    assert.ok(await page.locator("tbody tr").count() > 15);
    await page.context().close();
  }
});

test("the page keeps to the strict policy: nothing inline", () => {
  for (const code of LANGUAGES) {
    const html = readFileSync(join(process.env.SITE_FOLDER, code, "builder.html"), "utf8");
    assert.doesNotMatch(html, / style="| on\w+="|<style|<script(?! type="module" src=)|\{\{/);
  }
});
