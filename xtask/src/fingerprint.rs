//! One number for a set of files: equal files, equal number.
//!
//! Contents count, not times: a checkout touched by git is not a change. The
//! hash is FNV-1a, written out because it has to mean the same after the
//! compiler was updated; it guards against being out of date, not against an
//! adversary.

use std::fs;
use std::path::Path;

/// A running FNV-1a hash of 64 bits.
pub(crate) struct Fnv(u64);

impl Fnv {
    /// The hash of nothing.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes, and their number, so that neighbours cannot trade bytes.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in length.iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash in sixteen digits.
    pub(crate) fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }

    /// Adds a file or a folder with all below it, in order of name. What is
    /// not there counts as that; hidden files are left out, as editors and
    /// file managers drop them anywhere.
    pub(crate) fn write_tree(&mut self, path: &Path) {
        self.tree(path, &|path, hash| match fs::read(path) {
            Ok(bytes) => hash.write(&bytes),
            Err(_) => hash.write(b"missing"),
        });
    }

    /// Adds names, sizes and times only: quick, for asking often.
    pub(crate) fn write_stamps(&mut self, path: &Path) {
        self.tree(path, &|path, hash| {
            let Ok(data) = fs::metadata(path) else {
                return hash.write(b"missing");
            };
            hash.write(&data.len().to_le_bytes());
            let time = data.modified().ok();
            let age = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            hash.write(&age.unwrap_or_default().as_nanos().to_le_bytes());
        });
    }

    fn tree(&mut self, path: &Path, leaf: &dyn Fn(&Path, &mut Self)) {
        let Ok(entries) = fs::read_dir(path) else {
            return leaf(path, self);
        };
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
        names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
        names.sort();
        for name in names {
            self.write(name.as_encoded_bytes());
            self.tree(&path.join(name), leaf);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Result;

    fn tree(path: &Path) -> String {
        let mut hash = Fnv::new();
        hash.write_tree(path);
        hash.hex()
    }

    #[test]
    fn fields_do_not_run_together() {
        let hash = |fields: &[&str]| {
            let mut hash = Fnv::new();
            for field in fields {
                hash.write(field.as_bytes());
            }
            hash.hex()
        };
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }

    #[test]
    fn contents_and_names_count_but_not_times_or_hidden_files() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("fingerprint-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep"))?;
        fs::write(folder.join("deep/a"), "1")?;
        let first = tree(&folder);
        fs::write(folder.join("deep/a"), "1")?;
        fs::write(folder.join(".hidden"), "1")?;
        assert_eq!(tree(&folder), first);
        fs::write(folder.join("deep/a"), "2")?;
        let second = tree(&folder);
        assert_ne!(second, first);
        fs::rename(folder.join("deep/a"), folder.join("deep/b"))?;
        assert_ne!(tree(&folder), second);
        fs::remove_dir_all(&folder)?;
        assert_ne!(tree(&folder), second);
        Ok(())
    }
}
