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
    /// The name of the test that has to notice.
    pub(super) by: String,
    /// What is harmed, and by which tests that is noticed.
    pub(super) kind: Kind,
    /// Whether it harms what only a build with the articles' texts has.
    pub(super) texts: bool,
}

/// What a sabotage harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The checkout, for the native tests.
    Source,
    /// The built folder, for the rules of it.
    Folder,
    /// The built folder, for tests that drive a browser.
    Browser,
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
        let is = |key: &str| value(key).and_then(DeValue::as_bool) == Some(true);
        Ok(Sabotage {
            what: text("what")?,
            file: text("file")?,
            find: text("find")?,
            put: text("put")?,
            by: text("by")?,
            kind: match (is("built"), is("browser")) {
                (_, true) => Kind::Browser,
                (true, false) => Kind::Folder,
                (false, false) => Kind::Source,
            },
            texts: is("texts"),
        })
    });
    entries.collect()
}

impl Sabotage {
    /// Whether it is made in the checkout. Some tests that drive a browser make a site of their
    /// own out of scripts that are compiled into them.
    pub(super) fn is_of_checkout(&self) -> bool {
        let compiled = ["assets/", "deploy/"]
            .iter()
            .any(|it| self.file.starts_with(it));
        self.kind == Kind::Source || compiled
    }

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
            // Scripts of the built folder are those of the checkout, with a hash in their names.
            let script = Path::new("assets").join(it.file.replace("-*", ""));
            let harmed = match it.kind {
                _ if it.is_of_checkout() => Path::new(&it.file),
                Kind::Browser if root.join(&script).is_file() => &script,
                _ => continue,
            };
            let text = fs::read_to_string(root.join(harmed)).unwrap_or_default();
            let times = text.matches(&it.find).count();
            assert_eq!(times, 1, "{}: {}", it.what, harmed.display());
        }
    }

    /// The text of every test, by the file's module.
    fn tests() -> String {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")];
        let mut text = String::new();
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = path.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    text.push_str(&fs::read_to_string(path).unwrap_or_default());
                }
            }
        }
        text
    }

    #[test]
    fn every_sabotage_names_a_test_that_there_is() {
        let tests = tests();
        for it in read(LIST).unwrap_or_default() {
            let name = it.by.rsplit("::").next().unwrap_or_default();
            assert!(
                tests.contains(&format!("fn {name}(")),
                "{}: {}",
                it.what,
                it.by
            );
        }
    }

    #[test]
    fn what_is_missing_from_the_list_is_named() {
        let failure = read("[[sabotage]]\nwhat = 'x'").err();
        let said = failure.map(|it| it.to_string()).unwrap_or_default();
        assert!(said.contains("has no `file`"), "{said}");
    }
}
