//! `dates/meeting-times`: a meeting that ends before it begins, and people who come or go outside of it.

mod spans;

use jiff::civil::Time;

use danish::clock::{TimeMention, times};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Reads, Rule, Severity, Text};
use text::needle::Needle;
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/meeting-times",
    summary: Text {
        da: "Mødets tidspunkter passer ikke sammen",
        en: "The times of the meeting do not agree",
    },
    why: Text {
        da: "Et møde kan ikke slutte, før det begynder, og ingen kan gå, når det er slut. Tidspunkterne viser, hvem der deltog i \
             hvilke punkter, så ét af dem skal rettes.",
        en: "A meeting cannot end before it begins, and nobody can leave when it is over. The times show who took part in \
             which items, so one of them must be corrected.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\nMødedato: 4. april 2022\nMødetidspunkt: kl. 17.00-15.30\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\nMødedato: 4. april 2022\nMødetidspunkt: kl. 17.00-19.30\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Minutes(check, Reads { words: &SAID, ..Reads::REGISTER }),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let said = said_at(view);
    check_told(view, &said, findings);
    let (labelled_begin, labelled_end) = spans::labelled(&view.text[..view.head().len.into()]);
    let begins = view.head().time.or(labelled_begin.map(|(time, place)| (place, time)));
    let Some((place, begin)) = begins else {
        check_headings(view, None, findings);
        return;
    };
    let mut ends = head_ends(view, place);
    if ends.is_empty() {
        ends.extend(labelled_end);
    }
    let planned = match ends[..] {
        [(end, place)] if end > begin => Some((end, place)),
        _ => None,
    };
    check_headings(view, planned.map(|(end, _)| (begin, end)), findings);
    let said = said_ends(view, &said);
    ends.extend(&said);
    let wrong: Vec<&(Time, TextRange)> =
        ends.iter().filter(|(end, _)| *end < begin && is_day(*end)).collect();
    if let Some(((_, first), rest)) = wrong.split_first() {
        let mut report = findings.report(*first, ENDS_FIRST).related(place, BEGINS);
        for (_, other) in rest {
            report = report.related(*other, Text { da: "Her også", en: "Here too" });
        }
        return;
    }
    let end = match said[..] {
        [(end, place)] if end > begin => Some((end, place)),
        _ => None,
    };
    check_people(view, (begin, place), end, findings);
    if let (None, true, Some(planned)) = (end, said.is_empty(), planned) {
        check_overrun(view, planned, findings);
    }
}

/// Somebody leaves long after the end that the head gives: the meeting may have run on, but then the head should say so.
fn check_overrun(view: &MinutesView<'_>, (end, place): (Time, TextRange), findings: &mut Findings) {
    const LONG: i64 = 30;
    for movement in &view.register().movements {
        let Some((time, at)) = movement.time.filter(|_| !movement.came) else { continue };
        let late = time.duration_since(end).as_mins();
        if is_day(end) && late > LONG && late < 6 * 60 {
            let name = &movement.who.name;
            findings
                .report(
                    at,
                    Note::new(
                        format!("{name} går, efter at mødet er slut"),
                        format!("{name} leaves after the end of the meeting"),
                    ),
                )
                .related(place, Text { da: "Her slutter mødet", en: "Here the meeting ends" })
                .at_most(Severity::Hint);
        }
    }
}

/// "3. Budget (18.20-18.05)": an item that ends before it begins, or that lies wholly outside of the meeting as planned.
fn check_headings(view: &MinutesView<'_>, planned: Option<(Time, Time)>, findings: &mut Findings) {
    for (begin, end, place) in spans::items(view) {
        let outside = planned.is_some_and(|(from, to)| begin > to || end < from);
        if end < begin && end.hour() >= 6 {
            findings.report(
                place,
                Text { da: "Punktet slutter, før det begynder", en: "The item ends before it begins" },
            );
        } else if outside && begin < end {
            findings
                .report(
                    place,
                    Text {
                        da: "Punktet ligger uden for mødets tid",
                        en: "The item lies outside of the time of the meeting",
                    },
                )
                .at_most(Severity::Warning);
        }
    }
}

/// "Mødet begyndte kl. 15.30 og sluttede kl. 14.45."
fn check_told(view: &MinutesView<'_>, said: &[usize], findings: &mut Findings) {
    for ((begin, from), (end, to)) in spans::told(view, said).filter(|((begin, _), (end, _))| end < begin) {
        if is_day(end) && is_day(begin) {
            findings.report(to, ENDS_FIRST).related(from, BEGINS);
        }
    }
}

