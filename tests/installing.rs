//! What a system shows of the site where it is installed.

use pledges::site::{icons, manifest};
use serde_json::Value;

use crate::support::library;

fn read(site: &str) -> Value {
    serde_json::from_str(&manifest::json(library().corpus, site)).expect("JSON")
}

#[test]
fn the_manifest_leads_nowhere_but_into_its_own_folder() {
    let it = read("");
    assert_eq!([&it["start_url"], &it["scope"]], ["./", "./"]);
    let pictures = [&it["icons"], &it["screenshots"]];
    for picture in pictures.into_iter().flat_map(|it| it.as_array().unwrap()) {
        let src = picture["src"].as_str().unwrap();
        assert!(!src.starts_with('/') && !src.contains(':'), "{src}");
    }
    let shortcuts = it["shortcuts"].as_array().unwrap();
    assert_eq!(shortcuts.len(), 4.min(library().corpus.threads.len()));
    for (shortcut, thread) in shortcuts.iter().zip(&library().corpus.threads) {
        assert_eq!(shortcut["url"], ["thread/", thread.id, "/"].concat());
    }
}

/// Two sites on one host are two programs, and a new year in the title makes no new one.
#[test]
fn the_id_is_the_path_of_the_site_or_the_letters_of_its_title() {
    assert_eq!(read("https://example.org/pledges/")["id"], "/pledges/");
    let id = read("")["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("/pledge-explorer/"), "{id}");
    assert!(!id.contains(|c: char| c.is_ascii_digit()), "{id}");
}

#[test]
fn icons_are_as_large_as_they_are_said_to_be() {
    let files = icons::each().unwrap();
    for (name, pixels, corner) in icons::FILES {
        let (_, bytes) = files.iter().find(|it| it.0 == name).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut image = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut image).unwrap();
        assert_eq!(
            [info.width as usize, info.height as usize],
            [pixels; 2],
            "{name}"
        );
        let at = |x: usize, y: usize| {
            let start = (y * pixels / 64 * pixels + x * pixels / 64) * 4;
            [
                image[start],
                image[start + 1],
                image[start + 2],
                image[start + 3],
            ]
        };
        // A corner, the ground, and the heads of both marks.
        assert_eq!(at(0, 0)[3], if corner > 0.0 { 0 } else { 255 }, "{name}");
        assert_eq!(at(5, 32), [0x1b, 0x1b, 0x18, 255], "{name}");
        assert_eq!(
            [at(20, 26), at(42, 26)],
            [[0xff, 0xfe, 0xfb, 255]; 2],
            "{name}"
        );
        assert_eq!(at(31, 26), [0x1b, 0x1b, 0x18, 255], "{name}");
    }
}
