//! Totals that are reckoned otherwise than by adding: a price times a number, income less expenses, parts of a whole.

use crate::danish::letters::is_word_part;
use crate::facts::amounts::Amount;
use crate::facts::quantity::{Quantity, is_digit_slip, is_typing_slip, written};
use crate::lint::{Findings, Note};
use crate::text::is_space;

use super::super::wording::{begins_with, ends_in, holds, wording};
use super::spoken::{Spoken, sum};

impl Spoken<'_> {
    pub(super) fn check_reckoned(&self, findings: &mut Findings) {
        self.check_price(findings);
        self.check_result(findings);
        self.check_whole(findings);
        self.check_rest_of_whole(findings);
    }

    /// "290 kr. pr. andel for 1.500 andele, i alt 435.000 kr.", "22 pladser à 3.000 kr., i alt 66.000 kr.".
    fn check_price(&self, findings: &mut Findings) {
        let [price, total] = self.amounts else { return };
        let unsure = ["rabat", "gebyr", "fratr", "moms", "ca.", "cirka", "omkring", "knap", "godt"];
        let led = ends_in(self.gap(1), &wording().total_leads) || ends_in(self.gap(1), &wording().weak_leads);
        if !led || unsure.iter().any(|word| self.words.contains(word)) {
            return;
        }
        let Some(count) = counted_after(self.gap(1)).or_else(|| counted_before(self.gap(0))) else { return };
        let product = price.kroner.value.saturating_mul(count);
        self.tell_slip(total, product, price.kroner.step.saturating_mul(count), findings);
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
        self.tell_slip(result, if loss { -left } else { left }, step, findings);
    }

    /// "75.000 kr.: 50.000 kr. til træ og 25.000 kr. til løn"; and parts "hvoraf", which may be less and never more.
    fn check_whole(&self, findings: &mut Findings) {
        let Some((whole, parts)) = self.amounts.split_first().filter(|(_, parts)| parts.len() >= 2) else {
            return;
        };
        let gap = self.gap(1);
        let some = holds(gap, &wording().some_leads);
        let bracket = gap.trim() == "(" && self.gap(self.amounts.len()).contains(')');
        let named = ends_in(self.gap(0), &wording().total_leads) && wording().divides(gap);
        let all = !named && (holds(gap, &wording().whole_leads) || bracket);
        let others = self.words.match_indices(':').count() != 1;
        let ends = |at: usize| ends_in(self.gap(at), &wording().total_leads);
        let part = |at: usize| holds(self.gap(at), &wording().some_leads);
        let doubled = (2..=parts.len()).any(|at| ends(at) || part(at));
        if !(some || all || gap.contains(':')) || self.is_unsure_whole() || doubled {
            return;
        }
        let sum = sum(parts);
        let step = parts.iter().map(|part| part.kroner.step).max().unwrap_or(0) * parts.len() as i64;
        if some && sum > whole.kroner.value || !some && (all || !others) {
            self.tell_slip(whole, sum, step, findings);
        }
    }

    /// "Puljen er på 500.000 kr. Heraf er 300.000 kr. og 250.000 kr. givet."
    fn check_rest_of_whole(&self, findings: &mut Findings) {
        let Some(whole) = self.before.last() else { return };
        let some = begins_with(self.words, &wording().some_leads);
        let sum = sum(self.amounts);
        if some && !self.is_unsure_whole() && sum > whole.kroner.value {
            self.tell_slip(whole, sum, whole.kroner.step, findings);
        }
    }

    /// Does the sentence say that the figures are of different times or kinds?
    fn is_unsure_whole(&self) -> bool {
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
            "bl.a.",
            "blandt andet",
        ];
        unsure.iter().any(|word| self.words.contains(word))
    }

    /// Tells that `total` should be `right`, where the difference looks like a slip of the hand.
    fn tell_slip(&self, total: &Amount, right: i64, step: i64, findings: &mut Findings) {
        let step = step.max(total.kroner.step);
        let apart = (right - total.kroner.value).abs();
        let slip = is_digit_slip(right, total.kroner.value, Quantity::whole(1).value)
            || is_typing_slip(right, total.kroner.value);
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
    let (_, counted) = rest.split_once(" for ").or_else(|| rest.split_once(" i "))?;
    let (count, len) = whole(counted)?;
    let thing = counted[len..].trim_start_matches(is_space);
    (unit.chars().count() >= 2 && thing.starts_with(&*unit)).then_some(count)
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
