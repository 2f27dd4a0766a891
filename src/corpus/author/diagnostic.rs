//! A fault as an author reads it: what is wrong, where, and what would be right.
//!
//! ```text
//! error: unknown theme `workfroce`
//!   --> articles/2024-speech.toml:23:12
//!    |
//! 23 | themes = ["workfroce"]
//!    |            ^^^^^^^^^
//!    = help: did you mean `workforce`?
//! ```

use std::fmt::Write as _;

use super::strings;

/// The most characters of a source line that are shown.
const WIDTH: usize = 96;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The corpus cannot be built.
    Error,
    /// It can be built, but `cargo xtask check` refuses it.
    Warning,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the build.
    pub severity: Severity,
    /// The file, relative to the corpus folder.
    pub path: String,
    /// From 1; 0 where the fault is not at a line.
    pub line: u32,
    /// From 1, in Unicode scalar values.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What else is to be known, for example another place.
    pub notes: Vec<String>,
    /// What would be right.
    pub help: Option<String>,
    /// The source line, and how many of its characters are at fault.
    pub(super) excerpt: (String, u32),
}

impl Diagnostic {
    /// In full, for a terminal; paths begin with `root` so that editors open them.
    pub fn render(&self, root: &str) -> String {
        let word = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let number = match self.line {
            0 => String::new(),
            line => line.to_string(),
        };
        let margin = " ".repeat(number.len().max(1));
        let mut out = format!("{word}: {}\n", self.message);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{margin}--> {}", self.place(root));
        if self.line > 0 {
            let (line, carets) = self.shown();
            let _ = writeln!(out, "{margin} |\n{number} | {line}\n{margin} | {carets}");
        }
        for note in &self.notes {
            let _ = writeln!(out, "{margin} = note: {note}");
        }
        if let Some(help) = &self.help {
            let _ = writeln!(out, "{margin} = help: {help}");
        }
        out
    }

    /// `root/articles/a.toml:23:12`.
    pub fn place(&self, root: &str) -> String {
        let separator = if root.is_empty() || root.ends_with('/') {
            ""
        } else {
            "/"
        };
        let path = format!("{root}{separator}{}", self.path);
        match self.line {
            0 => path,
            line => format!("{path}:{line}:{}", self.column),
        }
    }

    /// The part of the line around the fault, and the carets below it. What a
    /// terminal would obey or hide is spelled out.
    fn shown(&self) -> (String, String) {
        let (source, at_fault) = &self.excerpt;
        let start = self.column.saturating_sub(1) as usize;
        let length = (*at_fault as usize).max(1);
        let total = source.chars().count();
        let first = match start.min(total).checked_sub(WIDTH * 2 / 3) {
            Some(cut) if total > WIDTH => cut,
            _ => 0,
        };
        let (mut line, mut carets) = (String::new(), String::new());
        if first > 0 {
            line.push('…');
            carets.push(' ');
        }
        for (place, char) in source.chars().enumerate().skip(first).take(WIDTH) {
            let shown = match char {
                '\t' => " ".to_owned(),
                char if strings::is_forbidden(char) => format!("\\u{{{:x}}}", u32::from(char)),
                char => char.to_string(),
            };
            let mark = if (start..start + length).contains(&place) {
                "^"
            } else {
                " "
            };
            carets.push_str(&mark.repeat(shown.chars().count()));
            line.push_str(&shown);
        }
        if total > first + WIDTH {
            line.push('…');
        }
        if !carets.contains('^') {
            carets = format!("{}^", " ".repeat(line.chars().count()));
        }
        (line, carets.trim_end().to_owned())
    }
}
