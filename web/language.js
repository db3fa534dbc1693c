// Runs before the page is shown: which language does the person want? Told by ?lang=, else (on the site's first page) by
// the browser's preference, else the page's own. Where it is another than the page was delivered in, the text is kept
// back until the right one is there, so that nobody sees two languages.
// Where the person's connection asks to be spared, the text edition is what they get, and the picture comes by a button.
(() => {
  const root = document.documentElement;
  const known = ["ar", "zh", "en", "fr", "ru", "es"];
  const query = new URLSearchParams(location.search);
  const own = root.dataset.language;
  const preferred = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((c) => known.includes(c));
  // A page in its own language's folder was asked for in that language.
  const usual = root.hasAttribute("data-first-page") ? preferred ?? own : own;
  const wanted = known.includes(query.get("lang")) ? query.get("lang") : usual;
  // Modules do not load from a file: in a packed folder (./dev package) the first page brings everything with it.
  if ("packedFirst" in root.dataset && location.protocol === "file:") {
    query.set("lang", wanted);
    if ("embedPage" in root.dataset) query.set("embed", "1");
    location.replace(`${root.dataset.root}index.html?${query}`);
    return;
  }
  root.dataset.usual = usual;
  root.dataset.wanted = wanted;
  root.classList.add("js");
  if ("embedPage" in root.dataset || query.get("embed") === "1") root.dataset.embed = "";
  if (query.get("controls") === "1") root.dataset.controls = "";
  if (query.get("search") === "1") root.dataset.places = "";

  const link = navigator.connection;
  if (link && !("packed" in root.dataset) && (link.saveData || /2g$/.test(link.effectiveType ?? ""))) {
    root.dataset.sparing = "";
    if (!("embed" in root.dataset)) leadToPlainPage();
    return;
  }
  if (wanted !== own) {
    root.classList.add("switching");
    setTimeout(() => root.classList.remove("switching"), 4000);
  }
  // Search engines want the addresses of the other languages whole.
  for (const alternate of document.querySelectorAll("link[hreflang]")) alternate.href = alternate.href;

  // Leads to the page of the text edition that tells what a permanent link would show; to the language's first page where
  // the link asks for what does not exist.
  async function leadToPlainPage() {
    const first = (language) => (language === "en" ? "index.html" : `${language}/index.html`);
    let page = plainPage(query, wanted) ?? first(wanted);
    if (page !== first(wanted)) {
      const answer = await fetch(root.dataset.root + page, { method: "HEAD" }).catch(() => null);
      if (!answer?.ok) page = first(wanted);
    }
    if (page !== first(own)) location.replace(root.dataset.root + page);
  }

  function plainPage(asked, language) {
    const named = (name, form) => (form.test(asked.get(name) ?? "") ? asked.get(name) : "");
    const award = named("award", /^[a-z0-9-]+$/);
    const line = named("line", /^C\d[\w-]*$/);
    const goal = named("goal", /^\d+$/) || named("target", /^\d+\.\w+$/).split(".")[0];
    if (award) return `${language}/award/${award}.html`;
    if (asked.get("view") === "awards") return `${language}/awards.html`;
    if (line) return `${language}/line-${line}.html`;
    if (goal) return `${language}/goal-${goal}.html`;
    return null;
  }
})();
