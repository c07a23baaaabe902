//! Totals in sentences: "300.000 kr. i 2026 og 300.000 kr. i 2027, i alt 600.000 kr.", "4,8 mio. + 0,7 mio. = 5,5 mio.".

use danish::letters::small;
use facts::amounts::Amount;
use facts::quantity::{Quantity, is_shift, is_swap, is_typing_slip};
use facts::tables::value;
use lint::{Findings, PartView};
use text::needle::Needle;
use text::{TextRange, is_space, range_of};

use super::super::sentences::holding;
use super::super::wording::{begins_with, ends_in, holds, wording};
use super::{Reckoned, report};

/// A larger difference than this share of the total is another reckoning, or a slip of the hand.
const NEAR: f64 = 0.26;

/// With more parts than these, not every way to add and take off is tried.
const MOST: usize = 6;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    check_equations(view, findings);
    let amounts = view.amounts();
    let places: Vec<TextRange> = amounts.iter().map(|amount| amount.range).collect();
    for (sentence, held) in holding(view, &places, 2, 1) {
        let words = small(&view.text[sentence]);
        let before = &amounts[..held.start];
        let amounts = &amounts[held];
        if view.is_quoted(amounts[0].range) {
            continue;
        }
        let line = view.line_at(amounts[0].range);
        let of_line = before.partition_point(|amount| amount.range.start() < line.start());
        let before = &before[of_line..];
        let (start, line) = (sentence.start().into(), line.start().into());
        let spoken = Spoken { start, words: &words, amounts, before, text: view.text, line };
        spoken.check_left(findings);
        spoken.check_result_of_former(findings);
        spoken.check_total_of_former(findings);
        spoken.check_price_of_former(findings);
        if amounts.len() >= 2 {
            spoken.check_reckoned(findings);
        }
        // A range "2-3 mio. kr." is no amount.
        let ranged = |amount: &Amount| {
            view.char_before(amount.range.start().into()).is_some_and(|c| matches!(c, '-' | '–'))
        };
        if amounts.len() >= 2 && !wording().is_unsure(&words) && !amounts.iter().any(ranged) {
            spoken.check_total(findings);
        }
    }
}

/// A sentence with its amounts.
pub(super) struct Spoken<'s> {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// In small letters.
    pub(super) words: &'s str,
    /// The amounts, in order.
    pub(super) amounts: &'s [Amount],
    /// Those that stand before the sentence in its paragraph.
    pub(super) before: &'s [Amount],
    /// The text, and where the paragraph begins in it.
    pub(super) text: &'s str,
    pub(super) line: usize,
}

impl Spoken<'_> {
    /// The words between two amounts, or before the first, or after the last.
    pub(super) fn gap(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |at| usize::from(self.amounts[at].range.end()) - self.start);
        let to =
            self.amounts.get(at).map_or(self.words.len(), |one| usize::from(one.range.start()) - self.start);
        &self.words[from..to]
    }

    fn check_total(&self, findings: &mut Findings) {
        let leads = &wording().total_leads;
        let n_amounts = self.amounts.len();
        let totals = (0..n_amounts).filter(|&at| ends_in(self.gap(at), leads)).count();
        let weak = totals == 0 && ends_in(self.gap(n_amounts - 1), &wording().weak_leads);
        let (Some((first, rest)), Some((last, parts))) =
            (self.amounts.split_first(), self.amounts.split_last())
        else {
            return;
        };
        if totals == 1 && ends_in(self.gap(n_amounts - 1), leads) || weak {
            if self.check_priced_parts(findings) {
                return;
            }
            let added = begins_with(self.words, &wording().added);
            let whole: Vec<Amount> =
                self.before.last().filter(|_| added).into_iter().chain(parts).copied().collect();
            if whole.len() >= 2 {
                self.tell(last, &whole, weak || added, findings);
            }
        } else if totals == 1
            && n_amounts >= 3
            && ends_in(self.gap(0), leads)
            && wording().divides(self.gap(1))
        {
            self.tell(first, rest, false, findings);
        }
    }

    /// "Salget gav 18.400 kr., baren 9.250 kr. og lotteriet 3.150 kr. Indtægterne var dermed på 30.800 kr."
    fn check_total_of_former(&self, findings: &mut Findings) {
        let [total] = self.amounts else { return };
        let Some(former) = self.text[self.line..self.start].trim_end_matches(is_space).strip_suffix('.')
        else {
            return;
        };
        let from = self.line
            + former.rfind(". ").filter(|at| !is_abbreviated(&former[..*at])).map_or(0, |at| at + 2);
        let first = self.before.partition_point(|amount| usize::from(amount.range.start()) < from);
        let parts = &self.before[first..];
        let unsure = |words: &str| wording().is_unsure(words);
        let sums = holds(self.gap(0), &wording().sums_up);
        if (2..=MOST).contains(&parts.len()) && sums && !unsure(self.words) && !unsure(&small(former)) {
            self.tell(total, parts, true, findings);
        }
    }

    fn tell(&self, total: &Amount, parts: &[Amount], slips_only: bool, findings: &mut Findings) {
        // Each may be rounded as far as it is written.
        let steps = parts.iter().chain([total]).map(|amount| amount.kroner.step);
        let tolerance = steps.fold(0, i64::saturating_add) / 2;
        let is = |sum: i64| (sum - total.kroner.value).abs() <= tolerance;
        // The parts may begin later: "Af 1 mio. kr. gives 300.000 kr. og 300.000 kr., i alt 600.000 kr."; and an amount of the
        // paragraph may belong to them.
        let sum_of = sum(parts);
        let explained = (0..parts.len()).any(|from| is(sum(&parts[from..])))
            || makes(parts, total.kroner.value, tolerance)
            || self.before.iter().any(|one| is(sum_of + one.kroner.value) || is(sum_of - one.kroner.value));
        let near = (sum_of - total.kroner.value).abs() as f64 <= NEAR * total.kroner.value as f64;
        let slip =
            is_typing_slip(sum_of, total.kroner.value) || wrong_part(parts, total.kroner.value - sum_of);
        if !explained && (near && !slips_only || slip) {
            let (is, should) = (total.kroner.value / total.unit, sum_of / total.unit);
            report(total.number, is, should, Reckoned::Parts, findings);
        }
    }
}

