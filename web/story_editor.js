// A story of a person's own: made on the page step by step, told, saved as a file, shared as a link. Nothing of it is stored;
// what it holds goes nowhere but where the person puts it.

import { isStoryFragment, OWN, viewOf, writeFragment } from "./address.js";
import { chooseJson, closeDialogs, make, makeButton, openDialog } from "./elements.js";
import { copyText, saveFile } from "./handing_on.js";
import { LANGUAGES } from "./languages.js";
import { LIMITS, looksLikeStory, packStory, readStory, unpackStory, writeStory } from "./own_story.js";
import { showBrokenLink, showFaults, textOf } from "./story_faults.js";
import { StepList } from "./story_steps.js";

const NOTHING = { story: null, faults: [{ pointer: "", kind: "link", values: {} }] };

export class StoryEditor {
  #page; // of the presenter: {run, state, query, text, plural, language, say}
  #present; // tells a story
  /** @type {import("./own_story.js").Story | null} the story that is being made */
  #made = null;
  #opened = null; // the story of an address: {fragment, read}
  #written = new Set(); // fragments that stand for the story being made, also as it was some steps ago
  #isUnsaved = false;
  #bar = null;
  #parts = {}; // of the bar

  constructor(page, present) {
    this.#page = page;
    this.#present = present;
  }

  #text(key, values) { return textOf(this.#page, key, values); }

