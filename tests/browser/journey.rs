//! One visit from end to end, as somebody makes it who wants to use what they find: in every
//! engine, by the names and roles that everybody is told.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::driver::Browser;
use crate::edited;
use crate::explore::{comes_to, explore, n_entries, status, whole, write};

/// The bytes of a file once it lies in the folder, whole, whatever else lies there.
fn saved(browser: &Browser, folder: &Path, name: &str) -> Vec<u8> {
    let mut last = None;
    browser.wait(&format!("{name} on the disk"), || {
        let bytes = fs::read(folder.join(name)).ok().filter(|it| !it.is_empty());
        // Twice the same: nothing is being written to it any more.
        let done = bytes.is_some() && bytes == last;
        last = bytes;
        done.then(|| last.clone().unwrap_or_default())
    })
}

#[test]
fn from_a_question_to_its_source_and_back() {
    let browser = explore("/");
    // Words, then a bar of a chart.
    write(&browser, "reorganis");
    comes_to(&browser, "?q=reorganis");
    whole(&browser);
    // Charts follow a moment later; a bar that is drawn anew is another element.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let bar = browser.find("[data-chart=themes] a[href*='theme=structure']");
    assert!(bar.announced_name().starts_with("Structure"));
    bar.click();
    comes_to(&browser, "?q=reorganis&theme=structure");
    let (link, found) = (browser.address(), status(&browser));

    // The statement, its question, its article.
    let first = browser.find(".found article h3 a");
    let statement = first.text();
    assert!(first.is("link", &statement));
    first.click();
    arrived(&browser, "/pledge/");
    assert_eq!(browser.role("heading", &statement).text(), statement);
    assert!(browser.role("button", "Copy the citation").is_shown());
    let question = browser.find("main a[href$='thread/reorganisation/']");
    assert!(question.is("link", "Should the structures of the NHS be reorganised?"));
    question.click();
    arrived(&browser, "/thread/reorganisation/");
    assert!(browser.role("heading", "Should the structures").is_shown());
    let figure = browser.find("figure[data-chart=thread]");
    assert_eq!(figure.announced_role(), "figure");
    browser.find("main a[href*='article/']").click();
    arrived(&browser, "/article/");
    assert!(browser.role("heading", "What politicians said").is_shown());

    // All the way back: what was asked for stands there again.
    for _ in 0..3 {
        browser.back();
    }
    arrived(&browser, &link);
    // What is drawn anew just then is gone when it is asked about.
    browser.until("what was found", || {
        let said = "return document.querySelector('[role=status]')?.innerText.trim()";
        browser.script(said, &[]) == *found
    });
    assert_eq!(
        browser.role("searchbox", "Search").property("value"),
        "reorganis"
    );

    // The link alone shows somebody else the same.
    browser.go("about:blank");
    browser.go(&link);
    whole(&browser);
    assert_eq!(status(&browser), found);
    assert!(n_entries(&browser) > 0);
    browser.assert_no_errors();
}

#[test]
fn what_is_downloaded_lies_on_the_disk() {
    let files = edited::site();
    let browser = explore("/?theme=pay");
    let folder = browser.downloads();
    whole(&browser);
    let n = n_entries(&browser);
    browser.find(".take summary").click();
    let link = |name: &str, of: &str| {
        let links = browser.all(of).into_iter();
        let mut links = links.filter(|it| it.is("link", name));
        links.next().expect("a link").click();
    };
    link("BibTeX", ".take a");
    let text = String::from_utf8(saved(&browser, &folder, "references.bib")).expect("UTF-8");
    assert_eq!(text.matches("@misc{").count(), n, "{text}");
    link("JSON", ".take a");
    let rows: Vec<Value> =
        serde_json::from_slice(&saved(&browser, &folder, "pledges.json")).expect("JSON");
    assert_eq!(rows.len(), n);
    // A chart as it is shown, and a file of the host as it lies there.
    link("SVG", "[data-chart=themes] .save a");
    let picture = saved(&browser, &folder, "pledges-by-themes.svg");
    assert!(
        picture.starts_with(b"<svg"),
        "{}",
        String::from_utf8_lossy(&picture)
    );
    browser.visit("/pledge/no-nhs-restructure/");
    link("RIS", "a[download]");
    let ris = saved(&browser, &folder, "no-nhs-restructure.ris");
    assert!(ris == files["pledge/no-nhs-restructure/cite.ris"]);
    browser.assert_no_errors();
    let _ = fs::remove_dir_all(folder);
}

/// From the builder's page into somebody else's: what is copied there is a view of this site.
#[test]
fn from_a_list_to_a_view_for_another_page() {
    let browser = explore("/?theme=workforce");
    whole(&browser);
    browser.find(".take summary").click();
    let links = browser.all(".take a");
    links
        .iter()
        .find(|it| it.text() == "Embed")
        .expect("a link")
        .click();
    browser.until("the builder", || browser.address().contains("/embed/?"));
    let markup = browser.wait("the markup", || {
        let text = "return document.getElementById('snippet')?.value ?? ''";
        let text = browser
            .script(text, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned();
        text.contains("<pledge-explorer src=").then_some(text)
    });
    assert!(markup.contains("embed/list/?theme=workforce"), "{markup}");
    browser.assert_no_errors();
}

/// Waits for a page that is there in full; before, what is found may be of the page that goes.
#[track_caller]
fn arrived(browser: &Browser, part: &str) {
    let words = "return document.readyState === 'complete' ? location.href : ''";
    let words = serde_json::json!({ "script": words, "args": [] });
    browser.until(part, || {
        let said = browser.call("POST", "execute/sync", Some(&words));
        said.is_ok_and(|it| it.as_str().is_some_and(|it| it.contains(part)))
    });
}
