// Presenting: a story told step by step on the whole screen. Which view a step shows is a state of the explorer; this file
// knows the keys of clickers, the caption, the overview, the speaker's window and the kiosk's clock.

const KIOSK_STEP = 20000; // milliseconds that a kiosk stays on a step
const KIOSK_REST = 60000; // after a person touched it, until it goes back to the start

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export class Presenter {
  #page; // {run, state, text, load, announce}
  #stories = null;
  #caption = null;
  #typed = "";
  #clock = 0;
  #began = 0;
  #notes = null;
  #cover = null;
  #light = false;

  /** @param {{run: (command: string) => void, state: () => object, text: (key: string) => string, load: () => Promise<object[]>, failed: () => void}} page */
  constructor(page) {
    this.#page = page;
    document.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("pointermove", (event) => this.#move(event));
    document.addEventListener("pointerdown", () => this.#touched(), true);
  }

  /** The list of stories to choose from, as a dialog. */
  async choose() {
    const stories = await this.#load();
    if (!stories) return;
    const list = make("ol");
    for (const story of stories) list.append(make("li", {}, this.#button(story.title, () => this.#begin(story))));
    this.#dialog(this.#page.text("present.stories"), list, make("p", { class: "quiet" }, this.#page.text("present.keys")));
  }

  /** After every change of the state: shows the caption of the step, or puts everything away. */
  async follow() {
    const state = this.#page.state();
    const isOn = state.present === "1" || state.kiosk === "1";
    document.documentElement.toggleAttribute("data-present", isOn);
    if (!isOn) return this.#end();
    const stories = state.story ? await this.#load() : null;
    const story = stories?.find((entry) => entry.id === state.story);
    const step = story?.steps[Number(state.step) - 1];
    this.#show(story, step, Number(state.step));
    if (state.kiosk === "1") this.#wind(story, Number(state.step), KIOSK_STEP);
  }

  /** Another language: its stories are loaded when they are wanted. */
  forget() { this.#stories = null; }

  async #load() {
    try {
      this.#stories ??= await this.#page.load();
    } catch {
      this.#page.failed();
    }
    return this.#stories;
  }

  #begin(story) {
    document.querySelector("dialog[open]")?.close();
    this.#began = Date.now();
    // Only a person's own act may fill the screen; where that is refused the presentation runs in the window.
    document.documentElement.requestFullscreen?.().catch(() => {});
    this.#go(story, 1);
  }

  #go(story, number) {
    const step = story?.steps[number - 1];
    if (!step) return;
    const query = new URLSearchParams(step.state);
    const state = this.#page.state();
    query.set("present", "1");
    if (state.kiosk === "1") query.set("kiosk", "1");
    query.set("story", story.id);
    query.set("step", String(number));
    this.#page.run(`show?${query}`);
  }

  #current() {
    const { story, step } = this.#page.state();
    return { story: this.#stories?.find((entry) => entry.id === story), step: Number(step) };
  }

  #by(steps) {
    const { story, step } = this.#current();
    if (story) this.#go(story, Math.min(story.steps.length, Math.max(1, step + steps)));
  }

  #show(story, step, number) {
    if (!step) return this.#caption?.setAttribute("hidden", "");
    if (!this.#caption) {
      this.#caption = make("section", { id: "caption", "aria-live": "polite" });
      document.getElementById("content").after(this.#caption);
      const { style } = document.documentElement;
      new ResizeObserver(([entry]) => {
        if (entry.target === this.#caption) style.setProperty("--caption", `${entry.target.offsetHeight}px`);
      }).observe(this.#caption);
    }
    const count = this.#page.text("present.step").replace("{n}", String(number)).replace("{all}", String(story.steps.length));
    const buttons = make("div", { class: "choices" },
      this.#button(this.#page.text("present.previous"), () => this.#by(-1)),
      this.#button(this.#page.text("present.next"), () => this.#by(1)),
      this.#button(this.#page.text("present.overview"), () => this.#overview()),
      this.#button(this.#page.text("present.leave"), () => this.#leave()));
    this.#caption.replaceChildren(make("div", {}, make("h2", {}, step.title), make("p", {}, step.text)),
      make("div", { class: "progress" }, make("span", {}, count), buttons));
    this.#caption.hidden = false;
    document.title = `${step.title} – ${story.title}`;
    this.#tellNotes(story, number);
  }

  #end() {
    clearTimeout(this.#clock);
    this.#caption?.remove();
    this.#caption = null;
    this.#notes?.close();
    this.#notes = null;
    this.#uncover();
    this.#light = false;
    document.documentElement.removeAttribute("data-spotlight");
    document.documentElement.style.removeProperty("--caption");
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }

  #leave() { this.#page.run("set?present=&kiosk=&story=&step="); }

  #key(event) {
    if (!document.documentElement.hasAttribute("data-present") || event.ctrlKey || event.altKey || event.metaKey) return;
    const open = document.querySelector("dialog[open]");
    if (open) return; // the dialog has the keys
    this.#touched();
    const take = (action) => {
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    if (/^\d$/.test(event.key)) return take(() => { this.#typed = (this.#typed + event.key).slice(-2); });
    // What has the focus answers to Enter and Space as everywhere.
    const onControl = event.target.closest?.("button, a, input");
    if (onControl && ["Enter", " "].includes(event.key) && !this.#typed) return;
    const typed = this.#typed;
    this.#typed = "";
    switch (event.key) {
      case "ArrowRight": case "PageDown": case " ": return take(() => this.#by(1));
      case "ArrowLeft": case "PageUp": case "Backspace": return take(() => this.#by(-1));
      case "Enter": return take(() => (typed ? this.#go(this.#current().story, Number(typed)) : this.#by(1)));
      case "Home": return take(() => this.#by(-99));
      case "End": return take(() => this.#by(99));
      case "Escape": return take(() => (this.#cover ? this.#uncover() : this.#leave()));
      case "b": case "B": case ".": return take(() => this.#blank("black"));
      case "w": case "W": case ",": return take(() => this.#blank("white"));
      case "o": case "O": return take(() => this.#overview());
      case "n": case "N": return take(() => this.#openNotes());
      case "s": case "S": return take(() => this.#spotlight());
    }
  }

  #blank(colour) {
    const same = this.#cover?.dataset.colour === colour;
    this.#uncover();
    if (same) return;
    this.#cover = make("div", { class: "cover", "data-colour": colour });
    this.#cover.addEventListener("click", () => this.#uncover());
    document.body.append(this.#cover);
  }

  #uncover() {
    this.#cover?.remove();
    this.#cover = null;
  }

  #spotlight() {
    this.#light = !this.#light;
    document.documentElement.toggleAttribute("data-spotlight", this.#light);
  }

  #move(event) {
    if (!this.#light) return;
    document.documentElement.style.setProperty("--light-x", `${event.clientX}px`);
    document.documentElement.style.setProperty("--light-y", `${event.clientY}px`);
  }

  #overview() {
    const { story, step } = this.#current();
    if (!story) return;
    const list = make("ol");
    story.steps.forEach((entry, i) => {
      const button = this.#button(entry.title, () => {
        document.querySelector("dialog[open]")?.close();
        this.#go(story, i + 1);
      });
      if (i + 1 === step) button.setAttribute("aria-current", "step");
      list.append(make("li", {}, button));
    });
    this.#dialog(story.title, list, make("p", { class: "quiet" }, this.#page.text("present.keys")));
  }

  #dialog(title, ...children) {
    const heading = make("h2", { id: "dialog-title" }, title);
    const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, heading, ...children,
      this.#button(this.#page.text("panel.close"), () => dialog.close()));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[aria-current]")?.focus();
  }

  #button(text, action) {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", action);
    return button;
  }

  // The speaker's window: notes, what comes next, the time. Without it (a blocked window) the presentation goes on.
  #openNotes() {
    this.#notes = window.open("", "wsis-notes", "width=700,height=520");
    if (!this.#notes) return;
    const { story, step } = this.#current();
    const source = document.querySelector("link[rel=stylesheet], style");
    const sheet = this.#notes.document.importNode(source, true);
    if (source.href) sheet.href = source.href; // whole: the new window has an address of its own
    this.#notes.document.head.replaceChildren(sheet);
    const tick = () => {
      if (!this.#notes || this.#notes.closed) return;
      this.#tellTime();
      this.#notes.setTimeout(tick, 1000);
    };
    this.#began ||= Date.now();
    this.#tellNotes(story, step);
    tick();
  }

  #tellTime() {
    const seconds = Math.floor((Date.now() - this.#began) / 1000);
    const time = this.#notes.document.getElementById("time");
    if (time) time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  #tellNotes(story, number) {
    if (!this.#notes || this.#notes.closed) return;
    const { document: page } = this.#notes;
    const add = (tag, text, id) => {
      const element = page.createElement(tag);
      element.textContent = text;
      if (id) element.id = id;
      return element;
    };
    const step = story.steps[number - 1];
    const next = story.steps[number];
    page.title = this.#page.text("present.notes");
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.dir = document.documentElement.dir;
    const article = page.createElement("article");
    article.append(add("h1", step.title), add("p", step.notes), add("p", next ? this.#page.text("present.then").replace("{title}", next.title) : ""),
      add("p", "", "time"));
    page.body.replaceChildren(article);
    this.#tellTime();
  }

  // A kiosk goes on by itself; whoever touches it has the time to look, then it starts again.
  #wind(story, number, after) {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      if (this.#page.state().kiosk !== "1") return;
      if (story) this.#go(story, after === KIOSK_STEP ? (number % story.steps.length) + 1 : 1);
      else this.#load().then((stories) => stories?.length && this.#go(stories[0], 1));
    }, story ? after : 0);
  }

  #touched() {
    const { kiosk } = this.#page.state() ?? {};
    if (kiosk === "1") this.#wind(this.#current().story, this.#current().step, KIOSK_REST);
  }
}
