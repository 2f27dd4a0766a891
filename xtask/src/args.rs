//! The command line: words in, a [`Request`] out.
//!
//! Folders become absolute here, so that nothing below depends on where the
//! command was started. `PLEDGES_CORPUS`, `PLEDGES_TEXTS` and `PLEDGES_SITE` stand for
//! `--corpus`, `--texts` and `--site`; the flag wins.

use crate::bench::args::{self as bench, Task};
use crate::engine::Engine;
use crate::failure::{Doing, Failure, Result};
use std::ffi::OsString;
use std::path::PathBuf;

/// Where the corpus, the texts and the last deployment lie; all absolute.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// Another corpus folder than `assets/corpus`.
    pub(crate) corpus: Option<PathBuf>,
    /// The reader's copies of the articles.
    pub(crate) texts: Option<PathBuf>,
    /// The folder that is live now, carried forward by a build.
    pub(crate) previous: Option<PathBuf>,
    /// The address that the folder will have, with a `/` at its end.
    pub(crate) site: Option<String>,
}

/// Which of the checks.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Which {
    /// Those that take long, too.
    pub(crate) long: bool,
    /// Only those in whose names this occurs.
    pub(crate) only: Option<String>,
    /// In which browsers.
    pub(crate) engines: Vec<Engine>,
}

/// One command with all it needs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Print a text and stop.
    Help(&'static str),
    /// Build if anything changed, then serve.
    Serve {
        inputs: Inputs,
        out: Option<PathBuf>,
        port: u16,
        dev: bool,
    },
    /// Make the deployable folder.
    Build {
        inputs: Inputs,
        out: Option<PathBuf>,
    },
    /// Validate a corpus.
    Check { inputs: Inputs, write: bool },
    /// Run every check there is, or those asked for.
    Test { inputs: Inputs, which: Which },
    /// Take pictures of the built site.
    Shots {
        inputs: Inputs,
        out: Option<PathBuf>,
        paths: Vec<String>,
        readme: bool,
    },
    /// Measure, or write what is measured.
    Bench(Task),
    /// Finish the folder that Trunk has staged (Trunk calls this).
    Publish,
}

const HELP: &str = "\
The pledge explorer's commands

  cargo xtask serve    set up what is missing, build, serve on http://127.0.0.1:8080/
  cargo xtask test     set up what is missing, run every check there is
  cargo xtask build    make the deployable folder dist/
  cargo xtask check    validate the corpus, without building the app
  cargo xtask shots    pictures of the site at three widths, light and dark,
                       of the paths given, e.g. `cargo xtask shots / '/?q=icb'`

  cargo xtask bench    search and charts beside their peers, and the page, in a browser
      --quick  --sizes 50,1000,10000,100000  --only NAME,NAME
    bench charts [--quick] [--only NAME,NAME]   how soon charts are drawn anew
    bench page [--units 10000]                  how soon a key is on the screen
    bench takeover                              what a start of the program keeps of the page
    bench corpus --units N --out DIR            a generated corpus folder
    bench columns --units N --out FILE          the same records by columns
    bench contender --columns FILE --out DIR    the engine as a page to be measured

  --corpus DIR     another corpus folder than assets/corpus  (or PLEDGES_CORPUS)
  --texts DIR      the copies of the articles, to check the quotations against
                   and to show in full                       (or PLEDGES_TEXTS)
  --out DIR        serve, build: the folder to write, instead of dist/;
                   shots: instead of target/shots/
  --previous DIR   build: the folder that is live now; its hashed files and
                   frozen views are carried forward
  --site URL       serve, build: the address the folder will have, for what names
                   whole addresses: sitemap, feeds, cards  (or PLEDGES_SITE)
  --port N         serve: another port than 8080
  --dev            serve: build again whenever an input changes
  --all            test: also what takes long (a second build, sabotages)
  --only WORDS     test: only the checks in whose names these words occur
  --engines LIST   test: only these browsers, of chromium,firefox,webkit
  --write          check, with --texts: renew evidence.lock
  --readme         shots: write docs/screenshot.png and assets/screens instead

