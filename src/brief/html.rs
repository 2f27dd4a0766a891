//! HTML as text: elements, and words between them.
//!
//! Invariant: what was opened is closed by its caller, and no text is ever taken for markup.

/// What a page that stands alone looks like.
const STYLE: &str = include_str!("style.css");

/// Neither the page nor what is in it may fetch or run anything.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page being written.
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Begins a page of this title.
    pub(super) fn page(title: &str) -> Self {
        let mut out = String::with_capacity(1 << 16);
        out.push_str("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        push_escaped(&mut out, POLICY);
        out.push_str(
            "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        );
        out.push_str("<meta name=\"color-scheme\" content=\"light\">\n<title>");
        push_escaped(&mut out, title);
        out.push_str("</title>\n<style>\n");
        out.push_str(STYLE);
        out.push_str("</style>\n</head>\n<body>\n<main>\n");
        Self { out }
    }

    /// Ends it.
    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</main>\n</body>\n</html>\n");
        self.out
    }

    /// Begins an element, with a class where there is one.
    pub(super) fn open(&mut self, name: &str, class: &str) {
        self.start(name, class);
        self.out.push('>');
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// An element of words alone; none where there are none.
    pub(super) fn text(&mut self, name: &str, class: &str, words: &str) {
        if !words.is_empty() {
            self.open(name, class);
            self.words(words);
            self.close(name);
        }
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        push_escaped(&mut self.out, words);
    }

    /// Words that lead to an address; the words alone where it is none of the web's.
    pub(super) fn link(&mut self, address: &str, words: &str) {
        let known = ["https://", "http://", "#"];
        if !known.iter().any(|it| address.starts_with(it)) {
            return self.words(words);
        }
        self.out.push_str("<a href=\"");
        push_escaped(&mut self.out, address);
        self.out.push_str("\">");
        self.words(words);
        self.out.push_str("</a>");
    }

    /// A place that links within the page lead to.
    pub(super) fn open_at(&mut self, name: &str, class: &str, id: &str) {
        self.start(name, class);
        self.out.push_str(" id=\"");
        push_escaped(&mut self.out, id);
        self.out.push_str("\">");
    }

    /// A picture, written by `chart::svg`, whose text is escaped already.
    pub(super) fn svg(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    fn start(&mut self, name: &str, class: &str) {
        self.out.push('<');
        self.out.push_str(name);
        if !class.is_empty() {
            self.out.push_str(" class=\"");
            self.out.push_str(class);
            self.out.push('"');
        }
    }
}

fn push_escaped(out: &mut String, raw: &str) {
    for letter in raw.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            _ => out.push(letter),
        }
    }
}
