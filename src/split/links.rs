//! What uses what, as the linker tells it.
//!
//! In: a module linked with `--emit-relocs`. Out: for every function, by name, and for every
//! piece of data the functions and the data whose addresses they hold. Calls are not among
//! them where a call is all there is: those are read off the code itself.
//! Invariant: an address in code or data is the linker's, so no use is missing here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    DataKind, KnownCustom, Linking, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

use super::Fault;
use super::module::constant;

/// What something holds the address of.
#[derive(Debug, Default)]
pub(super) struct Uses<'a> {
    /// Functions, by name.
    pub(super) functions: BTreeSet<&'a str>,
    /// Data, by place in [`Links::data`].
    pub(super) data: BTreeSet<usize>,
}

/// A piece of data.
#[derive(Debug, Default)]
pub(super) struct Piece<'a> {
    /// Where it lies in memory.
    pub(super) at: Range<u32>,
    /// What it points to.
    pub(super) uses: Uses<'a>,
}

/// What uses what.
#[derive(Debug, Default)]
pub(super) struct Links<'a> {
    /// By the name of the function that uses it.
    pub(super) code: BTreeMap<&'a str, Uses<'a>>,
    /// All data that has a name, in order of address.
    pub(super) data: Vec<Piece<'a>>,
}

/// What a relocation may name.
enum Symbol<'a> {
    Function(&'a str),
    /// Segment, start in it, and length.
    Data(u32, u32, u32),
    Other,
}

#[derive(Default)]
struct Reading<'a> {
    /// The place of the next section.
    section: u32,
    code: (u32, usize),
    data: (u32, usize),
    /// Where in the section each function lies, and its index.
    bodies: Vec<(Range<usize>, u32)>,
    n_imports: u32,
    /// Where in its section each segment lies, and its address.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<Symbol<'a>>,
    names: BTreeMap<u32, &'a str>,
    relocations: Vec<(u32, RelocationEntry)>,
}

impl<'a> Links<'a> {
    /// Reads them off a linked module.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut reading = Reading::default();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            let section = payload.as_section();
            reading.take(payload)?;
            if section.is_some() {
                reading.section += 1;
            }
        }
        if reading.relocations.is_empty() {
            return Err(Fault(
                "the linker did not tell what uses what (--emit-relocs)".into(),
            ));
        }
        Ok(reading.links())
    }
}

impl<'a> Reading<'a> {
    fn take(&mut self, payload: Payload<'a>) -> Result<(), Fault> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                    self.n_imports += u32::from(function);
                }
            }
            Payload::CodeSectionStart { range, .. } => self.code = (self.section, range.start),
            Payload::CodeSectionEntry(body) => {
                let (at, from) = (body.range(), self.code.1);
                let no = self.n_imports + self.bodies.len() as u32;
                self.bodies.push((at.start - from..at.end - from, no));
            }
            Payload::DataSection(segments) => {
                let from = segments.range().start;
                self.data = (self.section, from);
                for segment in segments {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        return Err(Fault("the linker left data that nobody places".into()));
                    };
                    let end = segment.range.end - from;
                    let at = end - segment.data.len()..end;
                    self.segments.push((at, constant(&offset_expr)?));
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Linking(parts) => {
                    for part in parts {
                        if let Linking::SymbolTable(symbols) = part? {
                            for symbol in symbols {
                                self.symbol(symbol?);
                            }
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let section = relocations.section_index();
                    for entry in relocations.entries() {
                        self.relocations.push((section, entry?));
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: SymbolInfo<'a>) {
        let symbol = match symbol {
            SymbolInfo::Func { index, name, .. } => {
                let name = name.unwrap_or_default();
                self.names.insert(index, name);
                Symbol::Function(name)
            }
            SymbolInfo::Data {
                symbol: Some(it), ..
            } => Symbol::Data(it.index, it.offset, it.size),
            _ => Symbol::Other,
        };
        self.symbols.push(symbol);
    }

    fn links(self) -> Links<'a> {
        let mut at: Vec<Range<u32>> = self
            .symbols
            .iter()
            .filter_map(|it| self.memory(it))
            .collect();
        at.sort_unstable_by_key(|it| (it.start, it.end));
        at.dedup();
        let piece = |at| Piece {
            at,
            uses: Uses::default(),
        };
        let mut links = Links {
            code: BTreeMap::new(),
            data: at.into_iter().map(piece).collect(),
        };
        for (section, entry) in &self.relocations {
            let Some(symbol) = self.symbols.get(entry.index as usize) else {
                continue;
            };
            // Types and globals are numbered apart from symbols.
            if matches!(entry.ty, RelocationType::TypeIndexLeb) {
                continue;
            }
            let to = match symbol {
                Symbol::Function(name) => To::Function(name),
                data @ Symbol::Data(..) => {
                    let at = self.memory(data);
                    let place = at.and_then(|at| {
                        let key = (at.start, at.end);
                        let known = &links.data;
                        known
                            .binary_search_by_key(&key, |it| (it.at.start, it.at.end))
                            .ok()
                    });
                    let Some(place) = place else { continue };
                    To::Data(place)
                }
                Symbol::Other => continue,
            };
            let offset = entry.offset as usize;
            if *section == self.code.0 {
                if let Some(name) = self.function(offset) {
                    add(links.code.entry(name).or_default(), to);
                }
            } else if *section == self.data.0
                && let Some(address) = self.address(offset)
            {
                let holds = |it: &&mut Piece| it.at.contains(&address);
                for piece in links.data.iter_mut().filter(holds) {
                    add(&mut piece.uses, to);
                }
            }
        }
        links
    }

    /// Where in memory a symbol's data lies.
    fn memory(&self, symbol: &Symbol) -> Option<Range<u32>> {
        let Symbol::Data(segment, offset, size) = *symbol else {
            return None;
        };
        let start = self.segments.get(segment as usize)?.1 + offset;
        Some(start..start + size)
    }

    fn function(&self, offset: usize) -> Option<&'a str> {
        let after = self.bodies.partition_point(|(at, _)| at.start <= offset);
        let (at, no) = self.bodies.get(after.checked_sub(1)?)?;
        at.contains(&offset)
            .then(|| self.names.get(no).copied())
            .flatten()
    }

    fn address(&self, offset: usize) -> Option<u32> {
        let (at, address) = self.segments.iter().find(|(at, _)| at.contains(&offset))?;
        Some(address + (offset - at.start) as u32)
    }
}

#[derive(Clone, Copy)]
enum To<'a> {
    Function(&'a str),
    Data(usize),
}

fn add<'a>(uses: &mut Uses<'a>, to: To<'a>) {
    match to {
        To::Function(name) => uses.functions.insert(name),
        To::Data(place) => uses.data.insert(place),
    };
}
