//! A program in parts does what the whole did: run by a browser, as readers run it.

#[path = "../split/sample.rs"]
mod sample;

use pledges::split::split;
use serde_json::json;

use crate::driver::Browser;

#[test]
fn parts_do_what_the_whole_did() {
    for seams in [&[sample::SEAM][..], &[sample::SEAM, "only_beyond"]] {
        parts_of(seams);
    }
}

fn parts_of(seams: &[&str]) {
    let parts = split(&sample::linked(), &sample::bound(), seams).expect("parts");
    let browser = Browser::open();
    browser.visit("/404.html");
    let did = browser.script(
        "const [whole, first, later, note] = arguments;
         const run = async (bytes, name) => {
             const notes = [];
             const imports = { './x_bg.js': { [name]: (it) => notes.push(it) } };
             const module = await WebAssembly.compile(new Uint8Array(bytes));
             const { exports } = await WebAssembly.instantiate(module, imports);
             return { notes, exports };
         };
         return (async () => {
             const one = await run(whole, note);
             const two = await run(first, 'w0');
             const did = [[one.exports.run(3), two.exports.run(3)]];
             let trap = '';
             try { two.exports.run(30); } catch (fault) { trap = fault.constructor.name; }
             const all = { ...two.exports };
             for (const bytes of later) {
                 const part = await WebAssembly.compile(new Uint8Array(bytes));
                 Object.assign(all, (await WebAssembly.instantiate(part, { '': all })).exports);
             }
             for (const x of [9, 10, 30]) did.push([one.exports.run(x), two.exports.run(x)]);
             return [did, one.notes, two.notes, trap];
         })()",
        &[
            json!(sample::bound()),
            json!(parts.first),
            json!(parts.later),
            json!(sample::NOTE),
        ],
    );
    assert_eq!(
        did,
        json!([
            [[503, 503], [509, 509], [1420, 1420], [1460, 1460]],
            [3, 9, 10, 30],
            [3, 9, 10, 30],
            "RuntimeError"
        ])
    );
}
