//! `dates/meeting`: title and labels of the head give different days for the meeting.
//!
//! A head also holds other days (printed, sent, next meeting). Only lines that speak of this meeting are compared:
//! the label, and the lines that name the document or the body.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::cues::ends_in;
use super::joined_before;
use danish::clock;
use danish::date::{dates, write_long};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/meeting",
    summary: Text {
        da: "Overskrift og mødeoplysninger angiver hver sin mødedato",
        en: "Title and meeting details give different dates for the meeting",
    },
    why: Text {
        da: "Referatet skal kunne findes på mødets dato. Står der to forskellige datoer øverst, ved ingen, hvornår \
             beslutningerne blev taget.",
        en: "Minutes must be found by the day of the meeting. With two different dates at the top, nobody knows when \
             the decisions were made.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Referat Byrådet 05-04-2022\n\nMødedato: 4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Referat Byrådet 04-04-2022\n\nMødedato: 4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// `rules/data/lists/meeting_days.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    meeting: Vec<String>,
    other: Vec<String>,
    spans: Vec<String>,
    many: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("meeting_days"));

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let head = view.head();
    let Some((place, Some(day))) = head.date else { return };
    if !speaks_of_meeting(view, place) {
        return;
    }
    let others: Vec<_> =
        head.dates.iter().copied().filter(|&other| is_other_day(view, (place, day), other)).collect();
    // A page that holds the dates of several meetings holds several minutes, or leads to them.
    if others.iter().any(|&(_, one)| others.iter().any(|&(_, other)| one != other)) {
        return;
    }
    for &(range, other) in &others {
        let said = Note::new(
            format!("Her er mødet den {}, men et andet sted den {}", write_long(other), write_long(day)),
            format!("Here the meeting is on {other}, elsewhere in the head on {day}"),
        );
        let is_sure =
            [place, range].into_iter().any(|one| labelled(view, one, "møde")) && is_slip(day, other);
        findings
            .report(range, said)
            .related(place, Text { da: "Den anden mødedato", en: "The other date of the meeting" })
            .at_most(if is_sure { Severity::Error } else { Severity::Warning });
    }
}

/// Does the second date give the meeting another day than the first?
fn is_other_day(
    view: &MinutesView<'_>,
    (place, day): (TextRange, Date),
    (range, other): (TextRange, Date),
) -> bool {
    // "Mødedato: 5. december", and "Dato: 6. december" for the day of writing.
    // The head of a letter has its own day, above the title with that of the meeting.
    let dated = |one: TextRange, other: TextRange| {
        let letterhead = one.start() < other.start() || is_bare(view, one);
        letterhead && labelled(view, one, "dato") && says_meeting(view, other)
            || is_posted(view, one) && (says_meeting(view, other) || is_titled(view, other))
    };
    let said = labelled(view, place, "møde");
    let written = said && labelled(view, range, "dato") || dated(place, range) || dated(range, place);
    let spans = is_of_span(view, range) || is_of_span(view, place);
    other != day
        && range != place
        && !written
        && !spans
        && speaks_of_meeting(view, range)
        && !is_parted_by_prose(view, place, range)
}

