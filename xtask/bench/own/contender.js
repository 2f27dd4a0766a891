// This project's engine as a contender: `src/bin/contender`, compiled, and the index of one file
// of records.
//
// In: actions. Out: answers in the shape that all contenders share, and the texts of the records
// that are shown. Words are folded here, as the browser has the tables for it; everything else
// happens in the engine.

import init, { act as answer, load as read, places, texts as lines } from "./engine.js";
import { fold } from "./fold.js";

const FACETS = ["theme", "speaker", "party", "stance", "outlet"];

// What the engine takes for filters: how many values and which of each facet, then the years.
function numbers(filters = {}) {
  const list = FACETS.flatMap((facet) => {
    const values = filters[facet] ?? [];
    return [values.length, ...values];
  });
  return Uint32Array.from([...list, ...(filters.year ?? [0, 0])]);
}

let sizes;

function act({ query, filters }) {
  const flat = answer(fold(query ?? "").join(" "), numbers(filters));
  let at = 2 + flat[1];
  const take = (size) => flat.subarray(at, (at += size));
  const answered = { total: flat[0], top20: Array.from(flat.subarray(2, at)), facets: {} };
  for (const [facet, size] of sizes) answered.facets[facet] = take(size);
  answered.matrix = take(flat.length - at);
  return answered;
}

// Takes the index at an address; tells how long the page was busy with it.
async function load(url) {
  const [response] = await Promise.all([fetch(url), init()]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const start = performance.now();
  if (!read(bytes)) throw new Error(`${url} is no index`);
  return { buildMs: performance.now() - start };
}

const pieces = new Map();

// A piece of the texts, fetched once: a statement and a quotation in turn, each on a line.
function piece(number) {
  if (!pieces.has(number)) {
    const bytes = fetch(`texts/${number}.bin`).then((response) => response.arrayBuffer());
    pieces.set(number, bytes.then((it) => lines(number, new Uint8Array(it)).split("\n")));
  }
  return pieces.get(number);
}

const unescaped = (line) => line.replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));

// Statement and quotation of some records, as a list would show them.
function texts(records) {
  const at = places(Uint32Array.from(records));
  return Promise.all(
    Array.from(records, async (_, no) => {
      const [statement, quote] = (await piece(at[2 * no])).slice(at[2 * no + 1]);
      return { statement: unescaped(statement), quote: unescaped(quote) };
    }),
  );
}

async function start() {
  const [names, loaded] = await Promise.all([
    fetch("sizes.json").then((response) => response.json()),
    load("index.bin"),
  ]);
  sizes = names;
  return loaded;
}

window.contender = { name: "pledges", ready: start(), load, act, texts };
