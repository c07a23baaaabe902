//! Telephone numbers, and those that stand beside a personal number.

use std::sync::LazyLock;

use serde::Deserialize;

use super::number::Number;
use super::table::column_title;
use text::needles::Needles;
use text::{TextRange, is_space, range};

/// Eight digits in groups right after the word, "nr." and "+45".
pub fn eight_digits(text: &str, from: usize) -> Option<TextRange> {
    let rest = &text[from..];
    let filler = |c: char| is_space(c) || matches!(c, '.' | ':' | '(' | ')' | '+');
    let mut after = rest.trim_start_matches(filler);
    for word in ["nr", "nummer"] {
        after = after.strip_prefix(word).map_or(after, |after| after.trim_start_matches(filler));
    }
    let country = if rest[..rest.len() - after.len()].contains('+') { "45" } else { "0045" };
    after = after.strip_prefix(country).map_or(after, |after| after.trim_start_matches(filler));
    let start = from + rest.len() - after.len();
    let mut end = start;
    let mut digits = 0;
    for c in text[start..].chars().take(14) {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' | '.' | '\u{a0}' if digits > 0 => {}
            _ => break,
        }
        end += c.len_utf8();
        if digits == 8 {
            break;
        }
    }
    let longer = text[end..].trim_start_matches(['-', ' ']).starts_with(|c: char| c.is_ascii_digit());
    (digits == 8 && !longer).then(|| range(start, end))
}

/// Those that a list of words needs here.
#[derive(Deserialize)]
struct Contacts {
    called: Vec<String>,
}

/// The words right before somebody's telephone number: "træffes på".
static CALLED: LazyLock<Needles> = LazyLock::new(|| {
    let contacts: Contacts = data::read("contacts");
    Needles::caseless(&contacts.called)
});

/// Parts of words for a telephone.
const LABELS: [&str; 3] = ["lf", "lefon", "obil"];

/// The telephone numbers on the same line as `number` and near it: "(cpr. 010203-1234, tlf. 12 34 56 78)".
pub fn phones_beside(text: &str, number: &Number) -> Vec<TextRange> {
    /// In bytes.
    const NEAR: usize = 60;
    let (start, end) = (usize::from(number.range.start()), usize::from(number.range.end()));
    let from = text.floor_char_boundary(start.saturating_sub(NEAR));
    let from = text[from..start].rfind('\n').map_or(from, |line| from + line + 1);
    let to = text.floor_char_boundary((end + NEAR).min(text.len()));
    let to = text[end..to].find('\n').map_or(to, |line| end + line);
    let mut found = Vec::new();
    for (i, _) in text[from..to].char_indices() {
        let word = &text[from + i..to];
        let label = LABELS.into_iter().find(|part| word.starts_with(part));
        let Some(label) = label else { continue };
        let end = from + i + label.len();
        let letters = text[end..].len() - text[end..].trim_start_matches(char::is_alphabetic).len();
        let beside = eight_digits(text, end + letters)
            .filter(|phone| phone.intersect(number.range).is_none_or(|both| both.is_empty()));
        found.extend(beside);
    }
    let called = CALLED.find_iter(&text[from..to]).filter_map(|words| eight_digits(text, from + words.end));
    found.extend(called);
    found.extend(in_columns(text, range(from, to)));
    found.retain(|phone| phone.intersect(number.range).is_none_or(|both| both.is_empty()));
    found
}

/// The numbers in `row`, a part of a line, of cells under a title such as "Mobil".
fn in_columns(text: &str, row: TextRange) -> Vec<TextRange> {
    let line = &text[row];
    let Some(sign) = ['|', '\t'].into_iter().find(|sign| line.contains(*sign)) else { return Vec::new() };
    let starts = line.match_indices(sign).map(|(at, _)| usize::from(row.start()) + at + sign.len_utf8());
    let is_phones = |start: usize| {
        let title = column_title(text, start).to_lowercase();
        LABELS.iter().any(|label| title.contains(label))
    };
    starts.filter_map(|start| eight_digits(text, start).filter(|_| is_phones(start))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::recogniser::numbers;
    use super::{eight_digits, phones_beside};

    fn beside(text: &str) -> Vec<&str> {
        let phones = numbers(text).flat_map(|number| phones_beside(text, &number));
        phones.map(|phone| &text[phone]).collect()
    }

    #[test]
    fn the_number_of_whoever_is_named_by_a_personal_number_is_found() {
        assert_eq!(beside("Gerda Mørk (010203-1234), træffes på 2845 1903 efter kl. 16."), ["2845 1903"]);
        assert_eq!(beside("010203-1234, mobil 28451903"), ["28451903"]);
        let table = "| Navn | Cpr-nr. | Mobil |\n|---|---|---|\n| Gerda Mørk | 010203-1234 | 28451903 |";
        assert_eq!(beside(table), ["28451903"]);
        assert_eq!(beside("Navn\tCPR\tTelefon\nBo\t010203-1234\t28 45 19 03"), ["28 45 19 03"]);
        for text in [
            "| CPR | Beløb |\n|---|---|\n| 010203-1234 | 28451903 |",
            "010203-1234, beløbet er 28451903",
            "(010203-1234), træffes på rådhuset",
        ] {
            assert_eq!(beside(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_code_of_the_country_is_no_part_of_it() {
        for text in [" 0045 28 45 19 03", ": +45 28451903", " nr. 28-45-19-03"] {
            assert!(eight_digits(text, 0).is_some_and(|phone| text[phone].starts_with("28")), "{text}");
        }
        assert_eq!(eight_digits(" 0046 28 45 19 03", 0), None);
    }
}
