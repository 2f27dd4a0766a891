//! Reading without a network: what is kept, how it is renewed, and what goes wrong on the way.
//!
//! Each test has a host of its own that can fail ([`host`]), most a site of a dozen files with
//! the true worker ([`tiny`]); [`whole`] has the built site. A test that asks a page for
//! something asks as the page itself would: by its worker, its caches and its buttons.

mod answers;
mod consent;
mod heal;
pub(crate) mod host;
mod install;
mod kill;
mod places;
mod tabs;
mod tiny;
mod trouble;
mod whole;

use crate::driver::Browser;
use crate::wire::words;
use host::Host;
use serde_json::{Value, json};

/// Registers the worker beside the page, and waits until it answers for pages.
const REGISTER: &str = "
    const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
    const coming = registration.installing || registration.waiting || registration.active;
    await new Promise((resolve) => {
        const look = () => ['activated', 'redundant'].includes(coming.state) && resolve();
        coming.addEventListener('statechange', look);
        look();
    });
    return coming.state;";

/// Asks for the next version, and says how its worker ended.
const UPDATE: &str = "
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true });
        setTimeout(resolve, 20000);
    });
    await registration.update();
    const coming = await found;
    if (!coming) return 'none';
    await new Promise((resolve) => {
        const look = () => ['installed', 'activated', 'redundant'].includes(coming.state) && resolve();
        coming.addEventListener('statechange', look);
        look();
    });
    return coming.state;";

/// Every own cache with how many entries it has.
const CACHES: &str = "
    const all = {};
    for (const name of (await caches.keys()).sort()) {
        const kept = await (await caches.open(name)).keys();
        all[name] = kept.filter((it) => !it.url.includes('?')).length;
    }
    return all;";

/// The body of an async function, run in the page.
#[track_caller]
fn run(browser: &Browser, body: &str, args: &[Value]) -> Value {
    browser.script(
        &format!("return (async () => {{ {body} }})(...arguments)"),
        args,
    )
}

/// Registers from a page of the site that runs no script of ours, so that a test alone decides
/// what happens, and stays there.
#[track_caller]
fn registered(host: &Host, browser: &Browser, path: &str) {
    browser.go(&host.at(&format!("{path}embed/years/")));
    let register = REGISTER.replace("'sw.js', {", "'../../sw.js', { scope: '../../',");
    assert_eq!(run(browser, &register, &[]), "activated");
}

/// How many workers are registered on the origin.
#[track_caller]
fn workers(browser: &Browser) -> Value {
    run(
        browser,
        "return (await navigator.serviceWorker.getRegistrations()).length",
        &[],
    )
}

/// The build whose script runs in the page of a tiny site.
fn build(browser: &Browser) -> String {
    words(&browser.script("return document.documentElement.dataset.build ?? ''", &[]))
}

/// What a page, a file or the worker answers to `fetch`: status and text.
#[track_caller]
fn fetched(browser: &Browser, address: &str) -> Value {
    run(
        browser,
        &format!(
            "try {{ const it = await fetch('{address}'); return [it.status, await it.text()]; }}
             catch (fault) {{ return ['none', fault.name]; }}"
        ),
        &[],
    )
}

/// Asks the worker whether all is there.
#[track_caller]
fn checked(browser: &Browser) -> Value {
    run(
        browser,
        "const { active } = await navigator.serviceWorker.getRegistration();
         const { port1, port2 } = new MessageChannel();
         active.postMessage('check', [port2]);
         return new Promise((resolve) => (port1.onmessage = ({ data }) => 'build' in data && resolve(data)));",
        &[],
    )
}

/// The line at the foot of the page.
fn line(browser: &Browser) -> String {
    let said = browser.script(
        "return document.querySelector('.offline')?.textContent ?? ''",
        &[],
    );
    words(&said)
}

#[track_caller]
fn until_line(browser: &Browser, words: &str) {
    browser.until(words, || line(browser).contains(words));
}

/// A second window of the same browser; gives the handles of the first and the new one.
fn second_window(browser: &Browser) -> (Value, Value) {
    let first = browser.get("window");
    let new = browser.post("window/new", &json!({ "type": "tab" }))["handle"].clone();
    to(browser, &new);
    (first, new)
}

/// Goes over to a window.
fn to(browser: &Browser, window: &Value) {
    browser.post("window", &json!({ "handle": window }));
}
