//! Harm done to files, and undone.
//!
//! In: a sabotage and the folder that it is made in. Out: the folder with it, later without.
//! Invariant: what a browser test has to catch is no wrong checksum: where the built folder
//! vouches for the bytes of the harmed file, it then vouches for the harmed ones.

use super::list::{Kind, Sabotage};
use crate::failure::{Doing, Result};
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

/// What stood in files before.
pub(super) struct Harm(Vec<(PathBuf, String)>);

impl Harm {
    /// Does it.
    pub(super) fn make(it: &Sabotage, folder: &Path) -> Result<Self> {
        let (path, sound, harmed) = it.of(folder)?;
        let mut harm = Self(Vec::new());
        if it.kind == Kind::Browser && !it.is_of_checkout() {
            harm.vouch(folder, &sound, &harmed)?;
        }
        // A page may have been written already, by which its own sum is known no more.
        harm.write(path, sound, &harmed)?;
        Ok(harm)
    }

    /// Puts everything back.
    pub(super) fn undo(self) -> Result<()> {
        for (path, text) in self.0 {
            put(&path, &text)?;
        }
        Ok(())
    }

    fn write(&mut self, path: PathBuf, sound: String, harmed: &str) -> Result<()> {
        put(&path, harmed)?;
        self.0.push((path, sound));
        Ok(())
    }

    /// Pages say what their scripts' checksums are, and the worker those of all files.
    fn vouch(&mut self, folder: &Path, sound: &str, harmed: &str) -> Result<()> {
        let sums = |text: &str| [base64(&Sha256::digest(text)), base64(&Sha384::digest(text))];
        let (old, new) = (sums(sound), sums(harmed));
        for path in vouching(folder)? {
            let text = fs::read_to_string(&path).doing(|| format!("read {}", path.display()))?;
            if text == sound {
                continue;
            }
            let pairs = old.iter().zip(&new);
            let told = pairs.fold(text.clone(), |text, (old, new)| text.replace(old, new));
            if told != text {
                self.write(path, text, &told)?;
            }
        }
        Ok(())
    }
}

/// Every page below a folder, and the worker.
fn vouching(folder: &Path) -> Result<Vec<PathBuf>> {
    let doing = || format!("list {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).doing(doing)? {
        let path = entry.doing(doing)?.path();
        if path.is_dir() {
            found.extend(vouching(&path)?);
        } else if path.extension().is_some_and(|it| it == "html") || path.ends_with("sw.js") {
            found.push(path);
        }
    }
    Ok(found)
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).doing(|| format!("write {}", path.display()))
}

/// As in `integrity` attributes; both sums are multiples of three bytes but for one of two.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let all = three
            .iter()
            .fold(0, |all, byte| all << 8 | u32::from(*byte));
        let all = all << (8 * (3 - three.len()));
        for no in 0..4 {
            let letter = LETTERS.get((all >> (18 - 6 * no) & 63) as usize);
            let letter = letter.filter(|_| no <= three.len());
            text.push(letter.map_or('=', |it| char::from(*it)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_everywhere() {
        for (text, code) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob?>", "Zm9vYj8+"),
        ] {
            assert_eq!(base64(text.as_bytes()), code);
        }
        // `printf home | openssl dgst -sha256 -binary | base64`
        let sum = "TqFAWIFQdzzjqs54au739ASc4QD6ZJyU+73blg8dqUI=";
        assert_eq!(base64(&Sha256::digest("home")), sum);
    }
}
