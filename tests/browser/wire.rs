//! One request to the driver, over HTTP on this machine.

use serde_json::Value;
use std::fmt::Display;
use std::time::Duration;
use ureq::Agent;

/// What sends them.
pub(crate) fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(Duration::from_mins(5)))
        .http_status_as_error(false)
        .build()
        .into()
}

/// The answer's value, or the driver's own words for why there is none.
pub(crate) fn call(
    agent: &Agent,
    method: &str,
    url: &str,
    body: Option<&Value>,
) -> Result<Value, String> {
    fn said(fault: impl Display) -> String {
        fault.to_string()
    }
    let mut response = match (method, body) {
        ("POST", Some(body)) => agent
            .post(url)
            .header("Content-Type", "application/json")
            .send(body.to_string()),
        ("DELETE", _) => agent.delete(url.trim_end_matches('/')).call(),
        _ => agent.get(url).call(),
    }
    .map_err(said)?;
    // A picture of a long page is many megabytes.
    let text = response
        .body_mut()
        .with_config()
        .limit(256 << 20)
        .read_to_string()
        .map_err(said)?;
    let mut answer: Value = serde_json::from_str(&text).map_err(said)?;
    let value = answer["value"].take();
    if response.status().is_success() {
        Ok(value)
    } else {
        Err(format!(
            "{}: {}",
            words(&value["error"]),
            words(&value["message"])
        ))
    }
}

/// A string of the protocol; empty for anything else.
pub(crate) fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
