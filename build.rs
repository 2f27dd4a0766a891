//! Compiles the corpus folder to the bytes that the app embeds.
//!
//! In: `PLEDGES_CORPUS` (default `assets/corpus`) and, where it is set,
//! `PLEDGES_TEXTS`. Out, in `OUT_DIR`: `corpus.bin` and `index.bin`; for the browser
//! `abridged.bin`, `texts.bin`, and in `shipped.bin` the index of a corpus that is so large that
//! it is better fetched than built there; `records.bin`, which it fetches when something is
//! taken along, and the name that these are published by. A faulty
//! corpus stops the build with every fault at once. Invariant: the same folders
//! give the same bytes.

#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build needs a part of the library's module"
)]
#[path = "src/corpus/mod.rs"]
mod corpus;

#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build needs a part of the library's module"
)]
#[path = "src/search/mod.rs"]
mod search;

#[allow(unreachable_pub, reason = "shared with the check command")]
#[path = "xtask/src/folder.rs"]
mod folder;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use corpus::author::{self, Diagnostic, Severity, SourceFile, Sources};

/// Of a corpus of up to so many units the browser builds the index itself: that takes it some
/// milliseconds, which is less than to fetch it.
const MOST: usize = 1_000;

fn main() {
    // Which code needs which data and which other code: `publish` splits the app by it.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=pledges=--emit-relocs");
    }
    // Cargo fails the build wherever a `cargo::error` was printed, and shows
    // nothing but these; an exit status would add a page of its own.
    if let Err(error) = build() {
        println!("cargo::error={error}");
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    let root = folder_named("PLEDGES_CORPUS").unwrap_or_else(|| PathBuf::from("assets/corpus"));
    let texts = folder_named("PLEDGES_TEXTS");
    let sources = read(&root, texts.as_deref())?;
    let (corpus, diagnostics) = author::compile(&sources);
    for diagnostic in &diagnostics {
        print(diagnostic, &root.display().to_string());
    }
    if diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
    {
        return Ok(());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let index = search::Index::build(&corpus);
    let shipped = if corpus.units.len() > MOST {
        &index[..]
    } else {
        &[]
    };
    fs::write(out.join("shipped.bin"), shipped)?;
    fs::write(out.join("index.bin"), index)?;
    fs::write(out.join("corpus.bin"), corpus::codec::encode(&corpus))?;
    write_records(&out, corpus.clone())?;
    fs::write(out.join("texts.bin"), corpus::abridge::texts(&corpus))?;
    let abridged = corpus::abridge::abridged(corpus);
    fs::write(out.join("abridged.bin"), corpus::codec::encode(&abridged))?;
    Ok(())
}

/// The records without the texts of the articles, under a name that says what is in them.
fn write_records(out: &Path, mut corpus: corpus::model::Corpus) -> std::io::Result<()> {
    corpus.articles.iter_mut().for_each(|it| it.text = None);
    let bytes = corpus::codec::encode(&corpus);
    let digest = author::sha256(&bytes);
    let digest = digest.get(..16).unwrap_or_default();
    println!("cargo::rustc-env=PLEDGES_RECORDS=records-{digest}.bin");
    fs::write(out.join("records.bin"), bytes)
}

fn folder_named(variable: &str) -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed={variable}");
    env::var_os(variable)
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
}

/// Reads everything, and tells cargo what to watch.
fn read(root: &Path, texts: Option<&Path>) -> Result<Sources, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", root.display());
    let found = folder::found(root)
        .map_err(|error| format!("{error} (PLEDGES_CORPUS has to name the folder of a corpus)"))?;
    let files = found
        .files
        .into_iter()
        .map(|(path, bytes)| SourceFile { path, bytes })
        .collect::<Vec<_>>();
    let texts = match texts {
        None => None,
        Some(texts) => {
            let names = author::wanted_texts(&files);
            for name in &names {
                println!("cargo::rerun-if-changed={}", texts.join(name).display());
            }
            Some(folder::texts(texts, &names)?)
        }
    };
    Ok(Sources {
        files,
        others: found.others,
        texts,
        renewing: false,
        // A build asks no clock.
        today: None,
    })
}

/// In full, line by line, which is how cargo takes it.
fn print(diagnostic: &Diagnostic, root: &str) {
    let word = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let text = diagnostic.render(root);
    // Cargo says the word itself.
    let text = text
        .strip_prefix(word)
        .and_then(|text| text.strip_prefix(": "))
        .unwrap_or(&text);
    for line in text.lines() {
        println!("cargo::{word}={line}");
    }
}
