//! Pages as people meet them: every kind, empty, as usual and overfull.
//!
//! In: the built site, the sample of a briefing, records that were withdrawn. Out: a name for each
//! state and the browser brought into it. Invariant: a kind of page that the site has and that is
//! not here fails [`every_kind_of_page_is_among_them`].

use serde_json::json;

use super::tombstones;
use crate::driver::Browser;
use crate::explore::wake;
use crate::host::Host;

/// What is done on the page before it is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Nothing: it is as it was written, with whatever its scripts add at once.
    None,
    /// The explorer's whole program runs.
    Run,
    /// The same, and all that can be unfolded is.
    Unfold,
    /// The program cannot be had, and the page says so.
    Still,
    /// The program has died, and the page says so.
    Fault,
}

/// A page and what is done on it.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// What it is called in messages.
    pub(super) name: &'static str,
    /// Its address from the root of the site.
    pub(super) path: &'static str,
    pub(super) deed: Deed,
}

const fn of(name: &'static str, path: &'static str, deed: Deed) -> State {
    State { name, path, deed }
}

/// Every filter there is, and everything that can be shown beside.
const ALL_ON: &str = "?q=nhs&theme=structure,integration,funding,workforce,primary-care,hospitals,private-sector,national-bodies,pay,prevention,safety,strategy&kind=firm,negative,soft,position,declined&party=labour&from=2015&to=2025&count=all&split=kind&per=article";

/// Those of the explorer.
pub(super) const EXPLORER: [State; 13] = [
    of("the front page as written", "", Deed::None),
    of("the explorer", "", Deed::Run),
    of("the explorer, unfolded", "?count=all", Deed::Unfold),
    of("a filter", "?theme=workforce", Deed::Run),
    of("every filter, unfolded", ALL_ON, Deed::Unfold),
    of("nothing found", "?q=zzzz&theme=funding", Deed::Unfold),
    of(
        "a link asked in vain",
        "?theme=pay,huosing&colour=red",
        Deed::Run,
    ),
    of("a slip put right", "?q=reorganistion", Deed::Run),
    of("the table", "?show=table", Deed::Run),
    of(
        "two selections",
        "?side=government&vs=side%3Dopposition",
        Deed::Unfold,
    ),
    of("dark by choice", "?theme=pay&color=dark", Deed::Run),
    of("no program", "?theme=pay", Deed::Still),
    of("the program died", "?theme=pay", Deed::Fault),
];

/// Those of everything else.
pub(super) const OTHERS: [State; 41] = [
    of(
        "a small statement",
        "pledge/patient-safety-foremost/",
        Deed::None,
    ),
    of("a statement", "pledge/no-nhs-restructure/", Deed::None),
    of(
        "a statement, unfolded",
        "pledge/new-relationship-nhs-england/",
        Deed::Unfold,
    ),
    of("articles", "article/", Deed::None),
    of(
        "an article",
        "article/guardian-2018-nhs-restructuring/",
        Deed::None,
    ),
    of(
        "an article, unfolded",
        "article/hsj-2015-miliband-interview/",
        Deed::Unfold,
    ),
    of("questions", "thread/", Deed::None),
    of("a question", "thread/staff/", Deed::None),
    of(
        "a question, unfolded",
        "thread/reorganisation/",
        Deed::Unfold,
    ),
    of("themes", "theme/", Deed::None),
    of("a small theme", "theme/safety/", Deed::None),
    of("a theme, unfolded", "theme/structure/", Deed::Unfold),
    of("speakers", "speaker/", Deed::None),
    of(
        "a speaker of nothing",
        "speaker/nuffield-trust/",
        Deed::None,
    ),
    of(
        "a speaker, unfolded",
        "speaker/wes-streeting/",
        Deed::Unfold,
    ),
    of("about", "about/", Deed::Unfold),
    of("changes", "changes/", Deed::Unfold),
    of("changes of a version", "changes/{version}/", Deed::Unfold),
    of("the builder as written", "embed/", Deed::Run),
    of(
        "the builder of a statement",
        "embed/?view=unit&id=no-nhs-restructure",
        Deed::Unfold,
    ),
    of(
        "the builder of a list",
        "embed/?view=list&q=nurses",
        Deed::Run,
    ),
    of(
        "the builder of two selections",
        "embed/?view=compare",
        Deed::Unfold,
    ),
    of(
        "a statement in a frame",
        "embed/unit/no-nhs-restructure/",
        Deed::None,
    ),
    of(
        "a question in a frame",
        "embed/thread/reorganisation/",
        Deed::Unfold,
    ),
    of("themes in a frame", "embed/themes/", Deed::Unfold),
    of("years in a frame", "embed/years/", Deed::Unfold),
    of("themes and years in a frame", "embed/matrix/", Deed::Unfold),
    of("a list in a frame", "embed/list/", Deed::Unfold),
    of("two selections in a frame", "embed/compare/", Deed::Unfold),
    of(
        "themes of a selection",
        "embed/themes/?theme=workforce",
        Deed::Run,
    ),
    of(
        "years of a selection",
        "embed/years/?theme=workforce&color=dark",
        Deed::Unfold,
    ),
    of("an empty list in a frame", "embed/list/?q=zzzz", Deed::Run),
    of(
        "one selection and nothing",
        "embed/compare/?q=zzzz&vs=side%3Dopposition",
        Deed::Unfold,
    ),
    of("a frozen view", "embed/at/{version}/themes/", Deed::Unfold),
    of("a frozen list", "embed/at/{version}/list/", Deed::None),
    of("no such page", "404.html", Deed::None),
    of(
        "a lost page",
        "pledge/double-medical-school-place/",
        Deed::None,
    ),
    of("a briefing", "{briefing}", Deed::None),
    of(
        "a withdrawn statement",
        "{tombstone}pledge/gone/",
        Deed::None,
    ),
    of("a withdrawn theme", "{tombstone}theme/gone/", Deed::None),
    of(
        "a withdrawn statement in a frame",
        "{tombstone}embed/unit/gone/",
        Deed::None,
    ),
];

