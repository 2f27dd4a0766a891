//! What can be reached without the seam, and what is left.
//!
//! Invariant: whatever the linker does not know of is taken to be needed at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{ExternalKind, FunctionBody, Operator};

use super::Fault;
use super::links::{Links, Uses};
use super::module::Module;

/// Where a module is cut.
pub(super) struct Cut {
    /// The function through which the second part is reached.
    pub(super) seam: u32,
    /// The functions of the second part; the seam's body is among them.
    pub(super) deferred: BTreeSet<u32>,
    /// The memory that only the second part reads, in order, apart.
    pub(super) data: Vec<Range<u32>>,
}

/// Cuts a module at a function.
pub(super) fn cut(module: &Module, links: &Links, seam: u32) -> Result<Cut, Fault> {
    let mut numbers: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (no, name) in &module.names {
        numbers.entry(name).or_default().push(*no);
    }
    let mut reached = Reached {
        module,
        links,
        numbers,
        seam,
        functions: BTreeSet::new(),
        data: vec![false; links.data.len()],
        open: Vec::new(),
    };
    for export in &module.exports {
        if matches!(export.kind, ExternalKind::Func) {
            reached.function(export.index);
        }
    }
    if let Some(start) = module.start {
        reached.function(start);
    }
    for no in module.slots.values() {
        let name = module.names.get(no);
        if !name.is_some_and(|name| links.code.contains_key(name) || reached.is_sole(name)) {
            reached.function(*no);
        }
    }
    reached.follow()?;
    let own = module.n_imports()..module.functions.len() as u32;
    let deferred = own.filter(|no| *no == seam || !reached.functions.contains(no));
    Ok(Cut {
        seam,
        deferred: deferred.collect(),
        data: unread(links, &reached.data),
    })
}

struct Reached<'m, 'a> {
    module: &'m Module<'a>,
    links: &'m Links<'a>,
    numbers: BTreeMap<&'m str, Vec<u32>>,
    seam: u32,
    functions: BTreeSet<u32>,
    data: Vec<bool>,
    open: Vec<u32>,
}

impl Reached<'_, '_> {
    /// Whether just one function is called so.
    fn is_sole(&self, name: &str) -> bool {
        self.numbers.get(name).is_some_and(|it| it.len() == 1)
    }

    fn function(&mut self, no: u32) {
        if self.functions.insert(no) && no != self.seam {
            self.open.push(no);
        }
    }

    fn follow(&mut self) -> Result<(), Fault> {
        while let Some(no) = self.open.pop() {
            if let Some(body) = self.module.body(no) {
                for called in named(body)?.functions {
                    self.function(called);
                }
            }
            let links = self.links;
            let name = self.module.names.get(&no);
            if let Some(uses) = name.and_then(|name| links.code.get(name)) {
                self.uses(uses);
            }
        }
        Ok(())
    }

    fn uses(&mut self, uses: &Uses) {
        let mut open = vec![uses];
        let links = self.links;
        while let Some(uses) = open.pop() {
            for name in &uses.functions {
                for no in self.numbers.get(name).cloned().unwrap_or_default() {
                    self.function(no);
                }
            }
            for place in &uses.data {
                if let (Some(seen @ false), Some(piece)) =
                    (self.data.get_mut(*place), links.data.get(*place))
                {
                    *seen = true;
                    open.push(&piece.uses);
                }
            }
        }
    }
}

/// What a function names.
#[derive(Default)]
pub(super) struct Named {
    /// Functions that it calls or hands on.
    pub(super) functions: BTreeSet<u32>,
    /// Globals.
    pub(super) globals: BTreeSet<u32>,
}

/// Reads a function for what it names.
pub(super) fn named(body: &FunctionBody) -> Result<Named, Fault> {
    let mut named = Named::default();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => {
                named.functions.insert(function_index);
            }
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                named.globals.insert(global_index);
            }
            _ => {}
        }
    }
    Ok(named)
}

/// The memory of pieces that were not reached, less that of pieces that were.
fn unread(links: &Links, reached: &[bool]) -> Vec<Range<u32>> {
    let of = |wanted: bool| {
        let pieces = links.data.iter().zip(reached);
        let pieces = pieces.filter(move |(_, reached)| **reached == wanted);
        pieces.map(|(piece, _)| piece.at.clone())
    };
    let mut left: Vec<Range<u32>> = Vec::new();
    for at in of(false).filter(|at| !at.is_empty()) {
        match left.last_mut() {
            Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
            _ => left.push(at),
        }
    }
    for read in of(true) {
        let outside = |at: Range<u32>| {
            let (before, after) = (
                at.start..at.end.min(read.start),
                at.start.max(read.end)..at.end,
            );
            [before, after]
        };
        left = left
            .into_iter()
            .flat_map(outside)
            .filter(|at| !at.is_empty())
            .collect();
    }
    left
}
