//! What pages report, as lines of a name and its value, and what is read off many times.
//!
//! In: text. Out: values; what is not there, or is no number, is left out.

use std::str::FromStr;

/// The value of the line with this name.
pub(super) fn line<'b>(body: &'b str, name: &str) -> Option<&'b str> {
    body.lines().find_map(|line| {
        let (key, value) = line.split_once(' ')?;
        (key == name).then_some(value)
    })
}

/// The numbers of the line with this name.
pub(super) fn numbers<T: FromStr>(body: &str, name: &str) -> Vec<T> {
    let list = line(body, name).unwrap_or_default().split(' ');
    list.filter_map(|number| number.parse().ok()).collect()
}

/// The value that so many percent do not exceed; there has to be one.
pub(super) fn at<T: Copy>(sorted: &[T], percent: usize) -> T {
    let place = (sorted.len() * percent).div_ceil(100);
    sorted[place.clamp(1, sorted.len()) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_names() {
        let body = "times 1 2.5 x\nerror none";
        assert_eq!(line(body, "error"), Some("none"));
        assert_eq!(line(body, "time"), None);
        assert_eq!(numbers::<f64>(body, "times"), [1.0, 2.5]);
        assert!(numbers::<u32>(body, "counts").is_empty());
    }

    #[test]
    fn so_many_percent_are_no_longer() {
        let times: Vec<u32> = (1..=200).collect();
        assert_eq!([50, 95, 100].map(|it| at(&times, it)), [100, 190, 200]);
        assert_eq!([0, 50, 100].map(|it| at(&[7], it)), [7, 7, 7]);
    }
}
