// Seeded chance: the same numbers in Node and in every browser.

/** mulberry32: numbers in [0, 1) from a 32-bit seed. */
export function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Mixes two numbers into one seed, so that each record and each name has its own stream. */
export function mix(a, b) {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0xc2b2ae35, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** A rank in [0, count): rank r about as often as 1 / (r + 1), as words are in texts. */
export function zipf(chance, count) {
  return Math.floor(Math.exp(chance() * Math.log(count + 1))) - 1;
}

/** A whole number in [low, high]. */
export function between(chance, low, high) {
  return low + Math.floor(chance() * (high - low + 1));
}

/** One of a list. */
export function pick(chance, list) {
  return list[Math.floor(chance() * list.length)];
}

/** An index, each as often as its weight says; `sums` are the running sums of the weights. */
export function weighted(chance, sums) {
  const x = chance() * sums[sums.length - 1];
  let i = 0;
  while (x >= sums[i]) i += 1;
  return i;
}

/** Running sums of weights, for weighted(). */
export function runningSums(weights) {
  let sum = 0;
  return weights.map((w) => (sum += w));
}
