//! `dates/time`: a time of day without the stop or space of "kl.", or with another separator than the rest.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::clock::{KlForm, Separator, TimeMention};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "dates/time",
    summary: Text {
        da: "Klokkeslættet er skrevet forkert eller på to måder",
        en: "The time is written wrongly or in two ways",
    },
    why: Text {
        da: "\"kl.\" er en forkortelse og skrives med punktum og mellemrum. Punktum og kolon er begge i brug mellem timer og \
             minutter, men ikke mellem hinanden i samme tekst.",
        en: "\"kl.\" is an abbreviation and takes a period and a space. Both a period and a colon are in use between hours \
             and minutes, but not side by side in one text.",
    },
    source: "Retskrivningsordbogen § 42",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Besøg\n\nSagsfremstilling\n\nArkitekten deltager i mødet fra kl 17.30 \
                 og viser tegningerne.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Besøg\n\nSagsfremstilling\n\nArkitekten deltager i mødet fra kl. 17.30 \
                og viser tegningerne.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for mention in view.times() {
        check_word(view, mention, findings);
        check_minutes(view, mention, findings);
    }
    separators(view, findings);
}

/// "kl 15.30", "kl.15.30".
fn check_word(view: &PartView<'_>, mention: &TimeMention, findings: &mut Findings) {
    let Some(kl) = mention.kl.filter(|_| mention.exists()) else { return };
    let word = &view.text[kl.range];
    let (note, right) = match kl.form {
        KlForm::NoStop => (
            Text {
                da: "\"kl.\" er en forkortelse og skrives med punktum",
                en: "\"kl.\" is an abbreviation and takes a period",
            },
            format!("{word}."),
        ),
        KlForm::Glued => (
            Text {
                da: "Mellem \"kl.\" og klokkeslættet skal der være et mellemrum",
                en: "A space belongs between \"kl.\" and the time",
            },
            format!("{}. ", word.trim_end_matches('.')),
        ),
        KlForm::Kl | KlForm::Written => return,
    };
    // "KL 15.30" in a programme is the association; in "7. kl 20 elever" the word is "klasse".
    let other =
        word.starts_with("KL") || mention.separator == Separator::None && follows_ordinal(view, kl.range);
    if other || view.is_quoted(mention.range) || view.is_opaque(mention.range) {
        return;
    }
    let title = format!("{right}{}", &view.text[TextRange::new(kl.range.end(), mention.range.end())]);
    findings.report(mention.range, note).safe_fix(
        Note::new(format!("Skriv \"{title}\""), format!("Write \"{title}\"")),
        Edit::replace(kl.range, right),
    );
}

