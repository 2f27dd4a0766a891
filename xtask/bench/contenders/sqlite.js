// SQLite FTS5 in WebAssembly, in memory, with indexes for short prefixes.
//
// Filled in the page from the plain records, folded beforehand, so that its
// own tokenizer has only spaces to cut at. Nothing but the index is stored
// (`content=''`), without positions (`detail=none`), which no query asks for.

import sqlite3InitModule from "/npm/@sqlite.org/sqlite-wasm/dist/index.mjs";
import { Counter, load } from "/page/columns.js";
import { fold } from "/page/fold.js";

const TABLE = `CREATE VIRTUAL TABLE record USING fts5(
  statement, quote, content='', detail=none, prefix='1 2 3', tokenize='ascii')`;
const SEARCH = "SELECT rowid FROM record WHERE record MATCH ? ORDER BY rank";

async function ready() {
  const [{ columns, start }, sqlite] = await Promise.all([load(), sqlite3InitModule()]);
  const counter = new Counter(columns);
  const db = new sqlite.oo1.DB(":memory:");
  fill(db, columns);
  const search = db.prepare(SEARCH);
  const { capi } = sqlite;
  window.contender.act = ({ query, filters }) => {
    const words = fold(query);
    if (words.length === 0) return counter.answer(null, filters);
    search.bind(words.map((word) => `"${word}"`).join(" ") + "*");
    const found = [];
    while (capi.sqlite3_step(search.pointer) === capi.SQLITE_ROW) {
      found.push(capi.sqlite3_column_int(search.pointer, 0) - 1);
    }
    search.reset();
    return counter.answer(found, filters);
  };
  return { buildMs: performance.now() - start };
}

function fill(db, { n, statement, quote }) {
  db.exec(TABLE);
  db.exec("BEGIN");
  const insert = db.prepare("INSERT INTO record(rowid, statement, quote) VALUES (?, ?, ?)");
  for (let id = 0; id < n; id++) {
    insert.bind([id + 1, fold(statement[id]).join(" "), fold(quote[id]).join(" ")]).stepReset();
  }
  insert.finalize();
  db.exec("COMMIT");
  db.exec("INSERT INTO record(record) VALUES ('optimize')");
}

window.contender = { name: "SQLite FTS5", ready: ready() };
