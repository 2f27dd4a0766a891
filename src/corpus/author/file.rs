//! One file of the corpus folder: its text, its TOML, its lines.
//!
//! In: bytes. Out: a table, even where the bytes are not quite UTF-8 or TOML,
//! so that the rest of the file is checked too.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::faults::{Faults, Spot, fault};
use super::nearest::nearest;
use super::recover::{self, Recovered};
use super::{SourceFile, strings};

/// A decoded file.
pub(super) struct CorpusFile<'s> {
    pub(super) path: &'s str,
    pub(super) text: &'s str,
    toml: Recovered<'s>,
    has_mark: bool,
    /// The first byte that is no UTF-8, and where that is in `text`.
    damage: Option<(u8, u32)>,
    /// Whether it looks like UTF-16, which cannot be read at all.
    is_wide: bool,
}

impl<'s> CorpusFile<'s> {
    /// Decodes a file; what is wrong with it is for [`Self::report`].
    pub(super) fn new(source: &'s SourceFile) -> Self {
        let bytes = source.bytes.strip_prefix(b"\xef\xbb\xbf");
        let has_mark = bytes.is_some();
        let bytes = bytes.unwrap_or(&source.bytes);
        let damage = std::str::from_utf8(bytes).err().map(|error| {
            let at = error.valid_up_to();
            (bytes.get(at).copied().unwrap_or(0), at as u32)
        });
        let text = strings::keep(&String::from_utf8_lossy(bytes));
        let is_wide = damage.is_some() && text.contains('\0');
        let toml = if is_wide {
            Recovered::nothing(text)
        } else if is_toml(&source.path) {
            recover::parse(text)
        } else {
            Recovered::default()
        };
        Self {
            path: &source.path,
            text,
            toml,
            has_mark,
            damage,
            is_wide,
        }
    }

    /// What the file says, as far as it could be read.
    pub(super) fn table(&self) -> &DeTable<'s> {
        &self.toml.table
    }

    /// Whether every id in it was read.
    pub(super) fn has_all_ids(&self) -> bool {
        let may_hold_id = |lost: &std::ops::Range<usize>| {
            let lost = self.text.get(lost.clone()).unwrap_or_default();
            lost.starts_with("id") || lost.contains("[[") || self.is_wide
        };
        self.damage.is_none() && !self.toml.lost.iter().any(may_hold_id)
    }

    /// Whether everything between two places was read.
    pub(super) fn has_all(&self, from: usize, to: usize) -> bool {
        let apart = |lost: &std::ops::Range<usize>| lost.end <= from || lost.start >= to;
        self.toml.lost.iter().all(apart)
    }

    /// A string at the top of the file.
    pub(super) fn string(&self, key: &str) -> Option<String> {
        let value = self.table().get(key)?;
        value.get_ref().as_str().map(str::to_owned)
    }

    /// Reports what is wrong with the file as such: encoding, characters, syntax.
    pub(super) fn report(&self, no: u32, faults: &Faults) {
        if !self.report_name(faults) {
            return;
        }
        let spot = |start: u32, length: usize| Spot {
            file: no,
            start,
            end: start + length as u32,
        };
        if self.has_mark {
            let help = "save the file as UTF-8 without one";
            faults.add(fault(spot(0, 0), "the file begins with a byte order mark").help(help));
        }
        if let Some((byte, at)) = self.damage {
            let message = format!("byte 0x{byte:02x} is not UTF-8");
            let fault = fault(spot(at, 3), message).help("save the file as UTF-8");
            if self.is_wide {
                return faults.add(fault.note("it looks like UTF-16"));
            }
            faults.add(fault);
        }
        self.report_characters(faults, spot);
        for (span, why) in &self.toml.faults {
            // A control character makes a syntax error too.
            let covered = self.text.get(span.clone()).unwrap_or_default();
            if !covered.is_empty() && covered.chars().all(strings::is_forbidden) {
                continue;
            }
            let at = spot(span.start as u32, span.len());
            let fault = fault(at, format!("not TOML: {why}"));
            faults.add(match recover::help(why) {
                Some(help) => fault.help(help),
                None => fault,
            });
        }
    }

    /// Reports each forbidden character, once a line.
    fn report_characters(&self, faults: &Faults, spot: impl Fn(u32, usize) -> Spot) {
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let mut seen = BTreeSet::new();
            for (offset, char) in line.char_indices() {
                let Some(name) = strings::name_of_forbidden(char) else {
                    continue;
                };
                // The damage is reported already.
                let is_damage = char == strings::REPLACEMENT && self.damage.is_some();
                if is_damage || !seen.insert(char) {
                    continue;
                }
                let at = spot((at + offset) as u32, char.len_utf8());
                let message = format!("{name} {}", strings::code_point(char));
                faults.add(fault(at, message).help(strings::help_for_forbidden(char)));
            }
            at += line.len();
        }
    }

    /// Whether the file belongs here, whatever it is called.
    fn report_name(&self, faults: &Faults) -> bool {
        if let Some(id) = article_id(self.path) {
            if !strings::is_slug(id) {
                let help = format!("rename it to `articles/{}.toml`", strings::slug(id));
                let message = "the name of an article's file is no id: small letters, digits and single hyphens";
                faults.in_folder(self.path, message, Some(&help));
            }
            return true;
        }
        if FILES.contains(&self.path) {
            return true;
        }
        let help = nearest(self.path, FILES).map_or_else(
            || {
                let files = strings::listed(FILES);
                format!("the folder holds {files} and `articles/<id>.toml`; keep everything else elsewhere")
            },
            |near| format!("did you mean `{near}`?"),
        );
        faults.in_folder(self.path, "unexpected file", Some(&help));
        false
    }

    /// Line and column, from 1, of a byte.
    pub(super) fn line_and_column(&self, at: u32) -> (u32, u32) {
        let before = self.text.get(..at as usize).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        (line as u32, column as u32)
    }

    /// The line of a spot, and how many of its characters the spot covers.
    pub(super) fn excerpt(&self, at: Spot) -> (String, u32) {
        let (line, column) = self.line_and_column(at.start);
        let line = self.text.lines().nth(line as usize - 1).unwrap_or_default();
        let covered = self.text.get(at.start as usize..at.end as usize);
        let covered = covered
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        let rest = line.chars().count().saturating_sub(column as usize - 1);
        (line.to_owned(), covered.chars().count().min(rest) as u32)
    }
}

/// The files that a corpus folder holds, beside `articles/`; what was removed is told only where
/// something was.
pub(super) const FILES: [&str; 8] = [
    "actors.toml",
    "bodies.toml",
    "corpus.toml",
    super::LOCK,
    "outlets.toml",
    super::removed::FILE,
    "themes.toml",
    "threads.toml",
];

/// The article's id, where the path is that of an article.
pub(super) fn article_id(path: &str) -> Option<&str> {
    path.strip_prefix("articles/")?.strip_suffix(".toml")
}

fn is_toml(path: &str) -> bool {
    path == super::LOCK || path.rsplit_once('.').is_some_and(|(_, end)| end == "toml")
}

/// The text in these bytes, or line and column of the first byte that is no UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Result<&str, (u32, u32)> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |line| line.chars().count());
        (before.matches('\n').count() as u32 + 1, column as u32 + 1)
    })
}
