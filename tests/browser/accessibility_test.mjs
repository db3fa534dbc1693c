// axe-core over every view, language, theme and width, and over the text edition. What a machine can find; docs and people
// find the rest.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openPage, settled, state, useBrowser } from "./support.mjs";

const handle = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];

// Everything that differs as text: the settings of a view, one after another on the same page.
const CLEAR = { view: "matrix", line: "", goal: "", target: "", award: "", q: "", year: "", compare: "", metric: "links", help: "", share: "" };
const VIEWS = {
  "the matrix": { sort: "similar" },
  "a cell": { line: "C5", goal: 9, metric: "both" },
  "a goal": { goal: 4 },
  "an action line": { line: "C7-ehea" },
  "the help": { help: 1 },
  "sharing": { share: 1 },
  "the awards": { view: "awards", q: "health", year: "2015" },
  "an award": { view: "awards", award: "2015-npl-fight-violence-against-women" },
  "a comparison": { view: "awards", year: "2012,2015", compare: "year" },
  "nothing found": { view: "awards", q: "xqzzzwv" },
};

async function violations(page, rules, exclude = []) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const result = await page.evaluate(([runOnly, left]) => window.axe.run({ include: [["html"]], exclude: left }, { resultTypes: ["violations"], runOnly }),
    [rules, exclude]);
  return result.violations.map((v) => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join("; ")}`);
}

// What depends on colours; everything else is the same in every theme.
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

async function checkViews(page, views, themes = []) {
  for (const [name, settings] of Object.entries(views)) {
    await page.evaluate((partial) => window.wsis.setState(partial), { ...CLEAR, ...settings });
    await settled(page);
    if (settings.award) assert.equal((await state(page)).award, settings.award);
    // The table of 306 cells is the same beside another article: it is looked at twice, not six times.
    const exclude = ["the matrix", "a cell"].includes(name) || settings.view ? [] : [["#matrix-table"]];
    assert.deepEqual(await violations(page, undefined, exclude), [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than the page`);
    for (const theme of themes) {
      await page.evaluate((to) => window.wsis.setState({ theme: to }), theme);
      await settled(page);
      assert.deepEqual(await violations(page, OF_COLOUR, exclude), [], `${name}, ${theme}`);
    }
    if (themes.length) await page.evaluate(() => window.wsis.setState({ theme: "light" }));
  }
}

for (const language of LANGUAGES) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing in any view in any theme: ${language}, ${width} pixels`, async () => {
      const page = await openPage(handle, `?lang=${language}&theme=light`, { viewport: { width, height: 800 } });
      await checkViews(page, VIEWS, ["dark", "contrast"]);
      await page.context().close();
    });
  }
}

test("axe finds nothing with the system's forced colours", async () => {
  const page = await openPage(handle, "", { forcedColors: "active" });
  await checkViews(page, VIEWS);
  await page.context().close();
});

test("axe finds nothing in the matrix of targets", async () => {
  const page = await openPage(handle, "?lang=ru&level=target");
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("axe finds nothing in the text edition", async () => {
  const kinds = ["line-C5", "goal-9", "awards", "awards-2014", "award/2015-npl-fight-violence-against-women", "about", "sources", "accessibility"];
  for (const [i, kind] of kinds.entries()) {
    for (const code of i < 2 ? LANGUAGES : ["en", LANGUAGES[i % 6]]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await openPage(handle, `${code}/${kind}.html`, { ready: false, colorScheme, viewport: { width: 320, height: 700 } });
        assert.deepEqual(await violations(page), [], `${code}/${kind}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${code}/${kind} is wider than the page`);
        await page.context().close();
      }
    }
  }
});

test("axe finds nothing in the text edition of who saves data", async () => {
  const page = await openPage(handle, "", { ready: false, routes: (p) => p.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  }) });
  await page.locator("#load-picture").waitFor();
  assert.deepEqual(await violations(page), []);
});

test("text twice as large loses nothing", async () => {
  for (const query of ["?lang=fr&line=C5&goal=9", "?lang=ar&view=awards", "?lang=ru&help=1"]) {
    for (const width of [640, 1280]) {
      const page = await openPage(handle, query, { viewport: { width, height: 900 }, routes: (p) => p.addInitScript(() => {
        // As a browser set to a font size of 32 pixels does.
        document.addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; });
      }) });
      const clipped = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) => {
        const style = getComputedStyle(element);
        return element.textContent.trim() !== "" && !element.closest(".visually-hidden, #matrix, option")
          && style.overflow === "hidden" && element.scrollWidth > element.clientWidth + 1;
      }).map((element) => element.id || element.className || element.localName));
      assert.deepEqual(clipped, [], query);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${query} at ${width}`);
      await page.context().close();
    }
  }
});

// What Chromium tells assistive technology, cut to headings, landmarks and what a person stops at.
async function spoken(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const KEPT = new Set(["main", "banner", "navigation", "region", "contentinfo", "article", "heading", "grid", "table", "application", "combobox", "searchbox", "group", "status", "DisclosureTriangle"]);
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value;
    const kept = !node.ignored && KEPT.has(role);
    const name = node.name?.value ?? "";
    if (kept && (name !== "" || role === "main")) lines.push(`${"  ".repeat(depth)}${role} ${name}`.trimEnd());
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), kept && role !== "heading" ? depth + 1 : depth);
  };
  walk(nodes[0], 0);
  return lines;
}

for (const [name, query, file] of [["the matrix with a cell open", "?line=C5&goal=9", "matrix"], ["the awards with one open", "?view=awards&award=2015-npl-fight-violence-against-women&year=2015", "awards"]]) {
  test(`assistive technology is told ${name} in this order`, async () => {
    const page = await openPage(handle, query);
    const reference = new URL(`references/${file}.spoken.txt`, import.meta.url);
    const told = await spoken(page);
    if (process.env.UPDATE_SCREENSHOTS) writeFileSync(reference, `${told.join("\n")}\n`);
    assert.deepEqual(told, readFileSync(reference, "utf8").trimEnd().split("\n"));
    const unnamed = await page.evaluate(() => [...document.querySelectorAll("main :is(a, button, input)")]
      .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length)).length);
    assert.equal(unnamed, 0);
  });
}
