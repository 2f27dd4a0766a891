// The engine that one would write by hand in JavaScript: typed arrays only.
//
// In: an index prepared at build time (prepare/typed_arrays.js), as that is
// ready much sooner than one built from the texts in the page; the texts
// follow after. Exact. Ranking: the number of the query's words in the
// statement, then the newest.

import { fold } from "/page/fold.js";
import { Counts } from "./typed-arrays/counts.js";
import { read } from "./typed-arrays/file.js";
import { Matches } from "./typed-arrays/matches.js";

const size = location.pathname.split("/").at(-2);

async function ready() {
  const response = await fetch(`/data/${size}/index.bin`);
  const buffer = await response.arrayBuffer();
  const start = performance.now();
  const index = read(buffer);
  const matches = new Matches(index);
  const counts = new Counts(index);
  window.contender.act = ({ query, filters }) => {
    const words = fold(query);
    if (words.length === 0) return counts.answer(null, null, filters);
    const found = matches.find(words);
    const score = matches.score(words, found);
    const answer = counts.answer(found, score, filters);
    score?.fill(0);
    return answer;
  };
  return { buildMs: performance.now() - start };
}

// The texts, which no answer needs but the list that is shown.
async function more() {
  window.contender.texts = await (await fetch(`/data/${size}/texts.json`)).json();
}

window.contender = { name: "typed arrays", ready: ready(), more };
