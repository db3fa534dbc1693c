// The renderer process of a page, seen from outside: how much memory it has, and an end to it when it does not answer.

import { readFileSync } from "node:fs";

/** Process ids of all renderers of a browser. */
async function renderers(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter((p) => p.type === "renderer").map((p) => p.id);
}

/** Bytes of its own that a process holds in memory, shared ones between its threads included (Linux; null elsewhere). */
function resident(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]);
    return (kilobytes("RssAnon") + kilobytes("RssShmem")) * 1024;
  } catch {
    return null;
  }
}

/** Watches the renderer of the one page that is open. */
export class Watch {
  #pid;
  #timer;
  #page;
  peak = 0;

  /** Finds the page's renderer: the one that grows when the page takes memory. */
  static async of(browser, page) {
    const watch = new Watch();
    const session = await browser.newBrowserCDPSession();
    const before = new Map((await renderers(session)).map((pid) => [pid, resident(pid) ?? 0]));
    await page.evaluate(() => { window.ballast = new Uint8Array(2 ** 27).fill(1); });
    const grown = (await renderers(session)).map((pid) => [(resident(pid) ?? 0) - (before.get(pid) ?? 0), pid]);
    await page.evaluate(() => { window.ballast = null; });
    watch.#pid = grown.sort((a, b) => b[0] - a[0])[0][1];
    watch.#page = await page.context().newCDPSession(page);
    await session.detach();
    return watch;
  }

  /** Lets the page give back what it does not need, and says what is left. */
  async settled() {
    await this.#page.send("HeapProfiler.collectGarbage");
    await this.#page.send("Memory.simulatePressureNotification", { level: "critical" });
    let bytes = this.now();
    for (let i = 0; i < 10; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const now = this.now();
      if (now === null || now >= bytes * 0.99) break;
      bytes = now;
    }
    return this.now();
  }

  /** Bytes at this moment. */
  now() {
    return resident(this.#pid);
  }

  /** Notes the peak; calls once when the process holds more than `limit` bytes. */
  begin(limit, onTooMuch) {
    this.peak = this.now() ?? 0;
    this.#timer = setInterval(() => {
      const bytes = this.now() ?? 0;
      this.peak = Math.max(this.peak, bytes);
      if (bytes > limit) {
        this.end();
        onTooMuch();
      }
    }, 200);
  }

  end() {
    clearInterval(this.#timer);
  }

  /** Ends the process, which this bench has started: a page that is busy for minutes does not close. */
  kill() {
    this.end();
    try {
      process.kill(this.#pid, "SIGKILL");
    } catch {
      // it has ended by itself
    }
  }
}
