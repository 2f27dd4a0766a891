//! What every page may load, as the page itself says it.

use crate::html::{self, Tag};
use crate::lint::{none, pages};
use pledges::site::headers::policy;
use pledges::site::policy::naming;
use std::path::Path;

/// What no page goes beyond.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'self'; require-trusted-types-for 'script'";

/// The policy of one page: the one that makes markup shows frames of this site, and a view names
/// the site where its address is known.
fn wanted(path: &Path) -> String {
    match path.to_str().unwrap_or_default() {
        "embed/index.html" => POLICY.replacen("; ", "; frame-src 'self'; ", 1),
        name if name.starts_with("embed/") => {
            let site = std::env::var("PLEDGES_SITE").unwrap_or_default();
            let page = format!("http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"");
            policy(&naming(&page, &site)).unwrap_or_default().to_owned()
        }
        _ => POLICY.to_owned(),
    }
}

/// A view of an earlier version stays as it was published.
fn is_of_now(path: &Path, version: &str) -> bool {
    let kept = path.strip_prefix("embed/at").ok();
    kept.is_none_or(|it| it.starts_with(version))
}

#[test]
fn every_page_says_its_whole_policy_before_it_loads_anything() {
    let dist = crate::dist();
    let version = std::fs::read_to_string(dist.join("version.json")).expect("a version");
    let version: serde_json::Value = serde_json::from_str(&version).expect("JSON");
    let version = version["corpus"].as_str().expect("a corpus");
    let mut faults = Vec::new();
    for (path, text) in pages(&dist) {
        if !is_of_now(&path, version) {
            continue;
        }
        let said = policy(&text).unwrap_or_default();
        if said != wanted(&path) {
            faults.push(format!("{}: {said}", path.display()));
        }
        let loads = |tag: &Tag| ["link", "script", "img", "style"].contains(&tag.name);
        let tags = html::tags(&text);
        let first = tags.iter().position(loads);
        let says = |tag: &Tag| tag.get("http-equiv") == Some("Content-Security-Policy");
        if first < tags.iter().position(says) {
            faults.push(format!("{}: something is loaded before", path.display()));
        }
    }
    none(&faults);
}

/// Links may lead anywhere; what a page loads or sends goes to its own site.
#[test]
fn no_page_asks_anybody_else() {
    let site = std::env::var("PLEDGES_SITE").unwrap_or_default();
    let mut faults = Vec::new();
    for (path, text) in pages(&crate::dist()) {
        for tag in html::tags(&text) {
            let names = [
                "src",
                "srcset",
                "data",
                "poster",
                "action",
                "formaction",
                "ping",
            ];
            let asked = names.iter().filter_map(|name| tag.get(name));
            let linked = tag
                .get("href")
                .filter(|_| tag.name == "link" && fetched(&tag));
            for address in asked.chain(linked) {
                let own = !site.is_empty() && address.starts_with(&site);
                let whole = address.contains("//") || address.starts_with("data:");
                // A view in a frame has an empty icon, so that nobody is asked for one.
                if whole && !own && address != "data:," {
                    faults.push(format!("{}: <{}> {address}", path.display(), tag.name));
                }
            }
        }
    }
    none(&faults);
}

/// Whether browsers fetch what such a link names without being asked.
fn fetched(tag: &Tag) -> bool {
    let named = ["alternate", "canonical", "schema."];
    let word = tag.get("rel").unwrap_or_default();
    !named.iter().any(|it| word.starts_with(it))
}

/// Where a page says which program it starts, it says by which bytes that is known.
#[test]
fn a_program_is_named_with_its_checksum() {
    let mut faults = Vec::new();
    let mut programs = 0;
    for (path, text) in pages(&crate::dist()) {
        for tag in html::tags(&text) {
            for name in ["data-wasm", "data-later"].map(|it| (it, format!("{it}-integrity"))) {
                let sum = tag.get(&name.1).is_some_and(|it| it.starts_with("sha384-"));
                programs += usize::from(tag.get(name.0).is_some());
                if tag.get(name.0).is_some() && !sum {
                    faults.push(format!("{}: {} without one", path.display(), name.0));
                }
            }
        }
    }
    none(&faults);
    assert!(programs > 2, "{programs}");
}
