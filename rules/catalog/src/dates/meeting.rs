//! `dates/meeting`: title and labels of the head give different days for the meeting.
//!
//! A head also holds other days (printed, sent, next meeting). Only lines that speak of this meeting are compared:
//! the label, and the lines that name the document or the body.

use std::sync::LazyLock;

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
    let said = labelled(view, place, "møde");
    for &(range, other) in &head.dates {
        // "Mødedato: 5. december", and "Dato: 6. december" for the day of writing.
        // The head of a letter has its own day, above the title with that of the meeting.
        let dated = |one: TextRange, other: TextRange| {
            let letterhead = one.start() < other.start() || is_bare(view, one);
            letterhead && labelled(view, one, "dato") && says_meeting(view, other)
                || is_posted(view, one) && (says_meeting(view, other) || labelled(view, other, "møde"))
        };
        let written = said && labelled(view, range, "dato") || dated(place, range) || dated(range, place);
        let spans = is_of_span(view, range) || is_of_span(view, place);
        let is_told = other != day && range != place && !written && !spans && speaks_of_meeting(view, range);
        if is_told && !is_parted_by_prose(view, place, range) {
            findings
                .report(
                    range,
                    Note::new(
                        format!(
                            "Her er mødet den {}, men et andet sted den {}",
                            write_long(other),
                            write_long(day)
                        ),
                        format!("Here the meeting is on {other}, elsewhere in the head on {day}"),
                    ),
                )
                .related(place, Text { da: "Den anden mødedato", en: "The other date of the meeting" });
        }
    }
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
    alone(&before[start..]) && alone(rest) && !above.ends_with(':') && is_bare(view, date)
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
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_a_title_with_another_day_than_the_label() {
        check(
            &RULE,
            "
REFERAT Kulturudvalget 2022-2025 d. 15-03-2022
                                 ^^^^^^^^^^^^^ Her er mødet den 15. marts 2022, men et andet sted den 22. marts 2022

Mødedato Tirsdag d. 22. marts 2022 kl. 09:00

1. Budget
",
        );
        check(
            &RULE,
            "
Social- og Omsorgsudvalget - 13-10-2021
                             ^^^^^^^^^^ Her er mødet den 13. oktober 2021

Referat
Dato:
Tirsdag, 12 oktober, 2021 - 16:30

Punkt 1 Budget
",
        );
    }

    #[test]
    fn a_line_with_nothing_but_a_date_is_the_meetings() {
        check(
            &RULE,
            "
Byrådet
5. april 2022 kl. 17.00
^^^^^^^^^^^^^ Her er mødet den 5. april 2022
Mødedato: 4. april 2022

Punkt 1: Budget
",
        );
        check(&RULE, "Mødedato: 4. april 2022\nUdskrevet\n5. april 2022\n\nPunkt 1: Budget\n");
    }

    #[test]
    fn ignores_the_day_of_writing_beside_the_day_of_the_meeting() {
        check(
            &RULE,
            "Referat af OB-møde\nMødedato: 5. december 2012 kl. 17\n\nKontaktperson\nIda Toft\n\nDato\n6. december \
             2012\n\nPunkt 1: Budget\n",
        );
    }

    #[test]
    fn ignores_the_day_of_the_document_over_a_title_with_its_own() {
        check(
            &RULE,
            "FJORDBY GYMNASIUM & HF\n\nDato: 2. oktober 2012\n\nReferat af bestyrelsesmøde 1. oktober 2012\n\nPunkt 1: Budget\n",
        );
    }

    #[test]
    fn a_day_that_nothing_calls_the_meetings_is_that_of_the_document() {
        for head in [
            "Referat bestyrelsesmøde 18. august 2016\n\nIda Toft\n27. august 2016 kl. 05:39\n",
            "27. august 2016\nJ.nr. 12-3456\n\nReferat af møde i havnelauget den 18. august 2016\n",
            "9. september 2015\nIT/bd\n\nReferat af ordinært hovedbestyrelsesmøde den 18. august 2015\n",
            "Referat af møde i havnelauget den 18. august 2016\nDato: 27. august 2016\n",
            "Referat fra bestyrelsesmøde 16. august 2021\n\n18. august 2021\n\nReferat fra bestyrelsesmøde mandag den 16. august 2021 kl. 19.00\n",
            "Referat af afdelingsmøde mandag den 4. maj 2020\n11. maj 2020\n",
            "Referat af møde i havnelauget den 18. august 2016\n\n(29-08-2016)\n",
            "Oprettet: 27. februar 2013\nBestyrelsesmøde onsdag den 6. februar 2013 kl. 19.00\n",
        ] {
            check(&RULE, &format!("{head}\n1. Budget\n\nBeslutning\n\nGodkendt.\n"));
        }
    }

    #[test]
    fn ignores_who_wrote_or_posted_the_text_and_when() {
        for line in [
            "Skrevet af Claus Dam\nLørdag, 25. marts 2017 20:58",
            "Sidst opdateret lørdag den 25. marts 2017",
            "Udskrevet: lørdag d. 25. marts 2017 kl. 9.30",
            "Oprettet af Ida Toft\nlørdag den 25. marts 2017 kl. 20.58",
        ] {
            check(
                &RULE,
                &format!("Referat af bestyrelsesmøde 27.02.2017\n{line}\n\n1. Budget\n\nGodkendt.\n"),
            );
            check(
                &RULE,
                &format!("{line}\n\nReferat af bestyrelsesmøde 27.02.2017\n\n1. Budget\n\nGodkendt.\n"),
            );
        }
    }

    #[test]
    fn ignores_the_day_of_the_letter() {
        check(
            &RULE,
            "Region Søland\n\nFjordby, den 15. november 2007\n\nReferat\naf mødet i Regionsrådet\n14. november 2007 kl. \
             14.00\n\nPunkt 1: Budget\n",
        );
    }

    #[test]
    fn ignores_links_to_other_meetings() {
        for line in [
            "Dagsordener og referater fra efter den 3. marts 2016",
            "Referat og bilag til og med onsdag den 3. marts 2016",
            "Møder siden 3. marts 2016",
            "Dagsorden (senest rettet 3. marts 2016)",
            "Referater før 3. marts 2016",
        ] {
            check(
                &RULE,
                &format!(
                    "{line}\n\nKulturudvalget\nDato: Onsdag den 21. august 2019\n\n1. Budget\n\nGodkendt.\n"
                ),
            );
        }
    }

    #[test]
    fn ignores_other_minutes_on_the_same_page() {
        for line in ["Vi er klar til fastelavn.", "Gårdlauget holder fast i prisen."] {
            check(
                &RULE,
                &format!(
                    "Gårdlauget Lærken\n\nReferat fra møde d. 11.2.2020\n\n{line}\n\nMøde i gårdlauget d. 30. september \
                     2019\n\nDugen til træet: Den gamle er kasseret.\n"
                ),
            );
        }
    }

    #[test]
    fn ignores_text_that_no_item_holds() {
        check(&RULE, "Mødedato: 4. april 2022\n\nMødet den 1. februar 2022 blev holdt på skolen.\n");
    }

    #[test]
    fn ignores_one_day_in_two_forms() {
        check(
            &RULE,
            "Byrådet - 12-10-2021\n\nReferat\nDato:\nTirsdag, 12 oktober, 2021 - 16:30\nReferat publiceret:\nFredag, 15 \
             oktober, 2021 - 10:02\n\nPunkt 1 Budget\n",
        );
    }

    #[test]
    fn ignores_days_of_something_else() {
        check(
            &RULE,
            "Referat Byrådet 12-10-2021\nUdskrevet 14-10-2021\nNæste møde: 9. november 2021\nReferatet er godkendt den 9. \
             november 2021\n\nPunkt 1 Budget\n",
        );
        check(&RULE, "Referat Byrådet 12-10-2021\nMødet fortsat den 13. oktober 2021\n\nPunkt 1 Budget\n");
    }
}
