//! How large questions are, as pictures and in frames, worked out when the page is written.
//!
//! The program could draw them only with what draws paths, which would be carried to every reader.
//! In: the library. Out: numbers, as an attribute of the page, and back. Invariant: what is read
//! is what was written; an attribute of another form gives no numbers.

use crate::corpus::model::ThreadNo;

/// Widths of frames that heights are worked out for, px.
const WIDTHS: [u32; 4] = [320, 480, 600, 720];

/// One question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Width and height of its picture, px.
    pub picture: (u32, u32),
    /// Height of a frame of each of the widths, px.
    heights: [u32; 4],
}

impl Measured {
    /// The height in a frame of a width: that of the widest that is no wider.
    pub fn height(&self, width: u32) -> u32 {
        let fits = WIDTHS.iter().rposition(|it| *it <= width);
        self.heights.get(fits.unwrap_or(0)).copied().unwrap_or(0)
    }
}

/// Every question.
#[cfg(not(target_arch = "wasm32"))]
pub fn measured(library: crate::ui::library::Library) -> Vec<Measured> {
    use crate::explore::view::View;
    use crate::ui::page::EmbedView;
    use crate::ui::page::embed;

    let one = |no| {
        let view = EmbedView::Thread(ThreadNo(no));
        let svg = embed::svg(library, view, &View::default(), "x", "https://example.org/");
        Measured {
            picture: super::made::size(&svg).unwrap_or_default(),
            heights: WIDTHS.map(|width| embed::height(library, view, width)),
        }
    };
    (0..library.corpus.threads.len() as u32).map(one).collect()
}

/// Pages are not written where the program runs.
#[cfg(target_arch = "wasm32")]
pub fn measured(_: crate::ui::library::Library) -> Vec<Measured> {
    Vec::new()
}

/// The numbers of a question.
pub(super) fn of(all: &[Measured], no: ThreadNo) -> Measured {
    all.get(no.index()).copied().unwrap_or_default()
}

/// As an attribute: numbers with commas between them.
pub(super) fn print(all: &[Measured]) -> String {
    let numbers = all.iter().flat_map(|it| {
        let (width, height) = it.picture;
        [width, height].into_iter().chain(it.heights)
    });
    let numbers: Vec<String> = numbers.map(|it| it.to_string()).collect();
    numbers.join(",")
}

/// Reads such an attribute.
pub fn parse(text: &str) -> Vec<Measured> {
    let numbers: Vec<u32> = text.split(',').filter_map(|it| it.parse().ok()).collect();
    let each = numbers.chunks_exact(6).filter_map(|it| {
        let [width, height, heights @ ..] = it else {
            return None;
        };
        Some(Measured {
            picture: (*width, *height),
            heights: heights.try_into().ok()?,
        })
    });
    each.collect()
}
