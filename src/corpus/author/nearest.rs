//! Did you mean: the known word nearest to an unknown one.

/// The nearest of these words, where it is near enough to have been meant.
pub(super) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            let length = word.chars().count().max(candidate.chars().count());
            *distance <= (length * 2 / 5).max(1) || is_part(word, candidate)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `ashworth` for `jonathan-ashworth`.
fn is_part(word: &str, candidate: &str) -> bool {
    word.len() > 3 && candidate.split('-').any(|part| part == word)
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from
/// one word to the other (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, from) in a.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, to) in b.iter().enumerate() {
            let at =
                |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&above, column) + usize::from(from != to);
            let mut least = replaced
                .min(at(&above, column + 1) + 1)
                .min(at(&here, column) + 1);
            let swapped = row > 0
                && column > 0
                && a.get(row - 1) == Some(to)
                && b.get(column - 1) == Some(from);
            if swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            here.push(least);
        }
        before = std::mem::replace(&mut above, here);
    }
    above.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_edits() {
        assert_eq!(distance("workforce", "workforce"), 0);
        assert_eq!(distance("workfroce", "workforce"), 1);
        assert_eq!(distance("", "pay"), 3);
        assert_eq!(distance("theme", "themes"), 1);
    }

    #[test]
    fn suggests_only_what_may_have_been_meant() {
        let known = ["workforce", "pay", "jonathan-ashworth"];
        assert_eq!(nearest("workfroce", known), Some("workforce"));
        assert_eq!(nearest("ashworth", known), Some("jonathan-ashworth"));
        assert_eq!(nearest("hospitals", known), None);
    }
}
