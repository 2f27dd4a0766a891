//! One article's file: what it is, the units coded in it, and what others said.
//!
//! In: `articles/<id>.toml`. Out: a [`Draft`], numbered later. Invariant: every
//! id that was readable is declared, whatever else is wrong with its record.

use crate::corpus::date::Date;
use crate::corpus::model::{Article, BodyNo, Context, OutletNo, ThemeNo, Unit};
use crate::corpus::quote::Folded;

use super::actors::Cast;
use super::evidence::{Evidences, Source, SourceText};
use super::faults::{Faults, Located, fault};
use super::file::{CorpusFile, article_id, decoded};
use super::ids::Ids;
use super::lists::values;
use super::record::{Record, Shape};
use super::unit::{Coded, read_context, read_unit};
use super::{Sources, digest, nfc};

/// What articles refer to.
pub(super) struct Known<'k, 's> {
    pub(super) sources: &'s Sources,
    pub(super) faults: &'k Faults,
    pub(super) cast: &'k Cast<'s>,
    pub(super) themes: &'k Ids<'s, ThemeNo>,
    pub(super) bodies: &'k Ids<'s, BodyNo>,
    pub(super) outlets: &'k Ids<'s, OutletNo>,
    pub(super) evidences: &'k Evidences<'s>,
}

/// An article and what is coded in it, before it has a number.
pub(super) struct Draft<'s> {
    pub(super) article: Option<Article<'s>>,
    pub(super) units: Vec<Unit<'s>>,
    pub(super) contexts: Vec<Context<'s>>,
}

impl<'s> Draft<'s> {
    /// Reads one file; `ids` are those of all units and context statements.
    pub(super) fn read(
        file: &CorpusFile<'s>,
        no: u32,
        known: &Known<'_, 's>,
        ids: &mut Ids<'s, Coded>,
    ) -> Self {
        let mut top = Record::top(file, no, "article", known.faults);
        let published = top.date("published");
        let source = read_source(&mut top, known);
        let article = read_article(&mut top, file, published, &source, known);
        let (mut units, mut contexts) = (Vec::new(), Vec::new());
        for mut record in top.tables("unit", "unit") {
            units.extend(read_unit(&mut record, published, &source, known, ids));
            record.finish();
        }
        for mut record in top.tables("context", "context") {
            contexts.extend(read_context(&mut record, published, &source, known, ids));
            record.finish();
        }
        ids.is_partial |= !file.has_all_ids();
        ids.is_partial |= !top.finish();
        Self {
            article,
            units,
            contexts,
        }
    }
}

fn read_article<'s>(
    record: &mut Record<'_, 's>,
    file: &CorpusFile<'s>,
    published: Option<Located<Date>>,
    source: &Source<'s>,
    known: &Known<'_, 's>,
) -> Option<Article<'s>> {
    let title = record.text("title", Shape::Line);
    let title_basis = record.words("title_basis", Shape::Prose);
    let outlet = record.text("outlet", Shape::Token);
    let outlet = outlet.and_then(|outlet| known.outlets.find(outlet, known.faults));
    let authors = values(record.texts("authors", Shape::Line));
    let published_basis = record.text("published_basis", Shape::Prose);
    let url = record.address("url");
    let url_note = record.words("url_note", Shape::Prose);
    let archived_url = record.address("archived_url");
    let summary = record.text("summary", Shape::Prose);
    Some(Article {
        id: article_id(file.path)?,
        title: title?.value,
        title_basis,
        outlet: outlet?,
        authors,
        published: published?.value,
        published_basis: published_basis?.value,
        url,
        url_note,
        archived_url,
        source_sha256: source.sha256?,
        summary: summary?.value,
        text: source.text.as_ref().map(|text| text.text),
    })
}

/// The text that the record names, where the reader gave it.
fn read_source<'s>(record: &mut Record<'_, 's>, known: &Known<'_, 's>) -> Source<'s> {
    let name = record.text("source_text", Shape::Token);
    let sha256 = record.text("source_sha256", Shape::Token);
    let sha256 = sha256.filter(|sha256| is_checksum(*sha256, known.faults));
    let name = name.filter(|name| {
        let is_name = is_file_name(name.value);
        if !is_name {
            let message = format!("`{}` is not the name of a file", name.value);
            known
                .faults
                .add(fault(name.at, message).help("give the name alone, without a folder"));
        }
        is_name
    });
    let mut source = Source {
        sha256: sha256.map(|sha256| sha256.value),
        text: None,
    };
    let (Some(name), Some(texts)) = (name, &known.sources.texts) else {
        return source;
    };
    let Some(bytes) = texts.get(name.value) else {
        let message = format!("the folder of texts has no file `{}`", name.value);
        let near = super::nearest::nearest(name.value, texts.keys().map(String::as_str));
        let fault = fault(name.at, message);
        known.faults.add(match near {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault.help("put the text there under that name, or leave `--texts` out"),
        });
        return source;
    };
    let got = digest::sha256(bytes);
    let is_declared = sha256.is_some_and(|expected| expected.value == got);
    if let Some(expected) = sha256.filter(|expected| expected.value != got) {
        known.faults.add(
            fault(
                expected.at,
                format!("`{}` has another checksum", name.value),
            )
            .note(format!("it is {got}"))
            .help("where the text is the right one, write its checksum here"),
        );
    }
    match decoded(bytes) {
        Ok(text) => {
            let folded = Folded::new(text, nfc);
            source.text = Some(SourceText {
                name: name.value,
                text,
                folded,
                is_declared,
            });
        }
        Err((line, column)) => {
            let message = format!("`{}` is not UTF-8", name.value);
            let note = format!("the first byte that is not stands at line {line}, column {column}");
            known.faults.add(
                fault(name.at, message)
                    .note(note)
                    .help("save the text as UTF-8"),
            );
        }
    }
    source
}

fn is_checksum(sha256: Located<&str>, faults: &Faults) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_checksum = sha256.value.len() == 64 && sha256.value.bytes().all(is_digit);
    if !is_checksum {
        let message = "`source_sha256` is no SHA-256: 64 hexadecimal digits in small letters";
        faults.add(
            fault(sha256.at, message)
                .help("write the 64 digits that `sha256sum` prints for the source text"),
        );
    }
    is_checksum
}

/// Whether this is the name of a file and not a way to one.
pub(super) fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.starts_with('.')
}
