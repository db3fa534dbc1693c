// What tells stories (web/present.js) comes with the first wish for it: most visits do without.

export class Presenting {
  #page;
  #coming = null;
  #presenter = null;

  #settled;
  /** A presentation is beginning and has not come to rest. */
  pending = false;

  /** @param {object} page what a Presenter needs @param {() => void} settled called when a beginning has come to rest */
  constructor(page, settled) {
    this.#page = page;
    this.#settled = settled;
  }

  /** After every change of the state. */
  follow() {
    const { present, kiosk } = this.#page.state();
    const isOn = present === "1" || kiosk === "1";
    document.documentElement.toggleAttribute("data-present", isOn);
    if (this.#presenter) this.#presenter.follow();
    else if (isOn) this.#begin();
  }

  async #begin() {
    this.pending = true;
    await (await this.#come())?.follow();
    // The caption takes room from the picture, which is measured and drawn with the next frames.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    this.pending = false;
    this.#settled();
  }

  /** The list of stories to choose from. */
  async choose() { (await this.#come())?.choose(); }

  /** A file that was dropped on the page: whether it is a story, which is then opened. */
  async takeFile(file) { return (await (await this.#come())?.takeFile(file)) ?? false; }

  /** Another language: its stories are loaded when they are wanted. */
  forget() { this.#presenter?.forget(); }

  async #come() {
    try {
      this.#coming ??= import("./present.js");
      const { Presenter } = await this.#coming;
      this.#presenter ??= new Presenter(this.#page);
    } catch {
      this.#coming = null; // the next wish tries again
      this.#page.say(this.#page.text("present.failed"));
    }
    return this.#presenter;
  }
}
