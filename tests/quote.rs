//! The matching rule, on texts of every kind.

use pledges::corpus::author::nfc;
use pledges::corpus::quote::{Folded, Place};
use proptest::prelude::*;

fn places(text: &str, quote: &str) -> Vec<(u32, u32)> {
    beside(text, "", quote, "")
}

fn beside(text: &str, prefix: &str, quote: &str, suffix: &str) -> Vec<(u32, u32)> {
    let fold = |text| Folded::new(text, nfc);
    let found = fold(text).find(&fold(quote), &fold(prefix), &fold(suffix));
    found
        .into_iter()
        .map(|Place { start, end }| (start, end))
        .collect()
}

#[test]
fn spaces_and_quotation_marks_fold_and_places_count_the_source() {
    let text = "He said: ‘no\u{a0}more \n changes’.";
    assert_eq!(places(text, "'no more changes'"), [(9, 28)]);
    assert_eq!(places(text, "no more changes"), [(10, 27)]);
    assert_eq!(places("10\u{202f}000 nurses", "10 000 nurses"), [(0, 13)]);
    assert_eq!(places("„So“ — “so”", "\"so\""), [(7, 11)]);
    assert_eq!(places("a\r\n\r\nb", "a b"), [(0, 6)]);
}

#[test]
fn composed_and_decomposed_letters_are_one() {
    assert_eq!(places("The Cafe\u{301} stays", "Café"), [(4, 9)]);
    assert_eq!(places("The Café stays", "Cafe\u{301} stays"), [(4, 14)]);
    assert_eq!(places("\u{1100}\u{1161} b", "가"), [(0, 2)]);
    assert_eq!(places("\u{212b}ngström", "Ångström"), [(0, 8)]);
}

#[test]
fn nothing_else_is_folded() {
    assert!(places("Double the number", "double the number").is_empty());
    assert!(places("ten–year", "ten-year").is_empty());
    assert!(places("wait…", "wait...").is_empty());
    assert!(places("ﬁnance", "finance").is_empty());
    assert!(places("Café", "Cafe").is_empty());
    assert!(places("anything", "").is_empty());
}

#[test]
fn every_place_counts_and_words_beside_it_tell_them_apart() {
    let text = "train 200 pilots, said Bo: 200 pilots would do";
    assert_eq!(places(text, "200 pilots"), [(6, 16), (27, 37)]);
    assert_eq!(beside(text, "train", "200 pilots", ""), [(6, 16)]);
    assert_eq!(beside(text, "train ", "200 pilots", ""), [(6, 16)]);
    assert_eq!(beside(text, "", "200 pilots", " would"), [(27, 37)]);
    assert!(beside(text, "said", "200 pilots", "").is_empty());
    assert_eq!(places("aaa", "aa"), [(0, 2), (1, 3)]);
}

/// The rule said in another way, to hold the code against.
fn folded_plainly(text: &str) -> String {
    let mut out = String::new();
    for char in nfc(text).chars() {
        match char {
            '‘' | '’' | '‚' | '‛' => out.push('\''),
            '“' | '”' | '„' | '‟' => out.push('"'),
            char if char.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            char => out.push(char),
        }
    }
    out
}

/// Texts in which folding has something to do.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-c]{1,3}",
        2 => "[ \\t\\n\u{a0}\u{2000}\u{2003}\u{202f}\u{3000}]{1,3}",
        2 => "[‘’‚‛“”„‟'\"]",
        2 => "[aeoç\u{1e69}\u{1100}\u{1161}\u{11a8}각\u{212b}\u{2126}]?[\u{300}\u{301}\u{323}\u{307}\u{327}\u{345}]{0,3}",
        1 => "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn folding_is_the_published_rule(text in text()) {
        let folded: String = Folded::new(&text, nfc).chars().iter().collect();
        prop_assert_eq!(folded, folded_plainly(&text));
    }

    #[test]
    fn any_stretch_of_a_text_is_found_where_it_was(text in text(), cut in any::<(prop::sample::Index, prop::sample::Index)>()) {
        let chars: Vec<char> = text.chars().collect();
        prop_assume!(!chars.is_empty());
        let (a, b) = (cut.0.index(chars.len()), cut.1.index(chars.len()));
        let quote: String = chars[a.min(b)..=a.max(b)].iter().collect();
        for (start, end) in places(&text, &quote) {
            // What stands there folds to the quotation, though it may be more
            // where a mark was cut off from its letter.
            let there: String = chars[start as usize..end as usize].iter().collect();
            prop_assert!(folded_plainly(&there).contains(&folded_plainly(&quote)));
        }
        // Where nothing is folded away, it is found at exactly its own place.
        let has_runs = chars.windows(2).any(|pair| pair.iter().all(|char| char.is_whitespace()));
        if nfc(&text) == text && nfc(&quote) == quote && !has_runs {
            prop_assert!(places(&text, &quote).contains(&(a.min(b) as u32, a.max(b) as u32 + 1)));
        }
    }
}
