// uFuzzy as an exact filter: no insertions, words bounded on the left, and on
// the right too but for the last.
//
// There is no index: each word narrows down what the one before it left, in
// texts that were folded in the page. It ranks at most a thousand matches, by
// its own default; beyond that they stand in their order.

import uFuzzy from "/npm/@leeoniya/ufuzzy/dist/uFuzzy.mjs";
import { Counter, load } from "/page/columns.js";
import { fold } from "/page/fold.js";

const MOST_RANKED = 1000;
const strict = { intraMode: 0, intraIns: 0, interLft: 2 };

async function ready() {
  const { columns, start } = await load();
  const counter = new Counter(columns);
  const whole = new uFuzzy({ ...strict, interRgt: 2 });
  const prefix = new uFuzzy(strict);
  const { statement, quote } = columns;
  const texts = statement.map((text, id) => fold(`${text} ${quote[id]}`).join(" "));
  window.contender.act = ({ query, filters }) => {
    const words = fold(query);
    if (words.length === 0) return counter.answer(null, filters);
    let found;
    words.forEach((word, i) => {
      const matcher = i === words.length - 1 ? prefix : whole;
      found = matcher.filter(texts, `"${word}"`, found);
    });
    return counter.answer(ranked(prefix, found, texts, words.at(-1)), filters);
  };
  return { buildMs: performance.now() - start };
}

function ranked(matcher, found, texts, word) {
  if (found.length === 0 || found.length > MOST_RANKED) return found;
  const info = matcher.info(found, texts, `"${word}"`);
  return matcher.sort(info, texts, `"${word}"`).map((at) => info.idx[at]);
}

window.contender = { name: "uFuzzy", ready: ready() };
