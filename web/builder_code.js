// The two codes that put the explorer on somebody's page (docs/EMBEDDING.md): a frame without a script, in the form of
// core/views/share_view.cpp, and one line of script for embed.js. Plain functions of the choices.

/** What the frame may do; embed.js gives its frame the same. */
export const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
export const ALLOW = "fullscreen; clipboard-write";

/** How embed.js calls its frame without being told. */
const USUAL_TITLE = "WSIS–SDG Explorer";

/**
 * @typedef {object} Choices
 * @property {Map<string, string>} parameters of the address, without those that say what is usual
 * @property {string} title of the frame
 * @property {number} height in pixels
 * @property {boolean} fits the line of script keeps the frame as high as its content
 * @property {number} width in pixels, 0 for all there is
 */

/** Text as the value of an attribute between double quotes. */
export const escapeHtml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A value of the address, with the same characters left as they are as in core/base/strings.cpp. */
const urlEncode = (text) => encodeURIComponent(text).replaceAll("%2C", ",")
  .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** "lang=fr&line=C5", or "" */
export const queryOf = (parameters) => [...parameters].map(([name, value]) => `${name}=${urlEncode(value)}`).join("&");

/** What the frame shows. `site`: where the explorer lies. */
export function frameAddress(site, parameters) {
  const query = queryOf(parameters);
  return `${site}embed.html${query ? `?${query}` : ""}`;
}

/** @param {string} site @param {Choices} choices */
export function frameCode(site, { parameters, title, height, width }) {
  const attributes = [
    ["src", frameAddress(site, parameters)], ["title", title], ["loading", "lazy"], ["width", width ? String(width) : "100%"],
    // A frame of so many pixels must not be wider than a phone.
    ["height", String(height)], ["style", width ? "border:0;max-width:100%" : "border:0"], ["allow", ALLOW], ["sandbox", SANDBOX],
  ];
  return `<iframe ${written(attributes)}></iframe>`;
}

/** @param {string} site @param {Choices} choices */
export function scriptCode(site, { parameters, title, height, fits, width }) {
  const attributes = [["src", `${site}embed.js`], ...[...parameters].map(([name, value]) => [`data-${name}`, value])];
  if (title !== USUAL_TITLE) attributes.push(["data-title", title]);
  if (!fits) attributes.push(["data-height", String(height)]);
  if (width) attributes.push(["data-width", String(width)]);
  return `<script ${written(attributes)} async></script>`;
}

const written = (attributes) => attributes.map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(" ");
