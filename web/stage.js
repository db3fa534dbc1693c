// The box in which the picture stands: its exact size in device pixels, the person's preferences, the keyboard focus, and
// the WebGL context's ups and downs.

const queries = {
  dark: matchMedia("(prefers-color-scheme: dark)"),
  moreContrast: matchMedia("(prefers-contrast: more)"),
  forcedColors: matchMedia("(forced-colors: active)"),
  reducedMotion: matchMedia("(prefers-reduced-motion: reduce)"),
};

// What the matrix of 18 lines needs in height at the usual size: a presentation is as large as shows all of it.
const MATRIX_HEIGHT = 655;

function preferences() {
  const presented = "present" in document.documentElement.dataset;
  const height = document.getElementById("stage")?.clientHeight || innerHeight;
  const rootSize = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return {
    dark: queries.dark.matches,
    moreContrast: queries.moreContrast.matches || queries.forcedColors.matches,
    reducedMotion: queries.reducedMotion.matches,
    textScale: Math.min(4, Math.max(1, presented ? Math.min(rootSize / 16, height / MATRIX_HEIGHT) : rootSize / 16)),
  };
}

/** Whether this browser knows WebGL 2 at all; whether it can be had, opening the picture tells. */
export const knowsWebGL2 = () => "WebGL2RenderingContext" in window;

export class Stage {
  /** @param {import("./program.js").Program} program */
  constructor(program) {
    this.program = program;
    this.box = document.getElementById("stage");
    this.canvas = document.getElementById("canvas");
  }

  /** Another program (another language) draws from now on. */
  setProgram(program) {
    this.program = program;
    this.measure();
    this.program.setPreferences(preferences());
    this.program.setVisible(!document.hidden);
    if (document.activeElement === this.box) this.program.setFocused(true);
  }

  show() {
    this.#appear();
    this.#watchSize();
    this.#watchPreferences();
    this.box.addEventListener("focus", () => this.program.setFocused(true));
    this.box.addEventListener("blur", () => this.program.setFocused(false));
    document.addEventListener("visibilitychange", () => this.program.setVisible(!document.hidden));
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.program.setContext(false);
    });
    this.canvas.addEventListener("webglcontextrestored", () => this.program.setContext(true));
  }

  // The picture takes the text's place on the first screen. The text is not pushed about before a reader's eyes: it fades
  // out where it was and comes back below.
  #appear() {
    const root = document.documentElement;
    root.classList.add("appearing");
    requestAnimationFrame(() => requestAnimationFrame(() => root.classList.remove("appearing")));
    root.dataset.picture = "on";
  }

  measure() {
    const { width, height } = this.canvas.getBoundingClientRect();
    this.#apply(width, height, Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
  }

  #apply(width, height, deviceWidth, deviceHeight) {
    if (width > 0 && height > 0) this.program.resize(width, height, deviceWidth, deviceHeight);
  }

  #watchSize() {
    const apply = (...size) => this.#apply(...size);
    const measured = () => this.measure();
    measured();
    this.#watchHeader();
    const observer = new ResizeObserver(([entry]) => {
      const exact = entry.devicePixelContentBoxSize?.[0];
      const { width, height } = entry.contentRect;
      // An emulated density (developer tools, some tests) leaves the exact box in CSS pixels: then round instead.
      if (exact && Math.abs(exact.inlineSize - width * devicePixelRatio) < 2) {
        apply(width, height, exact.inlineSize, exact.blockSize);
      } else {
        measured();
      }
    });
    try {
      observer.observe(this.canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.canvas);
    }
    const watchDensity = () => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
        measured();
        watchDensity();
      }, { once: true });
    };
    watchDensity();
  }

  // The picture fills what the header leaves of the first screen, however many lines that has in this language.
  #watchHeader() {
    const measure = () => {
      const above = this.box.getBoundingClientRect().top + scrollY;
      document.documentElement.style.setProperty("--above", `${Math.ceil(above)}px`);
    };
    const observer = new ResizeObserver(measure);
    const watch = () => {
      observer.disconnect();
      for (const id of ["header", "places", "notices", "controls"]) {
        const element = document.getElementById(id);
        if (element) observer.observe(element);
      }
      measure();
    };
    watch();
    // A presentation puts them away; afterwards they are new ones.
    new MutationObserver(watch).observe(document.getElementById("content"), { childList: true });
  }

  #watchPreferences() {
    const tell = () => this.program.setPreferences(preferences());
    tell();
    for (const query of Object.values(queries)) query.addEventListener("change", tell);
    // The page's text size changes when a presentation begins and with the window while it runs.
    new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ["data-present"] });
    new ResizeObserver(tell).observe(this.box);
  }
}