const ENDS_FIRST: Text =
    Text { da: "Mødet slutter, før det begynder", en: "The meeting ends before it begins" };

const BEGINS: Text = Text { da: "Her begynder det", en: "Here it begins" };

/// After midnight a meeting may end, and so nothing is said of it.
fn is_day(time: Time) -> bool {
    time.hour() >= 5
}

/// "kl. 17.00-15.30" in the head: the second half of the meeting's own time, and "Sluttidspunkt: 15.30".
fn head_ends(view: &MinutesView<'_>, begin: TextRange) -> Vec<(Time, TextRange)> {
    let head = &view.text[..view.head().len.into()];
    let found: Vec<TimeMention> = times(head).collect();
    let mut ends = Vec::new();
    for (at, time) in found.iter().enumerate() {
        let line = line_before(head, time.range.start().into()).to_lowercase();
        let labelled = ["slut", "hævet"].iter().any(|word| line.contains(word)) && !line.contains("fre");
        let partner = time.range_partner && at > 0 && found[at - 1].range == begin;
        if let Some(end) = time.time().filter(|_| labelled || partner) {
            ends.push((end, time.range));
        }
    }
    ends
}

/// The line of `text` before byte `at`, or the line above where that is empty.
fn line_before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end();
    &before[before.rfind('\n').map_or(0, |found| found + 1)..]
}

/// What says when the meeting ended.
static SAID: [Needle; 5] = [
    Needle::new("sluttede kl"),
    Needle::new("hævet kl"),
    Needle::new("hævedes kl"),
    Needle::new("slut kl"),
    Needle::new("afsluttet kl"),
];

/// Where something says so behind the head, in bytes of the text.
fn said_at(view: &MinutesView<'_>) -> Vec<usize> {
    let head = usize::from(view.head().len);
    SAID.iter().flat_map(|said| said.find_iter(&view.text[head..]).map(|at| at + head)).collect()
}

/// "Mødet sluttede kl. 17.30", in one of the places where it is `said`.
fn said_ends(view: &MinutesView<'_>, said: &[usize]) -> Vec<(Time, TextRange)> {
    let mut found = Vec::new();
    for &at in said {
        let line = line_before(view.text, at).to_lowercase();
        let rest = &view.text[at..];
        let rest = &rest[..rest.floor_char_boundary(40)];
        let time = times(rest).next().and_then(|time| Some((time.time()?, time.range)));
        if let Some((time, place)) = time.filter(|_| is_this_meeting(&line)) {
            found.push((time, range(at + usize::from(place.start()), at + usize::from(place.end()))));
        }
    }
    found
}

/// Is it this meeting that ends: "Mødet", "Mødet blev", and not "Mødet i hallen i går"?
fn is_this_meeting(before: &str) -> bool {
    let mut words = before.split_whitespace();
    let meets = |word: &str| {
        [
            "møde",
            "mødet",
            "bestyrelsesmødet",
            "afdelingsmødet",
            "generalforsamlingen",
            "årsmødet",
            "rådsmødet",
            "udvalgsmødet",
        ]
        .contains(&word)
    };
    words.next().is_some_and(meets)
        && words.clone().count() <= 2
        && words.all(|word| {
            matches!(
                word,
                "er" | "blev"
                    | "herefter"
                    | "derefter"
                    | "så"
                    | "slutter"
                    | "sluttede"
                    | "hæves"
                    | "–"
                    | "-"
                    | "den"
            )
        })
}

