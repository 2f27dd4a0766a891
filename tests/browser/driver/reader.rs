//! Who reads: how large the window is, and what the page is told of the reader's wishes.
//!
//! In: a [`Browser`], and a size or wishes in the words of media queries. Out: the window so.

use super::Browser;
use crate::engine::Engine;
use crate::gecko;
use crate::session::Session;
use serde_json::{Value, json};

impl Browser {
    /// Gives the page this many CSS pixels, at one device pixel each.
    #[track_caller]
    pub(crate) fn size(&self, width: u32, height: u32) {
        self.size.set((width, height));
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
                });
                self.chromium("Emulation.setDeviceMetricsOverride", &metrics);
            }
            Engine::Firefox => gecko::size(self, width, height),
            Engine::WebKit => self.stretch(width, height),
        }
    }

    /// Sizes the window so that the page in it has this size.
    #[track_caller]
    pub(super) fn stretch(&self, width: u32, height: u32) {
        let mut bars = (0, 20);
        self.until(&format!("a page of {width} by {height}"), || {
            let rect = json!({ "width": width + bars.0, "height": height + bars.1 });
            self.post("window/rect", &rect);
            let is = self.script("return [innerWidth, innerHeight]", &[]);
            let is = [0, 1].map(|at| is[at].as_u64().unwrap_or_default() as u32);
            if is == [width, height] {
                return true;
            }
            bars = (
                (width + bars.0).saturating_sub(is[0]),
                (height + bars.1).saturating_sub(is[1]),
            );
            false
        });
    }

    /// What the page is told of the reader's wishes, e.g. `("prefers-color-scheme", "dark")` or
    /// `("forced-colors", "active")`. `WebKit` knows of colour schemes and motion only, and takes
    /// another window for other wishes.
    #[track_caller]
    pub(crate) fn wishes(&self, features: &[(&str, &str)]) {
        match self.engine {
            Engine::Chromium => {
                let features: Vec<Value> = features
                    .iter()
                    .map(|(name, value)| json!({ "name": name, "value": value }))
                    .collect();
                self.chromium(
                    "Emulation.setEmulatedMedia",
                    &json!({ "features": features }),
                );
            }
            Engine::Firefox => gecko::wishes(self, features),
            Engine::WebKit => self.renew(features),
        }
    }

    /// The same page in another window.
    #[track_caller]
    pub(super) fn renew(&self, wishes: &[(&str, &str)]) {
        let address = self.address();
        let _ = self.call("DELETE", "", None);
        self.assert_alone();
        *self.session.borrow_mut() = Session::begin(&self.agent, self.engine, wishes, &[]);
        self.lasts.set(false);
        let (width, height) = self.size.get();
        self.size(width, height);
        if address.starts_with("http") {
            self.go(&address);
        }
    }
}
