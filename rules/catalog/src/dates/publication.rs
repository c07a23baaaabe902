//! `dates/publication`: the agenda was published after the meeting, or the minutes before it.

use jiff::civil::Time;

use lint::{Check, Example, Findings, Fixes, MinutesView, Rule, Severity, Text};
use minutes::Published;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/publication",
    summary: Text {
        da: "Dagsordenen er publiceret efter mødet, eller referatet før",
        en: "The agenda is published after the meeting, or the minutes before it",
    },
    why: Text {
        da: "Dagsordenen skal kunne læses før mødet, og et referat kan først skrives efter det. Passer datoerne ikke, er \
             enten mødedatoen eller publiceringen forkert.",
        en: "An agenda must be there to be read before the meeting, and minutes can only be written after it. If the \
             dates disagree, either the meeting's or the publication's is wrong.",
    },
    source: "kommunestyrelsesloven § 8",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n\nReferat\nMødedato: 4. april 2022 kl. 17.00\nDagsorden publiceret: 6. april 2022 kl. 9.00\n\n\
                 1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n\nReferat\nMødedato: 4. april 2022 kl. 17.00\nDagsorden publiceret: 31. marts 2022 kl. 9.00\n\n\
                1. Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let head = view.head();
    let Some((_, Some(day))) = head.date else { return };
    let begins = head.time.map(|(_, time)| time);
    if let Some(agenda) = &head.published_agenda
        && (agenda.date > day || agenda.date == day && is_after(agenda, begins))
    {
        findings.report(
            agenda.range,
            Text {
                da: "Dagsordenen er publiceret efter mødet, så en af datoerne er forkert",
                en: "The agenda is published after the meeting, so one of the dates is wrong",
            },
        );
    }
    if let Some(minutes) = &head.published_minutes
        && (minutes.date < day || minutes.date == day && is_before(minutes, begins))
    {
        findings.report(
            minutes.range,
            Text {
                da: "Referatet er publiceret før mødet, så en af datoerne er forkert",
                en: "The minutes are published before the meeting, so one of the dates is wrong",
            },
        );
    }
}

fn is_after(published: &Published, begins: Option<Time>) -> bool {
    published.time.zip(begins).is_some_and(|(time, begins)| time > begins)
}

fn is_before(published: &Published, begins: Option<Time>) -> bool {
    published.time.zip(begins).is_some_and(|(time, begins)| time < begins)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_an_agenda_after_the_meeting_and_minutes_before_it() {
        check(
            &RULE,
            "
Byrådet - 12-10-2021

Referat
Dato:
Tirsdag, 12 oktober, 2021 - 16:30
Dagsorden publiceret:
Onsdag, 13 oktober, 2021 - 12:15
^^^^^^^^^^^^^^^^^^^^^^^^ Dagsordenen er publiceret efter mødet
Referat publiceret:
Tirsdag, 12 oktober, 2021 - 10:02
^^^^^^^^^^^^^^^^^^^^^^^^^ Referatet er publiceret før mødet

Punkt 1 Budget
",
        );
    }

    #[test]
    fn ignores_the_right_order() {
        check(
            &RULE,
            "Byrådet - 12-10-2021\n\nReferat\nDato:\nTirsdag, 12 oktober, 2021 - 16:30\nDagsorden publiceret:\nTirsdag, \
             12 oktober, 2021 - 12:15\nReferat publiceret:\nTirsdag, 12 oktober, 2021 - 20:02\n\nPunkt 1 Budget\n",
        );
    }

    #[test]
    fn ignores_a_head_without_the_day_of_the_meeting() {
        check(&RULE, "Referat\nDagsorden publiceret:\nTirsdag, 12 oktober, 2021 - 12:15\n\nPunkt 1 Budget\n");
    }
}