  /** What the dialog of stories offers besides the stories told ready-made: own stories to tell, and buttons. */
  async offers() {
    const { story: opened } = (await this.#opened?.read) ?? NOTHING;
    const act = (key, action) => makeButton(this.#text(key), () => {
      closeDialogs();
      action();
    });
    const buttons = [act("story.make", () => this.#afterAsking(() => this.#begin()))];
    if (this.#made || opened) buttons.push(act("story.goOn", () => this.#goOn(opened)));
    buttons.push(act("story.openFile", () => this.#choose()));
    return { stories: [this.#made ?? opened].filter((story) => story?.steps.length > 0).map((story) => ({ id: OWN, ...story })), buttons };
  }

  /**
   * The story that the address asks for by story=own: the one in its fragment; where that is the one being made, or there is
   * none, the one being made.
   * @returns {Promise<{story: object | null, faults: import("./own_story.js").Fault[]}>}
   */
  async told() {
    const { hash } = location;
    if (isStoryFragment(hash) && !this.#written.has(hash)) {
      if (hash !== this.#opened?.fragment) this.#open(hash);
    } else if (this.#made) {
      return this.#made.steps.length > 0 ? { story: { id: OWN, isMade: true, ...this.#made }, faults: [] } : NOTHING;
    }
    const { story, faults } = (await this.#opened?.read) ?? NOTHING;
    return { story: story && { id: OWN, ...story }, faults };
  }

  #open(fragment) {
    const read = unpackStory(fragment, this.#page.language());
    this.#opened = { fragment, read };
    read.then(({ story, faults }) => {
      if (story && faults.length > 0) this.#page.say(this.#page.plural("story.faults", faults.length));
    });
  }

  /** While a story of one's own is told the address holds it, so that a reload goes on. */
  async keep(story) {
    const { isMade } = story;
    const fragment = isMade ? await packStory(story) : this.#opened.fragment;
    if (isMade) this.#written.add(fragment);
    // While it was packed the person may have gone elsewhere: out, or back to a link's story.
    const { hash } = location;
    if (this.#page.state().story !== OWN || (isMade && isStoryFragment(hash) && !this.#written.has(hash))) return;
    writeFragment(isMade && fragment.length > LIMITS.link ? "" : fragment);
  }

  /** Why there is nothing to tell. */
  explain(faults) { showBrokenLink(this.#page, faults); }

  /** After every change of what is shown; another language too. */
  follow() {
    if (!this.#made) return;
    if (!this.#bar) this.#build();
    const { title, language, steps } = this.#made;
    this.#bar.setAttribute("aria-label", this.#text("story.label"));
    this.#parts.name.textContent = title;
    this.#parts.name.lang = LANGUAGES[language].tag;
    this.#parts.name.dir = LANGUAGES[language].direction;
    const count = steps.length > 0 ? this.#page.plural("story.count", steps.length) : this.#text("story.empty");
    if (this.#parts.count.textContent !== count) this.#parts.count.textContent = count;
    for (const [key, button] of Object.entries(this.#parts.buttons)) button.textContent = this.#text(key);
    for (const key of ["present.open", "story.save", "panel.copyLink"]) this.#parts.buttons[key].disabled = steps.length === 0;
  }

  /** After a presentation, where its end left no focus. */
  resume() { this.#parts.buttons?.["present.open"].focus({ preventScroll: true }); }

  #build() {
    const button = (key, action) => ({ [key]: makeButton("", action) });
    this.#parts = {
      name: make("strong"),
      count: make("span", { class: "quiet" }),
      buttons: {
        ...button("story.add", () => this.#add()),
        ...button("story.steps", () => this.#editSteps()),
        ...button("present.open", () => this.#present({ id: OWN, isMade: true, ...this.#made })),
        ...button("story.save", () => this.#save()),
        ...button("story.open", () => this.#choose()),
        ...button("panel.copyLink", () => this.#copyLink()),
        ...button("panel.close", () => this.#afterAsking(() => this.#close())),
      },
    };
    this.#bar = make("section", { id: "story-bar" }, make("p", {}, this.#parts.name, " ", this.#parts.count),
      make("div", { class: "actions" }, ...Object.values(this.#parts.buttons)));
    document.getElementById("content").after(this.#bar);
    // The page gives the bar room: nothing lies under it, whatever has the focus.
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--bar", this.#bar ? `${this.#bar.offsetHeight}px` : "0px");
    }).observe(this.#bar);
  }

  #putAway() {
    this.#made = null;
    this.#isUnsaved = false;
    this.#written.clear();
    this.#bar?.remove();
    this.#bar = null;
    this.#parts = {};
    document.documentElement.style.removeProperty("--bar");
  }

  #close() {
    this.#putAway();
    document.getElementById("present-open")?.focus({ preventScroll: true });
  }

  #begin() {
    this.#putAway();
    this.#set({ title: this.#text("story.firstName"), language: this.#page.language(), steps: [] });
  }

  #set(story, fragment) {
    this.#made = story;
    this.#isUnsaved = false;
    this.#written = new Set(fragment ? [fragment] : []);
    this.follow();
    this.#parts.buttons["story.add"].focus({ preventScroll: true });
  }

  #goOn(opened) {
    if (this.#made) return this.#parts.buttons["story.add"].focus({ preventScroll: true });
    this.#set(structuredClone(opened), this.#opened.fragment);
  }

  #changed() {
    this.#isUnsaved = true;
    this.follow();
  }

  #add() {
    const { steps } = this.#made;
    if (steps.length >= LIMITS.steps) return this.#page.say(this.#text("story.full", { most: LIMITS.steps }));
    const site = ` – ${this.#text("site.title")}`;
    const title = document.title.endsWith(site) ? document.title.slice(0, -site.length) : document.title;
    steps.push({ state: viewOf(this.#page.query()), title, text: "", notes: "" });
    this.#changed();
    this.#page.say(this.#text("story.added", { n: steps.length, title }));
  }

  #editSteps() {
    new StepList(this.#page, this.#made, {
      changed: () => this.#changed(),
      view: () => viewOf(this.#page.query()),
      show: (state) => this.#page.run(`show?${state}`),
    });
  }

  #save() {
    saveFile("story-json", () => `${writeStory(this.#made)}\n`);
    this.#isUnsaved = false;
  }

  async #copyLink() {
    const { language, steps } = this.#made;
    const fragment = await packStory(this.#made);
    if (fragment.length > LIMITS.link) {
      const save = makeButton(this.#text("story.save"), () => {
        this.#save();
        closeDialogs();
      });
      return openDialog({ title: this.#text("panel.copyLink"), close: this.#text("panel.close"), buttons: [save] },
        make("p", {}, this.#text("story.tooLong", { n: fragment.length, most: LIMITS.link })));
    }
    const query = new URLSearchParams({ lang: language, ...Object.fromEntries(new URLSearchParams(steps[0].state)), present: "1", story: OWN, step: "1" });
    const link = `${location.href.split(/[?#]/)[0]}?${query}${fragment}`;
    if (await copyText(link)) return this.#page.say(this.#text("story.linkCopied"));
    const field = make("textarea", { id: "story-link", rows: 6, readonly: "", dir: "ltr" });
    field.value = link;
    openDialog({ title: this.#text("panel.copyLink"), close: this.#text("panel.close") },
      make("div", { class: "field" }, make("label", { for: "story-link" }, this.#text("story.linkByHand")), field));
    field.select();
  }

  /** Does what throws the present story away; where steps would be lost, only after the person said so. */
  #afterAsking(action) {
    if (!this.#made || !this.#isUnsaved || this.#made.steps.length === 0) return action();
    const { title, steps } = this.#made;
    const leave = (before) => () => {
      before();
      closeDialogs();
      action();
    };
    const buttons = [makeButton(this.#text("story.save"), leave(() => this.#save())), makeButton(this.#text("story.throwAway"), leave(() => {}))];
    openDialog({ title: this.#text("story.loseTitle"), close: this.#text("story.keep"), buttons },
      make("p", {}, this.#page.plural("story.lose", steps.length).replace("{title}", () => title)));
  }

  #choose() { chooseJson((file) => this.#read(file)); }

  /** Whether a file that was dropped on the page is a story; it is then opened. */
  async takeFile(file) {
    if (file.size > LIMITS.file || !looksLikeStory(await file.text())) return false;
    await this.#read(file);
    return true;
  }

  async #read(file) {
    const { story, faults } = file.size > LIMITS.file ? { story: null, faults: [{ pointer: "", kind: "size", values: {} }] }
      : readStory(await file.text(), this.#page.language());
    closeDialogs();
    if (!story) return showFaults(this.#page, this.#text("story.failed", { file: file.name }), faults);
    story.title ||= this.#text("story.firstName");
    this.#afterAsking(() => {
      this.#set(story);
      const read = this.#page.plural("story.read", story.steps.length);
      if (faults.length > 0) showFaults(this.#page, read, faults);
      else this.#page.say(read);
    });
  }
}
