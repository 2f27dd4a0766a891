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
                { ". Dates are EDTF (ISO 8601-2): a " }<code>{ "~" }</code>{ " marks an approximate one, a " }<code>{ "/" }</code>{ " stands between the first and last day of a span. Each question also offers its answers as CSV." }
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
