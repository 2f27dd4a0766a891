//! The app in two parts: what a first visit needs, and what can follow.
//!
//! In: the module as the linker left it, which tells what uses what (`--emit-relocs`); the same
//! module as wasm-bindgen left it; and the name of one function, the seam. Out: two modules.
//! Whatever can be reached only through the seam, code and data, is in the second; they share
//! memory, table and globals. In place of the seam's body the first calls through a place in
//! the table that the second fills in when it is instantiated.
//!
//! Native only and pure. Invariant: nothing that the first part can reach without the seam is
//! missing from it, whatever the seam hides; the same modules give the same two parts.

mod glue;
mod links;
mod module;
mod reach;
mod write;

pub use glue::lean;

use links::Links;
use module::Module;

/// The two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// What starts.
    pub first: Vec<u8>,
    /// What is instantiated with the exports of the first, as `""`, before the seam is called.
    pub later: Vec<u8>,
    /// Names of the first's imports and exports that were long, each with the one it has now; in
    /// order. The glue has to use these.
    pub renamed: Vec<(String, String)>,
    /// The names of the functions in the second, in their order.
    pub deferred: Vec<String>,
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

/// Splits a module at the one function whose name contains `seam`.
///
/// # Errors
/// Where there is no such function or more than one, and where a module is not as linker and
/// wasm-bindgen write them today.
pub fn split(linked: &[u8], bound: &[u8], seam: &str) -> Result<Parts, Fault> {
    let links = Links::read(linked)?;
    let module = Module::read(bound)?;
    let mut found = module.names.iter().filter(|(_, name)| name.contains(seam));
    let (Some((seam, _)), None) = (found.next(), found.next()) else {
        return Err(Fault(format!("not exactly one function is named {seam}")));
    };
    let cut = reach::cut(&module, &links, *seam)?;
    let wanted = write::Wanted::of(&module, &cut)?;
    Ok(Parts {
        first: write::first(&module, &cut, &wanted)?,
        later: write::later(&module, &cut, &wanted)?,
        renamed: module.renamed(),
        deferred: cut
            .deferred
            .iter()
            .map(|it| module.names.get(it).copied().unwrap_or_default().to_owned())
            .collect(),
    })
}
