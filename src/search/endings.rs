//! The tables of [`super::stem`]: endings and what takes their place.
//!
//! Invariant: of two endings of which one ends in the other, the longer stands
//! first, as only the longest that a word has is looked at.

/// Endings, each with what takes its place.
pub(super) type Endings = [(&'static str, &'static str)];

/// Words with a stem that no rule gives.
#[rustfmt::skip]
pub(super) const EXCEPTIONS: &Endings = &[
    ("skis", "ski"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"),
    ("news", "news"), ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"),
    ("bias", "bias"), ("andes", "andes"),
];

/// What goes in step 2, if it lies in R1.
#[rustfmt::skip]
pub(super) const STEP_2: &Endings = &[
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
    ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
    ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ("ogi", "og"), ("li", ""),
];

/// In step 3, if it lies in R1.
#[rustfmt::skip]
pub(super) const STEP_3: &Endings = &[
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"),
    ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
];

/// In step 4, if it lies in R2.
#[rustfmt::skip]
pub(super) const STEP_4: &Endings = &[
    ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""),
    ("ant", ""), ("ent", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""),
    ("ive", ""), ("ize", ""), ("ion", ""), ("al", ""), ("er", ""), ("ic", ""),
];
