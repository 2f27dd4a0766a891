//! What leaves the page: files, pictures, and the clipboard.
//!
//! Invariant: nothing is sent anywhere. What a browser refuses (frames without rights, old ones)
//! is told to the caller, who can offer another way.

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, ClipboardItem, Document, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, Url,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn of_name<T: JsCast>(name: &str) -> Option<T> {
    document()?.create_element(name).ok()?.dyn_into().ok()
}

/// Offers a text as a file of this name.
pub fn text(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    file(name, &blob)
}

/// Offers a file.
fn file(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = of_name("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after the click has been dealt with.
    super::wait::after(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Offers a picture of SVG as a bitmap, so many pixels to each of its own.
pub fn bitmap(name: &str, svg: &str, size: (u32, u32), scale: u32) -> Option<()> {
    let name = name.to_owned();
    drawn(svg, size, scale, move |blob| {
        let _ = file(&name, &blob);
    })
}

/// Puts a text into the clipboard; tells whether that was done.
pub async fn copy_text(text: &str) -> bool {
    match asked("writeText", &text.into()) {
        Some(written) => wasm_bindgen_futures::JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

/// Asks the clipboard, which is not everywhere, lacks methods in some browsers, and may throw
/// where it should refuse: an exception would go through the program as if it were not there.
fn asked(method: &str, what: &JsValue) -> Option<Promise> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    let method = Reflect::get(&clipboard, &method.into()).ok()?;
    let method: Function = method.dyn_into().ok()?;
    let written = method.call1(&clipboard, what).ok()?;
    Some(Promise::resolve(&written))
}

/// Puts a picture of SVG into the clipboard as a bitmap; tells whether that was done.
pub fn copy(
    svg: &str,
    size: (u32, u32),
    scale: u32,
    done: impl FnOnce(bool) + 'static,
) -> Option<()> {
    // Safari wants the promise of a bitmap while the click is being dealt with.
    let svg = svg.to_owned();
    let bitmap = Promise::new(&mut |kept, broken| {
        let began = drawn(&svg, size, scale, move |blob| {
            let _ = kept.call1(&JsValue::NULL, &blob);
        });
        if began.is_none() {
            let _ = broken.call0(&JsValue::NULL);
        }
    });
    let record = Object::new();
    Reflect::set(&record, &"image/png".into(), &bitmap).ok()?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&record).ok()?;
    let written = asked("write", &Array::of1(&item))?;
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let tell = |well: bool| {
        let done = done.clone();
        Closure::once(move |_: JsValue| {
            if let Some(done) = done.take() {
                done(well);
            }
        })
    };
    let (well, ill) = (tell(true), tell(false));
    let _ = written.then2(&well, &ill);
    well.forget();
    ill.forget();
    Some(())
}

/// Draws a picture of SVG and hands it on as a bitmap.
fn drawn(
    svg: &str,
    (width, height): (u32, u32),
    scale: u32,
    then: impl FnOnce(Blob) + 'static,
) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let canvas: HtmlCanvasElement = of_name("canvas")?;
    canvas.set_width(width * scale);
    canvas.set_height(height * scale);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let then = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            then(blob);
        }
    });
    let then: Function = then.unchecked_into();
    let source = image.clone();
    let (wide, high) = (f64::from(width * scale), f64::from(height * scale));
    EventListener::once(&image, "load", move |_| {
        let done =
            pen.draw_image_with_html_image_element_and_dw_and_dh(&source, 0.0, 0.0, wide, high);
        if done.is_ok() {
            let _ = canvas.to_blob(&then);
        }
    })
    .forget();
    let mut address = String::from("data:image/svg+xml;charset=utf-8,");
    address.push_str(&String::from(js_sys::encode_uri_component(svg)));
    image.set_src(&address);
    Some(())
}

/// Today, as browsers write it in English: "22 November 2026".
pub fn today() -> String {
    let date = js_sys::Date::new_0();
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_date_string("en-GB", &options).into()
}
