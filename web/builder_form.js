// The choices as fields: read from them, put into them. Parameters without a field are kept in a list with a button for each.

import { hasForm, isKept, tidied } from "./builder_address.js";

/** The fields take lists too where the explorer does: "2014,2015". In the matrix, lines and goals are one or none. */
const LISTS = new Set(["line", "goal", "year", "country", "status"]);
const ONE_IN_MATRIX = new Set(["line", "goal"]);
const USUAL = { height: 600, width: 640 };

const byId = (id) => document.getElementById(id);

/** A whole number inside the bounds of its field; its usual value where it holds none. */
function numberOf(field, usual) {
  const number = Math.round(field.valueAsNumber);
  return Number.isFinite(number) ? Math.min(Number(field.max), Math.max(Number(field.min), number)) : usual;
}

export class ChoiceForm {
  #fields = [...byId("builder-form").querySelectorAll("[name]")];
  #kept = new Map();
  #text;
  #changed;

  /** @param {(name: string) => string} text a message of the page @param {() => void} changed */
  constructor(text, changed) {
    this.#text = text;
    this.#changed = changed;
    const collator = new Intl.Collator(document.documentElement.lang);
    const country = byId("builder-country");
    const [any, ...countries] = country.options;
    country.append(any, ...countries.sort((a, b) => collator.compare(a.label, b.label)));
    country.value = "";
    byId("builder-form").addEventListener("input", (event) => this.#follow(event.target));
    for (const name of ["height", "width"]) {
      const field = byId(`builder-${name}`);
      field.addEventListener("change", () => {
        field.value = String(numberOf(field, USUAL[name]));
        this.#follow(field);
      });
    }
    this.#arrange();
  }

  /** What the page says without being told. */
  get #language() {
    return document.documentElement.dataset.language;
  }

