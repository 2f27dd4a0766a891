//! The three browsers that the site is tested in.
//!
//! In: their names as `--engines` takes them. Out: which programs and packages each needs, and
//! which tests it does not run. Invariant: `tests/browser/engines.txt` is the only list of
//! exceptions.

use crate::failure::{Doing, Failure, Result};
use crate::project::{Project, on_path};
use std::fs;
use std::path::{Path, PathBuf};

/// A family of browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Any Chromium or Chrome, with a chromedriver of its version.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// `WebKitGTK`'s small browser, with `WebKitWebDriver`, on a screen that nobody sees.
    WebKit,
}

const CHROMIUMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// Where distributions put what is not meant to be started by people.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/libexec", "/usr/lib64"];

impl Engine {
    /// All of them, the quickest first.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What the command line and the tests call it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// The engines of a list such as `chromium,firefox`.
    pub(crate) fn list(words: &str) -> Result<Vec<Self>> {
        let one = |word: &str| {
            let found = Self::ALL.into_iter().find(|it| it.word() == word);
            found.ok_or_else(|| {
                let fault = format!("`{word}` is no engine (`--engines`)");
                Failure::new(fault).remedy("--engines chromium,firefox,webkit")
            })
        };
        words.split(',').map(one).collect()
    }

    /// The browser's program.
    pub(crate) fn program(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => CHROMIUMS.iter().find_map(|it| on_path(it)),
            Self::Firefox => FIREFOXES.iter().find_map(|it| on_path(it)),
            Self::WebKit => on_path("MiniBrowser").or_else(mini_browser),
        }
    }

    /// The program that takes a test's commands to it.
    pub(crate) fn driver(self, project: &Project) -> Option<PathBuf> {
        match self {
            Self::Chromium => on_path("chromedriver"),
            Self::Firefox => {
                let ours = project.bin().join("geckodriver");
                ours.is_file()
                    .then_some(ours)
                    .or_else(|| on_path("geckodriver"))
            }
            Self::WebKit => on_path("WebKitWebDriver"),
        }
    }

    /// Debian's packages; they fit one another.
    pub(crate) fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Whether the packages are there, or others that do as well.
    pub(crate) fn is_installed(self) -> bool {
        let rest = match self {
            Self::Chromium => on_path("chromedriver").is_some(),
            Self::Firefox => true,
            Self::WebKit => on_path("WebKitWebDriver").is_some() && on_path("Xvfb").is_some(),
        };
        rest && self.program().is_some()
    }

    /// The tests that it does not run, each with the reason.
    pub(crate) fn exceptions(self, project: &Project) -> Result<Vec<(String, String)>> {
        let lines = lines(&list(project)?)?;
        let not_here = lines.into_iter().filter(|it| !it.runs(self.word()));
        Ok(not_here.map(|it| (it.name, it.reason)).collect())
    }
}

/// The tests that only `--all` runs, in Chromium.
pub(crate) fn nightly(project: &Project) -> Result<Vec<String>> {
    let lines = lines(&list(project)?)?;
    let nightly = lines.into_iter().filter(|it| it.runs("nightly"));
    Ok(nightly.map(|it| it.name).collect())
}

fn list(project: &Project) -> Result<String> {
    let path = project.root().join("tests/browser/engines.txt");
    fs::read_to_string(&path).doing(|| format!("read {}", path.display()))
}

/// `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser` on Debian.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: &Path| {
        let entries = fs::read_dir(path).into_iter().flatten();
        let mut all: Vec<PathBuf> = entries.flatten().map(|it| it.path()).collect();
        all.sort();
        all
    };
    let is_webkit = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("webkit")
    };
    let roots = LIBRARIES.iter().map(Path::new);
    let near = roots.flat_map(|root| {
        let arch = folders(root)
            .into_iter()
            .filter(|it| it.to_string_lossy().ends_with("-gnu"));
        std::iter::once(root.to_owned()).chain(arch)
    });
    let webkits = near.flat_map(|it| folders(&it).into_iter().filter(is_webkit));
    let mut programs = webkits.map(|it| it.join("MiniBrowser"));
    programs.find(|it| it.is_file())
}

/// A line of the list: where a test runs, its name, and why not elsewhere.
struct Line {
    engines: String,
    name: String,
    reason: String,
}

impl Line {
    fn runs(&self, word: &str) -> bool {
        self.engines.split_whitespace().any(|it| it == word)
    }
}

fn lines(text: &str) -> Result<Vec<Line>> {
    let lines = text
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'));
    let mut found = Vec::new();
    for line in lines {
        let [engines, name, reason] = line.splitn(3, '|').collect::<Vec<_>>()[..] else {
            return Err(Failure::new(format!(
                "engines.txt: no three parts in `{line}`"
            )));
        };
        let [engines, name, reason] = [engines, name, reason].map(|it| it.trim().to_owned());
        found.push(Line {
            engines,
            name,
            reason,
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_named_one_by_one() {
        let list = Engine::list("webkit,chromium");
        assert_eq!(list, Ok(vec![Engine::WebKit, Engine::Chromium]));
        assert!(Engine::list("safari").is_err() && Engine::list("").is_err());
    }

    #[test]
    fn a_test_is_left_out_where_it_is_not_said_to_run() {
        let text = "# why\n\nchromium firefox | a::b | a | reason\nnightly | c::d | other\n";
        let of = |word| lines(text).map(|all| all.iter().filter(|it| it.runs(word)).count());
        assert_eq!(of("chromium"), Ok(1));
        assert_eq!(of("webkit"), Ok(0));
        assert_eq!(of("nightly"), Ok(1));
        assert!(lines("chromium a::b reason").is_err());
    }

    /// A test that was renamed would run where it cannot.
    #[test]
    fn every_exception_is_a_test_that_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/browser");
        let list = fs::read_to_string(root.join("engines.txt")).unwrap_or_default();
        let names = list.lines().filter_map(|line| line.split('|').nth(1));
        let mut n_names = 0;
        for name in names.map(str::trim) {
            // With nothing behind its last `::` it is all of a module.
            let (path, function) = name.rsplit_once("::").unwrap_or_default();
            let path = path.replace("::", "/");
            let file = root.join(format!("{path}.rs"));
            let source = fs::read_to_string(file)
                .or_else(|_| fs::read_to_string(root.join(path).join("mod.rs")));
            let is_there = source
                .is_ok_and(|it| function.is_empty() || it.contains(&format!("fn {function}()")));
            assert!(is_there, "no test {name}");
            n_names += 1;
        }
        assert!(n_names > 10);
    }
}
