//! `dates/invalid`: a date or a time that does not exist.

mod year;

use jiff::civil::Date;

use danish::clock::TimeMention;
use danish::date::{DateMention, month_name};
use danish::lexicon::{Readings, readings};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::needle::Needle;
use text::{is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/invalid",
    summary: Text {
        da: "En dato eller et klokkeslæt, der ikke findes",
        en: "A date or a time that does not exist",
    },
    why: Text {
        da: "En frist den 31. november kan ingen overholde, og læseren kan ikke vide, om der er ment den 30. november \
             eller den 1. december.",
        en: "Nobody can meet a deadline on 31 November, and the reader cannot know whether 30 November or 1 December \
             was meant.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nHøringen slutter den 31. november \
                 2022, og svarene forelægges bagefter.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Høring\n\nSagsfremstilling\n\nHøringen slutter den 30. november \
                2022, og svarene forelægges bagefter.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for mention in view.dates().iter().filter(|mention| !mention.exists()) {
        if !view.is_quoted(mention.range) && !view.is_opaque(mention.range) {
            findings.report(mention.range, date_note(mention));
        }
    }
    check_weeks(view, findings);
    year::check(view, findings);
    for mention in view.times().iter().filter(|mention| !mention.exists()) {
        if !view.is_quoted(mention.range) && !view.is_opaque(mention.range) && is_certain(view, mention) {
            findings.report(
                mention.range,
                Text {
                    da: "Klokkeslættet findes ikke: et døgn har 24 timer og en time 60 minutter",
                    en: "There is no such time: a day has 24 hours and an hour 60 minutes",
                },
            );
        }
    }
}

/// "uge 54", "ugerne 52-54", and "uge 53 i 2025", a year of 52 weeks.
fn check_weeks(view: &PartView<'_>, findings: &mut Findings) {
    static WEEK: Needle = Needle::new("uge ");
    static WEEKS: Needle = Needle::new("ugerne ");
    for words in [&WEEK, &WEEKS] {
        for at in words.find_iter(view.text) {
            let start = at + words.words().len();
            if view.text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-') {
                continue;
            }
            check_week(view, at, start, findings);
            if let Some(end) = second_week(&view.text[start..]) {
                check_week(view, start + end, start + end, findings);
            }
        }
    }
}

/// Where in `weeks` the second number of "50-54", "50 - 54", "50 og 54" or "50 til 54" begins.
fn second_week(weeks: &str) -> Option<usize> {
    let rest = weeks.trim_start_matches(|c: char| c.is_ascii_digit());
    let gap = rest.trim_start_matches(is_space);
    let behind = gap.strip_prefix(['-', '–']).or_else(|| {
        gap.strip_prefix("og ").or_else(|| gap.strip_prefix("til ")).filter(|_| gap.len() < rest.len())
    })?;
    let second = behind.trim_start_matches(is_space);
    // "uge 50 - 54 dage", "uge 7 og 60 børn": the second number may count something else.
    let after = second.trim_start_matches(|c: char| c.is_ascii_digit());
    let word = after.trim_start_matches(is_space);
    let word = &word[..word.len() - word.trim_start_matches(char::is_alphabetic).len()];
    let counted = readings(word).any(Readings::NOUN);
    let numbered = (1..=2).contains(&(weeks.len() - rest.len()));
    (numbered && !counted && after.len() + 2 == second.len()).then_some(weeks.len() - second.len())
}

