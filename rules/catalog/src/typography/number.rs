//! `typography/number`: numbers with the signs of English: "15.68 %", "1,283,980 kr.", "1.3 mio. kr.".
//!
//! Tables are where the numbers are, so their cells are looked at where the unit stands in the cell itself.
//!
//! A Danish reader takes "1.300 mio." for thirteen hundred and "1.3 mio." for a slip, so only groups that cannot be
//! thousands are certain, and only where a unit says that the number is an amount: "1.3" alone is a section.

mod letters;

use std::collections::HashSet;
use std::sync::LazyLock;

use memchr::memchr2_iter;
use serde::Deserialize;

use lint::{Applicability, Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use text::lines::floor_boundary;
use text::{TextRange, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "typography/number",
    summary: Text {
        da: "Tal med engelsk tegnsætning: punktum foran decimaler, komma mellem tusinder",
        en: "Numbers with English signs: a point before decimals, commas between thousands",
    },
    why: Text {
        da: "På dansk står komma foran decimaler og punktum mellem tusinder. Et beløb, der er skrevet omvendt, kan læses \
             tusind gange for stort.",
        en: "Danish has a comma before decimals and a point between thousands. An amount written the other way can be \
             read a thousand times too large.",
    },
    source: "Retskrivningsordbogen § 42 og 51",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget koster 1.3 mio. kr., og det er \
                 15.68 % mere end ventet.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nTaget koster 1,3 mio. kr., og det er \
                15,68 % mere end ventet.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let bytes = view.text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut passed = 0;
    for at in memchr2_iter(b'.', b',', bytes) {
        if at >= passed && at > 0 && digit(at - 1) && digit(at + 1) {
            let number = number_around(bytes, at);
            passed = number.end().into();
            check_number(view, number, findings);
        }
    }
    letters::check(view, findings);
}

/// The digits around byte `at`, with the points and commas between them.
fn number_around(bytes: &[u8], at: usize) -> TextRange {
    let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let start = bytes[..at].iter().rposition(|byte| !part(byte)).map_or(0, |i| i + 1);
    let end = bytes[at..].iter().position(|byte| !part(byte)).map_or(bytes.len(), |i| at + i);
    let marks = |bytes: &[u8]| bytes.iter().take_while(|byte| !byte.is_ascii_digit()).count();
    let trailing = bytes[start..end].iter().rev().take_while(|byte| !byte.is_ascii_digit()).count();
    range(start + marks(&bytes[start..end]), end - trailing)
}

fn check_number(view: &PartView<'_>, number: TextRange, findings: &mut Findings) {
    let written = &view.text[number];
    if lost_digit(view, number, findings) || odd_groups(view, number, findings) {
        return;
    }
    let Some(right) = danish(written, unit(view, number)) else {
        return lone_comma(view, number, findings);
    };
    let before = view.char_before(number.start().into());
    // A minus, and not the dash of a range.
    let minus = view.text[..number.start().into()]
        .strip_suffix(['-', '–', '−'])
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(|c: char| is_space(c) || c == '('));
    let alone = minus || !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '§'));
    if !alone || is_named(&view.text[..number.start().into()]) || !is_shown(view, number) {
        return;
    }
    if !follows_percent(view, number) && may_lack_digit(written) {
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        findings
            .report(number, two_readings(written, &right))
            .unsafe_fix(title, Edit::replace(number, right));
        return;
    }
    // "Delmål 2.1 % af borgerne", "MitID 2.0 %": the name of a thing may end in a number.
    let measure = unit(view, number) == Some(Unit::Measure);
    let fix =
        if measure || follows_capital(view, number) { Applicability::Unsafe } else { Applicability::Safe };
    findings
        .report(
            number,
            Note::new(
                format!("\"{written}\" skrives \"{right}\" på dansk: komma foran decimaler, punktum mellem tusinder"),
                format!("\"{written}\" is written \"{right}\" in Danish: comma before decimals, point between thousands"),
            ),
        )
        .fix(
            Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
            fix,
            vec![Edit::replace(number, right)],
        );
}

/// Is the number one of running text, or of a cell that names its unit?
fn is_shown(view: &PartView<'_>, number: TextRange) -> bool {
    if view.is_prose(number) {
        return true;
    }
    let after = &view.text[usize::from(number.end())..];
    let gap = after.len() - after.trim_start_matches(is_space).len();
    let near = gap <= 1 || after.starts_with('\u{a0}') && gap <= '\u{a0}'.len_utf8();
    let before = &view.text[..number.start().into()];
    // "Afsnit 1.3 mio. kr.": the number of another thing ends in the cell, so it must begin one.
    let begins = before.trim_end_matches(' ').ends_with(['\t', '|', '\n']) || before.is_empty();
    view.is_cell(number) && near && !after.starts_with('\t') && begins
}

