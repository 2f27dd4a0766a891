//! A module as wasm-bindgen writes it, read as far as a split needs.
//!
//! In: bytes. Out: its functions, what stands in its table and its memory, and its sections.
//! Invariant: what would not survive a split is refused here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    CompositeInnerType, DataKind, ElementItems, ElementKind, Export, FuncType, FunctionBody,
    GlobalType, Import, KnownCustom, MemoryType, Name, Operator, Parser, Payload, TableType,
    TypeRef,
};

use super::Fault;

/// From how many letters a name is long: those that people chose are shorter.
const LONG: usize = 12;

/// A module.
pub(super) struct Module<'a> {
    bytes: &'a [u8],
    /// Where the content of each of its sections lies, by id; custom ones left out.
    pub(super) sections: Vec<(u8, Range<usize>)>,
    /// The signatures, by number.
    pub(super) signatures: Vec<FuncType>,
    /// The functions that it imports, which come first.
    pub(super) imports: Vec<Import<'a>>,
    /// The number of the signature of each function.
    pub(super) functions: Vec<u32>,
    /// The functions of its own.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// Its tables.
    pub(super) tables: Vec<TableType>,
    /// Its memories.
    pub(super) memories: Vec<MemoryType>,
    /// The types of its globals.
    pub(super) globals: Vec<GlobalType>,
    /// What it exports.
    pub(super) exports: Vec<Export<'a>>,
    /// The function that it starts with.
    pub(super) start: Option<u32>,
    /// The functions in its first table, by place.
    pub(super) slots: BTreeMap<u32, u32>,
    /// What is written to its memory, by address.
    pub(super) data: Vec<(u32, &'a [u8])>,
    /// What its functions are called.
    pub(super) names: BTreeMap<u32, &'a str>,
}

impl<'a> Module<'a> {
    /// Reads a module.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut module = Self {
            bytes,
            sections: Vec::new(),
            signatures: Vec::new(),
            imports: Vec::new(),
            functions: Vec::new(),
            bodies: Vec::new(),
            tables: Vec::new(),
            memories: Vec::new(),
            globals: Vec::new(),
            exports: Vec::new(),
            start: None,
            slots: BTreeMap::new(),
            data: Vec::new(),
            names: BTreeMap::new(),
        };
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            if let Some(section) = payload.as_section().filter(|(id, _)| *id != 0) {
                module.sections.push(section);
            }
            module.take(payload)?;
        }
        Ok(module)
    }

    /// The content of a section.
    pub(super) fn content(&self, range: &Range<usize>) -> &'a [u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// How many functions it imports.
    pub(super) fn n_imports(&self) -> u32 {
        self.imports.len() as u32
    }

    /// The body of a function, unless it is imported.
    pub(super) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        let own = function.checked_sub(self.n_imports())?;
        self.bodies.get(own as usize)
    }

    /// The signature of a function.
    pub(super) fn signature(&self, function: u32) -> Option<(u32, &FuncType)> {
        let no = *self.functions.get(function as usize)?;
        Some((no, self.signatures.get(no as usize)?))
    }

    /// Long names of what it imports and exports, in order, each with a short one.
    pub(super) fn renamed(&self) -> Vec<(String, String)> {
        let imports = self.imports.iter().map(|it| it.name);
        let names = imports.chain(self.exports.iter().map(|it| it.name));
        let long: BTreeSet<&str> = names.filter(|name| name.len() >= LONG).collect();
        let numbered = long.into_iter().enumerate();
        numbered
            .map(|(no, name)| (name.to_owned(), ["w", &no.to_string()].concat()))
            .collect()
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<(), Fault> {
        match payload {
            Payload::TypeSection(types) => {
                for group in types {
                    for it in group?.into_types() {
                        let CompositeInnerType::Func(signature) = it.composite_type.inner else {
                            return Err(Fault("it has types that are no signatures".into()));
                        };
                        self.signatures.push(signature);
                    }
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    let TypeRef::Func(no) = import.ty else {
                        return Err(Fault("it imports more than functions".into()));
                    };
                    self.functions.push(no);
                    self.imports.push(import);
                }
            }
            Payload::FunctionSection(functions) => {
                for no in functions {
                    self.functions.push(no?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    self.exports.push(export?);
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.element(element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        return Err(Fault("it has data that nobody places".into()));
                    };
                    self.data.push((constant(&offset_expr)?, segment.data));
                }
            }
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(names) = custom.as_known() {
                    for part in names {
                        let Name::Function(names) = part? else {
                            continue;
                        };
                        for name in names {
                            let name = name?;
                            self.names.insert(name.index, name.name);
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: wasmparser::Element) -> Result<(), Fault> {
        match (element.kind, element.items) {
            (
                ElementKind::Active {
                    table_index: None | Some(0),
                    offset_expr,
                },
                ElementItems::Functions(functions),
            ) => {
                let start = constant(&offset_expr)?;
                for (slot, function) in (start..).zip(functions) {
                    self.slots.insert(slot, function?);
                }
                Ok(())
            }
            // Says only that a function may be named.
            (ElementKind::Declared, _) => Ok(()),
            _ => Err(Fault("it fills tables in ways that are not known".into())),
        }
    }
}

/// A number that is known.
pub(super) fn constant(expression: &wasmparser::ConstExpr) -> Result<u32, Fault> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => Err(Fault("it places things where nobody can know".into())),
    }
}
