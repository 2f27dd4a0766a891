//! Values of any record: numbers, texts, and what may be absent or many.
//!
//! In: values, or a [`Reader`]. Out: the same in a [`Writer`], or values.
//! Invariant: what may be absent says first whether it is there, and a list how
//! long it is.

use super::stream::{Coded, Reader, Writer};

impl<'a> Coded<'a> for &'a str {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }

    fn read(from: &mut Reader<'a>) -> Self {
        from.text()
    }
}

impl Coded<'_> for u32 {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.number()
    }
}

impl Coded<'_> for i8 {
    fn write(&self, to: &mut Writer) {
        to.number(self.cast_unsigned().into());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (from.below(0x100) as u8).cast_signed()
    }
}

impl<'a, T: Coded<'a>> Coded<'a> for Option<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.is_some().into());
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'a>) -> Self {
        (from.below(2) == 1).then(|| T::read(from))
    }
}

impl<'a, T: Coded<'a>> Coded<'a> for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u32);
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'a>) -> Self {
        (0..from.count()).map(|_| T::read(from)).collect()
    }
}

impl<'a> Coded<'a> for [&'a str; 2] {
    fn write(&self, to: &mut Writer) {
        for text in self {
            to.text(text);
        }
    }

    fn read(from: &mut Reader<'a>) -> Self {
        [from.text(), from.text()]
    }
}
