//! `dates/period`: a period, a hearing or a loan that ends before it begins.
//!
//! Both ends must be there, each with its year; a date without a year may be of another year. What is moved from one
//! day to an earlier one is no period.

mod days;
mod hearing;
mod hours;
mod weeks;

use jiff::civil::Date;

use danish::date::DateMention;
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

use super::cues::{cues, ends_in, holds, sentence};

pub(crate) static RULE: Rule = Rule {
    name: "dates/period",
    summary: Text { da: "Perioden slutter, før den begynder", en: "The period ends before it begins" },
    why: Text {
        da: "En høring eller en aftale, der slutter, før den begynder, kan ingen rette sig efter. Den ene dato eller det ene år \
             er forkert.",
        en: "Nobody can act on a hearing or an agreement that ends before it begins. One of the dates or years is wrong.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Lokalplan\n\nSagsfremstilling\n\nForslaget sendes i høring fra den 19. april \
                 2022 til den 14. marts 2022.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Lokalplan\n\nSagsfremstilling\n\nForslaget sendes i høring fra den 19. april \
                2022 til den 14. juni 2022.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

const MESSAGE: Text =
    Text { da: "Perioden slutter, før den begynder", en: "The period ends before it begins" };
const ENDS: Text = Text { da: "Her slutter den en anden dag", en: "Here it ends on another day" };
const BEGINS: Text = Text { da: "Her begynder den", en: "Here it begins" };

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for mention in view.dates() {
        days::check(view, mention, findings);
    }
    hours::check(view, findings);
    hearing::check(view, findings);
    weeks::check(view, findings);
    for pair in view.dates().windows(2) {
        let [from, to] = pair else { continue };
        if is_joined(view, from.range, to.range) && is_reversed(view, from, to) && !view.is_quoted(from.range)
        {
            findings.report(to.range, MESSAGE).related(from.range, BEGINS);
        }
    }
    check_years(view, findings);
}

/// Does "til" or a dash stand between the two, and nothing else?
fn is_joined(view: &PartView<'_>, from: TextRange, to: TextRange) -> bool {
    let Some(between) = view.text.get(usize::from(from.end())..usize::from(to.start())) else { return false };
    let between = between.trim_matches(is_space).trim_start_matches(',').trim();
    matches!(between, "–" | "-") || cues().joints.iter().any(|joint| joint == between)
}

fn is_reversed(view: &PartView<'_>, from: &DateMention, to: &DateMention) -> bool {
    let (before, words) = sentence(view, from.range);
    if holds(&words, &cues().moved) || !to.exists() || !from.exists() {
        return false;
    }
    let own_year = |date: &DateMention| date.year.filter(|_| !date.shared);
    match (own_year(from), own_year(to)) {
        (Some(_), Some(_)) => from.date().zip(to.date()).is_some_and(|(from, to)| to < from),
        // Without years the second may be of the next year; but no hearing lasts until then.
        (None, None) => {
            let months = (i32::from(to.month) - i32::from(from.month)).rem_euclid(12);
            let later = (to.month, to.day) < (from.month, from.day);
            later && months > 6 && before.contains("høring") && !from.shared
        }
        // "fra 30. august til 1. juni 2025" began in the year before, unless it has not begun yet.
        (_, Some(year)) if from.year.is_none() || from.shared => {
            // "14. september til 11. september 2026"; but a whole year ends a day before it began.
            if from.month == to.month && from.day > to.day && (from.day - to.day > 1 || from.shared) {
                return true;
            }
            let later = (to.month, to.day) < (from.month, from.day);
            // "i høring fra 20. maj til 15. april 2025": none lasts so long.
            let months = (i32::from(to.month) - i32::from(from.month)).rem_euclid(12);
            if later && months > 8 && holds(&words, &cues().short) {
                return true;
            }
            let began = date(year - 1, from);
            let ahead = holds(&words, &cues().ahead) && !holds(&words, &cues().past);
            later && ahead && began.zip(view.context.date()).is_some_and(|(began, meeting)| began < meeting)
        }
        _ => false,
    }
}

fn date(year: i16, mention: &DateMention) -> Option<Date> {
    Date::new(year, i8::try_from(mention.month).ok()?, i8::try_from(mention.day).ok()?).ok()
}

/// "løber fra 2046 til 2026", "perioden 2029-2026".
fn check_years(view: &PartView<'_>, findings: &mut Findings) {
    static JOINTS: [Needle; 3] = [Needle::new(" til "), Needle::new("-"), Needle::new("–")];
    for joint in &JOINTS {
        for at in joint.find_iter(view.text) {
            let end = at + joint.words().len();
            let (Some(from), Some(to)) = (year_before(view.text, at), year_after(view.text, end)) else {
                continue;
            };
            if from.0 > to.0 && is_span(view, from.1, joint.words()) && view.is_prose(from.1) {
                findings.report(to.1, MESSAGE).related(from.1, BEGINS);
            }
        }
    }
}

fn is_span(view: &PartView<'_>, from: TextRange, joint: &str) -> bool {
    let (before, words) = sentence(view, from);
    if holds(&words, &cues().moved) {
        return false;
    }
    match joint {
        " til " => {
            before.trim_end().ends_with("fra") && holds(&words, &cues().running)
                || ends_in(&before, &cues().spans)
        }
        _ => ends_in(&before, &cues().spans),
    }
}

fn year_before(text: &str, end: usize) -> Option<(u16, TextRange)> {
    let start = end.checked_sub(4)?;
    year(text, start, end).filter(|_| {
        !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '–' | '/'))
    })
}

