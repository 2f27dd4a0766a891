// The records as the libraries' pages get them, and the counting that no
// library does: facets, each without its own selection, and theme by year.
//
// In: record numbers that match the words, best first, and the filters. Out:
// the answer. Counting is one pass over typed arrays: a record that fails no
// filter counts everywhere, one that fails a single filter in that facet only.

export const FIRST_YEAR = 2000;
export const YEARS = 26;
const FACETS = ["theme", "year", "speaker", "party", "stance", "outlet"];

// The plain records of the size that the page's address ends with.
export async function load() {
  const size = location.pathname.split("/").at(-2);
  const fetched = ["texts", "facts"].map(async (name) => (await fetch(`/data/${size}/${name}.json`)).text());
  const parts = await Promise.all(fetched);
  const start = performance.now();
  const [texts, facts] = parts.map((part) => JSON.parse(part));
  return { columns: { ...facts, ...texts }, start };
}

export class Counter {
  constructor(columns) {
    const { n, dict } = columns;
    this.n = n;
    this.sizes = [dict.theme, null, dict.speaker, dict.party, dict.stance, dict.outlet]
      .map((list) => list?.length ?? YEARS);
    this.themes = Uint32Array.from(columns.themes);
    this.values = [
      null,
      Uint8Array.from(columns.date, (date) => Math.floor(date / 10000) - FIRST_YEAR),
      ...["speaker", "party", "stance", "outlet"].map((name) => Uint8Array.from(columns[name])),
    ];
    const { date } = columns;
    this.newest = Uint32Array.from({ length: n }, (_, i) => i)
      .sort((a, b) => date[b] - date[a] || a - b);
  }

  // `ids`: what has the words, best first; null where there are none.
  answer(ids, filters) {
    const list = ids ?? this.newest;
    const allowed = FACETS.map((name, f) => this.allowed(f, filters[name]));
    const counts = this.sizes.map((size) => new Uint32Array(size));
    const matrix = new Uint32Array(this.sizes[0] * YEARS);
    const top20 = [];
    let total = 0;
    for (let i = 0; i < list.length; i++) {
      const id = list[i];
      const failed = this.failed(id, allowed);
      if (failed === -1) {
        total++;
        if (top20.length < 20) top20.push(id);
        this.countAll(id, counts, matrix);
      } else if (failed === 0) {
        this.countThemes(id, counts[0]);
      } else if (failed > 0) {
        counts[failed][this.values[failed][id]]++;
      }
    }
    const facets = Object.fromEntries(FACETS.map((name, f) => [name, counts[f]]));
    return { total, top20, facets, matrix };
  }

  // What a filter lets through: a mask of themes, or a byte for each value.
  allowed(facet, chosen) {
    if (chosen === undefined) return null;
    if (facet === 0) return chosen.reduce((mask, theme) => mask | (1 << theme), 0);
    const bytes = new Uint8Array(this.sizes[facet]);
    if (facet === 1) {
      for (let year = chosen[0]; year <= chosen[1]; year++) bytes[year - FIRST_YEAR] = 1;
    } else {
      for (const value of chosen) bytes[value] = 1;
    }
    return bytes;
  }

  // The one filter that a record fails; -1 for none, -2 for several.
  failed(id, allowed) {
    let failed = allowed[0] !== null && (this.themes[id] & allowed[0]) === 0 ? 0 : -1;
    for (let f = 1; f < 6; f++) {
      if (allowed[f] !== null && allowed[f][this.values[f][id]] === 0) {
        if (failed !== -1) return -2;
        failed = f;
      }
    }
    return failed;
  }

  countAll(id, counts, matrix) {
    for (let f = 1; f < 6; f++) counts[f][this.values[f][id]]++;
    const year = this.values[1][id];
    for (let mask = this.themes[id]; mask !== 0; mask &= mask - 1) {
      const theme = 31 - Math.clz32(mask & -mask);
      counts[0][theme]++;
      matrix[theme * YEARS + year]++;
    }
  }

  countThemes(id, counts) {
    for (let mask = this.themes[id]; mask !== 0; mask &= mask - 1) {
      counts[31 - Math.clz32(mask & -mask)]++;
    }
  }
}
