// The floor: what a careful programmer writes by hand. One column of bytes for each group and one pass over all records: each
// group's filter is a table that gives a bit where a value fails it. No bit: the record counts everywhere; one bit: it
// counts in that bit's own group only; more: nowhere.

import { GROUPS } from "../world.mjs";
import { inSlices } from "./peer.mjs";

let world;
let columns;

const BIT = Object.fromEntries(GROUPS.map((group, i) => [group, 1 << i]));

/** For each value of a group the bit if the filter shuts it out. */
function failures(group, chosen) {
  const table = new Uint8Array(256);
  if (!chosen.length) return table;
  table.fill(BIT[group], 0, world.values[group].length);
  for (const value of chosen) table[world.places[group].get(value)] = 0;
  return table;
}

/** @type {import("./peer.mjs").Peer} */
export default {
  name: "typed arrays, by hand",
  wants: "objects",
  holds: "four bytes a record",
  async start(given) {
    world = given;
    return { version: "" };
  },
  async load(records, onProgress) {
    const own = ["year", "line", "country", "status"];
    columns = Object.fromEntries(own.map((group) => [group, new Uint8Array(records.length)]));
    await inSlices(records.length, 50000, onProgress, (from, to) => {
      for (const group of own) {
        const column = columns[group];
        const places = world.places[group];
        for (let i = from; i < to; i += 1) column[i] = places.get(records[i][group]);
      }
    });
  },
  facet(filters) {
    const { year, line, country, status } = columns;
    const failYear = failures("year", filters.year);
    const failLine = failures("line", filters.line);
    const failStatus = failures("status", filters.status);
    const failRegion = failures("region", filters.region);
    const failCountry = failures("country", filters.country);
    // A country decides its region too: both in one table.
    const failPlace = failCountry.map((bit, c) => bit | (failRegion[world.countryRegion[c]] ?? 0));
    const [years, lines, countries, places, statuses, passing] = Array.from({ length: 6 }, () => new Uint32Array(256));
    for (let i = 0; i < year.length; i += 1) {
      const y = year[i];
      const l = line[i];
      const c = country[i];
      const s = status[i];
      const fails = failYear[y] | failLine[l] | failPlace[c] | failStatus[s];
      if (fails === 0) {
        years[y] += 1; lines[l] += 1; countries[c] += 1; places[c] += 1; statuses[s] += 1; passing[l] += 1;
      } else if ((fails & (fails - 1)) === 0) {
        if (fails === 1) years[y] += 1;
        else if (fails === 2) lines[l] += 1;
        else if (fails === 4) countries[c] += 1;
        else if (fails === 8) places[c] += 1;
        else statuses[s] += 1;
      }
    }
    const counts = world.zero();
    const region = counts.region;
    for (let c = 0; c < world.countryRegion.length; c += 1) region[world.countryRegion[c]] += places[c];
    const take = (from, group) => Array.from(from.subarray(0, world.values[group].length));
    Object.assign(counts, { year: take(years, "year"), line: take(lines, "line"), country: take(countries, "country") });
    counts.status = take(statuses, "status");
    return world.fillCells(counts, take(passing, "line"));
  },
};
