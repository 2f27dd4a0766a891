//! The tests tested: small sabotages, one at a time, each of which one test has to catch.
//!
//! In: the checkout and the built folder. Out: how many were caught, told one by one with what
//! the test said. They are made in copies below `target/sabotage/`, so that nothing that somebody
//! works on is ever harmed. Invariants: only a test that ran and failed counts, and that passes
//! where nothing is harmed; a sabotage that cannot be made or compiled is a fault of the list,
//! told beside the others and stopping none of them.

mod harm;
mod list;
mod place;
mod verdict;

use super::tally::Tally;
use crate::args::Inputs;
use crate::console::{say, spoken};
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use list::{Kind, Sabotage};
use place::{Place, Tests};
use std::collections::BTreeSet;
use std::fs;
use std::time::Instant;
use verdict::Verdict;

/// Names parts of what the sabotages to be made are called, where not all are wanted.
const ONLY: &str = "PLEDGES_SABOTAGE";

/// Makes and catches them all.
pub(super) fn all(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let list = fs::read_to_string(project.root().join("tests/sabotage.toml"));
    let mut list = list::read(&list.doing(|| "read tests/sabotage.toml".to_owned())?)?;
    let only = std::env::var(ONLY).unwrap_or_default();
    list.retain(|it| only.split('|').any(|words| it.what.contains(words)));
    if list.is_empty() {
        return Err(Failure::new(format!("no sabotage is called `{only}`")));
    }
    if inputs.texts.is_none() {
        for it in list.iter().filter(|it| it.texts) {
            say(&format!("not tried, as no texts were given: {}", it.what));
        }
        list.retain(|it| !it.texts);
    }
    let place = Place::make(project, inputs)?;
    let mut tally = Tally::default();
    // While the checkout is sound, its tests are compiled once.
    for kind in [Kind::Folder, Kind::Browser, Kind::Source] {
        let mut some: Vec<&Sabotage> = list.iter().filter(|it| it.kind == kind).collect();
        some.sort_by_key(|it| it.is_of_checkout());
        if !some.is_empty() {
            tally += each(&place, kind, &some).unwrap_or_else(|failure| {
                say(&format!("{} not tried: {failure}", some.len()));
                Tally::FAILED
            });
        }
    }
    Ok(tally)
}

/// Those that one kind of tests has to catch.
fn each(place: &Place, kind: Kind, some: &[&Sabotage]) -> Result<Tally> {
    let tests = place.tests(kind)?;
    let start = Instant::now();
    let names: BTreeSet<&str> = some.iter().map(|it| it.by.as_str()).collect();
    sound(&tests, &names)?;
    let time = spoken(start.elapsed());
    say(&format!("{} tests pass without harm, {time}", names.len()));
    let mut tally = Tally::default();
    for it in some {
        let start = Instant::now();
        let (word, note) = match tests.against(it) {
            Ok(Verdict::Failed { tests, why }) => {
                ("caught    ", [&tests.join(", "), ": ", &why].concat())
            }
            Ok(Verdict::Passed(_)) => ("NOT CAUGHT", ["by ", &it.by].concat()),
            Ok(Verdict::Nothing) => ("FAULTY    ", "it does not compile".to_owned()),
            Err(failure) => ("FAULTY    ", failure.to_string()),
        };
        let time = spoken(start.elapsed());
        say(&format!(
            "{word} {time:>12}  {}\n             {note}",
            it.what
        ));
        tally += if word.starts_with("caught") {
            Tally::PASSED
        } else {
            Tally::FAILED
        };
    }
    Ok(tally)
}

/// What fails without any harm, or is not there, proves nothing.
fn sound(tests: &Tests<'_>, names: &BTreeSet<&str>) -> Result<()> {
    let names: Vec<&str> = names.iter().copied().collect();
    let message = match tests.run(&names)? {
        Verdict::Passed(n) if n == names.len() => return Ok(()),
        Verdict::Passed(n) => format!("of {} tests named there are {n}", names.len()),
        Verdict::Failed { tests, why } => {
            format!("without any harm {} fails: {why}", tests.join(", "))
        }
        Verdict::Nothing => "without any harm the tests do not compile".to_owned(),
    };
    Err(Failure::new(message))
}
