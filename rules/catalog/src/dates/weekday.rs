//! `dates/weekday`: a weekday that is not that of its date.
//!
//! With a year the calendar decides. Without one the year of the meeting and its neighbours are tried, and nothing is
//! said when one of them fits or when the text around speaks of yet another year.

use jiff::civil::{Date, Weekday};

use super::cues::{cues, ends_in, holds, sentence};
use danish::date::{DateMention, WeekdayMention, weekday_in_english, weekday_name};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Report, Rule, Severity, Text};

use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/weekday",
    summary: Text { da: "Ugedagen passer ikke til datoen", en: "The weekday is not that of the date" },
    why: Text {
        da: "Når ugedag og dato ikke passer sammen, kan læseren ikke vide, hvornår mødet er eller fristen udløber. Se \
             efter, om det er ugedagen eller datoen, der er forkert.",
        en: "When weekday and date disagree, the reader cannot know when the meeting is held or the deadline runs out. \
             Find out which of the two is wrong.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\nDer holdes et ekstra møde mandag den \
                 5. april 2022 om forslaget.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\nDer holdes et ekstra møde tirsdag den \
                5. april 2022 om forslaget.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for mention in view.dates() {
        let Some(weekday) = mention.weekday else { continue };
        match (mention.year, mention.date()) {
            (Some(_), Some(date)) => with_year(view, mention, weekday, date, findings),
            (None, _) => without_year(view, mention, weekday, findings),
            (Some(_), None) => {}
        }
    }
}

fn with_year(
    view: &PartView<'_>,
    mention: &DateMention,
    written: WeekdayMention,
    date: Date,
    findings: &mut Findings,
) {
    if date.weekday() == written.weekday {
        return;
    }
    let right = weekday_name(date.weekday());
    let wrong = weekday_name(written.weekday);
    let next = new_year(mention, date, written.weekday);
    if let Some((next, year)) = next.filter(|(next, _)| is_near_meeting(view, *next)) {
        return report_year(view, mention, (next, year), note_of_year(next, right, wrong), findings);
    }
    let note = Note::new(
        format!("Datoen falder på en {right}, ikke en {wrong}"),
        format!(
            "The date is a {}, not a {}",
            weekday_in_english(date.weekday()),
            weekday_in_english(written.weekday)
        ),
    );
    report(view, mention, written, note, date.weekday(), findings);
}

/// In January and February the old year is easily written for the new one, in which the day is the one written.
fn new_year(mention: &DateMention, date: Date, written: Weekday) -> Option<(Date, TextRange)> {
    let year =
        mention.year_range.filter(|_| date.month() <= 2 && !mention.two_digit_year && !mention.shared)?;
    let next = Date::new(date.year() + 1, date.month(), date.day()).ok()?;
    (next.weekday() == written).then_some((next, year))
}

/// Is the new year that of the meeting, or the one after a meeting in December? A meeting's own date tells nothing of itself.
fn is_near_meeting(view: &PartView<'_>, next: Date) -> bool {
    const DECEMBER: i8 = 12;
    view.context.date().is_some_and(|meeting| {
        meeting.year() == next.year() || meeting.month() == DECEMBER && meeting.year() + 1 == next.year()
    })
}

fn note_of_year(next: Date, right: &str, wrong: &str) -> Note {
    Note::new(
        format!("Datoen falder på en {right}, ikke en {wrong}; det gør den i {}", next.year()),
        format!("The date is not the weekday written; in {} it is", next.year()),
    )
}

fn report_year(
    view: &PartView<'_>,
    mention: &DateMention,
    (next, year): (Date, TextRange),
    note: Note,
    findings: &mut Findings,
) {
    if view.is_quoted(mention.range) || view.is_opaque(mention.range) {
        return;
    }
    let right = next.year().to_string();
    findings.report(mention.range, note).unsafe_fix(
        Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
        Edit::replace(year, right),
    );
}

