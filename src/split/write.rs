//! The two parts as modules.
//!
//! The first keeps every number that it had: what has left it is an empty place, which an
//! optimiser then takes away. The second imports from the first whatever it does not have.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, RawSection, SectionId, TableSection,
};
use wasmparser::ExternalKind;

use super::Fault;
use super::module::Module;
use super::reach::{Cut, named};

/// What the second part takes from the first, by name.
pub(super) struct Wanted {
    functions: BTreeMap<u32, String>,
    globals: Vec<String>,
    tables: Vec<String>,
    memories: Vec<String>,
    /// Short names in place of long ones.
    renamed: BTreeMap<String, String>,
    /// What the first part has to export besides what it does.
    new: Vec<(String, ExportKind, u32)>,
}

impl Wanted {
    /// Gathers it. Names are short, as they stand in both parts.
    pub(super) fn of(module: &Module, cut: &Cut) -> Result<Self, Fault> {
        let mut functions = BTreeSet::new();
        for no in &cut.deferred {
            if let Some(body) = module.body(*no) {
                functions.extend(named(body)?.functions);
            }
        }
        let functions: Vec<u32> = functions.difference(&cut.deferred).copied().collect();
        let renamed: BTreeMap<String, String> = module.renamed().into_iter().collect();
        let mut new = Vec::new();
        let mut name = |kind: ExternalKind, no: u32| {
            let mut exports = module.exports.iter();
            let known = exports.find(|it| it.kind == kind && it.index == no);
            known.map_or_else(
                || {
                    let name = short(new.len());
                    new.push((name.clone(), export_kind(kind), no));
                    name
                },
                |export| shortened(&renamed, export.name).to_owned(),
            )
        };
        let mut all = |kind, n: usize| (0..n as u32).map(|no| name(kind, no)).collect();
        Ok(Self {
            globals: all(ExternalKind::Global, module.globals.len()),
            tables: all(ExternalKind::Table, module.tables.len()),
            memories: all(ExternalKind::Memory, module.memories.len()),
            functions: functions
                .into_iter()
                .map(|no| (no, name(ExternalKind::Func, no)))
                .collect(),
            renamed,
            new,
        })
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

/// The place in the table through which the seam is called: a new one at its end.
fn slot(module: &Module) -> Result<u32, Fault> {
    let table = module.tables.first();
    table
        .and_then(|it| u32::try_from(it.initial).ok())
        .ok_or_else(|| Fault("it has no table".into()))
}

/// What starts.
pub(super) fn first(module: &Module, cut: &Cut, wanted: &Wanted) -> Result<Vec<u8>, Fault> {
    let mut out = wasm_encoder::Module::new();
    let mut code_is_out = false;
    for (id, range) in &module.sections {
        if *id == SectionId::Import as u8 {
            let mut imports = ImportSection::new();
            for import in &module.imports {
                let name = shortened(&wanted.renamed, import.name);
                imports.import(
                    import.module,
                    name,
                    RoundtripReencoder.entity_type(import.ty)?,
                );
            }
            out.section(&imports);
        } else if *id == SectionId::Table as u8 {
            out.section(&tables(module)?);
        } else if *id == SectionId::Export as u8 {
            let mut exports = ExportSection::new();
            for export in &module.exports {
                let name = shortened(&wanted.renamed, export.name);
                exports.export(name, export_kind(export.kind), export.index);
            }
            for (name, kind, no) in &wanted.new {
                exports.export(name, *kind, *no);
            }
            out.section(&exports);
        } else if *id == SectionId::Element as u8 {
            let slots = module.slots.iter();
            let kept = slots.filter(|(_, no)| !cut.deferred.contains(no));
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
                    .map(|(at, byte)| if is_in(&cut.data, at) { 0 } else { *byte })
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

fn is_in(ranges: &[std::ops::Range<u32>], at: u32) -> bool {
    let after = ranges.partition_point(|it| it.start <= at);
    let last = after.checked_sub(1).and_then(|it| ranges.get(it));
    last.is_some_and(|it| at < it.end)
}

/// The first table with a place more.
fn tables(module: &Module) -> Result<TableSection, Fault> {
    let mut tables = TableSection::new();
    for (no, table) in module.tables.iter().enumerate() {
        let mut table = RoundtripReencoder.table_type(*table)?;
        if no == 0 {
            table.minimum += 1;
            table.maximum = table.maximum.map(|it| it.max(table.minimum));
        }
        tables.table(table);
    }
    Ok(tables)
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
        if no == cut.seam {
            code.function(&passage(module, cut)?);
        } else if cut.deferred.contains(&no) {
            let mut empty = Function::new([]);
            empty.instructions().unreachable().end();
            code.function(&empty);
        } else {
            RoundtripReencoder.parse_function_body(&mut code, body.clone())?;
        }
    }
    Ok(code)
}

/// The seam as the first part has it: hands everything on to what stands in the table.
fn passage(module: &Module, cut: &Cut) -> Result<Function, Fault> {
    let signature = module.signature(cut.seam);
    let (no, signature) = signature.ok_or_else(|| Fault("the seam has no signature".into()))?;
    let mut function = Function::new([]);
    let mut instructions = function.instructions();
    for parameter in 0..signature.params().len() as u32 {
        instructions.local_get(parameter);
    }
    instructions.i32_const(slot(module)? as i32);
    instructions.call_indirect(0, no);
    instructions.end();
    Ok(function)
}

/// What follows.
pub(super) fn later(module: &Module, cut: &Cut, wanted: &Wanted) -> Result<Vec<u8>, Fault> {
    let mut out = wasm_encoder::Module::new();
    let types = module
        .sections
        .iter()
        .find(|it| it.0 == SectionId::Type as u8);
    if let Some((id, range)) = types {
        let data = module.content(range);
        out.section(&RawSection { id: *id, data });
    }
    out.section(&imports(module, wanted)?);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let mut renumber = Renumber(numbers(cut, wanted));
    for no in &cut.deferred {
        let parts = module.signature(*no).zip(module.body(*no));
        let ((signature, _), body) = parts.ok_or_else(|| Fault("a function is missing".into()))?;
        functions.function(signature);
        renumber.parse_function_body(&mut code, body.clone())?;
    }
    out.section(&functions);
    let mut slots: Vec<(u32, u32)> = Vec::new();
    for (slot, no) in &module.slots {
        if cut.deferred.contains(no) {
            slots.push((*slot, renumber.function_index(*no)?));
        }
    }
    slots.push((slot(module)?, renumber.function_index(cut.seam)?));
    out.section(&elements(slots.into_iter()));
    out.section(&code);
    out.section(&later_data(module, cut));
    Ok(out.finish())
}

/// The memory that only the second part reads.
fn later_data(module: &Module, cut: &Cut) -> DataSection {
    let mut data = DataSection::new();
    for (address, bytes) in &module.data {
        for at in &cut.data {
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

fn imports(module: &Module, wanted: &Wanted) -> Result<ImportSection, Fault> {
    let mut imports = ImportSection::new();
    for (no, name) in &wanted.functions {
        let signature = module.signature(*no);
        let (signature, _) = signature.ok_or_else(|| Fault("a function is missing".into()))?;
        imports.import("", name, EntityType::Function(signature));
    }
    for (no, (table, name)) in module.tables.iter().zip(&wanted.tables).enumerate() {
        let mut table = RoundtripReencoder.table_type(*table)?;
        table.minimum += u64::from(no == 0);
        table.maximum = table.maximum.map(|it| it.max(table.minimum));
        imports.import("", name, EntityType::Table(table));
    }
    for (memory, name) in module.memories.iter().zip(&wanted.memories) {
        let memory = RoundtripReencoder.memory_type(*memory)?;
        imports.import("", name, EntityType::Memory(memory));
    }
    for (global, name) in module.globals.iter().zip(&wanted.globals) {
        let global = RoundtripReencoder.global_type(*global)?;
        imports.import("", name, EntityType::Global(global));
    }
    Ok(imports)
}

/// The number of each function in the second part: what it imports, then its own.
fn numbers(cut: &Cut, wanted: &Wanted) -> BTreeMap<u32, u32> {
    let functions = wanted.functions.keys().chain(&cut.deferred);
    functions.copied().zip(0..).collect()
}

struct Renumber(BTreeMap<u32, u32>);

impl Reencode for Renumber {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, no: u32) -> Result<u32, wasm_encoder::reencode::Error> {
        // One that is not there would be found out by whoever compiles the module.
        Ok(self.0.get(&no).copied().unwrap_or(u32::MAX))
    }
}
