//! Writes what tells of versions: their list and records, and the pages of changes.
//!
//! In: the library, and the folder that is live now with what earlier builds wrote. Out: files of
//! the new folder, and what differs since each earlier version. Invariant: what is missing in the
//! folder given is done without; what is there and cannot be read stops the build with the file's
//! name and what to do, before anything that was published would be lost unseen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use pledges::site::changes::{self, Ground};
use pledges::site::side_by_side;
use pledges::site::template::Template;
use pledges::ui::library::Library;
use pledges::versions::{self, Record, Since, Version, Versions};

use super::{Fault, write};

/// The list of versions, from the root.
pub(crate) const LIST: &str = "versions.json";

/// Names what vanished without a word, whose address now leads nowhere.
fn warn(lost: &[(&str, &str)]) {
    for (kind, id) in lost.iter().take(10) {
        eprintln!(
            "warning: the {kind} `{id}` was published and is gone without a word; to say why at its address, add to removed.toml of the corpus: [[removed]] kind = \"{kind}\", id = \"{id}\", day and reason"
        );
    }
    if lost.len() > 10 {
        eprintln!("warning: {} more are gone likewise", lost.len() - 10);
    }
}

/// What was written.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// Pages for the map of the site, as files from the root.
    pub(crate) pages: Vec<String>,
    /// What differs since each earlier version, by version.
    pub(crate) since: BTreeMap<String, Since>,
}

/// What all of it is made from.
struct Work<'a> {
    folder: &'a Path,
    previous: Option<&'a Path>,
    ground: Ground<'a>,
    current: Record,
}

/// Writes all of it.
pub(crate) fn each(
    folder: &Path,
    previous: Option<&Path>,
    template: &Template,
    library: Library,
) -> Result<History, Fault> {
    let work = Work {
        folder,
        previous,
        ground: Ground::new(template, library),
        current: Record::of(library.corpus),
    };
    let current = work.current.version.clone();
    write(
        folder,
        &record_name(&current),
        work.current.json().as_bytes(),
    )?;
    let known = work.list()?;
    let earlier: Vec<&str> = known
        .earlier(&current)
        .map(|it| it.version.as_str())
        .collect();
    let since = work.since_each(&earlier)?;
    work.between_earlier(&earlier)?;
    let brought = known
        .before(&current)
        .and_then(|it| since.get(&it.version)?.counts);
    let versions = known.clone().with(Version::of(library.corpus), brought);
    write(folder, LIST, versions.json().as_bytes())?;
    let there = |from: &str, to: &str| folder.join(page(from, Some(to))).is_file();
    let list = changes::list(&work.ground, &versions, &there);
    write(
        folder,
        &[changes::FOLDER, "index.html"].concat(),
        list.as_bytes(),
    )?;
    work.write_since(&current, Some(&work.current), &[])?;
    Ok(History {
        pages: vec![[changes::FOLDER, "index.html"].concat()],
        since,
    })
}

/// The file of a version's record, from the root.
fn record_name(version: &str) -> String {
    ["versions/", version, ".json"].concat()
}

/// The file of a page of changes, from the root.
fn page(from: &str, to: Option<&str>) -> String {
    [&changes::folder(from, to), "index.html"].concat()
}

