// The scripts of a packed page (./dev package): node bundle.mjs APP writes {"language": …, "start": …} to standard output.
// Modules do not load from a file, so web/packed/start.js and all that it imports become one classic script. APP holds what
// Emscripten wrote. The program that draws Arabic draws every language: a page that carries everything carries only that one.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const app = resolve(process.argv[2]);
// Browsers that know DecompressionStream.
const usual = { minify: true, charset: "utf8", target: ["chrome103", "firefox113", "safari16.4"] };

const oneProgram = {
  name: "one program",
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/explorer(_rtl)?\.js$/ }, () => ({ path: `${app}/explorer_rtl.js` }));
  },
};

const language = await transform(await readFile(`${web}language.js`, "utf8"), usual);
const start = await build({
  ...usual,
  entryPoints: [`${web}packed/start.js`],
  bundle: true,
  format: "iife",
  write: false,
  define: { "import.meta.url": "document.baseURI" },
  plugins: [oneProgram],
  logLevel: "warning",
});
process.stdout.write(JSON.stringify({ language: language.code, start: start.outputFiles[0].text }));
