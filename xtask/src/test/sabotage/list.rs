//! The list of small sabotages, read from `tests/sabotage.toml`.
//!
//! In: that file. Out: its entries. Invariant: each of them can be made, exactly once, in the
//! files as they are.

use crate::failure::{Doing, Failure, Result};
use std::fs;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One sabotage.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sabotage {
    /// The harm, as a reader would tell it.
    pub(super) what: String,
    file: String,
    find: String,
    put: String,
    /// A part of the names of the tests that have to notice.
    pub(super) by: String,
    /// Whether the built folder is harmed, and not the checkout.
    pub(super) built: bool,
}

/// All of them.
pub(super) fn read(text: &str) -> Result<Vec<Sabotage>> {
    let table = DeTable::parse(text).doing(|| "read tests/sabotage.toml".to_owned())?;
    let entries = table.get_ref().get("sabotage").map(Spanned::get_ref);
    let entries = entries.and_then(DeValue::as_array).into_iter().flatten();
    let entries = entries.enumerate().map(|(no, entry)| {
        let entry = entry.get_ref().as_table();
        let value = |key: &str| Some(entry?.get(key)?.get_ref());
        let text = |key: &str| match value(key).and_then(DeValue::as_str) {
            Some(text) => Ok(text.to_owned()),
            None => Err(Failure::new(format!("sabotage {} has no `{key}`", no + 1))),
        };
        Ok(Sabotage {
            what: text("what")?,
            file: text("file")?,
            find: text("find")?,
            put: text("put")?,
            by: text("by")?,
            built: value("built").and_then(DeValue::as_bool) == Some(true),
        })
    });
    entries.collect()
}

impl Sabotage {
    /// The file below a folder, and its text before and after.
    pub(super) fn of(&self, folder: &Path) -> Result<(PathBuf, String, String)> {
        let path = self.path(folder)?;
        let text = fs::read_to_string(&path).doing(|| format!("read {}", self.file))?;
        let times = text.matches(&self.find).count();
        if times != 1 {
            let what = &self.what;
            let message = format!(
                "\"{what}\" cannot be made: {} has {times} times `{}`",
                self.file, self.find
            );
            return Err(Failure::new(message).remedy("bring tests/sabotage.toml up to date"));
        }
        let harmed = text.replacen(&self.find, &self.put, 1);
        Ok((path, text, harmed))
    }

    /// A `*` in the last part of the name stands for the hash of its content.
    fn path(&self, folder: &Path) -> Result<PathBuf> {
        let Some((start, end)) = self.file.split_once('*') else {
            return Ok(folder.join(&self.file));
        };
        let names = fs::read_dir(folder).doing(|| format!("list {}", folder.display()))?;
        let names = names.flatten().map(|entry| entry.file_name());
        let mut names = names.filter_map(|name| name.into_string().ok());
        let found = names.find(|name| name.starts_with(start) && name.ends_with(end));
        let found = found.ok_or_else(|| Failure::new(format!("there is no {}", self.file)))?;
        Ok(folder.join(found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../../tests/sabotage.toml");

    #[test]
    fn there_are_thirty_at_least_and_each_is_another() {
        let all = read(LIST).unwrap_or_default();
        assert!(all.len() >= 30, "{}", all.len());
        for (no, it) in all.iter().enumerate() {
            let others = all.get(no + 1..).unwrap_or_default();
            assert!(!others.contains(it), "twice: {}", it.what);
            assert_ne!(it.find, it.put, "{}", it.what);
        }
    }

    #[test]
    fn every_sabotage_of_the_checkout_can_be_made() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for it in read(LIST).unwrap_or_default() {
            if !it.built {
                assert_eq!(it.of(&root).map(|_| ()), Ok(()));
            }
        }
    }

    #[test]
    fn what_is_missing_from_the_list_is_named() {
        let failure = read("[[sabotage]]\nwhat = 'x'").err();
        let said = failure.map(|it| it.to_string()).unwrap_or_default();
        assert!(said.contains("has no `file`"), "{said}");
    }
}
