//! Where things are said, and what they are said about: articles and outlets, themes and bodies.

use super::OutletNo;
use crate::corpus::date::Date;

/// A policy area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub label: &'a str,
    /// What belongs here.
    pub definition: &'a str,
    /// What is counted in, in doubt.
    pub includes: &'a str,
    /// What is counted elsewhere, in doubt.
    pub excludes: &'a str,
    /// Examples from the corpus or like it.
    pub examples: Vec<&'a str>,
}

/// An organisation that commitments are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Abbreviation, or empty.
    pub abbr: &'a str,
    /// When it came to be.
    pub from: Option<Date>,
    /// When it ceased to be.
    pub to: Option<Date>,
    /// Other names it is known by.
    pub aliases: Vec<&'a str>,
}

/// Where articles appear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub name: &'a str,
    /// Its front page, or empty.
    pub url: &'a str,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As printed, or inferred: see `title_basis`.
    pub title: &'a str,
    /// What an inferred title rests on, or empty.
    pub title_basis: &'a str,
    /// Who published it.
    pub outlet: OutletNo,
    /// Bylines as printed; none where none is known.
    pub authors: Vec<&'a str>,
    /// When it was published.
    pub published: Date,
    /// What that date rests on.
    pub published_basis: &'a str,
    /// Where it is, or where the copy is that the text was had from; may be empty.
    pub url: &'a str,
    /// What is to be known of that address, or empty.
    pub url_note: &'a str,
    /// An archived copy, or empty.
    pub archived_url: &'a str,
    /// SHA-256 of the source text, 64 hexadecimal digits.
    pub source_sha256: &'a str,
    /// Two or three sentences of our own.
    pub summary: &'a str,
    /// The whole text, only where the build was given it.
    pub text: Option<&'a str>,
}
