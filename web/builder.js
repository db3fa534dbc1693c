// The page xx/builder.html: from choices, or from an address of the explorer, to the codes that embed it, with a preview. The
// choices live in this page's own address; nothing is stored.

import { frameAddress, frameCode, scriptCode } from "./builder_code.js";
import { readAddress, readQuery } from "./builder_address.js";
import { ChoiceForm } from "./builder_form.js";
import { Preview } from "./builder_preview.js";
import { copyText } from "./handing_on.js";

const OWN = ["title", "height", "fit", "width"]; // parameters of this page that are none of the explorer
const ADDRESS_PAUSE_MS = 300; // browsers refuse an address that changes too often

const byId = (id) => document.getElementById(id);
const page = byId("builder");
const text = (name) => page.dataset[name];
const site = new URL("../", document.baseURI).href;

for (const id of ["builder-tool", "builder-preview"]) byId(id).hidden = false;
byId("builder-plain").hidden = true;

const room = byId("builder-room").firstElementChild;
const preview = new Preview(room);
let form = null;
let addressTimer = 0;

/** Codes, preview and address say what the fields say. */
function update() {
  if (!form) return; // it is still being filled
  const { choices } = form;
  byId("builder-frame").value = frameCode(site, choices);
  byId("builder-script").value = scriptCode(site, choices);
  for (const said of document.querySelectorAll(".copy [role=status]")) said.textContent = "";
  preview.show({ ...choices, address: frameAddress(site, choices.parameters) });
  clearTimeout(addressTimer);
  addressTimer = setTimeout(writeAddress, ADDRESS_PAUSE_MS);
}

function writeAddress() {
  const query = form.query;
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  // The same page in another language takes the choices along.
  for (const link of document.querySelectorAll("header a[hreflang]")) link.search = query;
}

function say(lines) {
  byId("builder-notice").replaceChildren(...lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.className = "note";
    paragraph.textContent = line;
    return paragraph;
  }));
}

/** What was left out of an address, in words. */
const complaints = (unknown, faults) => [
  ...unknown.map((name) => text("unknownParameter").replace("{parameter}", () => name)),
  ...faults.map(({ parameter, value }) =>
    text("unknownValue").replace("{parameter}", () => parameter).replace("{value}", () => value)),
];

byId("builder-paste").addEventListener("submit", (event) => {
  event.preventDefault();
  const read = readAddress(byId("builder-address").value, site);
  if (!read) return say([text("notTaken")]);
  const faults = form.put(read.parameters);
  say([text("taken"), ...complaints(read.unknown, faults)]);
});

byId("builder-again").addEventListener("click", () => {
  say([]);
  byId("builder-address").value = "";
  form.clear();
});

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = byId(button.dataset.copies);
    const copied = await copyText(code.value);
    if (!copied) {
      code.focus();
      code.select();
    }
    button.parentElement.querySelector("[role=status]").textContent = text(copied ? "copied" : "notCopied");
  });
}

const widths = [...document.querySelectorAll("#builder-preview [data-width]")];
for (const button of widths) {
  button.addEventListener("click", () => {
    for (const one of widths) one.setAttribute("aria-pressed", String(one === button));
    room.dataset.width = button.dataset.width;
  });
}

const asked = new URLSearchParams(location.search);
const { parameters, unknown } = readQuery(location.search);
if (!parameters.has("lang")) parameters.set("lang", document.documentElement.dataset.language);
const made = new ChoiceForm(text, update);
const faults = made.put(parameters);
made.putSize(asked);
form = made;
say(complaints(unknown.filter((name) => !OWN.includes(name)), faults));
update();
