// A story of a person's own as text: read strictly, written, packed into the fragment of an address. It knows no page, so
// that tests run it under Node. Form: assets/schema/own_story.schema.json.

import { STORY, viewOf } from "./address.js";
import { LANGUAGES as KNOWN } from "./languages.js";

// As many steps as the address can count (core/state/url_codec.cpp); in characters; a file of as many bytes as the longest
// story takes; a link that mail and chat programs still leave whole.
export const LIMITS = { steps: 99, title: 200, text: 5000, state: 2000, file: 4000000, link: 16000 };

const LANGUAGES = Object.keys(KNOWN);
const STORY_FIELDS = ["$schema", "id", "story", "title", "language", "steps"];
const STEP_FIELDS = ["state", "title", "text", "notes"];

/**
 * @typedef {{state: string, title: string, text: string, notes: string}} Step
 * @typedef {{title: string, language: string, steps: Step[]}} Story
 * @typedef {{pointer: string, kind: string, values: Record<string, string | number>}} Fault  `pointer`: JSON pointer (RFC 6901)
 */

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const lengthOf = (text) => [...text].length; // characters, as JSON Schema counts them

class Reader {
  /** @type {Fault[]} */
  faults = [];

  /** @param {string} language of the page, for texts that are given in several */
  constructor(language) {
    this.language = language;
  }

  /** @returns {null} so that who finds a fault can give that back */
  #fault(pointer, kind, values = {}) {
    this.faults.push({ pointer, kind, values });
    return null;
  }

  #strangers(value, known, pointer) {
    for (const name of Object.keys(value)) {
      if (known.includes(name)) continue;
      this.#fault(`${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, "unknown", { names: known.join(", ") });
    }
  }

  /** A text, plain or by language; null where it cannot be used. */
  #text(given, at, most, isNeeded) {
    let pointer = at;
    let value = given;
    if (isObject(value)) {
      pointer += `/${this.language}`;
      value = value[this.language];
      if (value === undefined) return this.#fault(pointer, "noLanguage", { language: this.language });
    }
    if (value === undefined && !isNeeded) return "";
    if (typeof value !== "string" || (isNeeded && value.trim() === "")) return this.#fault(pointer, "noText");
    const n = lengthOf(value);
    return n > most ? this.#fault(pointer, "long", { n, most }) : value;
  }

  #step(value, pointer) {
    if (!isObject(value)) return this.#fault(pointer, "object", { names: STEP_FIELDS.join(", ") });
    this.#strangers(value, STEP_FIELDS, pointer);
    const step = {
      state: this.#state(value.state, `${pointer}/state`),
      title: this.#text(value.title, `${pointer}/title`, LIMITS.title, true),
      text: this.#text(value.text, `${pointer}/text`, LIMITS.text, false),
      notes: this.#text(value.notes, `${pointer}/notes`, LIMITS.text, false),
    };
    return Object.values(step).includes(null) ? null : step;
  }

  #state(value, pointer) {
    // "" is the first view: it must be there, but may be empty.
    if (typeof value !== "string" || /^\s*[a-z]+:\/\/|#/i.test(value)) return this.#fault(pointer, "state");
    const n = lengthOf(value);
    return n > LIMITS.state ? this.#fault(pointer, "long", { n, most: LIMITS.state }) : viewOf(value);
  }

  /** The language of a story; texts in several: the page's, else English, else the first. */
  #chooseLanguage({ language, title }) {
    if (isObject(title)) {
      const given = LANGUAGES.filter((code) => typeof title[code] === "string");
      this.language = [this.language, "en", ...given].find((code) => given.includes(code)) ?? this.language;
    } else if (LANGUAGES.includes(language)) {
      this.language = language;
    } else {
      this.#fault("/language", "language", { names: LANGUAGES.join(", ") });
    }
  }

  /** @returns {Story | null} */
  story(value) {
    if (!isObject(value)) return this.#fault("", "object", { names: "story, title, language, steps" });
    // Our own stories (assets/stories) have texts by language instead of a number.
    const isByLanguage = value.story === undefined && isObject(value.title);
    if (value.story !== 1 && !isByLanguage) {
      this.#fault("/story", "version");
      if (value.story !== undefined) return null;
    }
    this.#strangers(value, STORY_FIELDS, "");
    this.#chooseLanguage(value);
    const title = this.#text(value.title, "/title", LIMITS.title, true) ?? "";
    if (!Array.isArray(value.steps) || value.steps.length === 0) return this.#fault("/steps", "noSteps");
    if (value.steps.length > LIMITS.steps) this.#fault("/steps", "many", { n: value.steps.length, most: LIMITS.steps });
    const steps = value.steps.slice(0, LIMITS.steps).map((step, i) => this.#step(step, `/steps/${i}`)).filter(Boolean);
    return steps.length > 0 ? { title, language: this.language, steps } : null;
  }
}