With the tools set up, `PATH=\"$PWD/target/tools/bin:$PATH\" trunk build --release`
and `trunk serve` work too.";

const COMMANDS: [&str; 6] = ["serve", "test", "build", "check", "shots", "bench"];
const DEFAULT_PORT: u16 = 8080;

/// Reads the real command line and environment.
pub(crate) fn from_environment() -> Result<Request> {
    parse(std::env::args_os().skip(1), |name| std::env::var_os(name))
}

/// Reads the words after the program's name; `env` looks a variable up.
fn parse(
    words: impl Iterator<Item = OsString>,
    env: impl Fn(&str) -> Option<OsString>,
) -> Result<Request> {
    let mut words = words;
    let Some(command) = words.next() else {
        return Ok(Request::Help(HELP));
    };
    let command = text(command)?;
    if ["help", "--help", "-h"].contains(&command.as_str()) {
        return Ok(Request::Help(HELP));
    }
    if command == "bench" {
        let words: Vec<String> = words.map(text).collect::<Result<_>>()?;
        if words.iter().any(|word| word == "--help" || word == "-h") {
            return Ok(Request::Help(HELP));
        }
        return bench::parse(&words).map(Request::Bench);
    }
    let allowed: &[&str] = match command.as_str() {
        "serve" => &[
            "--corpus",
            "--texts",
            "--previous",
            "--site",
            "--out",
            "--port",
            "--dev",
        ],
        "build" => &["--corpus", "--texts", "--previous", "--site", "--out"],
        "check" => &["--corpus", "--texts", "--write"],
        "test" => &["--corpus", "--texts", "--all", "--only", "--engines"],
        "shots" => &["--corpus", "--texts", "--out", "--readme"],
        "publish" => &[],
        other => return Err(unknown("command", other, &COMMANDS)),
    };
    let mut flags = Flags::default();
    while let Some(word) = words.next() {
        let word = text(word)?;
        if word == "--help" || word == "-h" {
            return Ok(Request::Help(HELP));
        }
        flags.take(&word, allowed, &mut words)?;
    }
    flags.into_request(&command, env)
}

#[derive(Default)]
struct Flags {
    corpus: Option<PathBuf>,
    texts: Option<PathBuf>,
    previous: Option<PathBuf>,
    site: Option<String>,
    out: Option<PathBuf>,
    port: Option<u16>,
    only: Option<String>,
    engines: Option<Vec<Engine>>,
    /// Those of [`SWITCHES`] that are there.
    switches: Vec<&'static str>,
    paths: Vec<String>,
}

/// Options without a value.
const SWITCHES: [&str; 4] = ["--dev", "--write", "--readme", "--all"];

