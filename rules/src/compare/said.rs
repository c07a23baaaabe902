//! What words say, and not how they are written: "2,4 %" is "2,4 pct.", "otte uger" is "8 uger", "5.000.000,- kr." is
//! "5,0 mio. kr.", and a comma or a quotation mark says nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::phrases::WORDS;
use crate::danish::date::dates;
use crate::facts::amounts::amounts;
use crate::text::{TextRange, TextSize};

/// Words as they are compared, with each amount and each date as its value.
pub(super) fn valued(words: &str) -> String {
    // A hyphen that only shows where a word may be parted.
    let words: Cow<'_, str> =
        if words.contains('\u{ad}') { words.replace('\u{ad}', "").into() } else { words.into() };
    let words: Cow<'_, str> =
        if words.contains('\u{a0}') { words.replace('\u{a0}', " ").into() } else { words };
    let amounts =
        amounts(&words).into_iter().map(|amount| (amount.range, format!("{} kr", amount.kroner.value)));
    let dates = dates(&words).map(|date| {
        let year = date.year.map_or(String::new(), |year| year.to_string());
        (date.range, format!("{}/{} {year}", date.day, date.month))
    });
    let mut values: Vec<(TextRange, String)> = amounts.chain(dates).collect();
    values.sort_by_key(|(range, _)| range.start());
    let (mut text, mut at) = (String::new(), TextSize::new(0));
    for (range, value) in values.into_iter().filter(|(range, _)| !range.is_empty()) {
        if range.start() >= at {
            text.push_str(&words[TextRange::new(at, range.start())]);
            text.push_str(&value);
            at = range.end();
        }
    }
    text.push_str(&words[usize::from(at)..]);
    let mut said = tokens(&text.to_lowercase());
    // "at hallen lukkes, og" before the last point of a list.
    if said.last().is_some_and(|word| word == "og") {
        said.pop();
    }
    said.join(" ")
}

/// The words, numbers and meaning signs of a text in small letters, each in the one way of writing it.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        let inside = matches!(c, ',' | '.') && before.is_some_and(|c| c.is_ascii_digit()) && digit(at + 1);
        let minus = matches!(c, '-' | '\u{2212}') && before.is_none_or(char::is_whitespace) && digit(at + 1);
        if c.is_alphanumeric() || inside || minus {
            word.push(if minus { '-' } else { c });
            continue;
        }
        found.extend(one_way(std::mem::take(&mut word)));
        if matches!(c, '%' | '§' | '+' | '=' | '<' | '>') {
            found.extend(one_way(c.to_string()));
        }
    }
    found.extend(one_way(word));
    found
}

/// A word as all compare it: "pct" is "procent", "otte" is "8".
fn one_way(word: String) -> Option<String> {
    static ALIKE: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
        let numbers = WORDS.numbers.iter().zip(2..).map(|(word, n)| (&**word, n.to_string()));
        let ways = WORDS.alike.iter().filter_map(|ways| {
            let (first, others) = ways.split_first()?;
            Some(others.iter().map(move |other| (&**other, first.clone())))
        });
        numbers.chain(ways.flatten()).collect()
    });
    if word.is_empty() { None } else { Some(ALIKE.get(&*word).cloned().unwrap_or(word)) }
}

#[cfg(test)]
mod tests {
    use super::valued;

    #[test]
    fn one_thing_in_two_ways_is_the_same() {
        for (one, other) in [
            ("en stigning på 2,4 %.", "en stigning på 2,4 pct."),
            ("en stigning på 2,4 %", "en stigning på 2,4 procent"),
            ("høring i otte uger,", "høring i 8 uger"),
            ("på 2.400.000 kr., og", "på 2.400.000,- kr."),
            ("godkendes, og at broen", "godkendes og at broen"),
            ("drøfter \"indsats 4\"", "drøfter indsats 4"),
            ("Teknik- og Miljø", "Teknik\u{2010} og Miljø"),
        ] {
            assert_eq!(valued(one), valued(other));
        }
    }

    #[test]
    fn what_says_something_else_is_not() {
        for (one, other) in [
            ("broen lukkes", "broen lukkes ikke"),
            ("et fald på 5 kr.", "et fald på 6 kr."),
            ("en ændring på 5 %", "en ændring på -5 %"),
            ("vedtægternes § 7", "vedtægternes § 9"),
            ("otte uger", "ni uger"),
            ("2,4 pct.", "24 pct."),
        ] {
            assert_ne!(valued(one), valued(other));
        }
    }
}
