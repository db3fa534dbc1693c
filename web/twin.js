// The accessible twin: real elements kept in step with what the core describes. It knows elements, not views: which there
// are is decided in core/export/element.cpp. Text arrives as text and stays text; only the attributes named here are set.

const ATTRIBUTES = new Set([
  "id", "class", "lang", "dir", "role", "href", "rel", "target", "scope", "colspan", "tabindex", "type", "disabled",
  "hidden", "data-command", "aria-label", "aria-labelledby", "aria-describedby", "aria-current", "aria-selected",
  "aria-pressed", "aria-expanded", "aria-hidden", "open", "checked", "value", "placeholder", "autocomplete", "spellcheck",
  "data-input", "list", "hreflang", "viewBox", "d",
]);
const TAGS = new Set([
  "main", "header", "section", "article", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "a", "button",
  "blockquote", "span", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "canvas",
  "nav", "mark", "details", "summary", "label", "input", "datalist", "option", "svg", "path",
]);
const DRAWN = new Set(["svg", "path"]);
// What a person changes lives in properties: the attribute is only where they began.
const PROPERTIES = { checked: (element, value) => { element.checked = value !== null; },
  value: (element, value) => { if (element !== document.activeElement) element.value = value ?? ""; },
  open: (element, value) => { if (value !== null) element.open = true; } };

/** Only addresses that lead to a page are followed. */
function isSafeAddress(address) {
  return /^(https?:|\?|\.\/|#|(\.\.\/)?([a-z]{2}\/)?[\w.-]+\.html)/.test(address);
}

function setAttribute(element, name, value) {
  if (!ATTRIBUTES.has(name)) throw new Error(`the twin has no attribute ${name}`);
  PROPERTIES[name]?.(element, value);
  if (name === "open") return; // a group stays as a person left it
  if (value === null) {
    element.removeAttribute(name);
  } else if (name !== "href" || isSafeAddress(value)) {
    element.setAttribute(name, value);
  }
}

export class Twin {
  /** @param {HTMLElement} root the page's <main>, already filled by the static edition */
  constructor(root) {
    this.element = root;
    this.node = null;
  }

  /** Takes over what the page was delivered with and makes it equal to `description`. */
  adopt(description) {
    this.node = this.#adopt(this.element, description);
  }

  /** Runs the operations of core/export/element_patch.h. */
  patch(operations) {
    for (const [operation, path, ...rest] of operations) {
      let node = this.node;
      for (const index of path) node = node.children[index];
      if (operation === "x") this.#setText(node, rest[0]);
      if (operation === "a") this.#setAttribute(node, rest[0], rest[1]);
      if (operation === "c") this.#splice(node, ...rest);
    }
  }

  // What bears the same name before and after stays the element that it was: the picture's canvas above all, which nothing
  // could bring back, but also what has the focus.
  #splice(node, first, count, descriptions) {
    const old = node.children.slice(first, first + count);
    const made = descriptions.map((description) => {
      const kept = description.a?.id && old.find(({ element }) => element.id === description.a.id && element.localName === description.t);
      return kept ? this.#renew(kept, description) : this.#make(description);
    });
    for (const gone of old) if (!made.includes(gone)) gone.element.remove();
    let before = node.children[first + count]?.element ?? null;
    for (const { element } of [...made].reverse()) {
      if (element.parentNode !== node.element || element.nextSibling !== before) node.element.insertBefore(element, before);
      before = element;
    }
    node.children.splice(first, count, ...made);
  }

  /** Makes a node equal to another description. */
  #renew(node, description) {
    const wanted = description.a ?? {};
    for (const name of Object.keys(node.attributes)) if (!(name in wanted)) this.#setAttribute(node, name, null);
    for (const [name, value] of Object.entries(wanted)) if (node.attributes[name] !== value) this.#setAttribute(node, name, value);
    if ((node.text?.data ?? "") !== (description.x ?? "")) this.#setText(node, description.x ?? "");
    const wantedChildren = description.c ?? [];
    const fits = (child, i) => child.element.localName === wantedChildren[i].t && child.attributes.id === wantedChildren[i].a?.id;
    if (node.children.length === wantedChildren.length && node.children.every(fits)) {
      node.children.forEach((child, i) => this.#renew(child, wantedChildren[i]));
    } else {
      this.#splice(node, 0, node.children.length, wantedChildren);
    }
    return node;
  }

  // The page sets attributes of its own too (the grid's tab stop): only those that were described are taken back.
  #setAttribute(node, name, value) {
    setAttribute(node.element, name, value);
    if (value === null) delete node.attributes[name];
    else node.attributes[name] = value;
  }

  #setText(node, text) {
    if (!node.text) {
      node.text = document.createTextNode("");
      node.element.prepend(node.text);
    }
    node.text.data = text;
  }

  #make(description) {
    if (!TAGS.has(description.t)) throw new Error(`the twin has no element ${description.t}`);
    const element = DRAWN.has(description.t) ? document.createElementNS("http://www.w3.org/2000/svg", description.t)
      : document.createElement(description.t);
    const node = { element, attributes: {}, text: null, children: [] };
    for (const [name, value] of Object.entries(description.a ?? {})) this.#setAttribute(node, name, value);
    if (description.x) this.#setText(node, description.x);
    for (const child of description.c ?? []) {
      const made = this.#make(child);
      node.element.append(made.element);
      node.children.push(made);
    }
    return node;
  }

  #adopt(element, description) {
    const wanted = description.a ?? {};
    const isRoot = element === this.element;
    for (const { name } of [...element.attributes]) {
      // Others are not the twin's own: the size of the canvas, for one.
      if (!ATTRIBUTES.has(name) || name === "open" || (isRoot && name === "id")) continue;
      if (!(name in wanted)) element.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(wanted)) {
      if (!isRoot && element.getAttribute(name) !== value) setAttribute(element, name, value);
    }
    const node = { element, attributes: { ...wanted }, text: null, children: [] };
    for (const child of [...element.childNodes]) {
      if (child.nodeType !== Node.TEXT_NODE) continue;
      if (!node.text && description.x) node.text = child;
      else child.remove();
    }
    if (description.x && node.text?.data !== description.x) this.#setText(node, description.x);

    const existing = [...element.children];
    const descriptions = description.c ?? [];
    let next = 0;
    for (const child of descriptions) {
      const id = child.a?.id;
      const fits = (e) => e && e.localName === child.t && (e.id || undefined) === id;
      // What the program adds (an open article) stands before elements that are there already: look a little ahead.
      const found = existing.findIndex((e, index) => index >= next && fits(e));
      if (found >= 0) {
        for (const stale of existing.slice(next, found)) stale.remove();
        node.children.push(this.#adopt(existing[found], child));
        next = found + 1;
      } else {
        const made = this.#make(child);
        element.insertBefore(made.element, existing[next] ?? null);
        node.children.push(made);
      }
    }
    for (const stale of existing.slice(next)) stale.remove();
    return node;
  }
}
