// The prepared index of the hand-written engine (contenders/typed-arrays.js).
//
// In: records. Out: the bytes of its file: a length and a JSON head, then
// sections. Records are numbered from newest to oldest, so that the newest
// matches are simply the first. Postings are differences in 7-bit groups: for
// each term the records that have it anywhere, then those that have it in the
// statement.

import { fold } from "../page/fold.js";

export function prepare(columns) {
  const { n, dict, date } = columns;
  const order = Uint32Array.from({ length: n }, (_, i) => i)
    .sort((a, b) => date[b] - date[a] || a - b);
  const lists = postings(columns, order);
  const terms = [...lists.keys()].sort();
  const counts = new Uint32Array(terms.length * 2);
  const bytes = [];
  terms.forEach((term, i) => {
    lists.get(term).forEach((list, which) => {
      counts[i * 2 + which] = list.length;
      write(list, bytes);
    });
  });
  const column = (name) => Uint8Array.from(order, (i) => columns[name][i]);
  const sections = {
    order,
    counts,
    themes: Uint16Array.from(order, (i) => columns.themes[i]),
    year: Uint8Array.from(order, (i) => Math.floor(date[i] / 10000) - 2000),
    speaker: column("speaker"),
    party: column("party"),
    stance: column("stance"),
    outlet: column("outlet"),
    terms: new TextEncoder().encode(terms.join("\n")),
    postings: Uint8Array.from(bytes),
  };
  const sizes = Object.fromEntries(Object.entries(dict).map(([name, list]) => [name, list.length]));
  return joined({ n, sizes, dict }, sections);
}

// By term: records that have it, records that have it in the statement.
function postings(columns, order) {
  const lists = new Map();
  const add = (word, which, position) => {
    if (!lists.has(word)) lists.set(word, [[], []]);
    const list = lists.get(word)[which];
    if (list.at(-1) !== position) list.push(position);
  };
  order.forEach((i, position) => {
    for (const word of fold(columns.statement[i])) {
      add(word, 0, position);
      add(word, 1, position);
    }
    for (const word of fold(columns.quote[i])) add(word, 0, position);
  });
  return lists;
}

function write(list, bytes) {
  let last = -1;
  for (const position of list) {
    let gap = position - last - 1;
    while (gap > 127) {
      bytes.push((gap & 127) | 128);
      gap >>>= 7;
    }
    bytes.push(gap);
    last = position;
  }
}

// Each section begins at a multiple of four.
function joined(about, sections) {
  const places = {};
  let at = 0;
  for (const [name, data] of Object.entries(sections)) {
    places[name] = [at, data.length];
    at += Math.ceil(data.byteLength / 4) * 4;
  }
  let head = JSON.stringify({ ...about, places });
  head += " ".repeat((4 - (Buffer.byteLength(head) % 4)) % 4);
  const headBytes = Buffer.from(head);
  const file = Buffer.alloc(4 + headBytes.length + at);
  file.writeUInt32LE(headBytes.length);
  headBytes.copy(file, 4);
  for (const [name, data] of Object.entries(sections)) {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    bytes.copy(file, 4 + headBytes.length + places[name][0]);
  }
  return file;
}
