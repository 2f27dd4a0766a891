//! The policy of pages in frames, where the address of the site is known.
//!
//! In: a page as written from the template. Out: the same, whose policy names the site beside
//! `'self'`. In a frame of no origin `WebKit` takes `'self'` for nobody, so that neither style nor
//! script would be had there; by its address it finds them. Invariant: nothing else is allowed
//! than what `'self'` means elsewhere.

/// Where the policy begins in a page, and where it ends.
const POLICY: [&str; 2] = ["http-equiv=\"Content-Security-Policy\" content=\"", "\""];

/// Names the site, whose address ends in `/` or is empty, beside `'self'`.
#[must_use]
pub fn naming(page: &str, site: &str) -> String {
    let parts = page.split_once(POLICY[0]);
    let parts = parts.and_then(|(head, rest)| Some((head, rest.split_once(POLICY[1])?)));
    let Some((head, (policy, rest))) = parts.filter(|_| !site.is_empty()) else {
        return page.to_owned();
    };
    // These would end a source or a directive.
    let site = site.replace(';', "%3B").replace(',', "%2C");
    let policy = policy.replace("'self'", &["'self' ", &site].concat());
    [head, POLICY[0], &policy, POLICY[1], rest].concat()
}

#[cfg(test)]
mod tests {
    use super::naming;

    const PAGE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
        style-src 'self'; img-src 'self' data:\"><p>'self'";

    #[test]
    fn the_site_stands_beside_self_in_the_policy_only() {
        let named = naming(PAGE, "https://example.org/a;b/");
        let wanted = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
            style-src 'self' https://example.org/a%3Bb/; \
            img-src 'self' https://example.org/a%3Bb/ data:\"><p>'self'";
        assert_eq!(named, wanted);
        assert_eq!(naming(PAGE, ""), PAGE);
        assert_eq!(naming("no policy", "https://example.org/"), "no policy");
    }
}
