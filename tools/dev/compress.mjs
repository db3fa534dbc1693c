// A .br and a .gz beside each file named on standard input, one path a line. Node has both coders built in. What was compressed
// once is kept by its content (argument 1), because most of the site's 3,800 pages stay the same from build to build.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const kept = process.argv[2];
mkdirSync(kept, { recursive: true });

function keep(name, make) {
  const path = join(kept, name);
  if (existsSync(path)) return path;
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, make());
  renameSync(unfinished, path); // whole or not at all, whoever else writes it
  return path;
}

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const content = readFileSync(path);
  const sum = createHash("sha256").update(content).digest("hex");
  copyFileSync(keep(`${sum}.br`, () => brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })), `${path}.br`);
  copyFileSync(keep(`${sum}.gz`, () => gzipSync(content, { level: 9 })), `${path}.gz`);
}
