// How the peers that let one choose cut texts into terms: case and marks away, runs of letters and digits; Chinese, which
// has no spaces, in overlapping pairs of characters, as search engines without a dictionary do.

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;
const HAN = /\p{Script=Han}/u;
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g; // of Latin, Greek, Cyrillic; of Arabic, and its tatweel

/** Case and marks away. */
export function fold(text) {
  const low = text.toLowerCase();
  return ASCII.test(low) ? low : low.normalize("NFKD").replace(MARKS, "");
}

/** @returns {string[]} the terms of a text or of a query */
export function words(text) {
  const runs = fold(text).match(RUN) ?? [];
  if (!HAN.test(text)) return runs;
  const out = [];
  for (const run of runs) {
    if (!HAN.test(run) || run.length < 3) out.push(run);
    else for (let i = 0; i + 1 < run.length; i += 1) out.push(run.slice(i, i + 2));
  }
  return out;
}

/** How many slips a term may have: none in short ones, one from four letters, two from eight. */
export function slips(term) {
  return HAN.test(term) || term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
}
