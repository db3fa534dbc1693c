// The wasm program behind a plain JavaScript face (shell/web/bridge.cpp is the other side).

export class Program {
  #module;

  /**
   * @param {Promise<{default: Function}>} glue the module that Emscripten wrote beside the wasm
   * @param {Promise<Response>} response of the wasm
   * @param {{requestFrame: () => void, run: (command: string) => void, focusMoved: (key: string) => void}} hooks
   */
  static async load(glue, response, hooks) {
    const program = new Program();
    const createExplorer = (await glue).default;
    program.#module = await new Promise((resolve, reject) => {
      createExplorer({
        ...hooks,
        canvas: document.getElementById("canvas"),
        onAbort: (what) => reject(new Error(String(what))),
        instantiateWasm: (imports, done) => {
          instantiate(response, imports).then(({ instance, module }) => done(instance, module), reject);
          return {};
        },
      }).then(resolve, reject);
    });
    return program;
  }

  #withText(text, call) {
    const size = this.#module.lengthBytesUTF8(text) + 1;
    const memory = this.#module._wsis_allocate(size);
    this.#module.stringToUTF8(text, memory, size);
    try {
      return call(memory);
    } finally {
      this.#module._wsis_release(memory);
    }
  }

  #withBytes(bytes, call) {
    const memory = this.#module._wsis_allocate(bytes.length + 1);
    this.#module.HEAPU8.set(bytes, memory);
    try {
      return call(memory, bytes.length);
    } finally {
      this.#module._wsis_release(memory);
    }
  }

  #text(pointer) {
    return this.#module.UTF8ToString(pointer);
  }

  /** Begins to load a language. */
  chooseLanguage(code) { this.#withText(code, (pointer) => this.#module._wsis_language(pointer)); }

  /** Reads one file of data or messages. */
  read({ name, bytes }) {
    this.#withText(name, (namePointer) =>
      this.#withBytes(bytes, (memory, size) => this.#module._wsis_read(memory, size, namePointer)));
  }

  /** Makes the explorer from what was read; false where that holds no matrix. */
  begin(query, usual, root) {
    return Boolean(this.#withText(query, (pointer) =>
      this.#withText(usual, (usualPointer) =>
        this.#withText(root, (rootPointer) => this.#module._wsis_begin(pointer, usualPointer, rootPointer)))));
  }

  /** The command of a single letter, or "". */
  shortcut(key) { return this.#withText(key, (pointer) => this.#text(this.#module._wsis_shortcut(pointer))); }
  /** Where the page lies and today's date. */
  setPlace(site, today) { this.#withText(site, (s) => this.#withText(today, (t) => this.#module._wsis_place(s, t))); }
  /** The site's newest data, where the address asks for older ones; "" otherwise. */
  setNewestData(version) { if (version) this.#withText(version, (pointer) => this.#module._wsis_newest_data(pointer)); }
  /** A text to hand on ("link", "embed", "apa", "bibtex", "ris") or a file ("links-csv", …). */
  shared(what) { return this.#withText(what, (pointer) => this.#text(this.#module._wsis_shared(pointer))); }
  /** Where a page to read lies ("read?page=about"). */
  readAddress(command) { return this.#withText(command, (pointer) => this.#text(this.#module._wsis_read_address(pointer))); }

  wantsAwards() { return Boolean(this.#module._wsis_wants_awards()); }

  /** The projects' data, a file of its own that most visits begin without. */
  readAwards(name, bytes) {
    this.#withText(name, (namePointer) =>
      this.#withBytes(bytes, (memory, size) => this.#module._wsis_read_awards(memory, size, namePointer)));
    this.#module._wsis_awards_done();
  }

  /** What is found among the awards, or null before they are there. */
  awardsFound(ids) {
    const text = this.#text(this.#module._wsis_awards_found(ids));
    return text ? JSON.parse(text) : null;
  }

  localBegin() { this.#module._wsis_local_begin(); }
  localFile(name) { this.#withText(name, (text) => this.#module._wsis_local_file(text)); }
  localFeed(bytes) { this.#withBytes(bytes, (memory, size) => this.#module._wsis_local_feed(memory, size)); }
  localFileEnd() { this.#module._wsis_local_file_end(); }
  localIndex(records) { return Boolean(this.#module._wsis_local_index(records)); }
  localProgress() { return this.#module._wsis_local_progress(); }
  localCancel() { this.#module._wsis_local_cancel(); }
  localFinish() { this.#module._wsis_local_finish(); }
  localRemove() { this.#module._wsis_local_remove(); }
  /** @returns {{taken: number, faultCount: number, faults: string[]}} */
  localReport() { return JSON.parse(this.#text(this.#module._wsis_local_report())); }
  plural(key, n) { return this.#withText(key, (pointer) => this.#text(this.#module._wsis_plural(pointer, n))); }

  /** "" where the picture works, else the reason. */
  openPicture() {
    return this.#text(this.#module._wsis_open());
  }

  /** @param {"regular" | "bold" | "scriptRegular" | "scriptBold"} role the last two where the script has faces of its own */
  setFont(role, bytes) {
    this.#withText(role, (name) => this.#withBytes(bytes, (file, size) => this.#module._wsis_font(file, size, name)));
  }
  fontsDone() { this.#module._wsis_fonts_done(); }

  /** Gives the canvas back; another program may take it. */
  close() { this.#module._wsis_close(); }

  /** @returns {"none" | "replace" | "push"} */
  run(command) {
    return ["none", "replace", "push"][this.#withText(command, (text) => this.#module._wsis_run(text))];
  }

  load(query) { this.#withText(query, (text) => this.#module._wsis_load(text)); }
  twin() { return JSON.parse(this.#text(this.#module._wsis_twin())); }
  twinPatch() {
    const patch = this.#text(this.#module._wsis_twin_patch());
    return patch ? JSON.parse(patch) : [];
  }
  query() { return this.#text(this.#module._wsis_query()); }
  state() { return Object.fromEntries(new URLSearchParams(this.#text(this.#module._wsis_state()))); }
  title() { return this.#text(this.#module._wsis_title()); }
  text(key) { return this.#withText(key, (pointer) => this.#text(this.#module._wsis_text(pointer))); }
  label(key) { return this.#withText(key, (pointer) => this.#text(this.#module._wsis_label(pointer))); }
  dataset() { return JSON.parse(this.#text(this.#module._wsis_dataset())); }

  resize(width, height, deviceWidth, deviceHeight) {
    this.#module._wsis_resize(width, height, deviceWidth, deviceHeight);
  }
  setPreferences({ dark, moreContrast, reducedMotion, textScale }) {
    this.#module._wsis_preferences(dark, moreContrast, reducedMotion, textScale);
  }
  setFocused(focused) { this.#module._wsis_focused(focused); }
  setTwinFocus(key) { this.#withText(key, (text) => this.#module._wsis_twin_focus(text)); }
  setVisible(visible) { this.#module._wsis_visible(visible); }
  setContext(restored) { this.#module._wsis_context(restored); }
  wake() { this.#module._wsis_wake(); }
  frame(now) { this.#module._wsis_frame(now); }
  isIdle() { return Boolean(this.#module._wsis_idle()); }

  stats() {
    return {
      frames: this.#module._wsis_frames(),
      lastFrameMs: this.#module._wsis_last_ms(),
      p99FrameMs: this.#module._wsis_p99_ms(),
      heapBytes: this.#module.HEAPU8.length,
      browserGlyphs: this.#module._wsis_browser_glyphs(),
    };
  }

  /** The rectangle of something on the picture in CSS pixels from the canvas's corner, or null. */
  item(key) {
    const text = this.#withText(key, (pointer) => this.#text(this.#module._wsis_item(pointer)));
    if (!text) return null;
    const [x, y, width, height] = text.split(",").map((n) => Number(n) / 16);
    return { x, y, width, height };
  }
}

// Streams where the server names the type; a host that does not still works, only later.
async function instantiate(responsePromise, imports) {
  const response = await responsePromise;
  const isWasm = (response.headers.get("Content-Type") ?? "").startsWith("application/wasm");
  if (isWasm && WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
