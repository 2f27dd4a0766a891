//! The one state of the page, the view, and how the address bar follows it.
//!
//! In: actions. Out: the view, and writes to the history. Invariant: the address is written at
//! most once per pause in typing, and Back undoes one choice or one bout of typing.

use std::rc::Rc;

use yew::prelude::*;

use super::library::Library;
use crate::browser::address::{self as bar, Write};
use crate::browser::{page, wait};
use crate::explore::address::{self, Notice};
use crate::explore::view::{Action, Color, View};

/// How long typing must rest before the address follows, in milliseconds. Safari allows
/// 100 writes in 30 s, Firefox 200 in 10 s; a third of a second stays below both.
const PAUSE: u32 = 350;

/// How long after a write the next key begins a new bout of typing, in milliseconds.
const REST: u32 = 2_000;

/// What brought the view about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// The address did: it needs no writing.
    Address,
    /// A choice: written at once.
    Choice,
    /// A key: written when typing rests.
    Typing,
}

/// The view, with what is to be said about the address it came from.
#[derive(Clone, PartialEq)]
pub struct State {
    /// What the reader asked for.
    pub view: Rc<View>,
    /// What was left out of the address.
    pub notices: Rc<[Notice]>,
    /// What the page, not the reader, has last put into the search box, and how often it did.
    pub said: (u32, AttrValue),
    cause: Cause,
}

impl State {
    /// Whether the reader may be about to type on.
    pub fn is_typing(&self) -> bool {
        self.cause == Cause::Typing
    }

    /// The state that an address asks for.
    pub fn from_query(library: Library, query: &str) -> Self {
        let (view, notices) = address::parse(library.corpus, query);
        Self {
            said: (0, view.q.clone().into()),
            view: Rc::new(view),
            notices: notices.into(),
            cause: Cause::Address,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let cause = match action {
            Action::Type(_) | Action::Say(_) => Cause::Typing,
            Action::Go(_) => Cause::Address,
            _ => Cause::Choice,
        };
        let typed = matches!(action, Action::Type(_));
        let view = self.view.apply(action);
        if view == *self.view {
            return self;
        }
        let said = if typed || view.q == self.view.q {
            self.said.clone()
        } else {
            (self.said.0 + 1, view.q.clone().into())
        };
        Rc::new(Self {
            said,
            view: Rc::new(view),
            notices: Rc::default(),
            cause,
        })
    }
}

/// The state and the way to change it; keeps the address bar and the colour in step.
#[hook]
pub fn use_state_of_page(library: Library, query: AttrValue) -> UseReducerHandle<State> {
    let state = use_reducer(|| State::from_query(library, &query));
    // Whether the newest place in the history is a bout of typing that goes on.
    let bout = use_mut_ref(|| false);
    // What ends it.
    let rest = use_mut_ref(|| None::<wait::Timeout>);
    use_effect_with((*state).clone(), move |state| {
        let query = address::print(library.corpus, &state.view);
        let pending = match state.cause {
            Cause::Address => {
                *bout.borrow_mut() = false;
                None
            }
            Cause::Choice => {
                *bout.borrow_mut() = false;
                bar::write(&query, Write::Push);
                None
            }
            Cause::Typing => {
                rest.replace(None);
                let (bout, rest) = (bout.clone(), rest.clone());
                Some(wait::after(PAUSE, move || {
                    let goes_on = bout.replace(true);
                    bar::write(&query, if goes_on { Write::Replace } else { Write::Push });
                    rest.replace(Some(wait::after(REST, move || *bout.borrow_mut() = false)));
                }))
            }
        };
        move || drop(pending)
    });
    use_effect_with(state.view.color, |color| {
        page::mark_root("data-color", (*color != Color::Auto).then(|| color.id()));
    });
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = bar::on_travel(move |query| {
            let (view, _) = address::parse(library.corpus, &query);
            dispatcher.dispatch(Action::Go(Box::new(view)));
        });
        move || drop(listener)
    });
    state
}
