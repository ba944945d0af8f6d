// Reads a JSON list of DOT texts and writes a JSON list of layouts (JSON texts): Graphviz as WebAssembly, nothing from the system or the network.
import { instance } from "@viz-js/viz";
import { readFileSync, writeSync } from "node:fs";

const viz = await instance();
const charts = JSON.parse(readFileSync(0, "utf8"));
const drawn = charts.map((dot) => viz.renderString(dot, { format: "json", engine: "dot" }));
const bytes = Buffer.from(JSON.stringify(drawn), "utf8");
for (let sent = 0; sent < bytes.length; ) sent += writeSync(1, bytes, sent);
