// DuckDB-wasm: the whole CSV file into a table (columns typed, values of the groups as ENUM), in its worker. A click is one
// SQL text that counts every group. Of its programs the ones that its documentation offers; duckdb_threads.mjs takes the
// experimental one.

import { GROUPS } from "../world.mjs";
import { joined, versionOf } from "./peer.mjs";

const DIST = "/node_modules/@duckdb/duckdb-wasm/dist/";
const FILE = "awards.csv";

let world;
let database;
let connection;

const quoted = (value) => `'${String(value).replaceAll("'", "''")}'`;

function createTable() {
  const enums = ["line", "country", "region", "status"]
    .map((g) => `CREATE TYPE ${g}_t AS ENUM (${world.values[g].map(quoted)});`);
  const regions = world.values.country.map((code) => `(${quoted(code)}, ${quoted(world.regionOf(code))})`);
  const texts = ["id", "line", "country", "status", "confidence", "project", "organisation", "description"];
  const columns = ["id", "year", ...texts.slice(1)].map((c) => `${c}: '${c === "year" ? "SMALLINT" : "VARCHAR"}'`);
  return `${enums.join("\n")}
CREATE TABLE awards AS
SELECT a.id, a.year, a.line::line_t AS line, a.country::country_t AS country, r.region::region_t AS region,
  a.status::status_t AS status, a.confidence, a.project, a.organisation, a.description
FROM read_csv('${FILE}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
  columns = {${columns.join(", ")}}) a
JOIN (VALUES ${regions.join(", ")}) r(country, region) ON a.country = r.country;`;
}

/** The condition of all groups' filters but one's own. */
function where(filters, except) {
  const parts = GROUPS.filter((g) => g !== except && filters[g].length)
    .map((g) => `${g} IN (${filters[g].map((v) => (g === "year" ? v : quoted(v)))})`);
  return parts.length ? `WHERE ${parts.join(" AND ")}` : "";
}

const code = (group) => (group === "year" ? `year - ${world.values.year[0]}` : `enum_code(${group})`);
const count = (number, group, condition) => `SELECT ${number}::INTEGER AS g, (${code(group)})::INTEGER AS v,
  count(*)::INTEGER AS n FROM awards ${condition} GROUP BY ${group}`;

const bundle = (kind, more = {}) => (
  { mainModule: `${DIST}duckdb-${kind}.wasm`, mainWorker: `${DIST}duckdb-browser-${kind}.worker.js`, ...more });

/** @returns {import("./peer.mjs").Peer} */
export const duckdbPeer = (threads) => ({
  name: threads ? "DuckDB-wasm, threads" : "DuckDB-wasm",
  wants: "csv",
  holds: "table with all columns",
  async start(given) {
    world = given;
    const duckdb = await import("@duckdb/duckdb-wasm");
    const chosen = await duckdb.selectBundle({
      mvp: bundle("mvp"),
      eh: bundle("eh"),
      ...(threads ? { coi: bundle("coi", { pthreadWorker: `${DIST}duckdb-browser-coi.pthread.worker.js` }) } : {}),
    });
    database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(chosen.mainWorker));
    const absolute = (path) => path && new URL(path, location.href).href;
    await database.instantiate(absolute(chosen.mainModule), absolute(chosen.pthreadWorker));
    await database.open(chosen.pthreadWorker ? { maximumThreads: navigator.hardwareConcurrency } : {});
    connection = await database.connect();
    return { version: await versionOf("@duckdb/duckdb-wasm") };
  },
  async load(chunks, onProgress) {
    await database.registerFileBuffer(FILE, joined(chunks));
    onProgress(0.1);
    await connection.query(createTable());
    await database.dropFile(FILE);
    onProgress(1);
  },
  memory: () => null, // it lies in the worker, where the page does not see it
  async facet(filters) {
    const parts = GROUPS.map((group, i) => count(i, group, where(filters, group)));
    parts.push(count(GROUPS.length, "line", where(filters)));
    const table = await connection.query(parts.join(" UNION ALL "));
    const [groups, values, numbers] = ["g", "v", "n"].map((name) => table.getChild(name).toArray());
    const counts = world.zero();
    const passing = new Array(world.values.line.length).fill(0);
    for (let i = 0; i < groups.length; i += 1) {
      (GROUPS[groups[i]] ? counts[GROUPS[groups[i]]] : passing)[values[i]] = numbers[i];
    }
    return world.fillCells(counts, passing);
  },
});

export default duckdbPeer(false);
