//! The view, its address and its answer, against the plainest way to work each out.

use std::rc::Rc;

use std::collections::BTreeSet;

use pledges::chart::{Figure, Mark};
use pledges::corpus::model::{Corpus, Kind, Link, Unit, UnitNo};
use pledges::explore::address::{self, Outcome};
use pledges::explore::escape;
use pledges::explore::facet::Facet;
use pledges::explore::passage::passage;
use pledges::explore::results::{Results, evaluate, span};
use pledges::explore::series::{ByYear, Counting, Per, YearRow};
use pledges::explore::view::{Action, Color, Show, Sort, View};
use pledges::explore::{thread, words};
use pledges::search::Query;
use proptest::prelude::*;

use crate::support;

fn corpus() -> &'static Corpus<'static> {
    support::library().corpus
}

/// Any view a reader can come to.
fn views() -> impl Strategy<Value = View> {
    let facets = Facet::ALL.map(|facet| {
        let values = 0..facet.len(corpus()) as u32;
        prop_oneof![
            2 => Just(BTreeSet::new()),
            1 => proptest::collection::btree_set(values, 1..3),
        ]
    });
    let (first, last) = span(corpus()).unwrap_or((2000, 2025));
    let year = proptest::option::weighted(0.3, first..=last);
    let form = (
        proptest::sample::select(Sort::ALL.to_vec()),
        proptest::sample::select(Show::ALL.to_vec()),
        proptest::sample::select(Counting::ALL.to_vec()),
        proptest::sample::select(Color::ALL.to_vec()),
        proptest::bool::ANY,
        proptest::sample::select(Per::ALL.to_vec()),
    );
    ("\\PC{0,30}", facets, year.clone(), year, form).prop_map(|(q, chosen, a, b, form)| {
        let (from, to) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            open => open,
        };
        View {
            // Blanks alone ask for nothing and are not printed.
            q: if q.trim().is_empty() {
                String::new()
            } else {
                q
            },
            chosen: chosen.map(|values| values.into_iter().collect()),
            from,
            to,
            sort: form.0,
            show: form.1,
            count: form.2,
            color: form.3,
            split: form.4,
            per: form.5,
            against: None,
        }
    })
}

/// Whether a unit has any of the chosen values of a facet.
fn passes(view: &View, facet: Facet, unit: &Unit) -> bool {
    let mut any = view.chosen(facet).is_empty();
    facet.of(corpus(), unit, |value| {
        any |= view.chosen(facet).contains(&value);
    });
    any
}

/// Whether a unit answers the view, leaving one facet out of account.
fn answers(view: &View, but: Option<Facet>, unit: &Unit) -> bool {
    let facets = Facet::ALL.into_iter().filter(|facet| Some(*facet) != but);
    view.spans(unit.made.year()) && facets.into_iter().all(|facet| passes(view, facet, unit))
}

fn all_units() -> impl Iterator<Item = (UnitNo, &'static Unit<'static>)> {
    let units = corpus().units.iter().enumerate();
    units.map(|(no, unit)| (UnitNo(no as u32), unit))
}

fn units(results: &Results) -> Vec<UnitNo> {
    results.window(0..results.total())
}

/// What the marks of a picture say in words.
fn told(marks: &[Mark]) -> Vec<&str> {
    let titles = marks.iter().filter_map(|mark| match mark {
        Mark::Group(tag, _) => Some(tag.title.as_str()),
        _ => None,
    });
    titles.collect()
}

fn answer(view: &View) -> Results<'static> {
    evaluate(corpus(), support::library().index, &Query::default(), view)
}

