//! Differences between versions that chance made: what must hold for any two.

use pledges::versions::{Record, Unit, since};
use proptest::prelude::*;

use super::two;

/// What chance does to each statement of a version: it stays, goes, says something else or comes
/// twice under another id.
fn edited(record: &Record, deeds: &[u8]) -> Record {
    let mut units = Vec::new();
    for (unit, deed) in record.units.iter().zip(deeds.iter().cycle()) {
        match deed % 4 {
            0 => units.push(unit.clone()),
            1 => {}
            2 => units.push(Unit {
                statement: [&unit.statement, " again"].concat(),
                quotes: vec![deed.to_string()],
                ..unit.clone()
            }),
            _ => {
                units.insert(0, unit.clone());
                units.push(Unit {
                    id: [&unit.id, "-", &deed.to_string()].concat(),
                    kind: if deed % 8 < 4 { "firm" } else { "position" }.to_owned(),
                    ..unit.clone()
                });
            }
        }
    }
    Record {
        units,
        ..record.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn added_and_withdrawn_make_up_the_difference(one: Vec<u8>, other: Vec<u8>) {
        let (_, record) = two_once();
        let deeds = |deeds: Vec<u8>| if deeds.is_empty() { vec![0] } else { deeds };
        let before = edited(record, &deeds(one));
        let after = edited(record, &deeds(other));
        let there = since(&before, &after);
        let back = since(&after, &before);
        let (n, m) = (there.counts(), back.counts());
        prop_assert_eq!(before.units.len() + there.units.added.len(), after.units.len() + there.units.gone.len());
        prop_assert_eq!(n.pledges + n.others, m.withdrawn);
        prop_assert_eq!(m.pledges + m.others, n.withdrawn);
        prop_assert_eq!(n.changed, m.changed);
        for it in &there.units.changed {
            prop_assert_eq!(&it.before.id, &it.after.id);
            prop_assert!(!it.fields.is_empty());
            for field in &it.fields {
                prop_assert!(field.before != field.after);
            }
        }
        // Undone field by field, the later version is the earlier one.
        let mut undone: Vec<Unit> = after.units.iter().filter(|it| !there.units.added.contains(it)).cloned().collect();
        for it in &mut undone {
            if let Some(changed) = there.units.changed.iter().find(|of| of.after == it) {
                *it = changed.before.clone();
            }
        }
        undone.extend(there.units.gone.iter().map(|it| (*it).clone()));
        let sorted = |mut units: Vec<Unit>| {
            units.sort_by(|a, b| a.id.cmp(&b.id));
            units
        };
        prop_assert_eq!(sorted(undone), sorted(before.units.clone()));
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        let _ = Record::parse(&text, "0123456789ab");
        let _ = pledges::versions::Versions::parse(&text);
    }
}

fn two_once() -> &'static (Record, Record) {
    static TWO: std::sync::LazyLock<(Record, Record)> = std::sync::LazyLock::new(two);
    &TWO
}
