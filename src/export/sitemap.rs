//! `sitemap.xml` and `robots.txt`: where crawlers find every page.
//!
//! In: the addresses of pages. Out: names and texts. A map has to name whole addresses; where
//! the site's is not known, pages are named as files from the map, which is all that can be
//! said and still leads there. Invariant: no map has more pages than the protocol allows.

/// The most pages of one map.
const MOST: usize = 50_000;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

/// The files of the map: one, or one that names the others. `pages` are files from the root.
pub fn sitemap(pages: &[String], base: &str) -> Vec<(String, String)> {
    if pages.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), map(pages, base))];
    }
    let maps = (1..).zip(pages.chunks(MOST));
    let mut files: Vec<_> = maps
        .map(|(n, pages)| {
            (
                ["sitemap-", &u32::to_string(&n), ".xml"].concat(),
                map(pages, base),
            )
        })
        .collect();
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    files.push((
        "sitemap.xml".to_owned(),
        list("sitemapindex", "sitemap", &names, base),
    ));
    files
}

fn map(pages: &[String], base: &str) -> String {
    list("urlset", "url", pages, base)
}

fn list(all: &str, each: &str, names: &[String], base: &str) -> String {
    let mut out = [OPEN, "<", all, NAMESPACE].concat();
    for name in names {
        let address = if base.is_empty() {
            ["./", name].concat()
        } else {
            [base, name.strip_suffix("index.html").unwrap_or(name)].concat()
        };
        out.push_str(&["<", each, "><loc>"].concat());
        super::feed::escape(&mut out, &address);
        out.push_str(&["</loc></", each, ">\n"].concat());
    }
    out.push_str(&["</", all, ">\n"].concat());
    out
}

/// Everything may be read.
pub(super) fn robots(base: &str) -> String {
    let mut out = "User-agent: *\nAllow: /\n".to_owned();
    if !base.is_empty() {
        out.push_str(&["\nSitemap: ", base, "sitemap.xml\n"].concat());
    }
    out
}
