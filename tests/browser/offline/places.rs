//! Where no worker belongs: in frames, and where an origin is none.

use super::host::{Files, Host};
use super::{CACHES, run, tiny, workers};
use crate::driver::Browser;
use serde_json::json;

#[test]
fn no_frame_registers_a_worker() {
    let host = Host::start();
    host.publish("/a/", &tiny::site("old"));
    let frames = "<!DOCTYPE html><link rel=icon href=data:,><iframe src=/a/></iframe>\
         <iframe sandbox=allow-scripts src=/a/about/></iframe><iframe sandbox='allow-scripts allow-same-origin' src=/a/pledge/one/></iframe>";
    let files = Files::from([("index.html".to_owned(), frames.into())]);
    host.publish("/b/", &files);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/b/"));
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(
        [workers(&browser), run(&browser, CACHES, &[])],
        [json!(0), json!({})]
    );
    let asked = host.log();
    assert!(asked.contains(&"/a/about/".to_owned()), "{asked:?}");
    assert!(
        !asked
            .iter()
            .any(|it| it.contains("sw.js") || it.contains("heal")),
        "{asked:?}"
    );
}