/// "1.500.00 kr.": no amount has such groups, and only the writer knows whether it is 1.500,00 or 1.500.000.
fn lost_digit(view: &PartView<'_>, number: TextRange, findings: &mut Findings) -> bool {
    let written = &view.text[number];
    let groups: Vec<&str> = written.split('.').collect();
    let [first, inner @ .., last] = &groups[..] else { return false };
    let thousands = !inner.is_empty()
        && (1..=3).contains(&first.len())
        && inner.iter().all(|group| group.len() == 3)
        && last.len() == 2;
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !first.starts_with('0');
    let before = view.char_before(number.start().into());
    let alone = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '§'));
    if !thousands || !plain || !alone || unit(view, number) != Some(Unit::Money) || !is_shown(view, number) {
        return false;
    }
    let kroner = &written[..written.len() - last.len() - 1];
    let right = format!("{kroner},{last}");
    let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
    findings.report(number, two_readings(written, &right)).unsafe_fix(title, Edit::replace(number, right));
    true
}

/// "75.0000 kr.", "1.25.000 kr.": groups that no amount has, so that a digit is one too many or has gone.
fn odd_groups(view: &PartView<'_>, number: TextRange, findings: &mut Findings) -> bool {
    let written = &view.text[number];
    let whole = written.split(',').next().unwrap_or(written);
    let groups: Vec<&str> = whole.split('.').collect();
    let [first, behind @ ..] = &groups[..] else { return false };
    let year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let odd: Vec<&&str> = behind.iter().filter(|group| group.len() != 3).collect();
    let [group] = odd[..] else { return false };
    let certain = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && matches!(group.len(), 2 | 4)
        && (behind.len() > 1 || group.len() == 4)
        // "1.500.00" is another's, and "1.5.2024" a date.
        && !(group.len() == 2 && behind.last() == Some(group))
        && !year(group);
    let before = view.char_before(number.start().into());
    let alone = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '§'));
    if !certain || !alone || unit(view, number) != Some(Unit::Money) || !is_shown(view, number) {
        return false;
    }
    let note = match group.len() {
        4 => Note::new(
            format!("\"{written}\" har et ciffer for meget: mellem punktummerne står der tre"),
            format!("\"{written}\" has a digit too many: three stand between the points"),
        ),
        _ => Note::new(
            format!("\"{written}\" mangler et ciffer: mellem punktummerne står der tre"),
            format!("\"{written}\" lacks a digit: three stand between the points"),
        ),
    };
    findings.report(number, note);
    true
}

/// "2,500 kr. pr. måned": nobody counts tenths of an øre, but for the price of one of many, such as a kilowatt-hour.
fn lone_comma(view: &PartView<'_>, number: TextRange, findings: &mut Findings) {
    let written = &view.text[number];
    let Some((kroner, rest)) = written.split_once(',') else { return };
    let after = view.text[number.end().into()..].trim_start_matches(is_space);
    // The line may break anywhere in "12,125 kr. pr. m3".
    let each =
        after.strip_prefix("kr.").or_else(|| after.strip_prefix("kroner")).map(|rest| rest.trim_start());
    let Some(each) = each else { return };
    let of_few = each
        .strip_prefix("pr.")
        .is_some_and(|rest| EACH.iter().any(|each_of| rest.trim_start().starts_with(each_of)));
    let thousands = rest.len() == 3
        && rest.bytes().all(|byte| byte.is_ascii_digit())
        && (1..=3).contains(&kroner.len())
        && !kroner.starts_with('0');
    let line = view.line_of(number).map_or("", |line| &view.text[view.near(line, number)]);
    let next = &each[..floor_boundary(each, NEXT_LINE)];
    let of_each = each.starts_with("pr.") || each.starts_with("per ") || each.starts_with('/');
    let fine = of_each || FINE.iter().any(|unit| line.contains(unit) || next.contains(unit));
    if thousands && (of_few || !fine) && view.is_prose(number) {
        let right = written.replace(',', ".");
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        findings
            .report(number, two_readings(written, &right))
            .unsafe_fix(title, Edit::replace(number, right));
    }
}

/// So many bytes behind the amount may say what it is the price of, on the next line too.
const NEXT_LINE: usize = 60;

/// What is sold by so small pieces that a price has three decimals.
const FINE: &[&str] = &["kWh", "m3", "m³", "liter", "kilometer", " km", "GJ", "MWh", "enhed", "gram", "kurs"];

/// What a price of whole kroner is paid for.
const EACH: &[&str] = &[
    "måned", "år", "kvartal", "dag", "uge", "person", "medlem", "barn", "husstand", "bolig", "lejemål", "stk",
];

/// Does a word with a capital stand right before the number?
fn follows_capital(view: &PartView<'_>, number: TextRange) -> bool {
    let before = without_gap(&view.text[..number.start().into()]);
    let word = &before[before.trim_end_matches(char::is_alphanumeric).len()..];
    word.contains(char::is_uppercase) && word != "DKK"
}

/// A share is never counted in thousands.
fn follows_percent(view: &PartView<'_>, number: TextRange) -> bool {
    let after = view.text[usize::from(number.end())..].trim_start_matches(is_space);
    ["%", "pct", "procent"].iter().any(|unit| after.starts_with(unit))
}

