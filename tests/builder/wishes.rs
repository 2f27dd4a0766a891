//! The builder's address: what is read from it, what is left out with a note, and the way back.

use pledges::embed::Form;
use pledges::explore::address::MOST_NOTICES;
use pledges::explore::view::Color;
use pledges::ui::page::EmbedView;
use pledges::ui::page::builder::Wish;
use proptest::prelude::*;

use crate::support::{good, library, library_of, put};

fn parse(query: &str) -> (Wish, Vec<String>) {
    Wish::parse(library().corpus, query)
}

#[test]
fn an_address_says_all_of_it() {
    let query = "?view=years&theme=workforce&from=2015&color=dark&size=600x400&live=no&as=frame";
    let (wish, notes) = parse(query);
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(wish.embed, EmbedView::Years);
    assert_eq!(
        (wish.width, wish.height, wish.live),
        (Some(600), Some(400), false)
    );
    assert_eq!(
        (wish.form, wish.view.color, wish.view.from),
        (Form::Frame, Color::Dark, Some(2015))
    );
    assert_eq!(wish.print(library().corpus), query);
    let version = library().corpus.about.version;
    assert_eq!(
        wish.folder(library().corpus),
        ["embed/at/", version, "/years/"].concat()
    );
    assert_eq!(
        wish.query(library().corpus),
        "?theme=workforce&from=2015&color=dark"
    );
}

#[test]
fn defaults_are_left_out() {
    for (query, printed) in [
        ("", "?view=themes"),
        ("?view=themes&live=yes&as=whole&size=auto", "?view=themes"),
        ("?view=list&size=autox500", "?view=list&size=autox500"),
        (
            "?view=unit&id=double-medical-school-places&theme=workforce&color=light",
            "?view=unit&id=double-medical-school-places&color=light",
        ),
        (
            "?view=thread&id=reorganisation",
            "?view=thread&id=reorganisation",
        ),
        (
            "?view=compare&side=government&vs=side%3Dopposition",
            "?view=compare&side=government&vs=side%3Dopposition",
        ),
    ] {
        let (wish, notes) = parse(query);
        assert!(notes.is_empty(), "{query}: {notes:?}");
        assert_eq!(wish.print(library().corpus), printed, "{query}");
    }
    // A statement or question without an id is one of them.
    assert!(matches!(parse("?view=unit").0.embed, EmbedView::Unit(_)));
    assert!(matches!(
        parse("?view=thread").0.embed,
        EmbedView::Thread(_)
    ));
}

/// What is not known is the nearest sensible thing, and a quiet note.
#[test]
fn what_is_not_known_is_left_out_and_said() {
    for (query, n) in [
        ("?view=pie", 1),
        ("?view=unit&id=no-such-statement", 1),
        ("?view=thread&id=no-such-question", 1),
        ("?size=9x9", 1),
        ("?size=javascript", 1),
        ("?size=600x400x200", 0),
        ("?live=maybe", 1),
        ("?as=flash", 1),
        ("?theme=nothing&nonsense=1", 2),
        ("?utm_source=x&fbclid=y", 0),
    ] {
        let (wish, notes) = parse(query);
        assert_eq!(notes.len(), n, "{query}: {notes:?}");
        assert!(wish.selects());
    }
}

/// What is escaped in a name stays part of the name.
#[test]
fn no_name_brings_another_along() {
    let (wish, notes) = parse("?x%26theme%3Dworkforce=1");
    assert_eq!(wish, Wish::of(EmbedView::Themes));
    let says = "The link asks for “x&theme=workforce”, which is not known here; it was left out.";
    assert_eq!(notes, [says]);
}

/// However long an address is, the page is not filled with what is wrong about it; that another
/// view is shown than was asked for is always said.
#[test]
fn notes_have_an_end() {
    let query = format!("?{}view=pie", "as=x&size=0&other=1&theme=no&".repeat(100));
    let (_, notes) = parse(&query);
    assert_eq!(notes.len(), MOST_NOTICES);
    assert!(notes[0].contains("“pie” (view)"), "{}", notes[0]);
    assert_eq!(parse("?as=x&as=y&view=pie").1.len(), 3);
}

#[test]
fn a_withdrawn_statement_is_said_to_be() {
    let mut sources = good();
    let removed = "[[removed]]\nkind = \"unit\"\nid = \"paint-the-quay\"\nday = \"2026-03-05\"\nreason = \"x\"\n";
    put(&mut sources, "removed.toml", removed.as_bytes());
    let library = library_of(sources);
    let (_, notes) = Wish::parse(library.corpus, "?view=unit&id=paint-the-quay");
    assert_eq!(notes, ["“paint-the-quay” was withdrawn; another is shown."]);
}

proptest! {
    #[test]
    fn any_address_is_read_and_what_is_printed_reads_alike(query: String) {
        let (wish, _) = parse(&query);
        let printed = wish.print(library().corpus);
        let (again, notes) = parse(&printed);
        prop_assert_eq!(&again, &wish);
        prop_assert!(notes.is_empty());
    }

    #[test]
    fn known_parts_in_any_order(
        view in prop::sample::select(vec!["unit", "thread", "themes", "years", "matrix", "list", "compare", ""]),
        size in prop::sample::select(vec!["", "&size=400", "&size=400x300", "&size=autox300", "&size=0"]),
        rest in prop::sample::select(vec!["", "&q=nurses", "&theme=workforce,funding", "&vs=all", "&color=dark", "&sort=oldest"]),
        live in prop::sample::select(vec!["", "&live=no"]),
    ) {
        let (wish, _) = parse(&format!("?view={view}{rest}{size}{live}"));
        let (again, notes) = parse(&wish.print(library().corpus));
        prop_assert_eq!(&again, &wish);
        prop_assert!(notes.is_empty());
    }
}
