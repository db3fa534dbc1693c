// Use without a network: only when a person asks for it, because it stores the explorer in their browser.

export class Offline {
  #page; // {root, text, say, offer}
  #registration = null;

  /** @param {{root: string, text: (key: string) => string, say: (text: string) => void, offer: (text: string, button: string, action: () => void) => void}} page */
  constructor(page) {
    this.#page = page;
  }

  // A packed page is offline already.
  get #possible() {
    return "serviceWorker" in navigator && window.top === window && window.isSecureContext && !globalThis.wsisPacked;
  }

  /** On every visit: was it kept before, and is there something newer? */
  async look() {
    document.documentElement.toggleAttribute("data-offline-possible", this.#possible);
    if (!this.#possible) return;
    this.#registration = (await navigator.serviceWorker.getRegistration(this.#page.root).catch(() => null)) ?? null;
    if (!this.#registration?.active) return;
    this.#kept();
    this.#watch();
  }

  /** Keeps everything; says when it is done or why not. */
  async keep() {
    if (!this.#possible) return this.#page.say(this.#page.text("offline.failed"));
    try {
      this.#registration = await navigator.serviceWorker.register(`${this.#page.root}sw.js`);
      const worker = this.#registration.installing ?? this.#registration.waiting ?? this.#registration.active;
      await new Promise((resolve, reject) => {
        const look = () => {
          if (worker.state === "activated") resolve();
          if (worker.state === "redundant") reject(new Error("not all files could be kept"));
        };
        worker.addEventListener("statechange", look);
        look();
      });
      this.#kept();
      this.#page.say(this.#page.text("offline.kept"));
      this.#watch();
    } catch (error) {
      console.warn(`wsis-explorer: ${error.message}`);
      this.#page.say(this.#page.text("offline.failed"));
    }
  }

  #kept() { document.documentElement.toggleAttribute("data-offline", true); }

  #watch() {
    const offer = () => {
      if (!this.#registration.waiting) return;
      this.#page.offer(this.#page.text("offline.update"), this.#page.text("offline.reload"), () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        this.#registration.waiting.postMessage("take over");
      });
    };
    offer();
    this.#registration.addEventListener("updatefound", () => {
      this.#registration.installing?.addEventListener("statechange", offer);
    });
  }
}
