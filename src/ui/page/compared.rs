//! Two statements of which the later bears on the earlier: their words side by side, and how
//! the wording differs where enough is common to both.
//!
//! Invariant: what differs is told by more than colour: by line and weight, and in words to the
//! ear; the quotations themselves stand unmarked.

use yew::prelude::*;

use crate::explore::wording::{Change, Run, Wording, closest, is_figure, is_hedge};
use crate::ui::library::Sourced;
use crate::ui::text::time;

/// Both quotations, the earlier first, and the difference of the two that are closest.
pub(super) fn pair(earlier: Sourced, later: Sourced) -> Html {
    html! {
        <>
            <div class="pair">
                { quoted("Earlier", earlier) }
                { quoted("Later", later) }
            </div>
            { wording(earlier, later) }
        </>
    }
}

fn quoted(when: &'static str, it: Sourced) -> Html {
    html! {
        <figure>
            <figcaption>{ when }{ ": " }{ time(it.unit.made) }{ ", " }{ it.speaker.name }</figcaption>
            <blockquote>
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
        </figure>
    }
}

/// The difference, where it tells something. What was said on one day in one article are two parts
/// of one report, of which neither is another wording of the other.
pub(super) fn wording(earlier: Sourced, later: Sourced) -> Html {
    let (a, b) = (earlier.unit, later.unit);
    if a.article == b.article && a.made == b.made {
        return html! { <></> };
    }
    let quotes = |it: Sourced| -> Vec<&str> {
        let evidence = it.unit.evidence.iter();
        evidence.map(|it| it.quote).collect()
    };
    let found = closest(&quotes(earlier), &quotes(later));
    let Some((_, _, wording)) = found.filter(|(_, _, it)| it.is_telling()) else {
        return html! { <></> };
    };
    let (figures, hedges) = (noted(&wording, is_figure), noted(&wording, is_hedge));
    html! {
        <div class="wording">
            <p class="name">{ "What changed in the wording" }<span class="basis">{ ": struck through, only earlier; underlined, only later" }</span></p>
            <p class="merged">
                for (place, run) in wording.runs.into_iter().enumerate() {
                    { stretch(place, run) }
                }
            </p>
            if let Some(figures) = figures { <p class="basis">{ "Figures that differ: " }{ figures }{ "." }</p> }
            if let Some(hedges) = hedges { <p class="basis">{ "Hedges that differ: " }{ hedges }{ "." }</p> }
        </div>
    }
}

fn stretch(place: usize, run: Run) -> Html {
    let space = if place > 0 { " " } else { "" };
    let (what, words) = match run.change {
        Change::Kept => return html! { <span key={place}>{ space }{ run.words }</span> },
        Change::Deleted => ("only earlier: ", html! { <del>{ run.words }</del> }),
        Change::Inserted => ("only later: ", html! { <ins>{ run.words }</ins> }),
    };
    html! { <span key={place}>{ space }<span class="sr">{ "(" }{ what }</span>{ words }<span class="sr">{ ")" }</span></span> }
}

/// "“5,000” earlier, “3,000” later".
fn noted(wording: &Wording, is: fn(&str) -> bool) -> Option<String> {
    let told = |change, when: &str| {
        let words = wording.changed(change, is);
        (!words.is_empty()).then(|| ["“", &words.join("”, “"), "” ", when].concat())
    };
    let both = [
        told(Change::Deleted, "earlier"),
        told(Change::Inserted, "later"),
    ];
    let both: Vec<String> = both.into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(", "))
}