fn without_year(
    view: &PartView<'_>,
    mention: &DateMention,
    written: WeekdayMention,
    findings: &mut Findings,
) {
    let Some(meeting) = view.context.date() else { return };
    let years = meeting.year() - 1..=meeting.year() + 1;
    let on = |year| Date::new(year, mention.month as i8, mention.day as i8).ok();
    let dates: Vec<Date> = years.clone().filter_map(on).collect();
    let fits = dates.iter().any(|date| date.weekday() == written.weekday);
    // The 29th of February has its own weekdays, years apart.
    if dates.len() < 3 || names_other_year(nearby(view, mention.range), years) {
        return;
    }
    if fits {
        return coming(view, mention, written, meeting, &dates, findings);
    }
    let right = dates[1].weekday();
    let wrong = weekday_name(written.weekday);
    let note = Note::new(
        format!(
            "Datoen falder hverken på en {wrong} i {} eller i årene omkring; i {} er den en {}",
            meeting.year(),
            meeting.year(),
            weekday_name(right)
        ),
        format!(
            "The date is a {} neither in {} nor in the years around it; in {} it is a {}",
            weekday_in_english(written.weekday),
            meeting.year(),
            meeting.year(),
            weekday_in_english(right)
        ),
    );
    let (_, words) = sentence(view, written.range);
    if let Some(report) = report(view, mention, written, note, right, findings) {
        // What has been may have been in any year, as in the minutes of the year before on the page of an invitation.
        let past = holds(&words, &cues().past);
        report.at_most(if past { Severity::Warning } else { Severity::Error });
    }
}

/// The next meeting, or a deadline, soon after this meeting: only that year can be meant, though another fits.
fn coming(
    view: &PartView<'_>,
    mention: &DateMention,
    written: WeekdayMention,
    meeting: Date,
    dates: &[Date],
    findings: &mut Findings,
) {
    /// In days: what comes later may be of another year.
    const SOON: i32 = 183;
    /// In days.
    const NEAR: i32 = 60;
    let Some(next) = dates.iter().copied().find(|date| *date >= meeting) else { return };
    let soon = next.since(meeting).is_ok_and(|span| span.get_days() <= SOON);
    if next.weekday() == written.weekday || !soon {
        return;
    }
    let (before, words) = sentence(view, written.range);
    let ahead = holds(&before, &cues().coming) || ends_in(&before, &cues().deadlines);
    // What is to come within weeks is of this year as well, unless the sentence leaves it open.
    let near =
        || next.since(meeting).is_ok_and(|span| span.get_days() <= NEAR) && holds(&words, &cues().starting);
    if !ahead && !near() || holds(&words, &cues().past) || holds(&words, &cues().moved) {
        return;
    }
    let (right, year) = (weekday_name(next.weekday()), next.year());
    let note = Note::new(
        format!("Datoen falder på en {right} i {year}, ikke en {}", weekday_name(written.weekday)),
        format!(
            "In {year} the date is a {}, not a {}",
            weekday_in_english(next.weekday()),
            weekday_in_english(written.weekday)
        ),
    );
    if let Some(report) = report(view, mention, written, note, next.weekday(), findings) {
        report.at_most(if ahead { Severity::Warning } else { Severity::Hint });
    }
}

fn report<'f>(
    view: &PartView<'_>,
    mention: &DateMention,
    written: WeekdayMention,
    note: Note,
    right: Weekday,
    findings: &'f mut Findings,
) -> Option<Report<'f>> {
    if view.is_quoted(mention.range) || view.is_opaque(mention.range) {
        return None;
    }
    let name = in_case_of(&view.text[written.range], weekday_name(right));
    let fix = Note::new(format!("Skriv \"{name}\""), format!("Write \"{name}\""));
    Some(findings.report(mention.range, note).unsafe_fix(fix, Edit::replace(written.range, name)))
}

/// `name` with a capital, in capitals or small, as `written` is.
fn in_case_of(written: &str, name: &str) -> String {
    let mut capitals = written.chars().map(char::is_uppercase);
    match (capitals.next(), capitals.next()) {
        (Some(true), Some(true)) => name.to_uppercase(),
        (Some(true), _) => {
            name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// The line of `range` and the paragraph before it, as far as both are near.
fn nearby<'v>(view: &PartView<'v>, range: TextRange) -> &'v str {
    const NEAR: usize = 1500;
    let line = view.line_at(range);
    let start = usize::from(line.start());
    let least = view.text.floor_char_boundary(start.saturating_sub(NEAR));
    let before = view.text[least..start].trim_end();
    let from = before.rfind(['\n', '\r']).unwrap_or(0);
    &view.text[least + from..line.end().into()]
}

/// Does `text` name a year outside `years`?
fn names_other_year(text: &str, years: std::ops::RangeInclusive<i16>) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse::<i16>().ok())
        .any(|year| (1900..2100).contains(&year) && !years.contains(&year))
}

#[cfg(test)]
mod tests;
