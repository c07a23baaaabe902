//! `references/identifier`: a CVR number or an EAN that is none, a case number one transposition from the item's.
//!
//! A CVR number has eight digits, the last of which checks the others (modulus 11), and an EAN 13 (modulus 10). Of a CVR
//! number in pairs, as telephone numbers are written, only the length is looked at: what stands there may be such a number.

mod case_number;

use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::needle::Needle;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "references/identifier",
    summary: Text { da: "Nummeret kan ikke være rigtigt", en: "The number cannot be right" },
    why: Text {
        da: "Et CVR-nummer har otte cifre og et EAN-nummer 13, og det sidste kontrollerer de andre. Et ciffer for lidt eller to, der har byttet plads, \
             fører til en anden virksomhed eller en anden sag.",
        en: "A CVR number has eight digits and an EAN 13, and the last checks the others. A digit missing, or two exchanged, leads to \
             another company or another case.",
    },
    source: "CVR-registret, modulus 11; GS1, modulus 10",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Lån\n\nSagsfremstilling\n\nForeningen har CVR-nr. 2941820 og søger om et \
                 lån.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Lån\n\nSagsfremstilling\n\nForeningen har CVR-nr. 29418209 og søger om et \
                lån.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    static CVR: [Needle; 2] = [Needle::new("CVR"), Needle::new("cvr")];
    for needle in &CVR {
        for at in needle.find_iter(view.text) {
            check_company(view, at + needle.words().len(), findings);
        }
    }
    static EAN: Needle = Needle::new("EAN");
    for at in EAN.find_iter(view.text) {
        check_location(view, at + EAN.words().len(), findings);
    }
    case_number::check(view, findings);
}

/// The digits of a CVR number.
const CVR_DIGITS: usize = 8;

/// "CVR-nr. 31 42 75 18", from byte `at`, behind the letters.
fn check_company(view: &PartView<'_>, at: usize, findings: &mut Findings) {
    let Some((place, parts)) = number(view.text, at, CVR_DIGITS) else { return };
    if view.is_opaque(place) || view.is_quoted(place) {
        return;
    }
    let digits: String = view.text[place].chars().filter(char::is_ascii_digit).collect();
    if (5..=9).contains(&digits.len()) && digits.len() != 8 {
        findings
            .report(place, Text { da: "Et CVR-nummer har otte cifre", en: "A CVR number has eight digits" });
    } else if digits.len() == 8 && parts == 1 && !checks(&digits) {
        findings.report(
            place,
            Text {
                da: "Det er ikke et CVR-nummer: det sidste ciffer passer ikke med de andre",
                en: "This is no CVR number: the last digit does not check the others",
            },
        );
    }
}

/// "EAN-nr. 5798001234567", from byte `at`, behind the letters: 13 digits, the last of which checks the others.
fn check_location(view: &PartView<'_>, at: usize, findings: &mut Findings) {
    let Some((place, parts)) = number(view.text, at, EAN_DIGITS) else { return };
    if view.is_opaque(place) || view.is_quoted(place) {
        return;
    }
    let digits: Vec<u32> = view.text[place].chars().filter_map(|c| c.to_digit(10)).collect();
    let near = EAN_DIGITS.abs_diff(digits.len()) == 1;
    if parts == 1 && near {
        findings.report(place, Text { da: "Et EAN-nummer har 13 cifre", en: "An EAN has 13 digits" });
    } else if digits.len() == EAN_DIGITS && !checks_location(&digits) {
        findings.report(
            place,
            Text {
                da: "Det er ikke et EAN-nummer: det sidste ciffer passer ikke med de andre",
                en: "This is no EAN: the last digit does not check the others",
            },
        );
    }
}

/// The digits of an EAN.
const EAN_DIGITS: usize = 13;

/// Do the digits, every second one three times, make whole tens?
fn checks_location(digits: &[u32]) -> bool {
    let weighted = digits.iter().enumerate().map(|(at, digit)| if at % 2 == 0 { *digit } else { 3 * digit });
    weighted.sum::<u32>().is_multiple_of(10)
}

/// The number after "CVR" or "EAN", of `most` digits or of one part, and in how many parts it is written.
fn number(text: &str, at: usize, most: usize) -> Option<(TextRange, usize)> {
    let rest = &text[at..];
    let link = rest.len()
        - rest
            .trim_start_matches(|c: char| {
                is_space(c) || matches!(c, '-' | '.' | ':' | 'n' | 'r' | 'u' | 'm' | 'e')
            })
            .len();
    let start = at + link;
    let (mut end, mut digits, mut parts) = (start, 0, 0);
    while digits < most {
        let gap = match text[end..].chars().next() {
            Some(c) if parts > 0 && is_space(c) && c != '\t' => c.len_utf8(),
            _ => 0,
        };
        let run = text[end + gap..].bytes().take_while(u8::is_ascii_digit).count();
        if run == 0 || (parts > 0 && gap == 0) || (parts > 0 && run > 4) {
            break;
        }
        (end, digits, parts) = (end + gap + run, digits + run, parts + 1);
    }
    let goes_on = text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '–'));
    (digits > 0 && link <= 12 && !goes_on).then(|| (range(start, end), parts))
}

/// Does the last digit check the others?
fn checks(digits: &str) -> bool {
    const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn item(line: &str) -> String {
        format!("1. Lån\n\nSagsnr. 26/1042\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_numbers_that_are_none() {
        check(
            &RULE,
            &item(
                "Vandværket har CVR-nr. 31 42 75 1 og søger.\n                       ^^^^^^^^^^ Et CVR-nummer har otte",
            ),
        );
        check(
            &RULE,
            &item("Vandværket (CVR 294182090) søger.\n                ^^^^^^^^^ Et CVR-nummer har otte"),
        );
        check(
            &RULE,
            &item(
                "Vandværket har CVR-nummer: 29418290.\n                           ^^^^^^^^ Det er ikke et CVR-nummer",
            ),
        );
    }

    #[test]
    fn flags_an_ean_that_is_none() {
        for line in [
            "Fakturaen sendes til EAN-nr. 5798001234576.\n                             ^^^^^^^^^^^^^ Det er ikke et EAN",
            "Fakturaen sendes til EAN 579800123456.\n                         ^^^^^^^^^^^^ Et EAN-nummer har 13",
            "Fakturaen sendes til EAN 5798001234566.",
            "Fakturaen sendes til EAN 5798 0012 34566.",
            "Alle EAN-numre er fornyet i 2026.",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn flags_a_case_number_with_digits_exchanged() {
        check(&RULE, &item("Sagen har sagsnr. 26/1024.\n                  ^^^^^^^ To cifre"));
    }

    #[test]
    fn ignores_right_numbers() {
        for line in [
            "Vandværket har CVR-nr. 29418209 og P-nr. 1003000001.",
            "Vandværket har CVR-nr. 29 41 82 09 12 steder.",
            "CVR-registret har 31427 poster.",
            "Sagen har sagsnr. 26/1042, og den gamle 26/1043.",
            "Naboplanen (sagsnr. 26/1024) er vedtaget.",
            "Se også sag 26/1024 om den anden vej.",
            "Lokalplanen for havnen (26/1024) omfatter grunden.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
