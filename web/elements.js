// Elements that the page's own scripts make: by name, attributes and text, never from HTML.

/** @returns {HTMLElement} */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @returns {HTMLButtonElement} */
export function makeButton(text, action, attributes = {}) {
  const button = make("button", { type: "button", ...attributes }, text);
  button.addEventListener("click", action);
  return button;
}

let dialogs = 0; // one may stand on another: each heading has a name of its own

/**
 * A dialog with a heading and, below what it holds, the last of its buttons, which closes it. Gone when closed.
 * @param {{title: string, close: string, buttons?: HTMLButtonElement[]}} parts
 */
export function openDialog({ title, close, buttons = [] }, ...children) {
  dialogs += 1;
  const heading = make("h2", { id: `dialog-title-${dialogs}` }, title);
  const dialog = make("dialog", { "aria-labelledby": heading.id }, heading, ...children,
    make("div", { class: "actions" }, ...buttons, makeButton(close, () => dialog.close(), { class: "close" })));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[aria-current]")?.focus();
  return dialog;
}

export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
}

/** Asks for one JSON file; must be called while a person acts. */
export function chooseJson(take) {
  const input = make("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", () => input.files[0] && take(input.files[0]));
  input.click();
}
