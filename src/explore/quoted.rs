//! Words of a reader or a link as they are shown within sentences of ours.
//!
//! In: any text. Out: the same, with a sign in place of every character that is not seen itself
//! but acts on what stands around it. Invariant: nothing of Unicode's general categories Cc and
//! Cf is left, and no quotation mark that could close ours. What is asked for stays as it was;
//! only what is shown is another.

/// The text as it may be shown.
pub fn shown(text: &str) -> String {
    // Words copied from a page bring soft hyphens along, which say nothing here.
    let told = text.chars().filter(|it| *it != '\u{ad}');
    told.map(seen).collect()
}

/// A character, or what stands for it.
const fn seen(char: char) -> char {
    match char {
        // Controls, and the ends of lines and paragraphs.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => ' ',
        '“' | '”' => '"',
        // What joins, parts, turns or marks other characters. Where a block has nothing else but
        // such and places not given away, all of it.
        '\u{600}'..='\u{605}'
        | '\u{61c}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'..='\u{891}'
        | '\u{8e2}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bcaf}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'.. => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}
