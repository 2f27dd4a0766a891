//! A program small enough to see through, for the tests of `split`: as a linker leaves it and as
//! it is bound.
//!
//! `run(x)` is `first(x)` below 10 and `seam(x)` from there on. Both `first` and `seam` call a
//! function through the table whose place they read from memory, as Rust does for `dyn`.

use std::borrow::Cow;

use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements,
    Encode, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection,
    LinkingSection, MemArg, MemorySection, MemoryType, Module, NameMap, NameSection, RefType,
    SymbolTable, TableSection, TableType, TypeSection, ValType,
};

/// What the long name of the import is.
pub(crate) const NOTE: &str = "__wbg_note_0123456789abcdef";

/// The function at which it is cut.
pub(crate) const SEAM: &str = "the_seam";

/// The functions by number; the first is imported.
const NAMES: [&str; 7] = [
    NOTE,
    "run",
    "first",
    SEAM,
    "only_beyond",
    "behind_first",
    "behind_beyond",
];

/// What stands in memory from 1024 on: for each of two functions its place in the table and a
/// number that the function behind reads.
const DATA: [i32; 4] = [1, 500, 2, 700];
const AT: u32 = 1024;

fn load(address: u64) -> MemArg {
    MemArg {
        offset: address,
        align: 2,
        memory_index: 0,
    }
}

fn code() -> CodeSection {
    let mut code = CodeSection::new();
    let mut run = Function::new([]);
    run.instructions()
        .local_get(0)
        .i32_const(10)
        .i32_lt_s()
        .if_(BlockType::Result(ValType::I32))
        .local_get(0)
        .call(2)
        .else_()
        .local_get(0)
        .call(3)
        .end()
        .end();
    let through = |function: &mut Function, place: u64| {
        let mut it = function.instructions();
        it.local_get(0).call(0).local_get(0);
        it.i32_const(0).i32_load(load(place)).call_indirect(0, 0);
    };
    let mut first = Function::new([]);
    through(&mut first, 1024);
    first.instructions().end();
    let mut seam = Function::new([]);
    through(&mut seam, 1032);
    seam.instructions().call(4).end();
    let mut only_seam = Function::new([]);
    only_seam
        .instructions()
        .local_get(0)
        .i32_const(2)
        .i32_mul()
        .end();
    let behind = |number: u64| {
        let mut behind = Function::new([]);
        let mut it = behind.instructions();
        it.local_get(0)
            .i32_const(0)
            .i32_load(load(number))
            .i32_add()
            .end();
        behind
    };
    for function in [run, first, seam, only_seam, behind(1028), behind(1036)] {
        code.function(&function);
    }
    code
}

/// The program as it is bound.
fn module() -> Module {
    let mut module = Module::new();
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    types.ty().function([ValType::I32], []);
    module.section(&types);
    let mut imports = ImportSection::new();
    imports.import("./x_bg.js", NOTE, EntityType::Function(1));
    module.section(&imports);
    let mut functions = FunctionSection::new();
    for _ in 1..NAMES.len() {
        functions.function(0);
    }
    module.section(&functions);
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 3,
        maximum: Some(3),
        shared: false,
    });
    module.section(&tables);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    module.section(&memories);
    let mut exports = ExportSection::new();
    exports.export("run", ExportKind::Func, 1);
    module.section(&exports);
    let mut elements = ElementSection::new();
    let behind = Elements::Functions(Cow::Borrowed(&[5, 6]));
    elements.active(None, &ConstExpr::i32_const(1), behind);
    module.section(&elements);
    module.section(&code());
    let mut data = DataSection::new();
    let bytes: Vec<u8> = DATA.iter().flat_map(|it| it.to_le_bytes()).collect();
    data.active(0, &ConstExpr::i32_const(AT as i32), bytes);
    module.section(&data);
    let mut names = NameSection::new();
    let mut map = NameMap::new();
    for (no, name) in (0..).zip(NAMES) {
        map.append(no, name);
    }
    names.functions(&map);
    module.section(&names);
    module
}

/// The program as it is bound.
pub(crate) fn bound() -> Vec<u8> {
    module().finish()
}

/// The program as the linker leaves it, with what uses what.
pub(crate) fn linked() -> Vec<u8> {
    let mut symbols = SymbolTable::new();
    for (no, name) in (1..).zip(&NAMES[1..]) {
        symbols.function(0, no, Some(name));
    }
    for (no, name) in (0..).zip(["to_first", "first_number", "to_seam", "seam_number"]) {
        let definition = wasm_encoder::DataSymbolDefinition {
            index: 0,
            offset: no * 4,
            size: 4,
        };
        symbols.data(0, name, Some(definition));
    }
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);
    let mut module = module();
    module.section(&linking);
    // In which function, and which symbol: the data come after the six functions.
    let uses: [(usize, u32); 4] = [(1, 6), (2, 8), (4, 7), (5, 9)];
    let starts = starts();
    let code = uses.map(|(function, symbol)| (MEMORY_ADDR_LEB, starts[function], symbol));
    module.section(&relocations("reloc.CODE", 7, &code));
    // A segment of data begins with six bytes of its own and one for their number.
    let data = [(TABLE_INDEX_I32, 7, 4), (TABLE_INDEX_I32, 15, 5)];
    module.section(&relocations("reloc.DATA", 8, &data));
    module.finish()
}

const TABLE_INDEX_I32: u8 = 2;
const MEMORY_ADDR_LEB: u8 = 3;

/// Where in the section of code each function begins.
fn starts() -> Vec<u32> {
    let (bytes, mut from, mut starts) = (bound(), 0, Vec::new());
    for payload in wasmparser::Parser::new(0).parse_all(&bytes) {
        match payload.expect("a sound module") {
            wasmparser::Payload::CodeSectionStart { range, .. } => from = range.start,
            wasmparser::Payload::CodeSectionEntry(body) => {
                starts.push((body.range().start - from) as u32);
            }
            _ => {}
        }
    }
    starts
}

fn relocations(name: &'static str, section: u32, all: &[(u8, u32, u32)]) -> CustomSection<'static> {
    let mut data = Vec::new();
    section.encode(&mut data);
    (all.len() as u32).encode(&mut data);
    for (kind, offset, symbol) in all {
        data.push(*kind);
        offset.encode(&mut data);
        symbol.encode(&mut data);
        if *kind == MEMORY_ADDR_LEB {
            0_i32.encode(&mut data);
        }
    }
    CustomSection {
        name: name.into(),
        data: data.into(),
    }
}
