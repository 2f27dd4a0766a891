// MiniSearch, as its documentation has it: all words, the last as a prefix.
//
// Built in the page from the plain records; nothing but ids is stored in it.

import MiniSearch from "/npm/minisearch/dist/es/index.js";
import { Counter, load } from "/page/columns.js";
import { fold } from "/page/fold.js";

async function ready() {
  const { columns, start } = await load();
  const counter = new Counter(columns);
  const index = new MiniSearch({
    fields: ["statement", "quote"],
    tokenize: fold,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: "AND",
      prefix: (_, i, terms) => i === terms.length - 1,
      boost: { statement: 2 },
    },
  });
  const { n, statement, quote } = columns;
  index.addAll(Array.from({ length: n }, (_, id) => ({ id, statement: statement[id], quote: quote[id] })));
  window.contender.act = ({ query, filters }) => {
    const found = fold(query).length > 0 ? index.search(query).map((result) => result.id) : null;
    return counter.answer(found, filters);
  };
  return { buildMs: performance.now() - start };
}

window.contender = { name: "MiniSearch", ready: ready() };
