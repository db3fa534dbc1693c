// The bench's own server: this folder, the repository's data, the peers' packages and the built site, on this machine only,
// with the headers that make a page cross-origin isolated (threads, exact clocks, memory measuring).

import { createServer } from "node:http";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDERS = {
  awards: HERE,
  assets: join(ROOT, "assets"),
  node_modules: join(HERE, "../node_modules"),
  site: process.env.SITE_FOLDER ?? join(ROOT, "build/site"),
};
const TYPES = { ".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm",
  ".html": "text/html; charset=utf-8", ".css": "text/css" };
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache" };

/** Where the page finds a package named in an import, as each package's own package.json says. */
const IMPORTS = {
  minisearch: "minisearch/dist/es/index.js",
  flexsearch: "flexsearch/dist/flexsearch.bundle.module.min.mjs",
  "@leeoniya/ufuzzy": "@leeoniya/ufuzzy/dist/uFuzzy.mjs",
  "@orama/orama": "@orama/orama/dist/browser/index.js",
  "@duckdb/duckdb-wasm": "@duckdb/duckdb-wasm/dist/duckdb-browser.mjs",
  "@perspective-dev/client": "@perspective-dev/client/dist/esm/perspective.js",
  "apache-arrow": "apache-arrow/Arrow.dom.mjs",
  flatbuffers: "flatbuffers/mjs/flatbuffers.js",
  tslib: "tslib/tslib.es6.mjs",
};

const ADDRESSES = Object.fromEntries(Object.entries(IMPORTS).map(([name, path]) => [name, `/node_modules/${path}`]));
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ imports: ADDRESSES })}</script>
<script type="module" src="/awards/page.mjs"></script></html>`;

/** The file that an address stands for, or null. */
function fileOf(path) {
  const [, folder, ...rest] = decodeURIComponent(path).split("/");
  if (!FOLDERS[folder]) return null;
  const base = normalize(FOLDERS[folder]).replace(/[\\/]$/, "");
  const file = normalize(join(base, ...rest));
  if (!file.startsWith(base + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** Opens the server; resolves to its address and a way to close it. */
export function openServer() {
  const server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    if (path === "/") {
      response.writeHead(200, { ...ISOLATED, "Content-Type": TYPES[".html"] });
      return response.end(PAGE);
    }
    const file = fileOf(path);
    if (!file) {
      response.writeHead(404, ISOLATED);
      return response.end("Not found\n");
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...ISOLATED, "Content-Type": type, "Content-Length": statSync(file).size });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({
      address: `http://127.0.0.1:${server.address().port}/`,
      close: () => server.close(),
    }));
  });
}

/** Reads a JSON file of the repository, for Node. */
export const readJson = async (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
