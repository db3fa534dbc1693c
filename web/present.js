// Presenting: a story told step by step on the whole screen. Which view a step shows is a state of the explorer; this file
// knows the keys of clickers, the caption, the overview, the speaker's window and the kiosk's clock. A person's own story
// (web/story_editor.js) is told like every other.

import { OWN, viewOf } from "./address.js";
import { closeDialogs, make, makeButton, openDialog } from "./elements.js";
import { LANGUAGES } from "./languages.js";

const KIOSK_STEP = 20000; // milliseconds that a kiosk stays on a step
const KIOSK_REST = 60000; // after a person touched it, until it goes back to the start

/** The attributes of what a story says, where that may be another language than the page's. */
function inLanguageOf({ language }) {
  return language ? { lang: LANGUAGES[language].tag, dir: LANGUAGES[language].direction } : {};
}

export class Presenter {
  #page;
  #stories = null;
  #story = null; // the one that is told
  #editor = null; // of a person's own story, once it was wanted
  #isArriving = true; // nothing was told yet: the address may name a step without its view
  #turn = 0; // of follow()
  #caption = null;
  #typed = "";
  #clock = 0;
  #began = 0;
  #notes = null;
  #cover = null;
  #light = false;

  /**
   * @param {{run: (command: string, how?: "replace") => void, state: () => object, query: () => string, language: () => string,
   *          text: (key: string) => string, plural: (key: string, n: number) => string, say: (text: string) => void,
   *          load: () => Promise<object[]>}} page
   */
  constructor(page) {
    this.#page = page;
    document.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("pointermove", (event) => this.#move(event));
    document.addEventListener("pointerdown", () => this.#touched(), true);
  }

  /** The list of stories to choose from, as a dialog. */
  async choose() {
    const [stories, editor] = await Promise.all([this.#load(), this.#own()]);
    const own = (await editor?.offers()) ?? { stories: [], buttons: [] };
    if (document.querySelector("dialog[open]")) return; // pressed twice
    const list = make("ol");
    for (const story of [...own.stories, ...(stories ?? [])]) {
      list.append(make("li", {}, makeButton(story.title, () => this.#begin(story), inLanguageOf(story))));
    }
    this.#dialog(this.#page.text("present.stories"), list, make("div", { class: "actions" }, ...own.buttons),
      make("p", { class: "quiet" }, this.#page.text("present.keys")));
  }

  /** A file that was dropped on the page: whether it is a story, which is then opened. A frame makes none. */
  async takeFile(file) {
    const isJson = /json$/i.test(file.name) || file.type === "application/json";
    if (!isJson || document.documentElement.hasAttribute("data-embed")) return false;
    return (await (await this.#own())?.takeFile(file)) ?? false;
  }

  /** After every change of the state: shows the caption of the step, or puts everything away. */
  async follow() {
    this.#turn += 1;
    const turn = this.#turn;
    const { present, kiosk, story: id, step } = this.#page.state();
    const isOn = present === "1" || kiosk === "1";
    this.#editor?.follow();
    if (!isOn) return this.#end();
    const { story, faults } = await this.#find(id);
    if (turn !== this.#turn) return; // the state has changed since
    if (id && !story && (id === OWN || kiosk !== "1")) return this.#giveUp(id, faults);
    this.#story = story;
    const number = Math.min(Math.max(1, Number(step) || 1), story?.steps.length ?? 1);
    if (story && this.#isArriving) {
      this.#isArriving = false;
      // "present=1&story=goal9&step=3" says what is told, but not yet what is shown.
      if (viewOf(this.#page.query()) === "" && (step !== String(number) || story.steps[number - 1].state)) return this.#go(story, number, "replace");
    }
    this.#show(story, number);
    if (story?.id === OWN) this.#editor.keep(story);
    if (kiosk === "1") this.#wind(story, number, story ? KIOSK_STEP : 0);
  }

  /** Another language: its stories are loaded when they are wanted. */
  forget() { this.#stories = null; }

  async #load() {
    try {
      this.#stories ??= await this.#page.load();
    } catch {
      this.#page.say(this.#page.text("present.failed"));
    }
    return this.#stories;
  }

  /** What makes a story of one's own; most visits do without. */
  async #own() {
    try {
      const { StoryEditor } = await import("./story_editor.js");
      this.#editor ??= new StoryEditor(this.#page, (story) => this.#begin(story));
    } catch {
      this.#page.say(this.#page.text("present.failed"));
    }
    return this.#editor;
  }

  async #find(id) {
    if (id === OWN) return (await (await this.#own())?.told()) ?? {};
    return { story: id ? (await this.#load())?.find((entry) => entry.id === id) : null };
  }

  /** The story that the address asks for is not there: the explorer goes on without. */
  #giveUp(id, faults) {
    if (faults) this.#editor.explain(faults);
    else if (id !== OWN && this.#stories) this.#page.say(this.#page.text("present.unknown").replace("{id}", id));
    this.#leave();
  }

  #begin(story) {
    closeDialogs();
    this.#began = Date.now();
    this.#isArriving = false;
    // Only a person's own act may fill the screen; where that is refused the presentation runs in the window.
    document.documentElement.requestFullscreen?.().catch(() => {});
    this.#go(story, 1);
  }

  #go(story, number, how) {
    const step = story?.steps[number - 1];
    if (!step) return;
    const query = new URLSearchParams(step.state);
    const state = this.#page.state();
    query.set("present", "1");
    if (state.kiosk === "1") query.set("kiosk", "1");
    query.set("story", story.id);
    query.set("step", String(number));
    this.#page.run(`show?${query}`, how);
  }

  #current() {
    const { story, step } = this.#page.state();
    return { story: this.#story?.id === story ? this.#story : undefined, step: Number(step) };
  }

  #by(steps) {
    const { story, step } = this.#current();
    if (story) this.#go(story, Math.min(story.steps.length, Math.max(1, step + steps)));
  }

  #show(story, number) {
    const step = story?.steps[number - 1];
    if (!step) return this.#caption?.setAttribute("hidden", "");
    if (!this.#caption) {
      this.#caption = make("section", { id: "caption", "aria-live": "polite" });
      document.getElementById("content").after(this.#caption);
      new ResizeObserver(() => this.#makeRoom()).observe(this.#caption);
    }
    const count = this.#page.text("present.step").replace("{n}", String(number)).replace("{all}", String(story.steps.length));
    const buttons = make("div", { class: "choices" },
      makeButton(this.#page.text("present.previous"), () => this.#by(-1)),
      makeButton(this.#page.text("present.next"), () => this.#by(1)),
      makeButton(this.#page.text("present.overview"), () => this.#overview()),
      makeButton(this.#page.text("present.leave"), () => this.#leave()));
    const told = make("div", inLanguageOf(story), make("h2", {}, step.title), make("p", {}, step.text));
    this.#caption.replaceChildren(told, make("div", { class: "progress" }, make("span", {}, count), buttons));
    this.#caption.hidden = false;
    this.#makeRoom();
    if (told.scrollHeight > told.clientHeight) told.tabIndex = 0; // more than the screen holds: scrolled by keys as well
    document.title = `${step.title} – ${story.title}`;
    this.#tellNotes(story, number);
  }

  /** The picture ends where the caption begins. */
  #makeRoom() {
    if (this.#caption) document.documentElement.style.setProperty("--caption", `${this.#caption.offsetHeight}px`);
  }

  #end() {
    clearTimeout(this.#clock);
    this.#isArriving = false;
    const wasOn = this.#caption !== null;
    this.#caption?.remove();
    this.#caption = null;
    this.#story = null;
    this.#notes?.close();
    this.#notes = null;
    this.#uncover();
    this.#light = false;
    document.documentElement.removeAttribute("data-spotlight");
    document.documentElement.style.removeProperty("--caption");
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    // The focus goes back to where presentations begin.
    if (!wasOn || document.activeElement !== document.body) return;
    document.getElementById("present-open")?.focus({ preventScroll: true });
    this.#editor?.resume();
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
      const button = makeButton(entry.title, () => {
        closeDialogs();
        this.#go(story, i + 1);
      }, inLanguageOf(story));
      if (i + 1 === step) button.setAttribute("aria-current", "step");
      list.append(make("li", {}, button));
    });
    this.#dialog(story.title, list, make("p", { class: "quiet" }, this.#page.text("present.keys")));
  }

  #dialog(title, ...children) { openDialog({ title, close: this.#page.text("panel.close") }, ...children); }

  // The speaker's window: notes, what comes next, the time. Without it (a blocked window) the presentation goes on.
  #openNotes() {
    const { story, step } = this.#current();
    if (!story) return;
    if (this.#notes && !this.#notes.closed) return this.#notes.focus();
    this.#notes = window.open("", "wsis-notes", "width=700,height=520");
    if (!this.#notes) return;
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
    const add = (tag, text, attributes = {}) => {
      const element = page.createElement(tag);
      element.textContent = text;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const words = inLanguageOf(story);
    const step = story.steps[number - 1];
    const next = story.steps[number];
    page.title = this.#page.text("present.notes");
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.dir = document.documentElement.dir;
    const article = page.createElement("article");
    article.append(add("h1", step.title, words), add("p", step.notes, { ...words, class: "told" }),
      add("p", next ? this.#page.text("present.then").replace("{title}", () => next.title) : ""), add("p", "", { id: "time" }));
    page.body.replaceChildren(article);
    this.#tellTime();
  }

  // A kiosk goes on by itself; whoever touches it has the time to look, then it starts again.
  #wind(story, number, after) {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      if (this.#page.state().kiosk !== "1") return;
      if (story) return this.#go(story, after === KIOSK_STEP ? (number % story.steps.length) + 1 : 1);
      this.#load().then((stories) => (stories?.length ? this.#go(stories[0], 1) : this.#wind(null, 0, KIOSK_REST)));
    }, after);
  }

  #touched() {
    const { kiosk } = this.#page.state() ?? {};
    if (kiosk === "1") this.#wind(this.#current().story, this.#current().step, KIOSK_REST);
  }
}
