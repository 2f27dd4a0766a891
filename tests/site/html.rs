//! Just enough HTML to see what a page asks for.
//!
//! In: the text of a page of ours. Out: its start tags with their attributes.
//! It knows comments and quoted values, and no more: our pages are written by
//! our own program, not by the world.

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// The element's name, as written.
    pub(crate) name: &'a str,
    attributes: Vec<(&'a str, String)>,
    /// What follows it, up to the next tag.
    pub(crate) text: &'a str,
}

impl Tag<'_> {
    /// The names of its attributes, in order.
    #[allow(dead_code, reason = "only some of those who read pages ask")]
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| *name)
    }

    /// An attribute's value, with the common character references undone.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every start tag, in order.
pub(crate) fn tags(mut html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    while let Some((_, rest)) = html.split_once('<') {
        html = rest;
        if let Some(comment) = rest.strip_prefix("!--") {
            html = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, rest) = tag(rest);
            html = rest;
            tags.push(tag);
        }
    }
    tags
}

fn tag(html: &str) -> (Tag<'_>, &str) {
    let end = html.find(|c: char| c.is_whitespace() || "/>".contains(c));
    let (name, mut rest) = html.split_at(end.unwrap_or(html.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c));
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        let (value, after) = value(after);
        attributes.push((name, value));
        rest = after;
    }
    let rest = rest.strip_prefix('>').unwrap_or(rest);
    let text = rest.split('<').next().unwrap_or_default();
    let tag = Tag {
        name,
        attributes,
        text,
    };
    (tag, rest)
}

fn value(rest: &str) -> (String, &str) {
    let Some(rest) = rest.strip_prefix('=') else {
        return (String::new(), rest);
    };
    let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c));
    let (value, rest) = if let Some(quote) = quote {
        rest[1..].split_once(quote).unwrap_or((&rest[1..], ""))
    } else {
        let end = rest.find(|c: char| c.is_whitespace() || c == '>');
        rest.split_at(end.unwrap_or(rest.len()))
    };
    let undone = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
    ];
    let plain = undone
        .iter()
        .fold(value.to_owned(), |text, (from, to)| text.replace(from, to));
    (plain.replace("&amp;", "&"), rest)
}

#[test]
fn tags_are_seen_with_their_attributes() {
    let page = "<!-- <p id=no> --><a href='x?a=1&amp;b=2' hidden>text</a><br/><p id=yes>";
    let tags = tags(page);
    assert_eq!(
        tags.iter().map(|tag| tag.name).collect::<Vec<_>>(),
        ["a", "br", "p"]
    );
    assert_eq!(tags[0].get("href"), Some("x?a=1&b=2"));
    assert_eq!(tags[0].get("hidden"), Some(""));
    assert_eq!(tags[0].text, "text");
    assert_eq!(tags[2].get("id"), Some("yes"));
}
