//! The head of a briefing: what it is, what it rests on, where it comes from, its charts.

use super::Brief;
use super::html::Html;

pub(super) fn push(out: &mut Html, brief: &Brief) {
    let about = &brief.corpus.about;
    out.open("header", "");
    out.text("p", "kicker", about.title);
    out.text("h1", "", &brief.title());
    out.text("p", "basis", &[brief.basis, "."].concat());
    out.open("p", "made");
    let made = [
        "Made on ",
        brief.day,
        " from corpus version ",
        about.version,
        ": ",
    ];
    out.words(&made.concat());
    out.link(brief.address, brief.address);
    out.close("p");
    out.close("header");
    if brief.units.is_empty() {
        out.text("p", "", "Nothing in the corpus is in this selection.");
    }
    for (says, svg) in brief.charts {
        out.open("figure", "");
        out.text("figcaption", "", says);
        out.svg(svg);
        out.close("figure");
    }
}
