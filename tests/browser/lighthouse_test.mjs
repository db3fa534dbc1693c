// Lighthouse's mobile profile on the built site. Scores of what it can see; its performance figure is printed for the page with
// the program, which here is drawn without a graphics card, and held only for the text edition.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { SITE } from "./support.mjs";

let chrome;
before(async () => {
  chrome = await launch({ chromePath: process.env.CHROMIUM,
    chromeFlags: ["--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
});
after(() => chrome?.kill());

for (const [path, performance] of [["", null], ["fr/line-C5.html", 95], ["ar/award/2015-npl-fight-violence-against-women.html", 95], ["zh/awards-2015.html", 95]]) {
  test(`Lighthouse: ${path || "the first page"}`, async (t) => {
    const { lhr } = await lighthouse(SITE + path, { port: chrome.port, logLevel: "error", output: "json" });
    const scores = Object.fromEntries(Object.values(lhr.categories).map((c) => [c.id, Math.round(c.score * 100)]));
    t.diagnostic(`${JSON.stringify(scores)} first text ${lhr.audits["first-contentful-paint"].displayValue}, blocking ${lhr.audits["total-blocking-time"].displayValue}`);
    const poor = Object.values(lhr.audits).filter((a) => a.score === 0).map((a) => a.id);
    for (const category of ["accessibility", "seo", "best-practices"]) assert.equal(scores[category], 100, `${category}: ${poor}`);
    if (performance) assert.ok(scores.performance >= performance, `performance ${scores.performance}`);
    assert.ok(lhr.audits["cumulative-layout-shift"].numericValue < 0.1, "the page moves about while it loads");
  });
}
