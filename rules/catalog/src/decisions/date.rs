//! `decisions/date`: the committee's own decision carries another date than its meeting.
//!
//! An item that was postponed keeps the heading of the earlier meeting above the new one, or quotes its decision, so an
//! item with two decisions is passed over, and so is a day a week or more before the meeting. Where most headings agree
//! on another day, it is the head that is wrong.

use jiff::civil::Date;

use danish::date::{DateForm, dates, write_long};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::Stage;
use syntax::folded_body;
use text::TextRange;
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/date",
    summary: Text {
        da: "Beslutningens overskrift har en anden dato end mødet",
        en: "The heading of the decision has another date than the meeting",
    },
    why: Text {
        da: "Overskriften siger, hvornår udvalget traf beslutningen. Er datoen ikke mødets, ser det ud, som om beslutningen hører \
             til et andet møde, og frister regnes forkert.",
        en: "The heading says when the committee made the decision. With another date than the meeting's, the decision seems \
             to belong to another meeting, and time limits are counted wrongly.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Kulturudvalget den 14-04-2022\n\nGodkendt.\n",
        after: "Kulturudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Kulturudvalget den 04-04-2022\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let meeting = &view.context.meeting;
    let (Some(committee), Some(day)) = (&meeting.committee, meeting.date) else { return };
    let head = view.head();
    let certain = head.dates.iter().all(|(_, date)| *date == day);
    if !certain || view.context.stage != Stage::Minutes {
        return;
    }
    let own = own_dates(view, &folded_body(committee));
    let right = own.iter().filter(|(_, date)| *date == day).count();
    let wrong: Vec<_> = own.iter().filter(|(_, date)| *date != day && !is_earlier(*date, day)).collect();
    if wrong.len() > right.max(1) {
        return;
    }
    for (range, _) in wrong {
        report(view, *range, day, findings);
    }
}

/// Is `date` that of an earlier meeting, which the item may quote? The same day of another year is a slip.
fn is_earlier(date: Date, meeting: Date) -> bool {
    const WEEK: i32 = 7;
    let same_day = (date.month(), date.day()) == (meeting.month(), meeting.day());
    let days = date.until(meeting).map_or(0, |span| span.get_days());
    // "12." for "21." in the meeting's own month is a slip of two digits.
    let digits = |day: i8| [day / 10, day % 10];
    let [tens, ones] = digits(meeting.day());
    let swapped = (date.year(), date.month()) == (meeting.year(), meeting.month())
        && digits(date.day()) == [ones, tens];
    days >= WEEK && !same_day && !swapped
}

/// The dates in headings of the committee, in items that have no other decision of it or of nobody in particular: two of
/// them are an earlier treatment and this one.
fn own_dates(view: &MinutesView<'_>, committee: &str) -> Vec<(TextRange, Date)> {
    let mut own = Vec::new();
    for placed in view.minutes.items() {
        let is_own = |body: TextRange| folded_body(&view.text[body + placed.start]) == committee;
        let mut decisions = placed.item.decisions().filter(|(_, decision)| decision.body.is_none_or(is_own));
        let (Some((section, decision)), None) = (decisions.next(), decisions.next()) else { continue };
        if let (Some(_), Some((range, Some(date)))) =
            (decision.body, decision.date.filter(|_| !section.history))
        {
            own.push((range + placed.start, date));
        }
    }
    own
}

fn report(view: &MinutesView<'_>, range: TextRange, day: Date, findings: &mut Findings) {
    let report = findings.report(
        range,
        Note::new(
            format!("Udvalgets møde var den {}, så beslutningen har en forkert dato", write_long(day)),
            format!("The committee met on {day}, so the decision has a wrong date"),
        ),
    );
    let report = match view.head().date {
        Some((meeting, _)) => {
            report.related(meeting, Text { da: "Mødets dato", en: "The date of the meeting" })
        }
        None => report,
    };
    if let Some((place, date)) = rewritten(&view.text[range], day) {
        report.unsafe_fix(
            Note::new(format!("Skriv \"{date}\""), format!("Write \"{date}\"")),
            Edit::replace(place + range.start(), date.clone()),
        );
    }
}

