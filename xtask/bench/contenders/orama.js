// Orama, all words wanted (`threshold: 0`), no typing errors allowed.
//
// Built in the page from the plain records. Statement and quotation are one
// property, as all words have to stand in the same one. Every word of a query
// is a prefix; `exact` would make none of them one.

import { create, insert, search } from "/npm/@orama/orama/dist/browser/index.js";
import { Counter, load } from "/page/columns.js";
import { fold } from "/page/fold.js";

const tokenizer = {
  language: "english",
  normalizationCache: new Map(),
  tokenize: (text) => (typeof text === "string" ? [...new Set(fold(text))] : [text]),
};

async function ready() {
  const { columns, start } = await load();
  const counter = new Counter(columns);
  const db = create({ schema: { text: "string" }, components: { tokenizer } });
  const { n, statement, quote } = columns;
  for (let id = 0; id < n; id++) {
    await insert(db, { id: String(id), text: `${statement[id]} ${quote[id]}` });
  }
  window.contender.act = ({ query, filters }) => {
    if (fold(query).length === 0) return counter.answer(null, filters);
    const { hits } = search(db, { term: query, properties: ["text"], threshold: 0, limit: n });
    return counter.answer(hits.map((hit) => Number(hit.id)), filters);
  };
  return { buildMs: performance.now() - start };
}

window.contender = { name: "Orama", ready: ready() };
