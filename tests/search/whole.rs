//! Sets, order, counts and the matrix once more, record by record: generated records, words and
//! filters, answered as plainly as possible and by the index.

use pledges::corpus::date::{Date, Day};
use pledges::search::source::{Source, SourceColumn, SourceUnit};
use pledges::search::{Ask, Index, Order, Query};

use super::Random;

/// How many values each facet of the records has; of the first a record has up to three.
const VALUES: [usize; 4] = [9, 40, 3, 300];

struct Record {
    made: Date,
    statement: Vec<String>,
    quotation: Vec<String>,
    values: [Vec<u32>; 4],
}

/// Words of which some are frequent and some rare, and many begin alike.
fn word(random: &mut Random) -> String {
    let rare = 1 + random.below(400);
    let number = random.below(rare);
    let letters = ["c", "ca", "care", "con", "t", "th", "x"][number % 7];
    format!("{letters}{}", "abc".repeat(number / 7 % 5))
        + &(number / 35).to_string().replace('0', "")
}

fn record(random: &mut Random) -> Record {
    let mut words = |most: usize| (0..random.below(most)).map(|_| word(random)).collect();
    let (statement, quotation) = (words(14), words(40));
    let mut themes: Vec<u32> = (0..random.below(4))
        .map(|_| random.below(9) as u32)
        .collect();
    themes.sort_unstable();
    themes.dedup();
    let mut one = |values: usize| vec![random.below(values) as u32];
    let values = [themes, one(VALUES[1]), one(VALUES[2]), one(VALUES[3])];
    let first = Day {
        year: 2000 + random.below(26) as u16,
        month: 1 + random.below(12) as u8,
        day: 1 + random.below(28) as u8,
    };
    Record {
        made: Date {
            first,
            last: None,
            approximate: false,
        },
        statement,
        quotation,
        values,
    }
}

/// The index of the records.
fn index(records: &[Record]) -> Vec<u8> {
    let texts: Vec<_> = records
        .iter()
        .map(|it| (it.statement.join(" "), it.quotation.join(" ")))
        .collect();
    let units = records
        .iter()
        .zip(&texts)
        .map(|(record, (statement, quotation))| SourceUnit {
            made: record.made,
            statement,
            quotations: vec![quotation],
        });
    let columns = (0..4).map(|no| {
        let values = records.iter().map(|record| record.values[no].clone());
        SourceColumn::silent(VALUES[no], values.collect())
    });
    Index::build_of(&Source {
        version: "",
        plain: true,
        units: units.collect(),
        columns: columns.collect(),
    })
}

struct Asked {
    words: Vec<String>,
    chosen: Vec<Vec<u32>>,
    years: Option<(u16, u16)>,
}

fn asked(random: &mut Random) -> Asked {
    let mut words: Vec<_> = (0..random.below(4)).map(|_| word(random)).collect();
    if let Some(last) = words.last_mut() {
        last.truncate(1 + random.below(6));
    }
    let chosen = VALUES.map(|values| {
        let n = if random.below(3) == 0 {
            1 + random.below(3)
        } else {
            0
        };
        (0..n).map(|_| random.below(values) as u32).collect()
    });
    let from = 1998 + random.below(28) as u16;
    Asked {
        words,
        chosen: chosen.into(),
        years: (random.below(3) == 0).then(|| (from, from + random.below(9) as u16)),
    }
}

/// Goes over all records for every question.
struct Scan<'r> {
    records: &'r [Record],
    asked: &'r Asked,
}

impl Scan<'_> {
    fn fits(&self, no: usize, term: &str) -> Option<u32> {
        let word = &self.asked.words[no];
        let last = no + 1 == self.asked.words.len();
        if term == word {
            return Some(4);
        }
        (last && term.starts_with(word.as_str())).then_some(2)
    }

    fn has_word(&self, record: &Record, no: usize) -> bool {
        let mut terms = record.statement.iter().chain(&record.quotation);
        terms.any(|term| self.fits(no, term).is_some())
    }

    /// Whether a record answers all but one facet; the years are facet 4.
    fn answers(&self, record: &Record, but: usize) -> bool {
        let words = (0..self.asked.words.len()).all(|no| self.has_word(record, no));
        let year = record.made.first.year;
        let years = self
            .asked
            .years
            .is_none_or(|(from, to)| (from..=to).contains(&year));
        let chosen = self.asked.chosen.iter().zip(&record.values).enumerate();
        let mut chosen = chosen.filter(|(facet, _)| *facet != but);
        words
            && (but == 4 || years)
            && chosen.all(|(_, (any, has))| any.is_empty() || any.iter().any(|it| has.contains(it)))
    }

    fn all(&self, but: usize) -> Vec<&Record> {
        self.records
            .iter()
            .filter(|record| self.answers(record, but))
            .collect()
    }

    /// What one occurrence counts in a field, by the words of it in a record and in all.
    fn weight(&self, words: usize, all: usize, times: u64, b: u64) -> u64 {
        let relative = 256 * (words * self.records.len()) as u64 / (all as u64).max(1);
        (times << 8) / (256 - b + b * relative / 256)
    }

    /// The words of all statements, and of all quotations.
    fn lengths(&self) -> [usize; 2] {
        let records = || self.records.iter();
        let statements = records().map(|it| it.statement.len()).sum();
        [statements, records().map(|it| it.quotation.len()).sum()]
    }

    /// How rare each word is.
    fn idfs(&self) -> Vec<u64> {
        let idf = |no: usize| {
            let with = self
                .records
                .iter()
                .filter(|it| self.has_word(it, no))
                .count() as u64;
            log2(2 * self.records.len() as u64 + 2).saturating_sub(log2(2 * with + 1))
        };
        (0..self.asked.words.len()).map(idf).collect()
    }

    fn score(&self, record: &Record, lengths: [usize; 2], idfs: &[u64]) -> u64 {
        let statement = self.weight(record.statement.len(), lengths[0], 8192, 128);
        let quotation = self.weight(record.quotation.len(), lengths[1], 4096, 192);
        let clauses = idfs.iter().enumerate().map(|(no, idf)| {
            let mut terms: Vec<_> = record.statement.iter().chain(&record.quotation).collect();
            terms.sort_unstable();
            terms.dedup();
            let weigh = |term: &&String| {
                let quarters = self.fits(no, term)?;
                let short = self.asked.words[no].chars().count() < 3;
                let count = |words: &[String]| words.iter().filter(|it| it == term).count() as u64;
                let weight =
                    statement * count(&record.statement) + quotation * count(&record.quotation);
                (quarters == 4 || !short).then(|| (weight >> 8).clamp(1, 255) * u64::from(quarters))
            };
            let weight = terms.iter().filter_map(weigh).sum::<u64>().min(2048);
            (idf * ((weight << 16) / (77 + weight))) >> 16
        });
        clauses.sum()
    }

    /// The numbers of the records that answer everything, best first.
    fn ordered(&self) -> Vec<u32> {
        let mut found: Vec<_> = (0_u32..)
            .zip(self.records)
            .filter(|(_, it)| self.answers(it, 9))
            .collect();
        let (lengths, idfs) = (self.lengths(), self.idfs());
        let score = |record: &Record| self.score(record, lengths, &idfs);
        found.sort_by_cached_key(|(_, record)| std::cmp::Reverse((score(record), record.made)));
        found.into_iter().map(|(no, _)| no).collect()
    }
}