/// "kl. 10. 00": no sentence begins with "00", nor with a number alone.
fn check_minutes(view: &PartView<'_>, mention: &TimeMention, findings: &mut Findings) {
    if mention.kl.is_none() || mention.separator != Separator::None || !mention.exists() {
        return;
    }
    let end = usize::from(mention.digits_range.end());
    let Some(rest) = view.text[end..].strip_prefix('.').and_then(|rest| rest.strip_prefix(' ')) else {
        return;
    };
    let minutes = &rest[..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
    let behind = rest[minutes.len()..].trim_start_matches(is_space);
    let alone = behind.is_empty() || behind.starts_with(['\n', '\r', '-', '–', ')', ',', ';']);
    // "kl. 10. 30 elever kom", "kl. 10. 15. juni", "kl. 10. 05/6".
    let dated = behind.starts_with('/')
        || behind
            .strip_prefix('.')
            .is_some_and(|rest| rest.trim_start_matches(is_space).starts_with(char::is_lowercase));
    let certain = !dated && minutes.starts_with('0') || alone && minutes.ends_with(['0', '5']);
    let found = range(mention.range.start().into(), end + ". ".len() + minutes.len());
    if minutes.len() == 2
        && minutes < "60"
        && certain
        && !behind.starts_with("-årig")
        && !view.is_quoted(found)
        && !view.is_opaque(found)
    {
        let note = Text {
            da: "Timer og minutter skrives uden mellemrum",
            en: "Hours and minutes are written without a space",
        };
        let title = Text { da: "Slet mellemrummet", en: "Delete the space" };
        findings.report(found, note).unsafe_fix(title, Edit::delete(range(end + 1, end + 2)));
    }
}

fn follows_ordinal(view: &PartView<'_>, kl: TextRange) -> bool {
    let before = view.text[..kl.start().into()].trim_end_matches(is_space);
    let bare = before.trim_end_matches('.');
    let digits = bare.len() - bare.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    // "den 9. marts 2026 kl 19", "9/3 kl 19": what stands there is a date.
    let year = digits == 4 && bare.len() == before.len();
    let date = view.dates().iter().any(|date| usize::from(date.range.end()) == before.len());
    digits > 0 && !year && !date && !is_numbered(&bare[..bare.len() - digits])
}

/// "uge 20 kl 9", "lokale 14 kl 9": does a word that a number belongs to stand before it, so that it counts no classes?
fn is_numbered(before: &str) -> bool {
    let word =
        before.trim_end_matches(is_space).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let word = word.to_lowercase();
    word.len() < before.len() && NUMBERED.before_hours.iter().any(|own| word.ends_with(&**own))
}

#[derive(Deserialize)]
struct Numbered {
    before_hours: Vec<Box<str>>,
}

static NUMBERED: LazyLock<Numbered> = LazyLock::new(|| data::read("before_hours"));

/// "kl. 14:00 - 16.30": the two ends of one time, written in two ways where no side of the text is the rarer.
fn spans(view: &PartView<'_>, findings: &mut Findings) {
    let signs = |sign| view.times().iter().filter(move |mention| mention.separator == sign).count();
    if signs(Separator::Stop) != signs(Separator::Colon) {
        return;
    }
    for pair in view.times().windows(2) {
        let [from, to] = pair else { continue };
        let gap = &view.text[from.range.end().min(to.range.start()).into()..to.range.start().into()];
        let joined = matches!(gap.trim_matches(is_space), "-" | "–" | "til" | "- kl." | "– kl." | "til kl.");
        let differ = matches!(
            (from.separator, to.separator),
            (Separator::Colon, Separator::Stop) | (Separator::Stop, Separator::Colon)
        );
        if joined
            && differ
            && from.exists()
            && to.exists()
            && !view.is_quoted(to.range)
            && !view.is_opaque(to.range)
        {
            report_separator(view, to, SPAN, findings);
        }
    }
}

/// Tells of the sign between hours and minutes in `mention`; the other one is right.
fn report_separator(view: &PartView<'_>, mention: &TimeMention, note: Text, findings: &mut Findings) {
    let (old, new) = if mention.separator == Separator::Stop { (".", ":") } else { (":", ".") };
    let right = view.text[mention.digits_range].replace(old, new);
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings
        .report(mention.digits_range, note)
        .at_most(Severity::Info)
        .safe_fix(title, Edit::replace(mention.digits_range, right));
}

const SPAN: Text = Text {
    da: "De to klokkeslæt er skrevet hver på sin måde, med punktum og med kolon",
    en: "The two times are written in two ways, with a period and with a colon",
};

/// A colon where the style writes a stop, or the rarer sign where a text has both.
fn separators(view: &PartView<'_>, findings: &mut Findings) {
    let with = |sign| {
        view.times().iter().filter(move |mention| {
            let introduced = mention.kl.is_some() || mention.range_partner;
            introduced && mention.separator == sign && mention.second.is_none() && mention.exists()
        })
    };
    let house = view.context.house.time_separator;
    if house.is_none() {
        spans(view, findings);
    }
    let both = with(Separator::Colon).next().is_some() && with(Separator::Stop).next().is_some();
    if !both && house.is_none() {
        return;
    }
    let in_prose = |sign| {
        with(sign).filter(|mention| view.is_running_text(mention.range) && !view.is_quoted(mention.range))
    };
    let (stops, colons) = (in_prose(Separator::Stop).count(), in_prose(Separator::Colon).count());
    let (wrong, note) = match house {
        Some('.') => (Separator::Colon, OF_STYLE),
        Some(_) => (Separator::Stop, OF_STYLE),
        None if colons > 0 && stops > colons => (Separator::Colon, RARER),
        None if stops > 0 && colons > stops => (Separator::Stop, RARER),
        None => return,
    };
    for mention in in_prose(wrong) {
        report_separator(view, mention, note, findings);
    }
}

const OF_STYLE: Text = Text {
    da: "Husstilen skriver et andet tegn mellem timer og minutter",
    en: "The house style writes another sign between hours and minutes",
};

const RARER: Text = Text {
    da: "Teksten skriver for det meste et andet tegn mellem timer og minutter",
    en: "The text mostly writes another sign between hours and minutes",
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_in};

    #[test]
    fn flags_kl_without_stop_or_space() {
        check(
            &RULE,
            "
Punkt 1: Besøg

Vi mødes kl 15.30 og slutter kl.17 eller Kl.18.15.
         ^^^^^^^^ \"kl.\" er en forkortelse
                             ^^^^^ Mellem \"kl.\" og klokkeslættet
                                         ^^^^^^^^ Mellem
",
        );
    }

    #[test]
    fn flags_a_space_between_hours_and_minutes() {
        check(
            &RULE,
            "
Punkt 1: Besøg

Vi mødes kl. 10. 00 i hallen, spiser kl. 12. 30-13 og slutter kl. 16. 05.
         ^^^^^^^^^^ Timer og minutter skrives uden mellemrum
                                     ^^^^^^^^^^ Timer og minutter
                                                              ^^^^^^^^^^ Timer og minutter
Mødet slutter kl. 10. 30 elever deltog. Vi begyndte kl. 9. 15. juni mødes vi kl. 9. 2024 blev et godt år.
",
        );
    }

    #[test]
    fn flags_an_hour_alone_after_a_date() {
        for date in ["den 9. marts 2026", "den 9/3 2026", "den 09-03-2026", "i 2026"] {
            let text = format!("Punkt 1: Besøg\n\nMødet holdes {date} kl 19 i salen.\n");
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), 1, "{date}");
        }
        for place in ["i uge 20", "i mødelokale 14", "på dag 2"] {
            let text = format!("Punkt 1: Besøg\n\nMødet holdes {place} kl 9 for alle.\n");
            let found = document::fixture::document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), 1, "{place}");
        }
        check(&RULE, "Punkt 1: Besøg\n\nDer går 25 elever i 7. kl 20 og i 7 kl 25.\n");
        check(&RULE, "Punkt 1: Besøg\n\nI ugen har 20 kl 9 lærere.\n");
    }

    #[test]
    fn ignores_right_forms_and_other_words() {
        check(
            &RULE,
            "
Punkt 1: Besøg

Vi mødes kl. 15.30, klokken 8, Kl. 17-19 og fra kl. 9.30.
Oplæg fra KL 15.30. I 7. kl 20 elever og i 8. kl. 22. Der er 15.30 kg og en kl af typen 3.
Han sagde: ”Vi ses kl 15.30.”
",
        );
    }

    #[test]
    fn the_rarer_separator_is_worth_knowing() {
        check(
            &RULE,
            "
Punkt 1: Besøg

Mødet begynder kl. 15.30 og holder pause kl. 16.30, og det slutter kl. 17:15.
                                                                       ^^^^^ Teksten skriver for det meste
",
        );
        check(&RULE, "Punkt 1: Besøg\n\nMødet begynder for alle kl. 15.30, og det slutter kl. 17:15.\n");
    }

    #[test]
    fn a_house_says_which_separator_it_writes_in_running_text() {
        check_in(
            "odense",
            &RULE,
            "
Mødedato Tirsdag d. 21. februar 2023 kl. 08:30

Punkt 1: Besøg

Mødet begynder for alle i udvalget kl. 15:30.
                                       ^^^^^ Husstilen
",
        );
    }

    #[test]
    fn writes_the_right_form() {
        check_fix(
            &RULE,
            "Punkt 1: Besøg\n\nVi mødes kl 15.30 og slutter kl.17 eller Kl18.15.\n",
            "Punkt 1: Besøg\n\nVi mødes kl. 15.30 og slutter kl. 17 eller Kl. 18.15.\n",
        );
    }
}
