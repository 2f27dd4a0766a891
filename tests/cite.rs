//! Citing: one golden file for each format, and that no text can break out of its field.

use pledges::cite::{Format, references};
use pledges::corpus::author::compile;
use pledges::corpus::date::Date;
use pledges::corpus::model::{Corpus, UnitNo};
use serde_json::Value;

use crate::support::{golden, good, library};

const BASE: &str = "https://example.org/pledges/";

fn all(corpus: &Corpus) -> Vec<UnitNo> {
    (0..corpus.units.len() as u32).map(UnitNo).collect()
}

/// A text with a character that each of the formats gives a meaning.
const HOSTILE: &str = "50% & $5 #1 a_b {c} ~d ^e \\f \"g\" <h>\r\nER  - \nTY  - BOOK Café";

fn hostile() -> (Corpus<'static>, Vec<UnitNo>) {
    let mut corpus = library().corpus.clone();
    corpus.units[0].statement = HOSTILE;
    corpus.articles[0].title = HOSTILE;
    corpus.actors.iter_mut().for_each(|it| it.name = HOSTILE);
    (corpus, vec![UnitNo(0)])
}

#[test]
fn units_are_cited_in_every_format() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    for format in Format::ALL {
        let text = references(&corpus, &all(&corpus), format, BASE);
        let name = ["cite/", format.id(), ".", format.extension()].concat();
        golden(&name, &text);
    }
}

/// What is promised of a citation, for every unit there is, with the site's address and without.
#[test]
fn every_reference_says_who_where_when_and_which_corpus() {
    let corpus = library().corpus;
    for (no, unit) in corpus.units.iter().enumerate() {
        for (format, base) in Format::ALL
            .into_iter()
            .flat_map(|it| [(it, BASE), (it, "")])
        {
            let text = references(corpus, &[UnitNo(no as u32)], format, base);
            let article = &corpus.articles[unit.article.index()];
            let outlet = corpus.outlets[article.outlet.index()].name;
            let page = [base, "pledge/", unit.id, "/"].concat();
            let speaker = corpus.actors[unit.speaker.index()].name;
            let family = speaker.rsplit(' ').next().unwrap_or_default();
            for wanted in [
                family,
                unit.role,
                outlet,
                corpus.about.version,
                &page,
                &article.published.first.year.to_string(),
                &unit.made.first.year.to_string(),
            ] {
                assert!(text.contains(wanted), "{wanted} in {text}");
            }
            assert!(!text.contains(":~:"), "{text}");
        }
    }
}

#[test]
fn csl_is_json_of_dates_in_parts() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let text = references(&corpus, &all(&corpus), Format::Csl, BASE);
    let rows: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(rows.len(), corpus.units.len());
    let about: Vec<&Value> = rows
        .iter()
        .filter(|it| it["issued"]["circa"] == true)
        .collect();
    assert_eq!(about.len(), 2);
    assert_eq!(
        about[0]["issued"]["date-parts"][0],
        serde_json::json!([2020, 2, 11])
    );
    let quay = &rows[0]["author"][0];
    assert_eq!(
        (&quay["family"], &quay["given"]),
        (&"Quay".into(), &"Ada".into())
    );
    let (corpus, units) = hostile();
    let text = references(&corpus, &units, Format::Csl, BASE);
    assert!(!text.contains('<'));
    let rows: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(rows[0]["title-short"], HOSTILE);
}

#[test]
fn bibtex_keeps_its_braces_and_its_accents() {
    let (corpus, units) = hostile();
    let text = references(&corpus, &units, Format::Bibtex, BASE);
    let mut depth = 0;
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '{' if before != '\\' => depth += 1,
            '}' if before != '\\' => depth -= 1,
            '%' | '&' | '$' | '#' => assert_eq!(before, '\\', "{text}"),
            _ => {}
        }
        assert!(depth >= 0, "{text}");
        before = letter;
    }
    assert_eq!(depth, 0, "{text}");
    assert!(
        text.contains("\\textbackslash{}f") && text.contains("Café"),
        "{text}"
    );
    assert!(text.starts_with(&["@misc{", corpus.units[0].id, ","].concat()));
}

#[test]
fn ris_keeps_every_value_on_its_line() {
    let (corpus, units) = hostile();
    let text = references(&corpus, &units, Format::Ris, BASE);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    for line in &lines {
        let (tag, _) = line.split_once("  -").expect("a tag");
        assert!(
            tag.len() == 2
                && tag
                    .bytes()
                    .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit())
        );
    }
    let tags = |tag: &str| lines.iter().filter(|line| line.starts_with(tag)).count();
    assert_eq!((tags("TY"), tags("ER")), (1, 1), "{text}");
}

/// Readers cite from the explorer, which carries less.
#[test]
fn the_browser_cites_as_the_pages_do() {
    let whole = library().corpus;
    let abridged = pledges::corpus::abridge::abridged(whole.clone());
    for format in Format::ALL {
        let cited = |corpus| references(corpus, &all(corpus), format, "");
        assert_eq!(cited(whole), cited(&abridged), "{}", format.id());
    }
}

/// An article of which only month or year is known is not cited as of a day that there is not.
#[test]
fn an_unfinished_date_is_cited_as_far_as_it_goes() {
    let mut corpus = library().corpus.clone();
    for (date, ris) in [
        ("2015-01-27", "2015/01/27/"),
        ("2015-03", "2015/03//"),
        ("2015", "2015///"),
    ] {
        corpus.articles[0].published = Date::parse(date).expect(date);
        let text = references(&corpus, &[UnitNo(0)], Format::Ris, BASE);
        assert!(text.contains(&format!("\r\nDA  - {ris}\r\n")), "{text}");
    }
}