/// In 2¹⁶ths, as the documentation of the score has it.
fn log2(number: u64) -> u64 {
    let whole = u64::from(number.ilog2());
    let part = ((number << 16) >> whole) & 0xffff;
    let curve = ((part * (0x1_0000 - part)) >> 16) * 22_500 / 0x1_0000;
    let log = (whole << 16) + part + curve;
    let exact = (number as f64).log2() * 65_536.0;
    assert!((log as f64 - exact).abs() < 656.0, "to within 1/100");
    log
}

fn count<'r>(records: &[&'r Record], len: usize, of: impl Fn(&'r Record) -> Vec<u32>) -> Vec<u32> {
    let mut counts = vec![0; len];
    for value in records.iter().flat_map(|record| of(record)) {
        counts[value as usize] += 1;
    }
    counts
}

fn compare(index: &Index, records: &[Record], asked: &Asked) {
    let scan = Scan { records, asked };
    let query = Query::plain(&asked.words.join(" "));
    let found = index.find(&Ask {
        query: &query,
        chosen: &asked.chosen,
        years: asked.years.map(|(from, to)| from..=to),
    });
    let all = scan.all(9);
    let what = format!("{:?} {:?} {:?}", asked.words, asked.chosen, asked.years);
    assert_eq!(found.all.len as usize, all.len(), "{what}");
    let units = |order: Order, range: std::ops::Range<u32>| {
        let units = index.window(&found, order, range).into_iter();
        units.map(|unit| unit.0).collect::<Vec<_>>()
    };
    let wanted = scan.ordered();
    let best = units(Order::Best, 0..found.all.len);
    assert!(
        best == wanted,
        "{what}: {:?} {:?}",
        &best[..best.len().min(9)],
        &wanted[..best.len().min(9)]
    );
    assert_eq!(units(Order::Best, 0..20), wanted[..wanted.len().min(20)]);
    assert_eq!(
        units(Order::Best, 5..9),
        wanted[wanted.len().min(5)..wanted.len().min(9)]
    );
    let made = |no: &u32| records[*no as usize].made;
    let newest = units(Order::Newest, 0..found.all.len);
    assert!(newest.is_sorted_by_key(|no| (std::cmp::Reverse(made(no)), *no)));
    let oldest = units(Order::Oldest, 0..found.all.len);
    assert!(oldest.is_sorted_by_key(|no| (made(no), *no)) && oldest.len() == newest.len());
    let (first, years) = index.years();
    let year = |record: &Record| vec![u32::from(record.made.first.year - first)];
    assert_eq!(
        index.by_year(found.of_years()),
        count(&scan.all(4), years, year),
        "{what}"
    );
    for (facet, len) in VALUES.into_iter().enumerate() {
        let counts = index.counts(facet, found.of_column(facet));
        let has = |record: &Record| record.values[facet].clone();
        assert_eq!(counts, count(&scan.all(facet), len, has), "{what}");
        let cell = |record: &Record| {
            let row = |value: &u32| value * years as u32 + year(record)[0];
            record.values[facet].iter().map(row).collect()
        };
        let matrix = index.matrix(facet, &found.all);
        assert!(matrix == count(&all, len * years, cell), "{what}");
    }
}

#[test]
fn answers_as_going_over_every_record_would() {
    let mut random = Random(0xf11e);
    let mut answered = 0;
    for size in [0, 1, 2, 63, 64, 65, 200, 200, 1_000, 3_000] {
        let records: Vec<_> = (0..size).map(|_| record(&mut random)).collect();
        let bytes = index(&records);
        let index = Index::decode(&bytes).expect("an index");
        for _ in 0..(if size > 500 { 25 } else { 100 }) {
            let asked = asked(&mut random);
            compare(&index, &records, &asked);
            answered += usize::from(!asked.words.is_empty());
        }
    }
    assert!(answered > 400);
}
