//! One run: every chart in turn, each page alone, and a picture of each.
//!
//! In: names. Out: an outcome for each. Invariant: nothing else of ours runs while a page is
//! measured.

use super::figures::{self, Outcome};
use super::states::{self, WARM};
use crate::bench::args::Charts;
use crate::bench::browser::pages::{Folders, Pages};
use crate::bench::browser::weight;
use crate::bench::contender;
use crate::bench::generate::SEED;
use crate::bench::generate::records::Records;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// This project's charts.
pub(super) const OURS: &str = "pledges";
/// What is said of them where the checkout has no program that draws them alone.
pub(super) const NOT_BUILT: &str = "not built";
/// Who draws: the name of the page, what people call it, and how many charts.
const CONTENDERS: [(&str, &str, u32); 6] = [
    (OURS, "pledges (this project)", 3),
    ("svg-kept", "hand-written SVG, kept", 1),
    ("svg-anew", "hand-written SVG, made anew", 1),
    ("chart-js", "Chart.js (canvas)", 1),
    ("vega-lite", "Vega-Lite (SVG)", 1),
    ("plot", "Observable Plot", 1),
];
/// From so many records the states are counted.
const RECORDS: usize = 10_000;
/// How long a page may take.
const LIMIT: Duration = Duration::from_secs(90);

/// What one has shown.
pub(super) struct Row {
    pub(super) page: &'static str,
    pub(super) name: &'static str,
    pub(super) charts: u32,
    pub(super) outcome: Outcome,
}

/// Runs it.
pub(super) fn run(project: &Project, charts: &Charts) -> Result<Vec<Row>> {
    refuse_unknown(charts)?;
    let target = project.target().join("bench");
    let states = Given::write(&target)?;
    let pages = Pages::serve(&Folders {
        source: project.root().join("xtask/bench"),
        target: target.clone(),
    })?;
    let mut rows = Vec::new();
    for (page, name, number) in CONTENDERS {
        if !charts.only.is_empty() && !charts.only.iter().any(|wanted| wanted == page) {
            continue;
        }
        say(&format!("Charts: {name} …"));
        let outcome = match prepare(project, page, &target.join("pages/charts").join(page)) {
            Ok(()) => measure(project, &pages, page, &states, charts.rounds)?,
            Err(failure) => Err(failure.what().replace('\n', " ")),
        };
        rows.push(Row {
            page,
            name,
            charts: number,
            outcome,
        });
    }
    Ok(rows)
}

fn refuse_unknown(charts: &Charts) -> Result<()> {
    let known = CONTENDERS.map(|(page, ..)| page);
    match charts
        .only
        .iter()
        .find(|name| !known.contains(&name.as_str()))
    {
        Some(name) => Err(Failure::new(format!(
            "nobody draws charts as `{name}`; there are {}",
            known.join(", ")
        ))),
        None => Ok(()),
    }
}

/// The states that pages fetch.
struct Given {
    /// How many of them are measured.
    measured: usize,
    /// Which has the largest numbers.
    largest: usize,
}

impl Given {
    /// Counts them anew each time: a generator may have changed, and it takes seconds.
    fn write(target: &Path) -> Result<Self> {
        say(&format!("Counting what charts show of {RECORDS} records …"));
        let records = Records::generate(RECORDS, SEED);
        let states = states::states(&records, SEED);
        let folder = target.join("data/charts");
        fs::create_dir_all(&folder)
            .and_then(|()| {
                let path = folder.join("states.json");
                fs::write(path, states::json(&states, &records))
            })
            .doing(|| format!("write below {}", folder.display()))?;
        let largest = (0..states.len()).max_by_key(|no| states[*no].weight());
        Ok(Self {
            measured: states.len().saturating_sub(WARM),
            largest: largest.unwrap_or_default(),
        })
    }
}

/// Our own page is a folder that has to be written; the others are one script.
fn prepare(project: &Project, page: &str, own: &Path) -> Result<()> {
    if page != OURS {
        return Ok(());
    }
    let _ = fs::remove_dir_all(own);
    if !project.root().join("src/bin/charts/main.rs").is_file() {
        return Err(Failure::new(NOT_BUILT));
    }
    fs::create_dir_all(own).doing(|| format!("make {}", own.display()))?;
    contender::compile(project, "charts", own)?;
    for (from, to) in [("charts.html", "index.html"), ("charts.js", "charts.js")] {
        let from = project.root().join("xtask/bench/own").join(from);
        fs::copy(&from, own.join(to)).doing(|| format!("copy {}", from.display()))?;
    }
    Ok(())
}

fn measure(
    project: &Project,
    pages: &Pages,
    page: &str,
    states: &Given,
    rounds: usize,
) -> Result<Outcome> {
    let path = format!("charts/{page}/?rounds={rounds}&warm={WARM}");
    let Some(body) = pages.report(&path, LIMIT)? else {
        let fetched = pages.fetched();
        let last = fetched.files.last().and_then(|file| file.file_name());
        return Ok(Err(format!(
            "no report in {} s, twice; it fetched {} files, last {}, and was {}ready",
            LIMIT.as_secs(),
            fetched.files.len(),
            last.unwrap_or_default().display(),
            if fetched.before_ready.is_some() {
                ""
            } else {
                "not "
            }
        )));
    };
    let mut outcome = figures::read(&body, states.measured);
    if let Ok(figures) = &mut outcome {
        figures.bytes = weight::of(project, pages.fetched().before_ready())?;
        let folder = project.target().join("bench/charts");
        fs::create_dir_all(&folder).doing(|| format!("make {}", folder.display()))?;
        let show = format!("charts/{page}/?show={}", states.largest);
        pages.picture(&show, &folder.join(format!("{page}.png")))?;
    }
    Ok(outcome)
}
