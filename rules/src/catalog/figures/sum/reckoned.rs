//! Totals that are reckoned otherwise than by adding: a price times a number, income less expenses, parts of a whole.

use crate::danish::letters::is_word_part;
use crate::facts::amounts::Amount;
use crate::facts::quantity::{Quantity, is_digit_slip, is_swap, written};
use crate::lint::{Findings, Note};
use crate::text::is_space;

use super::super::wording::{ends_in, wording};

/// A sentence with its amounts.
pub(super) struct Reckoning<'s> {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// In small letters.
    pub(super) words: &'s str,
    /// The amounts, in order.
    pub(super) amounts: &'s [Amount],
}

impl Reckoning<'_> {
    pub(super) fn check(&self, findings: &mut Findings) {
        self.check_price(findings);
        self.check_result(findings);
        self.check_whole(findings);
    }

    /// The words between two amounts, or before the first, or after the last.
    fn gap(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |at| usize::from(self.amounts[at].range.end()) - self.start);
        let to =
            self.amounts.get(at).map_or(self.words.len(), |one| usize::from(one.range.start()) - self.start);
        &self.words[from..to]
    }

    /// "290 kr. pr. andel for 1.500 andele, i alt 435.000 kr.", "22 pladser à 3.000 kr., i alt 66.000 kr.".
    fn check_price(&self, findings: &mut Findings) {
        let [price, total] = self.amounts else { return };
        let unsure = ["rabat", "gebyr", "fratr", "moms", "ca.", "cirka", "omkring", "knap", "godt"];
        if !ends_in(self.gap(1), &wording().total_leads)
            || unsure.iter().any(|word| self.words.contains(word))
        {
            return;
        }
        let Some(count) = counted_after(self.gap(1)).or_else(|| counted_before(self.gap(0))) else { return };
        let product = price.kroner.value.saturating_mul(count);
        self.tell(total, product, price.kroner.step.saturating_mul(count), findings);
    }

    /// "Indtægter 812.450 kr., udgifter 377.450 kr., resultat 435.000 kr."
    fn check_result(&self, findings: &mut Findings) {
        let [income, expenses, result] = self.amounts else { return };
        let names =
            |at: usize, words: &[&str]| words.iter().any(|word| last_words(self.gap(at)).contains(word));
        let loss = names(2, &["underskud"]);
        let named = names(0, &["indtægt"]) && names(1, &["udgift"]);
        if !named || !(loss || names(2, &["resultat", "overskud"])) {
            return;
        }
        let left = income.kroner.value - expenses.kroner.value;
        let step = income.kroner.step.max(expenses.kroner.step) * 2;
        self.tell(result, if loss { -left } else { left }, step, findings);
    }

    /// "75.000 kr.: 50.000 kr. til træ og 25.000 kr. til løn"; and parts "hvoraf", which may be less and never more.
    fn check_whole(&self, findings: &mut Findings) {
        let Some((whole, parts)) = self.amounts.split_first().filter(|(_, parts)| parts.len() >= 2) else {
            return;
        };
        let gap = self.gap(1);
        let some = ["heraf", "hvoraf", "deraf"].iter().any(|word| gap.contains(word));
        let unsure = [
            "pr. ",
            "årlig",
            "hver",
            "moms",
            "tidligere",
            "ud over",
            "udover",
            "foruden",
            "ca.",
            "sidste år",
            "i fjor",
            "fik ",
            "søgte",
            "i forvejen",
        ];
        let others = self.words.match_indices(':').count() != 1;
        let ends = |at: usize| ends_in(self.gap(at), &wording().total_leads);
        let part = |at: usize| ["heraf", "hvoraf", "deraf"].iter().any(|word| self.gap(at).contains(word));
        let doubled = (2..=parts.len()).any(|at| ends(at) || part(at));
        if !(some || gap.contains(':')) || unsure.iter().any(|word| self.words.contains(word)) || doubled {
            return;
        }
        let sum: i64 = parts.iter().map(|part| part.kroner.value).sum();
        let step = parts.iter().map(|part| part.kroner.step).max().unwrap_or(0) * parts.len() as i64;
        if some && sum > whole.kroner.value || !some && !others {
            self.tell(whole, sum, step, findings);
        }
    }

    /// Tells that `total` should be `right`, where the difference looks like a slip of the hand.
    fn tell(&self, total: &Amount, right: i64, step: i64, findings: &mut Findings) {
        let step = step.max(total.kroner.step);
        let apart = (right - total.kroner.value).abs();
        let slip = is_digit_slip(right, total.kroner.value, Quantity::whole(1).value)
            || is_swap(right, total.kroner.value);
        if apart > step / 2 + 1 && slip && right > 0 {
            let (right, total_is) = (written(right / total.unit), written(total.kroner.value / total.unit));
            let note = Note::new(
                format!("Det giver {right}, men her står {total_is}"),
                format!("That makes {right}, but it says {total_is}"),
            );
            findings.report(total.number, note);
        }
    }
}

/// The last words of a gap: what the amount behind it is.
fn last_words(gap: &str) -> &str {
    gap.rfind([',', ';', '.']).map_or(gap, |at| &gap[at..])
}

/// " pr. andel for 1.500 andele": how many, where the unit is the same.
fn counted_after(gap: &str) -> Option<i64> {
    let rest = gap
        .trim_start_matches(is_space)
        .strip_prefix("pr. ")
        .or_else(|| gap.trim_start().strip_prefix("per "))?;
    let unit: String = rest.chars().take_while(|c| is_word_part(*c)).collect();
    let (_, counted) = rest.split_once(" for ")?;
    let (count, len) = whole(counted)?;
    let thing = counted[len..].trim_start_matches(is_space);
    (unit.chars().count() >= 3 && thing.starts_with(&*unit)).then_some(count)
}

/// "22 pladser à ": how many of what costs the amount each.
fn counted_before(gap: &str) -> Option<i64> {
    let before = gap.trim_end_matches(is_space).strip_suffix('à')?.trim_end_matches(is_space);
    let (before, _) = before.rsplit_once(is_space)?;
    let number = before.rsplit(is_space).next()?;
    whole(number).filter(|(_, len)| *len == number.len()).map(|(count, _)| count)
}

/// A whole number at the start of `text`, and its bytes.
fn whole(text: &str) -> Option<(i64, usize)> {
    let (quantity, len) = Quantity::read(text)?;
    let one = Quantity::whole(1).value;
    (quantity.value % one == 0 && quantity.value > one).then_some((quantity.value / one, len))
}
