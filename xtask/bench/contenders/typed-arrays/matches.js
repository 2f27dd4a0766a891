// Which records have the words.
//
// In: words, the last a prefix. Out: ascending positions. Lists are intersected
// shortest first; what many records have (frequent terms, prefixes of one or
// two letters) has a bitmap, made once at the start.

// A bitmap is made for what at least one record in so many has.
const DENSE = 16;
const MOST_SCORED = 8;

export class Matches {
  constructor(index) {
    Object.assign(this, index);
    this.words = (this.n + 31) >>> 5;
    this.union = new Uint32Array(this.words);
    this.found = new Uint32Array(this.n);
    this.scores = new Uint8Array(this.n);
    this.bitmaps = new Map();
    for (let t = 0; t < this.terms.length; t++) {
      if (this.counts[2 * t] * DENSE > this.n) this.bitmaps.set(`${t} ${t + 1}`, this.filled(t, t + 1));
    }
    this.prepareShort(1);
    this.prepareShort(2);
  }

  prepareShort(letters) {
    for (let low = 0; low < this.terms.length; ) {
      const prefix = this.terms[low].slice(0, letters);
      const high = this.bound(`${prefix}\u{ffff}`);
      const postings = this.total(low, high);
      const key = `${low} ${high}`;
      if (postings * DENSE > this.n && !this.bitmaps.has(key)) this.bitmaps.set(key, this.filled(low, high));
      low = high;
    }
  }

  // How many postings these terms have.
  total(low, high) {
    let sum = 0;
    for (let t = low; t < high; t++) sum += this.counts[2 * t];
    return sum;
  }

  filled(low, high) {
    return this.fill(new Uint32Array(this.words), low, high);
  }

  fill(bitmap, low, high) {
    const { postings, starts } = this;
    for (let t = low; t < high; t++) {
      for (let at = starts[2 * t], end = starts[2 * t + 1]; at < end; at++) {
        const position = postings[at];
        bitmap[position >>> 5] |= 1 << (position & 31);
      }
    }
    return bitmap;
  }

  // The first term that is not before this word.
  bound(word) {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.terms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The terms that are meant, one after the other in the sorted list.
  range(word, isPrefix) {
    const low = this.bound(word);
    if (isPrefix) return [low, this.bound(`${word}\u{ffff}`)];
    return [low, this.terms[low] === word ? low + 1 : low];
  }

  find(words) {
    this.ranges = words.map((word, i) => this.range(word, i === words.length - 1));
    const lists = [];
    const bitmaps = [];
    for (const [low, high] of this.ranges) {
      if (low === high) return this.found.subarray(0, 0);
      const prepared = this.bitmaps.get(`${low} ${high}`);
      if (prepared !== undefined) bitmaps.push(prepared);
      else if (high === low + 1) lists.push(this.postings.subarray(this.starts[2 * low], this.starts[2 * low + 1]));
      else bitmaps.push(this.fill(this.union.fill(0), low, high));
    }
    if (lists.length === 0) return this.both(bitmaps);
    lists.sort((a, b) => a.length - b.length);
    return this.narrowed(lists, bitmaps);
  }

  // The records of all these bitmaps.
  both(bitmaps) {
    const { found } = this;
    const [first, ...others] = bitmaps;
    let count = 0;
    for (let w = 0; w < first.length; w++) {
      let bits = first[w];
      for (let i = 0; i < others.length; i++) bits &= others[i][w];
      for (; bits !== 0; bits &= bits - 1) found[count++] = (w << 5) + 31 - Math.clz32(bits & -bits);
    }
    return found.subarray(0, count);
  }

  // What is in all lists and all bitmaps.
  narrowed([shortest, ...longer], bitmaps) {
    const { found } = this;
    let count = 0;
    for (let i = 0; i < shortest.length; i++) {
      const position = shortest[i];
      let has = true;
      for (let b = 0; has && b < bitmaps.length; b++) {
        has = ((bitmaps[b][position >>> 5] >>> (position & 31)) & 1) === 1;
      }
      if (has) found[count++] = position;
    }
    for (const list of longer) count = intersect(found, count, list);
    return found.subarray(0, count);
  }

  // A bit for each word that a record has in its statement; none if nothing
  // has to be put in order.
  score(words, found) {
    if (found.length < 2) return null;
    const { scores, postings, starts } = this;
    this.ranges.slice(-MOST_SCORED).forEach(([low, high], word) => {
      for (let t = low; t < high; t++) {
        for (let at = starts[2 * t + 1], end = starts[2 * t + 2]; at < end; at++) {
          scores[postings[at]] |= 1 << word;
        }
      }
    });
    return scores;
  }
}

// Keeps what the list has too; both ascend. Steps double while looking ahead.
function intersect(found, count, list) {
  let kept = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const position = found[i];
    let step = 1;
    while (at + step < list.length && list[at + step] < position) step *= 2;
    let low = at + (step >>> 1);
    let high = Math.min(at + step + 1, list.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle] < position) low = middle + 1;
      else high = middle;
    }
    at = low;
    if (at === list.length) break;
    if (list[at] === position) found[kept++] = position;
  }
  return kept;
}
