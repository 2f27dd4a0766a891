//! What the builder has to know of questions, told by its page: words and sizes.
//!
//! The program carries neither the words of questions nor what draws their paths, as the explorer
//! needs neither. In: the library, where pages are written. Out: an attribute of the page, and back.
//! Invariant: what is read is what was written; an attribute of another form tells of nothing.

use crate::corpus::model::ThreadNo;

/// Widths of frames that heights are worked out for, px.
const WIDTHS: [u32; 4] = [320, 480, 600, 720];

/// How many lines the attribute has for each question.
const LINES: usize = 6;

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// The question itself.
    pub question: String,
    /// What the link to its page says.
    pub link: String,
    /// What its picture says.
    pub alt: String,
    /// Who gave the last answer, where and when; and where that was printed.
    pub by: [String; 2],
    /// The words of the last answer.
    pub quotes: Vec<String>,
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
    use crate::explore::thread::path;
    use crate::explore::view::View;
    use crate::explore::words;
    use crate::ui::page::EmbedView;
    use crate::ui::page::embed;

    let one = |no| {
        let no = ThreadNo(no);
        let view = EmbedView::Thread(no);
        let svg = embed::svg(library, view, &View::default(), "x", "https://example.org/");
        let thread = library.corpus.threads.get(no.index())?;
        let last = thread.entries.last().and_then(|it| library.unit(it.unit));
        let says = path(library.corpus, no).map_or_else(String::new, |it| words::path(&it));
        let answers = words::n_of(thread.entries.len() as u32, "answer", "answers");
        let quotes = last.map_or_else(Vec::new, super::made::quotes);
        Some(Measured {
            question: thread.question.to_owned(),
            link: [thread.question, " ", &answers, ", this is the last"].concat(),
            alt: [thread.question, " ", &says].concat(),
            by: last.map_or_else(Default::default, |it| {
                [super::made::by(it), it.article.url.to_owned()]
            }),
            quotes: quotes.into_iter().map(|it| line(it.trim())).collect(),
            picture: super::made::size(&svg).unwrap_or_default(),
            heights: WIDTHS.map(|width| embed::height(library, view, width)),
        })
    };
    let all = (0..library.corpus.threads.len() as u32).map(one);
    all.map(Option::unwrap_or_default).collect()
}

/// Pages are not written where the program runs.
#[cfg(target_arch = "wasm32")]
pub fn measured(_: crate::ui::library::Library) -> Vec<Measured> {
    Vec::new()
}

/// What is told of a question.
pub(super) fn of(all: &[Measured], no: ThreadNo) -> Measured {
    all.get(no.index()).cloned().unwrap_or_default()
}

/// A text in one line, and without what parts lines.
fn line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// As an attribute: so many lines for each, with tabs within.
pub(super) fn print(all: &[Measured]) -> String {
    let mut lines = Vec::new();
    for it in all {
        let (width, height) = it.picture;
        let numbers = [width, height].into_iter().chain(it.heights);
        let numbers: Vec<String> = numbers.map(|it| it.to_string()).collect();
        lines.extend([&it.question, &it.link, &it.alt].map(|it| line(it)));
        lines.extend([it.by.join("\t"), it.quotes.join("\t"), numbers.join("\t")]);
    }
    lines.join("\n")
}

/// Reads such an attribute.
pub fn parse(text: &str) -> Vec<Measured> {
    let lines: Vec<&str> = text.split('\n').collect();
    let each = lines.chunks_exact(LINES).filter_map(|it| {
        let [question, link, alt, by, quotes, numbers] = it else {
            return None;
        };
        let (by, source) = by.split_once('\t')?;
        let numbers = numbers.split('\t').map(|it| it.parse().ok());
        let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
        let [width, height, heights @ ..] = numbers.as_slice() else {
            return None;
        };
        Some(Measured {
            question: (*question).to_owned(),
            link: (*link).to_owned(),
            alt: (*alt).to_owned(),
            by: [by.to_owned(), source.to_owned()],
            quotes: quotes.split('\t').map(str::to_owned).collect(),
            picture: (*width, *height),
            heights: heights.try_into().ok()?,
        })
    });
    each.collect()
}
