//! What makes two amounts one: words near both, the same year; and what makes them two: a reckoning, a change.

use danish::letters::fold;
use facts::amounts::Amount;
use facts::quantity::Quantity;
use facts::tables::is_year;
use lint::PartView;
use text::TextRange;

use super::super::wording::{holds, wording};

/// Words so many places from the amount are said of it.
const NEAR: usize = 4;

/// Is the amount the sum or the difference of two others than `but`, and so right as it is?
pub(super) fn is_reckoned(amount: &Amount, all: &[Amount], but: Option<&Amount>) -> bool {
    let value = amount.kroner.value;
    let odd = but.map(|but| but.kroner.value);
    let others = || all.iter().map(|other| other.kroner.value).filter(|other| Some(*other) != odd);
    let is = |sought: i64| others().any(|other| other == sought);
    // What others make is right as it is; of a twin only what it makes with `but` says that they are two amounts.
    match but {
        None => others().any(|other| {
            other != value && (is(value - other) && value - other != other || is(value + other))
        }),
        Some(but) => others().any(|other| {
            other != value && (other + value == but.kroner.value || other + but.kroner.value == value)
        }),
    }
}

/// Does a long word stand near both: "tilskud", "tilskuddet"?
pub(super) fn shares_word(view: &PartView<'_>, one: &Amount, other: &Amount) -> bool {
    let near = |amount: &Amount| {
        let line = view.near(view.line_at(amount.range), amount.range);
        stems(&view.text[line], 6).collect::<Vec<_>>()
    };
    let words = near(one);
    near(other).iter().any(|word| words.contains(word))
}

/// How many words that say something stand close to both amounts.
pub(super) fn shared_words(view: &PartView<'_>, one: &Amount, other: &Amount) -> usize {
    let (mut words, others) = (close(view, one), close(view, other));
    words.sort();
    words.dedup();
    words.iter().filter(|word| others.contains(word)).count()
}

/// The stems of the words close to an amount, in its sentence.
fn close(view: &PartView<'_>, amount: &Amount) -> Vec<String> {
    let line = view.near(view.line_at(amount.range), amount.range);
    let before = &view.text[usize::from(line.start())..usize::from(amount.range.start())];
    let after = &view.text[usize::from(amount.range.end())..usize::from(line.end())];
    let before = before.rfind(". ").map_or(before, |stop| &before[stop..]);
    let after = after.find(". ").map_or(after, |stop| &after[..stop]);
    let last = before.split_whitespace().rev().take(NEAR);
    let first = after.split_whitespace().take(NEAR);
    last.chain(first).flat_map(|word| stems(word, 4)).collect()
}

/// The beginnings of the words of `text` with `least` letters or more, without those that stand near any amount.
fn stems(text: &str, least: usize) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(move |word| word.chars().count() >= least && word.contains(char::is_alphabetic))
        .map(|word| fold(word).chars().take(6).collect::<String>())
        .filter(|stem| !wording().common_words.contains(stem))
}

/// Are the two said of different years?
pub(super) fn of_other_years(view: &PartView<'_>, one: &Amount, other: &Amount) -> bool {
    let (one, other) = (years(view, one), years(view, other));
    one != other && !(one.is_empty() && other.is_empty()) && !one.iter().any(|year| other.contains(year))
}

/// The years right behind or before an amount, in its sentence.
fn years<'t>(view: &PartView<'t>, amount: &Amount) -> Vec<&'t str> {
    let line = view.near(view.line_at(amount.range), amount.range);
    let text: &'t str = view.text;
    let after = &text[usize::from(amount.range.end())..usize::from(line.end())];
    let after = after.find(['.', ';']).map_or(after, |stop| &after[..stop]);
    // "finansieres af rådighedsbeløbet i 2026": the year is that of the money it comes from.
    let source = |word: &String| fold(after).find(&**word);
    let after =
        wording().paid_by.iter().filter_map(source).min().and_then(|at| after.get(..at)).unwrap_or(after);
    let words = after.split(|c: char| !c.is_ascii_digit());
    words
        .filter(|word| word.len() == 4 && Quantity::read(word).is_some_and(|(year, _)| is_year(year)))
        .collect()
}

/// Does the sentence tell an amount of before: "var i 2019 anslået til", "ved seneste opfølgning var"?
pub(super) fn is_of_before(view: &PartView<'_>, amount: &Amount) -> bool {
    let line = view.near(view.line_at(amount.range), amount.range);
    let words = sentence(view, line, amount);
    let in_a_year = |verb: &String| {
        let behind = words.split(verb.as_str()).skip(1);
        behind.filter_map(|rest| Quantity::read(rest.get(..4)?)).any(|(year, _)| is_year(year))
    };
    holds(&words, &wording().before) || wording().in_year.iter().any(in_a_year)
}

/// Does the sentence of a recommendation or decision say that the amount is another one than before?
pub(super) fn is_changed(view: &PartView<'_>, amount: &Amount) -> bool {
    let line = view.near(view.line_at(amount.range), amount.range);
    holds(&sentence(view, line, amount), &wording().changed)
}

/// Is `applied` what somebody applied for, and `given` what is given of it, the rest being refused?
pub(super) fn gives_less(view: &PartView<'_>, applied: &Amount, given: &Amount) -> bool {
    let of = |amount: &Amount| sentence(view, view.near(view.line_at(amount.range), amount.range), amount);
    holds(&of(applied), &wording().applied) && holds(&of(given), &wording().less)
}

fn sentence(view: &PartView<'_>, line: TextRange, amount: &Amount) -> String {
    let before = &view.text[usize::from(line.start())..usize::from(amount.range.start())];
    let after = &view.text[usize::from(amount.range.end())..usize::from(line.end())];
    let before = before.rfind(". ").map_or(before, |stop| &before[stop..]);
    let after = after.find(". ").map_or(after, |stop| &after[..stop]);
    format!("{before} {after}").to_lowercase()
}
