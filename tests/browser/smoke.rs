//! The least of all: the page is there, the app runs, nobody complains.

use crate::driver::Browser;

#[test]
fn the_page_has_a_title_and_the_console_no_error() {
    let browser = Browser::open();
    browser.visit("/");
    assert!(!browser.title().trim().is_empty());
    browser.until("the app to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
    browser.assert_no_errors();
}
