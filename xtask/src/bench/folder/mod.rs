//! Records as a corpus folder, in the very format that curators write.
//!
//! In: records and a folder. Out: its files, `evidence.lock` among them, so that
//! `check` and a build take it as it is. Invariant: every quotation stands once
//! in the text of its article, and the lock is made by the checker's own code,
//! which has to be content with the rest.

pub(super) mod articles;
mod lists;
mod threads;

use crate::bench::generate::columns::quoted;
use crate::bench::generate::records::Records;
use crate::corpus::author::{self, SourceFile, Sources};
use crate::corpus::date::Day;
use crate::failure::{Doing, Failure, Result};
use articles::Article;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The day on which the quotations count as found: 1 January 2026.
const FOUND: i32 = 20_454;

/// Writes the folder anew.
pub(super) fn write(records: &Records, out: &Path) -> Result<()> {
    refuse_to_overwrite(out)?;
    let articles = articles::of(records);
    let mut files = lists::files();
    files.push(file("corpus.toml", about(records.len())));
    files.push(file("threads.toml", threads::toml(records)));
    let mut texts = BTreeMap::new();
    for article in &articles {
        let text = article.text(records);
        files.push(file(
            &format!("articles/{}.toml", article.id),
            article.toml(records, &text),
        ));
        texts.insert(article.source_text(), text.into_bytes());
    }
    files.push(lock(&files, texts)?);
    save(&files, &articles, out)
}

/// A file of the folder.
pub(super) fn file(path: &str, text: String) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn about(units: usize) -> String {
    let description = "Invented statements in the shape of real ones, to measure with.";
    format!(
        "title = {}\ndescription = {}\neditor = \"Generated\"\nlicence = \"CC0-1.0\"\ncodebook = \"1\"\n",
        quoted(&format!("Generated corpus of {units} units")),
        quoted(description),
    )
}

/// What `check --write` would write.
fn lock(files: &[SourceFile], texts: BTreeMap<String, Vec<u8>>) -> Result<SourceFile> {
    let sources = Sources {
        files: files.to_vec(),
        others: Vec::new(),
        texts: Some(texts),
        renewing: true,
        today: None,
    };
    let (corpus, faults) = author::compile(&sources);
    if let Some(fault) = faults.iter().find(|fault| fault.path != author::LOCK) {
        return Err(Failure::new(format!(
            "the generated corpus is at fault:\n{}",
            fault.render("")
        )));
    }
    let text = author::renew_lock(&corpus, None, Day::from_days(FOUND));
    Ok(file(author::LOCK, text))
}

/// A folder that is neither empty nor generated is somebody's work.
fn refuse_to_overwrite(out: &Path) -> Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else {
        return Ok(());
    };
    let about = fs::read_to_string(out.join("corpus.toml")).unwrap_or_default();
    if entries.next().is_none() || about.starts_with("title = \"Generated corpus of ") {
        return fs::remove_dir_all(out).doing(|| format!("empty {}", out.display()));
    }
    Err(Failure::new(format!(
        "{} is not empty and holds no generated corpus",
        out.display()
    ))
    .remedy("choose another folder with `--out DIR`"))
}

fn save(files: &[SourceFile], articles: &[Article], out: &Path) -> Result<()> {
    let folder = out.join("articles");
    fs::create_dir_all(&folder).doing(|| format!("make {}", folder.display()))?;
    for file in files {
        let path = out.join(&file.path);
        fs::write(&path, &file.bytes).doing(|| format!("write {}", path.display()))?;
    }
    crate::console::say(&format!("{} articles in {}", articles.len(), out.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_corpus_is_without_fault() -> Result<()> {
        let out = std::env::temp_dir().join(format!("generated-corpus-{}", std::process::id()));
        write(&Records::generate(50, 1), &out)?;
        let found = crate::folder::found(&out).doing(|| "read it back".to_owned())?;
        let files = found.files.into_iter();
        let sources = Sources {
            files: files
                .map(|(path, bytes)| SourceFile { path, bytes })
                .collect(),
            ..Sources::default()
        };
        let (corpus, faults) = author::compile(&sources);
        let faults: Vec<String> = faults.iter().map(|fault| fault.render("")).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert_eq!(corpus.units.len(), 50);
        fs::remove_dir_all(&out).doing(|| "tidy up".to_owned())
    }
}
