// Reads the prepared index.
//
// In: the bytes that prepare/typed_arrays.js wrote. Out: columns as views into
// them, sorted terms, and all postings unpacked into one Uint32Array.

const KINDS = { order: Uint32Array, counts: Uint32Array, themes: Uint16Array };

export function read(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const index = { n: head.n, sizes: head.sizes };
  for (const [name, [at, count]] of Object.entries(head.places)) {
    const Kind = KINDS[name] ?? Uint8Array;
    index[name] = new Kind(buffer, 4 + length + at, count);
  }
  index.terms = new TextDecoder().decode(index.terms).split("\n");
  unpack(index);
  return index;
}

// List 2t: the records with term t; list 2t + 1: those with it in the statement.
function unpack(index) {
  const { counts, postings } = index;
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i] + counts[i];
  const all = new Uint32Array(starts[counts.length]);
  let from = 0;
  for (let i = 0; i < counts.length; i++) {
    let position = -1;
    for (let to = starts[i]; to < starts[i + 1]; to++) {
      let byte = postings[from++];
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[from++];
        gap |= (byte & 127) << shift;
      }
      position += gap + 1;
      all[to] = position;
    }
  }
  index.starts = starts;
  index.postings = all;
}
