//! Totals in sentences: "300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 600.000 kr.", "4,8 mio. + 0,7 mio. = 5,5 mio.".

use crate::facts::amounts::Amount;
use crate::facts::quantity::Quantity;
use crate::facts::tables::value;
use crate::lint::{Findings, PartView};
use crate::text::needle::Needle;
use crate::text::{TextRange, is_space, range_of};

use super::super::sentences::holding;
use super::super::wording::{ends_in, wording};
use super::reckoned::Reckoning;
use super::report;

/// A larger difference than this share of the total is another reckoning, no slip.
const SLIP: f64 = 0.26;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    check_equations(view, findings);
    let amounts = view.amounts();
    let places: Vec<TextRange> = amounts.iter().map(|amount| amount.range).collect();
    for (sentence, held) in holding(view, &places, 2) {
        let words = view.text[sentence].to_lowercase();
        let amounts = &amounts[held];
        if words.len() != usize::from(sentence.len()) || view.is_quoted(amounts[0].range) {
            continue;
        }
        Reckoning { start: sentence.start().into(), words: &words, amounts }.check(findings);
        if amounts.len() >= 3 && !wording().is_unsure(&words) {
            check_sentence(view, sentence, &words, amounts, findings);
        }
    }
}

fn check_sentence(
    view: &PartView<'_>,
    sentence: TextRange,
    words: &str,
    amounts: &[Amount],
    findings: &mut Findings,
) {
    // A range "2-3 mio. kr." is no amount.
    let ranged = |amount: &Amount| {
        view.char_before(amount.range.start().into()).is_some_and(|c| matches!(c, '-' | '–'))
    };
    if amounts.iter().any(ranged) {
        return;
    }
    let before = |amount: &Amount| &words[..usize::from(amount.range.start() - sentence.start())];
    let leads = &wording().total_leads;
    let totals = amounts.iter().filter(|amount| ends_in(before(amount), leads)).count();
    let (Some((first, rest)), Some((last, parts))) = (amounts.split_first(), amounts.split_last()) else {
        return;
    };
    let after = &words[usize::from(first.range.end() - sentence.start())..];
    if totals == 1 && ends_in(before(last), leads) {
        tell(last, parts, findings);
    } else if totals == 1 && ends_in(before(first), leads) && wording().divides(after) {
        tell(first, rest, findings);
    }
}

fn tell(total: &Amount, parts: &[Amount], findings: &mut Findings) {
    let step = parts.iter().map(|part| part.kroner.step).max().unwrap_or(0).max(total.kroner.step);
    let tolerance = step * (parts.len() as i64 + 1) / 2;
    let near = |parts: &[Amount]| (sum(parts) - total.kroner.value).abs() <= tolerance;
    // The parts may begin later: "Af 1 mio. kr. gives 300.000 kr. og 300.000 kr., i alt 600.000 kr.".
    let explained = (0..parts.len()).any(|from| near(&parts[from..]));
    let small = (sum(parts) - total.kroner.value).abs() as f64 <= SLIP * total.kroner.value as f64;
    if !explained && small {
        report(total.number, total.kroner.value / total.unit, sum(parts) / total.unit, findings);
    }
}

fn sum(parts: &[Amount]) -> i64 {
    parts.iter().map(|part| part.kroner.value).sum()
}

/// "4.800.000 + 700.000 = 5.600.000".
fn check_equations(view: &PartView<'_>, findings: &mut Findings) {
    static EQUALS: Needle = Needle::new(" = ");
    for at in EQUALS.find_iter(view.text) {
        let line = view.line_at(crate::text::range(at, at));
        let before = &view.text[line.start().into()..at];
        let after = &view.text[at + " = ".len()..line.end().into()];
        if let Some((parts, total)) = terms(before).zip(Quantity::read(after)) {
            let (total, len) = total;
            let sum: i64 = parts.iter().map(|part| part.value).sum();
            let step = parts.iter().map(|part| part.step).max().unwrap_or(0).max(total.step);
            let unlike = after[len..].trim_start_matches(is_space).starts_with(['+', '-', '*', 'x', '/']);
            if (sum - total.value).abs() > step * (parts.len() as i64 + 1) / 2 && !unlike {
                report(range_of(view.text, &after[..len]), total.value, sum, findings);
            }
        }
    }
}

/// The numbers added in "Udgiften er 4.800.000 + 700.000"; all of one unit.
fn terms(before: &str) -> Option<Vec<Quantity>> {
    let mut pieces: Vec<&str> = before.split(" + ").collect();
    if pieces.len() < 2 {
        return None;
    }
    // Words stand before the first number.
    let first = pieces[0];
    let starts = first.match_indices(' ').rev().take(4).map(|(at, _)| &first[at + 1..]);
    pieces[0] = starts.chain([first]).filter(|words| value(words.trim()).quantity().is_some()).last()?;
    let values: Vec<_> = pieces.iter().map(|piece| value(piece.trim())).collect();
    let unit = std::mem::discriminant(values.first()?);
    if values.iter().any(|value| std::mem::discriminant(value) != unit) {
        return None;
    }
    // With units of their own, such as "2 mio. kr. + 500.000 kr.", the sum's unit would have to be read as well.
    pieces.iter().map(|piece| Quantity::read(piece.trim()).map(|(number, _)| number)).collect()
}
