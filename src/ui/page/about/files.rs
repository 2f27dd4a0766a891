//! The files to take along, and what each holds.
//!
//! Out: [`FILES`], from which this page, the tests and whoever writes the files know them.

use yew::prelude::*;

use crate::ui::library::Library;

/// A file of the built folder for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// From the root of the built folder.
    pub name: &'static str,
    /// What it is, in a word or two.
    pub format: &'static str,
    /// What it holds, in a sentence.
    pub holds: &'static str,
}

/// All of them, in the order of the page.
pub const FILES: &[DataFile] = &[
    DataFile {
        name: "data/pledges.json",
        format: "JSON",
        holds: "Every statement with speaker, office, dates, kind, themes, figures, article and quotations.",
    },
    DataFile {
        name: "data/pledges.csv",
        format: "CSV",
        holds: "The same as a table, one statement a row.",
    },
    DataFile {
        name: "data/articles.csv",
        format: "CSV",
        holds: "Every article: title, outlet, dates and what they rest on, addresses, summary.",
    },
    DataFile {
        name: "data/threads.csv",
        format: "CSV",
        holds: "Every answer to the questions followed through the years, and where it stands.",
    },
    DataFile {
        name: "data/links.csv",
        format: "CSV",
        holds: "How later statements bear on earlier ones: which, how and why.",
    },
    DataFile {
        name: "data/context.csv",
        format: "CSV",
        holds: "Statements from outside politics, with their quotations. Not counted.",
    },
    DataFile {
        name: "data/datapackage.json",
        format: "Data Package",
        holds: "What every file and column means, with types, keys, sizes and checksums.",
    },
    DataFile {
        name: "data/annotations.jsonld",
        format: "Web Annotations",
        holds: "Every quotation with what stands around it and its place in the text.",
    },
    DataFile {
        name: "data/references.bib",
        format: "BibTeX",
        holds: "A reference to every statement.",
    },
    DataFile {
        name: "data/references.ris",
        format: "RIS",
        holds: "A reference to every statement, for reference managers.",
    },
    DataFile {
        name: "data/references.csl.json",
        format: "CSL-JSON",
        holds: "A reference to every statement, for Zotero and Pandoc.",
    },
    DataFile {
        name: "feed.xml",
        format: "Atom",
        holds: "The newest articles and what was coded in them.",
    },
    DataFile {
        name: "feed.json",
        format: "JSON Feed",
        holds: "The same as JSON.",
    },
    DataFile {
        name: "charts/years.csv",
        format: "CSV",
        holds: "Counts by year, as the chart has them.",
    },
    DataFile {
        name: "charts/themes.csv",
        format: "CSV",
        holds: "Counts by theme, as the chart has them.",
    },
    DataFile {
        name: "charts/matrix.csv",
        format: "CSV",
        holds: "Counts by theme and year.",
    },
    DataFile {
        name: "versions.json",
        format: "JSON",
        holds: "Every version of the corpus that was published, oldest first, and what each brought.",
    },
    DataFile {
        name: "version.json",
        format: "JSON",
        holds: "Versions of corpus and build, and how many statements, pledges and articles there are.",
    },
];

/// The part of the page.
pub(super) fn section(library: Library) -> Html {
    html! {
        <section aria-labelledby="data">
            <h2 id="data">{ "Data" }</h2>
            <p>
                { "The whole corpus as files, licence " }{ library.corpus.about.licence }
                { ". Dates are EDTF (ISO 8601-2): a " }<code>{ "~" }</code>{ " marks an approximate one, a " }<code>{ "/" }</code>{ " stands between the first and last day of a span. In CSV a text that a spreadsheet would take for a formula begins with an apostrophe, and several values in one cell have a " }<code>{ "|" }</code>{ " between them. Each question also offers its answers as CSV." }
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label="Files">
                <table class="files">
                    <caption>{ "Files of this site" }</caption>
                    <thead><tr><th scope="col">{ "File" }</th><th scope="col">{ "Format" }</th><th scope="col">{ "Holds" }</th></tr></thead>
                    <tbody>
                        for file in FILES {
                            <tr key={file.name}>
                                <th scope="row"><a href={["../", file.name].concat()}>{ file.name }</a></th>
                                <td>{ file.format }</td><td>{ file.holds }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}
