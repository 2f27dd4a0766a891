//! Makes a bare machine able to build the app, and later to test it.
//!
//! Each tool is one file: it can say whether it is there (quickly, without
//! side effects) and install itself. Everything goes to `target/tools/` but
//! system packages and rustup's components. An interrupted installation
//! is simply done again: a tool counts as there only when its last step was
//! done. Nothing asks a question.

mod apt;
pub(crate) mod axe;
mod browser;
mod cargo_tool;
mod component;
mod marker;
mod node;
mod npm;
mod peers;
pub(crate) mod wasm;
mod wasm_opt;
pub(crate) mod wordpress;
mod wrapper;

use crate::console::{say, spoken};
use crate::engine::Engine;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use browser::Browser;
use cargo_tool::CargoTool;
use component::Components;
use node::Node;
use peers::Peers;
use std::fs;
use std::path::Path;
use std::time::Instant;
use wasm::WasmStd;
use wasm_opt::WasmOpt;

/// One thing that a build or a test needs.
trait Tool {
    /// What people call it, with its version where that is fixed.
    fn name(&self) -> String;
    /// Whether it can be used as it is. Takes milliseconds.
    fn ready(&self, project: &Project) -> bool;
    /// What is about to happen and how long it takes, e.g. `compiling, about 3 min`.
    fn prospect(&self) -> &'static str;
    /// Installs it, or says which command would.
    fn install(&self, project: &Project) -> Result<()>;
}

/// All that `serve` and `build` need.
pub(crate) fn for_build(project: &Project) -> Result<()> {
    let tools = build_tools(project)?;
    provide(project, &tools)?;
    wrapper::write(project)
}

/// All that `test` needs, and why not for engines that cannot be had here.
pub(crate) fn for_tests(project: &Project, engines: &[Engine]) -> Result<Vec<(Engine, Failure)>> {
    let mut tools = build_tools(project)?;
    tools.push(Box::new(Components));
    tools.push(Box::new(CargoTool::cargo_deny()));
    let mut missing = Vec::new();
    for &engine in engines {
        match browser::can_be_had(engine) {
            Err(failure) => missing.push((engine, failure)),
            Ok(()) => tools.extend(tools_of(engine)),
        }
    }
    provide(project, &tools)?;
    wrapper::write(project)?;
    Ok(missing)
}

/// All that `shots` needs.
pub(crate) fn for_shots(project: &Project) -> Result<()> {
    let mut tools = build_tools(project)?;
    tools.extend(tools_of(Engine::Chromium));
    provide(project, &tools)?;
    wrapper::write(project)
}

fn tools_of(engine: Engine) -> Vec<Box<dyn Tool>> {
    let mut tools: Vec<Box<dyn Tool>> = vec![Box::new(Browser(engine))];
    if engine == Engine::Firefox {
        tools.push(Box::new(CargoTool::geckodriver()));
    }
    tools
}

/// All that `bench` needs.
pub(crate) fn for_bench(project: &Project) -> Result<()> {
    let mut tools = build_tools(project)?;
    tools.extend(tools_of(Engine::Chromium));
    tools.push(Box::new(Peers));
    provide(project, &tools)?;
    wrapper::write(project)
}

fn build_tools(project: &Project) -> Result<Vec<Box<dyn Tool>>> {
    Ok(vec![
        Box::new(WasmStd),
        Box::new(CargoTool::trunk()),
        Box::new(CargoTool::wasm_bindgen(project)?),
        Box::new(Node),
        Box::new(WasmOpt),
    ])
}

fn provide(project: &Project, tools: &[Box<dyn Tool>]) -> Result<()> {
    let ready: Vec<bool> = tools.iter().map(|tool| tool.ready(project)).collect();
    let missing = ready.iter().filter(|ready| !**ready).count();
    if missing == 0 {
        return Ok(());
    }
    say(&format!(
        "Setting up, once: {missing} of {} tools are missing. Interrupting is safe.",
        tools.len()
    ));
    let start = Instant::now();
    for (at, (tool, ready)) in tools.iter().zip(ready).enumerate() {
        let step = format!("[{}/{}] {}", at + 1, tools.len(), tool.name());
        // An earlier tool may have brought this one along.
        if ready || tool.ready(project) {
            say(&format!("{step}: there"));
            continue;
        }
        say(&format!("{step}: {} …", tool.prospect()));
        let start = Instant::now();
        tool.install(project)?;
        say(&format!("{step}: done in {}", spoken(start.elapsed())));
    }
    cargo_tool::tidy(project);
    say(&format!("Set up in {}.", spoken(start.elapsed())));
    Ok(())
}

/// Writes a small program of ours, whole or not at all; leaves an equal one.
fn write_program(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let draft = path.with_extension("part");
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&draft, text))
        .and_then(|()| make_executable(&draft))
        .and_then(|()| fs::rename(&draft, path))
        .doing(|| format!("write {}", path.display()))
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
