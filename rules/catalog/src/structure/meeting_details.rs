//! `structure/meeting-details`: the head lacks committee, date, time or place that the style requires.
//!
//! Heads come in some twenty layouts, so a detail counts as missing only when nothing in the head can be it: a date
//! in a form the parser does not take for the meeting's is still a date. An item that is read without its meeting has
//! no head at all, and is left alone.

use danish::{clock, date};
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use syntax::{Block, Class};
use text::{TextRange, range_of, trim};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/meeting-details",
    summary: Text {
        da: "Hovedet mangler udvalg, dato, tid eller sted",
        en: "The head lacks committee, date, time or place",
    },
    why: Text {
        da: "Et referat kan først bruges som bevis, når det fremgår, hvem der holdt møde, hvornår og hvor. Hvad hovedet \
             skal sige, bestemmer stilen; i den generelle stil er det kun datoen.",
        en: "Minutes prove something only when they say who met, when and where. What the head must say is a matter of \
             the style; the general style asks only for the date.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Referat fra Byrådet\nMødested: Byrådssalen\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        after: "Referat fra Byrådet\nMødedato: 4. april 2022 kl. 17.00\nMødested: Byrådssalen\n\n1. Budget\n\n\
                Beslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// A head is read again for what the parser did not find only up to so many bytes.
const LONGEST_HEAD: usize = 4000;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let required = &view.context.house.head.required;
    let text = &view.text[..usize::from(view.head().len).min(view.text.len())];
    if text.len() > LONGEST_HEAD || view.minutes.items().next().is_none() {
        return;
    }
    let Some(place) = place(view, text) else { return };
    let missing: Vec<&str> =
        required.iter().map(String::as_str).filter(|detail| !has(view, text, detail)).collect();
    if missing.is_empty() {
        return;
    }
    if let Some(day) = unread_day(text).filter(|_| missing == ["date"]) {
        findings.report(day, UNREAD_DAY);
        return;
    }
    let da: Vec<&str> = missing.iter().map(|detail| name(detail).da).collect();
    let en: Vec<&str> = missing.iter().map(|detail| name(detail).en).collect();
    findings.report(
        place,
        Note::new(
            format!("Hovedet mangler {}", listed(&da, "og")),
            format!("The head lacks {}", listed(&en, "and")),
        ),
    );
}

const UNREAD_DAY: Text = Text {
    da: "Mødets dato kan ikke læses, for ordet efter dagen er ingen måned; skriv måneden ud",
    en: "The date of the meeting cannot be read, as the word after the day is no month; write the month in full",
};

/// "d. 18. se 2023": a day, a word that is no month, and a year.
fn unread_day(text: &str) -> Option<TextRange> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digits = |word: &str, lens: &[usize]| {
        lens.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    words.windows(3).find_map(|three| {
        let [day, month, year] = three else { return None };
        let (month, year) = (month.trim_end_matches(['.', ',']), year.trim_end_matches(['.', ',']));
        let is_day = day.strip_suffix('.').is_some_and(|day| digits(day, &[1, 2]));
        let is_word = month.len() > 1 && month.chars().all(char::is_alphabetic);
        let is_year = digits(year, &[4]) && year.starts_with("20");
        (is_day && is_word && is_year).then(|| range_of(text, day).cover(range_of(text, year)))
    })
}

/// Where to point: the line with the meeting's date, or another line of the head. Without a head at all, the first of
/// several items; an excerpt or a bare name above the items asks for nothing in a style that wants a date only.
fn place(view: &MinutesView<'_>, text: &str) -> Option<TextRange> {
    let head = view.head();
    let date = head.date.map(|(range, _)| range).or(head.dates.first().map(|(range, _)| *range));
    let published = head.published_agenda.or(head.published_minutes).map(|published| published.range);
    let strict = view.context.house.head.required.len() > 1;
    // A page that is left with the word "Referat" above its items has lost its head on the way.
    let stage = head.stage.map(|(range, _)| range).filter(|_| strict || head.committee.is_some());
    let others = [
        head.time.map(|(range, _)| range),
        head.place,
        stage,
        published,
        head.participants.first().copied(),
        head.absent.first().copied(),
    ];
    let shown = date.or(others.into_iter().flatten().next()).or(head.committee.filter(|_| strict));
    if let Some(shown) = shown {
        return Some(line_around(text, shown));
    }
    let bare = trim(text).trim_start_matches('\u{feff}').is_empty();
    let first = view.minutes.items().next()?;
    let several = view.minutes.items().nth(1).is_some();
    (strict && bare && several).then_some(first.item.heading + first.start)
}