/// The week whose number begins at byte `start`; what is told of begins at byte `at`.
fn check_week(view: &PartView<'_>, at: usize, start: usize, findings: &mut Findings) {
    let digits = view.text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let place = range(at, start + digits);
    let after = &view.text[start + digits..];
    let other = after.starts_with(|c: char| c.is_alphabetic())
        || after.starts_with([',', '.', '-', '/'])
            && after[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if digits != 2 || other || view.is_quoted(place) || view.is_opaque(place) {
        return;
    }
    let week: u8 = view.text[start..start + digits].parse().unwrap_or(1);
    let year = year_after(after).filter(|_| week == 53);
    let short = year.is_some_and(|year| weeks_of(year) < 53);
    if week > 53 || week == 0 || short {
        let last = year.map_or(53, weeks_of);
        findings.report(
            place,
            Note::new(
                format!("Ugen findes ikke: året har {last} uger"),
                format!("There is no such week: the year has {last} weeks"),
            ),
        );
    }
}

/// "2025" in " i 2025", " 2025", ", 2025".
fn year_after(text: &str) -> Option<i16> {
    let rest = text.trim_start_matches(|c| is_space(c) || c == ',');
    let rest = rest.strip_prefix("i ").unwrap_or(rest);
    let year = rest.get(..4).filter(|year| year.starts_with("20"))?;
    let whole = !rest[4..].starts_with(|c: char| c.is_ascii_digit());
    year.parse().ok().filter(|_| whole)
}

/// How many weeks a year has by ISO 8601: the 28th of December lies in the last.
fn weeks_of(year: i16) -> i8 {
    Date::new(year, 12, 28).map_or(53, |day| day.iso_week_date().week())
}

fn date_note(mention: &DateMention) -> Note {
    let Some(month) = month_name(mention.month) else {
        return Text {
            da: "Datoen findes ikke: et år har 12 måneder",
            en: "There is no such date: a year has 12 months",
        }
        .into();
    };
    // Without a year the 29th of February exists, so the year matters only there.
    let year = mention.year.unwrap_or(2000);
    let days = Date::new(year, mention.month as i8, 1).map_or(31, Date::days_in_month);
    if days == 28 && mention.day == 29 {
        return Note::new(
            format!("Datoen findes ikke: {year} er ikke skudår"),
            format!("There is no such date: {year} is no leap year"),
        );
    }
    // No year is named, and one in four has a day more than the others.
    if mention.year.is_none() && mention.month == 2 {
        return Text {
            da: "Datoen findes ikke: februar har 28 dage, i skudår 29",
            en: "There is no such date: February has 28 days, and 29 in a leap year",
        }
        .into();
    }
    Note::new(
        format!("Datoen findes ikke: {month} har {days} dage"),
        format!("There is no such date: that month has {days} days"),
    )
}

/// In "7. kl. 25 elever" the word is "klasse", and the end of a range may count something else.
fn is_certain(view: &PartView<'_>, mention: &TimeMention) -> bool {
    let before = view.text[..mention.range.start().into()].trim_end_matches(is_space);
    let ordinal = before.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
    !mention.range_partner && (mention.minute.is_some() || !ordinal)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_days_that_the_month_lacks() {
        check(
            &RULE,
            "
Punkt 1: Høring

Høringen slutter den 31. november 2022.
                 ^^^^^^^^^^^^^^^^^^^^^ Datoen findes ikke: november har 30 dage
Den begyndte 32. marts og fortsætter den 29. februar 2023.
             ^^^^^^^^^ Datoen findes ikke: marts har 31 dage
                                     ^^^^^^^^^^^^^^^^^^^^ Datoen findes ikke: 2023 er ikke skudår
",
        );
    }

    #[test]
    fn flags_numeric_dates_in_the_head_and_in_tables() {
        check(
            &RULE,
            "
Referat
Byrådet 31-04-2022
        ^^^^^^^^^^ Datoen findes ikke: april har 30 dage
Mødedato: 14.13.2022
          ^^^^^^^^^^ Datoen findes ikke: et år har 12 måneder

Punkt 1: Budget
",
        );
    }

    #[test]
    fn flags_times_that_no_day_has() {
        check(
            &RULE,
            "
Punkt 1: Møde

Mødet begynder kl. 25.30 og slutter kl. 12.75.
               ^^^^^^^^^ Klokkeslættet findes ikke
                                    ^^^^^^^^^ Klokkeslættet findes ikke
",
        );
    }

    #[test]
    fn flags_years_far_ahead() {
        check(
            &RULE,
            "
Punkt 1: Møde

Omdelt den 03-03-3022 og udsendt den 3. marts 3017.
                 ^^^^ Året 3022 ligger langt ude i fremtiden
                                              ^^^^ Året 3017
",
        );
        check(
            &RULE,
            "Punkt 1: Møde\n\nGælder til 31-12-9999. Sag 03-03-3022-K05, 12/3000 og i marts 3000 kr. Den 3. maj 2500 kr. og nr. 5-7-2300.\n",
        );
    }

    #[test]
    fn ignores_what_exists() {
        check(
            &RULE,
            "Punkt 1: Møde\n\nDen 29. februar, den 29. februar 2024, 31. december, kl. 24.00, kl. 00.30 og kl. 23.59.\n",
        );
        check(&RULE, "Punkt 1: Møde\n\nDen 28.-31. maj og den 30., 31. juli.\n");
    }

    #[test]
    fn ignores_what_only_looks_like_a_date_or_a_time() {
        check(
            &RULE,
            "Punkt 1: Sag\n\n31/11 af beløbet, § 31.2, 00.31.13-P35-1-22, afsnit 31.11, 7. kl. 25 elever, 31. mødedag.\n",
        );
    }

    #[test]
    fn ignores_quotations_and_file_names() {
        check(
            &RULE,
            "Punkt 1: Sag\n\nHan skrev: ”Vi ses den 31. november.” Se referat 31-11-2022.pdf for resten.\n",
        );
    }

    #[test]
    fn flags_weeks_that_the_year_lacks() {
        check(
            &RULE,
            "
Punkt 1: Høring

Høringen begynder i uge 54 og ikke i uge 53 i 2025, i ugerne 52-54 eller uge 50 – 55.
                    ^^^^^^ Ugen findes ikke: året har 53 uger
                                     ^^^^^^ Ugen findes ikke: året har 52 uger
                                                                ^^
                                                                                  ^^
",
        );
        check(
            &RULE,
            "Punkt 1: Høring\n\nI uge 50 - 54 dage før, ugerne 52-1, uge 7 og 60 børn, ugerne 52-53 i 2026. Uge 53 i 2026, uge 53, uge 7, uge 36-40, 37 timer om ugen, en uge 100 dage før og uge 54-ordningen.\n",
        );
    }
}
