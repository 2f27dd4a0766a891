//! `_headers`, as Netlify and Cloudflare Pages read it: what is sent with which file.
//!
//! In: a page with its policy, and the files that are named after their content. Out: rules.
//! Invariant: no file has two rules for one header, as these hosts would send both.

/// Its name in the built folder. To other hosts it is a file like any other.
pub const NAME: &str = "_headers";

/// Before and behind the policy in a page.
const POLICY: (&str, &str) = ("http-equiv=\"Content-Security-Policy\" content=\"", "\"");

/// The policy of a page, as its head says it.
pub fn policy(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(POLICY.0)?;
    rest.split_once(POLICY.1).map(|(policy, _)| policy)
}

/// The rules. Whatever is not named after its content these hosts have asked for anew each time
/// by themselves.
pub fn headers(page: &str, hashed: &[String]) -> String {
    let mut text = String::from(
        "# What Netlify and Cloudflare Pages send with each file; other hosts leave it unread.\n/*\n",
    );
    if let Some(policy) = policy(page) {
        text.extend(["  Content-Security-Policy: ", policy, "\n"]);
    }
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