/// `day` in the form of the date in `words`, and the part of them that it takes the place of.
fn rewritten(words: &str, day: Date) -> Option<(TextRange, String)> {
    let found = dates(words).next()?;
    let place = TextRange::new(found.day_range.start(), found.year_range?.end());
    let date = match found.form {
        DateForm::Written => write_long(day),
        DateForm::Dashed => format!("{:02}-{:02}-{}", day.day(), day.month(), day.year()),
        DateForm::Dotted => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        _ => return None,
    };
    (!found.two_digit_year).then_some((place, date))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    const HEAD: &str = "Kulturudvalget 2022-2025\n4. april 2022 kl. 17.00\n\n";

    fn item(n: u32, heading: &str) -> String {
        format!("{n}. Plan\n\n{heading}\n\nGodkendt.\n\n")
    }

    #[test]
    fn flags_another_day_than_the_meetings() {
        check(
            &RULE,
            "
Kulturudvalget
4. april 2022 kl. 17.00

1. Plan

Beslutning i Kulturudvalget den 14-04-2022
                                ^^^^^^^^^^ Udvalgets møde var den 4. april 2022

Godkendt.
",
        );
    }

    #[test]
    fn ignores_other_bodies_and_earlier_meetings() {
        let own = item(1, "Beslutning i Kulturudvalget den 04-04-2022");
        let other = item(2, "Beslutning i Økonomiudvalget den 11-04-2022");
        check(&RULE, &format!("{HEAD}{own}{other}"));
        let twice = "1. Plan\n\nBeslutning i Kulturudvalget den 07-03-2022\n\nUdsat.\n\nBeslutning i Kulturudvalget den \
                     04-04-2022\n\nGodkendt.\n";
        check(&RULE, &format!("{HEAD}{twice}"));
    }

    #[test]
    fn ignores_an_earlier_decision_that_the_case_quotes() {
        for quoted in [
            "Beslutning\n\nGodkendt.\n\nResume\n\nSagen genoptages.\n\nBeslutning i Kulturudvalget den 8. oktober 2021\n\nUdsat.\n",
            "Resume\n\nSagen genoptages.\n\nBeslutning i Kulturudvalget den 7. marts 2022\n\nUdsat.\n",
            "Beslutning i Kulturudvalget den 28. marts 2022\n\nUdsat.\n",
        ] {
            check(&RULE, &format!("{HEAD}1. Plan\n\n{quoted}"));
        }
    }

    #[test]
    fn flags_another_year_and_the_day_beside() {
        let text = "Kulturudvalget\n21. april 2022 kl. 17.00\n\n1. Plan\n\nBeslutning i Kulturudvalget den 12. april 2022\n                                \
                    ^^^^^^^^^^^^^^ Udvalgets møde var den 21. april 2022\n\nGodkendt.\n";
        check(&RULE, text);
        check(
            &RULE,
            &text
                .replace("12. april", "11. april")
                .lines()
                .filter(|line| !line.contains('^'))
                .collect::<Vec<_>>()
                .join("\n"),
        );
        for day in ["04-04-2021", "05-04-2022"] {
            let text = format!(
                "{HEAD}1. Plan\n\nBeslutning i Kulturudvalget den {day}\n                                ^^^^^^^^^^\n\nGodkendt.\n"
            );
            check(&RULE, &text);
        }
    }

    #[test]
    fn ignores_a_day_that_most_headings_agree_on() {
        let items: String = (1..=3).map(|n| item(n, "Beslutning i Kulturudvalget den 05-04-2022")).collect();
        check(&RULE, &format!("{HEAD}{items}"));
    }

    #[test]
    fn ignores_a_head_that_disagrees_with_itself() {
        check(
            &RULE,
            "Referat Kulturudvalget 14-04-2022\n\nMødedato: 4. april 2022\n\n1. Plan\n\nBeslutning i Kulturudvalget den \
             14-04-2022\n\nGodkendt.\n",
        );
    }

    #[test]
    fn writes_the_day_in_the_form_of_the_heading() {
        check_fix(
            &RULE,
            &format!("{HEAD}{}", item(1, "Beslutning i Kulturudvalget den 14. april 2022")),
            &format!("{HEAD}{}", item(1, "Beslutning i Kulturudvalget den 4. april 2022")),
        );
    }
}