impl Flags {
    fn take(
        &mut self,
        word: &str,
        allowed: &[&str],
        rest: &mut impl Iterator<Item = OsString>,
    ) -> Result<()> {
        if word.starts_with('/') && allowed.contains(&"--readme") {
            self.paths.push(word.to_owned());
            return Ok(());
        }
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name, Some(OsString::from(value))),
            None => (word, None),
        };
        if !allowed.contains(&name) {
            return Err(unknown("option", name, allowed));
        }
        if let Some(switch) = SWITCHES.into_iter().find(|it| *it == name) {
            if inline.is_some() {
                return Err(Failure::new(format!("`{name}` takes no value")));
            }
            self.switches.push(switch);
            return Ok(());
        }
        let Some(value) = inline.or_else(|| rest.next()).filter(|v| !v.is_empty()) else {
            return Err(Failure::new(format!("`{name}` needs a value")));
        };
        match name {
            "--only" => self.only = Some(text(value)?),
            "--corpus" => self.corpus = Some(absolute(value)?),
            "--texts" => self.texts = Some(absolute(value)?),
            "--previous" => self.previous = Some(absolute(value)?),
            "--site" => self.site = Some(text(value)?),
            "--engines" => self.engines = Some(Engine::list(&text(value)?)?),
            "--out" => self.out = Some(absolute(value)?),
            _ => {
                let port = value.to_str().and_then(|text| text.parse().ok());
                self.port = Some(port.ok_or_else(|| {
                    Failure::new("`--port` takes a number from 0 to 65535 (0: any free port)")
                })?);
            }
        }
        Ok(())
    }

    fn into_request(
        self,
        command: &str,
        env: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Request> {
        let switches = self.switches;
        let has = |switch: &str| switches.contains(&switch);
        let inputs = Inputs {
            corpus: folder("--corpus", or_env(self.corpus, env("PLEDGES_CORPUS"))?)?,
            texts: folder("--texts", or_env(self.texts, env("PLEDGES_TEXTS"))?)?,
            previous: folder("--previous", self.previous)?,
            site: site(self.site, env("PLEDGES_SITE"))?,
        };
        Ok(match command {
            "serve" => Request::Serve {
                inputs,
                out: self.out,
                port: self.port.unwrap_or(DEFAULT_PORT),
                dev: has("--dev"),
            },
            "build" => Request::Build {
                inputs,
                out: self.out,
            },
            "test" => Request::Test {
                inputs,
                which: Which {
                    long: has("--all"),
                    only: self.only,
                    engines: self.engines.unwrap_or_else(|| Engine::ALL.to_vec()),
                },
            },
            "shots" => Request::Shots {
                inputs,
                out: self.out,
                paths: self.paths,
                readme: has("--readme"),
            },
            "check" if has("--write") && inputs.texts.is_none() => {
                return Err(Failure::new(
                    "`--write` renews evidence.lock from the texts and needs `--texts DIR`",
                ));
            }
            "check" => Request::Check {
                inputs,
                write: has("--write"),
            },
            _ => Request::Publish,
        })
    }
}

fn text(word: OsString) -> Result<String> {
    word.into_string()
        .map_err(|word| Failure::new(format!("`{}` is not UTF-8", word.display())))
}

fn absolute(value: OsString) -> Result<PathBuf> {
    std::path::absolute(&value).doing(|| format!("make `{}` absolute", value.display()))
}

fn or_env(flag: Option<PathBuf>, variable: Option<OsString>) -> Result<Option<PathBuf>> {
    match (flag, variable.filter(|value| !value.is_empty())) {
        (Some(path), _) => Ok(Some(path)),
        (None, Some(value)) => absolute(value).map(Some),
        (None, None) => Ok(None),
    }
}

/// An input folder has to be there: a mistyped `--texts` must not pass for none.
fn folder(name: &str, path: Option<PathBuf>) -> Result<Option<PathBuf>> {
    match path {
        Some(path) if !path.is_dir() => Err(Failure::new(format!(
            "there is no folder {} (`{name}`)",
            path.display()
        ))),
        path => Ok(path),
    }
}

/// Where the folder will stand, with a `/` at its end.
fn site(flag: Option<String>, variable: Option<OsString>) -> Result<Option<String>> {
    let given = match flag {
        Some(flag) => Some(flag),
        None => variable.map(text).transpose()?,
    };
    let Some(given) = given.filter(|it| !it.is_empty()) else {
        return Ok(None);
    };
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|it| given.strip_prefix(it));
    let host = rest.and_then(|rest| rest.split('/').next());
    let letters = given
        .bytes()
        .all(|it| it.is_ascii_graphic() && !b"\"<>\\^`{|}?#".contains(&it));
    if !letters || host.is_none_or(str::is_empty) {
        let fault = format!("`{given}` is not the address of a folder (`--site`)");
        return Err(Failure::new(fault).remedy("give it whole, as in https://example.org/pledges/"));
    }
    let end = if given.ends_with('/') { "" } else { "/" };
    Ok(Some([&given, end].concat()))
}

fn unknown(what: &str, word: &str, known: &[&str]) -> Failure {
    let near = known
        .iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= 2)
        .min();
    let advice = match near {
        Some((_, candidate)) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => "it takes none".to_owned(),
        None => format!("it is one of {}", known.join(", ")),
    };
    Failure::new(format!("unknown {what} `{word}`; {advice}")).remedy("cargo xtask --help")
}

