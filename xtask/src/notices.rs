//! `licences.txt`: the licences of what the program in the browser is made of.
//!
//! In: the lock file, and the packages as cargo has them on this machine. Out: a text for the built
//! folder. Invariant: every package that is compiled into the program is named, by the licence
//! that its authors chose and the notice that this asks for; a package whose notice nobody knows
//! stops the build. The same lock file gives the same text.

use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::setup::wasm::TARGET;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Where it stands in the built folder.
pub(crate) const NAME: &str = "licences.txt";

/// How names of files begin that say on which terms a package is given.
const BEGINNINGS: [&str; 6] = [
    "COPYING",
    "COPYRIGHT",
    "LICENCE",
    "LICENSE",
    "NOTICE",
    "UNLICENSE",
];

/// Of several licences the one that asks for least to be handed on is taken: not these.
const OTHERS: [&str; 3] = ["APACHE", "COPYING", "UNLICENSE"];

/// What the MIT licence says beneath the line of copyright.
const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the \"Software\"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.";

const RULE: &str = "------------------------------------------------------------------------";

/// A package of the program.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
}

/// The text.
pub(crate) fn text(project: &Project) -> Result<String> {
    let packages = packages(project)?;
    let folders = folders(project)?;
    let own = read(&project.root().join("LICENSE"))?;
    let mut text = format!(
        "Pledge Explorer {}\n\n{own}\n\n{RULE}\n\nThe program in the browser also holds parts of these packages, \
         and of the standard\nlibrary of Rust. Where a package may be used under any of several licences, one\nof them \
         is taken; the texts follow.\n\n",
        env!("CARGO_PKG_VERSION")
    );
    let rust = ["Copyright (c) The Rust Project Contributors\n\n", MIT].concat();
    // Equal texts stand once, under all who share them.
    let mut texts = vec![(rust, vec!["the standard library of Rust".to_owned()])];
    for package in &packages {
        let label = format!("{} {}", package.name, package.version);
        let _ = writeln!(text, "{label}: {}", package.licence);
        let folder = folders.get(&label).ok_or_else(|| {
            Failure::new(format!("{label} is not on this machine")).remedy("cargo fetch")
        })?;
        for notice in notices(package, folder)? {
            match texts.iter_mut().find(|it| it.0 == notice) {
                Some((_, labels)) => labels.push(label.clone()),
                None => texts.push((notice, vec![label.clone()])),
            }
        }
    }
    for (notice, labels) in texts {
        let _ = write!(text, "\n{RULE}\n{}\n\n{notice}\n", labels.join("\n"));
    }
    Ok(text)
}

/// Those that are compiled into the program, in order of name.
fn packages(project: &Project) -> Result<BTreeSet<Package>> {
    let tree = said(
        project,
        &[
            "tree",
            "--locked",
            "--offline",
            "--package",
            "pledges",
            "--target",
            TARGET,
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}",
        ],
    )?;
    Ok(tree.lines().filter_map(package).collect())
}

/// `name v1.2.3<tab>licence`, perhaps with a mark that it was named before; our own has a path.
fn package(line: &str) -> Option<Package> {
    let (what, licence) = line.split_once('\t')?;
    let (name, version) = what.split_once(" v")?;
    let ours = version.contains(' ') && !version.ends_with("(proc-macro)");
    (!ours).then(|| Package {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licence.trim_end_matches(" (*)").to_owned(),
    })
}

/// Where packages lie on this machine, by name and version.
fn folders(project: &Project) -> Result<BTreeMap<String, PathBuf>> {
    let told = said(
        project,
        &[
            "metadata",
            "--locked",
            "--offline",
            "--format-version",
            "1",
            "--filter-platform",
            TARGET,
        ],
    )?;
    let mut folders = BTreeMap::new();
    for part in told.split("\"manifest_path\":\"").skip(1) {
        let path = part.split('"').next().unwrap_or_default();
        let manifest = PathBuf::from(path.replace("\\\\", "\\"));
        let text = read(&manifest)?;
        if let (Some(name), Some(version)) = (field(&text, "name"), field(&text, "version")) {
            let folder = manifest.parent().unwrap_or(Path::new("/")).to_owned();
            folders.insert(format!("{name} {version}"), folder);
        }
    }
    Ok(folders)
}

