// What the page itself says, outside the twin: a word that fades, a note with a button, why there is only text.

/** A word at the foot that fades; assistive technology hears it by the announcer instead. */
export function flash(text) {
  document.querySelector(".flash")?.remove(); // the newer word takes its place
  const note = document.createElement("p");
  note.className = "flash";
  note.textContent = text;
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  note.addEventListener("animationend", () => note.remove());
}

/** A note above the explorer with one button. */
export function offerNote(text, label, action) {
  document.getElementById("newer")?.remove();
  const note = document.createElement("p");
  note.id = "newer";
  note.className = "note";
  note.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", action);
  note.append(`${text} `, button);
  document.getElementById("content").before(note);
}

/** Says, where a reader sees it, why there is only text. */
export function textOnly(message) {
  document.documentElement.dataset.picture = "off";
  const note = document.getElementById("text-only");
  note.textContent = message;
  note.hidden = false;
}
