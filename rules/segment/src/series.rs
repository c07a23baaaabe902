//! The best series of candidates: one pass of dynamic programming.
//!
//! The worth of a series is what its lines show, and what each pair that follows one another shows. For each number
//! the latest few candidates are kept, and for each form the best series so far, so a step costs the same however
//! long the document is. A break of the order costs more than any length pays back.

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, follows};
use super::weights::weights;
use syntax::numbered::{NumberForm, Numbering};
use syntax::sign::Sign;

/// The best series.
#[derive(Debug, Default)]
pub(super) struct Series {
    /// The places of its lines among the candidates.
    pub(super) lines: Vec<usize>,
    /// What it is worth.
    pub(super) score: f32,
}

/// At most this many of the latest candidates of one number are asked.
const RECENT: usize = 6;
/// A line worth less is in no best series: leaving it out costs two pairs, and gains a jump.
const HOPELESS: f32 = -8.0;

/// No sum of weights is off by so much.
const ROUNDED: f32 = 0.1;

/// Of each number, the place of the latest candidate, and of the one before each.
#[derive(Default)]
struct Recent {
    latest: FxHashMap<u16, u32>,
    former: Vec<Option<u32>>,
}

/// Finds the best series among those of `candidates` that `counts` lets through.
pub(super) fn best(candidates: &[Candidate], counts: impl Fn(&Candidate) -> bool) -> Series {
    let ones = Ones::count(candidates, &counts);
    let mut recent = Recent { former: vec![None; candidates.len()], ..Recent::default() };
    let mut totals: Vec<(f32, Option<u32>)> = vec![(f32::MIN, None); candidates.len()];
    let mut top: Vec<Option<u32>> = vec![None; NumberForm::count()];
    let mut goal: Option<usize> = None;
    let most = most_worth();
    for (at, candidate) in candidates.iter().enumerate() {
        if candidate.score < HOPELESS || !counts(candidate) {
            continue;
        }
        let start = &weights().start;
        let first = if candidate.numbering.value <= 1 { start.one } else { start.other };
        let mut best = (candidate.score + first + start.section_before * f32::from(candidate.sections), None);
        let same = ones.are_all(candidate.numbering);
        let mut ask = |former: u32| {
            let before = &candidates[former as usize];
            let may_win = totals[former as usize].0 + most + candidate.score + ROUNDED > best.0;
            if may_win && before.end < candidate.block {
                let half = candidate.row_of.is_some_and(|row| row != former);
                let total = totals[former as usize].0 + pair(before, candidate, same, half) + candidate.score;
                if total > best.0 {
                    best = (total, Some(former));
                }
            }
        };
        for back in [1, 0, 2, 3] {
            let Some(number) = candidate.numbering.value.checked_sub(back) else { continue };
            let mut next = recent.latest.get(&number).copied();
            for _ in 0..RECENT {
                let Some(former) = next else { break };
                ask(former);
                next = recent.former[former as usize];
            }
        }
        top.iter().flatten().for_each(|former| ask(*former));
        totals[at] = best;
        recent.former[at] = recent.latest.insert(candidate.numbering.value, at as u32);
        let own = &mut top[candidate.numbering.form.code()];
        if own.is_none_or(|own| best.0 >= totals[own as usize].0) {
            *own = Some(at as u32);
        }
        if goal.is_none_or(|goal| best.0 > totals[goal].0) {
            goal = Some(at);
        }
    }
    let mut series = Series { lines: Vec::new(), score: goal.map_or(0.0, |goal| totals[goal].0) };
    let mut next = goal;
    while let Some(at) = next {
        series.lines.push(at);
        next = totals[at].1.map(|former| former as usize);
    }
    series.lines.reverse();
    series
}

/// What no pair is worth more than.
fn most_worth() -> f32 {
    let weights = &weights().pair;
    let jump = weights.jump.max(weights.jump + weights.jump_step * 20.0);
    let steps = [weights.same_number, weights.restart_in_part, jump, weights.backward]
        .into_iter()
        .fold(weights.number_follows, f32::max);
    let marker = weights.same_marker.max(weights.other_marker).max(weights.backward);
    let indent = weights.same_indent.max(weights.other_indent);
    [weights.other_rank, weights.dense, weights.half_list]
        .iter()
        .fold(steps + marker + indent, |sum, own| sum + own.max(0.0))
}

