// An address can ask for the data it was made with (data=2026-11-24), so that a citation shows what was cited. Which versions the
// site keeps stands in data/versions.json; nothing of this is loaded where the address asks for none.

const wanted = () => new URLSearchParams(location.search).get("data") ?? "";

/** The page's address, asking for the newest data. */
export function withoutDataVersion() {
  const query = new URLSearchParams(location.search);
  query.delete("data");
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
}

export class DataVersion {
  #read;
  #chosen = null;
  /** The site's newest version, where it had to be asked for. */
  newest = "";
  /** The folder from which data are read. */
  folder = "data";

  /** @param {(name: string) => Promise<Uint8Array>} read */
  constructor(read) {
    this.#read = read;
  }

  /** The folder with the data that the address asks for, or the newest. */
  choose() {
    this.#chosen ??= this.#choose();
    return this.#chosen;
  }

  async #choose() {
    const version = wanted();
    if (!version) return this.folder;
    try {
      const { newest, kept } = JSON.parse(new TextDecoder().decode(await this.#read("data/versions.json")));
      this.newest = newest;
      if (version !== newest && kept.includes(version)) this.folder = `data/${version}`;
    } catch {
      // Without the list the newest data are shown, and the page says which they are.
    }
    return this.folder;
  }
}
