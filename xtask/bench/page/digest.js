// One answer as two numbers, so that thousands can be kept and compared.
//
// In: an answer. Out: a hash (FNV-1a) of total, facets and matrix, and one of
// the first twenty. Equal answers have equal hashes; others all but surely not.

const FACETS = ["theme", "year", "speaker", "party", "stance", "outlet"];

export function digest({ total, top20, facets, matrix }) {
  let counts = mix(0x811c9dc5, total);
  for (const name of FACETS) counts = all(counts, facets[name]);
  return { counts: all(counts, matrix), top: all(0x811c9dc5, top20) };
}

function all(hash, numbers) {
  hash = mix(hash, numbers.length);
  for (let i = 0; i < numbers.length; i++) hash = mix(hash, numbers[i]);
  return hash;
}

function mix(hash, number) {
  for (let shift = 0; shift < 32; shift += 8) {
    hash = Math.imul(hash ^ ((number >>> shift) & 255), 0x01000193);
  }
  return hash >>> 0;
}
