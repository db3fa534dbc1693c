// The page's address: what it asks for, and how what is shown is written into it.

/** A person's own story goes by this id: story=own … */
export const OWN = "own";

/** … and stands in the fragment, which no server is sent. */
export const STORY = "#story=";
export const isStoryFragment = (hash) => hash.startsWith(STORY);

// What belongs to the reader or to the page around, not to a view.
const SETTINGS = ["present", "kiosk", "story", "step", "help", "share", "embed", "theme", "lang", "keys", "controls", "search", "plain", "data"];

/** The view that a query asks for, without settings. */
export function viewOf(query) {
  const parameters = new URLSearchParams(query);
  for (const name of SETTINGS) parameters.delete(name);
  return parameters.toString();
}

/** The page's query; embed.html is embedded without saying so. */
export function ownQuery() {
  const query = new URLSearchParams(location.search);
  if ("embedPage" in document.documentElement.dataset) query.set("embed", "1");
  return `?${query}`;
}

function write(address, isNew) {
  try {
    if (isNew) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // An opaque origin (a sandboxed frame) has no history to write; the view works all the same.
  }
}

/**
 * Writes what is shown. A person's own story stays in the fragment for as long as it is told, and no longer: who goes on and
 * copies the address does not give the speaker's notes away.
 * @param {"none" | "replace" | "push"} step
 */
export function writeAddress(step, query) {
  if (step === "none") return;
  const tells = isStoryFragment(location.hash) && new URLSearchParams(query).get("story") === OWN;
  write((query ? `?${query}` : location.pathname) + (tells ? location.hash : ""), step === "push");
}

/** Puts a story into the present address, or takes it out (""). */
export function writeFragment(fragment) {
  if (location.hash !== fragment) write(location.pathname + location.search + fragment, false);
}
