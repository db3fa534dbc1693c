// The frame as it will stand on the page, at a width that is chosen. What is seen stays until the next one is ready.

import { ALLOW, SANDBOX } from "./builder_code.js";

const NAME = "wsis-explorer";
const PAUSE_MS = 500; // a person goes on typing
const PATIENCE_MS = 8000; // a frame that only has text never says that it is ready

export class Preview {
  #room;
  #shown = null; // the frame that is seen
  #coming = null; // the one that takes its place
  #wanted = { address: "", title: "", height: 600, fits: true, width: 0 };
  #key = "";
  #timer = 0;

  /** @param {HTMLElement} room as wide as the page that is tried */
  constructor(room) {
    this.#room = room;
    window.addEventListener("message", (event) => this.#hear(event));
  }

  /** @param {{address: string, title: string, height: number, fits: boolean, width: number}} wanted */
  show(wanted) {
    this.#wanted = wanted;
    for (const frame of [this.#shown, this.#coming]) if (frame) this.#measure(frame);
    // A frame that once was asked for its own height keeps it: another wish needs another frame.
    const key = `${wanted.fits} ${wanted.address}`;
    if (key === this.#key) return;
    this.#key = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), this.#shown ? PAUSE_MS : 0);
    this.#room.setAttribute("aria-busy", "true");
  }

  #load() {
    this.#coming?.remove();
    const frame = document.createElement("iframe");
    frame.allow = ALLOW;
    frame.setAttribute("sandbox", SANDBOX);
    frame.src = this.#wanted.address;
    this.#measure(frame);
    this.#coming = frame;
    if (this.#shown) frame.className = "coming";
    frame.addEventListener("load", () => setTimeout(() => this.#change(frame), PATIENCE_MS));
    this.#room.append(frame);
  }

  #measure(frame) {
    const { title, height, fits, width } = this.#wanted;
    frame.title = title;
    frame.width = width ? String(width) : "100%";
    frame.height = String(fits ? frame.dataset.height ?? height : height);
  }

  #change(frame) {
    if (frame !== this.#coming) return;
    this.#shown?.remove();
    frame.className = "";
    this.#shown = frame;
    this.#coming = null;
    this.#room.removeAttribute("aria-busy");
  }

  #hear({ source, data, origin }) {
    if (origin !== location.origin || data?.source !== NAME) return;
    const frame = [this.#shown, this.#coming].find((one) => one && one.contentWindow === source);
    if (!frame) return;
    if (data.type === "ready") {
      // As embed.js does.
      if (this.#wanted.fits) source.postMessage({ target: NAME, type: "ping", autoHeight: true }, origin);
      this.#change(frame);
    }
    if (data.type === "resize" && Number.isFinite(data.height)) {
      frame.dataset.height = String(Math.min(20000, Math.max(320, Math.ceil(data.height))));
      this.#measure(frame);
    }
  }
}
