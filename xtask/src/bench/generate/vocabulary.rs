//! All words of the generated texts and how often each is used.
//!
//! In: nothing but constants. Out: one list of words from frequent to rare, and
//! for every theme and speaker a share of them. Real words come first; the long
//! tail is made of English syllables, as no list of thirty thousand words need
//! be shipped to be searched. Frequencies follow Zipf's law.

use super::lexicon::{BY_THEME, COMMON, FUNCTION};
use super::random::{Random, Weighted, mix};
use std::collections::BTreeSet;

/// How many words the tail has.
const TAIL: usize = 24_000;
/// Every so many ranks of the tail, a word is a name.
const NAMES: u64 = 11;

const HEADS: &str = "b c d f g h l m n p r s t v w b c d f l m n p r s t bl br ch cl cr dr fl gr k \
pl pr qu sh sl sp st str sw th tr wh";
const VOWELS: &str = "a e i o u a e i o a e ea ee ou ai";
const TAILS: &str = "n r l s t d m n r ck ll nd ng nt rd rn st th";
const PREFIXES: &str = "re un pre inter over sub trans con de dis mis fore out semi mid co en ex";
const SUFFIXES: &str = "ing ed er tion ment ness ity able al ism ist ly ful less ive ance ship ation s es \
ers ings";
const ACCENTED: &str = "Büchner Brontë Séamus Ångström Núñez François Łódź Ceredigión Gîte Crèche \
façade résumé cliché protégé communiqué entrée regime-à-terme São Zürich Malmö";

/// Words and the chances of drawing them.
pub(super) struct Vocabulary {
    function: Vec<String>,
    function_weights: Weighted,
    content: Vec<String>,
    content_weights: Weighted,
}

/// A share of the vocabulary, from frequent to rare.
pub(super) struct Share {
    words: Vec<u32>,
    weights: Weighted,
}

impl Vocabulary {
    /// The one vocabulary there is.
    pub(super) fn new() -> Self {
        let function: Vec<String> = split(FUNCTION);
        let content = content();
        Self {
            function_weights: Weighted::zipf(function.len()),
            content_weights: Weighted::zipf(content.len()),
            function,
            content,
        }
    }

    /// A word that holds sentences together.
    pub(super) fn function(&self, random: &mut Random) -> &str {
        &self.function[self.function_weights.draw(random)]
    }

    /// Any word with a meaning.
    pub(super) fn content(&self, random: &mut Random) -> &str {
        &self.content[self.content_weights.draw(random)]
    }

    /// A word of this share.
    pub(super) fn of<'v>(&'v self, share: &Share, random: &mut Random) -> &'v str {
        &self.content[share.words[share.weights.draw(random)] as usize]
    }

    /// What is said about a theme: its own words first, then a quarter of the
    /// others.
    pub(super) fn theme(&self, theme: usize) -> Share {
        let own = split(BY_THEME[theme]);
        let place = |word: &String| self.content.iter().position(|it| it == word);
        let mut words: Vec<u32> = own
            .iter()
            .filter_map(place)
            .map(|place| place as u32)
            .collect();
        words.extend(self.some(theme as u64 + 1, 4));
        Share::new(words)
    }

    /// What a speaker likes to say.
    pub(super) fn speaker(&self, speaker: usize) -> Share {
        Share::new(self.some(speaker as u64 + 1001, 24).collect())
    }

    /// One word of `of`, others for another `key`.
    fn some(&self, key: u64, of: u64) -> impl Iterator<Item = u32> {
        let all = 0..self.content.len() as u64;
        all.filter(move |word| mix(mix(key) ^ word).is_multiple_of(of))
            .map(|word| word as u32)
    }
}

impl Share {
    fn new(words: Vec<u32>) -> Self {
        Self {
            weights: Weighted::zipf(words.len()),
            words,
        }
    }
}

fn split(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// Words with a meaning, each once, from frequent to rare.
fn content() -> Vec<String> {
    let mut known: BTreeSet<String> = split(FUNCTION).into_iter().collect();
    let mut random = Random::new(0x70_6c65_6467);
    let mut themed: Vec<String> = BY_THEME.iter().flat_map(|words| split(words)).collect();
    random.shuffle(&mut themed);
    let real = split(COMMON).into_iter().chain(themed);
    let mut content: Vec<String> = real.filter(|word| known.insert(word.clone())).collect();
    let parts = [HEADS, VOWELS, TAILS, PREFIXES, SUFFIXES].map(split);
    let end = content.len() + TAIL;
    while content.len() < end {
        let word = coined(&parts, &mut random);
        if known.insert(word.clone()) {
            content.push(as_written(word, content.len() as u64));
        }
    }
    for (no, word) in split(ACCENTED).into_iter().enumerate() {
        content.insert(900 + 137 * no, word);
    }
    content
}

fn coined(parts: &[Vec<String>; 5], random: &mut Random) -> String {
    let [heads, vowels, tails, prefixes, suffixes] = parts;
    let mut word = String::new();
    if random.chance(22) {
        word.push_str(random.one::<String>(prefixes));
    }
    for _ in 0..random.between(1, 2) {
        word.push_str(random.one::<String>(heads));
        word.push_str(random.one::<String>(vowels));
        if random.chance(55) {
            word.push_str(random.one::<String>(tails));
        }
    }
    if random.chance(52) {
        word.push_str(random.one::<String>(suffixes));
    }
    word
}

/// Names keep a capital letter.
fn as_written(word: String, rank: u64) -> String {
    if !mix(rank).is_multiple_of(NAMES) {
        return word;
    }
    let mut letters = word.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}
