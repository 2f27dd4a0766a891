//! What the tests share: the sample corpus, edits to it, and golden files.

#[allow(unreachable_pub, reason = "shared with build.rs and the check command")]
#[path = "../xtask/src/folder.rs"]
mod folder;

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use pledges::corpus::author::{Diagnostic, Severity, SourceFile, Sources, compile, wanted_texts};
use pledges::corpus::model::Corpus;
use pledges::search::{Index, Synonyms};
use pledges::ui::library::Library;

/// A path below `tests/`.
pub(crate) fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(below)
}

/// A corpus folder as a fresh clone has it.
pub(crate) fn read(root: &Path) -> io::Result<Sources> {
    let found = folder::found(root)?;
    let files = found.files.into_iter();
    Ok(Sources {
        files: files
            .map(|(path, bytes)| SourceFile { path, bytes })
            .collect(),
        others: found.others,
        ..Sources::default()
    })
}

/// The sample corpus, which is without fault, and its texts.
pub(crate) fn good() -> Sources {
    let sources = read(&path("fixtures/corpus/good")).expect("the sample corpus");
    let names = wanted_texts(&sources.files);
    let texts = folder::texts(&path("fixtures/corpus/texts"), &names).expect("its texts");
    Sources {
        texts: Some(texts),
        ..sources
    }
}

/// The sample corpus as a fresh clone has it.
pub(crate) fn without_texts() -> Sources {
    Sources {
        texts: None,
        ..good()
    }
}

/// The real corpus as a fresh clone has it, whatever this build was given.
pub(crate) fn library() -> Library {
    static LIBRARY: LazyLock<(Corpus<'static>, Index<'static>, Synonyms)> = LazyLock::new(|| {
        let sources = read(&path("../assets/corpus")).expect("the corpus");
        let sources: &'static Sources = Box::leak(Box::new(sources));
        let (corpus, diagnostics) = compile(sources);
        assert!(diagnostics.is_empty(), "{}", rendered(&diagnostics));
        let index = Index::build(&corpus).leak();
        let synonyms = Synonyms::of(&corpus);
        (corpus, Index::decode(index).expect("an index"), synonyms)
    });
    let (corpus, index, synonyms) = &*LIBRARY;
    Library {
        corpus,
        index,
        synonyms,
        records: pledges::embedded::RECORDS,
    }
}

/// A library of any sources, which must be without error.
pub(crate) fn library_of(sources: Sources) -> Library {
    let (corpus, diagnostics) = compile(Box::leak(Box::new(sources)));
    let errors = diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error);
    let errors: Vec<Diagnostic> = errors.cloned().collect();
    assert!(errors.is_empty(), "{}", rendered(&errors));
    let corpus: &'static Corpus<'static> = Box::leak(Box::new(corpus));
    let index = Index::decode(Index::build(corpus).leak()).expect("an index");
    Library {
        corpus,
        index: Box::leak(Box::new(index)),
        synonyms: Box::leak(Box::new(Synonyms::of(corpus))),
        records: pledges::embedded::RECORDS,
    }
}

/// Puts other words into a file in place of some that stand there once.
pub(crate) fn edit(sources: &mut Sources, path: &str, from: &str, to: &str) {
    let file = sources
        .files
        .iter_mut()
        .find(|file| file.path == path)
        .expect(path);
    let text = String::from_utf8(std::mem::take(&mut file.bytes)).expect("a text");
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
    file.bytes = text.replace(from, to).into_bytes();
}

/// Adds a file, or takes the place of the one of that name.
pub(crate) fn put(sources: &mut Sources, path: &str, bytes: &[u8]) {
    sources.files.retain(|file| file.path != path);
    sources.files.push(SourceFile {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
    });
}

/// Takes a file away.
pub(crate) fn remove(sources: &mut Sources, path: &str) {
    sources.files.retain(|file| file.path != path);
}

/// Diagnostics as an author sees them.
pub(crate) fn rendered(diagnostics: &[Diagnostic]) -> String {
    let rendered: Vec<String> = diagnostics.iter().map(|one| one.render("")).collect();
    rendered.join("\n")
}

/// Compares with `tests/golden/NAME`; `GOLDEN=write` renews it, and a
/// difference leaves what was got beside it as `name.changed.ext`.
pub(crate) fn golden(name: &str, got: &str) {
    let path = path("golden").join(name);
    let changed = path.with_extension(format!(
        "changed.{}",
        path.extension().unwrap_or_default().to_string_lossy()
    ));
    if env::var_os("GOLDEN").is_some_and(|value| value == "write") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the golden folder");
        fs::write(&path, got).expect("the golden file");
        let _ = fs::remove_file(&changed);
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == got {
        let _ = fs::remove_file(&changed);
        return;
    }
    fs::write(&changed, got).expect("the changed file");
    let line = expected.lines().zip(got.lines()).position(|(a, b)| a != b);
    let line = line.unwrap_or_else(|| expected.lines().count().min(got.lines().count())) + 1;
    panic!(
        "{} differs from line {line} on; compare it with {} and renew it by GOLDEN=write",
        path.display(),
        changed.display()
    );
}
