//! Two selections side by side: what each is and what it rests on, above a chart of both.

use yew::prelude::*;

use super::selection::Shown;
use crate::explore::words;
use crate::ui::chips;

/// Both, by name.
pub(super) fn pair(shown: &Shown) -> Html {
    let view = &shown.found.view;
    let results = &shown.found.results;
    let against = view.against.as_deref();
    let both = [
        ("A", Some(&**view), Some(results.basis)),
        ("B", against, results.other),
    ];
    html! {
        <dl class="pair">
            for (name, selection, basis) in both {
                <div key={name} data-selection={name}>
                    <dt><span class="swatch" aria-hidden="true"></span>{ name }{ ": " }
                        { selection.map(|it| chips::named(shown.library, it)).unwrap_or_default() }
                    </dt>
                    <dd>{ basis.map(|it| words::basis(it, view.counting())).unwrap_or_default() }</dd>
                </div>
            }
        </dl>
    }
}
