//! Text as JSON has it, without a library: this is carried to every reader.

/// Appends a text between quotation marks.
///
/// Also escaped is `<`, so that it can end no element it stands in, and what turns the
/// direction of text around it.
pub fn push(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            '<'
            | '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit(u32::from(letter) >> shift & 0xF, 16);
                    out.push(digit.unwrap_or('0'));
                }
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
