//! The short lists that articles refer to: what the corpus is, its themes,
//! bodies and outlets.

use crate::corpus::date::Date;
use crate::corpus::model::{About, Body, BodyNo, Outlet, OutletNo, Theme, ThemeNo};

use super::faults::{Faults, Located, fault};
use super::file::CorpusFile;
use super::ids::Ids;
use super::record::{Record, Shape};

/// The files of the folder, and where their faults go.
#[derive(Clone, Copy)]
pub(super) struct Folder<'r, 's> {
    pub(super) files: &'r [CorpusFile<'s>],
    pub(super) faults: &'r Faults,
}

impl<'r, 's> Folder<'r, 's> {
    /// The top of a file that has to be there, and whether it was read whole.
    pub(super) fn top(self, path: &str, what: &'static str) -> (Option<Record<'r, 's>>, bool) {
        let found = self
            .files
            .iter()
            .enumerate()
            .find(|(_, file)| file.path == path);
        let Some((no, file)) = found else {
            self.faults.in_folder(
                path,
                "missing file",
                Some("every corpus folder has one; see docs/corpus.md"),
            );
            return (None, false);
        };
        let record = Record::top(file, no as u32, what, self.faults);
        (Some(record), file.has_all_ids())
    }

    /// Reads a file that is a list of one kind of record: `[[theme]]` after `[[theme]]`.
    fn list<T: Copy, R>(
        self,
        path: &str,
        what: &'static str,
        number: impl Fn(u32) -> T,
        read: impl Fn(&mut Record<'r, 's>) -> (Option<Located<&'s str>>, Option<R>),
    ) -> (Vec<R>, Ids<'s, T>) {
        let (mut list, mut ids) = (Vec::new(), Ids::new(what));
        let (top, is_whole) = self.top(path, "file");
        ids.is_partial = !is_whole;
        let Some(mut top) = top else {
            return (list, ids);
        };
        for mut record in top.tables(what, what) {
            let (id, entry) = read(&mut record);
            record.finish();
            // Without an id that can be read, any id may have been meant.
            let Some(id) = id else {
                ids.is_partial = true;
                continue;
            };
            if let (true, Some(entry)) = (ids.declare(id, self.faults), entry) {
                ids.lead(id.value, number(list.len() as u32));
                list.push(entry);
            }
        }
        ids.is_partial |= !top.finish();
        (list, ids)
    }

    /// `themes.toml`.
    pub(super) fn themes(self) -> (Vec<Theme<'s>>, Ids<'s, ThemeNo>) {
        self.list("themes.toml", "theme", ThemeNo, |record| {
            let id = record.id("id");
            let label = record.text("label", Shape::Line);
            let definition = record.text("definition", Shape::Prose);
            let includes = record.words("includes", Shape::Prose);
            let excludes = record.words("excludes", Shape::Prose);
            let examples = values(record.texts("examples", Shape::Prose));
            let theme = id
                .zip(label)
                .zip(definition)
                .map(|((id, label), definition)| Theme {
                    id: id.value,
                    label: label.value,
                    definition: definition.value,
                    includes,
                    excludes,
                    examples,
                });
            (id, theme)
        })
    }

    /// `bodies.toml`.
    pub(super) fn bodies(self) -> (Vec<Body<'s>>, Ids<'s, BodyNo>) {
        self.list("bodies.toml", "body", BodyNo, |record| {
            let id = record.id("id");
            let name = record.text("name", Shape::Line);
            let abbr = record.words("abbr", Shape::Line);
            let span = span(record);
            let aliases = values(record.texts("aliases", Shape::Line));
            let body = id.zip(name).zip(span).map(|((id, name), (from, to))| Body {
                id: id.value,
                name: name.value,
                abbr,
                from,
                to,
                aliases,
            });
            (id, body)
        })
    }

    /// `outlets.toml`.
    pub(super) fn outlets(self) -> (Vec<Outlet<'s>>, Ids<'s, OutletNo>) {
        self.list("outlets.toml", "outlet", OutletNo, |record| {
            let id = record.id("id");
            let name = record.text("name", Shape::Line);
            let url = record.address("url");
            let outlet = id.zip(name).map(|(id, name)| Outlet {
                id: id.value,
                name: name.value,
                url,
            });
            (id, outlet)
        })
    }

    /// `corpus.toml`.
    pub(super) fn about(self, version: &'s str) -> About<'s> {
        let mut about = About {
            title: "",
            description: "",
            editor: "",
            licence: "",
            codebook: "",
            version,
        };
        let (Some(mut record), _) = self.top("corpus.toml", "file") else {
            return about;
        };
        let mut text = |key, shape| record.text(key, shape).map_or("", |text| text.value);
        about.title = text("title", Shape::Line);
        about.description = text("description", Shape::Prose);
        about.editor = text("editor", Shape::Line);
        about.licence = text("licence", Shape::Line);
        about.codebook = text("codebook", Shape::Line);
        record.finish();
        about
    }
}

/// The values without their places.
pub(super) fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

/// `from` and `to`, either of which may be left out; none where they are at fault.
pub(super) fn span(record: &mut Record<'_, '_>) -> Option<(Option<Date>, Option<Date>)> {
    let from = record.optional_date("from");
    let to = record.optional_date("to");
    let is_whole = from.is_some() == record.has("from") && to.is_some() == record.has("to");
    if !is_whole {
        return None;
    }
    if let (Some(from), Some(to)) = (from, to)
        && to.value.bounds().1 < from.value.bounds().0
    {
        let message = format!("`to` is before `from`, {}", from.value.edtf());
        record.faults.add(fault(to.at, message));
        return None;
    }
    Some((from.map(|date| date.value), to.map(|date| date.value)))
}
