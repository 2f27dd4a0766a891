//! Pictures that leave the page: plates and cards, and pictures moved, scaled and replayed.

use pledges::chart::plate::Caption;
use pledges::chart::sheet::Area;
use pledges::chart::{self, Mark, Picture, Recorder, card, plate, replay, text};
use pledges::explore::series::Counting;

use super::sample::{self, THEMES, YEARS};
use super::{check, golden};

const CAPTION: Caption = Caption {
    title: "Should the structures of the NHS be reorganised?",
    says: "8 answers. First: Ed Miliband, 27 January 2015, at “Leave structures as they are”. \
           Last: Wes Streeting, February 2025, nearer “Reorganise from the top”.",
    source: "Pledge Explorer, corpus version 3f2a9c01b7de; 57 pledges in 5 articles & <none> more",
    date: "Quotations last checked on 21 November 2026.",
    address: "https://example.org/pledges/thread/reorganisation/",
};

fn pictures() -> Vec<Picture> {
    let themes = sample::themes(&THEMES, Counting::All, Some(2));
    vec![
        chart::themes(&themes, Counting::All, 360),
        chart::years(&sample::years(2015, &YEARS), Counting::Pledges, 640),
        chart::years(&sample::many_years(), Counting::Pledges, 360),
        chart::path(&sample::thread(), 760),
        chart::path(&sample::relations(), 640),
        chart::mini(&sample::relations(), (2010, 2025), 220, 60),
    ]
}

#[test]
fn plates_stand_alone() {
    let path = chart::path(&sample::thread(), 720);
    golden("plate-path", &plate(path, &CAPTION));
    let years = chart::years(&sample::years(2015, &YEARS), Counting::Pledges, 360);
    golden("plate-years", &plate(years, &CAPTION));
    let bare = Caption {
        title: "Pledges by theme",
        ..Caption::default()
    };
    let themes = sample::themes(&THEMES, Counting::Pledges, None);
    let themes = chart::themes(&themes, Counting::Pledges, 640);
    golden("plate-bare", &plate(themes, &bare));
}

#[test]
fn cards_are_of_one_size() {
    let thread = sample::thread();
    let chart = |width, height| chart::mini(&thread, (2015, 2025), width, height);
    golden("card", &card(chart, &CAPTION));
    let long = "A question that goes on and on, ".repeat(12);
    let long = Caption {
        title: &long,
        says: &long,
        source: &long,
        ..CAPTION
    };
    let picture = card(chart, &long);
    check::whole("card", &picture);
    assert_eq!((picture.width, picture.height), (1200, 630));
}

/// Every word of the caption stands on the plate, however narrow it is.
#[test]
fn a_plate_leaves_nothing_out() {
    for width in [220, 360, 640, 1000] {
        let chart = chart::mini(&sample::thread(), (2015, 2025), width, 60);
        let whole = plate(chart.clone(), &CAPTION);
        check::whole("plate", &whole);
        let mut said = String::new();
        for mark in &whole.marks {
            if let Mark::Text(label) = mark {
                said.push_str(&label.text);
            }
        }
        let blank = |text: &str| text.replace(' ', "");
        let Caption {
            title,
            says,
            source,
            date,
            address,
        } = CAPTION;
        for part in [title, says, source, date, address] {
            assert!(blank(&said).contains(&blank(part)), "{part} at {width}");
        }
        assert!(whole.width == width + 48 && whole.height > chart.height);
    }
}

#[test]
fn a_replayed_picture_is_the_same() {
    for picture in pictures() {
        let mut again = Picture {
            marks: Vec::new(),
            ..picture
        };
        replay(&picture, &Area::from(Recorder::new(&mut again))).unwrap();
        assert_eq!(again, picture);
    }
}

#[test]
fn pictures_move_and_grow_whole() {
    for picture in pictures() {
        assert_eq!(picture.clone().moved((30, 70)).moved((-30, -70)), picture);
        assert_eq!(picture.clone().scaled((1, 1)), picture);
        let large = picture.clone().scaled((3, 1));
        assert_eq!(large.width, picture.width * 3);
        check::whole("large", &large);
        assert_eq!(large.scaled((1, 3)), picture);
    }
}

#[test]
fn lines_hold_every_word() {
    let says = CAPTION.says;
    for limit in [40, 97, 200, 333, 5000] {
        for lines in [
            text::lines(says, 14, limit),
            text::balanced(says, 14, limit),
        ] {
            let joined = lines.concat().replace(' ', "");
            assert_eq!(joined, says.replace(' ', ""));
            let wide = |line: &String| text::width(line, 14) <= limit;
            assert!(lines.iter().all(wide), "{limit}: {lines:?}");
        }
        let (greedy, even) = (
            text::lines(says, 14, limit),
            text::balanced(says, 14, limit),
        );
        assert_eq!(greedy.len(), even.len());
    }
    assert!(text::lines(" ", 14, 100).is_empty());
    let address = "https://example.org/a-very-long-address-without-any-space";
    let lines = text::lines(address, 11, 90);
    assert!(lines.len() > 2 && lines.concat() == address, "{lines:?}");
    // Narrower than any letter, and still an end.
    assert_eq!(text::lines("Łódź", 14, 0), ["Ł", "ó", "d", "ź"]);
    assert_eq!(text::balanced("Łódź", 14, 0).len(), 4);
}