fn check_people(
    view: &MinutesView<'_>,
    (begin, start): (Time, TextRange),
    end: Option<(Time, TextRange)>,
    findings: &mut Findings,
) {
    for movement in &view.register().movements {
        let Some((time, place)) = movement.time.filter(|(time, _)| is_day(*time)) else { continue };
        let name = &movement.who.name;
        if let Some((_, end)) = end.filter(|(end, _)| time > *end && is_day(*end)) {
            let (da, en) = if movement.came { ("kommer", "arrives") } else { ("går", "leaves") };
            findings
                .report(
                    place,
                    Note::new(
                        format!("{name} {da}, efter at mødet er slut"),
                        format!("{name} {en} after the end of the meeting"),
                    ),
                )
                .related(end, Text { da: "Her slutter mødet", en: "Here the meeting ends" });
        } else if time < begin {
            let (da, en) = if movement.came { ("kommer", "arrives") } else { ("går", "leaves") };
            findings
                .report(
                    place,
                    Note::new(
                        format!("{name} {da}, før mødet begynder"),
                        format!("{name} {en} before the meeting begins"),
                    ),
                )
                .related(start, Text { da: "Her begynder mødet", en: "Here the meeting begins" });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn meeting(time: &str, lines: &str) -> String {
        format!(
            "Kulturudvalget\nMødedato: 10. marts 2026\nMødetidspunkt: {time}\n\n1. Plan\n\nBeslutning\n\nGodkendt.\n\n{lines}\n"
        )
    }

    #[test]
    fn flags_an_end_before_the_beginning() {
        check(&RULE, &meeting("kl. 17.00-15.30\n                         ^^^^^ Mødet slutter", ""));
        check(
            &RULE,
            &meeting("kl. 17.00", "Mødet sluttede kl. 16.15.\n               ^^^^^^^^^ Mødet slutter"),
        );
        check(
            &RULE,
            &meeting("kl. 15.00\nMødet slutter kl. 14.30\n              ^^^^^^^^^ Mødet slutter", ""),
        );
    }

    #[test]
    fn flags_people_outside_the_meeting() {
        check(
            &RULE,
            &meeting(
                "kl. 15.30",
                "Carl Mørk forlod mødet kl. 18.15.\n                       ^^^^^^^^^ Carl Mørk går, efter\n\nMødet sluttede kl. 17.30.",
            ),
        );
        check(
            &RULE,
            &meeting(
                "kl. 15.30",
                "Carl Mørk ankom kl. 14.15.\n                ^^^^^^^^^ Carl Mørk kommer, før",
            ),
        );
    }

    #[test]
    fn flags_items_that_end_before_they_begin_and_people_long_after_the_end() {
        check(
            &RULE,
            &meeting(
                "kl. 15.30-17.00",
                "2. Sti (16.20-16.05)\n        ^^^^^^^^^^^ Punktet slutter\n\nBeslutning\n\nGodkendt.",
            ),
        );
        check(
            &RULE,
            &meeting(
                "kl. 15.30-17.00",
                "Carl Mørk forlod mødet kl. 17.45.\n                       ^^^^^^^^^ Carl Mørk går",
            ),
        );
    }

    #[test]
    fn flags_spans_without_the_word() {
        let ended = |head: &str, lines: &str| {
            format!(
                "Roklubben\nMødedato: 10. marts 2026\n{head}\n\n1. Plan\n\nBeslutning\n\nGodkendt.\n\n{lines}\n"
            )
        };
        for (head, lines) in [
            ("Tid: 19-17\n        ^^ Mødet slutter", ""),
            ("Start: 15.30\nSlut: 14.30\n      ^^^^^ Mødet slutter", ""),
            (
                "",
                "Mødet begyndte kl. 13.05 og sluttede kl. 12.20.\n                                     ^^^^^^^^^ Mødet slutter",
            ),
            (
                "Tid: 17-19",
                "2. Sti (19.20-19.40)\n        ^^^^^^^^^^^ Punktet ligger\n\nBeslutning\n\nGodkendt.",
            ),
        ] {
            check(&RULE, &ended(head, lines));
        }
        for (head, lines) in [
            ("Tid: 17-19", "2. Sti (18.20-18.40)\n\nBeslutning\n\nGodkendt."),
            ("Tid: 22-01", ""),
            ("Start: 15.30\nSlut: 17.30", ""),
            ("Sag: 19-17", ""),
            ("", "Mødet begyndte kl. 13.05 og sluttede kl. 15.20."),
            ("", "Koncerten begyndte kl. 20.00, og festen i går sluttede kl. 19.00."),
        ] {
            check(&RULE, &ended(head, lines));
        }
    }

    #[test]
    fn ignores_times_that_agree() {
        for (time, lines) in [
            ("kl. 17.00-19.30", "Mødet sluttede kl. 20.10."),
            ("kl. 19.00", "Mødet sluttede kl. 00.30."),
            ("kl. 15.30", "Carl Mørk forlod mødet kl. 16.15.\n\nMødet sluttede kl. 17.30."),
            ("kl. 15.30-17.00", "Carl Mørk forlod mødet kl. 17.15."),
            ("kl. 15.30-17.00", "Carl Mørk forlod mødet kl. 17.45.\n\nMødet sluttede kl. 17.50."),
            ("kl. 15.30-17.00", "2. Sti (16.00-16.20)\n\nBeslutning\n\nGodkendt."),
            ("kl. 15.30", "Forestillingen sluttede kl. 14.30."),
        ] {
            check(&RULE, &meeting(time, lines));
        }
    }
}