fn year_after(text: &str, start: usize) -> Option<(u16, TextRange)> {
    let end = start + 4;
    let found = year(text, start, end)?;
    let rest = &text[end..];
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '%'))
        || rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    (!goes_on).then_some(found)
}

/// The year that the bytes from `start` to `end` are.
fn year(text: &str, start: usize, end: usize) -> Option<(u16, TextRange)> {
    let digits = text.get(start..end)?;
    let value = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u16>().ok())??;
    (1900..2100).contains(&value).then(|| (value, range(start, end)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn item(line: &str) -> String {
        format!("Udvalget\n10. marts 2026\n\n1. Plan\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_dates_in_the_wrong_order() {
        check(
            &RULE,
            &item(
                "Forslaget er i høring fra den 16. marts 2026 til den 13. februar 2026.\n                                                 ^^^^^^^^^^^^^^^^^^^^ Perioden slutter",
            ),
        );
        check(
            &RULE,
            &item(
                "Udstillingen vises i perioden 01.05.2026-30.04.2026 på biblioteket.\n                                         ^^^^^^^^^^ Perioden slutter",
            ),
        );
        check(
            &RULE,
            &item(
                "Planen er i høring fra den 8. juni til den 11. maj hos naboerne.\n                                       ^^^^^^^^^^^ Perioden slutter",
            ),
        );
    }

    #[test]
    fn flags_days_and_hours_in_the_wrong_order() {
        for line in [
            "Planen er i høring i perioden 20.-2. december 2025.\n                                  ^^^^^^^^^^^^^^^^ Perioden slutter",
            "Der er holdt syn fra 26. til 14. maj 2025.\n                             ^^^^^^^^^^^^ Perioden slutter",
            "Syn holdes fra den 26. til den 14. maj 2026.\n                           ^^^^^^^^^^^^^^^^ Perioden slutter",
            "Arbejdet udføres i perioden 30. august - 1. juni 2026.\n                                         ^^^^^^^^^^^^ Perioden slutter",
            "Høringen begynder den 30. maj 2026 og slutter den 1. april 2026.\n                                              ^^^^^^^^^^^^^^^^^ Perioden slutter",
            "Aftalen gælder fra 1. januar 2027 og til 31. december 2026.\n                                         ^^^^^^^^^^^^^^^^^ Perioden slutter",
            "Festen er fra den 14. september til den 11. september 2026.\n                                    ^^^^^^^^^^^^^^^^^^^^^^ Perioden slutter",
            "Byggeriet begynder den 1. februar 2027 og er færdigt den 30. november 2026.\n                                                     ^^^^^^^^^^^^^^^^^^^^^ Perioden slutter",
            "Planen gælder for 2028-2026.\n                       ^^^^ Perioden slutter",
            "Det sker i årene 2028 til 2026.\n                          ^^^^ Perioden slutter",
            "Der holdes borgermøde tirsdag kl. 21.00-19.00.\n                                        ^^^^^ Perioden slutter",
        ] {
            check(&RULE, &item(line));
        }
        for line in [
            "Planen er i høring i perioden 2.-20. december 2025.",
            "Byggeriet begynder den 1. februar 2026 og er færdigt den 30. november 2026.",
            "Vinterlukket i perioden 1. november - 31. marts 2026.",
            "Sæsonen var fra den 1. september til den 30. april 2026.",
            "Aftalen gælder fra 15. september til 14. september 2026.",
            "Sæsonen er fra 14. november til 11. marts 2026.",
            "Vagten er åben kl. 22.00-02.00 og kl. 23.00-07.00.",
            "Vejen er spærret kl. 20.00-08.00.",
            "Se bilag 20.-2. december 2025.",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn flags_a_hearing_with_two_ends() {
        let text = |end: &str| {
            format!(
                "Udvalget\n10. marts 2026\n\n1. Plan\n\nSagsfremstilling\n\nHøringen foreslås holdt fra den 2. april 2026 til den 3. juni 2026.\n\n\
                 Indstilling\n\nCentret indstiller,\n1. at planen sendes i høring fra den 2. april 2026 til {end}.\n"
            )
        };
        check(&RULE, &text("den 3. juli 2026").replace("den 3. juli 2026.", "den 3. juli 2026.\n                                                       ^^^^^^^^^^^^^^^^ Høringen slutter"));
        check(&RULE, &text("den 3. juni 2026"));
    }

    #[test]
    fn flags_years_in_the_wrong_order() {
        check(
            &RULE,
            &item(
                "Lånet løber fra 2046 til 2026 uden afdrag.\n                         ^^^^ Perioden slutter",
            ),
        );
        check(
            &RULE,
            &item(
                "Aftalen dækker perioden 2029-2026 i alle fire byer.\n                             ^^^^ Perioden slutter",
            ),
        );
    }

    #[test]
    fn ignores_periods_that_run_forward() {
        for line in [
            "Arbejdet udføres fra den 1. november til den 31. januar 2027.",
            "Arbejdet udføres fra den 1. november 2026 til den 31. januar.",
            "Skoleåret løber fra den 1. august til den 31. juli.",
            "Planen er i høring fra den 1. december til den 15. januar.",
            "Mødet flyttes fra den 12. maj 2026 til den 5. maj 2026.",
            "Elevtallet falder fra 2046 til 2026 elever.",
            "Lånet løber fra 2026 til 2046, jf. notat 2029-2026/12.",
            "Byggeriet er udsat fra 2029 til 2026.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