/// "495.00" is more often 495.000 with a digit lost than 495,00, and nobody but the writer knows.
fn may_lack_digit(written: &str) -> bool {
    let mut groups = written.split('.');
    let (first, last) = (groups.next(), groups.next());
    let short =
        first.is_some_and(|group| group.len() <= 3 && !group.starts_with('0') && !group.contains(','));
    short && last.is_some_and(|group| group.len() == 2) && groups.next().is_none()
}

fn two_readings(written: &str, right: &str) -> Note {
    Note::new(
        if written.contains(',') {
            format!("\"{written}\" har et ciffer for meget, eller der skal stå \"{right}\"")
        } else {
            format!("\"{written}\" mangler et ciffer, eller der skal stå \"{right}\"")
        },
        if written.contains(',') {
            format!("\"{written}\" has a digit too many, or should be \"{right}\"")
        } else {
            format!("\"{written}\" lacks a digit, or should be \"{right}\"")
        },
    )
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// "%", "mio.": with one or two decimals at most.
    Share,
    /// "kr.": with two decimals or none.
    Money,
    /// "meter": with any decimals.
    Measure,
}

fn unit(view: &PartView<'_>, number: TextRange) -> Option<Unit> {
    const SHARES: &[&str] = &["%", "pct", "procent", "mio", "mia", "million", "milliard", "mkr", "tkr"];
    const MONEY: &[&str] = &["kroner", "kr.", "kr", "DKK"];

    let after = view.text[usize::from(number.end())..].trim_start_matches(is_space);
    if SHARES.iter().any(|unit| after.starts_with(unit)) {
        return Some(Unit::Share);
    }
    // In "kl. 12.30 kr. 50" the unit belongs to what follows it.
    let own = |rest: &str| {
        let glued = rest.starts_with(char::is_alphabetic);
        !glued && !rest.trim_start_matches(is_space).starts_with(|c: char| c.is_ascii_digit())
    };
    let before = view.text[..number.start().into()].trim_end_matches(is_space);
    let follows = MONEY.iter().find_map(|unit| after.strip_prefix(unit)).is_some_and(own);
    if follows || before.ends_with("kr.") || before.ends_with("DKK") {
        return Some(Unit::Money);
    }
    let word =
        after.split(|c: char| !c.is_alphanumeric() && !matches!(c, '²' | '³')).next().unwrap_or_default();
    MEASURES.contains(&word).then_some(Unit::Measure)
}

/// What is measured in decimals and hardly ever in thousands.
const MEASURES: &[&str] = &[
    "meter",
    "kilometer",
    "centimeter",
    "km",
    "cm",
    "kg",
    "kilo",
    "liter",
    "ton",
    "tons",
    "hektar",
    "timer",
    "grader",
];

/// `written` with Danish signs, if it certainly has English ones.
fn danish(written: &str, unit: Option<Unit>) -> Option<String> {
    let unit = unit?;
    let groups: Vec<&str> = written.split(['.', ',']).collect();
    let marks: Vec<u8> = written.bytes().filter(|byte| matches!(byte, b'.' | b',')).collect();
    let (last, inner) = (groups.last()?.len(), &groups[1..groups.len() - 1]);
    let thousands = groups[0].len() <= 3 && inner.iter().all(|group| group.len() == 3);
    let wrong = match marks[..] {
        [b'.'] if unit == Unit::Share => last != 3,
        // "12.5 meter"; "12.50" may be a time.
        [b'.'] if unit == Unit::Measure => last == 1,
        _ if unit == Unit::Measure => false,
        [b'.'] => last == 2,
        // "1,283,980": the last group too.
        [b',', .., b','] => thousands && last == 3 && marks.iter().all(|mark| *mark == b','),
        [b',', .., b'.'] => thousands && last != 3 && marks.iter().filter(|mark| **mark == b'.').count() == 1,
        _ => false,
    };
    let swap = |c: char| match c {
        '.' => ',',
        ',' => '.',
        digit => digit,
    };
    wrong.then(|| written.chars().map(swap).collect())
}

/// `before` without the spaces at its end, or the end of the line before.
fn without_gap(before: &str) -> &str {
    let before = before.trim_end_matches(is_space);
    let line = before.strip_suffix('\n').unwrap_or(before);
    line.trim_end_matches('\r').trim_end_matches(is_space)
}

/// Does a time, a date or the name of a thing stand before the number: "kl. 12.30", "d. 12.50", "en Model 1.5"?
fn is_named(before: &str) -> bool {
    let before = without_gap(before);
    let word = &before[before.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').len()..];
    word.chars().count() < LONGEST_NAMED && NAMED.contains(word.to_lowercase().trim_end_matches('.'))
}

/// In letters.
const LONGEST_NAMED: usize = 20;

/// Words before a number that is the name of something.
static NAMED: LazyLock<HashSet<String>> = LazyLock::new(|| data::read::<Named>("numbered_things").words);

/// Of the lists in that file the one that is read here.
#[derive(Deserialize)]
struct Named {
    words: HashSet<String>,
}

#[cfg(test)]
mod tests;
