//! What a window looks like.
//!
//! In: a [`Browser`]. Out: PNG files.

use super::Browser;
use crate::engine::Engine;
use crate::keep;
use crate::wire::words;
use serde_json::{Map, Value, json};

impl Browser {
    /// The page as a PNG file: what the window shows, or all of it.
    #[track_caller]
    pub(crate) fn picture(&self, whole: bool) -> Vec<u8> {
        let data = match (self.engine, whole) {
            (Engine::Chromium, _) => self.chromium_picture(whole),
            (Engine::Firefox, true) => words(&self.get("moz/screenshot/full")),
            (_, false) => words(&self.get("screenshot")),
            (Engine::WebKit, true) => {
                let (width, height) = self.size.get();
                let all = self.script("return document.documentElement.scrollHeight", &[]);
                // Larger pictures than this are not drawn.
                let all = all.as_u64().unwrap_or_default().min(8_000) as u32;
                self.size(width, all.max(height));
                let data = words(&self.get("screenshot"));
                self.size(width, height);
                data
            }
        };
        keep::decoded(&data)
    }

    #[track_caller]
    pub(super) fn chromium_picture(&self, whole: bool) -> String {
        let wish = json!({ "format": "png", "captureBeyondViewport": whole });
        let mut wish: Map<String, Value> = wish.as_object().cloned().unwrap_or_default();
        if whole {
            let area = &self.chromium("Page.getLayoutMetrics", &json!({}))["cssContentSize"];
            let clip = json!({
                "x": 0, "y": 0, "width": area["width"], "height": area["height"], "scale": 1,
            });
            wish.insert("clip".to_owned(), clip);
        }
        words(&self.chromium("Page.captureScreenshot", &Value::Object(wish))["data"])
    }
}
