//! `_headers`, as Netlify and Cloudflare Pages read it: what is sent with which file.
//!
//! In: the files that are named after their content. Out: rules. Invariant: no file has two rules
//! for one header, as these hosts would send both; and what is sent with every page forbids
//! nothing that some page's own policy allows, as browsers obey both.

/// Its name in the built folder. To other hosts it is a file like any other.
pub const NAME: &str = "_headers";

/// What is sent with every file. Each page has its own, stricter policy in itself: the page that
/// makes markup shows frames, and a view in a frame of no origin, where `WebKit` takes `'self'` for
/// nobody, names the site. A host sends one policy for all, so this one has only what all share,
/// and names no source.
pub const SHARED: &str = "object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/// Before and behind the policy in a page.
const POLICY: (&str, &str) = ("http-equiv=\"Content-Security-Policy\" content=\"", "\"");

/// The policy of a page, as its head says it.
pub fn policy(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(POLICY.0)?;
    rest.split_once(POLICY.1).map(|(policy, _)| policy)
}

/// The rules. Whatever is not named after its content these hosts have asked for anew each time
/// by themselves.
pub fn headers(hashed: &[String]) -> String {
    let mut text = String::from(
        "# What Netlify and Cloudflare Pages send with each file; other hosts leave it unread.\n/*\n",
    );
    text.extend(["  Content-Security-Policy: ", SHARED, "\n"]);
    text.push_str(
        "  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Access-Control-Allow-Origin: *\n",
    );
    for name in hashed {
        text.extend([
            "/",
            name,
            "\n  Cache-Control: public, max-age=31536000, immutable\n",
        ]);
    }
    text
}
