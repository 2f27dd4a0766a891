//! What a link or a reader wrote, within sentences of ours: it is seen, and turns, hides and
//! closes nothing.

use pledges::explore::address;
use pledges::explore::escape;
use pledges::explore::quoted::shown;
use pledges::explore::view::View;
use pledges::explore::words;
use pledges::ui::chips;
use pledges::ui::page::EmbedView;
use pledges::ui::page::builder::Wish;
use proptest::prelude::*;

use crate::embed::selected;
use crate::page::explorer;
use crate::support::library;

/// The general category Cf as Unicode has it.
const CF: [[u32; 2]; 21] = [
    [0xAD, 0xAD],
    [0x600, 0x605],
    [0x61C, 0x61C],
    [0x6DD, 0x6DD],
    [0x70F, 0x70F],
    [0x890, 0x891],
    [0x8E2, 0x8E2],
    [0x180E, 0x180E],
    [0x200B, 0x200F],
    [0x202A, 0x202E],
    [0x2060, 0x2064],
    [0x2066, 0x206F],
    [0xFEFF, 0xFEFF],
    [0xFFF9, 0xFFFB],
    [0x110BD, 0x110BD],
    [0x110CD, 0x110CD],
    [0x13430, 0x1343F],
    [0x1BCA0, 0x1BCA3],
    [0x1D173, 0x1D17A],
    [0xE0001, 0xE0001],
    [0xE0020, 0xE007F],
];

fn acts_unseen(char: char) -> bool {
    let place = u32::from(char);
    char.is_control() || CF.iter().any(|[from, to]| (*from..=*to).contains(&place))
}

/// What acts unseen in a text, by its number.
fn unseen(text: &str) -> Vec<u32> {
    let found = text.chars().filter(|it| *it != '\n' && acts_unseen(*it));
    found.map(u32::from).collect()
}

/// A text in which everything happens that may happen to a reader's eyes.
const TURNED: &str =
    "foo\u{202e}evil\u{200b}si\u{2066}gni\0ht\u{7f}yr\u{feff}e\u{e0041}v\u{ad}e\u{2069}”x";

/// Addresses that have it in each place.
fn addresses() -> Vec<String> {
    let mut text = String::new();
    escape::push(&mut text, TURNED);
    let keys = [
        "q", "theme", "from", "sort", "color", "vs", "view", "id", "as", "size", "live",
    ];
    let mut all: Vec<String> = keys.iter().map(|key| format!("?{key}={text}")).collect();
    all.push(format!("?{text}=1"));
    all.push(format!("?vs=q%3D{text}&theme={text}&q=doctors"));
    all.push(format!("?q=doctors%20{text}&vs=all"));
    // A typing error, put right beside it.
    all.push("?q=doctrs%E2%80%8B".to_owned());
    all.push("?q=doc%C2%ADtrs%20%E2%80%AE".to_owned());
    all.push(format!("?view=unit&id={text}"));
    all
}

#[test]
fn every_character_that_acts_unseen_is_seen_or_gone() {
    let mut others = String::new();
    for char in '\0'..=char::MAX {
        let told = shown(&char.to_string());
        assert_eq!(unseen(&told), [0; 0], "U+{:04X}", u32::from(char));
        if !acts_unseen(char) && told != char.to_string() {
            others.push(char);
        }
    }
    // Marks that would close ours, ends of lines, and places in their blocks not given away.
    let letters = others.chars().filter(|it| it.is_alphanumeric());
    assert_eq!(letters.collect::<String>(), "");
    assert!(others.starts_with("\u{201c}\u{201d}\u{2028}\u{2029}\u{2065}\u{fff0}"));
    assert_eq!(
        shown("“a phrase” – Naïve, £2.5bn, שלום, 👩‍⚕"),
        "\"a phrase\" – Naïve, £2.5bn, שלום, 👩\u{fffd}⚕"
    );
    assert_eq!(shown("health\u{ad}care\tnow"), "healthcare now");
}

proptest! {
    /// The table above is Unicode's: what generates it knows the categories by name.
    #[test]
    fn nothing_of_the_two_categories_is_left(text in "[\\p{Cc}\\p{Cf}]{1,40}") {
        let text: String = text.chars().filter(|it| *it != '\u{ad}').collect();
        prop_assert!(text.chars().all(acts_unseen));
        let told = shown(&text);
        prop_assert_eq!(told.replace([' ', '\u{fffd}'], ""), "");
    }

    #[test]
    fn notes_and_chips_show_what_acts_and_the_address_keeps_it(
        text in "[\\PC\\p{Cc}\\p{Cf}“”]{0,60}",
        key in "(q|theme|sort|from|view|id|as|\\PC{0,5}\\p{Cf}{0,3})",
    ) {
        let corpus = library().corpus;
        let mut query = String::from("?");
        escape::push(&mut query, &key);
        query.push('=');
        escape::push(&mut query, &text);
        let (view, notices) = address::parse(corpus, &query);
        let (wish, mut told) = Wish::parse(corpus, &query);
        told.extend(notices.iter().map(words::notice));
        told.push(chips::named(library(), &view));
        for told in told {
            prop_assert_eq!(unseen(&told), [0; 0]);
        }
        if key == "q" {
            prop_assert_eq!(&view.q, &text);
        }
        let (again, _) = address::parse(corpus, &address::print(corpus, &view));
        prop_assert_eq!(again.q.trim(), view.q.trim());
        prop_assert_eq!(Wish::parse(corpus, &wish.print(corpus)).0, wish);
    }
}

/// Everything that explorer and frames draw for such an address, but what stands in fields and is
/// the reader's own.
#[test]
fn no_page_shows_a_link_that_turns_its_words() {
    for query in addresses() {
        let query: &'static str = query.leak();
        let mut pages = vec![explorer(library(), query)];
        pages.extend(EmbedView::SELECTIONS.map(|view| selected(view, query)));
        for page in pages {
            let page = without_fields(&page);
            assert_eq!(unseen(&page), [0; 0], "{query}");
            assert!(!page.contains("”x"), "{query}");
        }
        let (_, notes) = Wish::parse(library().corpus, query);
        for note in notes {
            assert_eq!(unseen(&note), [0; 0], "{query}");
        }
    }
    let named = chips::named(
        library(),
        &View {
            q: TURNED.into(),
            ..View::default()
        },
    );
    assert_eq!(
        named,
        "“foo\u{fffd}evil\u{fffd}si\u{fffd}gni ht yr\u{fffd}e\u{fffd}ve\u{fffd}\"x”"
    );
    let corrected = explorer(library(), "?q=doctrs%E2%80%8B");
    assert!(
        corrected.contains("Nothing has “doctrs"),
        "the typing error is told"
    );
}

/// A page without what stands in its fields.
fn without_fields(page: &str) -> String {
    let mut parts = page.split("<input");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('>').map_or("", |it| it.1));
    }
    out
}