impl Work<'_> {
    /// The list of the build before; empty where there was none.
    fn list(&self) -> Result<Versions, Fault> {
        let Some(text) = self.read(LIST)? else {
            return Ok(Versions::default());
        };
        Versions::parse(&text).map_err(|fault| {
            self.told(LIST, &fault, "put the file of the live site back, or delete it to begin the list anew: pages of earlier versions are then not carried forward")
        })
    }

    /// The record of an earlier version, where it was kept.
    fn record(&self, version: &str) -> Result<Option<Record>, Fault> {
        let name = record_name(version);
        let Some(text) = self.read(&name)? else {
            return Ok(None);
        };
        let read = Record::parse(&text, version).map_err(|fault| {
            self.told(&name, &fault, "put the file of the live site back, or delete it to go on without what differs from that version")
        })?;
        Ok(Some(read))
    }

    /// A file of the folder given, where it is there.
    fn read(&self, name: &str) -> Result<Option<String>, Fault> {
        let Some(path) = self.previous.map(|it| it.join(name)) else {
            return Ok(None);
        };
        if !path.is_file() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path);
        let text = text.map_err(|fault| format!("{} cannot be read ({fault})", path.display()))?;
        Ok(Some(text))
    }

    fn told(&self, name: &str, fault: &versions::Fault, remedy: &str) -> Fault {
        let previous = self.previous.unwrap_or(Path::new(""));
        let (path, end) = (previous.join(name), "the folder given as `--previous`");
        format!("{} {fault}; it is part of {end}: {remedy}", path.display()).into()
    }

    /// Carries every earlier record forward, and writes what differs since then.
    fn since_each(&self, earlier: &[&str]) -> Result<BTreeMap<String, Since>, Fault> {
        let all = Mutex::new(BTreeMap::new());
        let numbered: Vec<(usize, &str)> = earlier.iter().copied().enumerate().collect();
        side_by_side::each(
            &numbered,
            || (),
            |(), (no, version)| {
                let record = self.record(version)?;
                if let Some(record) = &record {
                    self.carry(&record_name(version))?;
                    self.write_between(record, &self.current)?;
                }
                let mut later: Vec<&str> = earlier.get(no + 1..).unwrap_or_default().to_vec();
                later.push(&self.current.version);
                later.retain(|to| record.is_some() || self.had(version, to));
                self.write_since(version, record.as_ref(), &later)?;
                let all_since = record.as_ref().map(|it| versions::since(it, &self.current));
                if let Some(all) = all_since.as_ref().filter(|_| no + 1 == earlier.len()) {
                    warn(&versions::without_tombstone(all, &self.current));
                }
                let since = all_since.as_ref().map_or_else(Since::default, Since::of);
                let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                all.insert((*version).to_owned(), since);
                Ok(())
            },
        )?;
        Ok(all.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Brings the pages of any two earlier versions along; one that is missing is made, where
    /// both records are there.
    fn between_earlier(&self, earlier: &[&str]) -> Result<(), Fault> {
        for (no, from) in earlier.iter().enumerate() {
            for (other, to) in earlier.iter().enumerate() {
                if from == to {
                    continue;
                }
                if self.had(from, to) {
                    self.carry(&page(from, Some(to)))?;
                } else if no < other
                    && let (Some(before), Some(after)) = (self.record(from)?, self.record(to)?)
                {
                    self.write_between(&before, &after)?;
                }
            }
        }
        // A corpus that was put back has pages from this version to others, too.
        let current = &self.current.version;
        for other in earlier {
            let there = self.folder.join(page(other, Some(current))).is_file();
            for (from, to) in [(current.as_str(), *other), (*other, current.as_str())] {
                if self.had(from, to) && (from == current || !there) {
                    self.carry(&page(from, Some(to)))?;
                }
            }
        }
        Ok(())
    }

    fn had(&self, from: &str, to: &str) -> bool {
        let page = page(from, Some(to));
        self.previous.is_some_and(|it| it.join(page).is_file())
    }

    /// Copies a file of the folder given, byte for byte.
    fn carry(&self, name: &str) -> Result<(), Fault> {
        let Some(previous) = self.previous else {
            return Ok(());
        };
        let path = previous.join(name);
        let bytes = fs::read(&path).map_err(|it| format!("{}: {it}", path.display()))?;
        write(self.folder, name, &bytes)
    }

    fn write_between(&self, before: &Record, after: &Record) -> Result<(), Fault> {
        let text = changes::between(&self.ground, before, after);
        let name = page(&before.version, Some(&after.version));
        write(self.folder, &name, text.as_bytes())
    }

    fn write_since(
        &self,
        version: &str,
        before: Option<&Record>,
        later: &[&str],
    ) -> Result<(), Fault> {
        let text = changes::since(&self.ground, version, before, &self.current, later);
        write(self.folder, &page(version, None), text.as_bytes())
    }
}
