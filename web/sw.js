// Keeps the explorer for use without a network, once a person has asked for it (web/offline.js). The build writes the version and
// the list of files. A new version is fetched beside the old one and takes over only when the person says so.
const VERSION = "{{version}}";
const FILES = ["{{files}}"];
const CACHE = `wsis-explorer ${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("wsis-explorer ") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || !address.href.startsWith(self.registration.scope)) return;
  address.search = address.hash = "";
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(address.href);
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (error) {
      // A page of the text edition that was not kept: the explorer itself is the nearest there is.
      const first = request.mode === "navigate" ? await cache.match(new URL("index.html", self.registration.scope).href) : null;
      if (first) return first;
      throw error;
    }
  })());
});
