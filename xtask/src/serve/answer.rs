//! From a requested address to what is sent back, as a plain static host does.
//!
//! In: a folder and the path of an address, as it came over the wire. Out: a
//! file, a redirection or the folder's own page for what is not there.
//! Invariant: nothing outside the folder is ever read.

use super::mime;
use std::fs;
use std::path::{Path, PathBuf};

/// What goes back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The same page under its proper address.
    Moved(String),
    /// A body with its status and type.
    Content {
        status: u16,
        mime: &'static str,
        body: Vec<u8>,
    },
}

/// The answer to a request for `target`, e.g. `/pledge/x/?q=icb`.
pub(super) fn to(folder: &Path, target: &str) -> Answer {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (target, None),
    };
    let Some(file) = decoded(path).and_then(|path| inside(folder, &path)) else {
        return missing(folder);
    };
    if !file.is_dir() {
        let file = if path.ends_with('/') {
            None
        } else {
            content(200, &file)
        };
        return file.unwrap_or_else(|| missing(folder));
    }
    if path.ends_with('/') {
        return content(200, &file.join("index.html")).unwrap_or_else(|| missing(folder));
    }
    // The address as it came, so that no letter changes but the slash. Two
    // slashes at its start would name another host.
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Answer::Moved(format!("/{}/{query}", path.trim_start_matches('/')))
}

fn missing(folder: &Path) -> Answer {
    content(404, &folder.join("404.html")).unwrap_or_else(|| Answer::Content {
        status: 404,
        mime: mime::of(Path::new(".txt")),
        body: b"There is nothing under this address.\n".to_vec(),
    })
}

fn content(status: u16, file: &Path) -> Option<Answer> {
    let body = fs::read(file).ok()?;
    let mime = mime::of(file);
    Some(Answer::Content { status, mime, body })
}

/// Percent signs undone; none if that is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let text = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(text, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The file meant, if every step of the path leads downwards. Trunk's staging
/// folder lies inside the one that is served, and is nobody's business.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    for step in path.split('/').filter(|step| !step.is_empty()) {
        let harmless = !["..", ".", ".stage"].contains(&step) && !step.contains(['\\', ':', '\0']);
        harmless.then(|| file.push(step))?;
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A folder for one question, gone with it.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> std::io::Result<Self> {
            static COUNT: AtomicU32 = AtomicU32::new(0);
            let no = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("answer-{}-{no}", std::process::id());
            let folder = Self(std::env::temp_dir().join(name));
            fs::create_dir_all(folder.site().join("pledge/a b"))?;
            fs::write(folder.0.join("secret"), "secret")?;
            fs::write(folder.site().join("index.html"), "home")?;
            fs::write(folder.site().join("404.html"), "lost")?;
            fs::write(folder.site().join("pledge/a b/index.html"), "pledge")?;
            Ok(folder)
        }

        fn site(&self) -> PathBuf {
            self.0.join("site")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn read(target: &str) -> std::io::Result<(u16, String)> {
        Ok(match to(&Folder::new()?.site(), target) {
            Answer::Moved(to) => (301, to),
            Answer::Content { status, body, .. } => {
                (status, String::from_utf8_lossy(&body).into_owned())
            }
        })
    }

    #[test]
    fn folders_answer_with_their_index() -> std::io::Result<()> {
        assert_eq!(read("/")?, (200, "home".into()));
        assert_eq!(read("/?q=icb")?, (200, "home".into()));
        assert_eq!(read("/pledge/a%20b/")?, (200, "pledge".into()));
        assert_eq!(
            read("/pledge/a%20b?x=1")?,
            (301, "/pledge/a%20b/?x=1".into())
        );
        assert_eq!(read("//pledge/a%20b")?, (301, "/pledge/a%20b/".into()));
        Ok(())
    }

    #[test]
    fn what_is_not_there_gets_the_sites_own_page() -> std::io::Result<()> {
        for target in ["/nothing", "/pledge/", "/%", "/%zz", "/%ff", "/index.html/"] {
            assert_eq!(read(target)?, (404, "lost".into()), "{target}");
        }
        Ok(())
    }

    #[test]
    fn nothing_outside_is_read() -> std::io::Result<()> {
        for target in [
            "/../secret",
            "/%2e%2e/secret",
            "/pledge/../../secret",
            "/..%2fsecret",
            "/..%5csecret",
            "//../secret",
            "/.stage/index.html",
        ] {
            assert_eq!(read(target)?, (404, "lost".into()), "{target}");
        }
        Ok(())
    }
}
