//! From a corpus to the bytes of its index.
//!
//! In: a [`Corpus`]. Out: bytes that [`Index::decode`] reads. Invariant: the same
//! corpus gives the same bytes. Meant for build time; the browser only reads.
//!
//! A *document* is a unit with the words of its own (statement, quotations), or a
//! *label*: a text that units share (a speaker's name, a theme), indexed once with
//! the list of its units. Units come first, in their order.
//!
//! ```text
//! body     = corpus version (str)
//!            units: n, words of statement (n), of quotations (n)
//!            labels: n, then each: field, how many units, units (ascending)
//!            terms: n, then each, sorted by bytes: bytes shared with the term
//!              before, the rest (str), bytes of its postings, bytes of its places
//!            bytes of all postings, all postings, all places
//! postings = of each document, ascending: gap << 3 | counts follow << 2 | in
//!            quotations << 1 | in the statement (or label); then, if they follow,
//!            the counts of occurrences in each field it is in; else once in each
//! places   = of each document: ascending places of the term, in words from 0;
//!            after each value of a field one place stays empty
//! ```

use std::collections::BTreeMap;

use super::bytes::{put, put_ascending, put_str};
use super::field::Field;
use super::index::Index;
use super::token::tokens;
use crate::corpus::container::{self, Content};
use crate::corpus::model::{Corpus, Unit};

impl Index<'_> {
    /// The index of a corpus.
    pub fn build(corpus: &Corpus) -> Vec<u8> {
        let mut builder = Builder::default();
        for unit in &corpus.units {
            builder.add_unit(unit);
        }
        builder.add_labels(corpus);
        container::seal(Content::INDEX, &builder.encode(corpus))
    }
}

/// Where a term occurs: document and place.
type Places = Vec<(u32, u32)>;

#[derive(Default)]
struct Builder {
    terms: BTreeMap<String, Places>,
    statement_words: Vec<u32>,
    quotation_words: Vec<u32>,
    /// Field and units of each label.
    labels: Vec<(Field, Vec<u32>)>,
    documents: u32,
}

impl Builder {
    fn add_unit(&mut self, unit: &Unit) {
        let mut at = 0;
        let statement = self.add_value(&mut at, unit.statement);
        self.statement_words.push(statement);
        let quotations = unit
            .evidence
            .iter()
            .map(|evidence| self.add_value(&mut at, evidence.quote))
            .sum();
        self.quotation_words.push(quotations);
        self.documents += 1;
    }

    /// Indexes one value of a field and leaves a place empty, so that no phrase
    /// reaches from one value into the next.
    fn add_value(&mut self, at: &mut u32, text: &str) -> u32 {
        let document = self.documents;
        let words = tokens(text, &mut |token| {
            let place = (document, *at + token.at);
            if let Some(places) = self.terms.get_mut(token.term) {
                places.push(place);
            } else {
                self.terms.insert(token.term.to_owned(), vec![place]);
            }
        });
        *at += words + 1;
        words
    }

    fn add_labels(&mut self, corpus: &Corpus) {
        let units = || (0_u32..).zip(&corpus.units);
        let mut speakers = vec![Vec::new(); corpus.actors.len()];
        let mut roles = BTreeMap::<&str, Vec<u32>>::new();
        let mut bodies = vec![Vec::new(); corpus.bodies.len()];
        let mut themes = vec![Vec::new(); corpus.themes.len()];
        let mut parties = vec![Vec::new(); corpus.parties.len()];
        let mut articles = vec![Vec::new(); corpus.articles.len()];
        let mut outlets = vec![Vec::new(); corpus.outlets.len()];
        for (no, unit) in units() {
            push(&mut speakers, unit.speaker.index(), no);
            roles.entry(unit.role).or_default().push(no);
            for body in &unit.bodies {
                push(&mut bodies, body.index(), no);
            }
            for theme in &unit.themes {
                push(&mut themes, theme.index(), no);
            }
            if let Some(party) = unit.party {
                push(&mut parties, party.index(), no);
            }
            push(&mut articles, unit.article.index(), no);
            if let Some(article) = corpus.articles.get(unit.article.index()) {
                push(&mut outlets, article.outlet.index(), no);
            }
        }
        for (actor, units) in corpus.actors.iter().zip(speakers) {
            self.add_label(Field::Speaker, &[actor.name], units);
        }
        for (role, units) in roles {
            self.add_label(Field::Role, &[role], units);
        }
        for (body, units) in corpus.bodies.iter().zip(bodies) {
            let mut names = vec![body.name, body.abbr];
            names.extend_from_slice(&body.aliases);
            self.add_label(Field::Body, &names, units);
        }
        for (theme, units) in corpus.themes.iter().zip(themes) {
            self.add_label(Field::Theme, &[theme.label], units);
        }
        for (party, units) in corpus.parties.iter().zip(parties) {
            self.add_label(Field::Party, &[party.name, party.short], units);
        }
        for (article, units) in corpus.articles.iter().zip(articles) {
            self.add_label(Field::Title, &[article.title], units);
        }
        for (outlet, units) in corpus.outlets.iter().zip(outlets) {
            self.add_label(Field::Outlet, &[outlet.name], units);
        }
    }

