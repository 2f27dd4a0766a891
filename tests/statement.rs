//! The page of a statement and that of a question: what a reader without any script finds there.

use pledges::corpus::author::Sources;
use pledges::ui::library::Library;
use pledges::ui::page::{Page, Props, Route};
use yew::ServerRenderer;

use crate::support;

/// A page as it stands in the document, of the real corpus or of another.
fn page(library: Library, file: &str) -> String {
    let mut routes = Route::all(library.corpus).into_iter();
    let route = routes.find(|route| route.file(library.corpus) == file);
    let route = route.expect(file);
    let props = move || Props {
        library,
        route,
        site: "".into(),
    };
    let renderer = ServerRenderer::<Page>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The sample corpus, which comes with its texts, after some edits.
fn sample(edit: impl FnOnce(&mut Sources)) -> Library {
    let mut sources = support::good();
    edit(&mut sources);
    support::library_of(sources)
}

#[track_caller]
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_statement_leads_to_its_passage_its_definitions_and_its_questions() {
    let page = page(support::library(), "pledge/no-nhs-restructure/index.html");
    has(
        &page,
        &[
            "../../about/#kind-negative",
            "../../about/#directness-reported-speech",
            "../../about/#rule",
            // Both quotations are marked in the publisher's page.
            "#:~:text=the%20Labour%20health%20and%20social%20care%20lead%20repeated",
            "&amp;text=without%20upending%20the%20system%20architecture",
            "../../article/hsj-2024-streeting-rcp/#quote-no-nhs-restructure",
            "../../speaker/wes-streeting/",
            "../../thread/reorganisation/",
            "data-relation=\"reaffirms\"",
            "data-relation=\"narrows\"",
            "Checksum of the text (SHA-256)",
            "cite.bib",
            "cite.ris",
            "cite.json",
        ],
    );
    // Without the texts nothing can be checked again.
    assert!(!page.contains("data-text="));
}

#[test]
fn with_the_text_at_hand_the_check_can_be_repeated() {
    let page = page(sample(|_| ()), "pledge/freeze-mooring-fee/index.html");
    has(
        &page,
        &[
            "data-text=\"../../article/2015-interview/text.txt\"",
            "data-sha256=\"",
            "data-quote=\"",
            "Found in the text of the article by this build, characters ",
        ],
    );
}

#[test]
fn an_archived_copy_and_the_article_know_of_each_other() {
    let library = sample(|sources| {
        support::edit(
            sources,
            "articles/2015-interview.toml",
            "url = \"https://mole.example.org/2015/interview\"",
            "url = \"https://mole.example.org/2015/interview\"\narchived_url = \
             \"https://web.archive.org/web/20150603080000/https://mole.example.org/2015/interview\"",
        );
    });
    let page = page(library, "pledge/freeze-mooring-fee/index.html");
    has(
        &page,
        &[
            "data-versionurl=\"https://web.archive.org/web/20150603080000/",
            "data-originalurl=\"https://mole.example.org/2015/interview\"",
            "data-versiondate=\"2015-06-03\"",
            "The passage in an archived copy",
        ],
    );
}

#[test]
fn a_reversal_shows_both_wordings_and_what_differs() {
    let page = page(
        support::library(),
        "pledge/reject-existing-structures/index.html",
    );
    has(
        &page,
        &[
            "This <b>reverses</b> an earlier statement",
            "<del>In the past</del>",
            "<ins>had now rejected the possibility of working</ins>",
            "Hedges that differ: “would” earlier.",
        ],
    );
}

#[test]
fn a_question_tells_what_changed_and_keeps_superseded_apart_from_reversed() {
    let page = page(support::library(), "thread/reorganisation/index.html");
    has(
        &page,
        &[
            "What changed, and what did not",
            "<b>Reversed</b>",
            "<b>Superseded</b>",
            "this is kept apart from reversed",
            "At or nearer “Keep the structures”: 7 answers",
            "first said <time datetime=\"2023-04-21\">21 April 2023</time>; last restated",
            "narrowed <time>about February 2025</time>",
            "The corpus holds nothing on the question after that.",
        ],
    );
    for word in ["U-turn", "broken", "admits"] {
        assert!(!page.contains(word), "{word}");
    }
}
