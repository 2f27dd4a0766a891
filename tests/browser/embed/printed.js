// The words of a PDF file as Chromium writes it: every stream unpacked, every run of glyphs read by
// every table of letters in the file, since a run does not say which is its own.
const bytes = Uint8Array.from(atob(arguments[0]), (it) => it.charCodeAt(0));
const text = new TextDecoder("latin1").decode(bytes);

async function unpacked(from, to) {
  const packed = new Blob([bytes.slice(from, to)]).stream();
  try {
    return await new Response(packed.pipeThrough(new DecompressionStream("deflate"))).text();
  } catch {
    return "";
  }
}

return (async () => {
  const streams = [];
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    const from = index + head.length;
    if (text.slice(index - 3, index) === "end") continue;
    const end = text.indexOf("endstream", from);
    // The line break before the end is no part of what is packed.
    for (const cut of [0, 1, 2]) {
      const stream = await unpacked(from, end - cut);
      if (stream) {
        streams.push(stream);
        break;
      }
    }
  }
  const code = (it) => parseInt(it, 16);
  const tables = streams.filter((it) => it.includes("begincmap")).map((it) => {
    const letters = new Map();
    for (const [, block] of it.matchAll(/beginbfchar([^]*?)endbfchar/g))
      for (const [, glyph, letter] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) letters.set(code(glyph), code(letter));
    for (const [, block] of it.matchAll(/beginbfrange([^]*?)endbfrange/g))
      for (const [, from, to, letter] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
        for (let n = code(from); n <= code(to); n++) letters.set(n, code(letter) + n - code(from));
    return letters;
  });
  const runs = streams.filter((it) => /T[jJ]/.test(it)).map((it) => [...it.matchAll(/<([0-9A-Fa-f]+)>/g)].map((run) => run[1]).join(""));
  const read = (table) => (run) => run.match(/.{4}/g)?.map((it) => String.fromCodePoint(table.get(code(it)) ?? 32)).join("") ?? "";
  return tables.flatMap((table) => runs.map(read(table)));
})();
