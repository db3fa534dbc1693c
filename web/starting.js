// The pace of starting: text first, then small steps; on a dear connection only when it is asked for.

import { textOnly } from "./notes.js";

/** Between two steps of starting the page answers to whoever touches it. */
export const breath = () => new Promise((resolve) => setTimeout(resolve));

/** When the text has been painted: what is loaded for the picture does not compete with it. */
export function firstText() {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000); // a browser that does not tell
    try {
      new PerformanceObserver((entries, observer) => {
        observer.disconnect();
        resolve();
      }).observe({ type: "paint", buffered: true });
    } catch {
      resolve();
    }
  });
}

/** The text edition with a button that names the picture's size in a language; `begin` loads it. */
export function offerLoading(language, begin) {
  const root = document.documentElement;
  const note = document.getElementById("text-only");
  const button = document.getElementById("load-picture");
  const weights = Object.fromEntries(root.dataset.weights.split(" ").map((entry) => entry.split(":")));
  button.textContent = button.textContent.replace("{size}", weights[language]);
  button.hidden = false;
  textOnly(note.dataset.sparing);
  button.addEventListener("click", () => {
    button.hidden = note.hidden = true;
    delete root.dataset.picture;
    delete root.dataset.sparing;
    begin();
  });
}
