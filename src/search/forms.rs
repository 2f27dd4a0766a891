//! Singular and plural: the other forms a typed word also finds.
//!
//! In: a term. Out: the terms with the same [`singular`]. Invariant: the relation
//! is symmetric, so a term finds another exactly if the other finds it. Fuller
//! stemming can take the place of this file: it needs the same two functions.
//!
//! The rules are those of the "S stemmer" (D. Harman, "How effective is
//! suffixing?", JASIS 42(1), 1991) and one for `taxes`, `classes`, `branches`.

/// Ends in `s` and is no plural of another word that matters.
const NO_PLURALS: [&str; 7] = ["does", "has", "his", "its", "news", "this", "was"];

/// The form that stands for all forms of a word; not always a word itself.
pub(super) fn singular(term: &str, into: &mut String) {
    into.clear();
    into.push_str(term);
    let ends = |end: &str| term.ends_with(end);
    let word = term.bytes().all(|byte| byte.is_ascii_lowercase());
    if term.len() < 3 || !word || NO_PLURALS.contains(&term) {
        return;
    }
    let dropped = if ends("ies") && term.len() > 4 {
        3
    } else if ["xes", "sses", "ches", "shes"].into_iter().any(ends) {
        2
    } else {
        usize::from(ends("s") && !ends("ss") && !ends("us"))
    };
    into.truncate(term.len() - dropped);
    if dropped == 3 {
        into.push('y');
    }
}

/// Calls `each` with every form of `term` but itself.
pub(super) fn other_forms(term: &str, each: &mut dyn FnMut(&str)) {
    let mut base = String::new();
    singular(term, &mut base);
    let mut check = String::new();
    // Every term with this singular is one of these four.
    for ending in ["", "s", "es", "ies"] {
        let mut form = base.clone();
        if ending == "ies" && form.pop() != Some('y') {
            continue;
        }
        form.push_str(ending);
        singular(&form, &mut check);
        if check == base && form != term {
            each(&form);
        }
    }
}
