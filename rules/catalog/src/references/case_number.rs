//! `references/case-number`: a case number that is missing where the style requires it, or is not of its form.
//!
//! Case systems number in many ways, so in general only a KLE number that cannot be one is reported: another facet
//! letter than KLE has, an O or 0 for Ø, a year that had not begun, a hyphen that the other numbers have.

use std::cell::OnceCell;

use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::Placed;
use syntax::{CaseNumberForm, Class, Flag, Label, case_number};
use text::{TextRange, TextSize, is_space, range_of};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "references/case-number",
    summary: Text {
        da: "Et sagsnummer mangler eller har ikke den rette form",
        en: "A case number is missing or not of its form",
    },
    why: Text {
        da: "Sagsnummeret er vejen fra referatet til sagen. Et KLE-nummer består af tre emnetal, facet, løbenummer og år, \
             fx 85.02.02-P35-12-22, og facetten er A, G, I, K, P, S eller Ø.",
        en: "The case number is the way from the minutes to the case. A KLE number consists of three subject numbers, \
             facet, serial and year, as in 85.02.02-P35-12-22, and the facet is A, G, I, K, P, S or Ø.",
    },
    source: "KLE",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 1: Budget\n\n00.30.10-X00-4-22\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 1: Budget\n\n00.30.10-S00-4-22\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// Case numbers stand among the first blocks of an item.
const NEAR_HEADING: usize = 6;

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let style = view.context.house.case_number;
    let numbers = Numbers { hyphens: hyphens(view), begun: OnceCell::new() };
    for placed in view.minutes.items() {
        match placed.item.case_number {
            Some((range, form)) => known(view, range + placed.start, form, &numbers, findings),
            None => match malformed(view, &placed) {
                Some((range, note)) => {
                    findings.report(range, note);
                }
                None if style.is_some_and(|(_, required)| required) && must_have(view, &placed) => {
                    match meant(view, &placed) {
                        Some(range) => findings.report(range, MALFORMED),
                        None => findings.report(placed.item.heading + placed.start, MISSING),
                    };
                }
                None => {}
            },
        }
    }
}

/// What is known of the document as a whole, for each of its numbers.
struct Numbers {
    /// See [`hyphens`].
    hyphens: bool,
    /// See [`is_begun`].
    begun: OnceCell<bool>,
}

/// Has anybody written in an item yet? Until then the document is a template to fill in, and its zeros are not forgotten.
fn is_begun(view: &MinutesView<'_>) -> bool {
    let says = |class| matches!(class, Class::Text | Class::At | Class::Table | Class::Code);
    view.minutes.items().any(|placed| {
        let mut at = TextSize::new(0);
        placed.blocks.iter().any(|block| {
            let words = block.words() + at;
            at += block.len;
            says(block.class) && !placed.item.heading.contains_range(words)
        })
    })
}

const MISSING: Text = Text {
    da: "Punktet mangler sit sagsnummer, som husstilen kræver",
    en: "The item lacks its case number, which the house style requires",
};

const MALFORMED: Text = Text {
    da: "Sagsnummeret har ikke den form, som husstilen kræver",
    en: "The case number is not of the form that the house style requires",
};

/// A line near the heading that is meant as a case number: one word of digits and signs, with hardly a letter.
fn meant(view: &MinutesView<'_>, placed: &Placed<'_>) -> Option<TextRange> {
    near_heading(view, placed).map(|(_, range)| range).find(|&range| {
        let words = &view.text[range];
        let count = |test: fn(&char) -> bool| words.chars().filter(test).count();
        let (digits, letters) = (count(|c| c.is_ascii_digit()), count(|c| c.is_alphabetic()));
        // "18.20.00 Ø40-2-26": a blank stands for the hyphen before the facet.
        let parted = || words.split(is_space).count() == 2 && begins_as_kle(words);
        let one = (!words.contains(is_space) || parted()) && (8..=30).contains(&words.len());
        one && digits >= 5 && letters <= 4 && words.contains('-')
    })
}

/// "18.20.00": does a line begin with three pairs of digits, and no more?
fn begins_as_kle(words: &str) -> bool {
    let first = words.split(is_space).next().unwrap_or_default();
    let pairs =
        first.split('.').map(|pair| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_digit()));
    first.len() == 8 && pairs.clone().count() == 3 && pairs.into_iter().all(|pair| pair)
}

/// An open item with a title and sections, of a kind that is a case.
fn must_have(view: &MinutesView<'_>, placed: &Placed<'_>) -> bool {
    let item = placed.item;
    let Some(title) = item.title else { return false };
    let labelled =
        near_heading(view, placed).any(|(block, _)| matches!(block, Class::Label(Label::CaseNumber)));
    !item.closed
        && !item.sections.is_empty()
        && !labelled
        && !view.context.house.exempts(&view.text[title + placed.start])
}

/// Do all KLE numbers of the document but one have their hyphen before the facet, and are there several?
fn hyphens(view: &MinutesView<'_>) -> bool {
    let numbers = view.minutes.items().filter_map(|placed| match placed.item.case_number {
        Some((range, CaseNumberForm::Kle)) => Some(&view.text[range + placed.start]),
        _ => None,
    });
    let (mut with, mut without) = (0, 0);
    for number in numbers {
        *if number.as_bytes().get(8) == Some(&b'-') { &mut with } else { &mut without } += 1;
    }
    with >= 3 && without == 1
}

