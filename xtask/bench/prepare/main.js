// Prepares what one size needs beyond records and actions.
//
// In: a folder with columns.json and actions.json. Out: in the same folder
// texts.json and facts.json (the records in two parts, as pages fetch them),
// index.bin (for the hand-written engine) and expected.txt (the reference's
// hashes).

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../page/fold.js";
import { reference } from "./reference.js";
import { prepare } from "./typed_arrays.js";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const columns = read("columns.json");
const actions = read("actions.json");

writeFileSync(join(folder, "index.bin"), prepare(columns));
const { statement, quote, ...facts } = columns;
writeFileSync(join(folder, "texts.json"), JSON.stringify({ statement, quote }));
writeFileSync(join(folder, "facts.json"), JSON.stringify(facts));
const answers = reference(columns, actions);
const list = (name) => answers.map((answer) => answer[name]).join(" ");
const ordered = actions.map(({ query }) => (fold(query).length === 0 ? 1 : 0)).join(" ");
const lines = [`counts ${list("counts")}`, `tops ${list("top")}`, `ordered ${ordered}`, ""];
writeFileSync(join(folder, "expected.txt"), lines.join("\n"));
