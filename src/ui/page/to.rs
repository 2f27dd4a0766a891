//! Addresses of other pages, from a page of one thing.

/// From the page of one thing to the root of the site.
pub(super) const ROOT: &str = "../../";

/// The page of a unit.
pub(super) fn pledge(id: &str) -> String {
    [ROOT, "pledge/", id, "/"].concat()
}

/// The page of a question.
pub(super) fn thread(id: &str) -> String {
    [ROOT, "thread/", id, "/"].concat()
}

/// The page of a theme.
pub(super) fn theme(id: &str) -> String {
    [ROOT, "theme/", id, "/"].concat()
}

/// The page of a speaker.
pub(super) fn speaker(id: &str) -> String {
    [ROOT, "speaker/", id, "/"].concat()
}

/// The page of an article, or one of its parts.
pub(super) fn article(id: &str, part: &str) -> String {
    [ROOT, "article/", id, "/", part].concat()
}

/// A definition on the page about the method, for example `kind-` and `firm`.
pub(super) fn definition(what: &str, id: &str) -> String {
    [ROOT, "about/#", what, id].concat()
}

/// The statements of a facet's value, for example `party=` and `labour`.
pub(super) fn search(facet: &str, id: &str) -> String {
    [ROOT, "?", facet, id].concat()
}

/// What makes markup for a view of one thing, for example `unit` and its id.
pub(super) fn builder(view: &str, id: &str) -> String {
    [ROOT, "embed/?view=", view, "&id=", id].concat()
}
