//! Bitmaps: the same bytes for the same picture, and the geometry that the marks tell.

use pledges::chart::look::{self, Color};
use pledges::chart::{self, Mark, Picture, Plain, plate, text};
use pledges::chart::{plate::Caption, replay, sheet::Area};
use pledges::explore::series::Counting;
use pledges::site::bitmap::{Bitmap, bitmap, png};
use pledges::site::letters;
use pledges::site::palette::Palette;
use plotters_svg::SVGBackend;

use super::sample::{self, THEMES, YEARS};

fn years() -> Picture {
    chart::years(&sample::years(2015, &YEARS), Counting::Pledges, 360)
}

fn pixel(bitmap: &Bitmap, x: i32, y: i32) -> Color {
    let at = (y as usize * bitmap.width as usize + x as usize) * 3;
    Color(bitmap.bytes[at], bitmap.bytes[at + 1], bitmap.bytes[at + 2])
}

/// Filled rectangles of a class, in order.
fn rects(marks: &[Mark], class: &str) -> Vec<(i32, i32, i32, i32)> {
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Group(_, inner) => found.extend(rects(inner, class)),
            Mark::Rect(paint, (x, y), w, h) if paint.class == class && paint.fill.is_some() => {
                found.push((*x, *y, x + w, y + h));
            }
            _ => {}
        }
    }
    found
}

/// A bar is as many pixels as its rectangle has, and ends where it ends.
#[test]
fn bars_cover_their_rectangles_and_no_more() {
    for scale in [1, 2, 3] {
        let picture = years();
        let drawn = bitmap(&picture, scale).unwrap();
        let times = scale as i32;
        assert_eq!(drawn.width, picture.width * scale);
        assert_eq!(drawn.height, picture.height * scale);
        let bars = rects(&picture.marks, "bar");
        assert!(bars.len() > 3);
        for (left, top, right, bottom) in bars {
            let (left, right) = (left * times, right * times);
            for y in top * times..bottom * times {
                for x in left..right {
                    assert_eq!(pixel(&drawn, x, y), look::BAR.light, "{x} {y}");
                }
                for x in [left - 1, right] {
                    assert_ne!(pixel(&drawn, x, y), look::BAR.light, "{x} {y}");
                }
            }
        }
    }
}

/// As much is painted in the colour of a kind as its rectangles have pixels.
#[test]
fn kinds_are_painted_as_large_as_they_are() {
    let rows: Vec<_> = [40, 20, 5, 1].map(|n| ("Theme", [n, 0, 0, 0, 0])).to_vec();
    let themes = sample::themes(&rows, Counting::Pledges, None);
    let picture = chart::themes(&themes, Counting::Pledges, 360);
    let drawn = bitmap(&picture, 2).unwrap();
    let area = |(left, top, right, bottom): &(i32, i32, i32, i32)| (right - left) * (bottom - top);
    let marks: i32 = rects(&picture.marks, "kind-firm").iter().map(area).sum();
    let firm = look::kind(pledges::corpus::model::Kind::Firm).light;
    let (pixels, _) = drawn.bytes.as_chunks::<3>();
    let painted = pixels
        .iter()
        .filter(|it| Color(it[0], it[1], it[2]) == firm);
    assert_eq!(painted.count() as i32, marks * 4);
}

/// plotters' own SVG, fed by the picture, has the bars where ours has them.
#[test]
fn the_oracle_agrees_with_what_is_replayed() {
    let picture = years();
    let mut svg = String::new();
    {
        let backend = SVGBackend::with_string(&mut svg, (picture.width, picture.height));
        let area = Area::from(Plain(backend));
        replay(&picture, &area).unwrap();
        area.present().unwrap();
    }
    for (left, top, right, bottom) in rects(&picture.marks, "bar") {
        let (width, height) = (right - left, bottom - top);
        let rect = format!("x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
        assert!(svg.contains(&rect), "{rect}");
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let caption = Caption {
        title: "Pledges by year",
        says: "Łódź, 東京, שלום, e\u{301}, 👩‍👩‍👧, \u{0}\u{7}\u{200B}\u{202F}£2.5bn",
        ..Caption::default()
    };
    let picture = plate(years(), &caption);
    let file = png(&picture, 2).unwrap();
    assert_eq!(file, png(&picture, 2).unwrap());
    let reader = ::png::Decoder::new(std::io::Cursor::new(&file));
    let info = reader.read_info().unwrap();
    assert_eq!(info.info().size(), (picture.width * 2, picture.height * 2));
    assert!(png(&Picture::default(), 2).is_err());
    assert!(png(&years(), 0).is_err());
}

/// What is measured is room enough for what is drawn.
#[test]
fn type_is_never_wider_than_it_is_measured() {
    let printable: String = (' '..='~').collect();
    let mut texts: Vec<String> = THEMES.iter().map(|it| it.0.to_owned()).collect();
    texts.extend(printable.chars().map(|c| c.to_string().repeat(8)));
    texts.push("27 January 2015: “No top-down reorganisation” – the party’s words…".to_owned());
    for text in &texts {
        for size in [11, 13, 20] {
            let room = text::width(text, size) as f32;
            assert!(
                letters::width(text, size, false) <= room,
                "{text} at {size}"
            );
        }
    }
    // Bold type is measured a little larger.
    for (label, _) in THEMES {
        let room = text::width(label, 14) as f32;
        assert!(letters::width(label, 13, true) <= room, "{label}");
    }
}

#[test]
fn a_palette_holds_what_there_is() {
    let bytes: Vec<u8> = (0..=255_u8).flat_map(|n| [n, n, 7]).collect();
    let exact = Palette::new(&bytes);
    assert_eq!((exact.colors.len(), exact.pixels.len()), (256, 256));
    let more: Vec<u8> = (0..400_u16)
        .flat_map(|n| [0, (n / 256) as u8, n as u8])
        .collect();
    let most = Palette::new(&[more.clone(), more[..300].to_vec()].concat());
    assert_eq!((most.colors.len(), most.pixels.len()), (256, 500));
    assert_eq!(most.pixels[..100], most.pixels[400..]);
    assert!(Palette::new(&[]).colors.is_empty());
}
