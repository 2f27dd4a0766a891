//! The builder at work: a wish that is changed by a form, the view of it, and the markup.
//!
//! In: the query of the address. Out: the form, a frame with the very page that will be framed,
//! and the snippet. Invariant: address, preview and snippet are made from one wish.

use std::rc::Rc;

use yew::prelude::*;

use super::fields::{how, radios};
use super::made::{Made, made, relative, suggested};
use super::measured::Measured;
use super::which::which;
use super::wish::{Wish, newest};
use crate::browser::{address, fetch, frames, save, wait};
use crate::corpus::model::ThreadNo;
use crate::embed::Form;
use crate::explore::words::thousands;
use crate::ui::library::Library;
use crate::ui::page::EmbedView;

/// The frame of the preview.
const PREVIEW: &str = "preview";

/// The field with the markup.
const FIELD: &str = "snippet";

/// How long the preview waits for the next change, milliseconds.
const PATIENCE: u32 = 400;

/// What can be shown, and what it is called.
const KINDS: [(&str, &str); 7] = [
    ("unit", "A statement"),
    ("thread", "A question through the years"),
    ("themes", "A chart by theme"),
    ("years", "A chart by year"),
    ("matrix", "A chart by theme and year"),
    ("list", "A list of statements"),
    ("compare", "Two selections side by side"),
];

/// As what it can be copied, and for whom.
const FORMS: [(Form, &str, &str); 4] = [
    (
        Form::Whole,
        "Everything",
        "Words, picture and frame, and the script that makes the frame as high as what it shows.",
    ),
    (
        Form::Plain,
        "Without the script",
        "For hosts that take scripts out. The frame keeps its height, and lies over words and picture also where it cannot be loaded.",
    ),
    (
        Form::Frame,
        "The frame alone",
        "For hosts that ask for an iframe.",
    ),
    (
        Form::Address,
        "The address alone",
        "For WordPress and others that know oEmbed: on a line of its own.",
    ),
];

/// What the builder is made from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// The query part of the address.
    pub query: AttrValue,
    /// The address of the site, with a `/` at its end.
    pub site: AttrValue,
    /// Whether that was known when the site was built, so that hosts find what they ask for.
    pub known: bool,
    /// How large questions are.
    pub threads: Rc<[Measured]>,
    /// The day, for pictures that stand in the markup.
    pub day: AttrValue,
}

/// The builder.
#[component]
pub fn Builder(props: &Props) -> Html {
    let library = props.library;
    let first = use_memo((), |()| Wish::parse(library.corpus, &props.query));
    let wish = use_state(|| Rc::new(first.0.clone()));
    let change = {
        let wish = wish.setter();
        Callback::from(move |new: Wish| wish.set(Rc::new(new)))
    };
    let made = use_memo((*wish).clone(), |wish| {
        made(library, wish, &props.site, &props.day, &props.threads)
    });
    use_effect_with((*wish).clone(), move |wish| {
        address::write(&wish.print(library.corpus), address::Write::Replace);
    });
    html! {
        <div class="builder">
            if !first.1.is_empty() {
                <ul class="notes" aria-label="Notes">for (no, note) in first.1.iter().enumerate() { <li key={no}>{ note }</li> }</ul>
            }
            <form class="wishes" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { what(library, &wish, &change) }
                { which(library, &wish, &props.threads, &change) }
                { how(&wish, suggested(library, &wish, &props.threads), &change) }
            </form>
            <Preview src={relative(library, &wish)} title={made.title.clone()} width={wish.width} height={made.height} />
            <Copy {made} wish={(*wish).clone()} known={props.known} {change} />
        </div>
    }
}

/// As what it is shown.
fn what(library: Library, wish: &Rc<Wish>, change: &Callback<Wish>) -> Html {
    let corpus = library.corpus;
    let pick = {
        let (wish, change) = (wish.clone(), change.clone());
        Callback::from(move |id: String| {
            let embed = match id.as_str() {
                "unit" => newest(corpus),
                "thread" => EmbedView::Thread(ThreadNo(0)),
                other => EmbedView::of_selection(other).unwrap_or(EmbedView::Themes),
            };
            change.emit(Wish {
                embed,
                ..(*wish).clone()
            });
        })
    };
    let kinds = KINDS.into_iter();
    let kinds = kinds.filter(|(id, _)| match *id {
        "unit" => !corpus.units.is_empty(),
        "thread" => !corpus.threads.is_empty(),
        _ => true,
    });
    let kinds: Vec<_> = kinds.map(|(id, text)| (id, text.into())).collect();
    radios("What to show", "view", &kinds, wish.embed.id(), &pick)
}

/// What the preview shows.
#[derive(Properties, PartialEq)]
struct PreviewProps {
    src: String,
    title: String,
    width: Option<u32>,
    height: u32,
}

