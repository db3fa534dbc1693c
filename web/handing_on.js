// Handing on what the core made: to the clipboard, or as a file.

export const today = () => new Date().toISOString().slice(0, 10);

/** Whether the browser let the text be copied. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const TYPES = { csv: "text/csv", json: "application/json", svg: "image/svg+xml", png: "image/png" };

function offerFile(name, kind, parts) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: kind === "png" ? TYPES.png : `${TYPES[kind]};charset=utf-8` }));
  link.download = `wsis-sdg-${name}-${today()}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Draws an SVG document `scale` times as large; null where the browser cannot hold so many pixels. */
async function rasterise(svg, scale) {
  const address = URL.createObjectURL(new Blob([svg], { type: TYPES.svg }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, TYPES.png));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Saves something as a file: "links-csv" → wsis-sdg-links-2026-11-25.csv, "picture-png2" → a picture of twice the size.
 * @param {string} what @param {(what: string) => string} make gives the content of a name @returns whether it could be made
 */
export async function saveFile(what, make) {
  const [name, kind] = what.split("-");
  if (kind.startsWith("png")) {
    const picture = await rasterise(make(`${name}-svg`), Number(kind.slice(3)));
    if (picture) offerFile(name, "png", [picture]);
    return picture !== null;
  }
  // Without a byte order mark some spreadsheets guess another encoding.
  offerFile(name, kind, [kind === "csv" ? "\uFEFF" : "", make(what)]);
  return true;
}
