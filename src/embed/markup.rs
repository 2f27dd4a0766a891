//! The few pieces that markup is made of.

/// Adds text as it may stand in an element or between double quotes.
pub(super) fn push_text(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Old hosts take a backtick for a quotation mark, and code in brackets for their own.
            '`' => out.push_str("&#96;"),
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            // A line of its own would be a paragraph to hosts that read their text so.
            '\n' | '\r' | '\t' => out.push(' '),
            _ => out.push(letter),
        }
    }
}

/// Adds ` name="value"`.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_text(out, value);
    out.push('"');
}

/// Adds an element with text in it and nothing else.
pub(super) fn push_element(out: &mut String, name: &str, text: &str) {
    for part in ["<", name, ">"] {
        out.push_str(part);
    }
    push_text(out, text);
    for part in ["</", name, ">"] {
        out.push_str(part);
    }
}

/// Adds a byte as addresses escape it.
pub(super) fn push_percent(out: &mut String, byte: u8) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.extend(DIGITS.get(usize::from(digit)));
    }
}

/// An address that a browser may be led to; anything else is none.
pub(super) fn web(address: &str) -> &str {
    let known = ["https://", "http://"];
    if known.iter().any(|scheme| address.starts_with(scheme)) {
        address
    } else {
        ""
    }
}
