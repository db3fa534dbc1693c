// Addresses of the explorer, read: which parameters they hold, whether they lead to the explorer, a frame or a page of the text
// edition, and what of it means nothing to a frame.

/** Every parameter that a frame may be given, in the order in which the core writes them. */
const ORDER = ["lang", "view", "line", "goal", "target", "award", "q", "year", "country", "region", "status", "confidence",
  "origin", "compare", "metric", "level", "sort", "fold", "theme", "keys", "present", "kiosk", "story", "step", "controls",
  "search", "plain", "data"];

/** What the explorer does without being told: not written. */
const USUAL = { view: ["matrix"], metric: ["links"], level: ["goal"], sort: ["published", "relevance"], theme: ["auto"],
  keys: ["1"], present: ["0"], kiosk: ["0"], step: ["0"], controls: ["0"], search: ["0"], plain: ["0"] };

/** Parameters for which the form has no field: kept as they are, where they have the right form. */
const KEPT = {
  target: /^\d{1,2}\.\w(,\d{1,2}\.\w)*$/, award: /^[\w.:-]{1,100}$/, region: /^[a-z-]+(,[a-z-]+)*$/,
  confidence: /^(quoted|list-page|news|self-claim)(,(quoted|list-page|news|self-claim))*$/, origin: /^(published|local)$/,
  compare: /^(year|line|country|region|status|goal|confidence|origin|target)$/, fold: /^C7$/, present: /^1$/, kiosk: /^1$/,
  story: /^[a-z0-9-]{1,40}$/, step: /^[1-9]\d?$/, data: /^\d{4}-\d\d-\d\d$/,
};

/** What an open list of keys, the panel "Share" or a page around a frame adds to the address: no choice. */
const PASSING = new Set(["help", "share", "embed", "initialWidth", "childId", "parentTitle", "parentUrl"]);

// What the first page and the pages of the text edition show, by the end of their path.
const PAGES = [
  [/^((index|embed|builder)\.html)?$/, () => ({})],
  [/^line-(C\d[\w-]*)\.html$/, (line) => ({ line })],
  [/^goal-(\d+)\.html$/, (goal) => ({ goal })],
  [/^awards\.html$/, () => ({ view: "awards" })],
  [/^awards-(\d{4})\.html$/, (year) => ({ view: "awards", year })],
  [/^award\/([\w.:-]+)\.html$/, (award) => ({ view: "awards", award })],
];

/** What a page of the explorer shows without a query; null where it is none of its pages. */
function ofPage({ pathname, hash }) {
  const [, language, name] = pathname.match(/(?:\/(ar|zh|en|fr|ru|es))?\/((?:award\/)?[^/]*)$/) ?? [];
  const shown = language ? { lang: language } : {};
  // "line-C5.html#panel-C5-9" leads to a cell.
  const [, line, goal] = hash.match(/^#panel-(C\d[\w-]*?)-(\d+)$/) ?? [];
  if (line) return { ...shown, line, goal };
  for (const [form, give] of PAGES) {
    const found = name?.match(form);
    if (found) return { ...shown, ...give(found[1]) };
  }
  return null;
}

function parsed(text, site) {
  try {
    return new URL(text, site);
  } catch {
    return null;
  }
}

/**
 * What a text says that should be an address of the explorer; null where it is none.
 * @param {string} text whole, or from the site on: "?line=C5", "fr/line-C5.html"
 * @param {string} site where the explorer lies
 * @returns {{parameters: Map<string, string>, unknown: string[]} | null}
 */
export function readAddress(text, site) {
  const typed = text.trim();
  const url = typed ? parsed(typed, site) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const page = ofPage(url);
  const read = readQuery(url.search);
  if (!page && read.parameters.size === 0) return null;
  return { parameters: new Map([...Object.entries(page ?? {}), ...read.parameters]), unknown: read.unknown };
}

/** The parameters of a query that a frame may be given, and the names that nobody knows. An empty value asks for nothing. */
export function readQuery(query) {
  const parameters = new Map();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (ORDER.includes(name)) {
      if (value !== "") parameters.set(name, value);
    } else if (!PASSING.has(name)) {
      unknown.push(name);
    }
  }
  return { parameters, unknown };
}

/** Whether the form has no field for a parameter. */
export const isKept = (name) => name in KEPT;

/** Whether the value of such a parameter has the right form. */
export const hasForm = (name, value) => KEPT[name].test(value);

/** In the core's order, without what is usual anyway. */
export function tidied(parameters) {
  const out = new Map();
  for (const name of ORDER) {
    const value = parameters.get(name) ?? "";
    if (value !== "" && !USUAL[name]?.includes(value)) out.set(name, value);
  }
  return out;
}
