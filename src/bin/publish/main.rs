//! Finishes the built folder: pages, charts, data, and names after content. The only program that
//! writes it, run by Trunk when its own files are staged.
//!
//! In: the folder in `TRUNK_STAGING_DIR`; in `PLEDGES_LINKED` the app as the linker left it, by
//! which it is split; where they are set, in `PLEDGES_PREVIOUS` the folder that is live now and in
//! `PLEDGES_SITE` the address it will have. Out: the first one, complete. Invariant: every file in it is named
//! by no clock, no path and no order of the file system.

mod frames;
pub(crate) mod history;
mod kept;
mod offline;
mod split;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pledges::corpus::model::Corpus;
use pledges::embedded;
use pledges::export;
use pledges::site::offline::{Kept, Source};
use pledges::site::sums::{self, Sums};
use pledges::site::{self, lost, names, side_by_side, template::Template};
use pledges::ui::library::Library;
use pledges::ui::page::Route;

type Fault = Box<dyn Error>;

fn main() -> ExitCode {
    match publish() {
        Ok(n) => {
            eprintln!("wrote {n} pages");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("publish: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn publish() -> Result<usize, Fault> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or("TRUNK_STAGING_DIR is not set; Trunk sets it for its hooks")?;
    let library = embedded::library().ok_or("the embedded corpus cannot be read")?;
    if let Some(linked) = std::env::var_os("PLEDGES_LINKED") {
        split::split(&folder, Path::new(&linked))?;
    }
    let previous = std::env::var_os("PLEDGES_PREVIOUS").filter(|it| !it.is_empty());
    let previous = previous.map(PathBuf::from);
    finish(&folder, previous.as_deref(), &address()?, library)
}

/// Finishes a staged folder whose app is split; says how many pages it has.
pub(crate) fn finish(
    folder: &Path,
    previous: Option<&Path>,
    site: &str,
    library: Library,
) -> Result<usize, Fault> {
    if let Some(previous) = previous {
        fs::read_dir(previous).map_err(|fault| format!("{}: {fault}", previous.display()))?;
    }
    offline::name(folder)?;
    let staged = rename(folder, fs::read_to_string(folder.join("index.html"))?)?;
    let template = Template::read(&staged)?.at(site);
    let template = template.with_frames(frames::stage(folder)?);
    // First of all, as files of earlier builds may be damaged.
    let history = history::each(folder, previous, &template, library)?;
    let routes = Route::all(library.corpus);
    let place = |name: &str, bytes: &[u8]| write(folder, name, bytes);
    side_by_side::each(
        &routes,
        || (),
        |(), route| {
            let page = futures::executor::block_on(site::page(&template, library, *route));
            place(&route.file(library.corpus), page.as_bytes())
        },
    )?;
    let framed = frames::write_all(&template, library, folder)?;
    for article in &library.corpus.articles {
        if let Some(text) = article.text {
            let name = ["article/", article.id, "/text.txt"].concat();
            write(folder, &name, text.as_bytes())?;
        }
    }
    for (name, sheet) in lost::sheets(template.head()) {
        write(folder, &name, sheet.as_bytes())?;
    }
    let pages = lost::pages(library.corpus);
    write(folder, lost::PAGES, pages.as_bytes())?;
    site::figures::each(library, &place)?;
    write(folder, embedded::RECORDS, embedded::RECORDS_BYTES)?;
    site::cards::each(library.corpus, &place)?;
    installable(library.corpus, site, folder)?;
    let mut kept = Kept::default();
    whole_corpus(
        library.corpus,
        &routes,
        &history.pages,
        site,
        folder,
        &mut kept,
    )?;
    let build = names::hashed("build.", staged.as_bytes());
    let build = build.trim_start_matches("build-").trim_end_matches('.');
    write(
        folder,
        "version.json",
        export::version_json(library.corpus, build).as_bytes(),
    )?;
    offline::list(folder, &mut kept)?;
    offline::finish(folder, &kept)?;
    // Not part of the copy, as no page of this build names them.
    if let Some(previous) = previous {
        carry(previous, folder)?;
        kept::carry(
            previous,
            folder,
            library.corpus.about.version,
            &history.since,
        )?;
    }
    let mut hashed = files(folder)?;
    hashed.retain(|name| {
        fs::read(folder.join(name)).is_ok_and(|it| names::hashed(name, &it) == *name)
    });
    let headers = site::headers::headers(&hashed);
    write(folder, site::headers::NAME, headers.as_bytes())?;
    // Last of all, as it is about all of them.
    let mut sums = Sums::default();
    for name in kept::below(folder)? {
        sums.add(&name, &fs::read(folder.join(&name))?);
    }
    write(folder, sums::NAME, sums.text().as_bytes())?;
    Ok(routes.len() + framed)
}

/// The address of the built folder with a `/` at its end, or nothing where it is not known.
fn address() -> Result<String, Fault> {
    let given = std::env::var("PLEDGES_SITE").unwrap_or_default();
    if given.is_empty() || given.ends_with('/') {
        return Ok(given);
    }
    let fault = "PLEDGES_SITE has to end in `/`; `cargo xtask build --site` sees to that";
    Err(fault.into())
}

/// The files for other programs. Those that cite one unit are noted as parts of those that
/// cite all.
fn whole_corpus(
    corpus: &Corpus,
    routes: &[Route],
    more: &[String],
    site: &str,
    folder: &Path,
    kept: &mut Kept,
) -> Result<(), Fault> {
    let mut sources = Vec::new();
    for file in export::files(corpus, site) {
        write(folder, file.name, &file.bytes)?;
        if file.name.starts_with("data/references.") {
            sources.push(Source::new(file.name, file.bytes, file.media_type));
        }
    }
    export::each_citation(corpus, site, &mut |name, bytes| {
        let ending = name.rsplit('.').next().unwrap_or(name);
        if let Some(source) = sources.iter_mut().find(|it| it.is(ending)) {
            kept.cut(name, bytes, source);
        }
        write(folder, name, bytes)
    })?;
    let there = |route: &&Route| !matches!(route, Route::NotFound | Route::Removed(_));
    let pages: Vec<String> = routes
        .iter()
        .filter(there)
        .map(|route| route.file(corpus))
        .chain(more.iter().cloned())
        .collect();
    for (name, text) in export::sitemap(&pages, site) {
        write(folder, &name, text.as_bytes())?;
    }
    Ok(())
}

/// What a system shows of the site where a reader installs it.
fn installable(corpus: &Corpus, address: &str, folder: &Path) -> Result<(), Fault> {
    for (name, bytes) in site::icons::each()? {
        write(folder, name, &bytes)?;
    }
    for (name, bytes) in site::manifest::screens(corpus) {
        write(folder, name, bytes)?;
    }
    let manifest = site::manifest::json(corpus, address);
    write(folder, site::manifest::NAME, manifest.as_bytes())
}

/// Brings the files of the live folder that are named after their content, so that a page
/// which a reader still has open finds what it names.
fn carry(previous: &Path, folder: &Path) -> Result<(), Fault> {
    let unread = |fault| format!("{}: {fault}", previous.display());
    for name in files(previous).map_err(unread)? {
        let bytes = fs::read(previous.join(&name))?;
        if names::hashed(&name, &bytes) == name {
            fs::write(folder.join(&name), bytes)?;
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, bytes).map_err(|fault| format!("{}: {fault}", path.display()))?;
    Ok(())
}

/// Gives the files that the page names their content's names, and the page with them.
fn rename(folder: &Path, mut page: String) -> Result<String, Fault> {
    for name in files(folder)? {
        let stays = name == "index.html" || offline::STABLE.contains(&name.as_str());
        if stays || !page.contains(&name) {
            continue;
        }
        let mut bytes = fs::read(folder.join(&name))?;
        if is_ours(&name) {
            let lean = pledges::split::lean(&String::from_utf8_lossy(&bytes), &[]);
            // Trunk vouches for what it copied.
            page = page.replace(
                &names::integrity(&bytes),
                &names::integrity(lean.as_bytes()),
            );
            bytes = lean.into_bytes();
        }
        let new = names::hashed(&name, &bytes);
        fs::remove_file(folder.join(&name))?;
        fs::write(folder.join(&new), &bytes)?;
        page = page.replace(&name, &new);
        let integrity = names::integrity(&bytes);
        for place in ["integrity:", "integrity:./"] {
            page = page.replace(&[place, &new].concat(), &integrity);
        }
    }
    Ok(page)
}

/// What we wrote ourselves, for people to read.
fn is_ours(name: &str) -> bool {
    let ending = Path::new(name).extension();
    matches!(name, "boot.js" | "follow.js" | "page.js")
        || ending.is_some_and(|ending| ending == "css")
}

/// The files of a folder, in order of name.
fn files(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
