//! What stands in other people's pages: views with their pictures, the answers that tell how to
//! frame them, and the script that hosts may use.
//!
//! In: the staged folder and a template. Out: `embed/`, answers beside pages where the site's
//! address is known, and `pledge-explorer.js`. Invariant: the last has that name for ever; style
//! and script of the views are named after their content, so that views kept as they are find them.

use std::fs;
use std::path::Path;

use pledges::corpus::model::Corpus;
use pledges::explore::view::View;
use pledges::site::frames::{self, Files};
use pledges::site::{figures, kept, names, side_by_side, template::Template};
use pledges::split::lean;
use pledges::ui::library::Library;
use pledges::ui::page::{EmbedView, embed};

use super::{Fault, write};

/// The script for hosts.
const ELEMENT: &str = "pledge-explorer.js";

/// Names style and script of the views after their content, and makes the script for hosts small.
pub(crate) fn stage(folder: &Path) -> Result<Files, Fault> {
    let element = folder.join(ELEMENT);
    fs::write(&element, lean(&fs::read_to_string(&element)?, &[]))?;
    let renamed = |name: &str, bytes: &[u8]| -> Result<String, Fault> {
        let new = names::hashed(name, bytes);
        fs::remove_file(folder.join(name))?;
        fs::write(folder.join(&new), bytes)?;
        Ok(new)
    };
    let text = |name: &str| -> Result<String, Fault> {
        let text = lean(&fs::read_to_string(folder.join(name))?, &[]);
        renamed(name, text.as_bytes())
    };
    let staged = Files::default();
    let form = fs::read(folder.join(&staged.form))?;
    Ok(Files {
        sheet: text(&staged.sheet)?,
        script: text(&staged.script)?,
        builder: text(&staged.builder)?,
        form: renamed(&staged.form, &form)?,
        form_integrity: names::integrity(&form),
    })
}

/// Writes every view.
pub(crate) fn write_all(
    template: &Template,
    library: Library,
    folder: &Path,
) -> Result<usize, Fault> {
    let corpus = library.corpus;
    let site = template.site();
    let views = EmbedView::all(corpus);
    let date = figures::checked(corpus);
    side_by_side::each(
        &views,
        || (),
        |(), view| {
            let place = view.folder(corpus);
            let page = frames::page(template, library, *view, false);
            let page = futures::executor::block_on(page);
            write(folder, &[&place, "index.html"].concat(), page.as_bytes())?;
            let picture = picture(library, *view, &date, site);
            write(folder, &[&place, "view.svg"].concat(), picture.as_bytes())?;
            // The same once more, to stay as it is.
            let place = kept::place(corpus.about.version, &place);
            let page = frames::page(template, library, *view, true);
            let page = futures::executor::block_on(page);
            write(folder, &[&place, "index.html"].concat(), page.as_bytes())?;
            write(folder, &[&place, "view.svg"].concat(), picture.as_bytes())?;
            match frames::answer_name(corpus, *view).filter(|_| !site.is_empty()) {
                Some(name) => {
                    let answer = frames::answer(library, *view, site);
                    write(folder, &name, answer.as_bytes())
                }
                None => Ok(()),
            }
        },
    )?;
    Ok(views.len())
}

/// The picture of a view as it is written, of everything.
fn picture(library: Library, view: EmbedView, date: &str, site: &str) -> String {
    let corpus: &Corpus = library.corpus;
    // Half an address leads nowhere from a picture.
    let address = match site {
        "" => String::new(),
        site => [site, &view.page(corpus)].concat(),
    };
    embed::svg(library, view, &View::default(), date, &address)
}
