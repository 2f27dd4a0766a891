//! The app in parts: what a first visit needs, and what can follow.
//!
//! In: the module as the linker left it, which tells what uses what (`--emit-relocs`); the same
//! module as wasm-bindgen left it; and the names of functions, the seams, in the order in which
//! what is behind them may come. Out: modules, one more than seams. Whatever can be reached only
//! through a seam, code and data, is in the part behind it; the parts share memory, table and
//! globals. In place of a seam's body who calls it calls through a place in the table that the
//! part behind it fills in when it is instantiated.
//!
//! Native only and pure. Invariant: nothing that a part can reach without the seams that follow
//! it is missing from it and those before it, whatever a seam hides; the same modules give the
//! same parts.

mod glue;
mod links;
mod module;
mod reach;
mod write;

pub use glue::lean;

use links::Links;
use module::Module;

/// The parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// What starts.
    pub first: Vec<u8>,
    /// What follows, seam by seam. Each is instantiated with the exports of all parts before it,
    /// as `""`, before its seam is called.
    pub later: Vec<Vec<u8>>,
    /// Names of the first's imports and exports that were long, each with the one it has now; in
    /// order. The glue has to use these.
    pub renamed: Vec<(String, String)>,
    /// The names of the functions in each of those that follow, in their order.
    pub deferred: Vec<Vec<String>>,
}

/// Why a module cannot be split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub String);

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "the app cannot be split: {}", self.0)
    }
}

impl std::error::Error for Fault {}

impl From<wasmparser::BinaryReaderError> for Fault {
    fn from(fault: wasmparser::BinaryReaderError) -> Self {
        Self(fault.to_string())
    }
}

impl From<wasm_encoder::reencode::Error> for Fault {
    fn from(fault: wasm_encoder::reencode::Error) -> Self {
        Self(fault.to_string())
    }
}

/// Splits a module at the functions whose names contain `seams`, one each.
///
/// # Errors
/// Where there is no such function or more than one, and where a module is not as linker and
/// wasm-bindgen write them today.
pub fn split(linked: &[u8], bound: &[u8], seams: &[&str]) -> Result<Parts, Fault> {
    let links = Links::read(linked)?;
    let module = Module::read(bound)?;
    let seams: Result<Vec<u32>, Fault> = seams.iter().map(|it| named(&module, it)).collect();
    let cut = reach::cut(&module, &links, seams?)?;
    let shared = write::Shared::of(&module, &cut)?;
    let follow = 1..=cut.seams.len();
    let name = |no: &u32| module.names.get(no).copied().unwrap_or_default().to_owned();
    Ok(Parts {
        first: write::first(&module, &cut, &shared)?,
        later: follow
            .clone()
            .map(|part| write::later(&module, &cut, &shared, part))
            .collect::<Result<_, _>>()?,
        renamed: module.renamed(),
        deferred: follow
            .map(|part| cut.bodies(part).iter().map(name).collect())
            .collect(),
    })
}

fn named(module: &Module, seam: &str) -> Result<u32, Fault> {
    let mut found = module.names.iter().filter(|(_, name)| name.contains(seam));
    match (found.next(), found.next()) {
        (Some((seam, _)), None) => Ok(*seam),
        _ => Err(Fault(format!("not exactly one function is named {seam}"))),
    }
}
