//! The project's commands, run as `cargo xtask <command>`.
//!
//! In: the command line and two environment variables ([`args`]). Out: a built
//! site, a served site, a verdict. Nothing here is shipped to a reader.
//! Start with [`site`] for how the app is built and [`setup`] for how a bare
//! machine is made able to build it.

mod args;
mod bench;
mod check;
mod console;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "`check` needs a part of the library's module"
)]
#[path = "../../src/corpus/mod.rs"]
mod corpus;
mod engine;
mod failure;
mod fingerprint;
#[allow(unreachable_pub, reason = "shared with build.rs")]
mod folder;
mod notices;
mod origin;
mod process;
mod project;
mod publish;
mod serve;
mod setup;
mod shots;
mod site;
mod test;

use args::Request;
use failure::Result;
use project::Project;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let request = args::from_environment()?;
    let project = Project::find()?;
    match request {
        Request::Help(text) => println!("{text}"),
        Request::Serve {
            inputs,
            out,
            port,
            dev,
        } => serve::run(
            &project,
            &inputs,
            &out.unwrap_or_else(|| project.dist()),
            port,
            dev,
        )?,
        Request::Build { inputs, out } => {
            setup::for_build(&project)?;
            let out = out.unwrap_or_else(|| project.dist());
            let verdict = site::build(&project, &inputs, &out)?;
            println!("{verdict} {}", out.display());
        }
        Request::Check { inputs, write } => {
            let corpus = inputs
                .corpus
                .unwrap_or_else(|| project.root().join("assets/corpus"));
            return Ok(check::run(&corpus, inputs.texts.as_deref(), write));
        }
        Request::Test { inputs, which } => return test::run(&project, &inputs, &which),
        Request::Shots {
            inputs,
            out,
            paths,
            readme,
        } => shots::run(&project, &inputs, out.as_deref(), &paths, readme)?,
        Request::Bench(task) => bench::perform(&project, &task)?,
        Request::Publish => publish::run(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}