/// A browser in which states are looked at one after the other.
pub(super) struct Tour {
    pub(super) browser: Browser,
    tombs: &'static Host,
    version: String,
}

impl Tour {
    #[track_caller]
    pub(super) fn start() -> Self {
        let dist = std::env::var("PLEDGES_DIST").expect("set by `cargo xtask test`");
        let about = std::fs::read_to_string([&dist, "/version.json"].concat()).expect("a build");
        let about: serde_json::Value = serde_json::from_str(&about).expect("JSON");
        let browser = Browser::open();
        // Going through a large page by every rule takes long on a busy machine.
        browser.post("timeouts", &json!({ "script": 300_000 }));
        Self {
            browser,
            tombs: tombstones::host(dist.as_ref()),
            version: about["corpus"].as_str().expect("a version").to_owned(),
        }
    }

    /// Brings the browser into a state.
    #[track_caller]
    pub(super) fn enter(&self, state: &State) {
        let browser = &self.browser;
        let path = state.path.replace("{version}", &self.version);
        if let Some(path) = path.strip_prefix("{tombstone}") {
            browser.go(&self.tombs.at(path));
        } else if path == "{briefing}" {
            let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/brief.html");
            browser.go(&["file://", sample].concat());
        } else {
            self.block(state.deed == Deed::Still);
            browser.visit(&path);
            let lost = browser.title().starts_with("Page not found");
            let meant = ["no such page", "a lost page"].contains(&state.name);
            assert_eq!(lost, meant, "{path}");
        }
        self.act(state.deed);
        browser.script(SETTLE, &[]);
    }

    /// Opens what another size of the window has closed.
    #[track_caller]
    pub(super) fn unfold(&self, state: &State) {
        if state.deed == Deed::Unfold {
            self.browser.script(UNFOLD, &[]);
        }
    }

    fn block(&self, yes: bool) {
        let what = if yes { vec!["*.wasm"] } else { Vec::new() };
        self.browser.chromium("Network.enable", &json!({}));
        self.browser
            .chromium("Network.setBlockedURLs", &json!({ "urls": what }));
    }

    fn act(&self, deed: Deed) {
        let browser = &self.browser;
        match deed {
            Deed::None => {}
            Deed::Still => browser.until("the notice", || {
                browser.all(".still").iter().any(|it| it.is_shown())
            }),
            Deed::Run | Deed::Unfold => {
                self.run();
                if deed == Deed::Unfold {
                    browser.script(UNFOLD, &[]);
                }
            }
            Deed::Fault => {
                self.run();
                browser.script("document.getElementById('fault').hidden = false", &[]);
            }
        }
    }

    /// Whatever program the page has.
    fn run(&self) {
        let browser = &self.browser;
        let has = |css: &str| !browser.all(css).is_empty();
        if has("#explore") {
            wake(browser);
        } else if browser.address().contains("embed/?") || browser.address().ends_with("/embed/") {
            browser.until("the builder", || has("#snippet"));
        } else if browser.address().contains("/?") && !browser.all("script[data-js]").is_empty() {
            browser.until("the selection", || {
                browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
            });
        }
    }
}

/// Everything that opens is opened.
const UNFOLD: &str = "
    const drawer = document.querySelector('.filters-toggle[aria-expanded=false]');
    if (drawer?.getClientRects().length) drawer.click();
    for (const it of document.querySelectorAll('details')) it.open = true;";

/// What was asked for is laid out and painted.
const SETTLE: &str = "return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))";

/// The addresses of all pages name the kinds; each is looked at in some state.
#[test]
fn every_kind_of_page_is_among_them() {
    let pages = include_str!("../../golden/pages.txt");
    let states: Vec<&State> = EXPLORER.iter().chain(&OTHERS).collect();
    for page in pages.lines().filter(|it| it.ends_with('/')) {
        let mut parts = page.split('/').collect::<Vec<_>>();
        // A page of one thing is of a kind with those of all others.
        let one = matches!(
            parts[0],
            "pledge" | "article" | "thread" | "theme" | "speaker"
        ) && parts.len() > 2
            || parts[0] == "embed" && parts.len() > 3;
        if one {
            let id = parts.len() - 2;
            parts[id] = "";
        }
        let kind = parts.join("/");
        let kind = kind.trim_end_matches('/');
        let is = |state: &&&State| {
            let path = state.path.split('?').next().unwrap_or_default();
            let rest = path.strip_prefix(kind).unwrap_or("?");
            if one { rest.len() > 1 } else { rest == "/" }
        };
        assert!(
            states.iter().any(|it| is(&it)),
            "no state of {kind}/ ({page})"
        );
    }
}
