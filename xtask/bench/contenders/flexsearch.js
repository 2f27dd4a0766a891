// FlexSearch, as its documentation has it for search while typing.
//
// Built in the page from the plain records. `tokenize: "forward"` makes every
// word of a query a prefix, not only the last: there is no option for that.

import { Index } from "/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { Counter, load } from "/page/columns.js";
import { fold } from "/page/fold.js";

async function ready() {
  const { columns, start } = await load();
  const counter = new Counter(columns);
  const index = new Index({ tokenize: "forward", encode: fold });
  const { n, statement, quote } = columns;
  for (let id = 0; id < n; id++) index.add(id, `${statement[id]} ${quote[id]}`);
  window.contender.act = ({ query, filters }) => {
    const found = fold(query).length > 0 ? index.search(query, { limit: n }) : null;
    return counter.answer(found, filters);
  };
  return { buildMs: performance.now() - start };
}

window.contender = { name: "FlexSearch", ready: ready() };
