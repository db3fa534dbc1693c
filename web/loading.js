// Fetches what the program needs, all at once, and shows how far it is. A packed page (web/packed) brings it along.

export class Loading {
  #bar = document.getElementById("loading");
  #parts = new Map();
  #pending = 0;
  #settled;

  /** @param {() => void} settled called whenever the last open fetch has ended */
  constructor(settled) {
    this.#settled = settled;
  }

  get pending() { return this.#pending; }

  show() {
    this.#parts.clear();
    if (this.#bar) this.#bar.hidden = false;
  }

  hide() {
    if (this.#bar) this.#bar.hidden = true;
  }

  /** A fetch whose body counts towards the bar; `weight` is its usual size in kilobytes. */
  async fetch(url, weight) {
    this.#parts.set(url, { weight, done: 0 });
    this.#pending += 1;
    try {
      const response = await (globalThis.wsisPacked?.file(url) ?? fetch(url));
      if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
      return this.#counted(url, response);
    } finally {
      this.#end();
    }
  }

  async bytes(url, weight) {
    this.#pending += 1; // over the whole of it: between the head and the body it is not idle
    try {
      const response = await this.fetch(url, weight);
      return new Uint8Array(await response.arrayBuffer());
    } finally {
      this.#end();
    }
  }

  #end() {
    this.#pending -= 1;
    if (this.#pending === 0) this.#settled();
  }

  // Content-Length counts compressed bytes, the stream gives plain ones: the file's usual size is a better guide.
  #counted(url, response) {
    if (!response.body || typeof TransformStream === "undefined") {
      this.#progress(url, 1);
      return response;
    }
    const expected = (this.#parts.get(url)?.weight ?? 100) * 1000;
    let seen = 0;
    const counter = new TransformStream({
      transform: (chunk, controller) => {
        seen += chunk.length;
        this.#progress(url, Math.min(0.98, seen / expected));
        controller.enqueue(chunk);
      },
      flush: () => this.#progress(url, 1),
    });
    return new Response(response.body.pipeThrough(counter), { status: response.status, headers: response.headers });
  }

  #progress(url, share) {
    const part = this.#parts.get(url);
    if (!part) return; // of an earlier round
    part.done = share;
    let all = 0;
    let done = 0;
    for (const part of this.#parts.values()) {
      all += part.weight;
      done += part.weight * part.done;
    }
    const percent = Math.round((100 * done) / all);
    if (!this.#bar) return;
    this.#bar.setAttribute("aria-valuenow", String(percent));
    this.#bar.firstElementChild.style.transform = `scaleX(${percent / 100})`;
  }
}
