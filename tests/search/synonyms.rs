//! Abbreviations of bodies and their full names.

use pledges::corpus::model::ArticleNo;

use super::{found, marked, sample, with_index};

#[test]
fn an_abbreviation_and_its_name_find_each_other() {
    let mut corpus = sample::of(&[
        ("Ask the ICBs", ""),
        ("Ask every integrated care board", ""),
        ("Boards that care are integrated", ""),
        ("Tell NHSE", ""),
        ("Tell NHS England’s chair", ""),
        ("Free FTs", ""),
        ("Free the foundation trust", ""),
    ]);
    let table: [(&str, &[u32]); 22] = [
        ("icb -x", &[0, 1]),
        ("ICBs -x", &[0, 1]),
        ("icb’s", &[0, 1]),
        ("\"icb\"", &[]),
        ("\"icbs\"", &[0]),
        ("integrated care boards", &[0, 1, 2]),
        ("boards integrated care", &[1, 2]),
        ("\"integrated care boards\"", &[0]),
        ("\"integrated care board\"", &[0, 1]),
        ("\"every integrated care board\"", &[1]),
        ("integrated-care-board", &[0, 1]),
        ("integrated care ask", &[1]),
        ("integrated care board ask", &[0, 1]),
        ("ask integrated care board every", &[1]),
        ("-icb ask", &[]),
        ("-\"integrated care board\" ask", &[]),
        ("integrated -every care board", &[2]),
        ("nhse", &[3, 4]),
        ("nhs england’s", &[3, 4]),
        ("ft", &[5]),
        ("\"nhs foundation trusts\"", &[5]),
        ("nhs foundation trust", &[5]),
    ];
    // Of an article that names no body.
    for unit in &mut corpus.units {
        unit.article = ArticleNo(2);
    }
    with_index(&corpus, |index| {
        for (query, expected) in table {
            assert_eq!(found(index, query), expected, "{query}");
        }
    });
}

#[test]
fn marks_synonyms() {
    let table = [
        (
            "icb",
            "Integrated care boards: every ICB cares",
            "Integrated care boards|ICB",
        ),
        ("integrated care board", "ICBs take care", "ICBs|care"),
        ("\"integrated care board\"", "ICBs take care", "ICBs"),
        ("-icb", "Integrated care boards", ""),
    ];
    for (query, text, expected) in table {
        assert_eq!(marked(text, query), expected, "{query}");
    }
}

#[test]
fn what_is_no_abbreviation_has_no_synonyms() {
    use pledges::search::{Query, Synonyms};
    let mut corpus = sample::empty();
    let names = [
        ("World Health Organization", "WHO"),
        ("Care body", "C"),
        ("Care body", ""),
        ("Trusts", ""),
    ];
    for (body, (name, abbr)) in corpus.bodies.iter_mut().zip(names) {
        (body.name, body.abbr) = (name, abbr);
        body.aliases = vec!["Trusts", "Monitor"];
    }
    let synonyms = Synonyms::of(&corpus);
    for query in [
        "who will pay for",
        "world health organization",
        "care body c",
        "trusts",
        "monitor",
    ] {
        let without = Query::parse(query, &Synonyms::default());
        assert_eq!(Query::parse(query, &synonyms), without, "{query}");
    }
}
