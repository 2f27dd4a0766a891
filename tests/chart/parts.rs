//! The parts that charts are laid out with: words, years, and any width.

use pledges::chart::axis::Columns;
use pledges::chart::frame::Frame;
use pledges::chart::path::said::{self, Said};
use pledges::chart::path::{self, Time};
use pledges::chart::{self, text};
use pledges::corpus::date::{Date, Day};
use pledges::corpus::model::{Kind, Side};
use pledges::explore::series::Counting;

use super::check;
use super::sample::{self, THEMES, YEARS, date};

#[test]
fn numbers_have_commas() {
    let all = [0, 999, 1000, 100_000, 1_234_567].map(text::number);
    assert_eq!(all, ["0", "999", "1,000", "100,000", "1,234,567"]);
    assert_eq!(text::counted(1, "article"), "1 article");
    assert_eq!(text::counted(0, "article"), "0 articles");
}

#[test]
fn lines_break_evenly_and_show_where_they_end() {
    let label = "Integration of health and social care";
    let lines = text::wrap(label, 13, 160).unwrap();
    assert_eq!(lines, ["Integration of health", "and social care"]);
    assert_eq!(text::wrap(label, 13, 400).unwrap(), [label]);
    assert_eq!(text::wrap(label, 13, 60), None);
    let lines = text::squeeze(label, 13, 80);
    assert_eq!(lines.len(), 2);
    assert!(lines[1].ends_with('…'));
    assert!(lines.iter().all(|line| text::width(line, 13) <= 80));
    assert_eq!(
        text::squeeze("Unbreakablewordswithoutspaces", 13, 40).len(),
        1
    );
    assert_eq!(text::shorten("Łódź", 13, 0), "…");
    let word = text::squeeze("Unbreakablewordswithoutspaces", 13, 140);
    assert_eq!(word.concat(), "Unbreakablewordsw-ithoutspaces");
    assert!(word.iter().all(|line| text::width(line, 13) <= 140));
}

#[test]
fn text_from_right_to_left_keeps_to_itself() {
    assert_eq!(text::isolate("NHS England"), "NHS England");
    let isolated = text::isolate("לוי");
    assert_eq!(isolated, "\u{2068}לוי\u{2069}");
    // Once is enough, and takes no room.
    assert_eq!(text::isolate(&isolated), isolated);
    assert_eq!(text::width(&isolated, 12), text::width("לוי", 12));
    let speaker = sample::path(
        &[(date(2015, 1, 0), 0, Kind::Firm, "לוי", Side::Outside, "Say")],
        &[],
    );
    let said = Said::new(&speaker.points[0], 300);
    assert_eq!(said.name, "\u{2068}לוי\u{2069}, 2015");
}

#[test]
fn offices_are_shortened_to_offices() {
    for (long, office) in [
        ("Shadow Health Secretary", "Shadow Health Secretary"),
        (
            "Secretary of State for Health and Social Care",
            "Secretary of State",
        ),
        (
            "Leader of the Conservative Party and of the Opposition",
            "Leader of the Opposition",
        ),
        (
            "Minister of State for Care, Mental Health and the Union of the Nations",
            "Minister of State",
        ),
        (
            "Chief executive of the Confederation of all of it",
            "Chief executive",
        ),
        ("", ""),
    ] {
        assert_eq!(said::short(long, 400), office);
    }
    let unknown = said::short("Sozialversicherungsfachangestellter", 400);
    assert!(unknown.starts_with("Sozial") && unknown.ends_with('…'));
}

#[test]
fn the_first_and_the_last_year_are_written() {
    let written = |last: u16, width: i32| {
        let columns = Columns::new((2000, last), 0, width, 72);
        columns
            .labels()
            .into_iter()
            .map(|(_, label)| label)
            .collect::<Vec<_>>()
    };
    assert_eq!(written(2003, 400), ["2000", "2001", "2002", "2003"]);
    assert_eq!(written(2003, 100), ["’00", "’01", "’02", "’03"]);
    assert_eq!(written(2000, 360), ["2000"]);
    for last in 2001..2100 {
        let labels = written(last, 360);
        let short = |year: u16| format!("’{:02}", year % 100);
        let is = |label: &String, year: u16| *label == year.to_string() || *label == short(year);
        assert!(
            is(&labels[0], 2000) && is(&labels[labels.len() - 1], last),
            "{labels:?}"
        );
    }
}

#[test]
fn time_runs_evenly() {
    let time = Time::new((2000, 2003), 0, 1461);
    let day = |year, month, day| Day { year, month, day };
    let at = |first| {
        time.at(Date {
            first,
            last: None,
            approximate: false,
        })
    };
    assert_eq!(at(day(2000, 1, 1)), 0);
    assert_eq!(at(day(2000, 2, 29)), 59);
    assert_eq!(at(day(2000, 3, 1)), 60);
    assert_eq!(at(day(2001, 1, 1)), 366);
    assert_eq!(at(day(2003, 12, 31)), 1460);
    // The middle of what is known.
    assert_eq!(at(day(2001, 0, 0)), 366 + 182);
    let span = Date {
        first: day(2001, 1, 1),
        last: Some(day(2001, 1, 11)),
        approximate: true,
    };
    assert_eq!(time.at(span), 366 + 5);
    assert_eq!(path::years(&sample::thread()), (2015, 2025));
}

#[test]
fn charts_keep_to_any_width() {
    let themes = sample::themes(&THEMES, Counting::All, Some(3));
    let years = [sample::years(2015, &YEARS), sample::many_years()];
    let paths = [sample::thread(), sample::relations(), sample::long_thread()];
    for width in (280..1000).step_by(41) {
        check::whole("themes", &chart::themes(&themes, Counting::All, width));
        for years in &years {
            check::whole("years", &chart::years(years, Counting::Pledges, width));
        }
        for path in &paths {
            check::whole("path", &chart::path(path, width));
            check::whole("mini", &chart::mini(path, path::years(path), width, 44));
        }
    }
    // Smaller than any page, and still no panic.
    for width in 0..40 {
        chart::themes(&themes, Counting::All, width);
        chart::years(&years[1], Counting::Pledges, width);
        chart::path(&paths[2], width);
        chart::mini(&paths[2], (2000, 2025), width, width);
    }
}

#[test]
fn lines_cross_a_frame_or_pass_it() {
    let frame = Frame::square((50, 50), 10);
    let crossed = |from, to| frame.crossed(&[[from, to]]) == 1;
    assert!(crossed((0, 0), (100, 100)) && crossed((0, 45), (100, 55)));
    assert!(crossed((50, 50), (51, 50)) && crossed((50, 0), (50, 100)));
    assert!(!crossed((0, 0), (100, 30)) && !crossed((0, 50), (30, 50)));
    assert!(!crossed((30, 55), (55, 80)) && !crossed((50, 0), (50, 30)));
}
