// Starts the explorer: the text is already on the page; this loads the program, takes the text over as the accessible
// twin, and brings the picture to life above it.

import { Grid } from "./grid.js";
import { Loading } from "./loading.js";
import { Program } from "./program.js";
import { hasWebGL2, Stage } from "./stage.js";
import { Twin } from "./twin.js";

const LANGUAGE = "en";
const marks = { navigation: performance.timeOrigin, firstText: 0, wasmReady: 0, firstFrame: 0, interactive: 0 };
const content = document.getElementById("content");
const announcer = document.getElementById("announcer");
const loading = new Loading();

let program = null;
let twin = null;
let grid = null;
let stage = null;
let frameHandle = 0;
let settled = []; // resolvers of idle()
let resolveReady;

const explorer = {
  ready: new Promise((resolve) => { resolveReady = resolve; }),
  getState: () => program?.state() ?? {},
  setState(partial) {
    const query = new URLSearchParams(Object.entries(partial).map(([k, v]) => [k, String(v ?? "")])).toString();
    execute(`set?${query}`);
    return program.state();
  },
  command(name, args = {}) {
    const query = new URLSearchParams(Object.entries(args).map(([k, v]) => [k, String(v ?? "")])).toString();
    execute(query ? `${name}?${query}` : name);
  },
  stats() {
    return {
      frames: 0, lastFrameMs: 0, p99FrameMs: 0, heapBytes: 0,
      ...(program?.stats() ?? {}),
      marks: { ...marks },
      dataset: program?.dataset() ?? { lines: 0, goals: 0, targets: 0, links: 0, awards: 0 },
    };
  },
  /** Resolves when no frame, fetch, font or texture is pending. */
  idle: () => explorer.ready.then(() => new Promise((resolve) => {
    settled.push(resolve);
    if (!frameHandle) settle();
  })),
  /** Where something stands on the picture, for tests and tours. */
  itemRect: (key) => program?.item(key) ?? null,
};
window.wsis = explorer;

function settle() {
  if (frameHandle || loading.pending > 0) return;
  const waiting = settled;
  settled = [];
  for (const resolve of waiting) resolve();
}

function requestFrame() {
  if (frameHandle) return;
  frameHandle = requestAnimationFrame((now) => {
    frameHandle = 0;
    program.frame(now);
    if (!frameHandle) settle();
  });
}

function announce(text) {
  announcer.textContent = text;
}

// Runs a command and brings the page in step: twin, title, theme, address.
function execute(command) {
  if (command.startsWith("page?")) return pageCommand(new URLSearchParams(command.slice(5)));
  const step = program.run(command);
  refresh();
  if (step === "none") return;
  const query = program.query();
  const address = query ? `?${query}` : location.pathname;
  try {
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // An opaque origin (a sandboxed frame) has no history to write; the view works all the same.
  }
}

function refresh() {
  const operations = program.twinPatch();
  if (operations.length > 0) {
    twin.patch(operations);
    grid.refresh();
  }
  document.title = program.title();
  const state = program.state();
  if (state.theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
  document.documentElement.dataset.level = state.level;
  document.documentElement.toggleAttribute("data-embed", state.embed === "1");
  document.documentElement.toggleAttribute("data-panel", Boolean(document.querySelector("article[id^=panel]")));
}

// What only the page can do.
async function pageCommand(parameters) {
  switch (parameters.get("do")) {
    case "copy-link":
      try {
        await navigator.clipboard.writeText(location.href);
        announce(program.text("page.linkCopied"));
        flash(program.text("page.linkCopied"));
      } catch {
        flash(program.text("page.linkNotCopied"));
      }
      break;
    case "visit": {
      const url = parameters.get("url") ?? "";
      if (/^https?:\/\//.test(url)) window.open(url, "_blank", "noopener,noreferrer");
      break;
    }
  }
}

function flash(text) {
  const note = document.createElement("p");
  note.className = "flash";
  note.textContent = text;
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  note.addEventListener("animationend", () => note.remove());
}

function listen() {
  content.addEventListener("click", (event) => {
    const target = event.target.closest("[data-command]");
    const asLink = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!target || asLink) return;
    event.preventDefault();
    const command = target.dataset.command;
    execute(command);
    const title = document.getElementById("panel-title");
    if (command.startsWith("open?") && title) title.focus({ preventScroll: stage !== null && !content.contains(target) });
    if (command === "close") grid.current?.focus();
  });
  content.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("article[id^=panel]")) {
      event.preventDefault();
      execute("close");
      grid.current?.focus();
    }
  });
  window.addEventListener("popstate", () => {
    program.load(location.search);
    refresh();
  });
}

// A person who reads already is not interrupted: the picture then comes by a button.
function isReading() {
  return scrollY > 40 || content.contains(document.activeElement) || String(getSelection()) !== "";
}

function showPicture(fonts) {
  const reason = program.openPicture();
  if (reason) {
    withoutWebGL();
    return false;
  }
  program.setFonts(...fonts);
  stage = new Stage(program);
  stage.show();
  return true;
}

function offerPicture(fonts) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = "show-picture";
  button.textContent = program.text("page.showPicture");
  button.addEventListener("click", () => {
    button.remove();
    scrollTo(0, 0);
    if (showPicture(fonts)) stage.box.focus({ preventScroll: true });
  });
  document.getElementById("controls")?.before(button);
}

/** Says, where a reader sees it, why there is only text. */
function textOnly(message) {
  document.documentElement.dataset.picture = "off";
  const note = document.getElementById("text-only");
  note.textContent = message;
  note.hidden = false;
}

function withoutWebGL() {
  textOnly(program.text("page.textOnly").replace("{reason}", program.text("page.noWebGL")));
}

async function start() {
  document.documentElement.classList.add("js");
  requestAnimationFrame(() => { marks.firstText = performance.now(); });
  loading.show();
  const wasm = loading.fetch("app/explorer.wasm", 500);
  const data = ["data", "i18n"].map((kind) => `${kind}/${LANGUAGE}.json`);
  const files = Promise.all(data.map(async (name) => ({ name, bytes: await loading.bytes(name, 100) })));
  const webgl = hasWebGL2();
  const fonts = webgl
    ? Promise.all(["regular", "bold"].map((weight) => loading.bytes(`fonts/latin-${weight}.ttf`, 30)))
    : null;
  // Failures are handled below, in order; until then they are no unhandled rejections.
  for (const pending of [wasm, files, fonts]) pending?.catch(() => {});

  const loaded = await Program.load(wasm, {
    requestFrame,
    run: execute,
    focusMoved(key) {
      grid.follow(key);
      announce(program.label(key));
    },
  });
  marks.wasmReady = performance.now();
  if (!loaded.begin(LANGUAGE, await files, location.search)) throw new Error("the data could not be read");
  program = loaded;
  twin = new Twin(content);
  twin.adopt(program.twin());
  grid = new Grid(content, (key) => program.setTwinFocus(key));
  listen();
  refresh();

  if (!webgl) withoutWebGL();
  else if (isReading()) offerPicture(await fonts);
  else showPicture(await fonts);
  marks.firstFrame = marks.interactive = performance.now();
}

start().catch((error) => {
  console.warn(`wsis-explorer: ${error.message}`);
  // The text edition stands on the page as it was delivered; its links lead to plain pages.
  document.getElementById("controls")?.setAttribute("hidden", "");
  textOnly(document.getElementById("text-only").dataset.failed);
}).finally(() => {
  loading.hide();
  resolveReady();
  settle();
});
