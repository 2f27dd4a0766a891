//! Records by columns to the bytes of an index.
//!
//! In: a file of records as `cargo xtask bench` writes it, and a folder. Out: `index.bin` and
//! `texts/`, pieces of the texts in the order of the index. Invariant: the same file gives the
//! same bytes.

use std::error::Error;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::{env, fs};

use pledges::corpus::date::{Date, Day};
use pledges::search::Index;
use pledges::search::source::{Source, SourceColumn, SourceUnit};
use pledges::texts::{self, PIECE};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Records by columns; numbers index the lists of names.
#[derive(Deserialize)]
struct Records {
    n: usize,
    dict: Names,
    statement: Vec<String>,
    quote: Vec<String>,
    speaker: Vec<u32>,
    party: Vec<u32>,
    stance: Vec<u32>,
    outlet: Vec<u32>,
    /// As yyyymmdd.
    date: Vec<u32>,
    /// Bit masks.
    themes: Vec<u64>,
}

/// The names of each facet's values.
#[derive(Deserialize)]
struct Names {
    theme: Vec<String>,
    speaker: Vec<String>,
    party: Vec<String>,
    stance: Vec<String>,
    outlet: Vec<String>,
}

/// Reads the two arguments and writes the folder.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(file), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("names a file of records and a folder to write into".into());
    };
    let records: Records = serde_json::from_slice(&fs::read(file)?)?;
    fs::create_dir_all(&out)?;
    let index = index(&records);
    fs::write(out.join("index.bin"), &index)?;
    fs::write(out.join("sizes.json"), sizes(&records.dict).to_string())?;
    write_texts(&records, &index, &out.join("texts"))
}

/// How many values each facet has, in the order in which they are answered.
fn sizes(dict: &Names) -> serde_json::Value {
    serde_json::json!([
        ["theme", dict.theme.len()],
        ["year", YEARS.count()],
        ["speaker", dict.speaker.len()],
        ["party", dict.party.len()],
        ["stance", dict.stance.len()],
        ["outlet", dict.outlet.len()],
    ])
}

fn index(records: &Records) -> Vec<u8> {
    let fold = |texts: &[String]| texts.iter().map(|text| folded(text)).collect::<Vec<_>>();
    let (statements, quotes) = (fold(&records.statement), fold(&records.quote));
    let texts = statements.iter().zip(&quotes).zip(&records.date);
    let units = texts.map(|((statement, quote), date)| SourceUnit {
        made: day(*date),
        statement,
        quotations: vec![quote],
    });
    let one = |values: &[u32]| values.iter().map(|value| vec![*value]).collect::<Vec<_>>();
    let themes = records.themes.iter().map(|mask| {
        let themes = 0..records.dict.theme.len() as u32;
        themes.filter(|theme| mask >> theme & 1 == 1).collect()
    });
    let dict = &records.dict;
    Index::build_of(&Source {
        version: "",
        plain: true,
        units: units.take(records.n).collect(),
        columns: vec![
            SourceColumn::silent(dict.theme.len(), themes.collect()),
            SourceColumn::silent(dict.speaker.len(), one(&records.speaker)),
            SourceColumn::silent(dict.party.len(), one(&records.party)),
            SourceColumn::silent(dict.stance.len(), one(&records.stance)),
            SourceColumn::silent(dict.outlet.len(), one(&records.outlet)),
        ],
    })
}

/// The plain rules: decomposed, without marks and apostrophes, in lower case; runs of `a-z0-9`
/// are words.
fn folded(text: &str) -> String {
    let letters = text.nfkd();
    let letters = letters.filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '‘' | '’'));
    let lower = letters.flat_map(char::to_lowercase);
    lower
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect()
}

fn day(number: u32) -> Date {
    let first = Day {
        year: (number / 10_000) as u16,
        month: (number / 100 % 100) as u8,
        day: (number % 100) as u8,
    };
    Date {
        first,
        last: None,
        approximate: false,
    }
}

/// Years that are counted, whether any record is of them or not.
const YEARS: RangeInclusive<u16> = 2000..=2025;

/// Newest first, as a list shows them.
fn write_texts(records: &Records, index: &[u8], out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    let index = Index::decode(index)?;
    let text = |texts: &'_ [String], no: u32| texts.get(no as usize).cloned().unwrap_or_default();
    for (piece, numbers) in (0..).zip(index.order().chunks(PIECE as usize)) {
        let texts = numbers
            .iter()
            .map(|no| [text(&records.statement, *no), text(&records.quote, *no)]);
        let texts: Vec<[String; 2]> = texts.collect();
        let texts: Vec<[&str; 2]> = texts
            .iter()
            .map(|it| it.each_ref().map(String::as_str))
            .collect();
        let bytes = texts::write(&index, piece, &texts, &|c| {
            folded(c.encode_utf8(&mut [0; 4]))
        });
        let bytes = bytes.ok_or("a piece that cannot be written")?;
        fs::write(out.join(format!("{piece}.bin")), bytes)?;
    }
    Ok(())
}
