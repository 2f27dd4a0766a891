//! What a string of the corpus may hold: no characters that a reader cannot
//! see or that turn the text around them, nothing that breaks a page's layout.

use std::borrow::Cow;

/// The longest run without a break that a narrow page can be expected to hold.
pub(super) const LONGEST_WORD: usize = 80;

/// What decoders put where a text was damaged.
pub(super) const REPLACEMENT: char = '\u{fffd}';

/// Whether a character has no place in any file of the corpus.
pub(super) fn is_forbidden(char: char) -> bool {
    name_of_forbidden(char).is_some()
}

/// What such a character is, in words.
pub(super) fn name_of_forbidden(char: char) -> Option<&'static str> {
    match char {
        '\n' | '\r' | '\t' => None,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some("control character"),
        '\u{ad}' => Some("soft hyphen"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("bidirectional control")
        }
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Some("zero-width character")
        }
        '\u{180e}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some("invisible format character"),
        '\u{2028}' | '\u{2029}' => Some("separator that is no line break to TOML"),
        REPLACEMENT => Some("replacement character"),
        _ => None,
    }
}

/// What to do about such a character.
pub(super) const fn help_for_forbidden(char: char) -> &'static str {
    match char {
        REPLACEMENT => "the text was damaged on its way here: write what stood there",
        _ => "take it out",
    }
}

/// `U+202E`.
pub(super) fn code_point(char: char) -> String {
    format!("U+{:04X}", u32::from(char))
}

/// The first run without a break that is longer than a page can hold.
pub(super) fn long_word(text: &str) -> Option<(&str, usize)> {
    text.split(|char: char| char.is_whitespace() || matches!(char, '-' | '–' | '—'))
        .map(|word| (word, word.chars().count()))
        .find(|(_, length)| *length > LONGEST_WORD)
}

/// Whether this may be an id: small letters, digits and single hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    text.len() <= LONGEST_WORD
        && !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// The id that a text would make.
pub(super) fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut slug = words.join("-");
    slug.truncate(LONGEST_WORD);
    slug
}

/// Why this is no address of a page and what would be one, where it is none.
pub(super) fn address_fault(address: &str) -> Option<(&'static str, &'static str)> {
    const WHOLE: &str = "write the full address, `https://…`";
    let scheme = ["https://", "http://"];
    let Some(rest) = scheme
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
    else {
        return Some(("it does not begin with `https://` or `http://`", WHOLE));
    };
    if address.contains(|char: char| char.is_whitespace() || "\"'<>`\\{}|^".contains(char)) {
        return Some((
            "it holds a space, quotation mark or other character that addresses spell as `%..`",
            "copy it from a browser, which spells them so: `%20` for a space",
        ));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Some((
            "it holds a user name, and the page is on the host behind the `@`",
            "take out what stands between `//` and the host, with the `@`",
        ));
    }
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains("..");
    (!is_host).then_some(("it names no host", WHOLE))
}

/// A string for as long as the files: a part of them where it is one.
pub(super) fn keep<'s>(text: &Cow<'s, str>) -> &'s str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.clone().leak(),
    }
}

/// As a string of a TOML file: in quotation marks, or in apostrophes where that
/// saves escapes.
pub(super) fn toml(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// `a`, `b` and `c`.
pub(super) fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
