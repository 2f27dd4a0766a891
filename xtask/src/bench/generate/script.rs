//! The actions that every contender answers: typing and filtering.
//!
//! In: records and a seed. Out: a list of a query and filters each, as JSON.
//! Queries have one to four words of the records, frequent and rare, and some
//! that no record has; they are typed letter by letter. After every second
//! query a filter is changed, half of the time with its words left standing.

use super::columns::{joined, quoted};
use super::names::{OUTLETS, PARTIES, SPEAKERS, STANCES, THEMES};
use super::random::{Random, Weighted};
use super::records::{Records, YEARS};

const QUERIES: usize = 200;
/// How many queries of a hundred have one, two, three and four words.
const WORDS: [u64; 4] = [33, 33, 20, 14];
/// Words that hardly any corpus has, and words with a letter too many.
const ABSENT: [&str; 8] = [
    "zzq", "hosptial", "nursse", "xylotomy", "qwop", "fundding", "brexodus", "jkl",
];

/// One thing that a reader does.
pub(crate) struct Action {
    /// As typed so far.
    pub(crate) query: String,
    /// Facets and the values that are chosen; of `year`, the first and the last.
    pub(crate) filters: Vec<(&'static str, Vec<usize>)>,
}

/// The script for these records.
pub(crate) fn json(records: &Records, seed: u64) -> String {
    let actions: Vec<String> = actions(records, seed).iter().map(Action::json).collect();
    format!("[\n{}\n]\n", actions.join(",\n"))
}

/// The same, not written out.
pub(crate) fn actions(records: &Records, seed: u64) -> Vec<Action> {
    let mut random = Random::new(seed);
    let lengths = Weighted::new(WORDS);
    let mut actions = Vec::new();
    for no in 0..QUERIES {
        let words = lengths.draw(&mut random) + 1;
        let query = query(records, words, &mut random);
        // Most type first and filter then, some the other way round.
        let standing = if random.chance(15) {
            filters(&mut random)
        } else {
            Vec::new()
        };
        for (at, letter) in query.char_indices() {
            actions.push(Action {
                query: query[..at + letter.len_utf8()].to_owned(),
                filters: standing.clone(),
            });
        }
        if no % 2 == 1 {
            actions.push(Action {
                query: if random.chance(50) {
                    query
                } else {
                    String::new()
                },
                filters: filters(&mut random),
            });
        }
    }
    actions
}

/// Words as they stand in one record, so that some record has them all, save
/// for those that come from elsewhere.
fn query(records: &Records, words: usize, random: &mut Random) -> String {
    let record = random.below(records.len());
    let words: Vec<String> = (0..words)
        .map(|_| match random.below(100) {
            0..7 => (*random.one(&ABSENT)).to_owned(),
            7..17 => word(records, random.below(records.len()), random),
            _ => word(records, record, random),
        })
        .collect();
    let query = words.join(" ");
    if random.chance(60) {
        query.to_lowercase()
    } else {
        query
    }
}

fn word(records: &Records, record: usize, random: &mut Random) -> String {
    let text = if random.chance(40) {
        &records.statement[record]
    } else {
        &records.quote[record]
    };
    let words: Vec<&str> = text.split(' ').collect();
    let word = random.one(&words);
    word.trim_end_matches([',', '.', '?', '!']).to_owned()
}

/// One facet or more, several values, years.
fn filters(random: &mut Random) -> Vec<(&'static str, Vec<usize>)> {
    let mut all = [
        ("theme", THEMES.len()),
        ("speaker", SPEAKERS.len()),
        ("party", PARTIES.len()),
        ("stance", STANCES.len()),
        ("outlet", OUTLETS.len()),
        ("year", 0),
    ];
    random.shuffle(&mut all);
    let facets = Weighted::new([5, 3, 2]).draw(random) + 1;
    let chosen = all[..facets].iter();
    let filters = chosen.map(|(name, values)| {
        let chosen = if *values == 0 {
            years(random)
        } else {
            some(*values, random)
        };
        (*name, chosen)
    });
    filters.collect()
}

fn some(values: usize, random: &mut Random) -> Vec<usize> {
    let mut all: Vec<usize> = (0..values).collect();
    random.shuffle(&mut all);
    all.truncate(random.between(1, 3));
    all.sort_unstable();
    all
}

fn years(random: &mut Random) -> Vec<usize> {
    let from = random.between(*YEARS.start() as usize, *YEARS.end() as usize);
    vec![from, random.between(from, *YEARS.end() as usize)]
}

impl Action {
    fn json(&self) -> String {
        let filters: Vec<String> = self
            .filters
            .iter()
            .map(|(name, values)| format!("{}:{}", quoted(name), joined(values)))
            .collect();
        format!(
            "{{\"query\":{},\"filters\":{{{}}}}}",
            quoted(&self.query),
            filters.join(",")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_types_and_filters_the_same_each_time() {
        let records = Records::generate(50, 1);
        let script = json(&records, 1);
        assert_eq!(script, json(&records, 1));
        let actions = actions(&records, 1);
        assert!((1_800..3_200).contains(&actions.len()), "{}", actions.len());
        let filtered = actions.iter().filter(|it| !it.filters.is_empty());
        assert!(filtered.count() >= QUERIES / 2);
    }
}
