// Links of a packed page. A page that stands alone has no text edition beside it: the pages to read (about, sources,
// accessibility) are then shown in a dialog, and links that would lead to other pages of it lead nowhere.

import { file } from "./files.js";

const root = document.documentElement;
const isAlone = root.dataset.packed === "alone";
const PAGE = /^(?:\.\.\/)*((?:[a-z]{2}\/)?[\w./-]+\.html)(?:[?#].*)?$/;

/** Shows "en/about.html" where the page carries it and has no such file beside it. */
export function read(address) {
  const [, name] = PAGE.exec(address) ?? [];
  const found = isAlone && name ? file(name) : null;
  if (!found) return false;
  show(found, name.slice(0, 2)).catch((error) => console.warn(`wsis-explorer: ${error.message}`));
  return true;
}

/** Hears clicks that the explorer has left to the browser. */
export function stayHere(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented) return;
  const address = link.getAttribute("href");
  if (address === "./") link.href = location.pathname; // a folder of files has no first page of its own
  if (isAlone && event.button !== 2 && PAGE.test(address)) {
    event.preventDefault();
    read(address);
  }
}

async function show(response, language) {
  const page = new DOMParser().parseFromString(await (await response).text(), "text/html");
  const { messages } = JSON.parse(await (await file(`i18n/${language}.json`)).text());
  const text = document.createElement("div");
  text.append(...document.importNode(page.querySelector("article"), true).childNodes);
  for (const element of text.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const link of text.querySelectorAll("a[href]")) link.target = "_blank";
  const title = text.querySelector("h1");
  title.id = "dialog-title";
  title.tabIndex = -1;
  title.autofocus = true;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = messages["panel.close"];
  const dialog = document.createElement("dialog");
  dialog.className = "reading";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(text, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.querySelector("dialog[open]")?.close();
  document.body.append(dialog);
  dialog.showModal();
}
