// Runs before the page is shown: which language does the person want? Told by ?lang=, else (on the site's first page) by
// the browser's preference, else the page's own. Where it is another than the page was delivered in, the text is kept
// back until the right one is there, so that nobody sees two languages.
(() => {
  const root = document.documentElement;
  const known = ["ar", "zh", "en", "fr", "ru", "es"];
  const wanted = new URLSearchParams(location.search).get("lang");
  const own = root.dataset.language;
  const preferred = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((c) => known.includes(c));
  // A page in its own language's folder was asked for in that language.
  const usual = root.hasAttribute("data-first-page") ? preferred ?? own : own;
  root.dataset.usual = usual;
  root.dataset.wanted = known.includes(wanted) ? wanted : usual;
  root.classList.add("js");
  if (root.dataset.wanted !== own) {
    root.classList.add("switching");
    setTimeout(() => root.classList.remove("switching"), 4000);
  }
})();