/// The page that will be framed, in a frame; it follows once nothing has changed for a moment.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let first = use_state(|| props.src.clone());
    let shown = use_state(|| props.src.clone());
    let measured = use_state(|| None::<u32>);
    {
        let (shown, measured) = (shown.clone(), measured.setter());
        use_effect_with(props.src.clone(), move |src| {
            let src = src.clone();
            let waiting = (*shown != src).then(|| {
                wait::after(PATIENCE, move || {
                    measured.set(None);
                    frames::show(PREVIEW, &src);
                    shown.set(src);
                })
            });
            move || drop(waiting)
        });
    }
    {
        let measured = measured.setter();
        use_effect_with((), move |()| {
            let hearing = frames::heights(PREVIEW, move |height| measured.set(Some(height)));
            move || drop(hearing)
        });
    }
    let src = (*shown).clone();
    let height = measured.unwrap_or(props.height);
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ "Preview" }</h2>
            <div class="host">
                <iframe id={PREVIEW} title={props.title.clone()} src={(*first).clone()} width={props.width.map_or_else(|| "100%".to_owned(), |it| it.to_string())} height={height.to_string()}></iframe>
            </div>
            <p class="basis">
                if let Some(measured) = *measured { { "As wide as here it takes " }{ thousands(measured) }{ " px in height. " } }
                <a href={src} target="_blank" rel="noopener">{ "Open it on its own" }</a>
            </p>
        </section>
    }
}

/// What is copied.
#[derive(Properties, PartialEq)]
struct CopyProps {
    made: Rc<Made>,
    wish: Rc<Wish>,
    known: bool,
    change: Callback<Wish>,
}

/// The markup, and what puts it into the clipboard.
#[component]
fn Copy(props: &CopyProps) -> Html {
    let told = use_state(|| "");
    let made = &props.made;
    {
        let told = told.setter();
        use_effect_with(made.snippet.clone(), move |_| told.set(""));
    }
    let pick = {
        let (wish, change) = (props.wish.clone(), props.change.clone());
        Callback::from(move |id: String| {
            let form = Form::ALL.into_iter().find(|it| it.id() == id);
            change.emit(Wish {
                form: form.unwrap_or_default(),
                ..(*wish).clone()
            });
        })
    };
    let copy = {
        let (made, told) = (made.clone(), told.setter());
        Callback::from(move |_: MouseEvent| {
            let (made, told) = (made.clone(), told.clone());
            fetch::later(async move {
                if save::copy_text(&made.snippet).await {
                    told.set("Copied.");
                } else {
                    frames::select(FIELD);
                    told.set("Selected: press Ctrl+C or ⌘C.");
                }
            });
        })
    };
    let now = props.wish.form;
    let forms: Vec<_> = FORMS.map(|(form, text, _)| (form.id(), text.into())).into();
    let says = FORMS.iter().find(|it| it.0 == now).map_or("", |it| it.2);
    html! {
        <section class="copying" aria-labelledby="copy-title">
            <h2 id="copy-title">{ "Copy" }</h2>
            <p class="none" role="status">{ none(&props.wish, made) }</p>
            { radios("As what", "as", &forms, now.id(), &pick) }
            <p class="basis" id="copy-says">{ says }{ remark(&props.wish, props.known, made) }</p>
            <textarea id={FIELD} readonly=true spellcheck="false" rows="8" aria-label="Snippet" aria-describedby="copy-says" value={made.snippet.clone()} />
            <p class="copy-line"><button type="button" onclick={copy}>{ "Copy" }</button><span role="status">{ *told }</span></p>
        </section>
    }
}

/// Said before it is copied, where there is nothing to show.
const fn none(wish: &Wish, made: &Made) -> &'static str {
    match (made.empty, wish.embed) {
        (false, _) => "",
        (true, EmbedView::Compare) => "Nothing in the corpus matches selection A.",
        (true, _) => "Nothing in the corpus matches this selection.",
    }
}

/// What is to be known of it besides.
fn remark(wish: &Wish, known: bool, made: &Made) -> String {
    if wish.form == Form::Address {
        return alone(wish, known, made).to_owned();
    }
    if made.inlined == 0 {
        return String::new();
    }
    let kilobytes = thousands((made.inlined as u32).div_ceil(1000));
    let parts = [
        " The picture of this selection stands in the snippet itself, ",
        &kilobytes,
        " kB of it; hosts that refuse that leave its words.",
    ];
    parts.concat()
}

/// What hosts make of the address alone, where that is not what is shown here.
const fn alone(wish: &Wish, known: bool, made: &Made) -> &'static str {
    if !known {
        " No host will expand it here, as the address of this site was not known when it was built. Take the frame instead."
    } else if !wish.live {
        " A frozen view is no answer that hosts ask for: they show the live one or a link. Take the frame instead."
    } else if made.filtered {
        " WordPress shows everything for this address, not the selection. Take the frame instead."
    } else if wish.is_dressed() {
        " WordPress shows it in its own size and the reader’s own colours. Take the frame instead."
    } else {
        ""
    }
}
