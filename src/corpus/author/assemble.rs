//! Puts everything in the order that `model` promises, and numbers it.
//!
//! In: the files. Out: the corpus. Invariant: what is not whole is left out
//! before anything gets a number, so numbers never point at a gap.

use crate::corpus::model::{
    Actor, ActorNo, Article, ArticleNo, Context, Corpus, Thread, ThreadNo, Unit, UnitNo,
};

use super::actors::{Cast, Player};
use super::article::{Draft, Known};
use super::evidence::Evidences;
use super::faults::Faults;
use super::file::{CorpusFile, article_id};
use super::ids::Ids;
use super::lists::Folder;
use super::removed::{self, There};
use super::threads::{self, Units};
use super::unit::Coded;
use super::{Sources, digest};

/// Reads and assembles all files.
pub(super) fn corpus<'s>(
    sources: &'s Sources,
    files: &[CorpusFile<'s>],
    faults: &Faults,
) -> Corpus<'s> {
    let folder = Folder { files, faults };
    let about = folder.about(digest::folder(&sources.files).leak());
    let (themes, theme_ids) = folder.themes();
    let (bodies, body_ids) = folder.bodies();
    let (outlets, outlet_ids) = folder.outlets();
    let cast = Cast::read(folder);
    let evidences = Evidences::read(folder, sources);
    let known = Known {
        sources,
        faults,
        cast: &cast,
        themes: &theme_ids,
        bodies: &body_ids,
        outlets: &outlet_ids,
        evidences: &evidences,
    };
    let mut ids = Ids::new("unit");
    let mut drafts = Vec::new();
    for (no, file) in files.iter().enumerate() {
        if article_id(file.path).is_some() {
            drafts.push(Draft::read(file, no as u32, &known, &mut ids));
        }
    }
    if drafts.is_empty() {
        ids.is_partial = true;
        let help = "add one as `articles/<id>.toml`; see docs/corpus.md";
        faults.in_folder("articles", "no articles", Some(help));
    }
    let (articles, mut units, mut contexts) = number(drafts, &mut ids);
    ids.rename(evidences.renamed());
    let (threads, thread_ids) = threads::read(
        folder,
        Units {
            ids: &ids,
            list: &units,
        },
    );
    let removed = removed::read(
        folder,
        &There {
            files,
            units: &ids,
            threads: &thread_ids,
            themes: &theme_ids,
            speakers: cast.ids(),
            today: sources.today,
        },
    );
    evidences.report_stale(faults);
    enter_threads(&threads, &mut units);
    let actors = speaking(cast.players, &mut units, &mut contexts);
    Corpus {
        about,
        themes,
        parties: cast.parties,
        actors,
        bodies,
        outlets,
        articles,
        units,
        contexts,
        threads,
        removed,
    }
}

/// Articles by date and id, with their units and context statements behind each other.
fn number<'s>(
    mut drafts: Vec<Draft<'s>>,
    ids: &mut Ids<'s, Coded>,
) -> (Vec<Article<'s>>, Vec<Unit<'s>>, Vec<Context<'s>>) {
    drafts.sort_by_key(|draft| {
        draft
            .article
            .as_ref()
            .map(|article| (article.published, article.id))
    });
    let (mut articles, mut units, mut contexts) = (Vec::new(), Vec::new(), Vec::new());
    for draft in drafts {
        let Some(article) = draft.article else {
            continue;
        };
        let no = ArticleNo(articles.len() as u32);
        articles.push(article);
        for mut unit in draft.units {
            unit.article = no;
            ids.lead(unit.id, Coded::Unit(UnitNo(units.len() as u32)));
            units.push(unit);
        }
        for mut context in draft.contexts {
            context.article = no;
            contexts.push(context);
        }
    }
    (articles, units, contexts)
}

/// Tells each unit which threads it stands in.
fn enter_threads(threads: &[Thread<'_>], units: &mut [Unit<'_>]) {
    for (no, thread) in threads.iter().enumerate() {
        for entry in &thread.entries {
            if let Some(unit) = units.get_mut(entry.unit.index()) {
                unit.threads.push(ThreadNo(no as u32));
            }
        }
    }
}

/// Those who say something, by sort name; units and context statements are
/// pointed at their new numbers.
fn speaking<'s>(
    players: Vec<Player<'s>>,
    units: &mut [Unit<'s>],
    contexts: &mut [Context<'s>],
) -> Vec<Actor<'s>> {
    let mut numbers: Vec<&mut ActorNo> = units.iter_mut().map(|unit| &mut unit.speaker).collect();
    numbers.extend(contexts.iter_mut().map(|context| &mut context.actor));
    let mut speaking: Vec<(usize, Player<'s>)> = players
        .into_iter()
        .enumerate()
        .filter(|(old, _)| numbers.iter().any(|number| number.index() == *old))
        .collect();
    speaking.sort_by(|(_, a), (_, b)| (&a.sort, a.actor.id).cmp(&(&b.sort, b.actor.id)));
    let order: Vec<usize> = speaking.iter().map(|(old, _)| *old).collect();
    for number in numbers {
        if let Some(new) = order.iter().position(|old| *old == number.index()) {
            *number = ActorNo(new as u32);
        }
    }
    speaking
        .into_iter()
        .map(|(_, player)| player.actor)
        .collect()
}
