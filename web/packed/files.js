// The files that a packed page carries: gzip, as base64, in elements <script type="text/plain" data-file="name name …">.

const base = new URL(".", location.href).href;

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** @param {string} url whole, or from the site's root @returns {Promise<Response> | null} */
export function file(url) {
  const name = url.startsWith(base) ? url.slice(base.length) : url;
  const element = document.querySelector(`script[data-file~="${CSS.escape(name)}"]`);
  if (!element) return null;
  const packed = new Blob([bytesOf(element.text.trim())]);
  return Promise.resolve(new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))));
}
