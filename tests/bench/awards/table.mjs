// Results as Markdown: one table for each number of records and each thing measured. A ratio is the peer's number divided by
// ours: "×3" is three times as long or as large as ours. "heap and wasm": what the browser counts for the page after loading,
// and the WebAssembly memories that the peer knows; "process": what the renderer has grown by since the page was empty, library
// included; "peak of the process": while loading, above library and records.

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

function milliseconds(ms) {
  if (ms >= 10000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms.toFixed(ms >= 100 ? 0 : ms >= 1 ? 1 : 2)} ms`;
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const percent = ({ asked, answered }) => (asked ? `${Math.round((100 * answered) / asked)} %` : "–");
const ratio = (value, ours) => {
  const x = value / ours;
  return ` (×${x >= 100 ? x.toFixed(0) : x.toPrecision(2)})`;
};

const row = (cells) => `| ${cells.join(" | ")} |`;

/** Columns of a table: title, the number of a result, how to write it. */
const KINDS = {
  Loading: {
    of: () => true,
    columns: [
      ["start of the library", (r) => r.startMs, milliseconds],
      ["load", (r) => r.loadMs, milliseconds],
      ["longest task", (r) => r.loadMs && Math.max(50, r.longestTaskMs), (ms) => (ms <= 50 ? "≤ 50 ms" : milliseconds(ms))],
      ["heap and wasm", (r) => r.heapBytes, megabytes],
      ["process", (r) => r.processBytes, megabytes],
      ["peak of the process", (r) => r.peakBytes, megabytes],
    ],
    notes: [["from", (r) => r.from], ["holds", (r) => r.holds]],
  },
  Typing: {
    of: (r) => r.does?.includes("search"),
    columns: [
      ["keystroke p50", (r) => r.search && quantile(r.search.times, 0.5), milliseconds],
      ["p99", (r) => r.search && quantile(r.search.times, 0.99), milliseconds],
    ],
    notes: [
      ["keystrokes", (r) => r.search?.times.length],
      ["answered", (r) => r.search && percent(r.search.clean)],
      ["answered with typos", (r) => r.search && percent(r.search.typos)],
    ],
  },
  Facets: {
    of: (r) => r.does?.includes("facet"),
    columns: [
      ["click p50", (r) => r.facet && quantile(r.facet.times, 0.5), milliseconds],
      ["p99", (r) => r.facet && quantile(r.facet.times, 0.99), milliseconds],
    ],
    notes: [["clicks", (r) => r.facet?.times.length], ["counts", (r) => r.facet && r.agrees]],
  },
};

/** Whether each peer counted the same as the first one that counted, for as many clicks as both made. */
function compareCounts(results) {
  const first = results.find((r) => r.facet);
  for (const r of results.filter((one) => one.facet)) {
    const n = Math.min(r.facet.digests.length, first.facet.digests.length);
    r.agrees = r.facet.digests.slice(0, n).every((d, i) => d === first.facet.digests[i]) ? "agree" : "DIFFER";
  }
}

function table(results, ours, title, kind) {
  const shown = results.filter(kind.of);
  if (!shown.length) return "";
  const mine = shown.find((r) => r.peer === ours && !r.gaveUp);
  const lines = [`**${title}**`, "", row([" ", ...kind.columns.map(([t]) => t), ...kind.notes.map(([t]) => t)]),
    row(["---", ...kind.columns.map(() => "---:"), ...kind.notes.map(() => "---")])];
  for (const r of shown) {
    const cells = kind.columns.map(([, number, write]) => {
      const value = number(r);
      if (value === undefined || value === null || Number.isNaN(value)) return "–";
      const own = mine && number(mine);
      return write(value) + (own > 0 && r !== mine ? ratio(value, own) : "");
    });
    const notes = kind.notes.map(([, note]) => note(r) ?? "–");
    if (r.gaveUp) notes[notes.length - 1] = `gave up: ${r.gaveUp}`;
    lines.push(row([`${r.name ?? r.peer} ${r.version ?? ""}`.trim(), ...cells, ...notes]));
  }
  return `${lines.join("\n")}\n`;
}

/** All tables. */
export function tables(results, ours) {
  const out = [];
  for (const count of new Set(results.map((r) => r.count))) {
    const own = results.filter((r) => r.count === count);
    compareCounts(own);
    out.push(`\n### ${count.toLocaleString("en")} projects\n`);
    for (const [title, kind] of Object.entries(KINDS)) out.push(table(own, ours, title, kind));
  }
  return out.filter(Boolean).join("\n");
}
