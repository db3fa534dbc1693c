// Views saved as pictures and the whole dataset as a file: they are read again here, by other programs than ours.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { lines, links, openPage, SITE, useBrowser } from "./support.mjs";

const handle = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "wsis-"));

async function saved(page, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#save-${what}`).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/** Colours of points of a picture, as a browser that knows nothing of ours shows it. */
async function coloursAt(url, points) {
  const page = await handle.browser.newPage();
  const colours = await page.evaluate(async ([address, places]) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return { width: canvas.width, height: canvas.height, at: places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]) };
  }, [url, points]);
  await page.close();
  return colours;
}

const assets = new URL("../../assets/data/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("version.json", assets)));
const hex = ([r, g, b]) => `#${[r, g, b].map((n) => n.toString(16).padStart(2, "0")).join("")}`;
const number = (text) => Number.parseFloat(text);

/** The rectangles of an SVG with their fills. */
const rectangles = (svg) => [...svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" fill="(#\w+)"/g)]
  .map(([, x, y, width, height, fill]) => ({ x: number(x), y: number(y), width: number(width), height: number(height), fill }));

test("the picture has the colours of the canvas, cell by cell", async () => {
  const page = await openPage(handle, "?lang=en&theme=light");
  const shot = await page.screenshot();
  const inSight = [];
  for (const { line, goal } of links) {
    const place = await page.evaluate((key) => window.wsis.itemRect(key), `cell-${line}-${goal}`);
    if (place) inSight.push({ line, goal, place });
  }
  assert.ok(inSight.length > 100, `${inSight.length} cells`);
  const box = await page.locator("#canvas").boundingBox();
  // Beside the number, inside the edge that some cells have.
  const points = inSight.map(({ place }) => [Math.round(box.x + place.x + 7), Math.round(box.y + place.y + place.height / 2)]);
  const canvas = await coloursAt(`data:image/png;base64,${shot.toString("base64")}`, points);
  await page.locator("#share-open").click();
  const svg = readFileSync((await saved(page, "picture-svg")).path, "utf8");
  // Cells with a link stand row by row; nothing else has their height.
  const cells = rectangles(svg).filter((r) => r.height === 27);
  const inOrder = lines.flatMap((line) => Array.from({ length: 17 }, (_, i) => links.find((l) => l.line === line.id && l.goal === i + 1))).filter(Boolean);
  assert.equal(cells.length, inOrder.length);
  inSight.forEach(({ line, goal }, i) => {
    const at = inOrder.findIndex((l) => l.line === line && l.goal === goal);
    assert.equal(cells[at].fill, hex(canvas.at[i]), `${line} × ${goal}`);
  });
  assert.deepEqual(page.problems, []);
});

test("the SVG is well-formed, its texts are texts, and another program draws the same", async () => {
  for (const [query, name] of [["?lang=en&share=1", "Trust and security"], ["?lang=ar&line=C5&goal=9&share=1", "الثقة والأمن"], ["?lang=zh&view=awards&share=1", "信息社会世界峰会奖的项目"]]) {
    const page = await openPage(handle, query);
    const { path } = await saved(page, "picture-svg");
    const svg = readFileSync(path, "utf8");
    const wellFormed = await page.evaluate((text) => !new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror"), svg);
    assert.ok(wellFormed);
    assert.ok(svg.includes(name), `${name} stands as text`);
    assert.doesNotMatch(svg, /<script|<image|href=|style=|class=/);
    const [, width, height] = svg.match(/width="(\d+)" height="([\d.]+)"/);
    const png = join(folder, "other.png");
    execFileSync("rsvg-convert", ["-o", png, path]);
    const points = rectangles(svg).filter((r) => r.width > 12 && r.height > 12).slice(3, 40).map((r) => ({ ...r, at: [Math.round(r.x + 4), Math.round(r.y + 4)] }));
    const other = await coloursAt(`data:image/png;base64,${readFileSync(png).toString("base64")}`, points.map((p) => p.at));
    const ours = await coloursAt(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`, points.map((p) => p.at));
    assert.deepEqual([other.width, other.height], [Number(width), Math.ceil(Number(height))]);
    const differs = points.filter((p, i) => ours.at[i].some((c, k) => Math.abs(c - other.at[i][k]) > 8));
    assert.ok(differs.length <= points.length / 10, `${differs.length} of ${points.length} places differ`);
    await page.context().close();
  }
});

test("PNG comes at one to four times the size", async () => {
  const page = await openPage(handle, "?lang=ru&share=1");
  for (const scale of [1, 2, 4]) {
    const { name, path } = await saved(page, `picture-png${scale}`);
    assert.match(name, /^wsis-sdg-picture-\d{4}-\d\d-\d\d\.png$/);
    assert.equal(readFileSync(path).readUInt32BE(16), 1760 * scale);
  }
  assert.deepEqual(page.problems, []);
});

test("the code on the canvas and in the text can be photographed", async () => {
  for (const lang of ["en", "ar"]) {
    const page = await openPage(handle, `?lang=${lang}&line=C5&goal=9&share=1`);
    const read = (name) => execFileSync("zbarimg", ["-q", "--raw", name], { stdio: ["ignore", "pipe", "ignore"] }).toString().trim();
    const canvas = join(folder, "canvas.png");
    await page.screenshot({ path: canvas });
    assert.equal(read(canvas), `${SITE}?lang=${lang}&line=C5&goal=9`);
    const twin = join(folder, "twin.png");
    await page.locator("#share-code").scrollIntoViewIfNeeded();
    await page.locator("#share-code").screenshot({ path: twin });
    assert.equal(read(twin), `${SITE}?lang=${lang}&line=C5&goal=9`);
    assert.ok(await page.locator("#share-code").getAttribute("aria-label"));
    await page.context().close();
  }
});

test("the dataset is a ZIP with description, schemas, licences and tables", async () => {
  const page = await openPage(handle, "?lang=en&share=1");
  const address = await page.locator("#save-dataset").getAttribute("href");
  const answer = await page.request.get(address);
  const path = join(folder, "data.zip");
  writeFileSync(path, await answer.body());
  const python = (code) => execFileSync("python3", ["-c", code, path]).toString();
  const names = python("import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(z.namelist()))").trim().split("\n");
  for (const name of ["README.txt", "LICENSE", "NOTICE", "data/links.json", "data/awards/2015.json", "schema/links.schema.json", "tables/links.csv", "tables/projects.csv"]) {
    assert.ok(names.includes(name), name);
  }
  const rows = python("import sys,zipfile,io,csv; z=zipfile.ZipFile(sys.argv[1]); print(len(list(csv.reader(io.StringIO(z.read('tables/projects.csv').decode('utf-8-sig'))))))");
  const projects = readdirSync(new URL("awards/", assets)).reduce((n, name) => n + JSON.parse(readFileSync(new URL(`awards/${name}`, assets))).awards.length, 0);
  assert.equal(Number(rows), projects + 1);
});

test("an address that pins older data shows them and says that there are newer", async () => {
  const older = async (p) => {
    await p.route("**/data/versions.json", (route) => route.fulfill({ json: { newest: version, kept: [version, "2025-01-01"] } }));
    await p.route("**/data/2025-01-01/*.json", async (route) => {
      const name = route.request().url().replace("/2025-01-01", "");
      const data = await (await route.fetch({ url: name })).json();
      if (data.version) data.version = "2025-01-01";
      await route.fulfill({ json: data });
    });
  };
  const page = await openPage(handle, "?lang=en&data=2025-01-01&line=C5", { routes: older });
  assert.equal((await page.evaluate(() => window.wsis.stats().dataset)).version, "2025-01-01");
  assert.match(await page.locator("#notices").textContent(), /2025-01-01.*Newer data exist: /);
  assert.ok((await page.locator("#notices").textContent()).includes(version));
  await Promise.all([page.waitForNavigation(), page.locator("#data-newest").click()]);
  await page.evaluate(() => window.wsis.idle());
  const now = await page.evaluate(() => [window.wsis.stats().dataset.version, window.wsis.getState().line, location.search.includes("data=")]);
  assert.deepEqual(now, [version, "C5", false]);
});

test("every line of the matrix stands in the picture's text", async () => {
  const page = await openPage(handle, "?lang=en&share=1");
  const svg = readFileSync((await saved(page, "picture-svg")).path, "utf8");
  for (const line of lines) assert.ok(svg.includes(`>${line.short.en}<`), line.short.en);
});
