// The steps of a person's own story as a list to edit: texts, order, views. What is typed is kept at once.

import { closeDialogs, make, makeButton, openDialog } from "./elements.js";
import { LANGUAGES } from "./languages.js";
import { LIMITS } from "./own_story.js";
import { textOf } from "./story_faults.js";

let fields = 0; // for the ids that join a label to its field

export class StepList {
  #page;
  #story;
  #hooks; // {changed, view, show}
  #list = make("ol", { class: "steps" });
  #status = make("p", { role: "status" });
  #undo;

  /**
   * @param {{text: (key: string) => string, plural: (key: string, n: number) => string, language: () => string}} page
   * @param {import("./own_story.js").Story & {removed?: {step: import("./own_story.js").Step, at: number}}} story
   * @param {{changed: () => void, view: () => string, show: (state: string) => void}} hooks
   */
  constructor(page, story, hooks) {
    this.#page = page;
    this.#story = story;
    this.#hooks = hooks;
    this.#undo = makeButton(page.text("story.undo"), () => this.#restore());
    this.#undo.hidden = !story.removed;
    story.steps.forEach((step) => this.#list.append(this.#item(step)));
    this.#number();
    const first = this.#list.querySelector("details");
    if (first && story.steps.length === 1) first.open = true;
    if (story.removed) this.#status.textContent = textOf(page, "story.removed", { title: story.removed.step.title });
    else this.#tellCount();
    openDialog({ title: page.text("story.stepsTitle"), close: page.text("panel.close") },
      make("div", { class: "pair" }, this.#field("story.name", "title", this.#story, LIMITS.title), this.#languages()),
      make("div", { class: "status" }, this.#status, this.#undo), this.#list).classList.add("wide");
  }

  #tellCount() {
    const { steps } = this.#story;
    this.#status.textContent = steps.length > 0 ? this.#page.plural("story.count", steps.length) : this.#page.text("story.empty");
  }

  /** Attributes of the story's own words, which may be in another language than the page. */
  #words() {
    const { tag, direction } = LANGUAGES[this.#story.language];
    return { "data-own": "", lang: tag, dir: direction };
  }

  /** A labelled field of `holder[name]`; titles have one line and are never left empty. */
  #field(key, name, holder, most, rows = 0, written = () => {}) {
    fields += 1;
    const id = `story-field-${fields}`;
    const field = make(rows ? "textarea" : "input", { id, maxlength: most, ...this.#words(), ...(rows ? { rows } : { type: "text" }) });
    field.value = holder[name];
    field.addEventListener("input", () => {
      if (!rows && field.value.trim() === "") return;
      holder[name] = field.value;
      written();
      this.#hooks.changed();
    });
    field.addEventListener("change", () => { field.value = holder[name]; });
    return make("div", { class: "field" }, make("label", { for: id }, this.#page.text(key)), field);
  }

  #languages() {
    const select = make("select", { id: "story-language" });
    for (const [code, { tag }] of Object.entries(LANGUAGES)) {
      const name = new Intl.DisplayNames([tag], { type: "language" }).of(code);
      select.append(make("option", { value: code, lang: tag, ...(code === this.#story.language ? { selected: "" } : {}) }, name));
    }
    select.addEventListener("change", () => {
      this.#story.language = select.value;
      for (const element of select.closest("dialog").querySelectorAll("[data-own]")) {
        for (const [name, value] of Object.entries(this.#words())) element.setAttribute(name, value);
      }
      this.#hooks.changed();
    });
    return make("div", { class: "field" }, make("label", { for: "story-language" }, this.#page.text("story.language")), select);
  }

  #item(step) {
    fields += 1;
    const name = make("span", { id: `story-step-${fields}`, ...this.#words() }, step.title);
    const item = make("li");
    const button = (key, action) => makeButton(this.#page.text(key), action, { "aria-describedby": name.id });
    const up = button("story.up", () => this.#move(item, step, -1));
    const down = button("story.down", () => this.#move(item, step, 1));
    up.dataset.way = "up";
    down.dataset.way = "down";
    item.append(
      make("details", {}, make("summary", {}, make("span", { class: "tag" }), " ", name),
        this.#field("story.stepTitle", "title", step, LIMITS.title, 0, () => { name.textContent = step.title; }),
        this.#field("story.stepText", "text", step, LIMITS.text, 2),
        this.#field("present.notes", "notes", step, LIMITS.text, 4),
        make("div", { class: "actions" },
          button("story.show", () => this.#show(step)),
          button("story.replace", () => this.#replace(step)),
          button("story.remove", () => this.#remove(item, step)))),
      make("div", { class: "actions" }, up, down));
    return item;
  }

  #number() {
    const items = [...this.#list.children];
    items.forEach((item, i) => {
      item.querySelector(".tag").textContent = String(i + 1);
      item.querySelector("[data-way=up]").disabled = i === 0;
      item.querySelector("[data-way=down]").disabled = i === items.length - 1;
    });
  }

  #move(item, step, by) {
    const { steps } = this.#story;
    const from = steps.indexOf(step);
    steps.splice(from, 1);
    steps.splice(from + by, 0, step);
    if (by < 0) item.previousElementSibling.before(item);
    else item.nextElementSibling.after(item);
    this.#number();
    const wanted = item.querySelector(by < 0 ? "[data-way=up]" : "[data-way=down]");
    const other = item.querySelector(by < 0 ? "[data-way=down]" : "[data-way=up]");
    (wanted.disabled ? other : wanted).focus();
    this.#status.textContent = textOf(this.#page, "story.moved", { title: step.title, n: from + by + 1, all: steps.length });
    this.#hooks.changed();
  }

  #show(step) {
    closeDialogs();
    this.#hooks.show(step.state);
  }

  #replace(step) {
    step.state = this.#hooks.view();
    this.#status.textContent = textOf(this.#page, "story.replaced", { title: step.title });
    this.#hooks.changed();
  }

  #remove(item, step) {
    const { steps } = this.#story;
    const at = steps.indexOf(step);
    steps.splice(at, 1);
    item.remove();
    this.#number();
    this.#story.removed = { step, at };
    this.#undo.hidden = false;
    this.#undo.focus();
    this.#status.textContent = textOf(this.#page, "story.removed", { title: step.title });
    this.#hooks.changed();
  }

  #restore() {
    const { step, at } = this.#story.removed;
    const { steps } = this.#story;
    if (steps.length >= LIMITS.steps) {
      this.#status.textContent = textOf(this.#page, "story.full", { most: LIMITS.steps });
      return;
    }
    const item = this.#item(step);
    const next = this.#list.children[at];
    steps.splice(at, 0, step);
    if (next) next.before(item);
    else this.#list.append(item);
    this.#number();
    delete this.#story.removed;
    this.#undo.hidden = true;
    item.querySelector("summary").focus();
    this.#tellCount();
    this.#hooks.changed();
  }
}
