// DuckDB-wasm with threads, which need a cross-origin isolated page and are experimental.

import { duckdbPeer } from "./duckdb.mjs";

export default duckdbPeer(true);
