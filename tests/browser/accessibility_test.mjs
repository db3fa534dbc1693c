// axe-core over the page and the text edition. What a machine can find; docs and people find the rest.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openPage, useBrowser } from "./support.mjs";

const handle = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((v) => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join("; ")}`);
}

for (const query of ["?lang=en&line=C5&goal=9", "?lang=ar&line=C5", "?lang=zh&goal=4&theme=dark", "?lang=fr&theme=contrast", "?lang=ru&level=target", "?lang=es&fold=C7&sort=similar",
  "?view=awards&q=health&year=2015", "?view=awards&award=2015-npl-fight-violence-against-women&theme=dark",
  "?lang=ar&view=awards&status=winner", "?metric=both&theme=contrast", "?view=awards&q=xqzzzwv"]) {
  test(`axe finds nothing at ${query}`, async () => {
    const page = await openPage(handle, query);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test("axe finds nothing in the text edition", async () => {
  for (const path of ["en/line-C5.html", "ar/goal-9.html"]) {
    const page = await openPage(handle, path, { ready: false });
    assert.deepEqual(await violations(page), [], path);
    await page.context().close();
  }
});
