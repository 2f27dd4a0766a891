// Plain mode: how every contender, the reference too, cuts text into words.
//
// In: text. Out: its words, small letters a to z and digits, accents and
// apostrophes dropped; no stemming, no synonyms.

const DROPPED = /[\p{M}'‘’]/gu;
const WORDS = /[a-z0-9]+/g;

export function fold(text) {
  return text.normalize("NFKD").replace(DROPPED, "").toLowerCase().match(WORDS) ?? [];
}
