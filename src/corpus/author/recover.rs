//! TOML with mistakes in it: one fault per mistake, and everything else kept.
//!
//! A parser that goes on after a mistake takes what follows for part of it. So
//! where a file does not parse, it is cut into blocks at its table headers and
//! these into statements at the keys that begin a line; the statements that do
//! not parse alone are blanked out, and the rest is parsed again, at the same
//! places. In: a text. Out: its table, its faults, and what was lost.

use std::ops::Range;

use toml::de::DeTable;

/// What was read of a text.
#[derive(Default)]
pub(super) struct Recovered<'s> {
    pub(super) table: DeTable<'s>,
    /// Where it is not TOML, and why.
    pub(super) faults: Vec<(Range<usize>, String)>,
    /// The statements that were left out.
    pub(super) lost: Vec<Range<usize>>,
}

impl Recovered<'_> {
    /// Of a text that cannot be read at all.
    pub(super) fn nothing(text: &str) -> Self {
        Self {
            lost: std::iter::once(0..text.len()).collect(),
            ..Self::default()
        }
    }
}

/// Parses what can be parsed.
pub(super) fn parse(text: &str) -> Recovered<'_> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Recovered {
            table: table.into_inner(),
            ..Recovered::default()
        };
    }
    let (mut faults, mut lost) = (Vec::new(), Vec::new());
    for block in cut(text, 0..text.len(), is_header) {
        if first_error(text, &block).is_none() {
            continue;
        }
        let statements = cut(text, block.clone(), |line| is_header(line) || is_key(line));
        for statement in statements {
            let Some(fault) = first_error(text, &statement) else {
                continue;
            };
            faults.push(fault);
            // Without its header, what follows would go to the table before.
            let is_head = text.get(statement.clone()).is_some_and(is_header);
            lost.push(if is_head { block.clone() } else { statement });
            if is_head {
                break;
            }
        }
    }
    let kept = blanked(text, &lost).leak();
    let (table, errors) = DeTable::parse_recoverable(kept);
    faults.extend(errors.iter().map(|error| told(error, 0)));
    Recovered {
        table: table.into_inner(),
        faults,
        lost,
    }
}

/// What would be right, where the parser's words leave that open.
pub(super) fn help(why: &str) -> Option<&'static str> {
    let helps = [
        (
            "invalid basic string",
            "close the string with `\"`; inside it, write `\\\"`",
        ),
        ("string values must be quoted", "put it in quotation marks"),
        ("invalid boolean", "put it in quotation marks"),
        ("invalid float", "put it in quotation marks"),
        ("invalid integer", "put it in quotation marks"),
        ("unclosed array", "close the list with `]`"),
        ("missing comma", "put a comma between the two"),
        ("unclosed inline table", "close the table with `}`"),
        (
            "unclosed table",
            "close the header with `]`, or `]]` in a list",
        ),
        ("duplicate key", "take one of the two out"),
        ("key with no value", "write `key = \"value\"`"),
    ];
    helps
        .into_iter()
        .find(|(start, _)| why.starts_with(start))
        .map(|(_, help)| help)
}

/// Where the block ends that begins at `start`.
pub(super) fn end_of_block(text: &str, start: usize) -> usize {
    let blocks = cut(text, start..text.len(), is_header);
    blocks.first().map_or(text.len(), |block| block.end)
}

/// Stretches of a text, each but the first of which begins at a line that `starts` says.
fn cut(text: &str, within: Range<usize>, starts: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let (mut from, mut at) = (within.start, within.start);
    for line in text
        .get(within.clone())
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        if at > from && starts(line) {
            stretches.push(from..at);
            from = at;
        }
        at += line.len();
    }
    stretches.push(from..within.end);
    stretches
}

fn is_header(line: &str) -> bool {
    line.starts_with('[')
}

fn is_key(line: &str) -> bool {
    let is_bare = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '-';
    let rest = line.trim_start_matches(is_bare);
    rest.len() < line.len() && rest.trim_start().starts_with(['=', '"', '[', '{'])
}

fn first_error(text: &str, stretch: &Range<usize>) -> Option<(Range<usize>, String)> {
    let (_, errors) = DeTable::parse_recoverable(text.get(stretch.clone())?);
    errors.first().map(|error| told(error, stretch.start))
}

fn told(error: &toml::de::Error, offset: usize) -> (Range<usize>, String) {
    let span = error.span().unwrap_or_default();
    let span = span.start + offset..span.end + offset;
    (span, error.message().trim().to_owned())
}

/// The text with spaces in place of these stretches, line breaks apart.
fn blanked(text: &str, lost: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for stretch in lost {
        for byte in bytes.get_mut(stretch.clone()).unwrap_or_default() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // Stretches begin and end at lines, so the rest is still UTF-8.
    String::from_utf8(bytes).unwrap_or_default()
}
