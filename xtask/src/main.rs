//! The project's commands.

mod check;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "`check` needs a part of the library's module"
)]
#[path = "../../src/corpus/mod.rs"]
mod corpus;
#[allow(unreachable_pub, reason = "shared with build.rs")]
mod folder;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let value = |flag: &str| {
        let at = words.iter().position(|word| word == flag)?;
        words.get(at + 1).map(PathBuf::from)
    };
    let corpus = value("--corpus").unwrap_or_else(|| PathBuf::from("assets/corpus"));
    let write = words.iter().any(|word| word == "--write");
    check::run(&corpus, value("--texts").as_deref(), write)
}
