// The page around an embedded explorer: messages in and out (docs/EMBEDDING.md), the height it asks for, and good manners.

const NAME = "wsis-explorer";
const VERSION = 1;
const LONGEST = 4000; // characters of a state that is taken from outside

/** Whether the explorer stands in another page's frame. */
export const isFramed = () => window.parent !== window;

/** When a frame is first seen; at once where the browser cannot tell. */
export function firstSeen() {
  return new Promise((resolve) => {
    if (!isFramed() || typeof IntersectionObserver === "undefined") return resolve();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement);
  });
}

// The state of a message: parameters of the address with plain values, nothing else.
function stateOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const plain = entries.every(([, v]) => v === null || ["string", "number", "boolean"].includes(typeof v));
  return plain && JSON.stringify(value).length <= LONGEST ? value : null;
}

export class Host {
  #explorer;
  #origin = "*"; // of the host, once it has spoken
  #told = "";
  #height = 0;
  #asked = new Set(); // protocols in which the host wants the height
  #legacyId = "";
  #pymId = new URLSearchParams(location.search).get("childId");

  /** @param {{getState: () => object, setState: (partial: object) => object, title: () => string}} explorer */
  constructor(explorer) {
    this.#explorer = explorer;
    if (!isFramed()) return;
    window.addEventListener("message", (event) => this.#take(event));
    if (this.#pymId !== null) this.#wantHeight("pym");
    // A frame far down somebody's page keeps neither wheel nor touch to itself before a person has begun to use it.
    const box = document.getElementById("content");
    const pass = (event) => { if (event.target.closest("#stage")) event.stopPropagation(); };
    box.addEventListener("wheel", pass, { capture: true, passive: true });
    const root = document.documentElement;
    root.dataset.untouched = ""; // the frame does not scroll by itself either
    const acted = () => {
      box.removeEventListener("wheel", pass, { capture: true });
      delete root.dataset.untouched;
    };
    for (const act of ["pointerdown", "keydown"]) window.addEventListener(act, acted, { once: true, capture: true });
  }

  /** The explorer has started. */
  ready() {
    if (!isFramed()) return;
    this.#told = JSON.stringify(this.#explorer.getState());
    this.#post({ type: "ready", version: VERSION, state: this.#explorer.getState(), title: this.#explorer.title() });
    new ResizeObserver(() => this.#tellHeight()).observe(document.body);
    this.#tellHeight();
  }

  /** Something may have changed. */
  changed() {
    if (!isFramed() || this.#told === "") return;
    const state = this.#explorer.getState();
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#post({ type: "state", state });
    this.#tellHeight();
  }

  #post(message) {
    window.parent.postMessage({ source: NAME, ...message }, this.#origin);
  }

  #take(event) {
    if (event.source !== window.parent) return;
    const { data } = event;
    if (typeof data === "string") {
      if (!data.startsWith("[iFrameSizer]")) return;
      this.#legacyId = data.slice("[iFrameSizer]".length).split(":")[0];
      this.#wantHeight("legacy");
      return;
    }
    if (data?.type === "iframe-child-init" || data?.type === "iframe-get-child-dimensions") return this.#wantHeight("open");
    if (typeof data !== "object" || data === null || data.target !== NAME) return;
    // The first host that speaks is the host; a frame without an origin of its own cannot be told apart.
    if (this.#origin === "*" && event.origin !== "null") this.#origin = event.origin;
    if (this.#origin !== "*" && event.origin !== this.#origin) return;
    this.#answer(data);
  }

  #answer({ type, id, version, state, autoHeight }) {
    const reply = (message) => this.#post(id === undefined ? message : { id, ...message });
    if (version !== undefined && version !== VERSION) {
      return reply({ type: "error", message: `version ${VERSION} is spoken here, not ${String(version).slice(0, 20)}` });
    }
    switch (type) {
      case "ping":
        if (autoHeight === true) this.#wantHeight("own");
        return reply({ type: "pong", version: VERSION });
      case "getState":
        return reply({ type: "state", state: this.#explorer.getState() });
      case "setState": {
        const partial = stateOf(state);
        if (!partial) return reply({ type: "error", message: "state must be an object of texts, numbers and booleans" });
        // Whether it is embedded, the frame's own address says.
        const { embed, ...rest } = partial;
        this.#told = ""; // what it became is told once, as the answer
        this.#explorer.setState(rest);
        this.#told = JSON.stringify(this.#explorer.getState());
        return reply({ type: "state", state: this.#explorer.getState() });
      }
      default:
        return reply({ type: "error", message: `there is no message "${String(type).slice(0, 40)}"; known: ping, getState, setState` });
    }
  }

  #wantHeight(protocol) {
    this.#asked.add(protocol);
    document.documentElement.dataset.auto = "";
    this.#height = 0;
    this.#tellHeight();
  }

  #tellHeight() {
    if (this.#told === "" && this.#asked.size === 0) return;
    const stage = document.getElementById("stage");
    const hasPicture = document.documentElement.dataset.picture === "on" && stage;
    const height = Math.ceil(hasPicture ? stage.getBoundingClientRect().bottom + scrollY : document.documentElement.scrollHeight);
    if (height === this.#height) return;
    this.#height = height;
    const width = innerWidth;
    this.#post({ type: "resize", height });
    const post = (message) => window.parent.postMessage(message, "*");
    if (this.#asked.has("open")) post({ type: "iframe-resized", height, width });
    if (this.#asked.has("legacy")) post(`[iFrameSizer]${this.#legacyId}:${height}:${width}:resizeObserver`);
    if (this.#asked.has("pym")) post(`pymxPYMx${this.#pymId}xPYMxheightxPYMx${height}`);
  }
}
