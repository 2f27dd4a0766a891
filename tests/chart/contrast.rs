//! What means something is seen by day and by night: in pictures that stand
//! alone, and by the tokens of the style sheet on the page.

use std::fs;
use std::path::Path;

use pledges::chart::look::{self, Color, Ink};
use pledges::corpus::model::Kind;

/// Inks that only help the eye, or lie behind what is read. The hatching of a
/// year without an article is named in words beside it.
const HELPERS: [Ink; 4] = [look::GROUND, look::GRID, look::CHOSEN, look::NO_ARTICLE];

/// The inks that carry meaning.
fn meaning() -> impl Iterator<Item = Ink> {
    let helps = |ink: &Ink| HELPERS.iter().any(|helper| helper.class == ink.class);
    let inks = look::INKS.into_iter().filter(move |ink| !helps(ink));
    inks.chain(Kind::ALL.map(look::kind))
}

#[test]
fn pictures_that_stand_alone() {
    for ink in meaning() {
        seen(
            ink.class,
            3.0,
            [(ink.light, look::PAPER), (ink.dark, look::NIGHT)],
        );
    }
    for face in look::FACES {
        let chosen = (look::CHOSEN.light, look::CHOSEN.dark);
        for (paper, night) in [(look::PAPER, look::NIGHT), chosen] {
            seen(face.class, 4.5, [(face.light, paper), (face.dark, night)]);
        }
    }
}

#[test]
fn pictures_on_the_page() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/style.css");
    let style = fs::read_to_string(file).unwrap();
    let day = tokens(&style, ":root {");
    let nights = [
        ":root:not([data-color=\"light\"]) {",
        ":root[data-color=\"dark\"] {",
    ];
    for night in nights.map(|start| tokens(&style, start)) {
        let by_night = |name: &str| find(&night, name).or_else(|| find(&day, name));
        let both = |name: &str| (find(&day, name).unwrap(), by_night(name).unwrap());
        let (paper, chosen) = (both("paper"), both("chosen"));
        for ink in meaning() {
            // Kinds keep their own colours.
            let (light, dark) = token(&style, ink.class).map_or((ink.light, ink.dark), both);
            seen(ink.class, 3.0, [(light, paper.0), (dark, paper.1)]);
        }
        for kind in ["firm", "negative", "soft", "position"] {
            let (light, dark) = both(kind);
            seen(kind, 3.0, [(light, paper.0), (dark, paper.1)]);
        }
        for face in look::FACES {
            let (light, dark) = both(token(&style, face.class).unwrap());
            for ground in [paper, chosen] {
                seen(face.class, 4.5, [(light, ground.0), (dark, ground.1)]);
            }
        }
    }
}

/// Colours by the names of their tokens, in the first block that begins so.
fn tokens<'a>(style: &'a str, start: &str) -> Vec<(&'a str, Color)> {
    let (_, block) = style.split_once(start).unwrap();
    let (block, _) = block.split_once('}').unwrap();
    let token = |line: &'a str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let value = u32::from_str_radix(value.strip_suffix(';')?, 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some((name, Color(red, green, blue)))
    };
    block.lines().filter_map(token).collect()
}

fn find(tokens: &[(&str, Color)], name: &str) -> Option<Color> {
    let token = tokens.iter().find(|(token, _)| *token == name);
    token.map(|(_, color)| *color)
}

/// The token that colours a class of the charts.
fn token<'a>(style: &'a str, class: &str) -> Option<&'a str> {
    let class = [".", class].concat();
    let mut rules = style.split("\nsvg ").skip(1);
    let rule = rules.find(|rule| {
        let (selector, _) = rule.split_once('{').unwrap();
        let mut names = selector.split([' ', ',', '(', ')']);
        names.any(|name| name == class) && !selector.contains("mark")
    })?;
    let (_, value) = rule.split_once("var(--")?;
    value.split(')').next()
}

/// Both by day and by night at least `least` to 1.
fn seen(what: &str, least: f64, pairs: [(Color, Color); 2]) {
    let both = pairs.map(|(color, ground)| contrast(color, ground));
    assert!(both.iter().all(|&it| it >= least), "{what}: {both:?}");
}

/// The contrast of two colours as WCAG reckons it.
fn contrast(a: Color, b: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let light = |c: Color| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
