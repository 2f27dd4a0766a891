//! The list of the offline copy, as `publish` writes it.

use pledges::site::offline::{Kept, Source, is_kept};

fn of(files: &[(&str, &str)]) -> Kept {
    let mut kept = Kept::default();
    for (name, text) in files {
        kept.add(name, text.as_bytes());
    }
    kept
}

#[test]
fn files_are_listed_by_address_and_checksum() {
    let kept = of(&[
        ("index.html", "home"),
        ("about/index.html", ""),
        ("a-index.html", "x"),
    ]);
    let worker = kept.worker();
    // `printf home | openssl dgst -sha256 -binary | base64`
    for line in [
        "  [\"\",\"TqFAWIFQdzzjqs54au739ASc4QD6ZJyU+73blg8dqUI=\"],\n",
        "  [\"about/\",\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"],\n",
        "  [\"a-index.html\",",
        "const BYTES = 5;\n",
    ] {
        assert!(worker.contains(line), "{line} in {worker:.900}");
    }
    assert!(kept.json().starts_with("{\"bytes\":5,\"files\":3,"));
}

#[test]
fn equal_files_give_equal_workers_and_one_changed_byte_another() {
    let [one, same, other] = ["home", "home", "hope"].map(|text| of(&[("a.csv", text)]).worker());
    assert_eq!(one, same);
    let build = |text: &str| {
        text.lines()
            .find(|it| it.contains("BUILD ="))
            .map(str::to_owned)
    };
    assert_ne!(build(&one), build(&other));
    // In any order.
    let [a, b] = [("a", "1"), ("b", "2")];
    assert_eq!(of(&[a, b]).worker(), of(&[b, a]).worker());
}

#[test]
fn what_is_read_elsewhere_is_not_kept() {
    for name in [
        "sw.js",
        "offline.json",
        "pledge/x/card.png",
        "card.png",
        "embed/unit/x/index.html",
        "embed/years/view.svg",
        "frame-0123456789abcdef.js",
        "versions/a1dbf933c92a.json",
        "pledge/x/oembed.json",
        "sitemap-1.xml",
        "robots.txt",
    ] {
        assert!(!is_kept(name), "{name}");
    }
    for name in [
        "index.html",
        "charts/years.png",
        "feed.xml",
        "pledge/embed/index.html",
        "embed/index.html",
        "builder-0123456789abcdef.js",
        "version.json",
        "versions.json",
    ] {
        assert!(is_kept(name), "{name}");
    }
}

#[test]
fn a_list_of_one_is_cut_from_the_list_of_all() {
    let all = "[\n{\"a\":1},\n{\"b\":2}\n]\n";
    let mut source = Source::new("data/all.json", all.into(), "application/json");
    let mut kept = of(&[]);
    kept.cut("a.json", b"[\n{\"a\":1}\n]\n", &mut source);
    kept.cut("b.json", b"[\n{\"b\":2}\n]\n", &mut source);
    kept.cut("c.json", b"[\n{\"c\":3}\n]\n", &mut source);
    for name in ["a.json", "b.json", "c.json"] {
        kept.add(name, b"[\n");
    }
    let worker = kept.worker();
    let cut = |name: &str, at: u32| {
        format!(
            "[\"{name}\",[\"data/all.json\",{at},7,\"application/json\",\"[\\n\",\"\\n]\\n\"]],\n"
        )
    };
    assert!(worker.contains(&cut("a.json", 2)) && worker.contains(&cut("b.json", 11)));
    // What is not in it is kept by itself.
    assert!(worker.contains("[\"c.json\",\"") && !worker.contains("[\"a.json\",\""));
}
