//! Numbers that stand for records, each for its own list of the corpus.

/// Declares a number that indexes one list of the corpus.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in its list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number!(
    /// Which of [`Corpus::themes`].
    ThemeNo
);
number!(
    /// Which of [`Corpus::parties`].
    PartyNo
);
number!(
    /// Which of [`Corpus::actors`].
    ActorNo
);
number!(
    /// Which of [`Corpus::bodies`].
    BodyNo
);
number!(
    /// Which of [`Corpus::outlets`].
    OutletNo
);
number!(
    /// Which of [`Corpus::articles`].
    ArticleNo
);
number!(
    /// Which of [`Corpus::units`].
    UnitNo
);
number!(
    /// Which of [`Corpus::threads`].
    ThreadNo
);
