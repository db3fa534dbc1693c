// A .br and a .gz beside each file named on standard input, one path a line. Node has both coders built in.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const quality = Number(process.argv[2] ?? 11);
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const content = readFileSync(path);
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: parameters }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