/// Do two of day, month and year agree, as where a hand slips? Other days are as likely those of other meetings.
fn is_slip(one: Date, other: Date) -> bool {
    let agree = [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    agree.into_iter().filter(|&agrees| agrees).count() == 2
}

/// Does a sentence stand between the two dates? Then the second heads other minutes, on a page that holds several.
fn is_parted_by_prose(view: &MinutesView<'_>, one: TextRange, other: TextRange) -> bool {
    const FEWEST_WORDS: usize = 4;
    let (first, last) = (one.end().min(other.end()), one.start().max(other.start()));
    let between = view.text.get(first.into()..last.into()).unwrap_or_default();
    let mut whole = between.lines().skip(1).map(str::trim).filter(|line| line.ends_with('.'));
    whole.any(|line| !line.contains(':') && line.split_whitespace().count() >= FEWEST_WORDS)
}

/// Does the line of this date call it that of a meeting: "Referat af bestyrelsesmøde 1. oktober 2012"?
fn says_meeting(view: &MinutesView<'_>, date: TextRange) -> bool {
    let text = &view.text[..usize::from(date.start())];
    minutes::says_meeting(text.rfind(['\n', '\r']).map_or(text, |at| &text[at + 1..]))
}

/// Is the line of this date the title of the document, or labelled as the meeting's: "Referat af 5. november 2018"?
fn is_titled(view: &MinutesView<'_>, date: TextRange) -> bool {
    ["møde", "referat", "dagsorden"].iter().any(|word| labelled(view, date, word))
}

/// Does the line of this date, or the line above where it stands alone, begin with `word`?
fn labelled(view: &MinutesView<'_>, date: TextRange, word: &str) -> bool {
    let text = &view.text[..usize::from(date.start())];
    let start = text.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let own = text[start..].trim().to_lowercase();
    let above = text[..start].trim_end().rsplit(['\n', '\r']).next().unwrap_or("").trim().to_lowercase();
    if own.is_empty() || own == "den" { above.starts_with(word) } else { own.starts_with(word) }
}

/// Does the line of this date tell neither the day of the week nor the hour, as the head of a letter does not?
fn is_bare(view: &MinutesView<'_>, date: TextRange) -> bool {
    let text = &view.text[usize::from(date.start())..];
    let line = text.lines().next().unwrap_or_default();
    clock::times(line).next().is_none() && dates(line).next().is_some_and(|day| day.weekday.is_none())
}

/// Is this date all that its line says, below no label, as the day on which minutes are sent or put on a page?
fn is_posted(view: &MinutesView<'_>, date: TextRange) -> bool {
    let (before, behind) = (&view.text[..usize::from(date.start())], &view.text[usize::from(date.end())..]);
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let above = before[..start].trim_end();
    let alone = |words: &str| words.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let rest = behind.lines().next().unwrap_or_default();
    // "Den 10. november 2018".
    let own = before[start..].trim().trim_end_matches('.').to_lowercase();
    (alone(&own) || own == "den" || own == "d") && alone(rest) && !above.ends_with(':') && is_bare(view, date)
}

/// Is this date the first or the last of several days: "22.-24. oktober 2014", "den 22. og 24. oktober"?
fn is_of_span(view: &MinutesView<'_>, date: TextRange) -> bool {
    let joins = |c: char| matches!(c, '-' | '–' | '/');
    let behind = view.text[usize::from(date.end())..].trim_start_matches(text::is_space);
    let day = |rest: &str| rest.ends_with(|c: char| c.is_ascii_digit() || c == '.');
    let follows = joined_before(&view.text[..date.start().into()]);
    let followed = behind.strip_prefix(joins).or_else(|| behind.strip_prefix("og "));
    follows.is_some_and(day)
        // "12. oktober 2021 - 16:30" gives the hour.
        || followed.is_some_and(|rest| {
            let line = rest.trim_start_matches(text::is_space).lines().next().unwrap_or_default();
            dates(line).next().is_some_and(|day| usize::from(day.range.start()) == 0)
        })
}

/// Is the line of this date about the meeting itself?
fn speaks_of_meeting(view: &MinutesView<'_>, date: TextRange) -> bool {
    let text = &view.text[..view.head().len.into()];
    let start = text[..date.start().into()].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let end = usize::from(date.end());
    let end = text[end..].find(['\n', '\r']).map_or(text.len(), |at| end + at);
    let line = range(start, end);
    let words = text[line].to_lowercase();
    let label = text[..start].trim_end().rsplit(['\n', '\r']).next().unwrap_or("").to_lowercase();
    // Text that could not be divided into items is a head as well, and speaks of many meetings.
    if start > LONGEST_HEAD || words.len() > LONGEST_TITLE || words.ends_with('.') {
        return false;
    }
    let begins = |line: &str| {
        WORDS.meeting.iter().any(|word| line.trim_start_matches(['#', '*', ' ']).starts_with(word.as_str()))
    };
    let committee = view.head().committee.is_some_and(|name| line.contains_range(name));
    let bare = words.len() < usize::from(date.len()) + "kl. 17.00-19.00".len();
    let of_label = bare && (begins(&label) || !label.ends_with(':'));
    let other = |line: &str| WORDS.other.iter().any(|word| line.contains(word.as_str()));
    // "Dagsordener og referater fra efter den 10. februar 2016" leads to an archive.
    let many = WORDS.many.iter().any(|word| {
        words.strip_prefix(word.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    if many || ends_in(&text[start..date.start().into()].to_lowercase(), &WORDS.spans) {
        return false;
    }
    (begins(&words) || committee || of_label) && !other(&words) && !(bare && other(&label))
}

/// In bytes: where the lines about the meeting stand at the latest.
const LONGEST_HEAD: usize = 1200;

/// In bytes: longer lines are sentences.
const LONGEST_TITLE: usize = 150;

#[cfg(test)]
mod tests;