/// Edit distance; the words are a few letters long.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Request> {
        parse(line.split_whitespace().map(OsString::from), |_| None)
    }

    fn said(line: &str) -> String {
        of(line)
            .err()
            .map(|failure| failure.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn nothing_and_help_print_help() {
        for line in ["", "help", "-h", "serve --help", "build --out x -h"] {
            assert_eq!(of(line), Ok(Request::Help(HELP)), "{line}");
        }
    }

    #[test]
    fn serve_has_defaults() {
        let request = Request::Serve {
            inputs: Inputs::default(),
            out: None,
            port: 8080,
            dev: false,
        };
        assert_eq!(of("serve"), Ok(request));
    }

    #[test]
    fn values_come_after_a_space_or_an_equals_sign() {
        for line in ["serve --port 9000 --dev", "serve --dev --port=9000"] {
            assert!(
                matches!(
                    of(line),
                    Ok(Request::Serve {
                        port: 9000,
                        dev: true,
                        ..
                    })
                ),
                "{line}"
            );
        }
    }

    #[test]
    fn shots_take_paths_as_they_stand() {
        let Ok(Request::Shots { paths, .. }) = of("shots / /?q=icb") else {
            panic!("not shots");
        };
        assert_eq!(paths, ["/", "/?q=icb"]);
        assert!(said("build /").contains("unknown option `/`"));
    }

    #[test]
    fn relative_folders_become_absolute() {
        let Ok(Request::Build { inputs, out }) = of("build --corpus . --out ./x/y") else {
            panic!("not a build");
        };
        assert!(inputs.corpus.is_some_and(|path| path.is_absolute()));
        assert!(out.is_some_and(|path| path.is_absolute() && path.ends_with("x/y")));
    }

    #[test]
    fn the_environment_stands_in_and_the_flag_wins() {
        let env = |name: &str| (name == "PLEDGES_TEXTS").then(|| OsString::from("."));
        let words = ["check", "--write"].map(OsString::from);
        let Ok(Request::Check {
            inputs,
            write: true,
        }) = parse(words.into_iter(), env)
        else {
            panic!("not a check");
        };
        assert_eq!(inputs.texts, std::env::current_dir().ok());
        let words = ["check", "--texts", "/"].map(OsString::from);
        let Ok(Request::Check { inputs, .. }) = parse(words.into_iter(), env) else {
            panic!("not a check");
        };
        assert_eq!(inputs.texts, Some(PathBuf::from("/")));
    }

    #[test]
    fn a_site_is_a_whole_address_and_ends_in_a_slash() {
        for line in [
            "build --site https://example.org/a",
            "build --site=https://example.org/a/",
        ] {
            let Ok(Request::Build { inputs, .. }) = of(line) else {
                panic!("not a build");
            };
            assert_eq!(
                inputs.site.as_deref(),
                Some("https://example.org/a/"),
                "{line}"
            );
        }
        for site in [
            "example.org",
            "ftp://example.org/",
            "https://",
            "https:///a",
            "https://example.org/?a",
            "http://a\"b/",
        ] {
            let line = format!("build --site {site}");
            assert!(
                said(&line).contains("not the address of a folder"),
                "{line}"
            );
        }
    }

    #[test]
    fn all_engines_are_tested_unless_some_are_named() {
        let of = |line: &str| match of(line) {
            Ok(Request::Test { which, .. }) => which.engines,
            _ => Vec::new(),
        };
        assert_eq!(of("test"), Engine::ALL);
        assert_eq!(of("test --engines=webkit"), [Engine::WebKit]);
        assert!(said("test --engines opera").contains("no engine"));
    }

    #[test]
    fn mistakes_are_named() {
        assert!(said("sevre").contains("did you mean `serve`?"));
        assert!(said("serve --prot 1").contains("did you mean `--port`?"));
        assert!(said("build --port 1").contains("unknown option `--port`"));
        assert!(said("serve --port eighty").contains("takes a number"));
        assert!(said("serve --port").contains("needs a value"));
        assert!(said("serve --dev=yes").contains("takes no value"));
        assert!(said("build --texts /no/such/folder").contains("there is no folder"));
        assert!(said("check --write").contains("needs `--texts DIR`"));
    }
}
