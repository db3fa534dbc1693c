// Single letters as shortcuts. They act only while the explorer has the focus, never while a person types, and never
// together with Ctrl, Alt or Meta; which there are, and whether they are on, the core decides (WCAG 2.1.4).

/** The letter of a key, also on a keyboard whose letters are not Latin: there the key's place counts. */
function letterOf(event) {
  if (/^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  return /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

/**
 * @param {HTMLElement} content what must hold the focus
 * @param {(key: string) => boolean} run tells whether the key meant something
 */
export function listenToLetters(content, run) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const target = event.target;
    // A page of our own has the focus also where nothing on it has; a page around us keeps its keys.
    const isOurs = content.contains(target) || (target === document.body && window.top === window);
    if (!isOurs || isTyping(target)) return;
    const letter = letterOf(event);
    if (letter && run(letter)) event.preventDefault();
  });
}
