//! A program in parts: what is in which, and what is refused. That all together do what the whole
//! did, the browser's tests show.

mod sample;

use pledges::split::{lean, split};
use wasmparser::{Parser, Payload};

/// How many functions of its own a module has whose body is more than a trap.
fn bodies(module: &[u8]) -> usize {
    let payloads = Parser::new(0).parse_all(module);
    let bodies = payloads.filter(|payload| match payload.as_ref().expect("a sound module") {
        Payload::CodeSectionEntry(body) => body.range().len() > 3,
        _ => false,
    });
    bodies.count()
}

/// The bytes that a module writes to memory.
fn data(module: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(segments) = payload.expect("a sound module") {
            for segment in segments {
                all.extend(segment.expect("a segment").data);
            }
        }
    }
    all
}

#[test]
fn a_seam_has_to_be_one() {
    for seam in ["nowhere", "behind"] {
        let fault = split(&sample::linked(), &sample::bound(), &[seam]).unwrap_err();
        assert!(fault.to_string().contains("not exactly one"), "{fault}");
    }
}

#[test]
fn code_and_data_go_with_who_uses_them() {
    let parts = split(&sample::linked(), &sample::bound(), &[sample::SEAM]).expect("two parts");
    assert_eq!(
        parts.deferred,
        [["the_seam", "only_beyond", "behind_beyond"]]
    );
    let [later] = &parts.later[..] else {
        panic!("one seam, one part")
    };
    // The seam stays as a passage.
    assert_eq!((bodies(&parts.first), bodies(later)), (4, 3));
    let [one, five_hundred, none] = [1_i32, 500, 0].map(i32::to_le_bytes);
    assert_eq!(data(&parts.first), [one, five_hundred, none, none].concat());
    let [two, seven_hundred] = [2_i32, 700].map(i32::to_le_bytes);
    assert_eq!(data(later), [two, seven_hundred].concat());
    let again = split(&sample::linked(), &sample::bound(), &[sample::SEAM]);
    assert_eq!(again.as_ref(), Ok(&parts));
}

#[test]
fn what_is_behind_a_second_seam_follows_by_itself() {
    let seams = [sample::SEAM, "only_beyond"];
    let parts = split(&sample::linked(), &sample::bound(), &seams).expect("three parts");
    assert_eq!(
        parts.deferred,
        [vec!["the_seam", "behind_beyond"], vec!["only_beyond"]]
    );
    // Each seam stays as a passage in the part before it.
    assert_eq!(bodies(&parts.first), 4);
    let each: Vec<usize> = parts.later.iter().map(|it| bodies(it)).collect();
    assert_eq!(each, [3, 1]);
    assert!(data(&parts.later[1]).is_empty());
}

#[test]
fn without_the_linkers_word_nothing_is_split() {
    let fault = split(&sample::bound(), &sample::bound(), &[sample::SEAM]).unwrap_err();
    assert!(fault.to_string().contains("--emit-relocs"), "{fault}");
}

#[test]
fn names_are_short_in_module_and_glue_alike() {
    let parts = split(&sample::linked(), &sample::bound(), &[sample::SEAM]).expect("two parts");
    assert_eq!(parts.renamed, [(sample::NOTE.to_owned(), "w0".to_owned())]);
    let glue = format!(
        "/** says so\n * twice */\n// and again\n  {}: (x) => log(x), // 1\n",
        sample::NOTE
    );
    assert_eq!(lean(&glue, &parts.renamed), "w0: (x) => log(x), // 1\n");
    let style = "*,\n*::before {\n  color: red;\n}\n\n/* one\n   two */\n";
    assert_eq!(lean(style, &[]), "*,\n*::before {\ncolor: red;\n}\n");
}
