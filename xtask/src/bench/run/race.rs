//! One run: every contender at every size, each page alone.
//!
//! In: sizes and names. Out: an outcome for each. Invariant: nothing else of
//! ours runs while a page is measured; what has to be compressed is compressed
//! after it.

use super::outcome::{self, Expected, Outcome};
use super::{LIMIT, data};
use crate::bench::args::Race;
use crate::bench::browser::pages::{Folders, Pages};
use crate::bench::browser::weight;
use crate::bench::contender;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// This project's engine.
pub(super) const OURS: &str = "pledges";
/// Who runs: the name of the page, and what people call it.
const CONTENDERS: [(&str, &str); 7] = [
    (OURS, "pledges (this project)"),
    ("typed-arrays", "hand-written JavaScript"),
    ("flexsearch", "FlexSearch"),
    ("ufuzzy", "uFuzzy"),
    ("sqlite", "SQLite FTS5 in WebAssembly"),
    ("minisearch", "MiniSearch"),
    ("orama", "Orama"),
];
/// How long a page may take to start, load and warm up, beyond the time that it
/// has for the actions.
const GRACE: Duration = Duration::from_mins(1);

/// What everybody has shown at one size.
pub(super) struct Heat {
    pub(super) size: usize,
    pub(super) outcomes: Vec<(&'static str, &'static str, Outcome)>,
}

/// Runs it.
pub(super) fn run(project: &Project, race: &Race) -> Result<Vec<Heat>> {
    let chosen = chosen(race)?;
    let target = project.target().join("bench");
    let folders = Folders {
        source: project.root().join("xtask/bench"),
        target: target.clone(),
    };
    let pages = Pages::serve(&folders)?;
    let mut heats = Vec::new();
    for size in &race.sizes {
        let data = data::provide(project, *size)?;
        let path = data.join("expected.txt");
        let text = fs::read_to_string(&path).doing(|| format!("read {}", path.display()))?;
        let expected = Expected::read(&text)?;
        let mut outcomes = Vec::new();
        for (page, name) in &chosen {
            say(&format!("{size} records: {name} …"));
            let own = target.join(format!("pages/{page}/{size}"));
            let outcome = match prepare(project, page, &data, &own) {
                Ok(()) => measure(project, &pages, (page, *size, race.passes), &expected, &own)?,
                Err(failure) => Err(failure.what().replace('\n', " ")),
            };
            outcomes.push((*page, *name, outcome));
        }
        heats.push(Heat {
            size: *size,
            outcomes,
        });
    }
    Ok(heats)
}

/// Whether an answer of this project's engine is not the reference's.
pub(super) fn ours_differ(heats: &[Heat]) -> bool {
    let outcomes = heats.iter().flat_map(|heat| &heat.outcomes);
    let ours = outcomes.filter(|(page, ..)| *page == OURS);
    ours.flat_map(|(.., outcome)| outcome)
        .any(outcome::Figures::differ)
}

fn chosen(race: &Race) -> Result<Vec<(&'static str, &'static str)>> {
    let known = || CONTENDERS.map(|(page, _)| page).join(", ");
    for name in &race.only {
        if !CONTENDERS.iter().any(|(page, _)| page == name) {
            return Err(Failure::new(format!(
                "there is no contender `{name}`; there are {}",
                known()
            )));
        }
    }
    let wanted = |page: &str| race.only.is_empty() || race.only.iter().any(|name| name == page);
    let all = CONTENDERS.into_iter();
    Ok(all.filter(|(page, _)| wanted(page)).collect())
}

/// Our own page is a folder that has to be written; the others are one script.
fn prepare(project: &Project, page: &str, data: &Path, own: &Path) -> Result<()> {
    if page != OURS {
        return Ok(());
    }
    let _ = fs::remove_dir_all(own);
    contender::write(project, &data.join("columns.json"), own)
}

fn measure(
    project: &Project,
    pages: &Pages,
    (page, size, passes): (&str, usize, usize),
    expected: &Expected,
    own: &Path,
) -> Result<Outcome> {
    // A slow contender reports how far it came.
    let limit = LIMIT.as_millis();
    let path = format!("{page}/{size}/?passes={passes}&limit={limit}");
    let Some(body) = pages.report(&path, LIMIT + GRACE)? else {
        let limit = (LIMIT + GRACE).as_secs();
        return Ok(Err(format!("no report in {limit} s, twice")));
    };
    let mut outcome = outcome::read(&body, expected);
    if let Ok(figures) = &mut outcome {
        let fetched = pages.fetched();
        figures.first_bytes = weight::of(project, fetched.before_ready())?;
        let mut files = fetched.files;
        // Texts that are fetched only when they are shown count too.
        files.extend(weight::below(own));
        files.sort();
        files.dedup();
        figures.all_bytes = weight::of(project, &files)?;
    }
    Ok(outcome)
}
