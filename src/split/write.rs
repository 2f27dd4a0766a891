//! The parts as modules.
//!
//! The first keeps every number that it had: what has left it is an empty place, which an
//! optimiser then takes away. The others import whatever they do not have from those before them.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, RawSection, SectionId, TableSection,
};
use wasmparser::{ExternalKind, TableType};

use super::Fault;
use super::module::Module;
use super::reach::{Cut, named};

/// What parts take from those before them, by name.
pub(super) struct Shared {
    /// The functions that each part takes.
    taken: Vec<BTreeSet<u32>>,
    /// A name for each that some part takes.
    functions: BTreeMap<u32, String>,
    globals: Vec<String>,
    tables: Vec<String>,
    memories: Vec<String>,
    /// Short names in place of long ones.
    renamed: BTreeMap<String, String>,
    /// What parts have to export besides what the program does, and which part.
    new: Vec<(String, ExportKind, u32, usize)>,
}

impl Shared {
    /// Gathers it. Names are short, as they stand in several parts.
    pub(super) fn of(module: &Module, cut: &Cut) -> Result<Self, Fault> {
        let mut taken = vec![BTreeSet::new()];
        for part in 1..=cut.seams.len() {
            let mut functions = BTreeSet::new();
            for no in cut.bodies(part) {
                if let Some(body) = module.body(no) {
                    functions.extend(named(body)?.functions);
                }
            }
            functions.retain(|no| cut.place(*no, part) != part);
            taken.push(functions);
        }
        let renamed: BTreeMap<String, String> = module.renamed().into_iter().collect();
        let mut new = Vec::new();
        let mut name = |kind: ExternalKind, no: u32, part: usize| {
            let mut exports = module.exports.iter();
            let known = exports.find(|it| it.kind == kind && it.index == no);
            known.map_or_else(
                || {
                    let name = short(new.len());
                    new.push((name.clone(), export_kind(kind), no, part));
                    name
                },
                |export| shortened(&renamed, export.name).to_owned(),
            )
        };
        let mut all = |kind, n: usize| (0..n as u32).map(|no| name(kind, no, 0)).collect();
        Ok(Self {
            globals: all(ExternalKind::Global, module.globals.len()),
            tables: all(ExternalKind::Table, module.tables.len()),
            memories: all(ExternalKind::Memory, module.memories.len()),
            functions: {
                let each: BTreeSet<u32> = taken.iter().flatten().copied().collect();
                // A seam is taken from where its passage is, whoever asks.
                let place = |no| cut.place(no, usize::MAX);
                let mut each: Vec<(usize, u32)> =
                    each.into_iter().map(|no| (place(no), no)).collect();
                each.sort_unstable();
                each.into_iter()
                    .map(|(part, no)| (no, name(ExternalKind::Func, no, part)))
                    .collect()
            },
            taken,
            renamed,
            new,
        })
    }

    /// The functions that a part takes, in order, with their names.
    fn taken_by(&self, part: usize) -> impl Iterator<Item = (u32, &str)> {
        let taken = self.taken.get(part).into_iter().flatten();
        taken.filter_map(|no| Some((*no, self.functions.get(no)?.as_str())))
    }

    /// What a part exports besides what the program does.
    fn exports(&self, part: usize) -> impl Iterator<Item = (&str, ExportKind, u32)> {
        let all = self.new.iter().filter(move |it| it.3 == part);
        all.map(|(name, kind, no, _)| (name.as_str(), *kind, *no))
    }
}

fn shortened<'n>(renamed: &'n BTreeMap<String, String>, name: &'n str) -> &'n str {
    renamed.get(name).map_or(name, String::as_str)
}

fn export_kind(kind: ExternalKind) -> ExportKind {
    match kind {
        ExternalKind::Global => ExportKind::Global,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        _ => ExportKind::Func,
    }
}

/// Names in the order of their length; that they end in a full stop tells them from others.
fn short(mut no: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (no % 26) as u8));
        no /= 26;
        if no == 0 {
            break;
        }
    }
    name.push('.');
    name
}

/// The place in the table through which a seam is called: new ones at its end, one each.
fn slot(module: &Module, cut: &Cut, seam: u32) -> Result<u32, Fault> {
    let table = module.tables.first();
    let end = table.and_then(|it| u32::try_from(it.initial).ok());
    let end = end.ok_or_else(|| Fault("it has no table".into()))?;
    let before = cut.seams.iter().take_while(|it| **it != seam);
    Ok(end + before.count() as u32)
}

