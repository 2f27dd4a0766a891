//! plotters' own SVG as the oracle: what we record is what it would draw.

use pledges::chart::sheet::{Area, Drawn};
use pledges::chart::{Mark, Picture, Plain, matrix, path, themes, years};
use pledges::corpus::model::Relation;
use pledges::explore::series::Counting;
use plotters_svg::SVGBackend;

use super::sample::{self, THEMES, YEARS};

type Oracle<'a> = Plain<SVGBackend<'a>>;

/// A shape or text as both tell it: its element, and its geometry or words.
type Told = (String, Vec<String>);

fn oracle(
    size: (u32, u32),
    draw: impl FnOnce(&Area<Oracle>) -> Drawn<Oracle<'static>>,
) -> Vec<Told> {
    let mut svg = String::new();
    {
        let area = Area::from(Plain(SVGBackend::with_string(&mut svg, size)));
        draw(&area).unwrap();
        area.present().unwrap();
    }
    let elements = svg
        .split('<')
        .skip(2)
        .filter(|element| !element.starts_with('/'));
    elements.map(told_by_oracle).collect()
}

fn told_by_oracle(element: &str) -> Told {
    let name = element.split(' ').next().unwrap_or_default();
    let value = |key: &str| {
        let start = [" ", key, "=\""].concat();
        let rest = element.split_once(&start).map_or("", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().trim().to_owned()
    };
    let keys: &[&str] = match name {
        "rect" => &["x", "y", "width", "height", "fill", "stroke"],
        "circle" => &["cx", "cy", "r", "fill", "stroke"],
        "polygon" => &["points", "fill"],
        "polyline" => &["points", "stroke", "stroke-width"],
        _ => &["x", "text-anchor", "fill"],
    };
    let mut told: Vec<String> = keys.iter().map(|key| value(key)).collect();
    if name == "text" {
        told.push(
            element
                .split_once('>')
                .map_or("", |(_, text)| text.trim())
                .to_owned(),
        );
    }
    (name.to_owned(), told)
}

fn told_by_us(marks: &[Mark], told: &mut Vec<Told>) {
    for mark in marks {
        let attributes = mark.attributes();
        let value = |key: &str| {
            let found = attributes.iter().find(|(name, _)| *name == key);
            found.map_or("none", |(_, value)| value).to_owned()
        };
        let list = |keys: &[&str]| keys.iter().map(|key| value(key)).collect::<Vec<_>>();
        let commas = |line: &[(i32, i32)]| {
            let points: Vec<String> = line.iter().map(|(x, y)| format!("{x},{y}")).collect();
            points.join(" ")
        };
        let told_now = match mark {
            Mark::Group(_, marks) => {
                told_by_us(marks, told);
                continue;
            }
            Mark::Rect(paint, ..) if paint.fill.is_none() && paint.stroke.is_none() => continue,
            Mark::Rect(..) => list(&["x", "y", "width", "height", "fill", "stroke"]),
            Mark::Circle(..) => list(&["cx", "cy", "r", "fill", "stroke"]),
            Mark::Polygon(_, corners) => vec![commas(corners), value("fill")],
            Mark::Path(_, lines) => {
                for line in lines {
                    let line = vec![commas(line), value("stroke"), value("stroke-width")];
                    told.push(("polyline".to_owned(), line));
                }
                continue;
            }
            Mark::Text(label) => {
                let mut list = list(&["x", "text-anchor", "fill"]);
                if label.turned {
                    list[0] = (label.at.0 - label.size * 36 / 100).to_string();
                }
                if list[1] == "none" {
                    "start".clone_into(&mut list[1]);
                }
                list.push(label.text.clone());
                list
            }
        };
        told.push((mark.element().to_owned(), told_now));
    }
}

fn same(picture: &Picture, oracle: &[Told]) {
    let mut told = Vec::new();
    told_by_us(&picture.marks, &mut told);
    for (ours, theirs) in told.iter().zip(oracle) {
        assert_eq!(ours, theirs);
    }
    assert!(told.len() > 10);
    assert_eq!(told.len(), oracle.len());
}

#[test]
fn themes_agree_with_plotters() {
    let series = sample::themes(&THEMES, Counting::All, Some(1));
    let layout = themes::Layout::new(&series, Counting::All, 360);
    let oracle = oracle((360, layout.height()), |area| layout.draw(area));
    same(
        &pledges::chart::themes(&series, Counting::All, 360),
        &oracle,
    );
}

#[test]
fn years_agree_with_plotters() {
    for series in [sample::years(2015, &YEARS), sample::many_years()] {
        let layout = years::Layout::new(&series, Counting::Pledges, 360);
        let oracle = oracle((layout.width(), layout.height()), |area| layout.draw(area));
        same(
            &pledges::chart::years(&series, Counting::Pledges, 360),
            &oracle,
        );
    }
}

#[test]
fn matrices_agree_with_plotters() {
    let labels: Vec<&str> = THEMES.iter().map(|(label, _)| *label).collect();
    let series = sample::matrix(&labels, (2015, &[1, 0, 2, 1]), |row, year| {
        (row * year) as u32
    });
    let layout = matrix::Layout::new(&series, Counting::Pledges, 396);
    let oracle = oracle((396, layout.height()), |area| layout.draw(area));
    let picture = pledges::chart::matrix(&series, Counting::Pledges, 396);
    same(&picture, &oracle);
}

#[test]
fn paths_agree_with_plotters() {
    let mut series = sample::relations();
    // A dashed line is one mark to us and many lines to the oracle.
    series
        .steps
        .retain(|step| step.relation != Relation::Supersedes);
    let layout = path::full::Layout::new(&series, 640);
    let full = oracle((640, layout.height()), |area| layout.draw(area));
    same(&pledges::chart::path(&series, 640), &full);
    let mini = oracle((220, 60), |area| {
        path::mini::draw(&series, (2010, 2025), area)
    });
    same(&pledges::chart::mini(&series, (2010, 2025), 220, 60), &mini);
}
