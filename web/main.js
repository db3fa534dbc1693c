// Starts the explorer: the text is already on the page; this loads the program, takes the text over as the accessible
// twin, and brings the picture to life above it.

import { ownQuery, writeAddress } from "./address.js";
import { DataVersion, withoutDataVersion } from "./data_version.js";
import { focusKeeper } from "./focus.js";
import { Grid } from "./grid.js";
import { copyText, saveFile, today } from "./handing_on.js";
import { firstSeen, Host } from "./host.js";
import { fontsOf, GLUE, LANGUAGES } from "./languages.js";
import { listenToLetters } from "./letters.js";
import { Loading } from "./loading.js";
import { LocalFiles } from "./local.js";
import { flash, offerNote, textOnly } from "./notes.js";
import { Offline } from "./offline.js";
import { Presenting } from "./presenting.js";
import { Program } from "./program.js";
import { knowsWebGL2, Stage } from "./stage.js";
import { breath, firstText, offerLoading } from "./starting.js";
import { Twin } from "./twin.js";

const html = document.documentElement;
const packed = globalThis.wsisPacked; // of a page that carries everything with it (web/packed)
const marks = { navigation: performance.timeOrigin, firstText: 0, wasmReady: 0, firstFrame: 0, interactive: 0 };
const content = document.getElementById("content");
const announcer = document.getElementById("announcer");
const loading = new Loading(() => settle());

