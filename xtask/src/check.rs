//! Validates a corpus without building the app.
//!
//! In: a corpus folder and, where there is one, the folder of source texts.
//! Out: every fault at once on standard error, a line of summary, and the exit
//! status. With `write`, `evidence.lock` is renewed first, if nothing else is
//! wrong. Invariant: what a build would let pass with a warning fails here, and
//! so does what only a clock can tell: a quotation found after today.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::corpus::author::{self, Diagnostic, Severity, SourceFile, Sources};
use crate::corpus::date::{Date, Day};
use crate::corpus::model::{Check, Corpus};
use crate::folder;

/// Checks the folder; the exit status is 1 if anything is wrong with it.
pub(crate) fn run(corpus: &Path, texts: Option<&Path>, write: bool) -> ExitCode {
    match check(corpus, texts, write) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check(root: &Path, texts: Option<&Path>, write: bool) -> std::io::Result<bool> {
    let mut sources = read(root, texts)?;
    if write && texts.is_none() {
        eprintln!(
            "error: `--write` renews {} from the texts and needs `--texts DIR`",
            author::LOCK
        );
        return Ok(false);
    }
    if write {
        renew(root, &mut sources)?;
    }
    let (corpus, diagnostics) = author::compile(&sources);
    let root = display(root);
    for diagnostic in &diagnostics {
        let mut strict: Diagnostic = diagnostic.clone();
        strict.severity = Severity::Error;
        eprintln!("{}", strict.render(&root));
    }
    if diagnostics.is_empty() {
        println!("{}", summary(&corpus));
    } else {
        let files: BTreeSet<&str> = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.path.as_str())
            .collect();
        eprintln!(
            "found {} in {}",
            counted(diagnostics.len(), "error"),
            counted(files.len(), "file")
        );
    }
    Ok(diagnostics.is_empty())
}

fn read(root: &Path, texts: Option<&Path>) -> std::io::Result<Sources> {
    let found = folder::found(root)?;
    let files: Vec<SourceFile> = found
        .files
        .into_iter()
        .map(|(path, bytes)| SourceFile { path, bytes })
        .collect();
    let texts = match texts {
        Some(texts) => Some(folder::texts(texts, &author::wanted_texts(&files))?),
        None => None,
    };
    Ok(Sources {
        files,
        others: found.others,
        texts,
        renewing: false,
        today: Some(today()),
    })
}

/// Rewrites the lock on disk and among the sources, unless something else is wrong.
fn renew(root: &Path, sources: &mut Sources) -> std::io::Result<()> {
    sources.renewing = true;
    let (corpus, diagnostics) = author::compile(sources);
    // What is wrong with the lock itself goes away with the old one.
    let is_whole = diagnostics
        .iter()
        .all(|diagnostic| diagnostic.path == author::LOCK);
    let old = sources.files.iter().find(|file| file.path == author::LOCK);
    let renewed = is_whole.then(|| author::renew_lock(&corpus, old, today()));
    let is_same = old.map(|old| old.bytes.as_slice()) == renewed.as_ref().map(String::as_bytes);
    sources.renewing = !is_whole;
    match renewed {
        None => eprintln!(
            "{} is left as it is until the faults are mended\n",
            author::LOCK
        ),
        Some(_) if is_same => println!("{} is up to date", author::LOCK),
        Some(text) => {
            fs::write(root.join(author::LOCK), &text)?;
            sources.files.retain(|file| file.path != author::LOCK);
            sources.files.push(SourceFile {
                path: author::LOCK.to_owned(),
                bytes: text.into_bytes(),
            });
            println!("wrote {}", author::LOCK);
        }
    }
    Ok(())
}

/// `5 articles, 91 units (57 pledges), 99 quotations: 99 exact`.
fn summary(corpus: &Corpus<'_>) -> String {
    let pledges = corpus
        .units
        .iter()
        .filter(|unit| unit.kind.counted())
        .count();
    let of_units = corpus.units.iter().flat_map(|unit| &unit.evidence);
    let of_contexts = corpus.contexts.iter().flat_map(|context| &context.evidence);
    let checks: Vec<Check> = of_units
        .chain(of_contexts)
        .map(|evidence| evidence.check)
        .collect();
    let exact = checks
        .iter()
        .filter(|check| **check == Check::Exact)
        .count();
    let days = checks.iter().filter_map(|check| match check {
        Check::Recorded(day) => Some(*day),
        _ => None,
    });
    let recorded = days.clone().count();
    let found = match days.max() {
        Some(day) => format!("{recorded} recorded, the last on {}", Date::human(day)),
        None => format!("{exact} exact"),
    };
    format!(
        "{}, {} ({}), {}: {found}",
        counted(corpus.articles.len(), "article"),
        counted(corpus.units.len(), "unit"),
        counted(pledges, "pledge"),
        counted(checks.len(), "quotation"),
    )
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// The day in Greenwich.
fn today() -> Day {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Day::from_days((since.as_secs() / 86_400) as i32)
}

/// Relative to where the command was started, where it lies below.
fn display(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    path.display().to_string()
}
