//! Scripts and style sheets made lean: short names, no comments, no indentation.
//!
//! Invariant: nothing means anything else than before. Comments stand in lines of their own, as
//! in what wasm-bindgen writes and in what `assets` holds; names are replaced as whole words, and none of the new ones stood there before.

/// The text with every name replaced, without comments and indentation.
pub fn lean(text: &str, renamed: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut comment = false;
    for line in text.lines().map(str::trim) {
        // Of a comment the first line shows that it is one, and the last that it ends.
        let within = std::mem::take(&mut comment);
        if within || line.starts_with("/*") {
            comment = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
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
