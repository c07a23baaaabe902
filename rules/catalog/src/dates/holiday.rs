//! `dates/holiday`: a meeting or a deadline on a public holiday or a weekend.

use jiff::civil::Date;

use facts::holidays::{holiday, weekend};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use zones::{Zone, ZoneSet};

use super::cues::{cues, ends_in, holds, sentence};

pub(crate) static RULE: Rule = Rule {
    name: "dates/holiday",
    summary: Text {
        da: "Dagen er en helligdag eller i en weekend",
        en: "The day is a public holiday or in a weekend",
    },
    why: Text {
        da: "Møder og frister ligger sjældent på en helligdag eller i en weekend. Det kan være rigtigt; men oftere er dagen eller \
             måneden forkert.",
        en: "Meetings and deadlines seldom fall on a public holiday or a weekend. It may be right; more often the day or the \
             month is wrong.",
    },
    source: "",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Kulturudvalget\n15. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Kulturudvalget\n19. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // Clubs and residents meet when people are at home; councils and committees do not.
    let works_on_weekdays = || {
        let committee = view.context.committee();
        committee.is_some_and(|name| holds(&name.to_lowercase(), &cues().weekday_bodies))
    };
    for mention in view.dates() {
        let Some(day) = mention.date().filter(|_| !mention.shared) else { continue };
        let feast = holiday(day).or_else(|| weekend(day).filter(|_| works_on_weekdays()));
        let Some((da, en)) = feast else { continue };
        let meeting = view.context.date();
        let is_deadline = || {
            let (before, _) = sentence(view, mention.range);
            meeting.is_none_or(|meeting| day >= meeting)
                && !is_fixed(day)
                && ends_in(&before, &cues().deadlines)
                && !view.is_quoted(mention.range)
        };
        match view.item {
            // Who meets for several days knows that they reach into a weekend.
            None if meeting == Some(day) && !view.dates().iter().any(|other| other.shared) => {
                findings.report(
                    mention.range,
                    Note::new(format!("Mødet holdes på {da}"), format!("The meeting is held on {en}")),
                );
                return;
            }
            Some(_) if is_deadline() => {
                findings.report(
                    mention.range,
                    Note::new(format!("Fristen falder på {da}"), format!("The deadline falls on {en}")),
                );
            }
            _ => {}
        }
    }
}

/// Laws and grants have their deadlines on the first, the middle and the last of a month, whatever day that is.
fn is_fixed(day: Date) -> bool {
    matches!(day.day(), 1 | 15) || day == day.last_of_month()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_meetings_and_deadlines() {
        check(
            &RULE,
            "Kulturudvalget\nMødedato: 6. april 2026\n          ^^^^^^^^^^^^^ Mødet holdes på anden påskedag\n\n1. Plan\n\nSagsfremstilling\n\nForslaget sendes i høring med frist den 14. maj 2026.\n                                    ^^^^^^^^^^^^^^^^ Fristen falder på Kristi himmelfartsdag\n",
        );
    }

    #[test]
    fn ignores_other_days() {
        check(
            &RULE,
            "Kulturudvalget\nMødedato: 7. april 2026\n\n1. Plan\n\nSagsfremstilling\n\nFestivalen holdes den 14. maj 2026, og fristen er den 1. maj 2026. Loven gælder inden den 1. januar 2027.\n",
        );
    }
}
