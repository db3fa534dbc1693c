// A person's own files: dropped on the page or chosen by a button, read in slices, never sent anywhere.

const CHUNK = 64 * 1024; // a slice of reading takes a few milliseconds
const SLICE_MS = 12; // of a frame of 16: the page stays alive
const INDEX_STEP = 2000; // records

/** Gives the page a turn: input and drawing come first. */
const turn = () => new Promise((resolve) => {
  if (globalThis.scheduler?.yield) scheduler.yield().then(resolve);
  else setTimeout(resolve);
});

export class LocalFiles {
  #stop = false;
  #busy = false;

  /**
   * @param {{program: () => import("./program.js").Program, changed: () => void, announce: (text: string) => void,
   *          ready: () => Promise<void>, story: (file: File) => Promise<boolean>}} page `ready` resolves when the published
   *          awards are there; `story` takes a file that is no list of projects but a story to present
   */
  constructor(page) {
    this.page = page;
    this.box = document.createElement("section");
    this.box.id = "local";
    this.box.hidden = true;
    document.getElementById("content").before(this.box);
    document.addEventListener("dragover", (event) => {
      if ([...event.dataTransfer.types].includes("Files")) event.preventDefault();
    });
    document.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      this.read([...event.dataTransfer.files]);
    });
  }

  /** Asks for files. */
  choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ".csv,.tsv,.json,.jsonl,.txt,text/csv,application/json";
    input.addEventListener("change", () => this.read([...input.files]));
    input.click();
  }

  /** @param {File[]} files */
  async read(files) {
    if (this.#busy || files.length === 0) return;
    this.#busy = true;
    this.#stop = false;
    try {
      if (files.length === 1 && (await this.page.story(files[0]))) return;
      await this.page.ready();
      await this.#read(files);
    } catch (error) {
      console.warn(`wsis-explorer: ${error.message}`);
      this.page.program().localCancel();
      this.#show([this.#line(this.#text("local.failed", { file: files[0].name }))], true);
    } finally {
      this.#busy = false;
    }
  }

  async #read(files) {
    const program = this.page.program();
    const status = this.#line("");
    const bar = document.createElement("progress");
    const cancel = this.#button("local.cancel", () => { this.#stop = true; });
    this.#show([status, bar, cancel], false);
    program.localBegin();
    const size = files.reduce((sum, file) => sum + file.size, 0) || 1;
    bar.max = 1;
    let done = 0;
    for (const file of files) {
      program.localFile(file.name);
      for (let at = 0; at < file.size; at += CHUNK) {
        const bytes = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
        program.localFeed(bytes);
        done += bytes.length;
        bar.value = (done / size) * 0.6;
        status.textContent = program.plural("local.reading", program.localReport().taken).replace("{file}", file.name);
        await turn();
        if (this.#stop) return this.#cancelled(program);
      }
      program.localFileEnd();
    }
    for (let whole = false; !whole;) {
      const until = performance.now() + SLICE_MS;
      while (!whole && performance.now() < until) whole = program.localIndex(INDEX_STEP);
      const share = program.localProgress();
      bar.value = 0.6 + share * 0.4;
      status.textContent = this.#text("local.indexing", { percent: Math.round(share * 100) });
      await turn();
      if (this.#stop) return this.#cancelled(program);
    }
    const report = program.localReport();
    if (report.taken === 0) program.localCancel();
    else program.localFinish();
    this.page.changed();
    this.#report(program, report, files);
  }

  #cancelled(program) {
    program.localCancel();
    this.#show([this.#line(this.#text("local.cancelled"))], true);
    this.page.announce(this.#text("local.cancelled"));
  }

  #report(program, { taken, faults, faultCount }, files) {
    const summary = taken > 0 ? program.plural("local.done", taken) : this.#text("local.failed", { file: files[0].name });
    const parts = [this.#line(summary)];
    if (faultCount > 0) {
      parts.push(this.#line(program.plural("local.faults", faultCount)));
      const list = document.createElement("ul");
      for (const fault of faults) {
        const item = document.createElement("li");
        item.textContent = fault;
        list.append(item);
      }
      parts.push(list);
    }
    this.#show(parts, true);
    this.page.announce(summary);
  }

  #show(parts, dismissible) {
    this.box.replaceChildren(...parts);
    if (dismissible) this.box.append(this.#button("notice.dismiss", () => { this.box.hidden = true; }));
    this.box.hidden = false;
  }

  #text(key, values = {}) {
    let text = this.page.program().text(key);
    for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, value);
    return text;
  }

  #line(text) {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }

  #button(key, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.#text(key);
    button.addEventListener("click", action);
    return button;
  }
}
