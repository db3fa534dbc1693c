// What the browser tests share: one Chromium a file, pages that record what they must not do, and ways to point at things
// on the picture. No test sleeps: wsis.idle() tells when the page has come to rest.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const SITE = process.env.SITE_URL;
assert.ok(SITE, "run the browser tests by './dev test browser'");

const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--ignore-gpu-blocklist"];
const SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const NO_GL = ["--disable-gpu", "--disable-3d-apis"];

/** Opens a browser for the tests of a file. */
export function useBrowser({ webgl = true, flags = [] } = {}) {
  const handle = { browser: null };
  before(async () => {
    handle.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      args: [...FLAGS, ...(webgl ? SOFTWARE_GL : NO_GL), ...flags],
    });
  });
  after(() => handle.browser?.close());
  return handle;
}

/** A page that notes console errors and outside requests; `ready` waits until the explorer has come to rest. */
export async function openPage(handle, query = "", { ready = true, routes, site = SITE, ...options } = {}) {
  const context = await handle.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US", ...options });
  const page = await context.newPage();
  page.problems = [];
  page.outside = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.problems.push(message.text());
  });
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("blob:")) page.outside.push(request.url());
  });
  await routes?.(page);
  await page.goto(site + query);
  if (ready) await settled(page);
  return page;
}

export async function settled(page) {
  await page.evaluate(() => window.wsis.idle());
}

/** The middle of something on the picture, in page coordinates. */
export async function placeOf(page, key) {
  const place = await page.evaluate((k) => {
    const item = window.wsis.itemRect(k);
    const canvas = document.getElementById("canvas").getBoundingClientRect();
    return item && { x: canvas.x + item.x + item.width / 2, y: canvas.y + item.y + item.height / 2, ...{ width: item.width, height: item.height } };
  }, key);
  assert.ok(place, `${key} is not in sight on the picture`);
  return place;
}

export async function clickOnPicture(page, key) {
  const { x, y } = await placeOf(page, key);
  await page.mouse.click(x, y);
  await frameAfterInput(page);
}

/** Input reaches the program with the next frame. */
export async function frameAfterInput(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await settled(page);
}

export const state = (page) => page.evaluate(() => window.wsis.getState());
export const stats = (page) => page.evaluate(() => window.wsis.stats());

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url)));
export const links = read("assets/data/links.json").links;
export const lines = read("assets/data/action_lines.json").lines;

/** What a cell of the goal matrix must show, from the data themselves. */
export function expectedCell(line, goal) {
  const link = links.find((l) => l.line === line && l.goal === goal);
  if (!link) return { text: "–", targets: [] };
  const targets = [...new Set(link.parts.flatMap((part) => part.targets))];
  const whole = link.parts.some((part) => part.whole_goal);
  const count = targets.length ? String(targets.length) : "";
  const sign = whole ? (count ? "+G" : "G") : "";
  return { text: count + sign + (link.agreement === "partial" ? "*" : ""), targets };
}