fn has(view: &MinutesView<'_>, text: &str, detail: &str) -> bool {
    let head = view.head();
    match detail {
        "committee" => head.committee.is_some() || may_name_body(text, view.minutes.head_blocks()),
        "date" => head.date.is_some() || date::dates(text).next().is_some() || has_numbers_of_a_day(text),
        "time" => head.time.is_some() || clock::times(text).next().is_some(),
        // "… kl. 19.00 i byrådssalen" says where without a label.
        "place" => head.place.is_some() || head.time.is_some_and(|(time, _)| goes_on(text, time)),
        _ => true,
    }
}

/// "2021.11.09", "09. 11 2021", "25.08.27": a day in an order of the house's own.
fn has_numbers_of_a_day(text: &str) -> bool {
    let sign = |c: char| matches!(c, '.' | '-' | '/' | ' ');
    text.lines().any(|line| {
        let mut numbers = line.split(sign).filter(|part| !part.is_empty()).map(|part| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then_some(part.len()).filter(|len| matches!(len, 1 | 2 | 4))
        });
        let parts: Vec<Option<usize>> = numbers.by_ref().collect();
        parts
            .windows(3)
            .any(|three| three.iter().all(Option::is_some) && three.iter().flatten().sum::<usize>() >= 5)
            || is_dated(line)
    })
}

