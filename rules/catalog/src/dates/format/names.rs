//! Months and weekdays with a capital inside a sentence, with no day beside them: "i Maj måned", "på Torsdag".
//!
//! "Maj", "April" and "August" are people's names as well, so a word before must say that time is spoken of.

use std::sync::LazyLock;

use serde::Deserialize;

use super::MONTH_IS_SMALL;
use danish::date::{month_from, weekday_from};
use lint::{Findings, PartView, Text};
use text::edit::Edit;
use text::{TextRange, is_space};

/// The words around such names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    before_month: Vec<String>,
    before_month_only: Vec<String>,
    parts_of_month: Vec<String>,
    before_weekday: Vec<String>,
    names: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("time_words"));

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|listed| listed == word)
}

/// Tells of such names in the part.
pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    let runs = view.runs();
    for (at, &run) in runs.iter().enumerate().skip(1) {
        // Most runs are small, and the first byte says so.
        if !view.text.as_bytes()[usize::from(run.start())].is_ascii_uppercase() {
            continue;
        }
        let word = &view.text[run];
        let (month, weekday) = (month_from(word).is_some(), weekday_from(word).is_some());
        let rest = || word.chars().skip(1).all(char::is_lowercase);
        if !(month || weekday) || !rest() || !is_apart(view, runs[at - 1], run) {
            continue;
        }
        let before = view.text[runs[at - 1]].to_lowercase();
        let after = runs.get(at + 1).map_or("", |next| behind(view, run, *next));
        let part = || {
            before == "af"
                && at > 1
                && is_apart(view, runs[at - 2], runs[at - 1])
                && is_part(view, runs[at - 2])
        };
        let fault = if month && (is_month_here(word, &before, after) || part()) {
            MONTH_IS_SMALL
        } else if weekday && has(&WORDS.before_weekday, &before) {
            WEEKDAY_IS_SMALL
        } else {
            continue;
        };
        let named = after.starts_with(char::is_uppercase)
            || view.text[run.end().into()..].starts_with(['-', '\'', '’']);
        if !named && view.is_prose(run) && !view.is_heading(run) {
            let fix = Edit::replace(run, word.to_lowercase());
            findings.report(run, fault.note).safe_fix(fault.remedy, fix);
        }
    }
}

/// Is this an abbreviated month without its stop: "okt"?
pub(super) fn lacks_stop(month: &str) -> bool {
    !month.ends_with('.') && month_from(month).is_none()
}

/// Is the month one, and nobody's name: "i Januar", "i Maj måned", "primo August", and not "til August"?
fn is_month_here(word: &str, before: &str, after: &str) -> bool {
    let only = has(&WORDS.before_month_only, before);
    let time = after == "måned" || after.starts_with("20") || only;
    has(&WORDS.before_month, before) && (time || !has(&WORDS.names, word))
}

/// "i starten af Januar": a part of time before "af".
fn is_part(view: &PartView<'_>, run: TextRange) -> bool {
    has(&WORDS.parts_of_month, &view.text[run].to_lowercase())
}

/// Is one space all that stands between the two?
fn is_apart(view: &PartView<'_>, before: TextRange, run: TextRange) -> bool {
    let mut gap = view.text[TextRange::new(before.end(), run.start())].chars();
    gap.next().is_some_and(is_space) && gap.next().is_none()
}

/// The words of `next`, if it follows `run` behind one space.
fn behind<'a>(view: &PartView<'a>, run: TextRange, next: TextRange) -> &'a str {
    if is_apart(view, run, next) { &view.text[next] } else { "" }
}

const WEEKDAY_IS_SMALL: super::Fault = super::Fault {
    note: Text {
        da: "Ugedagens navn skrives med lille begyndelsesbogstav",
        en: "The name of a weekday takes a lowercase letter",
    },
    remedy: Text { da: "Skriv ugedagen med lille", en: "Write the weekday in lowercase" },
};