proptest! {
    #[test]
    fn an_address_leads_back_to_its_view(view in views(), other in proptest::option::of(views())) {
        let mut view = view;
        view.against = other.map(|other| Box::new(other.selection()));
        let printed = address::print(corpus(), &view);
        let (read, notices) = address::parse(corpus(), &printed);
        prop_assert_eq!(&read, &view, "{}", printed);
        prop_assert!(notices.is_empty(), "{:?}", notices);
        prop_assert_eq!(address::print(corpus(), &read), printed);
    }

    #[test]
    fn addresses_are_escaped_as_everywhere(text in "[\\PC%+&=\u{0}\u{7f}a-fA-F0-9]{0,60}") {
        let read: Vec<_> = escape::pairs(&text).collect();
        let others = form_urlencoded::parse(text.as_bytes());
        let others: Vec<_> = others.map(|(key, value)| [key.into_owned(), value.into_owned()]).collect();
        prop_assert_eq!(read, others);
        let mut query = String::from("q=");
        escape::push(&mut query, &text);
        prop_assert!(query.bytes().all(|it| it.is_ascii_graphic()));
        prop_assert_eq!(escape::pairs(&query).collect::<Vec<_>>(), [["q".to_owned(), text]]);
    }

    #[test]
    fn any_text_is_an_address(text in "\\PC{0,120}") {
        let (view, notices) = address::parse(corpus(), &text);
        prop_assert!(notices.len() <= 8);
        let printed = address::print(corpus(), &view);
        prop_assert_eq!(address::parse(corpus(), &printed).0.chosen, view.chosen);
        // Whatever stands there, the other selection has no other one itself. Its own words
        // stand last, since of two the last counts.
        let mut nested = String::from("vs=");
        escape::push(&mut nested, &["vs=", &text, "&q=x"].concat());
        let (view, notices) = address::parse(corpus(), &nested);
        prop_assert!(notices.len() <= 8);
        let other = view.against.as_deref();
        prop_assert_eq!(other.map(|it| (it.q.as_str(), &it.against)), Some(("x", &None)));
        let printed = address::print(corpus(), &view);
        prop_assert_eq!(address::parse(corpus(), &printed).0, view);
    }

    #[test]
    fn swapping_twice_changes_nothing(view in views(), other in views()) {
        let mut view = view;
        view.against = Some(Box::new(other.selection()));
        let swapped = view.apply(Action::Swap);
        prop_assert_eq!(swapped.selection(), other.selection());
        prop_assert_eq!(swapped.apply(Action::Swap), view);
    }

    #[test]
    fn two_selections_are_counted_alike(view in views(), other in views()) {
        let mut other = other.selection();
        other.count = view.count;
        let (mut results, others) = (answer(&view), Rc::new(answer(&other)));
        results.compare(others.clone());
        prop_assert_eq!(results.other, Some(others.basis));
        if view.counting() == other.counting() {
            for row in &results.by_theme().rows {
                let theirs = others.by_theme().rows.iter().find(|it| it.theme == row.theme);
                prop_assert_eq!(Some(row.other), theirs.map(|it| it.count));
            }
            for (row, theirs) in results.by_year().rows.iter().zip(&others.by_year().rows) {
                prop_assert_eq!(row.other, theirs.count);
            }
        }
    }

    #[test]
    fn the_matrix_counts_what_the_list_shows(view in views()) {
        let results = answer(&view);
        let shown: Vec<&Unit> = units(&results).iter().map(|no| &corpus().units[no.index()]).collect();
        for row in &results.matrix().rows {
            for (year, &count) in results.matrix().years.iter().zip(&row.counts) {
                let n = shown.iter().filter(|unit| {
                    view.counting().counts(unit.kind)
                        && unit.themes.contains(&row.theme)
                        && unit.made.year() == year.year
                });
                prop_assert_eq!(count as usize, n.count());
                prop_assert_eq!(results.matrix().count(row.theme, year.year), count);
            }
        }
    }

    #[test]
    fn a_table_has_the_numbers_that_are_drawn(view in views()) {
        let results = answer(&view);
        for figure in Figure::ALL {
            let table = figure.table(&results, view.counting());
            let picture = figure.draw(&results, view.counting(), 396);
            let said = told(&picture.marks);
            prop_assert!(!said.is_empty() || figure == Figure::Matrix);
            for row in &table.rows {
                prop_assert_eq!(row.len(), table.head.len());
                let name = row[0].human();
                for title in said.iter().filter(|it| it.starts_with(&format!("{name}: "))) {
                    let count = row[1].human();
                    let known = title.contains(&format!(": {count} ")) || title.ends_with(&*count);
                    prop_assert!(known, "{} has {}", title, count);
                }
            }
        }
    }

    #[test]
    fn the_list_is_what_each_unit_says_for_itself(view in views()) {
        let found: BTreeSet<UnitNo> = units(&answer(&view)).into_iter().collect();
        let wanted = all_units().filter(|(_, unit)| answers(&view, None, unit));
        prop_assert_eq!(found, wanted.map(|(no, _)| no).collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_facet_counts_without_its_own_selection(view in views()) {
        let results = answer(&view);
        for facet in Facet::ALL {
            for value in 0..facet.len(corpus()) as u32 {
                let with = |counted: bool| all_units().filter(|(_, unit)| {
                    let mut has = false;
                    facet.of(corpus(), unit, |it| has |= it == value);
                    has && unit.kind.counted() == counted && answers(&view, Some(facet), unit)
                }).count() as u32;
                let count = results.counts[facet as usize][value as usize];
                prop_assert_eq!((count.pledges, count.others), (with(true), with(false)), "{:?} {}", facet, value);
            }
        }
    }

    #[test]
    fn charts_count_what_the_list_shows(view in views()) {
        let results = answer(&view);
        let shown: Vec<&Unit> = units(&results).iter().map(|no| &corpus().units[no.index()]).collect();
        let counted = |unit: &&&Unit| view.counting().counts(unit.kind);
        for row in &results.by_theme().rows {
            let n = shown.iter().filter(counted).filter(|unit| unit.themes.contains(&row.theme)).count();
            prop_assert_eq!(row.count, n as u32);
        }
        let counts = results.by_theme().rows.iter().map(|row| row.count);
        prop_assert!(counts.rev().is_sorted(), "most comes first");
        for row in &results.by_year().rows {
            let n = shown.iter().filter(counted).filter(|unit| unit.made.year() == row.year).count();
            prop_assert_eq!(row.count, n as u32);
        }
        let years: u32 = results.by_year().rows.iter().map(|row| row.count).sum();
        prop_assert_eq!(years as usize, shown.iter().filter(counted).count());
    }

    #[test]
    fn results_stand_in_the_order_asked_for(view in views()) {
        let made: Vec<_> = units(&answer(&view)).iter().map(|no| corpus().units[no.index()].made).collect();
        match view.sort {
            Sort::Oldest => prop_assert!(made.is_sorted()),
            _ => prop_assert!(made.iter().rev().is_sorted()),
        }
    }

    #[test]
    fn toggling_twice_changes_nothing(view in views(), value in 0u32..3) {
        for facet in Facet::ALL {
            let toggle = Action::Toggle(facet, value);
            prop_assert_eq!(&view.apply(toggle.clone()).apply(toggle), &view);
        }
    }
}

/// Reads an address and returns what was made of it: its canonical form and the notices.
fn read(query: &str) -> (String, Vec<Outcome>) {
    let (view, notices) = address::parse(corpus(), query);
    let outcomes = notices.iter().map(|notice| notice.outcome).collect();
    (address::print(corpus(), &view), outcomes)
}

#[test]
fn defaults_are_left_out_of_addresses() {
    let query = "?q=&sort=relevance&show=list&count=pledges&color=auto&from=&to=";
    assert_eq!(read(query), (String::new(), vec![]));
}

#[test]
fn what_is_unknown_is_ignored_and_said() {
    assert_eq!(
        read("?theme=funding,huosing"),
        ("?theme=funding".into(), vec![Outcome::UnknownValue])
    );
    assert_eq!(
        read("?colour=red"),
        (String::new(), vec![Outcome::UnknownKey])
    );
    assert_eq!(
        read("?from=20x5"),
        (String::new(), vec![Outcome::UnknownValue])
    );
    assert_eq!(
        read("?sort=best&utm_source=x"),
        (String::new(), vec![Outcome::UnknownValue])
    );
}

#[test]
fn years_the_wrong_way_round_are_turned() {
    assert_eq!(
        read("?from=2018&to=2015"),
        ("?from=2015&to=2018".into(), vec![Outcome::Turned])
    );
}

#[test]
fn long_words_are_cut_at_a_whole_character() {
    let long = "é".repeat(300);
    let (view, notices) = address::parse(corpus(), &format!("?q={long}"));
    assert_eq!(view.q.chars().count(), address::LONGEST_QUERY);
    assert_eq!(notices[0].outcome, Outcome::Shortened);
}

#[test]
fn words_survive_as_people_type_them() {
    for q in [
        "£2.5bn",
        "“one team”",
        "10-year -plan",
        "a & b = c # d + e % f",
        "NHS England’s",
    ] {
        let view = View {
            q: q.into(),
            ..View::default()
        };
        let (back, _) = address::parse(corpus(), &address::print(corpus(), &view));
        assert_eq!(back.q, q);
    }
    assert_eq!(
        address::parse(corpus(), "?q=social+care%20plan").0.q,
        "social care plan"
    );
}

/// Every form of link ever published; lines are added, never changed.
#[test]
fn published_links_still_lead_where_they_led() {
    let links = include_str!("golden/links.txt");
    for line in links.lines().filter(|line| !line.starts_with('#')) {
        let Some((link, canonical)) = line.split_once(" -> ") else {
            panic!("not a link and its canonical form: {line}");
        };
        assert_eq!(read(link), (canonical.trim().to_owned(), vec![]), "{link}");
    }
}

/// Whatever one value of a filter leaves, an article of which one statement is left counts.
#[test]
fn counts_rest_on_every_article_of_which_anything_is_listed() {
    for facet in Facet::ALL {
        for (value, _) in answer(&View::default()).counts[facet as usize]
            .iter()
            .enumerate()
        {
            let found = answer(&View::default().apply(Action::Toggle(facet, value as u32)));
            let articles = units(&found).into_iter();
            let articles = articles.map(|no| corpus().units[no.index()].article);
            let articles: BTreeSet<_> = articles.collect();
            assert_eq!(
                found.basis.articles as usize,
                articles.len(),
                "{facet:?} {value}"
            );
        }
    }
}

#[test]
fn counts_say_what_they_rest_on() {
    let all = answer(&View::default()).basis;
    assert_eq!(all.articles, 5);
    let text = words::basis(all, Counting::Pledges);
    assert!(text.ends_with(" positions and refusals"), "{text}");
    assert!(text.contains(" pledges in 5 articles, and "), "{text}");
    assert_eq!(words::thousands(1_234_567), "1,234,567");
    assert_eq!(words::n_of(1, "pledge", "pledges"), "1 pledge");
}

/// The story of the first corpus, in the order in which it happened.
#[test]
fn the_first_thread_tells_how_the_position_on_reorganisation_moved() {
    let lead = &corpus().threads[0];
    let told: Vec<_> = thread::headlines(corpus(), lead)
        .into_iter()
        .map(|entry| corpus().units[entry.unit.index()].made.year())
        .collect();
    assert_eq!(told, [2015, 2018, 2023, 2024, 2025]);
}

#[test]
fn a_year_without_an_article_is_not_a_year_without_a_pledge() {
    let rows = answer(&View::default()).by_year().rows.clone();
    let articles: u32 = rows.iter().map(|row| row.articles).sum();
    assert_eq!(articles, 5);
    assert!(rows.iter().any(|row| row.articles == 0));
    // What is known of a year without an article was recalled in a later one.
    for row in rows.iter().filter(|row| row.articles == 0) {
        assert_eq!(row.count, row.recalled, "{}", row.year);
    }
    // And the sentence above the chart tells the one from the other.
    let view = View::default().apply(Action::Toggle(Facet::Theme, 0));
    let answer = answer(&view);
    let series = answer.by_year();
    let empty = series.rows.iter().filter(|row| row.count == 0).count();
    let silent = series.rows.iter().filter(|row| row.articles == 0).count();
    assert_ne!(
        empty, silent,
        "a year with articles and nothing of this theme"
    );
    let says = words::years(series, answer.basis.pledges, None, Counting::Pledges);
    let years = words::n_of(series.rows.len() as u32, "year", "years");
    let told = format!(" From {silent} of these {years} the corpus holds no article.");
    assert!(says.ends_with(&told), "{says}");
}

/// What was said on one evening is no change over the years.
#[test]
fn only_links_between_articles_tell_a_course() {
    let mut thread = corpus().threads[0].clone();
    let article = |no: UnitNo| corpus().units[no.index()].article;
    thread
        .links
        .retain(|link| article(link.from) == article(link.to));
    assert!(
        !thread.links.is_empty(),
        "the thread has links within an article"
    );
    assert_eq!(thread::course(corpus(), &thread), None);
    for thread in &corpus().threads {
        let Some(relation) = thread::course(corpus(), thread) else {
            continue;
        };
        let across = |link: &&Link| article(link.from) != article(link.to);
        let mut links = thread.links.iter().filter(across);
        assert!(links.any(|link| link.relation == relation), "{}", thread.id);
    }
}

#[test]
fn a_sentence_says_most_only_of_what_is_most() {
    let sentence = |counts: &[(u16, u32)]| {
        let row = |&(year, count): &(u16, u32)| YearRow {
            year,
            articles: 1,
            count,
            recalled: 0,
            by_kind: [count, 0, 0, 0, 0],
            other: 0,
            selected: false,
        };
        let rows: Vec<YearRow> = counts.iter().map(row).collect();
        let n = counts.iter().map(|it| it.1).sum();
        let years = ByYear {
            rows,
            ..ByYear::default()
        };
        words::years(&years, n, None, Counting::Pledges)
    };
    assert_eq!(
        sentence(&[(2015, 18), (2018, 9)]),
        "2015 has the most: 18 of 27 pledges."
    );
    assert_eq!(
        sentence(&[(2015, 1), (2018, 1)]),
        "2015 and 2018 have the most: 1 each of 2 pledges."
    );
    assert_eq!(
        sentence(&[(2015, 1), (2018, 1), (2023, 1)]),
        "3 years have the most: 1 each of 3 pledges."
    );
    assert_eq!(
        sentence(&[(2015, 0), (2018, 9)]),
        "2018 has all: 9 pledges."
    );
    assert_eq!(sentence(&[(2015, 0)]), "No pledges to count by year.");
}

/// Asked for refusals alone, a page that counts pledges would show nothing but noughts.
#[test]
fn asked_for_what_is_not_counted_everything_is_counted() {
    let mut view = View::default();
    assert_eq!(view.counting(), Counting::Pledges);
    view = view.apply(Action::Toggle(Facet::Kind, Kind::Declined as u32));
    assert_eq!(view.counting(), Counting::All);
    assert!(answer(&view).by_year().rows.iter().any(|row| row.count > 0));
    view = view.apply(Action::Toggle(Facet::Kind, Kind::Firm as u32));
    assert_eq!(view.counting(), Counting::Pledges);
}

#[test]
fn a_passage_stands_in_its_text_cut_between_words() {
    let text = "Say one thing. Then “do” it. ".repeat(40);
    let start = text.chars().count() as u32 / 2;
    let Some([before, quote, after]) = passage(&text, start, start + 7) else {
        panic!("no passage");
    };
    assert!(text.contains(&[before, quote, after].concat()));
    assert_eq!(quote.chars().count(), 7);
    assert!(
        before.starts_with(' ') && text.as_bytes()[text.find(after).unwrap() + after.len()] == b' '
    );
    assert_eq!(passage("Done.", 0, 5), Some(["", "Done.", ""]));
    assert_eq!(passage("Done.", 3, 9), None);
}

#[test]
fn spaces_before_and_behind_a_search_are_none_of_its_length() {
    let spaces = "+".repeat(1_000);
    let (view, notices) = address::parse(corpus(), &format!("q={spaces}waiting{spaces}"));
    assert_eq!(view.q.trim(), "waiting");
    assert!(notices.is_empty(), "{notices:?}");
    let typed = format!("{}waiting", " ".repeat(300));
    assert_eq!(address::readable(&typed), "waiting");
    assert_eq!(address::readable(" care "), " care ");
}
