//! What the repository gives to those who deploy: samples that say what the site needs.

use std::fs;
use std::path::Path;

use pledges::site::headers::{SHARED, headers, policy};
use pledges::site::policy::naming;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

#[test]
fn samples_send_the_policy_of_all_pages() {
    for name in ["deploy/nginx.conf", "deploy/Caddyfile"] {
        let text = file(name);
        assert!(text.contains(&["\"", SHARED, "\""].concat()), "{name}");
        assert_eq!(text.matches("-src ").count(), 1, "{name}: one policy");
    }
}

/// The words of a directive as a browser applies it, with what stands in for `-src` ones.
fn applied<'a>(policy: &'a str, directive: &str) -> Option<Vec<&'a str>> {
    let of = |name: &str| {
        let mut all = policy.split(';').map(str::split_whitespace);
        all.find_map(|mut it| (it.next() == Some(name)).then(|| it.collect()))
    };
    of(directive).or_else(|| of("default-src").filter(|_| directive.ends_with("-src")))
}

/// Browsers obey what the host sends and what the page says: the one may not take what the
/// other gives.
#[test]
fn what_hosts_send_forbids_nothing_that_a_page_allows() {
    let staged = file("index.html");
    let own = policy(&staged).expect("a policy");
    let framing = own.replace(
        "default-src 'none';",
        "default-src 'none'; frame-src 'self';",
    );
    let framed = naming(&staged, "https://example.org/");
    let framed = policy(&framed).expect("a policy");
    for page in [own, &framing, framed] {
        for directive in SHARED
            .split(';')
            .filter_map(|it| it.split_whitespace().next())
        {
            let (sent, said) = (applied(SHARED, directive), applied(page, directive));
            assert_eq!(sent, said, "{directive} in {page}");
        }
    }
    assert!(applied(SHARED, "frame-src").is_none() && applied(SHARED, "style-src").is_none());
}

#[test]
fn samples_send_what_the_site_needs() {
    for name in ["deploy/nginx.conf", "deploy/Caddyfile"] {
        let text = file(name);
        for word in [
            "application/wasm",
            "application/manifest+json",
            "Access-Control-Allow-Origin",
            "nosniff",
            "no-cache",
            "-[0-9a-f]{16}",
            "public, max-age=31536000, immutable",
            "/404.html",
            "gzip",
        ] {
            assert!(text.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn each_hashed_file_has_a_rule_of_its_own() {
    let text = headers(&["style-0123456789abcdef.css".to_owned()]);
    assert_eq!(
        text,
        "# What Netlify and Cloudflare Pages send with each file; other hosts leave it unread.\n\
         /*\n  Content-Security-Policy: object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Access-Control-Allow-Origin: *\n\
         /style-0123456789abcdef.css\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
}

/// Nobody who takes the site out of browsers wants to take others with it.
#[test]
fn the_kill_switch_names_the_same_caches_as_the_worker() {
    let [worker, kill, loader] =
        ["assets/sw.js", "deploy/sw-kill.js", "assets/offline.js"].map(file);
    assert!(worker.contains("`pledge-explorer ${SCOPE} `"));
    assert!(kill.contains("`pledge-explorer ${SCOPE} `"));
    assert!(loader.contains("`pledge-explorer ${root.href} `"));
}