    /// Indexes a text that units share; one that none has is left out.
    fn add_label(&mut self, field: Field, values: &[&str], mut units: Vec<u32>) {
        units.dedup();
        if units.is_empty() {
            return;
        }
        let mut at = 0;
        for value in values {
            self.add_value(&mut at, value);
        }
        self.labels.push((field, units));
        self.documents += 1;
    }

    fn encode(&self, corpus: &Corpus) -> Vec<u8> {
        let mut body = Vec::new();
        put_str(&mut body, corpus.about.version);
        put(&mut body, corpus.units.len() as u32);
        for words in self.statement_words.iter().chain(&self.quotation_words) {
            put(&mut body, *words);
        }
        put(&mut body, self.labels.len() as u32);
        for (field, units) in &self.labels {
            put(&mut body, field.number());
            put(&mut body, units.len() as u32);
            put_ascending(&mut body, units.iter().copied());
        }
        let (mut postings, mut places) = (Vec::new(), Vec::new());
        put(&mut body, self.terms.len() as u32);
        let mut before = "";
        for (term, occurrences) in &self.terms {
            let starts = (postings.len(), places.len());
            self.encode_term(occurrences, &mut postings, &mut places);
            let shared = shared_bytes(before, term);
            put(&mut body, shared as u32);
            put_str(&mut body, term.get(shared..).unwrap_or(""));
            put(&mut body, (postings.len() - starts.0) as u32);
            put(&mut body, (places.len() - starts.1) as u32);
            before = term;
        }
        put(&mut body, postings.len() as u32);
        body.append(&mut postings);
        body.append(&mut places);
        body
    }

    fn encode_term(&self, all: &Places, postings: &mut Vec<u8>, places: &mut Vec<u8>) {
        let mut least = 0;
        for occurrences in all.chunk_by(|one, next| one.0 == next.0) {
            let Some(&(document, _)) = occurrences.first() else {
                continue;
            };
            // A term may stand twice at one place: once as the word, once as
            // another term for it.
            let mut at: Vec<u32> = occurrences.iter().map(|&(_, at)| at).collect();
            at.sort_unstable();
            at.dedup();
            let statement_words = self.statement_words.get(document as usize);
            let first = at.partition_point(|at| statement_words.is_none_or(|words| at < words));
            let counts = [first as u32, (at.len() - first) as u32];
            let fields = u32::from(counts[0] > 0) | u32::from(counts[1] > 0) << 1;
            let many = u32::from(counts.iter().any(|&count| count > 1));
            put(postings, (document - least) << 3 | many << 2 | fields);
            if many == 1 {
                for &count in counts.iter().filter(|&&count| count > 0) {
                    put(postings, count);
                }
            }
            least = document + 1;
            put_ascending(places, at);
        }
    }
}

fn push(groups: &mut [Vec<u32>], group: usize, unit: u32) {
    if let Some(units) = groups.get_mut(group) {
        units.push(unit);
    }
}

/// How many bytes two terms share from the front, never within a character.
fn shared_bytes(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum()
}
