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

/** Saves data as a file: "links-csv" → wsis-sdg-links-2026-11-25.csv */
export function saveFile(what, text) {
  const [name, kind] = what.split("-");
  const type = kind === "csv" ? "text/csv" : "application/json";
  const mark = kind === "csv" ? "\uFEFF" : ""; // without it some spreadsheets guess another encoding
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([mark, text], { type: `${type};charset=utf-8` }));
  link.download = `wsis-sdg-${name}-${today()}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
