// The picture against reference images, with a tolerance for other versions of the fonts. './dev test browser --update'
// writes them anew; look at them before you commit them.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { openPage, useBrowser } from "./support.mjs";

const handle = useBrowser();
const folder = new URL("references/", import.meta.url);
const MOST_DIFFERENT = 0.02; // share of the pixels

const views = {
  "matrix-1280": ["", { width: 1280, height: 800 }],
  "matrix-1920-dark": ["?theme=dark", { width: 1920, height: 1080 }],
  "matrix-360": ["", { width: 360, height: 740 }],
  "cell-1280": ["?line=C5&goal=9", { width: 1280, height: 800 }],
  "cell-360-contrast": ["?line=C4&goal=12&theme=contrast", { width: 360, height: 740 }],
  "targets-1280": ["?level=target&line=C8&target=9.c", { width: 1280, height: 800 }],
};
for (const lang of ["ar", "zh", "fr", "ru", "es"]) {
  views[`cell-1280-${lang}`] = [`?lang=${lang}&line=C5&goal=9`, { width: 1280, height: 800 }];
  views[`matrix-360-${lang}`] = [`?lang=${lang}`, { width: 360, height: 740 }];
}

for (const [name, [query, viewport]] of Object.entries(views)) {
  test(`${name} looks as it did`, async () => {
    const page = await openPage(handle, query, { viewport });
    const shot = await page.locator("#canvas").screenshot();
    const file = new URL(`${name}.png`, folder);
    if (process.env.UPDATE_SCREENSHOTS) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, shot);
      return;
    }
    assert.ok(existsSync(file), `there is no reference for ${name}: run './dev test browser --update' and look at it`);
    const reference = PNG.sync.read(readFileSync(file));
    const actual = PNG.sync.read(shot);
    assert.deepEqual([actual.width, actual.height], [reference.width, reference.height]);
    const different = pixelmatch(reference.data, actual.data, null, actual.width, actual.height, { threshold: 0.2 });
    const share = different / (actual.width * actual.height);
    assert.ok(share <= MOST_DIFFERENT, `${(100 * share).toFixed(2)} % of the pixels differ`);
  });
}
