// For the page that embeds: <script src="…/embed.js" data-view="awards" data-lang="fr" async></script> puts the explorer where
// it stands and keeps the frame as high as its content. Attributes data-… become parameters of the address; data-title names
// the frame, data-height and data-width give it a size in pixels. No cookie, no storage, nothing else of the page is touched.
(() => {
  const script = document.currentScript;
  const NAME = "wsis-explorer";
  const { title = "WSIS–SDG Explorer", height, width, ...parameters } = script.dataset;
  const pixels = (text, usual) => (/^\d{2,5}$/.test(text ?? "") ? `${text}px` : usual);
  const fits = pixels(height, "") === "";
  const frame = document.createElement("iframe");
  frame.src = new URL(`embed.html?${new URLSearchParams(parameters)}`, script.src).href;
  frame.title = title;
  frame.loading = "lazy";
  frame.allow = "fullscreen; clipboard-write";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads");
  Object.assign(frame.style, {
    width: pixels(width, "100%"), maxWidth: "100%", height: pixels(height, "600px"), border: "0", display: "block" });
  const origin = new URL(script.src).origin;

  window.addEventListener("message", ({ source, data, origin: from }) => {
    if (source !== frame.contentWindow || from !== origin || data?.source !== NAME) return;
    if (fits && data.type === "ready") source.postMessage({ target: NAME, type: "ping", autoHeight: true }, origin);
    if (fits && data.type === "resize" && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(20000, Math.max(320, Math.ceil(data.height)))}px`;
    }
    // The host's own scripts can listen to the frame: element.addEventListener("wsis", …).
    frame.dispatchEvent(new CustomEvent("wsis", { detail: data, bubbles: true }));
  });
  script.after(frame);
})();
