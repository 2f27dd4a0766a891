//! From a folder that an author writes to a [`Corpus`].
//!
//! In: the files of a corpus folder and, where there are any, the reader's own
//! copies of the articles, all in memory. Out: the corpus and every fault in
//! it at once. Invariant: a record with a fault is left out, whatever points at
//! it too, so what is in the corpus is sound; and a fault that is merely the
//! consequence of another is reported only where it has to be mended too, such
//! as a thread that names a unit by the id it had before.
//!
//! The walk: `file` decodes, `record` walks one TOML table, `lists`, `actors`,
//! `article`, `unit` and `threads` read the files, `evidence` finds the quotations,
//! `assemble` puts everything in order and numbers it.
//!
//! This runs in build scripts and short commands, so the few strings that are
//! not a verbatim part of a file (escapes, joined words) are leaked rather than
//! owned: the corpus borrows everything else from the files.

mod actors;
mod article;
mod assemble;
mod diagnostic;
mod digest;
mod evidence;
mod faults;
mod file;
mod ids;
mod lists;
mod lock;
mod mismatch;
mod nearest;
mod record;
mod recover;
mod removed;
mod strings;
mod threads;
mod unit;
mod values;

use std::collections::BTreeMap;

pub use diagnostic::{Diagnostic, Severity};
#[allow(
    unused_imports,
    reason = "build.rs names the records after their content"
)]
pub use digest::sha256;
pub use lock::renew as renew_lock;

use super::date::Day;
use super::model::Corpus;
use faults::Faults;
use file::CorpusFile;

/// The name of the file that records which quotations were found, where and when.
pub const LOCK: &str = "evidence.lock";

/// More than this in one folder is refused, so that counts and places fit 31 bits.
const MOST_BYTES: usize = 1 << 30;

/// A file of the corpus folder.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Relative to the folder, with `/`.
    pub path: String,
    /// As it is on disk.
    pub bytes: Vec<u8>,
}

/// Everything a corpus is compiled from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The corpus folder, in any order.
    pub files: Vec<SourceFile>,
    /// What else is in it that is neither a file nor a folder.
    pub others: Vec<String>,
    /// The source texts by name, where the reader gave a folder of them.
    pub texts: Option<BTreeMap<String, Vec<u8>>>,
    /// Whether `evidence.lock` is about to be rewritten, so that what it says
    /// now is no fault.
    pub renewing: bool,
    /// The day in Greenwich, where the program has a clock: nothing can have
    /// been found later.
    pub today: Option<Day>,
}

/// Compiles a folder, reporting every fault in it, in order of file and place.
pub fn compile(sources: &Sources) -> (Corpus<'_>, Vec<Diagnostic>) {
    let mut in_order: Vec<&SourceFile> = sources.files.iter().collect();
    in_order.sort_by(|a, b| a.path.cmp(&b.path));
    let files: Vec<CorpusFile<'_>> = in_order.into_iter().map(CorpusFile::new).collect();
    let faults = Faults::default();
    for (no, file) in files.iter().enumerate() {
        file.report(no as u32, &faults);
    }
    for path in &sources.others {
        faults.in_folder(
            path,
            "neither a file nor a folder",
            Some("take it out of the corpus folder"),
        );
    }
    let size: usize = sources.files.iter().map(|file| file.bytes.len()).sum();
    if size > MOST_BYTES {
        faults.in_folder(
            "",
            "the folder holds more than a gigabyte",
            Some("split the corpus"),
        );
    }
    let corpus = assemble::corpus(sources, &files, &faults);
    (corpus, faults.into_diagnostics(&files))
}

/// The names of the source texts that the articles ask for, so that a program
/// with a file system reads these and no others.
pub fn wanted_texts(files: &[SourceFile]) -> Vec<String> {
    let mut names: Vec<String> = files
        .iter()
        .filter(|file| file::article_id(&file.path).is_some())
        .filter_map(|file| CorpusFile::new(file).string("source_text"))
        .filter(|name| article::is_file_name(name))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Unicode normalisation form C, for [`super::quote`].
pub fn nfc(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}
