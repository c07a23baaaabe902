//! `privacy/account-number`: a bank account: registration number and account number, or IBAN.
//!
//! Budgets have accounts as well ("konto 6.45.50"), so a number alone says nothing: both parts must be there, and the
//! words that name them.

use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::needle::Needle;
use text::{TextRange, TextSize, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "privacy/account-number",
    summary: Text { da: "Et bankkontonummer", en: "A bank account number" },
    why: Text {
        da: "Et registrerings- og kontonummer hører ikke hjemme i et referat, der offentliggøres. Er det en borgers, er det en \
             personoplysning, og er det kommunens, inviterer det til svindel.",
        en: "A registration and account number does not belong in minutes that are published. A citizen's is personal \
             data, and the municipality's invites fraud.",
    },
    source: "databeskyttelsesforordningen art. 5",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Grund\n\nSagsfremstilling\n\nBeløbet indbetales på reg.nr. 1234 konto \
                 0012345678 inden overtagelsen.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Grund\n\nSagsfremstilling\n\nBeløbet indbetales på kommunens konto inden \
                overtagelsen.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// Between the words and the numbers there is hardly anything.
const NEAR: usize = 30;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    static ACCOUNT: Needle = Needle::new("onto");
    static IBAN: Needle = Needle::new("IBAN");
    for at in ACCOUNT.find_iter(view.text) {
        if let Some(found) = account(view.text, at) {
            findings.report(found, NOTE);
        }
    }
    for at in IBAN.find_iter(view.text) {
        if let Some(found) = iban(view.text, at + IBAN.words().len()) {
            findings.report(found, NOTE);
        }
    }
}

const NOTE: Text = Text {
    da: "Et bankkontonummer bør ikke stå i et dokument, der offentliggøres",
    en: "A bank account number should not stand in a document that is published",
};

/// The registration and account number around the word that holds "onto" at byte `at`.
fn account(text: &str, at: usize) -> Option<TextRange> {
    if !text[..at].ends_with(['k', 'K']) {
        return None;
    }
    let word_end = at + text[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - at);
    if !matches!(&text[at..word_end], "onto" | "ontonr" | "ontonummer" | "ontonummeret" | "ontoen") {
        return None;
    }
    let start = start_of_digits(text, word_end)?;
    if registered(text, at) {
        let number = groups(text, start);
        return (6..=10).contains(&n_digits(text, number)).then_some(number);
    }
    // "konto 1234-0012345678", "kontonr. 1234 0012345678".
    let first = run(text, start);
    let second = run(text, after_sign(text, first.end().into())?);
    let both = n_digits(text, first) == 4 && (7..=10).contains(&n_digits(text, second));
    both.then(|| first.cover(second))
}

/// Does "reg. 1234" stand shortly before?
fn registered(text: &str, at: usize) -> bool {
    let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
    let lower = before.to_ascii_lowercase();
    let Some(word) = lower.rfind("reg") else { return false };
    let rest = lower[word + "reg".len()..].trim_start_matches("istrerings");
    // "Regnskab" and "region" are other words.
    if rest.starts_with(char::is_alphabetic) && !rest.starts_with("nr") && !rest.starts_with("nummer") {
        return false;
    }
    let digits: Vec<&str> =
        before[word..].split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    matches!(digits[..], [number] if number.len() == 4)
}

/// Where the digits begin that follow "konto" and its "nr.".
fn start_of_digits(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let filler = rest.find(|c: char| c.is_ascii_digit()).filter(|&len| len <= 12)?;
    let known = rest[..filler]
        .split(|c: char| is_space(c) || matches!(c, '.' | ':' | '-' | '/' | '(' | ')'))
        .all(|word| matches!(word, "" | "nr" | "nummer"));
    known.then_some(from + filler)
}

/// Where the digits begin that only spaces or a hyphen part from `from`.
fn after_sign(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let gap = rest.len() - rest.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '/' | '–')).len();
    (1..=6).contains(&gap).then_some(from + gap)
}

/// The run of digits at `start`.
fn run(text: &str, start: usize) -> TextRange {
    range(start, start + text[start..].bytes().take_while(u8::is_ascii_digit).count())
}

/// The runs of digits from `start` on that single spaces part.
fn groups(text: &str, start: usize) -> TextRange {
    let mut all = run(text, start);
    while text[all.end().into()..].starts_with(' ') && all.len() < TextSize::new(14) {
        let next = run(text, usize::from(all.end()) + 1);
        if next.is_empty() {
            break;
        }
        all = all.cover(next);
    }
    all
}

fn n_digits(text: &str, range: TextRange) -> usize {
    text[range].bytes().filter(u8::is_ascii_digit).count()
}

/// "DK50 0040 0440 1162 43" after "IBAN".
fn iban(text: &str, from: usize) -> Option<TextRange> {
    let rest = &text[from..];
    let near = &rest[..rest.floor_char_boundary(12)];
    let start = from + near.find("DK")?;
    let mut end = start + 2;
    let mut digits = 0;
    for c in text[end..].chars() {
        if c.is_ascii_digit() {
            digits += 1;
        } else if !is_space(c) {
            break;
        }
        end += c.len_utf8();
        if digits == 16 {
            return Some(range(start, end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn flags_registration_and_account_number() {
        check(
            &RULE,
            "
Punkt 1: Grund

Beløbet indbetales på reg. 1234 konto 0012345678 i banken.
                                      ^^^^^^^^^^ Et bankkontonummer
Reg.nr.: 1234 Kontonr.: 12345678
                        ^^^^^^^^
Kontonummer 1234-0012345678, konto nr. 1234 0012345678, reg. nr. 1234, konto 12 345 678.
            ^^^^^^^^^^^^^^^
                                       ^^^^^^^^^^^^^^^
                                                                             ^^^^^^^^^^
IBAN: DK50 0040 0440 1162 43
      ^^^^^^^^^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn ignores_accounts_of_the_budget() {
        check(
            &RULE,
            "Punkt 1: Budget\n\nHovedkonto 5, konto 6.45.50, kontoplan 2022, konto 1234 i 2022, kontonummer 123456 i budgettet, \
             reg. 1234, kontorets tlf. 12345678, på konto 5.22.12.002.\n",
        );
    }

    #[test]
    fn ignores_numbers_of_other_things() {
        check(
            &RULE,
            "Punkt 1: Budget\n\nKontoen viser 1234 brugere og 20222022 besøg. Konto 2022 2023 2024.\n",
        );
        check(&RULE, "Punkt 1: Budget\n\nRegnskab 2021 på konto 301234 er afsluttet.\n");
    }
}
