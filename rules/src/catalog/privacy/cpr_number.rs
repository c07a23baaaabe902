//! `privacy/cpr-number`: a personal number, in any form and anywhere.
//!
//! [`crate::privacy`] finds what can be one by its form. Modulus 11 is not asked for: numbers given out since 2007 may
//! fail it. A hyphen makes the number certain, and so does a word like "cpr", which outweighs any sign around; right
//! behind the noun of a thing it is that thing's number and a hint. Ten bare digits may be many other things, so they
//! are a warning beside a person and else a hint. It looks at quotations, tables and file names as well.

mod label;
mod naming;
mod surroundings;

use label::{Label, is_another};
use naming::{follows_person, is_of_paper, is_of_person, is_of_thing, is_registered, precedes_name};
use surroundings::Surroundings;

use crate::lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use crate::privacy::{Joint, Number, numbers};
use crate::text::TextRange;
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "privacy/cpr-number",
    summary: Text { da: "Et CPR-nummer", en: "A CPR number (personal number)" },
    why: Text {
        da: "Et personnummer er en fortrolig oplysning og må aldrig offentliggøres. Datatilsynet har flere gange kritiseret \
             kommuner, hvis referater og bilag indeholdt personnumre.",
        en: "A personal number is confidential and must never be published. The data protection authority has criticised \
             municipalities more than once whose minutes and attachments held personal numbers.",
    },
    source: "databeskyttelsesloven § 11",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren (010203-1234) søger om tilskud \
                 til en forening.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren søger om tilskud til en \
                forening.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let numbers: Vec<Number> = numbers(view.text).filter(|number| number.is_day).collect();
    for (i, number) in numbers.iter().enumerate() {
        let before = i.checked_sub(1).map(|before| numbers[before].range);
        let after = numbers.get(i + 1).map(|after| after.range);
        if let Some(severity) = severity(view, number, [before, after]) {
            findings.report(number.range, NOTE).at_most(severity);
        }
    }
}

const NOTE: Text = Text {
    da: "Det ligner et CPR-nummer, som aldrig må offentliggøres",
    en: "This looks like a CPR number, which must never be published",
};

/// How certain it is; `None` when the words in front say that it is something else.
fn severity(view: &PartView<'_>, number: &Number, beside: [Option<TextRange>; 2]) -> Option<Severity> {
    let around = Surroundings::new(view.text, number.range, beside);
    // "190116-2022" may be a case number.
    let like_year = (1900..2100).contains(&number.serial);
    let unlikely = like_year || number.is_moment();
    match Label::before(view.text, number) {
        Label::Personal => return Some(Severity::Error),
        Label::Phone => return (number.joint == Joint::Hyphen).then_some(Severity::Hint),
        // "Sagen nr010203-1234"
        Label::Other if around.glued() && number.joint == Joint::Hyphen => return Some(Severity::Hint),
        Label::Case => return (!unlikely).then_some(Severity::Hint),
        Label::OwnCase => return Some(Severity::Warning),
        Label::Other => return None,
        // "CPR, bekendtgørelse af 23. juni 2023-2025"
        Label::Near if like_year && number.joint == Joint::Sign => return Some(Severity::Hint),
        Label::Near => return Some(Severity::Error),
        Label::None => {}
    }
    if around.is_part_of_more(number.joint) {
        return None;
    }
    let moment = number.is_moment() && !follows_person(view.text, number);
    if number.joint != Joint::Word && is_of_thing(view.text, number) || is_registered(view.text, number) {
        let named = number.joint == Joint::Hyphen && precedes_name(view.text, number);
        let whole = matches!(number.joint, Joint::Hyphen | Joint::HyphenLine) && (named || !unlikely);
        return whole.then_some(if named { Severity::Warning } else { Severity::Hint });
    }
    of_joint(view, number, &around, moment)
}

/// How certain it is by the signs within and around it; a `moment` is a day and an hour.
fn of_joint(
    view: &PartView<'_>,
    number: &Number,
    around: &Surroundings<'_>,
    moment: bool,
) -> Option<Severity> {
    let like_year = (1900..2100).contains(&number.serial);
    match number.joint {
        Joint::Hyphen
            if around.is_code()
                || around.is_named_file()
                || around.is_page()
                || around.is_counted()
                || moment =>
        {
            Some(Severity::Hint)
        }
        Joint::Hyphen if like_year || around.in_address() || number.substitute => Some(Severity::Warning),
        Joint::Hyphen => Some(Severity::Error),
        Joint::HyphenLine if like_year || moment => Some(Severity::Hint),
        Joint::HyphenLine => Some(Severity::Warning),
        Joint::Line if !around.runs_on() || moment => None,
        Joint::Line if like_year || !is_of_person(view.text, number) => Some(Severity::Hint),
        Joint::Line => Some(Severity::Warning),
        Joint::Space | Joint::None if moment => None,
        Joint::Space | Joint::None => of_bare(view, number, around, like_year),
        Joint::Word => Some(Severity::Error),
        Joint::Sign if like_year || moment || around.is_joined() || around.is_code() => None,
        Joint::Sign if around.is_named_file() => None,
        Joint::Sign if is_another(view.text, number) && !is_of_person(view.text, number) => None,
        Joint::Sign => of_bare(view, number, around, like_year),
        Joint::Other => None,
    }
}