/// What starts.
pub(super) fn first(module: &Module, cut: &Cut, shared: &Shared) -> Result<Vec<u8>, Fault> {
    let mut out = wasm_encoder::Module::new();
    let mut code_is_out = false;
    for (id, range) in &module.sections {
        if *id == SectionId::Import as u8 {
            let mut imports = ImportSection::new();
            for import in &module.imports {
                let name = shortened(&shared.renamed, import.name);
                imports.import(
                    import.module,
                    name,
                    RoundtripReencoder.entity_type(import.ty)?,
                );
            }
            out.section(&imports);
        } else if *id == SectionId::Table as u8 {
            out.section(&tables(module, cut)?);
        } else if *id == SectionId::Export as u8 {
            let mut exports = ExportSection::new();
            for export in &module.exports {
                let name = shortened(&shared.renamed, export.name);
                exports.export(name, export_kind(export.kind), export.index);
            }
            for (name, kind, no) in shared.exports(0) {
                exports.export(name, kind, no);
            }
            out.section(&exports);
        } else if *id == SectionId::Element as u8 {
            let slots = module.slots.iter();
            let kept = slots.filter(|(_, no)| cut.place(**no, 0) == 0);
            out.section(&elements(kept.map(|(slot, no)| (*slot, *no))));
        } else if *id == SectionId::Code as u8 {
            if !code_is_out {
                out.section(&first_code(module, cut)?);
            }
            code_is_out = true;
        } else if *id == SectionId::Data as u8 {
            let mut data = DataSection::new();
            for (address, bytes) in &module.data {
                let bytes = (*address..).zip(bytes.iter());
                let bytes: Vec<u8> = bytes
                    .map(|(at, byte)| if follows(cut, at) { 0 } else { *byte })
                    .collect();
                data.active(0, &ConstExpr::i32_const(*address as i32), bytes);
            }
            out.section(&data);
        } else {
            let data = module.content(range);
            out.section(&RawSection { id: *id, data });
        }
    }
    Ok(out.finish())
}

/// Whether what stands there in memory comes with a later part.
fn follows(cut: &Cut, at: u32) -> bool {
    (1..=cut.seams.len()).any(|part| is_in(cut.data(part), at))
}

fn is_in(ranges: &[std::ops::Range<u32>], at: u32) -> bool {
    let after = ranges.partition_point(|it| it.start <= at);
    let last = after.checked_sub(1).and_then(|it| ranges.get(it));
    last.is_some_and(|it| at < it.end)
}

/// The first table with a place more for each seam.
fn tables(module: &Module, cut: &Cut) -> Result<TableSection, Fault> {
    let mut tables = TableSection::new();
    for (no, table) in module.tables.iter().enumerate() {
        tables.table(wider(*table, no, cut)?);
    }
    Ok(tables)
}

fn wider(table: TableType, no: usize, cut: &Cut) -> Result<wasm_encoder::TableType, Fault> {
    let mut table = RoundtripReencoder.table_type(table)?;
    if no == 0 {
        table.minimum += cut.seams.len() as u64;
        table.maximum = table.maximum.map(|it| it.max(table.minimum));
    }
    Ok(table)
}

/// Functions at their places, one segment for each row without a gap.
fn elements(slots: impl Iterator<Item = (u32, u32)>) -> ElementSection {
    let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match rows.last_mut() {
            Some((start, row)) if *start + row.len() as u32 == slot => row.push(function),
            _ => rows.push((slot, vec![function])),
        }
    }
    let mut elements = ElementSection::new();
    for (start, row) in rows {
        let start = ConstExpr::i32_const(start as i32);
        elements.active(None, &start, Elements::Functions(row.into()));
    }
    elements
}

fn first_code(module: &Module, cut: &Cut) -> Result<CodeSection, Fault> {
    let mut code = CodeSection::new();
    for (no, body) in (module.n_imports()..).zip(&module.bodies) {
        if cut.passages(0).contains(&no) {
            code.function(&passage(module, cut, no)?);
        } else if cut.place(no, 0) == 0 {
            RoundtripReencoder.parse_function_body(&mut code, body.clone())?;
        } else {
            let mut empty = Function::new([]);
            empty.instructions().unreachable().end();
            code.function(&empty);
        }
    }
    Ok(code)
}

/// A seam as its callers have it: hands everything on to what stands in the table.
fn passage(module: &Module, cut: &Cut, seam: u32) -> Result<Function, Fault> {
    let signature = module.signature(seam);
    let (no, signature) = signature.ok_or_else(|| Fault("the seam has no signature".into()))?;
    let mut function = Function::new([]);
    let mut instructions = function.instructions();
    for parameter in 0..signature.params().len() as u32 {
        instructions.local_get(parameter);
    }
    instructions.i32_const(slot(module, cut, seam)? as i32);
    instructions.call_indirect(0, no);
    instructions.end();
    Ok(function)
}

