// The dimensions that projects are counted by, their values in a fixed order, and the answer to a click.

import { COUNTRIES, REGIONS, REGION_OF } from "./places.mjs";
import { FIRST_YEAR, LAST_YEAR, STATUSES } from "./records.mjs";

export const GROUPS = ["year", "line", "country", "region", "status"];

/**
 * @typedef {object} Counts how many projects each value would show, given what is chosen in the other groups
 * @property {number} total projects that pass every filter
 * @property {number[]} year @property {number[]} line @property {number[]} country @property {number[]} region
 * @property {number[]} status each in the order of World.values
 * @property {number[]} cells for line × goal: projects of the line that pass every filter where the matrix links the two,
 *   0 elsewhere; cells[line * 17 + goal - 1]
 */

/** What every peer may know before any project is loaded. */
export class World {
  /** @param {{line: string, goal: number}[]} links the cells of the matrix */
  constructor(lines, links) {
    this.goals = 17;
    this.values = {
      year: Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i),
      line: lines,
      country: COUNTRIES,
      region: REGIONS,
      status: STATUSES,
    };
    /** group → value → place in the list of values */
    this.places = Object.fromEntries(GROUPS.map((g) => [g, new Map(this.values[g].map((v, i) => [v, i]))]));
    this.linked = new Uint8Array(lines.length * this.goals);
    for (const { line, goal } of links) this.linked[this.places.line.get(line) * this.goals + goal - 1] = 1;
    /** For each country the place of its region. */
    this.countryRegion = Uint8Array.from(COUNTRIES, (code) => REGIONS.indexOf(REGION_OF.get(code)));
  }

  regionOf(country) {
    return REGION_OF.get(country);
  }

  /** @returns {Counts} all zero */
  zero() {
    const counts = { total: 0, cells: new Array(this.linked.length).fill(0) };
    for (const group of GROUPS) counts[group] = new Array(this.values[group].length).fill(0);
    return counts;
  }

  /** Fills total and cells from the projects of each line that pass every filter. */
  fillCells(counts, passingByLine) {
    counts.total = 0;
    for (const [line, n] of passingByLine.entries()) {
      counts.total += n;
      for (let goal = 0; goal < this.goals; goal += 1) {
        counts.cells[line * this.goals + goal] = this.linked[line * this.goals + goal] ? n : 0;
      }
    }
    return counts;
  }
}

/** One number for an answer, to see whether two peers count alike. */
export function digest(counts, before = 2166136261) {
  let h = before;
  const add = (n) => { h = Math.imul(h ^ n, 16777619); };
  add(counts.total);
  for (const group of GROUPS) counts[group].forEach(add);
  counts.cells.forEach(add);
  return h >>> 0;
}

/**
 * Reads what the world needs from the repository.
 * @param {(path: string) => Promise<object>} readJson
 */
export async function readWorld(readJson) {
  const lines = (await readJson("assets/data/action_lines.json")).lines.map((line) => line.id);
  return new World(lines, (await readJson("assets/data/links.json")).links);
}
