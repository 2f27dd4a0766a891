//! `build.json`: from which source and with which compilers a folder was built.
//!
//! In: the checkout and the tools that it uses. Out: what somebody needs to know who wants to
//! build the same bytes. Invariant: the same commit and the same tools give the same text; where
//! the checkout holds other than what was committed, no commit is named.

use crate::process;
use crate::project::Project;
use crate::setup::wasm::{self, Way};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Where it stands in the built folder.
pub(crate) const NAME: &str = "build.json";

/// Names the commit where there is no repository, as in an unpacked archive.
pub(crate) const COMMIT: &str = "PLEDGES_COMMIT";

const SHORT: Duration = Duration::from_secs(20);

/// The text of `build.json`.
pub(crate) fn text(project: &Project) -> String {
    let way = wasm::way();
    let rustc = match way {
        Some(Way::Debian { .. }) => wasm::DEBIAN_RUSTC,
        _ => "rustc",
    };
    let version = |program: &str| said(project, program, &["--version"]);
    let lines = [
        ("commit", commit(project)),
        ("rustc", version(rustc)),
        ("library", way.map(|it| library(&it).to_owned())),
        ("trunk", version("trunk")),
        ("wasm-bindgen", version("wasm-bindgen")),
        ("wasm-opt", version("wasm-opt")),
    ];
    let lines = lines.map(|(name, value)| format!("  \"{name}\": {}", word(value)));
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// A text in JSON; of what a version is called no letter needs more than this.
fn word(text: Option<String>) -> String {
    text.map_or("null".to_owned(), |it| {
        format!("\"{}\"", it.replace(['"', '\\', '\n'], " "))
    })
}

/// The commit that the checkout is, if it is one.
pub(crate) fn commit(project: &Project) -> Option<String> {
    if let Ok(named) = std::env::var(COMMIT) {
        return (!named.is_empty()).then_some(named);
    }
    let git = |words: &[&str]| said(project, "git", words);
    let changed = git(&["status", "--porcelain"])?;
    changed.is_empty().then(|| git(&["rev-parse", "HEAD"]))?
}

/// The commit that a folder says it was built from.
pub(crate) fn commit_of(folder: &Path) -> Option<String> {
    let about = fs::read_to_string(folder.join(NAME)).ok()?;
    let (_, rest) = about.split_once("\"commit\": \"")?;
    Some(rest.split('"').next()?.to_owned())
}

/// Where Rust's standard library came from: it is a part of the program.
fn library(way: &Way) -> &'static str {
    match way {
        Way::Source { .. } => "built from the compiler's own source",
        Way::Debian { .. } => "built from Debian's source",
        Way::Compiled => "as it comes, compiled",
    }
}

fn said(project: &Project, program: &str, words: &[&str]) -> Option<String> {
    let said = process::output(project.tool(program).args(words), SHORT)?;
    Some(said.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Result;

    #[test]
    fn it_names_compiler_and_tools() -> Result<()> {
        let text = text(&Project::find()?);
        for part in ["\"rustc\": \"rustc 1.", "\"library\": \"", "\"commit\": "] {
            assert!(text.contains(part), "{text}");
        }
        Ok(())
    }

    #[test]
    fn what_is_not_known_is_null() {
        assert_eq!(word(None), "null");
        assert_eq!(word(Some("a \"b\"".to_owned())), "\"a  b \"");
    }
}
