//! How a unit is cited: in a sentence, and in every format that reference managers read.
//!
//! The texts can be selected without any script; `assets/page.js` adds buttons that copy them,
//! and where the address of the site was not known puts in the one that the page is read at.

use yew::prelude::*;

use crate::cite::{Format, references};
use crate::corpus::model::UnitNo;
use crate::ui::library::Library;
use crate::ui::page::to;

/// Its citation in every format, and the files to download.
pub(super) fn view(library: Library, no: UnitNo, id: &str, site: &str) -> Html {
    let text = |format| references(library.corpus, &[no], format, site);
    // The address as the formats write it where the site's is not known.
    let here = site.is_empty().then(|| ["pledge/", id, "/"].concat());
    let others = Format::ALL.into_iter().filter(|it| *it != Format::Plain);
    let files = others.clone().filter(|it| *it != Format::Harvard);
    html! {
        <section class="cited" aria-labelledby="cite">
            <h2 id="cite">{ "Cite it" }</h2>
            <p class="citation" data-copy="Copy the citation" data-here={here.clone()}>{ text(Format::Plain) }</p>
            for format in others {
                <details key={format.id()}>
                    <summary>{ format.label() }</summary>
                    <pre data-copy={["Copy as ", format.label()].concat()} data-here={here.clone()}>{ text(format) }</pre>
                </details>
            }
            <p class="downloads">
                { "Download: " }
                for (place, format) in files.enumerate() {
                    if place > 0 { { " · " } }
                    <a key={format.id()} href={["cite.", format.extension()].concat()} type={format.media_type()} download={[id, ".", format.extension()].concat()}>{ format.label() }</a>
                }
                { ". All of them: " }<a href={[to::ROOT, "about/#data"].concat()}>{ "data" }</a>
            </p>
        </section>
    }
}
