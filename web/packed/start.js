// Where a packed page starts (./dev package): first what stands in for the network, then the explorer as on the site.

import "./hook.js";
import "../main.js";