/// How certain ten digits without a hyphen are.
fn of_bare(
    view: &PartView<'_>,
    number: &Number,
    around: &Surroundings<'_>,
    like_year: bool,
) -> Option<Severity> {
    if around.in_address() || around.is_code() || around.is_counted() || around.is_scanned() {
        return None;
    }
    // Production units are numbered from 1001000000 on.
    let like_unit = number.joint == Joint::None && view.text[number.range].starts_with("10");
    let paper = is_of_paper(view.text, number) || around.is_mailbox();
    let person = paper || is_of_person(view.text, number) || precedes_name(view.text, number);
    if number.substitute && !person {
        return None;
    }
    // "Ole Holm\t010203\t1234" may be a day and a sum.
    let in_two_cells = view.text[number.range].contains(['\t', '|']);
    let opaque = view.is_opaque(number.range) && !paper;
    let unsure = (like_year && !paper) || like_unit || in_two_cells || opaque || !person;
    Some(if unsure { Severity::Hint } else { Severity::Warning })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;
    use crate::lint::Severity;

    #[test]
    fn the_words_of_other_cells_are_about_those() {
        for row in [
            "Sagen om bolig\tNummer 010203-1234",
            "CPR\tSagsnr.\n010203-1234\t12/345",
            "CPR\tNavn\tKonto\n010203-1234\tBo\t12345",
            "| CPR | Sagsnr. |\n|---|---|\n| 010203-1234 | 12/345 |",
        ] {
            assert_eq!(severities(row), [Severity::Error], "{row}");
        }
        for row in ["Navn\tSagsnr.\nBo\t010203-1234", "Konto\t0102031234"] {
            assert_eq!(severities(row), [], "{row}");
        }
    }

    fn severities(text: &str) -> Vec<Severity> {
        let document = crate::fixture::document("generel", &RULE, text);
        document.diagnostics().iter().map(|diagnostic| diagnostic.severity).collect()
    }

    #[test]
    fn flags_a_number_wherever_it_stands() {
        check(
            &RULE,
            "
Byrådet
Afbud: Ole Holm, 010203-1234
                 ^^^^^^^^^^^ Det ligner et CPR-nummer

Punkt 1: Ansøgning fra 311299-4321
                       ^^^^^^^^^^^

En ansøger (010203-1234), en anden 010203–1234 og ”hendes nummer er 290204-0000”.
            ^^^^^^^^^^^
                                   ^^^^^^^^^^^
                                                                    ^^^^^^^^^^^
| Ole | 010203-1234 | Tilskud |
        ^^^^^^^^^^^

Bilag

Bilag 1: ansøgning_010203-1234.pdf
                   ^^^^^^^^^^^
",
        );
    }

    #[test]
    fn a_hyphen_or_a_word_makes_it_certain() {
        assert_eq!(severities("Punkt 1: A\n\n(010203-1234)\n"), [Severity::Error]);
        assert_eq!(
            severities("Punkt 1: A\n\ncpr.nr. 0102031234 og CPR-nummer: 010203 1234\n"),
            [Severity::Error; 2]
        );
        assert_eq!(
            severities("Punkt 1: A\n\nOle Holm 0102031234 og Ida Holm 010203 1234\n"),
            [Severity::Warning; 2]
        );
        assert_eq!(severities("Punkt 1: A\n\n(190107-2022)\n"), [Severity::Warning]);
        for text in [
            "Klage 010203-1234 fra Ida Holm.",
            "Ida Holm, 01.02.03-1234, søger.",
            "1512841234 Ida Holm",
            "Sagen om 15.12.84-1234 er ny.",
            "Ansøgeren (8607271234) søger.",
            "Ida Holm (f. 01.02.1903-1234)",
            "Borger 1412871568s NemKonto",
            "Borgeren 1412871568har klaget",
            "Borger1412871568 har klaget",
            "Mette Holm Sørensen, 0607679071, søger",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
        }
        for text in [
            "Hun har nummer 010203-1234.",
            "Borgeren med nummer 010203-1234 søger.",
            "Afbud: 010203-1234",
            "CPR-nr. 102031234",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
        }
        for text in ["Sagen om 1512841234 er ny.", "Klage fra 1512841234.", "Kommunens sag vedr. 151284 1234"]
        {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Warning], "{text}");
        }
        for text in [
            "kontrakt 010203-1234",
            "Sagsnr.: 010203-1234",
            "Pnr. 2507511234",
            "Deklaration lyst den 01.02.03 under 010203-1234",
            "Udvalget drøftede 0102031234 i går.",
            "den gamle station 010203-1234",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
        }
        assert_eq!(severities("Punkt 1: A\n\nenhed 1003041234 og brev 2206071230.pdf\n"), [Severity::Hint]);
    }

    #[test]
    fn a_day_of_these_years_and_an_hour_or_a_day_is_a_time() {
        for text in [
            "Filen er gemt 010324-1430.",
            "Skolen har fri 010724-3107.",
            "Maskinen (120524-1015) er defekt.",
            "Pkt. 120524-1015",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Hint], "{text}");
        }
        for text in
            ["Borgeren ringede 120524 1015.", "Den 3. maj 24-1430 ringede Ida Holm.", "Sagsnr. 101224-2025"]
        {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
        }
        for text in ["Klageren (120524-1015) er hørt.", "Ida Holm, 120524-1015", "CPR 120524-1015"] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
        }
    }

    #[test]
    fn a_paper_about_one_person_makes_its_number_a_persons() {
        for text in [
            "Udtalelse-2410942030.pdf",
            "Lægeerklæring 2410942030",
            "2006623126_laegeerklaering.pdf",
            "Udtalelse_2410942030.pdf",
            "Holm_Ole_2410944030.pdf",
            "Personsag 141287-1568 er ny",
        ] {
            assert_eq!(
                severities(&format!("Punkt 1: A\n\nBilag\n\n{text}\n")),
                [Severity::Warning],
                "{text}"
            );
        }
    }

    #[test]
    fn digits_that_a_reader_sees_are_digits() {
        for text in [
            "⓪①⓪②⓪③-①②③④",
            "⁰¹⁰²⁰³-¹²³⁴",
            "&#48;&#x31;0203-1234",
            "https://fjordby.dk/sag?cpr=%30%31%30%32%30%33%2D%31%32%33%34",
            "\u{202e}4321-302010\u{202c}",
            "PNR 010203-1234",
            "Ole Holm (f. 01.02.03-1234, cpr)",
            "Ole Holm, født den 1. februar 2003, cpr-nr. ender på 1234",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [Severity::Error], "{text}");
        }
        for text in [
            "en m² koster 010203 kr. og 1234²",
            "PNR 1003041234",
            "Fjordby, 1. februar 2003, CPR-kontoret 1234",
        ] {
            assert_eq!(severities(&format!("Punkt 1: A\n\n{text}\n")), [], "{text}");
        }
    }

    #[test]
    fn other_signs_between_the_parts_are_a_warning() {
        for number in
            ["01-02-03-1234", "010203/1234", "010203--1234", "010203 -- 1234", "010203_1234", "010203·1234"]
        {
            let text = format!("Punkt 1: A\n\nBorgeren {number} har klaget.\n");
            assert_eq!(severities(&text), [Severity::Warning], "{number}");
            let text = format!("Punkt 1: A\n\nSag {number} er lukket, og faktura fra Holm {number}.\n");
            assert_eq!(severities(&text), [], "{number}");
        }
    }

    #[test]
    fn an_amount_or_a_code_is_no_error() {
        let text =
            "Punkt 1: A\n\nProjektnr. XA-0101901234, PSP-element XG-0112750001, profitcenter 0112750001.\n";
        assert_eq!(severities(text), []);
        assert_eq!(severities("Punkt 1: A\n\nDet koster 010190-1234 kr. om året.\n"), [Severity::Hint]);
    }

    #[test]
    fn the_message_repeats_no_digit() {
        let document = crate::fixture::document("generel", &RULE, "Punkt 1: A\n\n(010203-1234)\n");
        for found in document.diagnostics() {
            assert!(!found.note.da.contains(|c: char| c.is_ascii_digit()), "{found:?}");
            assert!(!found.note.en.contains(|c: char| c.is_ascii_digit()), "{found:?}");
        }
    }

    #[test]
    fn ignores_what_is_no_day() {
        check(
            &RULE,
            "Punkt 1: A\n\n320203-1234, 011303-1234, 290203-1234, 010203-123, 010203-12345 og 1010203-1234.\n",
        );
    }

    #[test]
    fn a_label_of_something_else_does_not_hide_it() {
        let text = "Punkt 1: A\n\nOle Holm, telefon 12345678, 010203-1234, sagen om 010203-1234\n";
        assert_eq!(severities(text), [Severity::Error; 2]);
    }

    #[test]
    fn ignores_numbers_of_cases_phones_companies_and_accounts() {
        check(
            &RULE,
            "
Punkt 1: A

Ordrenr.: 010203-1234, sag nr. 0102031234, dok.nr. 0102031234
85.02.02-P35-12-22, 330-2018-3619, 21-014448, 2020-016062, 20/33839
tlf. 4510203040, P-numre 1003041234, 1003041235 og 1103041235, P-nr.: 1003041234, EAN 5790001020304, CVR-nr. 10203040
konto 0102031234, faktura 0102031234, matr.nr. 0102031234
https://www.example.dk/?id=0102031234
",
        );
    }

    #[test]
    fn ignores_parts_of_longer_numbers_and_amounts() {
        check(
            &RULE,
            "
Punkt 1: A

1.010203-1234, 010203-1234-5, 010203-1234.5, 12 010203 1234, 010203 1234 5678, 010203 1234 kr.
0102031234,50 og 0102031234%, A0102031234, 010203-1234K
",
        );
    }
}
