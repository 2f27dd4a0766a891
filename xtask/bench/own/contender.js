// This project's engine as a contender: `src/bin/contender`, compiled, and the index of one file
// of records.
//
// In: actions. Out: answers in the shape that all contenders share. Words are folded here, as the
// browser has the tables for it; everything else happens in the engine.

import init, { act as answer, load as read } from "./engine.js";
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

async function start() {
  const [names, loaded] = await Promise.all([
    fetch("sizes.json").then((response) => response.json()),
    load("index.bin"),
  ]);
  sizes = names;
  return loaded;
}

window.contender = { name: "pledges", ready: start(), load, act };