/// What `b` right after `a` in the series is worth.
fn pair(a: &Candidate, b: &Candidate, all_ones: bool, half: bool) -> f32 {
    let mut worth = 0.0;
    weigh(a, b, (all_ones, half), &mut |_, weight| worth += weight);
    worth
}

/// Tells each sign that `b` shows right after `a`, and what it counts.
fn weigh(
    a: &Candidate,
    b: &Candidate,
    (all_ones, half): (bool, bool),
    tell: &mut impl FnMut(&'static str, f32),
) {
    let weights = &weights().pair;
    let steps = match follows(a, b) {
        true => 1,
        false => i32::from(b.numbering.value) - i32::from(a.numbering.value),
    };
    let restarts = b.part > 0 && b.part as usize > a.block + 1;
    match steps {
        1 => tell("number-follows", weights.number_follows),
        0 if all_ones => tell("same-number", weights.same_number),
        _ if restarts => tell("restart-in-part", weights.restart_in_part),
        2..=30 => tell("jump", weights.jump + weights.jump_step * steps.min(20) as f32),
        _ => tell("backward", weights.backward),
    }
    let (first, second) = (a.numbering.form, b.numbering.form);
    // "2 (Lukket) Køb af grund" among "1. Budget" and "3. Skole".
    let marked = [a, b].iter().any(|own| own.signs.has(Sign::OpenMark));
    if first.is_like(second) || marked {
        tell("same-marker", weights.same_marker);
    } else if first.has_word() == second.has_word() {
        tell("other-marker", weights.other_marker);
    } else {
        tell("other-marker", weights.backward);
    }
    if a.indent.abs_diff(b.indent) <= 1 {
        tell("same-indent", weights.same_indent);
    } else {
        tell("other-indent", weights.other_indent);
    }
    if a.rank != b.rank || a.bold != b.bold || a.in_cell != b.in_cell {
        tell("other-rank", weights.other_rank);
    }
    if b.block == a.end + 1 {
        tell("dense", weights.dense);
    }
    if half {
        tell("half-list", weights.half_list);
    }
}

/// What the line at place `at` shows in the series `lines`: how it begins it, or goes on with it.
pub(super) fn told(
    lines: &[usize],
    at: usize,
    candidates: &[Candidate],
    ones: &Ones,
) -> Vec<(&'static str, f32)> {
    let mut told = Vec::new();
    let Ok(place) = lines.binary_search(&at) else { return told };
    let candidate = &candidates[at];
    let start = &weights().start;
    match place.checked_sub(1).map(|former| lines[former]) {
        Some(former) => {
            let half = candidate.row_of.is_some_and(|row| row as usize != former);
            let same = ones.are_all(candidate.numbering);
            weigh(&candidates[former], candidate, (same, half), &mut |sign, weight| {
                told.push((sign, weight))
            });
        }
        None if candidate.numbering.value <= 1 => told.push(("start-one", start.one)),
        None => told.push(("start-other", start.other)),
    }
    told
}

/// How often each form has a 1, and how often another number: some documents print every item as "1.".
pub(super) struct Ones(Vec<(u32, u32)>);

impl Ones {
    pub(super) fn count(candidates: &[Candidate], counts: &impl Fn(&Candidate) -> bool) -> Self {
        let mut ones = vec![(0, 0); NumberForm::count()];
        for candidate in candidates.iter().filter(|candidate| counts(candidate)) {
            if candidate.score > -2.0 && !candidate.signs.has(Sign::InList) {
                let (one, more) = &mut ones[candidate.numbering.form.code()];
                *(if candidate.numbering.value > 1 { more } else { one }) += 1;
            }
        }
        Self(ones)
    }

    /// Does the form of `numbering` print 1 throughout?
    fn are_all(&self, numbering: Numbering) -> bool {
        let (one, more) = self.0[numbering.form.code()];
        numbering.value == 1 && one >= 3 && more * 3 < one
    }
}
