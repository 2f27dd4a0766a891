//! What each character is to the search: a letter, a digit, or what stands between.
//!
//! In: one `char`. Out: its [`Class`], letters already without case and accent.
//! Invariant: one small table serves index, query and highlighting, natively and
//! in the browser; the corpus is English, so only Latin letters are folded and
//! letters of other scripts stand for themselves. Next: `token`.

/// What a character is to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter, folded.
    Letter(char),
    /// A letter that folds to two or three: `æ`, `ß`, `ﬃ`.
    Letters(&'static str),
    /// An ASCII digit.
    Digit(char),
    /// A combining mark or an invisible character: as if it were not there.
    Dropped,
    /// Straight or curly, also the one that closes a quotation.
    Apostrophe,
    /// Joins the parts of a compound: `re-organisation`.
    Hyphen,
    /// Stands for the word "and".
    And,
    /// Holds two words together without joining them: `2015–20`, `NHS/DHSC`.
    Bond,
    /// A double quotation mark.
    Quote,
    /// Ordinary, no-break or of any other width.
    Space,
    /// Everything else parts words.
    Other,
}

/// Base letters of U+00C0 to U+024F. Capitals stand for what [`latin`] spells
/// out, `?` for a letter that is its own base.
const LATIN: &[u8; 400] = b"\
aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
????????????????????????????????oo?????????????uu???????????????\
????DDDLLLNNNaaiioouuuuuuuuuu?aaaaAA??ggkkoooo??jDDDgg??nnaaAAoo\
aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????\
????????????????";

/// The same for U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasssS?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    match c {
        'A'..='Z' => Class::Letter(c.to_ascii_lowercase()),
        '0'..='9' => Class::Digit(c),
        '\t'..='\r'
        | ' '
        | '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Class::Space,
        '\'' | '`' | '´' | 'ʼ' | '‘' | '’' | '‛' | '′' => Class::Apostrophe,
        '-' | '\u{2010}' | '\u{2011}' => Class::Hyphen,
        '\u{2012}' | '\u{2013}' | '\u{2212}' | '/' | '.' | '_' | '@' => Class::Bond,
        '&' => Class::And,
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '″' => Class::Quote,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Class::Dropped,
        '\u{c0}'..='\u{24f}' => latin(LATIN, '\u{c0}', c),
        '\u{1e00}'..='\u{1eff}' => latin(LATIN_ADDITIONAL, '\u{1e00}', c),
        'ﬀ' => Class::Letters("ff"),
        'ﬁ' => Class::Letters("fi"),
        'ﬂ' => Class::Letters("fl"),
        'ﬃ' => Class::Letters("ffi"),
        'ﬄ' => Class::Letters("ffl"),
        'ﬅ' | 'ﬆ' => Class::Letters("st"),
        // Full-width forms are ASCII at a fixed distance.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map_or(Class::Other, class),
        'a'..='z'
        | '\u{250}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3040}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}'
        | '\u{10000}'..='\u{1efff}'
        | '\u{20000}'..='\u{3ffff}' => Class::Letter(c),
        _ => Class::Other,
    }
}

fn latin(table: &[u8], first: char, c: char) -> Class {
    match table.get((c as usize).wrapping_sub(first as usize)) {
        Some(b'A') => Class::Letters("ae"),
        Some(b'D') => Class::Letters("dz"),
        Some(b'I') => Class::Letters("ij"),
        Some(b'L') => Class::Letters("lj"),
        Some(b'N') => Class::Letters("nj"),
        Some(b'O') => Class::Letters("oe"),
        Some(b'S') => Class::Letters("ss"),
        Some(b'T') => Class::Letters("th"),
        Some(b' ') => Class::Other,
        Some(&letter) if letter != b'?' => Class::Letter(char::from(letter)),
        _ => Class::Letter(c),
    }
}
