//! What the repository gives to those who deploy: samples that say what the site needs.

use std::fs;
use std::path::Path;

use pledges::site::headers::{headers, policy};

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

#[test]
fn samples_send_the_policy_of_the_pages() {
    let page = file("index.html");
    let policy = policy(&page).expect("a policy");
    for name in ["deploy/nginx.conf", "deploy/Caddyfile"] {
        assert!(
            file(name).contains(&["\"", policy, "\""].concat()),
            "{name}"
        );
    }
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
    let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
    let text = headers(page, &["style-0123456789abcdef.css".to_owned()]);
    assert_eq!(
        text,
        "# What Netlify and Cloudflare Pages send with each file; other hosts leave it unread.\n\
         /*\n  Content-Security-Policy: default-src 'none'\n  X-Content-Type-Options: nosniff\n  \
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
