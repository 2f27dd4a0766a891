//! What the person at the keyboard sees while something takes long.
//!
//! On a terminal a child's own progress passes through. Elsewhere (a log, CI)
//! a line about every 15 seconds says that it goes on and with what.

use std::time::Duration;

/// How often a heartbeat is printed where there is no terminal.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(15);

/// Says what is being done; to standard error, where cargo speaks too.
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}

/// `75` seconds as people say them.
pub(crate) fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 0..10) => format!("{}.{} s", seconds, time.subsec_millis() / 100),
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_spoken() {
        assert_eq!(spoken(Duration::from_millis(1_290)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(59)), "59 s");
        assert_eq!(spoken(Duration::from_secs(605)), "10 min 05 s");
    }
}
