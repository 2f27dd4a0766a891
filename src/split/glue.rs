//! What wasm-bindgen wrote in JavaScript, made lean: short names and no comments.
//!
//! Invariant: names are replaced as whole words, and none of the new ones stood there before.

/// The text with every name replaced, without comments and indentation.
pub fn lean(text: &str, renamed: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        // Comments stand in lines of their own.
        if line.is_empty() || ["//", "/*", "*"].iter().any(|it| line.starts_with(it)) {
            continue;
        }
        let mut rest = line;
        while let Some(start) = rest.find(is_of_name) {
            let end = rest.get(start..).and_then(|it| it.find(|c| !is_of_name(c)));
            let end = end.map_or(rest.len(), |end| start + end);
            let (before, word) = (rest.get(..start), rest.get(start..end));
            let word = word.unwrap_or_default();
            let known = renamed.binary_search_by(|(old, _)| old.as_str().cmp(word));
            let new = known.ok().and_then(|no| renamed.get(no));
            out.push_str(before.unwrap_or_default());
            out.push_str(new.map_or(word, |(_, new)| new));
            rest = rest.get(end..).unwrap_or_default();
        }
        out.push_str(rest);
        out.push('\n');
    }
    out
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}