const site = (path) => new URL(`${html.dataset.root}${path}`, document.baseURI.split(/[?#]/)[0]).href;
const leaveFor = (page) => packed?.read(page) || location.assign(page);

let language = html.dataset.wanted;
let program = null;
let twin = null;
let grid = null;
let stage = null;
let frameHandle = 0;
let settled = []; // resolvers of idle()
let localFiles = null;
let switching = 0; // languages being loaded
let awardsComing = false;
let awardsArrived = []; // resolvers of those who wait for the projects
let opener = ""; // id of what opened the article
let pictureAsked = false;
let resolveReady;

const explorer = {
  ready: new Promise((resolve) => { resolveReady = resolve; }),
  getState: () => program?.state() ?? {},
  /** Changes the view. Another language is loaded first: await idle() then. */
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
  /** How many projects are found, the ids of the first ones and the counts of every facet; null before they are loaded. */
  awards: (ids = 20) => program?.awardsFound(ids) ?? null,
  /** Resolves when no frame, fetch, font or texture is pending. */
  idle: () => explorer.ready.then(() => new Promise((resolve) => {
    settled.push(resolve);
    if (!frameHandle) settle();
  })),
  /** Where something stands on the picture, for tests and tours. */
  itemRect: (key) => program?.item(key) ?? null,
};
window.wsis = explorer;
const host = new Host({ getState: explorer.getState, setState: explorer.setState, title: () => document.title });

const dataVersion = new DataVersion((name) => loading.bytes(site(name), 1));

// What is seen at the foot of the page and heard by assistive technology.
function say(text) {
  flash(text);
  announce(text);
}

const presenter = new Presenting({
  run: (command, how) => execute(command, how),
  state: explorer.getState,
  query: () => program.query(),
  language: () => language,
  text: (key) => program.text(key),
  plural: (key, n) => program.plural(key, n),
  say,
  load: async () => JSON.parse(new TextDecoder().decode(await loading.bytes(site(`stories/${language}.json`), 20))),
}, () => settle());

const offline = new Offline({
  root: site(""),
  text: (key) => program.text(key),
  say,
  offer: offerNote,
});

function settle() {
  if (frameHandle || loading.pending > 0 || switching > 0 || presenter.pending) return;
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

// Runs a command and brings the page in step: twin, title, theme, address. `how` the address is written, where not as usual.
function execute(command, how) {
  const wanted = languageOf(command);
  if (wanted) {
    return switchLanguage(wanted, () => {
      execute(command);
      record("push");
    });
  }
  if (command.startsWith("page?")) return pageCommand(new URLSearchParams(command.slice(5)));
  if (command.startsWith("read?")) return leaveFor(program.readAddress(command));
  const step = program.run(command);
  refresh();
  record(step === "none" ? step : how ?? step);
  bringAwards();
}

// The projects come when they are first wanted: most visits begin without them.
async function bringAwards() {
  if (!program.wantsAwards() || awardsComing) return;
  const wanted = program;
  awardsComing = true;
  try {
    const name = `${dataVersion.folder}/${language}.awards.json`;
    const bytes = await loading.bytes(site(name), 100);
    if (program !== wanted) return;
    program.readAwards(name, bytes);
    refresh();
  } catch (error) {
    console.warn(`wsis-explorer: ${error.message}`);
    say(program.text("awards.failed"));
  } finally {
    awardsComing = false;
    for (const resolve of awardsArrived.splice(0)) resolve();
    settle();
  }
  if (program !== wanted) bringAwards();
}

const record = (step) => writeAddress(step, program.query());

/** The other language that a command asks for, or null. */
function languageOf(command) {
  if (!command.startsWith("set?")) return null;
  const wanted = new URLSearchParams(command.slice(4)).get("lang");
  return wanted in LANGUAGES && wanted !== language ? wanted : null;
}

// Loads another language and goes on at the same place. The old one stays on the page until the new one is whole.
async function switchLanguage(wanted, then = () => {}) {
  switching += 1;
  loading.show();
  try {
    const query = new URLSearchParams(program.query());
    query.set("lang", wanted);
    const next = await loadLanguage(wanted, `?${query}`);
    const fonts = stage ? await next.fonts : null;
    if (stage) program.close();
    program = next.program;
    language = wanted;
    presenter.forget();
    await takeOverText();
    if (stage) await showPicture(fonts);
    then();
    bringAwards();
  } catch (error) {
    console.warn(`wsis-explorer: ${error.message}`);
    flash(program.text("page.languageFailed"));
  } finally {
    switching -= 1;
    loading.hide();
    settle();
  }
}

function refresh() {
  const operations = program.twinPatch();
  if (operations.length > 0) {
    const keepFocus = focusKeeper(content);
    twin.patch(operations);
    grid.refresh();
    keepFocus();
  }
  document.title = program.title();
  const state = program.state();
  if (state.theme === "auto") delete html.dataset.theme;
  else html.dataset.theme = state.theme;
  html.dataset.level = state.level;
  html.dataset.view = state.view;
  html.toggleAttribute("data-embed", state.embed === "1");
  html.toggleAttribute("data-controls", state.controls === "1");
  html.toggleAttribute("data-places", state.search === "1");
  html.toggleAttribute("data-panel", Boolean(document.querySelector("article[id^=panel]")));
  host.changed();
  presenter.follow();
}

// What only the page can do.
async function pageCommand(parameters) {
  switch (parameters.get("do")) {
    case "copy-link":
      // A file's own address leads nobody else anywhere.
      await copy(packed?.address ? program.shared("link") : location.href, "page.linkCopied");
      break;
    case "copy":
      await copy(program.shared(parameters.get("what")));
      break;
    case "save":
      if (program.wantsAwards()) await new Promise((resolve) => awardsArrived.push(resolve));
      if (!(await saveFile(parameters.get("what"), (what) => program.shared(what)))) say(program.text("share.pictureFailed"));
      break;
    case "newest-data":
      location.assign(withoutDataVersion());
      break;
    case "offline":
      offline.keep();
      break;
    case "stories":
      presenter.choose();
      break;
    case "focus-search":
      document.getElementById("search")?.focus();
      break;
    case "open-file":
      localFiles.choose();
      break;
    case "remove-local":
      program.localRemove();
      refresh();
      break;
    case "visit": {
      const url = parameters.get("url") ?? "";
      if (/^https?:\/\//.test(url)) window.open(url, "_blank", "noopener,noreferrer");
      break;
    }
  }
}

async function copy(text, done = "share.copied") {
  say(program.text((await copyText(text)) ? done : "page.linkNotCopied"));
}

/** After an article was closed: back to what had opened it. */
function returnFocus() {
  const from = document.getElementById(opener);
  const target = from?.matches("a, button") ? from : from?.querySelector("a, button") ?? grid.current;
  if (target?.isConnected) target.focus();
  opener = "";
}

function listen() {
  content.addEventListener("click", (event) => {
    const target = event.target.closest("[data-command]");
    const asLink = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!target || asLink) return;
    // A box shows at once what the person did; the twin then makes it what the core says.
    if (target.type !== "checkbox") event.preventDefault();
    const command = target.dataset.command;
    const wasOpen = document.getElementById("panel-title") !== null;
    execute(command);
    const title = document.getElementById("panel-title");
    if (title && /^open|[?&](award|compare|share)=[^&]/.test(command)) {
      if (!wasOpen) opener = target.closest("[id]")?.id ?? "";
      title.focus({ preventScroll: stage !== null && !content.contains(target) });
    }
    if (command === "close") returnFocus();
  });
  content.addEventListener("input", (event) => {
    const field = event.target.closest("[data-input]");
    // What an input method is still putting together is no word yet.
    if (field && !event.isComposing) execute(field.dataset.input + encodeURIComponent(field.value));
  });
  content.addEventListener("compositionend", (event) => {
    const field = event.target.closest("[data-input]");
    if (field) execute(field.dataset.input + encodeURIComponent(field.value));
  });
  // What has the focus in the text is marked on the picture too.
  content.addEventListener("focusin", (event) => {
    if (!event.target.closest("#matrix-table, #stage")) program.setTwinFocus(event.target.id);
  });
  content.addEventListener("focusout", () => program.setTwinFocus(""));
  content.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("article[id^=panel]")) {
      event.preventDefault();
      execute("close");
      returnFocus();
    }
  });
  window.addEventListener("popstate", () => {
    const wanted = new URLSearchParams(location.search).get("lang") ?? html.dataset.usual;
    const show = () => {
      program.load(ownQuery());
      refresh();
      bringAwards();
    };
    if (wanted in LANGUAGES && wanted !== language) switchLanguage(wanted, show);
    else show();
  });
}

// A person who reads already is not interrupted: the picture then comes by a button.
function isReading() {
  return scrollY > 40 || content.contains(document.activeElement) || String(getSelection()) !== "";
}

async function showPicture(fonts) {
  const reason = program.openPicture();
  if (reason) {
    withoutWebGL();
    return false;
  }
  document.title = program.title(); // SDL names its window, which is the page
  for (const [role, bytes] of Object.entries(fonts)) {
    await breath();
    program.setFont(role, bytes);
  }
  program.fontsDone();
  await breath();
  if (stage) {
    stage.setProgram(program);
  } else {
    stage = new Stage(program);
    stage.show();
  }
  return true;
}

function offerPicture(fonts) {
  const button = document.createElement("button");
  button.type = "button";
  button.id = "show-picture";
  button.textContent = program.text("page.showPicture");
  button.addEventListener("click", async () => {
    button.remove();
    scrollTo(0, 0);
    if (await showPicture(fonts)) stage.box.focus({ preventScroll: true });
  });
  document.getElementById("controls")?.before(button);
}

function withoutWebGL() {
  textOnly(program.text("page.textOnly").replace("{reason}", program.text("page.noWebGL")));
}

// Everything that one language needs, fetched at once.
async function loadLanguage(code, query) {
  const { module } = LANGUAGES[code];
  const wasm = loading.fetch(site(`app/${module}.wasm`), 500);
  const glue = GLUE[module]();
  const files = dataVersion.choose().then((folder) => Promise.all([`${folder}/${code}.json`, `i18n/${code}.json`].map(async (name) => ({ name, bytes: await loading.bytes(site(name), 100) }))));
  const fonts = knowsWebGL2() ? fontsOf(code, (name) => loading.bytes(site(`fonts/${name}`), 30)) : null;
  // Failures are handled below, in order; until then they are no unhandled rejections.
  for (const pending of [wasm, glue, files, fonts]) pending?.catch(() => {});
  const loaded = await Program.load(glue, wasm, {
    requestFrame,
    run: execute,
    focusMoved(key) {
      grid.follow(key);
      announce(program.label(key));
    },
  });
  loaded.chooseLanguage(code);
  for (const file of await files) {
    await breath();
    loaded.read(file);
  }
  await breath();
  if (!loaded.begin(query, html.dataset.usual, html.dataset.root)) throw new Error("the data could not be read");
  loaded.setPlace(packed?.place ?? site(""), today());
  loaded.setNewestData(dataVersion.newest);
  return { program: loaded, fonts };
}

// Makes the page's text that of the program, in its language and direction.
async function takeOverText() {
  html.lang = LANGUAGES[language].tag;
  html.dir = LANGUAGES[language].direction;
  const description = program.twin();
  await breath();
  twin.adopt(description);
  grid.refresh();
  refresh();
  html.classList.remove("switching");
}

// The page was delivered in another language than is wanted: its text in the right one comes before the program.
async function bringText() {
  const description = JSON.parse(new TextDecoder().decode(await loading.bytes(site(`i18n/${language}.page.json`), 40)));
  if (program) return;
  html.lang = LANGUAGES[language].tag;
  html.dir = LANGUAGES[language].direction;
  twin.adopt(description);
  html.classList.remove("switching");
  marks.firstText = performance.now();
}

async function start() {
  await firstSeen();
  await firstText();
  loading.show();
  twin = new Twin(content);
  if (language !== html.dataset.language) bringText().catch(() => {});
  const { program: loaded, fonts } = await loadLanguage(language, ownQuery());
  marks.firstText ||= performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now();
  marks.wasmReady = performance.now();
  program = loaded;
  await breath();
  grid = new Grid(content, (key) => program.setTwinFocus(key));
  await takeOverText();
  listen();
  listenToLetters(content, (key) => {
    const command = program.shortcut(key);
    if (command) execute(command);
    return command !== "";
  });
  localFiles = new LocalFiles({
    program: () => program,
    announce,
    changed: refresh,
    story: (file) => presenter.takeFile(file),
    ready: async () => {
      execute("set?view=awards");
      if (program.wantsAwards()) await new Promise((resolve) => awardsArrived.push(resolve));
    },
  });
  bringAwards();
  await breath();

  if (!fonts) withoutWebGL();
  else if (!pictureAsked && isReading()) offerPicture(await fonts);
  else await showPicture(await fonts);
  marks.firstFrame = marks.interactive = performance.now();
}

function begin() {
  return start().catch((error) => {
    console.warn(`wsis-explorer: ${error.message}`);
    // The text edition stands on the page as it was delivered; its links lead to plain pages.
    document.getElementById("controls")?.setAttribute("hidden", "");
    html.classList.remove("switching");
    textOnly(document.getElementById("text-only").dataset.failed);
  }).finally(() => {
    loading.hide();
    resolveReady();
    settle();
    if (!program) return;
    host.ready();
    offline.look();
  });
}

if ("sparing" in html.dataset) {
  // A frame stays where it is: its text comes in the right language, without the program.
  if (language !== html.dataset.language) {
    twin = new Twin(content);
    bringText().catch(() => {});
  }
  offerLoading(language, () => {
    pictureAsked = true;
    begin();
  });
} else {
  begin();
}
