//! Views that stay as they are: where they stand, and the one line in them that does not.
//!
//! In: the text of such a page as an earlier build wrote it. Out: the same with another line.
//! Invariant: but for what stands in the element made for that line, not a byte is another.

use super::template::escape;

/// The folder of all of them, from the root.
pub const FOLDER: &str = "embed/at/";

/// The start tag of the element for the line, but for what it has besides.
const OPENS: &str = "<p data-since=\"";

/// Where a view of a version stands that stands at `folder`, `embed/…/`, when it is of today.
pub fn place(version: &str, folder: &str) -> String {
    let below = folder.strip_prefix("embed/").unwrap_or(folder);
    [FOLDER, version, "/", below].concat()
}

/// The page with this line, which leads to the page of changes at `changes` from the root; the
/// page stands at `file`. Without a line the element is empty. Nothing where the page has no such
/// element.
pub fn with_line(page: &str, file: &str, line: &str, changes: &str) -> Option<String> {
    let opens = page.rfind(OPENS)?;
    let start = opens + page.get(opens..)?.find('>')? + 1;
    let end = start + page.get(start..)?.find("</p>")?;
    let mut out = page.get(..start)?.to_owned();
    if !line.is_empty() {
        escape(&mut out, line);
        let root = "../".repeat(file.matches('/').count());
        out.push_str("; <a href=\"");
        escape(&mut out, &[&root, changes].concat());
        out.push_str("\" target=\"_blank\" rel=\"noopener\">see changes</a>");
    }
    out.push_str(page.get(end..)?);
    Some(out)
}
