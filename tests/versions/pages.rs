//! The pages of changes, as they are written.

use pledges::site::changes::{self, Ground};
use pledges::site::template::Template;
use pledges::versions::{Record, Version, Versions};

use super::{later, two};
use crate::page::{STAGED, lines};
use crate::support::{edit, golden, good, library_of};

fn pages() -> [String; 3] {
    let (before, after) = two();
    let library = library_of(later());
    let template = Template::read(STAGED).expect("a template");
    let ground = Ground::new(&template, library);
    let list = Versions::default().with(Version::of(library_of(good()).corpus), None);
    let brought = pledges::versions::since(&before, &after).counts();
    let list = list.with(Version::of(library.corpus), Some(brought));
    [
        changes::list(&ground, &list, &|_, _| true),
        changes::between(&ground, &before, &after),
        changes::since(
            &ground,
            &before.version,
            Some(&before),
            &after,
            &[&after.version],
        ),
    ]
}

#[test]
fn what_changed_on_its_pages() {
    let [list, between, since] = pages();
    golden("versions/list.html", &lines(&list));
    golden("versions/between.html", &lines(&between));
    for told in [
        "1 pledge added, 1 statement changed, 1 statement withdrawn; 1 link between answers changed.",
        "<ins>at least</ins>",
        "The question was about another channel.",
        "href=\"../../pledge/cafe-stays/\"",
    ] {
        assert!(since.contains(told), "{told}");
    }
}

/// A version whose records were not kept is not passed over in silence, and the current one says
/// that it is.
#[test]
fn what_cannot_be_told_is_said() {
    let (_, after) = two();
    let template = Template::read(STAGED).expect("a template");
    let ground = Ground::new(&template, library_of(later()));
    let page = changes::since(&ground, "0123456789ab", None, &after, &[]);
    assert!(page.contains("The records of that version were not kept"));
    let page = changes::since(&ground, &after.version, Some(&after), &after, &[]);
    assert!(page.contains("Nothing has changed since."));
    let first = Versions::default().with(Version::of(library_of(later()).corpus), None);
    let page = changes::list(&ground, &first, &|_, _| true);
    assert!(page.contains("This is the first version that is listed here"));
}

/// The records come from a file that anybody may have touched: their text never becomes markup,
/// and leads nowhere but to pages of the site.
#[test]
fn hostile_records_stay_text() {
    let (before, mut after) = two();
    let evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    for unit in &mut after.units {
        unit.id = ["../../", evil].concat();
        unit.statement = evil.to_owned();
        unit.quotes = vec![evil.to_owned()];
        unit.speaker = evil.to_owned();
        unit.made = evil.to_owned();
    }
    for article in &mut after.articles {
        article.title = evil.to_owned();
        article.url = "javascript:alert(1)".to_owned();
    }
    for link in &mut after.links {
        link.reason = evil.to_owned();
        link.relation = evil.to_owned();
    }
    let template = Template::read(STAGED).expect("a template");
    let ground = Ground::new(&template, library_of(good()));
    let page = changes::between(&ground, &before, &after);
    assert!(page.contains("&lt;script&gt;alert(1)"));
    for markup in [
        "<script>alert",
        "<img",
        "href=\"javascript:",
        "=\"../../../pledge/../",
    ] {
        assert!(!page.contains(markup), "{markup}");
    }
}

/// A page with very much on it lists a part and says how much is left.
#[test]
fn a_long_page_ends() {
    let (before, after) = two();
    let one = after.units[0].clone();
    let units = (0..1_000).map(|no| pledges::versions::Unit {
        id: format!("u-{no}"),
        ..one.clone()
    });
    let after = Record {
        units: units.collect(),
        ..after
    };
    let template = Template::read(STAGED).expect("a template");
    let ground = Ground::new(&template, library_of(good()));
    let page = changes::between(&ground, &before, &after);
    assert!(page.contains("1,000 pledges added"));
    assert!(page.contains("700 more are not listed here"));
    assert!(page.len() < 200_000, "{}", page.len());
}

/// Only where it stands differs.
#[test]
fn what_is_not_compared_is_said() {
    let mut other = good();
    edit(
        &mut other,
        "bodies.toml",
        "aliases = [",
        "aliases = [\"the Haven\", ",
    );
    let [before, after] = [good(), other].map(|it| Record::of(library_of(it).corpus));
    assert_ne!(before.version, after.version);
    let template = Template::read(STAGED).expect("a template");
    let ground = Ground::new(&template, library_of(good()));
    let page = changes::between(&ground, &before, &after);
    assert!(page.contains("No record that is compared here differs."));
}
