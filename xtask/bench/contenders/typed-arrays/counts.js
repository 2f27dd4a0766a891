// Facets, matrix and the first twenty of what was found.
//
// In: positions (none: all records), how they score, and the filters. Out: the
// answer. One pass: a record that fails no filter counts everywhere, one that
// fails a single one in that facet only. Without filters the themes' counts are
// the sums of the matrix' rows, and without words either all is known before.

const YEARS = 26;
const FIRST_YEAR = 2000;
const FACETS = ["theme", "year", "speaker", "party", "stance", "outlet"];
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);

export class Counts {
  constructor(index) {
    Object.assign(this, index);
    this.values = FACETS.map((name) => (name === "theme" ? index.themes : index[name]));
    this.lengths = FACETS.map((name) => (name === "year" ? YEARS : index.sizes[name]));
    this.all = Uint32Array.from({ length: this.n }, (_, position) => position);
    this.whole = this.unfiltered(this.all, null);
  }

  answer(found, score, filters) {
    const names = Object.keys(filters);
    if (names.length > 0) return this.filtered(found ?? this.all, score, filters);
    return found === null ? this.whole : this.unfiltered(found, score);
  }

  unfiltered(found, score) {
    const counts = this.lengths.map((length) => new Uint32Array(length));
    const [themeCounts, years, speakers, parties, stances, outlets] = counts;
    const { themes, year, speaker, party, stance, outlet } = this;
    const matrix = new Uint32Array(this.lengths[0] * YEARS);
    for (let i = 0; i < found.length; i++) {
      const p = found[i];
      const y = year[p];
      years[y]++;
      speakers[speaker[p]]++;
      parties[party[p]]++;
      stances[stance[p]]++;
      outlets[outlet[p]]++;
      for (let mask = themes[p]; mask !== 0; mask &= mask - 1) {
        matrix[(31 - Math.clz32(mask & -mask)) * YEARS + y]++;
      }
    }
    for (let i = 0; i < matrix.length; i++) themeCounts[Math.floor(i / YEARS)] += matrix[i];
    const best = new Best(score);
    for (let i = 0; i < found.length && !best.isFull; i++) best.offer(found[i]);
    return this.made(found.length, best, counts, matrix);
  }

  filtered(found, score, filters) {
    const counts = this.lengths.map((length) => new Uint32Array(length));
    const matrix = new Uint32Array(this.lengths[0] * YEARS);
    const masks = FACETS.map((name, f) => this.allowed(f, filters[name]));
    const active = FACETS.map((_, f) => f).filter((f) => f > 0 && masks[f] !== null);
    const themeMask = masks[0] ?? 0xffff;
    const best = new Best(score);
    let total = 0;
    for (let i = 0; i < found.length; i++) {
      const p = found[i];
      let failed = (this.themes[p] & themeMask) === 0 ? 0 : -1;
      for (let a = 0; a < active.length; a++) {
        const f = active[a];
        if (masks[f][this.values[f][p]] === 0) {
          failed = failed === -1 ? f : -2;
          if (failed === -2) break;
        }
      }
      if (failed === -1) {
        total++;
        best.offer(p);
        this.countAll(p, counts, matrix);
      } else if (failed > 0) {
        counts[failed][this.values[failed][p]]++;
      } else if (failed === 0) {
        this.countThemes(p, counts[0]);
      }
    }
    return this.made(total, best, counts, matrix);
  }

  countAll(p, counts, matrix) {
    const y = this.year[p];
    counts[1][y]++;
    counts[2][this.speaker[p]]++;
    counts[3][this.party[p]]++;
    counts[4][this.stance[p]]++;
    counts[5][this.outlet[p]]++;
    for (let mask = this.themes[p]; mask !== 0; mask &= mask - 1) {
      const theme = 31 - Math.clz32(mask & -mask);
      counts[0][theme]++;
      matrix[theme * YEARS + y]++;
    }
  }

  countThemes(p, counts) {
    for (let mask = this.themes[p]; mask !== 0; mask &= mask - 1) counts[31 - Math.clz32(mask & -mask)]++;
  }

  // What a filter lets through: a mask of themes, or a byte for each value.
  allowed(facet, chosen) {
    if (chosen === undefined) return null;
    if (facet === 0) return chosen.reduce((mask, theme) => mask | (1 << theme), 0);
    const bytes = new Uint8Array(this.lengths[facet]);
    if (facet === 1) bytes.fill(1, Math.max(chosen[0] - FIRST_YEAR, 0), Math.max(chosen[1] - FIRST_YEAR + 1, 0));
    else for (const value of chosen) bytes[value] = 1;
    return bytes;
  }

  made(total, best, counts, matrix) {
    const top20 = best.list().map((position) => this.order[position]);
    const facets = Object.fromEntries(FACETS.map((name, f) => [name, counts[f]]));
    return { total, top20, facets, matrix };
  }
}

// The best twenty: by words in the statement, then as offered, newest first.
class Best {
  constructor(score) {
    this.score = score;
    this.levels = [[], [], [], [], [], [], [], [], []];
    this.isFull = false;
  }

  offer(position) {
    const words = this.score === null ? 0 : BITS[this.score[position]];
    const level = this.levels[words];
    if (level.length < 20) level.push(position);
    // Nothing can come before the newest where all are alike.
    else if (this.score === null) this.isFull = true;
  }

  list() {
    return this.levels.reverse().flat().slice(0, 20);
  }
}
