//! The corpus in the words of schema.org: a data set, and how it is searched.

use serde_json::{Value, json};

use super::{Page, thing};
use crate::export::licence_address;
use crate::ui::page::Route;

/// The files of the corpus, and what each is to a browser.
const FILES: [(&str, &str); 11] = [
    ("data/pledges.json", "application/json"),
    ("data/pledges.csv", "text/csv"),
    ("data/articles.csv", "text/csv"),
    ("data/threads.csv", "text/csv"),
    ("data/links.csv", "text/csv"),
    ("data/context.csv", "text/csv"),
    ("data/datapackage.json", "application/json"),
    ("data/annotations.jsonld", "application/ld+json"),
    ("data/references.bib", "application/x-bibtex"),
    ("data/references.ris", "application/x-research-info-systems"),
    (
        "data/references.csl.json",
        "application/vnd.citationstyles.csl+json",
    ),
];

impl Page<'_> {
    /// The corpus as a data set; its files are named where they are described, on the about page.
    pub(super) fn dataset(&self) -> Value {
        let about = &self.corpus.about;
        let file = |(name, kind): (&str, &str)| {
            let address = [self.root, name].concat();
            json!({ "@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": address })
        };
        let themes: Vec<&str> = self.corpus.themes.iter().map(|it| it.label).collect();
        let made = self.corpus.units.iter().map(|it| it.made);
        let years = made.clone().min().zip(made.max());
        let years = years.map(|(from, to)| {
            [
                &from.first_iso(),
                "/",
                &to.last.unwrap_or(to.first).year.to_string(),
            ]
            .concat()
        });
        let files: Vec<Value> = match self.route {
            Route::About => FILES.map(file).to_vec(),
            _ => Vec::new(),
        };
        thing([
            ("@type", "Dataset".into()),
            ("@id", [self.root, "about/#data"].concat().into()),
            ("name", about.title.into()),
            ("description", about.description.into()),
            ("url", self.home().into()),
            ("version", about.version.into()),
            ("license", licence_address(about.licence).into()),
            (
                "creator",
                json!({ "@type": "Organization", "name": about.editor }),
            ),
            ("isAccessibleForFree", true.into()),
            ("inLanguage", "en-GB".into()),
            ("keywords", themes.into()),
            ("temporalCoverage", years.into()),
            ("distribution", files.into()),
        ])
    }

    /// How the site is searched, where it has an address.
    pub(super) fn search(&self) -> Option<Value> {
        let about = &self.corpus.about;
        (!self.root.is_empty()).then(|| {
            let target = [self.root, "?q={search_term_string}"].concat();
            thing([
                ("@type", "WebSite".into()),
                ("name", about.title.into()),
                ("url", self.root.into()),
                ("potentialAction", json!({ "@type": "SearchAction", "target": target, "query-input": "required name=search_term_string" })),
            ])
        })
    }
}