/// "24/8", and "tirsdag den 29-5": other signs than a slash may stand in a number or a time too.
fn is_dated(line: &str) -> bool {
    let mut words = line.split_whitespace().filter(|word| is_day_and_month(word)).peekable();
    let named = || {
        let lower = line.to_lowercase();
        ["dag den ", "dag d. ", "dag d.", "dag d ", "dag "].iter().any(|day| {
            lower
                .find(day)
                .is_some_and(|at| lower[at + day.len()..].starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    words.peek().is_some() && (words.any(|word| word.contains('/')) || named())
}

/// "24/8": the day of a meeting whose year everybody knows.
fn is_day_and_month(word: &str) -> bool {
    let numbers = word.trim_matches(|c: char| !c.is_ascii_digit());
    let Some((day, month)) = numbers.split_once(['/', '-', '.']) else { return false };
    let within = |digits: &str, most: u8| digits.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    within(day, 31) && within(month, 12)
}

/// May the first line be the name of a body that the parser does not know as one?
fn may_name_body(text: &str, blocks: &[Block]) -> bool {
    let Some(first) = blocks.iter().find(|block| block.class != Class::Blank) else { return false };
    let line = trim(text.trim_start_matches('\u{feff}')).lines().next().unwrap_or("");
    let words = line.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
    first.class == Class::Text && words >= 2
}

fn goes_on(text: &str, time: TextRange) -> bool {
    let rest = &text[usize::from(time.end())..usize::from(line_around(text, time).end())];
    rest.chars().filter(|c| c.is_alphabetic()).count() > 5
}

fn name(detail: &str) -> Text {
    match detail {
        "committee" => Text { da: "udvalgets navn", en: "the name of the committee" },
        "date" => Text { da: "mødets dato", en: "the date of the meeting" },
        "time" => Text { da: "tidspunktet", en: "the time" },
        _ => Text { da: "mødestedet", en: "the place" },
    }
}

fn listed(names: &[&str], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

/// The line that `inner` lies on, without its line end and the spaces around it.
fn line_around(text: &str, inner: TextRange) -> TextRange {
    let ends = |c: char| c == '\n' || c == '\r';
    let start = text[..usize::from(inner.start())].rfind(ends).map_or(0, |at| at + 1);
    let end =
        text[usize::from(inner.end())..].find(ends).map_or(text.len(), |at| at + usize::from(inner.end()));
    range_of(text, trim(&text[start..end]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in};

    #[test]
    fn tells_a_day_whose_month_cannot_be_read() {
        for (day, marks) in [
            ("Mandag d. 18. se 2023 kl. 10.00", "          ^^^^^^^^^^^ Mødets dato kan ikke læses"),
            ("Torsdag den 4. mja. 2021", "            ^^^^^^^^^^^^ Mødets dato kan ikke læses"),
            ("Møde d. 12. xx 2022, Skolen", "        ^^^^^^^^^^^ Mødets dato kan ikke læses"),
        ] {
            check(
                &RULE,
                &format!(
                    "\nReferat af bestyrelsesmøde\n\n{day}\n{marks}\n\nAfbud: Ida Holm\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n"
                ),
            );
        }
    }

    #[test]
    fn ignores_a_day_in_an_order_of_its_own() {
        for day in [
            "Referat 2021.11.09",
            "09. 11 2021",
            "25.08.27 - Referat af skolebestyrelsesmøde",
            "Referat bestyrelsesmøde tirsdag den 29-5 kl. 19.00",
        ] {
            check(
                &RULE,
                &format!(
                    "{day}\n\nSted: Skolen\n\nAfbud: Ida Holm\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n"
                ),
            );
        }
    }

    #[test]
    fn names_what_is_missing_at_the_line_of_the_date() {
        check_in(
            "odense",
            &RULE,
            "
REFERAT Kulturudvalget 2022-2025 d. 22-03-2022

Mødedato Tirsdag d. 22. marts 2022 kl. 09:00
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Hovedet mangler mødestedet

Punkt 1: Plan

Resume

Planen.
",
        );
        check_in(
            "fredericia",
            &RULE,
            "
Social- og Omsorgsudvalget

Referat
^^^^^^^ Hovedet mangler mødets dato og tidspunktet

Punkt 84 Plan

Sagsresumé

Planen.
",
        );
    }

    #[test]
    fn the_general_style_asks_for_a_date() {
        check(
            &RULE,
            "
Referat
^^^^^^^ Hovedet mangler mødets dato
Byrådet

1. Budget

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn any_date_and_any_place_will_do() {
        check(
            &RULE,
            "30. aug 2022\n\nDeltagere:\n\n • Ida Holm (A)\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n",
        );
        check(&RULE, "Referat\nByrådet den 4/4\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        check(&RULE, "Referat\nByrådet\nMandag den 4. april\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        for day in ["mandag d.1.11. kl. 17.00", "tirsdag d.24/8", "Onsdag d.3.5."] {
            check(
                &RULE,
                &format!("Referat bestyrelsesmøde {day} i hallen.\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n"),
            );
        }
        check_in(
            "kobenhavn",
            &RULE,
            "Møde den 14. september 2020 kl. 16.00 i Rådhusets festsal\n\nPlan\n\nIndstilling\n\nDet indstilles.\n",
        );
    }

    #[test]
    fn an_excerpt_has_no_head() {
        check(&RULE, "1. Budget\n\nBeslutning\n\nGodkendt.\n\n2. Plan\n\nBeslutning\n\nGodkendt.\n");
        check(&RULE, "Byrådet\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        check(&RULE, "Referat\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n");
        check_in("fredericia", &RULE, "Punkt 84 Plan\n\nSagsresumé\n\nPlanen.\n");
    }

    #[test]
    fn a_meeting_without_any_head_is_told_once() {
        check_in(
            "fredericia",
            &RULE,
            "
Punkt 84 Plan
^^^^^^^^^^^^^ Hovedet mangler udvalgets navn, mødets dato og tidspunktet

Sagsresumé

Planen.

Punkt 85 Plan

Sagsresumé

Planen.
",
        );
    }
}
