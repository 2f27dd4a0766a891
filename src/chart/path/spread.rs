//! Points that would overlap on their level, moved apart sideways.
//!
//! In: a path, where each point stands in time, px. Out: where it is drawn, px.
//! Invariant: points of one level stand in order of time and side by side, and
//! only those that would overlap move. Those of one date stand so that a link
//! runs through as few others as can be.

use crate::explore::series::Path;

/// Points side by side, and the sum of where they stand in time.
struct Cluster {
    members: Vec<usize>,
    sum: i32,
}

impl Cluster {
    fn start(&self, apart: i32, (left, right): (i32, i32)) -> i32 {
        let count = self.members.len() as i32;
        let wide = (count - 1) * apart;
        (self.sum / count - wide / 2).min(right - wide).max(left)
    }

    fn end(&self, apart: i32, limit: (i32, i32)) -> i32 {
        self.start(apart, limit) + self.members.len() as i32 * apart
    }
}

/// The level of a point: from -2 to 2.
pub fn level(path: &Path, n: usize) -> i8 {
    path.points.get(n).map_or(0, |point| point.at.clamp(-2, 2))
}

/// How many points the fullest level has.
pub fn most(path: &Path) -> usize {
    let of = |at: i8| {
        (0..path.points.len())
            .filter(|&n| level(path, n) == at)
            .count()
    };
    (-2..=2).map(of).max().unwrap_or(0)
}

/// Where points that stand at `time` are drawn, `apart` px from one to the next.
pub fn spread(path: &Path, time: &[i32], apart: i32, limit: (i32, i32)) -> Vec<i32> {
    let mut places = time.to_vec();
    for at in -2..=2 {
        let mut members: Vec<usize> = (0..time.len()).filter(|&n| level(path, n) == at).collect();
        members.sort_by_key(|&n| time[n]);
        let between = (members.len() as i32 - 1).max(1);
        let apart = apart.min((limit.1 - limit.0) / between).max(0);
        let mut clusters: Vec<Cluster> = Vec::new();
        for n in members {
            let mut last = Cluster {
                members: vec![n],
                sum: time[n],
            };
            while let Some(before) = clusters.pop() {
                if before.end(apart, limit) <= last.start(apart, limit) {
                    clusters.push(before);
                    break;
                }
                last = Cluster {
                    members: [before.members, last.members].concat(),
                    sum: before.sum + last.sum,
                };
            }
            clusters.push(last);
        }
        for mut cluster in clusters {
            let start = cluster.start(apart, limit);
            order(path, time, &mut cluster.members);
            for (x, n) in (0..).zip(cluster.members) {
                places[n] = start + x * apart;
            }
        }
    }
    places
}

/// Swaps neighbours of one date while that makes links shorter.
fn order(path: &Path, time: &[i32], members: &mut [usize]) {
    let mut cost = length(path, time, members);
    let mut at = 1;
    while at < members.len() {
        let same = time[members[at - 1]] == time[members[at]];
        members.swap(at - 1, at);
        let swapped = length(path, time, members);
        if same && swapped < cost {
            cost = swapped;
            at = at.saturating_sub(1).max(1);
        } else {
            members.swap(at - 1, at);
            at += 1;
        }
    }
}

/// How many members the links run past; on the level itself they hide what they run through.
fn length(path: &Path, time: &[i32], members: &[usize]) -> usize {
    let rank = |n: usize| members.iter().position(|&member| member == n);
    let past = |inner: usize, rank: usize, outer: usize| {
        let weight = if level(path, inner) == level(path, outer) {
            3
        } else {
            1
        };
        match time[outer].cmp(&time[inner]) {
            std::cmp::Ordering::Less => weight * rank,
            std::cmp::Ordering::Equal => 0,
            std::cmp::Ordering::Greater => weight * (members.len() - 1 - rank),
        }
    };
    let steps = path.steps.iter();
    let steps = steps.filter(|step| step.from < time.len() && step.to < time.len());
    steps
        .map(|step| match (rank(step.from), rank(step.to)) {
            (Some(a), Some(b)) => 3 * a.abs_diff(b),
            (Some(a), None) => past(step.from, a, step.to),
            (None, Some(b)) => past(step.to, b, step.from),
            (None, None) => 0,
        })
        .sum()
}
