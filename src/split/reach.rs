//! What can be reached without the seams, and what is left for which part.
//!
//! Invariant: whatever the linker does not know of is taken to be needed at once.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{ExternalKind, FunctionBody, Operator};

use super::Fault;
use super::links::{Links, Uses};
use super::module::Module;

/// Where a module is cut. Parts are numbered: 0 starts, and those behind the seams follow.
pub(super) struct Cut {
    /// The functions through which the parts that follow are reached, one each.
    pub(super) seams: Vec<u32>,
    /// The part in which the body of each function of the module's own is.
    part: BTreeMap<u32, usize>,
    /// The part that has a seam's passage: the first from which it is called.
    passage: BTreeMap<u32, usize>,
    /// The memory that only a part and those after it read, in order, apart.
    data: Vec<Vec<Range<u32>>>,
}

impl Cut {
    /// The functions whose bodies are in a part, in order.
    pub(super) fn bodies(&self, part: usize) -> Vec<u32> {
        let all = self.part.iter().filter(|it| *it.1 == part);
        all.map(|it| *it.0).collect()
    }

    /// The seams that a part hands on, in order.
    pub(super) fn passages(&self, part: usize) -> Vec<u32> {
        let all = self.passage.iter().filter(|it| *it.1 == part);
        all.map(|it| *it.0).collect()
    }

    /// The part from which another takes a function; that may be itself.
    pub(super) fn place(&self, function: u32, seen_from: usize) -> usize {
        // What is imported was never moved.
        let own = self.part.get(&function).copied().unwrap_or_default();
        let passage = self.passage.get(&function).copied();
        if own == seen_from {
            own
        } else {
            passage.unwrap_or(own)
        }
    }

    /// The memory of a part that follows.
    pub(super) fn data(&self, part: usize) -> &[Range<u32>] {
        self.data.get(part).map_or(&[], Vec::as_slice)
    }
}

/// Cuts a module at functions.
pub(super) fn cut(module: &Module, links: &Links, seams: Vec<u32>) -> Result<Cut, Fault> {
    let mut numbers: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (no, name) in &module.names {
        numbers.entry(name).or_default().push(*no);
    }
    let mut reached = Reached {
        module,
        links,
        numbers,
        closed: seams.clone(),
        part: 0,
        functions: BTreeMap::new(),
        data: vec![None; links.data.len()],
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
    let mut passage = BTreeMap::new();
    for seam in &seams {
        if let Some(part) = reached.functions.remove(seam) {
            passage.insert(*seam, part);
        }
        reached.open(*seam);
        reached.follow()?;
    }
    let last = seams.len();
    let own = module.n_imports()..module.functions.len() as u32;
    let part = own.map(|no| (no, reached.functions.get(&no).copied().unwrap_or(last)));
    let read = reached.data.iter().map(|by| by.unwrap_or(last));
    let read: Vec<usize> = read.collect();
    Ok(Cut {
        part: part.collect(),
        passage,
        data: (0..=last).map(|part| unread(links, &read, part)).collect(),
        seams,
    })
}

struct Reached<'m, 'a> {
    module: &'m Module<'a>,
    links: &'m Links<'a>,
    numbers: BTreeMap<&'m str, Vec<u32>>,
    /// The seams that nobody goes through yet.
    closed: Vec<u32>,
    /// The part that is being gathered.
    part: usize,
    /// The part from which each was reached first.
    functions: BTreeMap<u32, usize>,
    data: Vec<Option<usize>>,
    open: Vec<u32>,
}

impl Reached<'_, '_> {
    /// Whether just one function is called so.
    fn is_sole(&self, name: &str) -> bool {
        self.numbers.get(name).is_some_and(|it| it.len() == 1)
    }

    fn function(&mut self, no: u32) {
        if let Entry::Vacant(new) = self.functions.entry(no) {
            new.insert(self.part);
            if !self.closed.contains(&no) {
                self.open.push(no);
            }
        }
    }

    /// Goes through a seam; what is found from here on is of the next part.
    fn open(&mut self, seam: u32) {
        self.closed.retain(|it| *it != seam);
        self.part += 1;
        self.function(seam);
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
                if let (Some(seen @ None), Some(piece)) =
                    (self.data.get_mut(*place), links.data.get(*place))
                {
                    *seen = Some(self.part);
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

/// The memory of pieces that were first reached from a part, less that of what earlier parts
/// reached.
fn unread(links: &Links, reached: &[usize], part: usize) -> Vec<Range<u32>> {
    let by = |parts: Range<usize>| {
        let pieces = links.data.iter().zip(reached);
        let pieces = pieces.filter(move |(_, by)| parts.contains(by));
        pieces.map(|(piece, _)| piece.at.clone())
    };
    let mut left: Vec<Range<u32>> = Vec::new();
    for at in by(part..part + 1).filter(|at| !at.is_empty()) {
        match left.last_mut() {
            Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
            _ => left.push(at),
        }
    }
    for read in by(0..part) {
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
