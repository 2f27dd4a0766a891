//! What a host puts into its own page to show a view of ours: markup in three layers.
//!
//! In: the addresses of a view and of the same in full, its words, a picture, sizes. Out: text to
//! copy. Each layer is for hosts that take the next one away: words with their source, a picture
//! of this very view, and the view itself in a frame. Invariant: text never becomes markup,
//! addresses are those given, and taken apart by a host the layers follow one another, each whole.

mod markup;
mod snippet;

pub use snippet::{Form, Framed, Picture, Said, snippet};

/// A picture of SVG as an address that holds it, for views that no file shows.
///
/// Hosts that refuse such addresses leave the picture's words. Drawn into the page as it is, the
/// picture would take on the host's styles, and more hosts strip that than this.
pub fn data_address(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() * 5 / 4);
    out.push_str("data:image/svg+xml,");
    for byte in svg.bytes() {
        // What may stand in an address, in an attribute and in `url()` stays readable.
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte as char),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'/' | b':' | b'=' | b',' | b';' | b' ' => {
                out.push(byte as char);
            }
            _ => markup::push_percent(&mut out, byte),
        }
    }
    out
}