/// Does the stop behind `before` belong to a short word: "18.400 kr"?
fn is_abbreviated(before: &str) -> bool {
    before.rsplit(is_space).next().is_some_and(|word| word.chars().count() <= 3)
}

/// Do `parts`, each added, taken off or left out, make `total`?
fn makes(parts: &[Amount], total: i64, tolerance: i64) -> bool {
    let Some((first, rest)) = parts.split_first().filter(|_| parts.len() <= MOST) else {
        return total.abs() <= tolerance;
    };
    [0, first.kroner.value, -first.kroner.value].iter().any(|one| makes(rest, total - one, tolerance))
}

/// Is there a part that becomes right when two digits change places, or by a nought?
fn wrong_part(parts: &[Amount], apart: i64) -> bool {
    parts.iter().map(|part| part.kroner.value).any(|part| {
        let right = part + apart;
        right > 0 && (is_swap(part, right) || is_shift(part, right))
    })
}

pub(super) fn sum(parts: &[Amount]) -> i64 {
    parts.iter().map(|part| part.kroner.value).sum()
}

/// "4.800.000 + 700.000 = 5.600.000".
fn check_equations(view: &PartView<'_>, findings: &mut Findings) {
    static EQUALS: Needle = Needle::new(" = ");
    for at in EQUALS.find_iter(view.text) {
        let line = view.line_at(text::range(at, at));
        let before = &view.text[line.start().into()..at];
        let after = &view.text[at + " = ".len()..line.end().into()];
        if let Some((product, total)) = product(before, after) {
            if (product - total.0.value).abs() > total.0.step {
                let place = range_of(view.text, &after[..total.1]);
                report(place, total.0.value, product, Reckoned::Parts, findings);
            }
        } else if let Some((parts, total)) = terms(before).zip(Quantity::read(after)) {
            let (total, len) = total;
            let sum: i64 = parts.iter().map(|part| part.value).sum();
            let step = parts.iter().map(|part| part.step).max().unwrap_or(0).max(total.step);
            let unlike = after[len..].trim_start_matches(is_space).starts_with(['+', '-', '*', 'x', '/']);
            if (sum - total.value).abs() > step * (parts.len() as i64 + 1) / 2 && !unlike {
                report(range_of(view.text, &after[..len]), total.value, sum, Reckoned::Parts, findings);
            }
        }
    }
}

/// "4 x 25.000 kr. = 100.000 kr.": what the two make, and what stands behind the sign, of one unit.
fn product(before: &str, after: &str) -> Option<(i64, (Quantity, usize))> {
    const TIMES: [&str; 4] = [" x ", " × ", " * ", " · "];
    let sign = TIMES.iter().find(|sign| before.contains(**sign))?;
    let (first, second) = before.split_once(sign)?;
    let number = first.rsplit(is_space).next()?;
    let (one, len) = Quantity::read(number).filter(|(_, len)| *len == number.len())?;
    let (each, each_len) = Quantity::read(second)?;
    let (total, total_len) = Quantity::read(after)?;
    let unit = |rest: &str| rest.trim_matches(|c| is_space(c) || matches!(c, '.' | ',' | ')')).to_lowercase();
    let own = unit(&second[each_len..]);
    let theirs = after[total_len..].trim_start_matches(is_space);
    let theirs =
        unit(&theirs[..theirs.find(|c| is_space(c) || matches!(c, ',' | ';' | ')')).unwrap_or(theirs.len())]);
    let same = len > 0 && own == theirs && TIMES.iter().all(|sign| !second.contains(sign));
    let value = i128::from(one.value) * i128::from(each.value) / i128::from(Quantity::whole(1).value);
    same.then(|| Some((i64::try_from(value).ok()?, (total, total_len)))).flatten()
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
