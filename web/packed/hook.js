// What a packed page tells the explorer; on the site there is no globalThis.wsisPacked and everything comes by the network.

import { file } from "./files.js";
import { read, stayHere } from "./pages.js";

const { address } = document.documentElement.dataset;

globalThis.wsisPacked = {
  /** A file of the site as a response, or null where the page does not carry it. */
  file,
  /** Shows a page of the text edition where there is no such file to go to; false where there is. */
  read,
  /** Where this explorer is published, if anywhere. */
  address,
  /** What addresses that are shared begin with. */
  place: address ?? location.href.split(/[?#]/)[0],
};

document.addEventListener("click", stayHere);
document.addEventListener("auxclick", stayHere);
