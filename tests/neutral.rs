//! The product describes and never judges: no sentence of ours says that somebody broke a
//! promise, lied or failed.

use pledges::corpus::model::{Directness, Kind, Relation};
use pledges::explore::facet::{directness_label, kind_label, kind_meaning};
use pledges::explore::words;
use pledges::ui::page::Route;

use crate::page::page_of;
use crate::support::{good, library_of};

/// How others tell of politicians.
const ACCUSING: [&str; 18] = [
    "backtrack",
    "betray",
    "broke",
    "climbdown",
    "contradict",
    "dishonest",
    "dodge",
    "empty promise",
    "fail",
    "false",
    "flip-flop",
    "hypocri",
    "lied",
    "mislead",
    "u-turn",
    "walked back",
    "watered",
    "weasel",
];

#[track_caller]
fn is_neutral(text: &str, place: &str) {
    let text = text.to_lowercase();
    for word in ACCUSING {
        let at = text.find(word).unwrap_or(text.len());
        let around: String = text
            .chars()
            .skip(text[..at].chars().count().saturating_sub(40))
            .take(90)
            .collect();
        assert!(at == text.len(), "`{word}` in {place}: {around}");
    }
}

#[test]
fn what_became_of_a_position_is_told_without_blame() {
    let every = [
        Relation::Reaffirms,
        Relation::Extends,
        Relation::Narrows,
        Relation::Softens,
        Relation::Reverses,
        Relation::Supersedes,
        Relation::Implements,
    ];
    let mut told = std::collections::BTreeSet::new();
    for relation in every {
        let all = [
            words::course(relation),
            words::did(relation),
            words::relation_meaning(relation),
        ];
        for text in all {
            is_neutral(text, "what became of a position");
            // A position that time overtook is not one that was reversed.
            assert!(told.insert(text), "`{text}` is said of two things");
        }
    }
    for kind in Kind::ALL {
        is_neutral(kind_label(kind), "a kind");
        is_neutral(kind_meaning(kind), "the meaning of a kind");
    }
    for directness in Directness::ALL {
        is_neutral(directness_label(directness), "how words reached us");
    }
}

/// The sample corpus accuses nobody, so what does on its pages would be ours.
#[test]
fn no_page_accuses() {
    let library = library_of(good());
    let corpus = library.corpus;
    for route in Route::all(corpus).into_iter().chain(Route::embeds(corpus)) {
        let mut text = String::new();
        let page = page_of(library, route);
        for part in page.split('<') {
            text.push_str(part.split_once('>').map_or("", |it| it.1));
        }
        is_neutral(&text, &route.file(corpus));
    }
}
