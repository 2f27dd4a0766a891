//! What holds of every picture: nothing leaves it, no two texts and no two
//! things to press meet; and what is asked of a picture to tell that.

use pledges::chart::picture::{Anchor, At, NAMES};
use pledges::chart::{Key, Mark, Picture, Tag, text};

/// Nothing leaves the picture, no group is without words or empty.
pub(super) fn whole(name: &str, picture: &Picture) {
    for mark in &picture.marks {
        check_mark(name, mark, (picture.width as i32, picture.height as i32));
    }
}

fn check_mark(name: &str, mark: &Mark, (width, height): At) {
    for (attribute, _) in mark.attributes() {
        assert!(NAMES.contains(&attribute), "{name}: {attribute}");
    }
    if let Mark::Group(tag, marks) = mark {
        assert!(
            !tag.title.is_empty() && !marks.is_empty(),
            "{name}: {tag:?}"
        );
        for mark in marks {
            check_mark(name, mark, (width, height));
        }
        return;
    }
    let (left, top, right, bottom) = bounds(mark);
    let inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    assert!(
        inside && left <= right && top <= bottom,
        "{name}: {mark:?} leaves the picture"
    );
}

/// Left, top, right and bottom of a mark, px.
pub(super) fn bounds(mark: &Mark) -> (i32, i32, i32, i32) {
    let around = |points: Vec<At>| {
        let (xs, ys) = (points.iter().map(|at| at.0), points.iter().map(|at| at.1));
        (xs.clone().min(), ys.clone().min(), xs.max(), ys.max())
    };
    let (left, top, right, bottom) = match mark {
        Mark::Rect(_, (x, y), width, height) => return (*x, *y, x + width, y + height),
        Mark::Circle(_, (x, y), r) => return (x - r, y - r, x + r, y + r),
        Mark::Text(label) => {
            // One pixel less than the table allows, for it rounds up.
            let wide = text::width(&label.text, label.size + i32::from(label.bold)) - 1;
            let (x, y) = label.at;
            let back = match label.anchor {
                Anchor::Start => 0,
                Anchor::Middle => wide / 2,
                Anchor::End => wide,
            };
            if label.turned {
                return (x - label.size, y - wide + back, x + 2, y + back);
            }
            return (x - back, y - label.size * 3 / 4, x - back + wide, y + 2);
        }
        Mark::Path(_, lines) => around(lines.concat()),
        Mark::Polygon(_, corners) => around(corners.clone()),
        Mark::Group(..) => (None, None, None, None),
    };
    let or = |n: Option<i32>| n.unwrap_or(0);
    (or(left), or(top), or(right), or(bottom))
}

/// Everything drawn, in order.
pub(super) fn flat(picture: &Picture) -> Vec<&Mark> {
    fn add<'a>(marks: &'a [Mark], all: &mut Vec<&'a Mark>) {
        for mark in marks {
            match mark {
                Mark::Group(_, marks) => add(marks, all),
                mark => all.push(mark),
            }
        }
    }
    let mut all = Vec::new();
    add(&picture.marks, &mut all);
    all
}

/// No text runs into another, by the table of widths.
pub(super) fn texts_are_apart(name: &str, picture: &Picture) {
    let all = flat(picture);
    let texts = all.into_iter().filter(|mark| matches!(mark, Mark::Text(_)));
    let texts: Vec<_> = texts.map(|mark| (mark, bounds(mark))).collect();
    for (n, (one, a)) in texts.iter().enumerate() {
        for (other, b) in &texts[n + 1..] {
            let meets = a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
            assert!(!meets, "{name}: {one:?} and {other:?}");
        }
    }
}

/// Everything that can be pressed has 24 px each way, and to itself.
pub(super) fn targets_are_apart(name: &str, picture: &Picture) {
    let hits: Vec<_> = groups(picture)
        .into_iter()
        .filter(|(tag, _)| tag.key != Key::None)
        .map(|(tag, marks)| {
            let (wide, high) = target(marks);
            assert!(
                wide >= 24 && high >= 24,
                "{name}: {wide} x {high} for {tag:?}"
            );
            (tag, bounds(&marks[0]))
        })
        .collect();
    for (n, (one, a)) in hits.iter().enumerate() {
        for (other, b) in &hits[n + 1..] {
            let meets = a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
            assert!(!meets, "{name}: {one:?} and {other:?}");
        }
    }
}

pub(super) fn groups<'a>(picture: &'a Picture) -> Vec<(&'a Tag, &'a Vec<Mark>)> {
    let group = |mark: &'a Mark| match mark {
        Mark::Group(tag, marks) => Some((tag, marks)),
        _ => None,
    };
    picture.marks.iter().filter_map(group).collect()
}

/// Width and height of the first rectangle, which is what is pressed.
pub(super) fn target(marks: &[Mark]) -> At {
    match marks.first() {
        Some(Mark::Rect(paint, _, width, height)) if paint.class == "hit" => (*width, *height),
        other => panic!("not a target: {other:?}"),
    }
}
