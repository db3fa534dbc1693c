// Keeps the keyboard focus where a person was when what had it goes away: a chip that was dropped, a button that was used up.

const FOCUSABLE = "a[href], button:not([disabled]), input, summary, [tabindex]";

/**
 * Call before the page changes; call what it gives afterwards.
 * @param {HTMLElement} content
 */
export function focusKeeper(content) {
  const active = document.activeElement;
  if (!active || !content.contains(active)) return () => {};
  const around = [];
  for (let element = active.parentElement; element && element !== content.parentElement; element = element.parentElement) around.push(element);
  return () => {
    if (active.isConnected || document.activeElement !== document.body) return;
    const left = around.find((element) => element.isConnected);
    const next = left?.querySelector(FOCUSABLE);
    next?.focus({ preventScroll: true });
  };
}
