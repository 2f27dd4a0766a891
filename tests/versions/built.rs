//! Builds one after the other, each given the folder before: the very code of `publish`.

#[allow(dead_code, unreachable_pub, reason = "its `main` is for Trunk")]
#[path = "../../src/bin/publish/main.rs"]
pub(crate) mod program;

use std::fs;
use std::path::{Path, PathBuf};

use pledges::corpus::author::Sources;
use pledges::site::template::Template;
use pledges::versions::Record;

use super::later;
use crate::page::STAGED;
use crate::support::{edit, good, library_of};

/// A folder of its own, gone when the test ends.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("versions-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        let path = self.0.join(name);
        fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{name}: {fault}"))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.join(name).is_file()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a build writes of versions.
fn built(name: &str, sources: Sources, previous: Option<&Path>) -> Result<Folder, String> {
    let folder = Folder::new(name);
    let template = Template::read(STAGED).expect("a template");
    let done = program::history::each(&folder.0, previous, &template, library_of(sources));
    done.map(|_| folder).map_err(|fault| fault.to_string())
}

pub(crate) fn version(sources: Sources) -> String {
    Record::of(library_of(sources).corpus).version
}

/// A third version: one statement of the second is put otherwise.
fn third() -> Sources {
    let mut sources = later();
    edit(
        &mut sources,
        "articles/2020-speech.toml",
        "Look at the mooring fee again",
        "Look at the mooring fee once more",
    );
    sources
}

#[test]
fn builds_know_the_versions_before_them() {
    let [a, b, c] = [good(), later(), third()].map(version);
    let first = built("a", good(), None).unwrap();
    assert!(
        first
            .read("changes/index.html")
            .contains("This is the first version that is listed here")
    );
    assert!(
        first
            .read(&format!("changes/{a}/index.html"))
            .contains("Nothing has changed since.")
    );

    let second = built("b", later(), Some(&first.0)).unwrap();
    let pair = format!("changes/{a}/{b}/index.html");
    let said = "1 pledge added, 1 statement changed, 1 statement withdrawn; 1 link between answers changed.";
    assert!(second.read(&pair).contains(said));
    assert!(
        second
            .read(&format!("changes/{a}/index.html"))
            .contains(said)
    );
    assert!(second.read("changes/index.html").contains(said));
    assert_eq!(
        second.read(&format!("versions/{a}.json")),
        first.read(&format!("versions/{a}.json"))
    );

    // The same corpus again is the same version.
    let again = built("b-again", later(), Some(&second.0)).unwrap();
    for name in ["versions.json", "changes/index.html", &pair] {
        assert_eq!(again.read(name), second.read(name), "{name}");
    }

    let last = built("c", third(), Some(&again.0)).unwrap();
    assert_eq!(last.read(&pair), second.read(&pair), "carried as it was");
    assert!(
        last.read(&format!("changes/{b}/{c}/index.html"))
            .contains("1 statement changed.")
    );
    assert!(
        last.read(&format!("changes/{a}/{c}/index.html"))
            .contains("2 statements changed")
    );
    let since = last.read(&format!("changes/{a}/index.html"));
    for to in [&b, &c] {
        assert!(since.contains(&format!("href=\"{to}/\"")), "{to}");
    }
    let listed = last.read("versions.json");
    let places = [&a, &b, &c].map(|it| listed.find(&format!("\"version\":\"{it}\"")));
    assert!(
        places.is_sorted() && places.iter().all(Option::is_some),
        "{listed}"
    );

    // Put back to the first: that is the version now, and every earlier address still leads somewhere.
    let back = built("back", good(), Some(&last.0)).unwrap();
    for (from, to) in [(&a, &b), (&a, &c), (&b, &c), (&b, &a), (&c, &a)] {
        assert!(
            back.has(&format!("changes/{from}/{to}/index.html")),
            "{from} {to}"
        );
    }
    assert!(
        back.read(&format!("changes/{c}/{a}/index.html"))
            .contains("1 statement withdrawn")
    );
    let listed = back.read("versions.json");
    let newest = listed.lines().last().unwrap();
    assert!(
        newest.contains(&format!("\"version\":\"{a}\""))
            && newest.contains(&format!("\"since\":\"{c}\"")),
        "{listed}"
    );
}

#[test]
fn a_folder_from_before_there_were_versions_begins_the_list() {
    let old = Folder::new("old");
    fs::write(old.0.join("version.json"), "{\"corpus\":\"0123456789ab\"}").unwrap();
    let built = built("from-old", good(), Some(&old.0)).unwrap();
    assert!(
        built
            .read("changes/index.html")
            .contains("This is the first version")
    );
}

/// What is damaged stops the build, with the file and what to do; what is missing does not.
#[test]
fn damaged_files_are_named() {
    let first = built("whole", good(), None).unwrap();
    let a = version(good());
    let record = format!("versions/{a}.json");
    let whole = first.read(&record);
    fs::write(first.0.join(&record), &whole[..whole.len() / 2]).unwrap();
    let fault = built("damaged", later(), Some(&first.0)).err().unwrap();
    for told in [
        record.as_str(),
        "is damaged",
        "`--previous`",
        "put the file of the live site back, or delete it",
    ] {
        assert!(fault.contains(told), "{told}: {fault}");
    }
    fs::remove_file(first.0.join(&record)).unwrap();
    let next = built("missing", later(), Some(&first.0)).unwrap();
    assert!(
        next.read(&format!("changes/{a}/index.html"))
            .contains("were not kept")
    );
    fs::write(next.0.join("versions.json"), "{\"format\":1,\"versions\":[").unwrap();
    let fault = built("list", third(), Some(&next.0)).err().unwrap();
    assert!(fault.contains("versions.json is damaged"), "{fault}");
    fs::write(next.0.join("versions.json"), "{\"format\":7}").unwrap();
    let fault = built("newer", third(), Some(&next.0)).err().unwrap();
    assert!(
        fault.contains("has format 7, which a later release wrote"),
        "{fault}"
    );
}