/// What a package's archive says of its terms, or what its authors' choice comes to.
fn notices(package: &Package, folder: &Path) -> Result<Vec<String>> {
    let doing = || format!("read {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).doing(doing)? {
        let name = entry.doing(doing)?.file_name();
        let name = name.to_string_lossy().into_owned();
        let capital = name.to_uppercase();
        if BEGINNINGS.iter().any(|it| capital.starts_with(it)) {
            names.push(name);
        }
    }
    names.sort();
    let choice = package.licence.contains(" OR ") || package.licence.contains('/');
    let other = |name: &String| OTHERS.iter().any(|it| name.to_uppercase().contains(it));
    if choice && !names.iter().all(other) {
        names.retain(|name| !other(name));
    }
    if !names.is_empty() {
        return names.iter().map(|name| read(&folder.join(name))).collect();
    }
    let manifest = read(&folder.join("Cargo.toml"))?;
    if !package.licence.contains("MIT") {
        return Err(Failure::new(format!(
            "{} {} ({}) says nowhere what has to be handed on with it",
            package.name, package.version, package.licence
        )));
    }
    let authors = authors(&manifest).join(", ");
    Ok(vec![["Copyright (c) ", &authors, "\n\n", MIT].concat()])
}

/// A field of a package's own part of its manifest, as cargo writes it on publishing.
fn field<'a>(manifest: &'a str, name: &str) -> Option<&'a str> {
    let own = manifest.split("[package]\n").nth(1)?;
    let mut lines = own.lines().take_while(|line| !line.starts_with('['));
    lines.find_map(|line| {
        line.strip_prefix(name)?
            .strip_prefix(" = \"")?
            .strip_suffix('"')
    })
}

/// Names without addresses.
fn authors(manifest: &str) -> Vec<String> {
    let list = manifest.split("\nauthors = [").nth(1).unwrap_or_default();
    let list = list.split(']').next().unwrap_or_default();
    let names = list.split('"').skip(1).step_by(2);
    let names = names.map(|it| it.split(" <").next().unwrap_or(it).to_owned());
    names.collect()
}

fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).doing(|| format!("read {}", file.display()))?;
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    Ok(text.trim_matches('\n').trim_end().to_owned())
}

/// What cargo answers.
fn said(project: &Project, words: &[&str]) -> Result<String> {
    let mut cargo = project.cargo(words);
    let output = cargo.stderr(Stdio::inherit()).output();
    let output = output.doing(|| "start cargo".to_owned())?;
    if !output.status.success() {
        return Err(Failure::new(format!("`cargo {}` failed", words.join(" "))));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_package() {
        let fnv = Package {
            name: "fnv".to_owned(),
            version: "1.0.7".to_owned(),
            licence: "Apache-2.0 / MIT".to_owned(),
        };
        assert_eq!(package("fnv v1.0.7\tApache-2.0 / MIT (*)"), Some(fnv));
        assert_eq!(package("pledges v0.1.0 (/somewhere)\tMIT"), None);
    }

    #[test]
    fn a_manifest_tells_name_version_and_authors() {
        let text = "# x\n[package]\nedition = \"2024\"\nname = \"yew\"\nversion = \"0.23.0\"\n\
                    authors = [\n    \"A B <a@b>\",\n    \"C\",\n]\n\n[lib]\nname = \"other\"\n";
        assert_eq!(field(text, "name"), Some("yew"));
        assert_eq!(field(text, "version"), Some("0.23.0"));
        assert_eq!(field(text, "path"), None);
        assert_eq!(authors(text), ["A B", "C"]);
    }
}
