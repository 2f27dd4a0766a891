//! Whole numbers in figures, plain and with commas.
//!
//! In: a number. Out: its digits at the end of a text. It is a matter of a few hundred numbers for
//! each key pressed, which the general way of formatting takes several times as long for.
//! Invariant: the digits are those that `to_string` gives.

/// Writes "1234567" at the end of a text.
pub fn push(text: &mut String, n: u32) {
    digits(text, n, u32::MAX);
}

/// Writes "-12" at the end of a text.
pub fn push_signed(text: &mut String, n: i32) {
    if n < 0 {
        text.push('-');
    }
    push(text, n.unsigned_abs());
}

/// Writes "1,234,567" at the end of a text.
pub fn push_grouped(text: &mut String, n: u32) {
    digits(text, n, 3);
}

/// "1,234,567".
pub fn grouped(n: u32) -> String {
    let mut text = String::with_capacity(13);
    push_grouped(&mut text, n);
    text
}

/// Digits, with a comma after every so many from the right.
fn digits(text: &mut String, n: u32, group: u32) {
    let mut left = n.checked_ilog10().unwrap_or(0);
    let mut unit = 10_u32.pow(left);
    loop {
        let digit = (n / unit % 10) as u8;
        text.push(char::from(b'0' + digit));
        if left == 0 {
            return;
        }
        if left.is_multiple_of(group) {
            text.push(',');
        }
        left -= 1;
        unit /= 10;
    }
}
