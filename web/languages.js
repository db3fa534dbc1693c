// What each language needs: its tag and direction, the program that draws it, and its fonts.

export const LANGUAGES = {
  ar: { tag: "ar", direction: "rtl", module: "explorer_rtl", face: "latin", script: "arabic", format: "ttf" },
  zh: { tag: "zh-Hans", direction: "ltr", module: "explorer", face: "latin", script: "chinese", format: "otf" },
  en: { tag: "en", direction: "ltr", module: "explorer", face: "latin" },
  fr: { tag: "fr", direction: "ltr", module: "explorer", face: "latin" },
  ru: { tag: "ru", direction: "ltr", module: "explorer", face: "cyrillic" },
  es: { tag: "es", direction: "ltr", module: "explorer", face: "latin" },
};

/** The scripts that Emscripten wrote beside the programs, loaded when they are wanted. */
export const GLUE = { explorer: () => import("./explorer.js"), explorer_rtl: () => import("./explorer_rtl.js") };

/** The fonts of a language by role; `bytes` fetches one by its name. */
export async function fontsOf(code, bytes) {
  const { face, script, format } = LANGUAGES[code];
  const wanted = { regular: `${face}-regular.ttf`, bold: `${face}-bold.ttf` };
  if (script) {
    wanted.scriptRegular = `${script}-regular.${format}`;
    wanted.scriptBold = `${script}-bold.${format}`;
  }
  const entries = Object.entries(wanted).map(async ([role, name]) => [role, await bytes(name)]);
  return Object.fromEntries(await Promise.all(entries));
}
