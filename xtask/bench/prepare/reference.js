// The plain answers that every contender is compared with.
//
// In: records, actions. Out: two hashes for each action. Nothing is indexed: a
// word is looked up by going over the vocabulary, a set of records by going
// over all words of all records, a count by going over all records.

import { digest } from "../page/digest.js";
import { fold } from "../page/fold.js";

const FIRST_YEAR = 2000;
const YEARS = 26;

export function reference(columns, actions) {
  const texts = new Texts(columns);
  const values = new Values(columns);
  return actions.map((action) => digest(answer(columns, texts, values, action)));
}

// All words of all records, as numbers.
class Texts {
  constructor({ n, statement, quote }) {
    this.vocabulary = new Map();
    this.starts = new Uint32Array(n + 1);
    const words = [];
    for (let i = 0; i < n; i++) {
      for (const word of fold(`${statement[i]} ${quote[i]}`)) {
        if (!this.vocabulary.has(word)) this.vocabulary.set(word, this.vocabulary.size);
        words.push(this.vocabulary.get(word));
      }
      this.starts[i + 1] = words.length;
    }
    this.words = Uint32Array.from(words);
    this.seen = new Map();
  }

  // A byte for each record: whether a word of it is, or begins with, this one.
  having(word, isPrefix) {
    const key = `${word}${isPrefix ? "*" : ""}`;
    if (this.seen.has(key)) return this.seen.get(key);
    const meant = new Uint8Array(this.vocabulary.size);
    for (const [other, no] of this.vocabulary) {
      meant[no] = other === word || (isPrefix && other.startsWith(word)) ? 1 : 0;
    }
    const n = this.starts.length - 1;
    const having = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      for (let at = this.starts[i]; at < this.starts[i + 1]; at++) {
        if (meant[this.words[at]] === 1) {
          having[i] = 1;
          break;
        }
      }
    }
    this.seen.set(key, having);
    // What was typed a while ago will hardly come again.
    if (this.seen.size > 64) this.seen.delete(this.seen.keys().next().value);
    return having;
  }
}

// What each record has of each facet, as lists: themes are several.
class Values {
  constructor(columns) {
    const { n, dict } = columns;
    const single = (value) => Array.from({ length: n }, (_, i) => [value(i)]);
    this.sizes = { theme: dict.theme.length, year: YEARS };
    this.of = {
      theme: columns.themes.map((mask) => dict.theme.map((_, t) => t).filter((t) => (mask >> t) & 1)),
      year: single((i) => Math.floor(columns.date[i] / 10000) - FIRST_YEAR),
    };
    for (const name of ["speaker", "party", "stance", "outlet"]) {
      this.sizes[name] = dict[name].length;
      this.of[name] = single((i) => columns[name][i]);
    }
  }

  // A byte for each record: whether it passes this filter.
  passing(name, chosen) {
    const isChosen = new Uint8Array(this.sizes[name]);
    const [from, to] = chosen;
    if (name === "year") isChosen.fill(1, Math.max(from - FIRST_YEAR, 0), Math.max(to - FIRST_YEAR + 1, 0));
    else for (const value of chosen) isChosen[value] = 1;
    return Uint8Array.from(this.of[name], (values) => (values.some((value) => isChosen[value]) ? 1 : 0));
  }
}

function answer(columns, texts, values, { query, filters }) {
  const words = fold(query);
  const having = words.map((word, i) => texts.having(word, i === words.length - 1));
  const passing = Object.entries(filters).map(([name, chosen]) => [name, values.passing(name, chosen)]);
  const matching = (own) => {
    const tests = [...having, ...passing.filter(([name]) => name !== own).map(([, bytes]) => bytes)];
    const found = [];
    for (let i = 0; i < columns.n; i++) {
      if (tests.every((bytes) => bytes[i] === 1)) found.push(i);
    }
    return found;
  };
  const matches = matching();
  const facets = {};
  for (const [name, size] of Object.entries(values.sizes)) {
    const counts = new Uint32Array(size);
    for (const i of name in filters ? matching(name) : matches) {
      for (const value of values.of[name][i]) counts[value]++;
    }
    facets[name] = counts;
  }
  const matrix = new Uint32Array(values.sizes.theme * YEARS);
  for (const i of matches) {
    for (const theme of values.of.theme[i]) matrix[theme * YEARS + values.of.year[i][0]]++;
  }
  return { total: matches.length, top20: newest(columns, matches, words), facets, matrix };
}

// With words the order is each contender's own, and not compared.
function newest({ date }, matches, words) {
  if (words.length > 0) return [];
  return matches.sort((a, b) => date[b] - date[a] || a - b).slice(0, 20);
}
