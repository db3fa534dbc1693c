// Perspective: the whole CSV file, chunk by chunk, into a table in its worker. A click makes one view for each group, grouped
// by it and filtered by the others, reads it and lets it go. Regions are counted from the countries, and a chosen region is
// filtered by its countries, so that no column has to be computed.

import { GROUPS } from "../world.mjs";
import { versionOf } from "./peer.mjs";

const SCHEMA = Object.fromEntries(["id", "year", "line", "country", "status", "confidence", "project", "organisation",
  "description"].map((column) => [column, "string"]));
const SERVER = "/node_modules/@perspective-dev/server/dist/wasm/perspective-server.wasm";
const CLIENT = "/node_modules/@perspective-dev/client/dist/wasm/perspective-js.wasm";

let world;
let worker;
let table;

/** The filters of all groups but one's own; null where no record can pass. */
function conditions(filters, except) {
  const out = [];
  for (const group of ["year", "line", "status"]) {
    if (group !== except && filters[group].length) out.push([group, "in", filters[group].map(String)]);
  }
  const byCountry = except !== "country" && filters.country.length;
  const byRegion = except !== "region" && filters.region.length;
  if (!byCountry && !byRegion) return out;
  let codes = byCountry ? filters.country : world.values.country;
  if (byRegion) codes = codes.filter((code) => filters.region.includes(world.regionOf(code)));
  if (!codes.length) return null;
  out.push(["country", "in", codes]);
  return out;
}

/** Value → number of records. */
async function countBy(column, filter) {
  if (!filter) return [];
  const view = await table.view({
    group_by: [column], columns: ["id"], aggregates: { id: "count" }, filter, group_rollup_mode: "flat",
  });
  const found = await view.to_columns();
  await view.delete();
  return (found.__ROW_PATH__ ?? []).map((path, i) => [path[0], Number(found.id[i])]);
}

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "Perspective",
  wants: "csv",
  holds: "table with all columns",
  async start(given) {
    world = given;
    const { default: perspective } = await import("@perspective-dev/client");
    perspective.init_server(fetch(SERVER));
    perspective.init_client(fetch(CLIENT));
    worker = await perspective.worker();
    return { version: await versionOf("@perspective-dev/client") };
  },
  async load(chunks, onProgress) {
    table = await worker.table(SCHEMA);
    const decoder = new TextDecoder();
    const headings = `${Object.keys(SCHEMA).join(",")}\n`;
    const step = 8;
    for (let i = 0; i < chunks.length; i += step) {
      const text = chunks.slice(i, i + step).map((chunk) => decoder.decode(chunk)).join("");
      await table.update(i ? headings + text : text, { format: "csv" });
      onProgress(i / chunks.length);
    }
    await table.size();
  },
  memory: () => null, // it lies in the worker, where the page does not see it
  async facet(filters) {
    const counts = world.zero();
    const passing = new Array(world.values.line.length).fill(0);
    const put = (into, group, found) => {
      for (const [value, n] of found) into[world.places[group].get(group === "year" ? Number(value) : value)] += n;
    };
    await Promise.all([...GROUPS.map(async (group) => {
      const found = await countBy(group === "region" ? "country" : group, conditions(filters, group));
      if (group === "region") put(counts.region, "region", found.map(([country, n]) => [world.regionOf(country), n]));
      else put(counts[group], group, found);
    }), countBy("line", conditions(filters)).then((found) => put(passing, "line", found))]);
    return world.fillCells(counts, passing);
  },
};
