//! The tables of charts: equal to the series, and as CSV read back to the very cells.

use pledges::corpus::model::{Kind, ThreadNo};
use pledges::explore::csv::csv;
use pledges::explore::results::evaluate;
use pledges::explore::series::Counting;
use pledges::explore::table::{self, Cell, Table};
use pledges::explore::thread;
use pledges::explore::view::View;
use pledges::search::Query;
use proptest::prelude::*;

use crate::support::library;

/// Reads CSV by the grammar of RFC 4180, and fails where a text is not of it.
pub(crate) fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let (field, after) = field(rest);
            row.push(field);
            rest = after;
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
            } else {
                rest = rest.strip_prefix("\r\n").expect("a line ends in CRLF");
                break;
            }
        }
        rows.push(row);
    }
    rows
}

fn field(text: &str) -> (String, &str) {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find([',', '\r']).expect("an end of the field");
        let (field, rest) = text.split_at(end);
        assert!(!field.contains(['"', '\n']), "{field:?} is not quoted");
        return (field.to_owned(), rest);
    };
    let mut field = String::new();
    loop {
        let (part, after) = rest.split_once('"').expect("a closing quote");
        field.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return (field, after),
        }
    }
}

/// What a cell is read back as.
fn expected(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            ["'", text].concat()
        }
        cell => cell.machine(),
    }
}

fn comes_back(table: &Table) {
    let rows = read(&csv(table));
    let (head, rows) = rows.split_first().expect("a row of heads");
    assert_eq!(head.len(), table.head.len());
    let expected: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(expected).collect())
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn tables_say_what_the_charts_draw() {
    let library = library();
    for counting in Counting::ALL {
        let view = View {
            count: counting,
            ..View::default()
        };
        let results = evaluate(library.corpus, library.index, &Query::default(), &view);
        let themes = table::themes(results.by_theme(), counting);
        comes_back(&themes);
        for (row, cells) in results.by_theme().rows.iter().zip(&themes.rows) {
            assert_eq!(
                cells[..2],
                [Cell::Text(row.label.to_owned()), Cell::Count(row.count)]
            );
            let kinds = Kind::ALL.into_iter().filter(|kind| counting.counts(*kind));
            let kinds: Vec<Cell> = kinds
                .map(|it| Cell::Count(row.by_kind[it as usize]))
                .collect();
            assert_eq!(cells[2..], kinds);
            let sum: u32 = cells[2..].iter().map(number).sum();
            assert_eq!(sum, row.count, "{}", row.label);
        }
        assert_eq!(themes.rows.len(), results.by_theme().rows.len());
        let years = table::years(results.by_year(), counting);
        comes_back(&years);
        for (row, cells) in results.by_year().rows.iter().zip(&years.rows) {
            assert_eq!(cells[0].machine(), row.year.to_string());
            let silent = row.articles == 0 && row.count == 0;
            assert_eq!(cells[1].human() == "no article", silent, "{}", row.year);
            assert_eq!(cells[1].machine().is_empty(), silent, "{}", row.year);
            assert!(silent || number(&cells[1]) == row.count);
            assert_eq!(
                (number(&cells[2]), number(&cells[3])),
                (row.recalled, row.articles)
            );
        }
        assert_eq!(years.rows.len(), results.by_year().rows.len());
    }
}

fn number(cell: &Cell) -> u32 {
    match cell {
        Cell::Count(n) => *n,
        other => panic!("no count: {other:?}"),
    }
}

#[test]
fn a_path_is_told_point_by_point() {
    let corpus = library().corpus;
    for no in (0..corpus.threads.len() as u32).map(ThreadNo) {
        let path = thread::path(corpus, no).expect("a path");
        let table = table::path(&path);
        comes_back(&table);
        assert_eq!(table.rows.len(), path.points.len());
        for (point, cells) in path.points.iter().zip(&table.rows) {
            assert_eq!(cells.len(), table.head.len());
            assert_eq!(cells[0], Cell::Date(point.made));
            assert_eq!(cells[1].human(), point.speaker);
            assert_eq!(cells[4].human(), point.statement);
            assert_eq!(cells[6].machine(), point.at.to_string());
        }
    }
}

#[test]
fn numbers_are_told_to_people_and_to_programs() {
    let told = |cell: Cell| (cell.human().into_owned(), cell.machine());
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(told(Cell::Count(1_200)), pair("1,200", "1200"));
    assert_eq!(told(Cell::Tenths(125)), pair("12.5", "12.5"));
    assert_eq!(told(Cell::Tenths(3)), pair("0.3", "0.3"));
    assert_eq!(told(Cell::Signed(-2)), pair("-2", "-2"));
    assert_eq!(told(Cell::Missing("none")), pair("none", ""));
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+\\-@\t\r\n\",;' ]{0,3}.{0,6}",
        "[\",\r\n]{0,8}",
        "\\PC{0,12}",
        Just("=HYPERLINK(\"http://x\",\"y\")".to_owned()),
    ]
}

proptest! {
    #[test]
    fn any_text_comes_back_and_none_is_a_formula(
        head in proptest::collection::vec(hostile(), 3),
        texts in proptest::collection::vec((hostile(), any::<u32>(), hostile()), 0..6),
    ) {
        let row = |(a, n, b)| vec![Cell::Text(a), Cell::Count(n), Cell::Text(b)];
        let table = Table {
            caption: String::new(),
            head: head.into_iter().map(Into::into).collect(),
            rows: texts.into_iter().map(row).collect(),
        };
        comes_back(&table);
        for field in read(&csv(&table)).concat() {
            prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{field:?}");
        }
    }
}

/// A nought of a year from which there is no article says nothing, so the first row tells.
#[test]
fn a_table_by_theme_and_year_begins_with_what_the_years_rest_on() {
    let library = library();
    let view = View::default();
    let results = evaluate(library.corpus, library.index, &Query::default(), &view);
    let matrix = table::matrix(results.matrix(), Counting::Pledges);
    let articles = results
        .by_year()
        .rows
        .iter()
        .map(|it| Cell::Count(it.articles));
    let named = [Cell::Text("Articles of that year".to_owned())];
    let first: Vec<Cell> = named.into_iter().chain(articles).collect();
    assert_eq!(matrix.rows[0], first);
    assert_eq!(matrix.rows.len(), library.corpus.themes.len() + 1);
}
