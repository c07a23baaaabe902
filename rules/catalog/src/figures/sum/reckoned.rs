//! Totals that are reckoned otherwise than by adding: income less expenses, parts of a whole; prices times numbers stand in
//! `priced.rs`.

use danish::letters::small;
use facts::amounts::Amount;
use facts::quantity::{Quantity, is_digit_slip, is_typing_slip, written};
use lint::{Findings, Note};
use text::is_space;

use super::super::wording::{begins_with, ends_in, holds, whole_number, wording};
use super::spoken::{Spoken, sum};
use super::{Reckoned, report};

/// No more than so much stands between a whole and what follows from its percentage: ", det vil sige ".
const LEAD: usize = 24;

impl Spoken<'_> {
    pub(super) fn check_reckoned(&self, findings: &mut Findings) {
        self.check_price(findings);
        self.check_year(findings);
        self.check_equal_parts(findings);
        self.check_change(findings);
        self.check_percent_of(findings);
        self.check_vat(findings);
        self.check_result(findings);
        self.check_whole(findings);
        self.check_rest_of_whole(findings);
        self.check_part(findings);
    }

    /// "Indtægter 812.450 kr., udgifter 377.450 kr., resultat 435.000 kr."
    fn check_result(&self, findings: &mut Findings) {
        let [income, expenses, result] = self.amounts else { return };
        let names = |at: usize, words: &[String]| holds(last_words(self.gap(at)), words);
        if names(0, &wording().income) && names(1, &wording().expenses) {
            self.tell_result(income, expenses, result, last_words(self.gap(2)), findings);
        }
    }

    /// "Der var indtægter på 812.450 kr. og udgifter på 377.450 kr. Overskuddet er 435.000 kr."
    pub(super) fn check_result_of_former(&self, findings: &mut Findings) {
        let ([result], [.., income, expenses]) = (self.amounts, self.before) else { return };
        let words = self.gap(0);
        if !holds(words, &wording().left_over) && !holds(words, &wording().lacking) {
            return;
        }
        let from =
            self.before.len().checked_sub(3).map_or(self.line, |at| self.before[at].range.end().into());
        let label = |from: usize, to: &Amount| small(&self.text[from..to.range.start().into()]);
        let (first, second) = (label(from, income), label(income.range.end().into(), expenses));
        let own = |label: &str, words: &[String]| holds(label, words);
        if own(last_words(&first), &wording().income)
            && own(last_words(&second), &wording().expenses)
            && !own(last_words(&first), &wording().expenses)
            && !holds(self.words, &wording().unsure_whole)
            && !begins_with(self.gap(1), &wording().besides)
            && !begins_with(words, &wording().besides)
        {
            self.tell_result(income, expenses, result, words, findings);
        }
    }

    /// `result`, which `words` name, is what is left of the income.
    fn tell_result(
        &self,
        income: &Amount,
        expenses: &Amount,
        result: &Amount,
        words: &str,
        findings: &mut Findings,
    ) {
        let loss = holds(words, &wording().lacking);
        if !loss && !holds(words, &wording().left_over) {
            return;
        }
        let left = income.kroner.value - expenses.kroner.value;
        let step = income.kroner.step.max(expenses.kroner.step) * 2;
        tell_slip(result, if loss { -left } else { left }, step, findings);
    }

    /// "100.000 kr. fordeles ligeligt på 4 skoler med 25.000 kr. til hver."
    fn check_equal_parts(&self, findings: &mut Findings) {
        let [whole, each] = self.amounts else { return };
        let gap = self.gap(1);
        let fair = holds(gap, &wording().equally) && begins_with(self.gap(2), &wording().to_each);
        let Some((count, _)) =
            gap.rsplit_once(" på ").and_then(|(_, rest)| whole_number(rest)).filter(|_| fair)
        else {
            return;
        };
        let product = each.kroner.value.saturating_mul(count);
        // "333.000 kr. til hver" of a million is rounded.
        if (product - whole.kroner.value).abs() > whole.kroner.value / 50 && !self.is_about() {
            let (right, is) = (product / whole.unit, whole.kroner.value / whole.unit);
            report(whole.number, is, right, Reckoned::Parts, findings);
        }
    }

    /// "stiger med 20.000 kr. fra 100.000 kr. til 120.000 kr."
    fn check_change(&self, findings: &mut Findings) {
        let [by, from, to] = self.amounts else { return };
        let ends = |at: usize, word: &str| self.gap(at).trim_end().ends_with(word);
        if ends(1, " med") && self.gap(2).trim() == "til" && !self.is_about() {
            self.check_raised([by, from, to], findings);
            return;
        }
        // "stiger fra 800 kr. til 824 kr., en stigning på 24 kr."
        let led = ends_in(self.gap(2), &wording().change_named);
        if self.gap(1).trim() == "til" && ends(0, " fra") && led && !self.is_about() {
            let [from, to, by] = [by, from, to];
            let right = (to.kroner.value - from.kroner.value).abs();
            tell_slip(by, right, from.kroner.step.max(to.kroner.step), findings);
            return;
        }
        if !ends(0, " med") || self.gap(1).trim() != "fra" || self.gap(2).trim() != "til" || self.is_about() {
            return;
        }
        let right = (to.kroner.value - from.kroner.value).abs();
        let step = by.kroner.step.max(from.kroner.step).max(to.kroner.step);
        if (right - by.kroner.value).abs() > step {
            let (right, is) = (right / by.unit, by.kroner.value / by.unit);
            report(by.number, is, right, Reckoned::Change, findings);
        }
    }

    /// "Rammen på 420.000 kr. forhøjes med 90.000 kr. til 510.000 kr."
    fn check_raised(&self, [from, by, to]: [&Amount; 3], findings: &mut Findings) {
        let (grows, falls) = (holds(self.gap(1), &wording().grows), holds(self.gap(1), &wording().falls));
        let sign = match (grows, falls) {
            (true, false) => 1,
            (false, true) => -1,
            _ => return,
        };
        tell_slip(
            to,
            from.kroner.value + sign * by.kroner.value,
            from.kroner.step.max(by.kroner.step),
            findings,
        );
    }

    /// "30 % af udgiften på 20.000 kr., det vil sige 6.000 kr."
    fn check_percent_of(&self, findings: &mut Findings) {
        let [whole, part] = self.amounts else { return };
        let gap = self.gap(0);
        let signs = ["%", "pct.", "procent"];
        let Some((before, behind)) = signs.iter().find_map(|sign| gap.rsplit_once(sign)) else { return };
        let before = before.trim_end_matches(is_space);
        let start = before.rfind(is_space).map_or(0, |space| space + 1);
        let Some((percent, len)) = Quantity::read(&before[start..]) else { return };
        let one = signs.iter().map(|sign| gap.matches(sign).count()).sum::<usize>() == 1;
        let linked =
            behind.trim_start_matches(is_space).starts_with("af ") && !holds(behind, &wording().clause_verbs);
        let led = ends_in(self.gap(1).trim_start_matches(','), &wording().share_leads);
        if start + len != before.len()
            || !one
            || !linked
            || !led
            || self.gap(1).len() > LEAD
            || self.is_about()
        {
            return;
        }
        let product = i128::from(whole.kroner.value) * i128::from(percent.value)
            / i128::from(Quantity::whole(100).value);
        let step = whole.kroner.step.max(part.kroner.step);
        tell_slip(part, i64::try_from(product).unwrap_or(0), step, findings);
    }

    fn is_about(&self) -> bool {
        holds(self.words, &wording().unsure_price)
    }

    /// "75.000 kr.: 50.000 kr. til træ og 25.000 kr. til løn"; and parts "hvoraf", which may be less and never more.
    fn check_whole(&self, findings: &mut Findings) {
        let Some((whole, parts)) = self.amounts.split_first().filter(|(_, parts)| parts.len() >= 2) else {
            return;
        };
        let gap = self.gap(1);
        let one_clause = (2..=parts.len() + 1).all(|at| !holds(self.gap(at), &wording().clause_verbs));
        let out_of = one_clause && wording().out_of.iter().any(|lead| self.gap(0).trim() == lead);
        let some = holds(gap, &wording().some_leads) || out_of;
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
        // "hvoraf 400.000 kr. lånes, og grunden 700.000 kr." speaks of something else.
        let apart = (2..=parts.len()).any(|at| self.gap(at).contains(", og "));
        if some && !apart && sum > whole.kroner.value || !some && (all || !others) {
            tell_slip(whole, sum, step, findings);
        }
    }

    /// "Puljen er på 500.000 kr. Heraf er 300.000 kr. og 250.000 kr. givet."
    fn check_rest_of_whole(&self, findings: &mut Findings) {
        let Some(whole) = self.before.last() else { return };
        // "Af puljen på 500.000 kr. gives …" names its own.
        let named = wording().out_of.iter().any(|lead| self.gap(0).trim() == lead);
        let some = begins_with(self.words, &wording().of_it) && !named;
        let sum = sum(self.amounts);
        if some && !self.is_unsure_whole() && sum > whole.kroner.value {
            tell_slip(whole, sum, whole.kroner.step, findings);
        }
    }

    /// Does the sentence say that the figures are of different times or kinds?
    fn is_unsure_whole(&self) -> bool {
        holds(self.words, &wording().unsure_whole)
    }

    /// "600.000 kr., hvoraf 700.000 kr. lånes": a part is never more than the whole.
    fn check_part(&self, findings: &mut Findings) {
        for (at, pair) in self.amounts.windows(2).enumerate() {
            let [whole, part] = pair else { continue };
            let gap = self.gap(at + 1).trim_start_matches(|c| is_space(c) || matches!(c, ',' | '('));
            let some = begins_with(gap, &wording().some_leads) && gap.len() <= LEAD;
            let greater = part.kroner.value > whole.kroner.value;
            if some && greater && !self.is_unsure_whole() && !holds(self.words, &wording().nets) {
                let (part_is, whole_is) = (written(part.kroner.value), written(whole.kroner.value));
                let note = Note::new(
                    format!("{part_is} kr. kan ikke være en del af {whole_is} kr."),
                    format!("{part_is} kroner cannot be a part of {whole_is} kroner"),
                );
                findings.report(part.number, note);
            }
        }
    }
}

/// Tells that `total` should be `right`, where the difference looks like a slip of the hand.
pub(super) fn tell_slip(total: &Amount, right: i64, step: i64, findings: &mut Findings) {
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

/// The last words of a gap: what the amount behind it is.
fn last_words(gap: &str) -> &str {
    gap.rfind([',', ';', '.']).map_or(gap, |at| &gap[at..])
}
