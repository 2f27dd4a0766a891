//! Where faults are gathered while the files are read.
//!
//! In: a [`Spot`] and words. Out: diagnostics with line and column, in order of
//! file and place.

use std::cell::RefCell;

use super::diagnostic::{Diagnostic, Severity};
use super::file::CorpusFile;

/// A run of bytes in one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) file: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) at: Spot,
}

/// Where a fault is.
enum Whereabouts {
    Spot(Spot),
    /// A file that is missing or not to be there, or the folder.
    Path(String),
}

/// A fault on its way to the author.
pub(super) struct Fault {
    whereabouts: Whereabouts,
    severity: Severity,
    message: String,
    also: Vec<(String, Spot)>,
    notes: Vec<String>,
    help: Option<String>,
}

impl Fault {
    /// What else is to be known.
    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Another place that has to do with it; its path and line follow the words.
    pub(super) fn also(mut self, words: impl Into<String>, at: Spot) -> Self {
        self.also.push((words.into(), at));
        self
    }

    /// What would be right.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Does not stop the build.
    pub(super) fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// A fault at a spot: `faults.add(fault(at, "…").help("…"))`.
pub(super) fn fault(at: Spot, message: impl Into<String>) -> Fault {
    Fault {
        whereabouts: Whereabouts::Spot(at),
        severity: Severity::Error,
        message: message.into(),
        also: Vec::new(),
        notes: Vec::new(),
        help: None,
    }
}

/// All faults found so far.
#[derive(Default)]
pub(super) struct Faults {
    list: RefCell<Vec<Fault>>,
}

impl Faults {
    /// Keeps a fault.
    pub(super) fn add(&self, fault: Fault) {
        self.list.borrow_mut().push(fault);
    }

    /// Whether something was found that stops the build.
    pub(super) fn has_errors(&self) -> bool {
        let list = self.list.borrow();
        list.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Keeps a fault of a whole file, or of the folder where `path` is empty.
    pub(super) fn in_folder(&self, path: &str, message: &str, help: Option<&str>) {
        self.add(Fault {
            whereabouts: Whereabouts::Path(path.to_owned()),
            severity: Severity::Error,
            message: message.to_owned(),
            also: Vec::new(),
            notes: Vec::new(),
            help: help.map(str::to_owned),
        });
    }

    /// Keeps a warning about a whole file.
    pub(super) fn warn_in_folder(&self, path: &str, message: &str, help: &str) {
        self.in_folder(path, message, Some(help));
        if let Some(last) = self.list.borrow_mut().last_mut() {
            last.severity = Severity::Warning;
        }
    }

    /// Everything kept, as an author reads it.
    pub(super) fn into_diagnostics(self, files: &[CorpusFile<'_>]) -> Vec<Diagnostic> {
        let mut diagnostics: Vec<Diagnostic> = self
            .list
            .into_inner()
            .into_iter()
            .map(|fault| diagnostic(fault, files))
            .collect();
        diagnostics.sort_by(|a, b| {
            (&a.path, a.line, a.column, &a.message).cmp(&(&b.path, b.line, b.column, &b.message))
        });
        diagnostics.dedup();
        diagnostics
    }
}

fn diagnostic(fault: Fault, files: &[CorpusFile<'_>]) -> Diagnostic {
    let mut notes: Vec<String> = Vec::new();
    for (words, at) in fault.also {
        if let Some(file) = files.get(at.file as usize) {
            let (line, column) = file.line_and_column(at.start);
            notes.push(format!("{words} {}:{line}:{column}", file.path));
        }
    }
    notes.extend(fault.notes);
    let mut diagnostic = Diagnostic {
        severity: fault.severity,
        path: String::new(),
        line: 0,
        column: 0,
        message: fault.message,
        notes,
        help: fault.help,
        excerpt: (String::new(), 0),
    };
    match fault.whereabouts {
        Whereabouts::Path(path) => diagnostic.path = path,
        Whereabouts::Spot(at) => {
            if let Some(file) = files.get(at.file as usize) {
                file.path.clone_into(&mut diagnostic.path);
                (diagnostic.line, diagnostic.column) = file.line_and_column(at.start);
                diagnostic.excerpt = file.excerpt(at);
            }
        }
    }
    diagnostic
}
