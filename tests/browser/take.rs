//! A selection taken along, as people do it: rows, references and a briefing of what is listed,
//! and nothing else.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::explore::explore;

/// Presses one of the ways out and catches the file: its name and its text.
pub(crate) fn taken(browser: &Browser, way: &str) -> [String; 2] {
    let script = "
        const way = [...document.querySelectorAll('.take :is(a, button)')]
            .find((it) => it.textContent.trim() === arguments[0]);
        return new Promise((done) => {
            const make = URL.createObjectURL;
            let text;
            URL.createObjectURL = (blob) => { text = blob.text(); return make.call(URL, blob); };
            HTMLAnchorElement.prototype.click = async function () {
                URL.createObjectURL = make;
                delete HTMLAnchorElement.prototype.click;
                done([this.download, await text]);
            };
            way.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        });";
    let file = browser.script(script, &[json!(way)]);
    [0, 1].map(|n| file[n].as_str().unwrap_or_default().to_owned())
}

fn listed(browser: &Browser) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.found [data-unit]')].map((it) => it.dataset.unit)";
    let ids = browser.script(script, &[]);
    let ids = ids.as_array().into_iter().flatten();
    ids.filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn what_is_listed_is_what_is_taken_along() {
    let browser = explore("/?theme=pay&sort=oldest");
    let ids = listed(&browser);
    assert!(ids.len() > 1, "{ids:?}");

    let [name, json] = taken(&browser, "JSON");
    assert_eq!(name, "pledges.json");
    let rows: Vec<Value> = serde_json::from_str(&json).expect("an array");
    let of: Vec<&str> = rows.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(of, ids);

    let [name, csv] = taken(&browser, "CSV");
    assert_eq!(name, "pledges.csv");
    let first = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
    let of: Vec<String> = csv.split("\r\n").skip(1).map(first).collect();
    assert!(ids.iter().all(|id| of.contains(id)), "{of:?}");

    let [name, bib] = taken(&browser, "BibTeX");
    assert_eq!(name, "references.bib");
    let page = browser.address();
    let folder = page.split('?').next().unwrap_or_default();
    for id in &ids {
        assert!(bib.contains(&["@misc{", id, ","].concat()), "{id}");
        assert!(bib.contains(&[folder, "pledge/", id, "/"].concat()), "{id}");
    }

    let [name, brief] = taken(&browser, "Briefing pack");
    assert_eq!(name, "briefing.html");
    assert_eq!(brief.matches("class=\"unit\"").count(), ids.len());
    for id in &ids {
        assert!(brief.contains(&["id=\"", id, "\""].concat()), "{id}");
    }
    assert!(brief.contains("Theme: Pay and industrial relations"));
}