/** In which line a parser stopped, or 0 where it does not say: browsers name the line, the place, or what stands there. */
function lineOf({ message }, text) {
  const line = /line (\d+)/.exec(message);
  if (line) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  const excerpt = /"([^]*)"(?:\.\.\.)? is not valid JSON/.exec(message.slice(message.indexOf(",") + 1));
  const at = position ? Number(position[1]) : excerpt ? text.indexOf(excerpt[1]) + excerpt[1].length / 2 : /end/.test(message) ? text.length : -1;
  return at < 0 ? 0 : text.slice(0, at).split("\n").length;
}

/**
 * Reads a story: good steps are kept, what is wrong is listed.
 * @returns {{story: Story | null, faults: Fault[]}}
 */
export function readStory(text, language) {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.length > LIMITS.file) return { story: null, faults: [{ pointer: "", kind: "size", values: {} }] };
  let value;
  try {
    value = JSON.parse(plain);
  } catch (error) {
    return { story: null, faults: [{ pointer: "", kind: "syntax", values: { n: lineOf(error, plain) } }] };
  }
  const reader = new Reader(language);
  const story = reader.story(value);
  return { story, faults: reader.faults };
}

/** Whether a text is meant as a story at all, and not as a file of projects. */
export function looksLikeStory(text) {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(value) && ("story" in value || Array.isArray(value.steps));
  } catch {
    return false;
  }
}

/** @param {Story} story */
export function writeStory({ title, language, steps }, indent = 1) {
  const plain = steps.map(({ state, title: name, text, notes }) => ({ state, title: name, text, notes }));
  return JSON.stringify({ story: 1, title, language, steps: plain }, null, indent);
}

// The fragment: JSON, deflated where the browser can, in the letters that an address may hold.
const PLAIN = `${STORY}json.`;

const toLetters = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const fromLetters = (letters) => Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** A stream that packs or unpacks, or null where the browser has none. */
function transformer(name) {
  try {
    return new globalThis[name]("deflate-raw");
  } catch {
    return null;
  }
}

/** What comes out of a stream; a small text that would unpack to a huge one is stopped. */
async function through(transform, bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new Error("too long");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The fragment that tells a story: "#story=…" */
export async function packStory(story) {
  const bytes = new TextEncoder().encode(writeStory(story, 0));
  const transform = transformer("CompressionStream");
  return transform ? STORY + toLetters(await through(transform, bytes, Infinity)) : PLAIN + toLetters(bytes);
}

/** @returns {Promise<{story: Story | null, faults: Fault[]}>} */
export async function unpackStory(fragment, language) {
  const refused = (kind) => ({ story: null, faults: [{ pointer: "", kind, values: {} }] });
  const isPlain = fragment.startsWith(PLAIN);
  const transform = isPlain ? null : transformer("DecompressionStream");
  if (!isPlain && !transform) return refused("browser");
  try {
    const bytes = fromLetters(fragment.slice((isPlain ? PLAIN : STORY).length));
    const plain = transform ? await through(transform, bytes, LIMITS.file) : bytes;
    const read = readStory(new TextDecoder("utf-8", { fatal: true }).decode(plain), language);
    return read.story ? read : refused("link");
  } catch {
    return refused("link");
  }
}