  /** @returns {Map<string, string>} what the fields say, "auto" for the visitor's language */
  get parameters() {
    const said = new Map(this.#kept);
    for (const field of this.#fields) {
      if (field.closest("[hidden]")) continue;
      const value = field.type === "checkbox" && !field.checked ? "" : field.value.trim();
      if (value !== "") said.set(field.name, value);
    }
    return tidied(said);
  }

  /** @returns {import("./builder_code.js").Choices} */
  get choices() {
    const parameters = this.parameters;
    if (parameters.get("lang") === "auto") parameters.delete("lang");
    return {
      parameters, title: byId("builder-name").value.trim() || byId("builder-name").placeholder,
      height: numberOf(byId("builder-height"), USUAL.height), fits: byId("builder-fit").checked,
      width: byId("builder-all").checked ? 0 : numberOf(byId("builder-width"), USUAL.width),
    };
  }

  /** The choices as the query of this page's own address: what differs from what it would say anyway. */
  get query() {
    const query = new URLSearchParams([...this.parameters]);
    if (query.get("lang") === this.#language) query.delete("lang");
    const { height, fits, width } = this.choices;
    if (byId("builder-name").value.trim()) query.set("title", byId("builder-name").value.trim());
    if (height !== USUAL.height) query.set("height", String(height));
    if (!fits) query.set("fit", "0");
    if (width) query.set("width", String(width));
    return query.toString();
  }

  /**
   * Puts parameters into the fields; what is not named becomes usual, but the language stays.
   * @param {Map<string, string>} parameters
   * @returns {{parameter: string, value: string}[]} what does not exist and was left out
   */
  put(parameters) {
    const faults = [];
    const view = parameters.get("view") === "awards" ? "awards" : "matrix";
    for (const field of this.#fields) {
      if (field.name === "lang" && !parameters.has("lang")) continue;
      if (field.name === "sort" && field.closest("[data-view]").dataset.view !== view) continue;
      const value = parameters.get(field.name) ?? "";
      let left = "";
      if (field.type === "text") field.value = value.slice(0, field.maxLength);
      else left = field.type === "checkbox" ? putBox(field, value) : this.#choose(field, value, view);
      if (left !== "") faults.push({ parameter: field.name, value: left });
    }
    this.#kept = new Map();
    for (const [name, value] of parameters) {
      if (!isKept(name)) continue;
      if (hasForm(name, value)) this.#kept.set(name, value);
      else faults.push({ parameter: name, value });
    }
    this.#arrange();
    return faults;
  }

  /** Puts size and title, as they stand in this page's own address. */
  putSize(query) {
    byId("builder-name").value = query.get("title") ?? "";
    byId("builder-fit").checked = query.get("fit") !== "0";
    byId("builder-all").checked = !query.has("width");
    for (const name of ["height", "width"]) {
      const field = byId(`builder-${name}`);
      field.value = query.get(name) ?? "";
      field.value = String(numberOf(field, USUAL[name]));
    }
    this.#arrange();
  }

  /** Everything as on a page that was just opened. */
  clear() {
    this.put(new Map([["lang", this.#language]]));
    this.putSize(new URLSearchParams());
  }

  // Chooses one value, or several by an option made for them. Returns what does not exist.
  #choose(select, value, view) {
    for (const made of select.querySelectorAll("[data-made]")) made.remove();
    const names = new Map([...select.options].map((option) => [option.value, option.label]));
    const isList = LISTS.has(select.name) && !(view === "matrix" && ONE_IN_MATRIX.has(select.name));
    const wanted = value === "" ? [] : isList ? [...new Set(value.split(","))] : [value];
    const known = wanted.filter((one) => one !== "" && names.has(one));
    const together = known.join(",");
    if (known.length > 1) {
      const option = new Option(known.map((one) => names.get(one)).join(this.#text("comma")), together);
      option.dataset.made = "";
      select.append(option);
    }
    const usual = select.name === "lang" ? this.#language : select.options[0].value;
    select.value = together === "" ? usual : together;
    return wanted.filter((one) => !known.includes(one)).join(",");
  }

  #follow(field) {
    if (field.type === "number") {
      if (field.validity.valid) field.removeAttribute("aria-invalid");
      else field.setAttribute("aria-invalid", "true");
    }
    // A target belongs to its goal, and a project to what it was found by.
    if (["goal", "view"].includes(field.name)) this.#kept.delete("target");
    if (field.name === "view") {
      this.#kept.delete("award");
      for (const one of ["line", "goal"]) if (byId(`builder-${one}`).value.includes(",")) byId(`builder-${one}`).value = "";
    }
    this.#arrange();
  }

  // Shows what belongs to the choices and tells that they changed.
  #arrange() {
    const view = byId("builder-view").value;
    for (const part of byId("builder-form").querySelectorAll("[data-view]")) part.hidden = part.dataset.view !== view;
    byId("builder-width-row").hidden = byId("builder-all").checked;
    // The visitor's language is not known here: its title is the one of this page.
    const languages = byId("builder-lang");
    const own = languages.querySelector(`[value="${this.#language}"]`);
    byId("builder-name").placeholder = languages.selectedOptions[0].dataset.title ?? own.dataset.title;
    this.#listKept();
    this.#changed();
  }

  #listKept() {
    const box = byId("builder-kept");
    box.hidden = this.#kept.size === 0;
    box.querySelector("ul").replaceChildren(...[...this.#kept].map(([name, value]) => {
      const item = document.createElement("li");
      const code = document.createElement("code");
      code.textContent = `${name}=${value}`;
      code.dir = "ltr";
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.#text("drop").replace("{name}", name);
      button.addEventListener("click", () => {
        this.#kept.delete(name);
        this.#arrange();
        (box.querySelector("button") ?? byId("builder-line")).focus();
      });
      item.append(code, " ", button);
      return item;
    }));
  }
}

function putBox(box, value) {
  box.checked = value === box.value;
  return ["", "0", "1"].includes(value) ? "" : value;
}