/// A number of a known form: is it of the style's, and is its year possible?
fn known(
    view: &MinutesView<'_>,
    range: TextRange,
    form: CaseNumberForm,
    numbers: &Numbers,
    findings: &mut Findings,
) {
    let number = &view.text[range];
    if number.bytes().filter(u8::is_ascii_digit).all(|digit| digit == b'0') {
        if *numbers.begun.get_or_init(|| is_begun(view)) {
            findings.report(range, UNFILLED);
        }
    } else if let Some((CaseNumberForm::Kle, true)) = view.context.house.case_number
        && form != CaseNumberForm::Kle
    {
        findings.report(range, NOT_KLE);
    } else if form == CaseNumberForm::Kle && numbers.hyphens && number.as_bytes().get(8) != Some(&b'-') {
        findings.report(
            range,
            Text {
                da: "Sagsnummeret mangler bindestregen foran facetten, som de andre sagsnumre har",
                en: "The case number lacks the hyphen before the facet that the others have",
            },
        );
    } else if form == CaseNumberForm::Kle && is_of_later_year(view, number) {
        findings.report(
            range,
            Text {
                da: "Sagsnummerets år ligger efter mødet",
                en: "The year of the case number lies after the meeting",
            },
        );
    }
}

const UNFILLED: Text = Text {
    da: "Sagsnummeret er ikke udfyldt: det er skabelonens nuller",
    en: "The case number was not filled in: it is the template's zeros",
};

const NOT_KLE: Text = Text {
    da: "Sagsnummeret er ikke et KLE-nummer: tre emnetal, facet, løbenummer og år",
    en: "The case number is no KLE number: three subject numbers, facet, serial and year",
};

fn is_of_later_year(view: &MinutesView<'_>, number: &str) -> bool {
    let Some(meeting) = view.context.meeting.date else { return false };
    let parts: Vec<&str> = number.split('-').collect();
    let [_, _, _, year] = parts[..] else { return false };
    let year: i16 = if year.len() == 2 { year.parse().unwrap_or(0) } else { return false };
    year < 70 && 2000 + year > meeting.year()
}

/// The blocks between the heading and the first section, with their words.
fn near_heading<'v>(
    view: &MinutesView<'v>,
    placed: &Placed<'v>,
) -> impl Iterator<Item = (Class, TextRange)> + use<'v> {
    let heading = placed.item.heading + placed.start;
    let first_section = placed.item.sections.first().map(|section| section.heading.start() + placed.start);
    let mut at = placed.start;
    let text = view.text;
    placed.blocks.iter().take(NEAR_HEADING).filter_map(move |block| {
        let words = block.words() + at;
        let line = block.line() + at;
        at += block.len;
        let below = first_section.is_none_or(|section| words.start() < section);
        // A number at the start of a line may have been taken for its mark.
        let whole = range_of(text, text[line].trim_start_matches(is_space));
        (below && !heading.contains_range(words) && !block.is(Flag::Long)).then_some((block.class, whole))
    })
}

/// A line near the heading that is meant as a KLE number and is none.
fn malformed(view: &MinutesView<'_>, placed: &Placed<'_>) -> Option<(TextRange, Note)> {
    near_heading(view, placed).find_map(|(class, range)| {
        let words = &view.text[range];
        let number = match class {
            Class::Label(Label::CaseNumber) => {
                words.split(|c: char| is_space(c) || c == ':').find(|part| meant_as_kle(part))?
            }
            _ if meant_as_kle(words) => words,
            _ => return None,
        };
        Some((range_of(view.text, number), fault(number)?))
    })
}

/// "85.02.02-…": three pairs of digits, and a tail that no date or version has.
fn meant_as_kle(words: &str) -> bool {
    let bytes = words.as_bytes();
    let pairs = bytes.len() >= 11
        && bytes.len() <= 26
        && [0, 1, 3, 4, 6, 7].iter().all(|&at| bytes[at].is_ascii_digit())
        && bytes[2] == b'.'
        && bytes[5] == b'.';
    let Some(tail) = words.get(8..).filter(|_| pairs) else { return false };
    let tail = tail.strip_prefix('-').unwrap_or(tail);
    let facet = tail.chars().next().map_or(0, char::len_utf8);
    let numbered = tail.as_bytes()[facet..].iter().take(2).filter(|b| b.is_ascii_digit()).count() == 2;
    let rest = tail.get(facet + 2..).unwrap_or("");
    let ends = rest.is_empty() || rest.starts_with('-');
    numbered && ends && rest.bytes().all(|b| b == b'-' || b.is_ascii_digit())
}

/// What is wrong with a number that is meant as KLE; `None` when it cannot be said.
fn fault(number: &str) -> Option<Note> {
    if case_number(number).is_some() {
        return None;
    }
    let tail = number.get(8..)?;
    let facet = tail.strip_prefix('-').unwrap_or(tail).chars().next()?;
    match facet {
        'O' | 'o' | '0' | 'ø' => Some(Note::new(
            "Facetten skal være \"Ø\", et stort dansk bogstav",
            "The facet should be \"Ø\", a Danish capital letter",
        )),
        _ if facet.is_alphabetic() && !"AGIKPSØ".contains(facet) => Some(Note::new(
            format!("\"{facet}\" er ingen KLE-facet; den er A, G, I, K, P, S eller Ø"),
            format!("\"{facet}\" is no KLE facet; those are A, G, I, K, P, S and Ø"),
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
