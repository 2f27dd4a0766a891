//! How a unit is cited.

use yew::prelude::*;

use crate::corpus::model::UnitNo;
use crate::ui::library::Library;

/// Its citation in every format.
pub(super) fn view(_library: Library, _no: UnitNo) -> Html {
    html! { <></> }
}