/// A part that follows.
pub(super) fn later(
    module: &Module,
    cut: &Cut,
    shared: &Shared,
    part: usize,
) -> Result<Vec<u8>, Fault> {
    let mut out = wasm_encoder::Module::new();
    let types = module
        .sections
        .iter()
        .find(|it| it.0 == SectionId::Type as u8);
    if let Some((id, range)) = types {
        let data = module.content(range);
        out.section(&RawSection { id: *id, data });
    }
    out.section(&imports(module, cut, shared, part)?);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let (passages, bodies) = (cut.passages(part), cut.bodies(part));
    let mut renumber = Renumber::of(shared, part, &passages, &bodies);
    for no in &passages {
        functions.function(signature(module, *no)?);
        code.function(&passage(module, cut, *no)?);
    }
    for no in &bodies {
        let body = module.body(*no);
        let body = body.ok_or_else(|| Fault("a function is missing".into()))?;
        functions.function(signature(module, *no)?);
        renumber.parse_function_body(&mut code, body.clone())?;
    }
    out.section(&functions);
    let mut exports = ExportSection::new();
    for (name, kind, no) in shared.exports(part) {
        exports.export(name, kind, renumber.function_index(no)?);
    }
    if !exports.is_empty() {
        out.section(&exports);
    }
    let mut slots: Vec<(u32, u32)> = Vec::new();
    for (slot, no) in &module.slots {
        if cut.place(*no, part) == part {
            slots.push((*slot, renumber.function_index(*no)?));
        }
    }
    if let Some(seam) = cut.seams.get(part - 1) {
        slots.push((slot(module, cut, *seam)?, renumber.function_index(*seam)?));
    }
    out.section(&elements(slots.into_iter()));
    out.section(&code);
    out.section(&later_data(module, cut.data(part)));
    Ok(out.finish())
}

fn signature(module: &Module, function: u32) -> Result<u32, Fault> {
    let signature = module.signature(function);
    signature
        .map(|it| it.0)
        .ok_or_else(|| Fault("a function is missing".into()))
}

/// The memory that comes with a part.
fn later_data(module: &Module, ranges: &[std::ops::Range<u32>]) -> DataSection {
    let mut data = DataSection::new();
    for (address, bytes) in &module.data {
        for at in ranges {
            let start = at.start.saturating_sub(*address) as usize;
            let end = (at.end.saturating_sub(*address) as usize).min(bytes.len());
            if let Some(piece) = bytes.get(start..end).filter(|it| !it.is_empty()) {
                let start = ConstExpr::i32_const((*address as usize + start) as i32);
                data.active(0, &start, piece.iter().copied());
            }
        }
    }
    data
}

fn imports(
    module: &Module,
    cut: &Cut,
    shared: &Shared,
    part: usize,
) -> Result<ImportSection, Fault> {
    let mut imports = ImportSection::new();
    for (no, name) in shared.taken_by(part) {
        let signature = signature(module, no)?;
        imports.import("", name, EntityType::Function(signature));
    }
    for (no, (table, name)) in module.tables.iter().zip(&shared.tables).enumerate() {
        imports.import("", name, EntityType::Table(wider(*table, no, cut)?));
    }
    for (memory, name) in module.memories.iter().zip(&shared.memories) {
        let memory = RoundtripReencoder.memory_type(*memory)?;
        imports.import("", name, EntityType::Memory(memory));
    }
    for (global, name) in module.globals.iter().zip(&shared.globals) {
        let global = RoundtripReencoder.global_type(*global)?;
        imports.import("", name, EntityType::Global(global));
    }
    Ok(imports)
}

/// The number of each function in a part that follows: what it imports, then passages, then
/// bodies.
struct Renumber(BTreeMap<u32, u32>);

impl Renumber {
    fn of(shared: &Shared, part: usize, passages: &[u32], bodies: &[u32]) -> Self {
        let imported = shared.taken_by(part).map(|it| it.0);
        let functions = imported.chain(passages.iter().copied());
        Self(functions.chain(bodies.iter().copied()).zip(0..).collect())
    }
}

impl Reencode for Renumber {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, no: u32) -> Result<u32, wasm_encoder::reencode::Error> {
        // One that is not there would be found out by whoever compiles the module.
        Ok(self.0.get(&no).copied().unwrap_or(u32::MAX))
    }
}
