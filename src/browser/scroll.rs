//! What of a long list is in sight: where its rows stand, and scrolling by a little.
//!
//! In: the element whose children are the rows; those of class [`GAP`] stand for rows that are
//! not there. Invariant: reading changes nothing, so it is cheap when nothing has changed.

pub use gloo::events::EventListener as Listener;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollRestoration};

/// The class of children that are no rows.
pub const GAP: &str = "gap";

/// Top and bottom of something, px from the top of the window.
pub type Ends = (f64, f64);

/// A list as it stands in the window.
pub struct Sight {
    /// Width of the list.
    pub width: f64,
    /// Height of the window.
    pub window: f64,
    /// The list.
    pub list: Ends,
    /// Its rows.
    pub rows: Vec<Ends>,
    /// The row that holds the focus.
    pub focused: Option<usize>,
}

/// What is in sight of a list.
pub fn sight(list: &Element) -> Option<Sight> {
    let window = web_sys::window()?;
    let focus = window.document()?.active_element();
    let frame = list.get_bounding_client_rect();
    let rows = rows(list);
    let focused = focus.and_then(|it| rows.iter().position(|row| row.contains(Some(&it))));
    Some(Sight {
        width: frame.width(),
        window: window.inner_height().ok()?.as_f64()?,
        list: (frame.top(), frame.bottom()),
        rows: rows.iter().map(ends).collect(),
        focused,
    })
}

fn ends(row: &Element) -> Ends {
    let frame = row.get_bounding_client_rect();
    (frame.top(), frame.bottom())
}

fn rows(list: &Element) -> Vec<Element> {
    let children = std::iter::successors(list.first_element_child(), Element::next_element_sibling);
    children.filter(|it| it.class_name() != GAP).collect()
}

/// Scrolls by so many px.
pub fn by(px: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, px);
    }
}

/// Gives the first link of a row the focus.
pub fn enter(list: &Element, row: usize) {
    let row = rows(list).into_iter().nth(row);
    let link = row.and_then(|row| row.query_selector("a").ok()?);
    if let Some(Ok(link)) = link.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = link.focus();
    }
}

/// Calls `moved` whenever the window was scrolled or has changed its size, and after printing;
/// `print` before printing; `leave` when the page is left. Until dropped.
pub fn watch(
    moved: impl Fn() + Clone + 'static,
    print: impl Fn() + 'static,
    leave: impl Fn() + 'static,
) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let on_move = |name: &'static str| {
        let moved = moved.clone();
        EventListener::new(&window, name, move |_| moved())
    };
    vec![
        on_move("scroll"),
        on_move("resize"),
        on_move("afterprint"),
        EventListener::new(&window, "beforeprint", move |_| print()),
        EventListener::new(&window, "pagehide", move |_| leave()),
    ]
}

/// Remembers with this place in the history which row stands how far below the window's top;
/// the browser then need not put it back by guess. `None` leaves that to the browser.
pub fn remember(row: Option<(u32, f64)>) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let (note, by) = match row {
        None => (JsValue::NULL, ScrollRestoration::Auto),
        Some((place, top)) => {
            let top = top.clamp(0.0, REACH - 1.0).round();
            let note = f64::from(place) * REACH + top;
            (JsValue::from_f64(note), ScrollRestoration::Manual)
        }
    };
    // Browsers refuse what comes too often; the next note then says the same. A page that is being
    // left must write no more than that: Chromium then does not keep it for the way back.
    if history.state().ok().as_ref() != Some(&note) {
        let _ = history.replace_state_with_url(&note, "", None);
    }
    let _ = history.set_scroll_restoration(by);
}

/// What was remembered with this place in the history.
pub fn remembered() -> Option<(u32, f64)> {
    let note = web_sys::window()?.history().ok()?.state().ok()?.as_f64()?;
    Some(((note / REACH) as u32, note % REACH))
}

/// No window is higher: place and height share one number.
const REACH: f64 = 65_536.0;
