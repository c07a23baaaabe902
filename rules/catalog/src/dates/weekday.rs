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
    report(view, mention, written, note, right, findings);
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
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_a_weekday_that_the_calendar_denies() {
        check(
            &RULE,
            "
Referat
Dato:
Mandag, 12 oktober, 2021 - 16:30
^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag, ikke en mandag

Punkt 1: Budget

Der er møde lørdag d. 9. april 2022 og onsdag den 04-05-2022.
Fristen er søndag den 8. april 2022.
           ^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en fredag
",
        );
    }

    #[test]
    fn flags_a_weekday_that_fits_no_year_near_the_meeting() {
        check(
            &RULE,
            "
Byrådet den 4. juni 2021

Punkt 1: Besøg

Næste besøg er onsdag den 23. august kl. 16.
               ^^^^^^^^^^^^^^^^^^^^^ Datoen falder hverken på en onsdag i 2021
",
        );
    }

    #[test]
    fn flags_the_next_meeting_where_only_another_year_fits() {
        for text in [
            "Næste møde er mandag den 9. juni.\n              ^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag i 2026",
            "Høringsfrist torsdag den 12. juni.\n             ^^^^^^^^^^^^^^^^^^^^ Datoen falder på en fredag i 2026",
            "Svar sendes senest fredag den 19. september.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^ Datoen falder på en lørdag i 2026",
            "Festen holdes mandag den 9. juni.\n              ^^^^^^^^^^^^^^^^^^ Datoen falder på en tirsdag i 2026",
            "Kurset starter onsdag den 4. juni kl. 10.\n               ^^^^^^^^^^^^^^^^^^ Datoen falder på en torsdag i 2026",
        ] {
            check(&RULE, &format!("Byrådet den 21. maj 2026\n\nPunkt 1: Møder\n\n{text}\n"));
        }
        for text in [
            "Næste møde er tirsdag den 9. juni.",
            "Næste møde var planlagt til mandag den 9. juni.",
            "Mødet mandag den 9. juni gav gode svar.",
            "Fristen mandag den 9. juni blev ikke overholdt.",
            "Festen holdes mandag den 9. august.",
            "Næste møde flyttes fra mandag den 9. juni.",
            "Næste møde er lørdag den 19. december.",
        ] {
            check(&RULE, &format!("Byrådet den 21. maj 2026\n\nPunkt 1: Møder\n\n{text}\n"));
        }
    }

    #[test]
    fn ignores_a_weekday_that_fits_a_neighbouring_year() {
        check(&RULE, "Byrådet den 4. juni 2021\n\nPunkt 1: Besøg\n\nMødet var mandag den 23. august.\n");
        check(&RULE, "Byrådet den 4. december 2021\n\nPunkt 1: Besøg\n\nVi mødes tirsdag den 23. august.\n");
    }

    #[test]
    fn ignores_a_date_whose_year_is_uncertain() {
        check(&RULE, "Punkt 1: Besøg\n\nNæste besøg er onsdag den 23. august.\n");
        check(
            &RULE,
            "Byrådet den 4. juni 2021\n\nPunkt 1: Valg\n\nI 2017 blev der holdt møde onsdag den 23. august.\n",
        );
        check(
            &RULE,
            "Byrådet den 4. juni 2021\n\nPunkt 1: Valg\n\nForløbet i 2017 var sådan:\n\nDer blev holdt møde onsdag den 23. august.\n",
        );
    }

    #[test]
    fn ignores_right_weekdays_lists_and_quotations() {
        check(
            &RULE,
            "Punkt 1: Møder\n\nMandag den 4. april 2022, fredag den 8. april 2022, mandag-fredag den 4.-8. april 2022.\n",
        );
        check(&RULE, "Punkt 1: Møder\n\nHun skrev: ”Kom søndag den 8. april 2022.”\n");
    }

    #[test]
    fn writes_the_new_year_where_the_old_was_written_from_habit() {
        for meeting in ["9. marts 2023", "15. december 2022"] {
            check_fix(
                &RULE,
                &format!("Byrådet den {meeting}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2022.\n"),
                &format!("Byrådet den {meeting}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2023.\n"),
            );
        }
    }

    #[test]
    fn writes_the_weekday_where_nothing_speaks_of_the_next_year() {
        for head in ["Referat", "Byrådet den 4. januar 2022", "Byrådet mandag den 3. januar 2022"] {
            check_fix(
                &RULE,
                &format!("{head}\n\n1. Skoler\n\nMødet er mandag den 13. februar 2022.\n"),
                &format!("{head}\n\n1. Skoler\n\nMødet er søndag den 13. februar 2022.\n"),
            );
        }
        check_fix(
            &RULE,
            "Byrådet, fredag den 14. januar 2027\n\n1. Skoler\n\nDrøftet.\n",
            "Byrådet, torsdag den 14. januar 2027\n\n1. Skoler\n\nDrøftet.\n",
        );
    }

    #[test]
    fn writes_the_right_weekday_as_the_wrong_one_was_written() {
        check_fix(
            &RULE,
            "Punkt 1: Møde\n\nMandag den 5. april 2022 og søndag den 8. april 2022.\n",
            "Punkt 1: Møde\n\nTirsdag den 5. april 2022 og fredag den 8. april 2022.\n",
        );
    }
}
