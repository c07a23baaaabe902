//! A price times a number: "22 pladser à 3.000 kr., i alt 66.000 kr.", "4.500 kr. om måneden i 4 måneder, i alt 18.000 kr."; and
//! VAT added to it.

use danish::letters::{is_word_part, small};
use facts::amounts::Amount;
use facts::quantity::Quantity;
use facts::tables::is_year;
use lint::Findings;
use text::is_space;

use super::super::wording::{begins_with, ends_in, holds, number_word, whole_number, wording};
use super::reckoned::tell_slip;
use super::spoken::Spoken;

/// Of a year.
const MONTHS: i64 = 12;

impl Spoken<'_> {
    /// "290 kr. pr. andel for 1.500 andele, i alt 435.000 kr.", "22 pladser à 3.000 kr., i alt 66.000 kr.".
    pub(super) fn check_price(&self, findings: &mut Findings) {
        let [price, total] = self.amounts else { return };
        let led = ends_in(self.gap(1), &wording().total_leads) || ends_in(self.gap(1), &wording().weak_leads);
        let equals = || self.gap(1).trim_end_matches(is_space).ends_with('=');
        if !led && !equals() || holds(self.words, &wording().unsure_price) {
            return;
        }
        let before = || counted_before(self.gap(0), self.gap(1));
        let named = || counted_by_unit(self.gap(0), self.gap(1));
        let times = || counted_times(self.gap(1));
        let counted = counted_after(self.gap(1)).or_else(times).or_else(before).or_else(named);
        let Some(count) = counted else { return };
        let product = price.kroner.value.saturating_mul(count);
        tell_slip(total, product, price.kroner.step.saturating_mul(count), findings);
    }

    /// "80.000 kr. pr. måned, svarende til 960.000 kr. om året".
    pub(super) fn check_year(&self, findings: &mut Findings) {
        let times = |words: &str| {
            let mut known = wording().each_time.iter();
            known.find_map(|(each, times)| {
                begins_with(words, std::slice::from_ref(each)).then_some((each, times))
            })
        };
        for (at, pair) in self.amounts.windows(2).enumerate() {
            let [each, all] = pair else { continue };
            let gap = self.gap(at + 1).trim_start_matches(is_space);
            let Some((_, unit)) = times(gap).filter(|(_, unit)| *unit == "måneder") else { continue };
            let yearly = times(self.gap(at + 2)).is_some_and(|(_, unit)| unit == "år");
            let led = ends_in(gap, &wording().year_leads) && gap.len() <= 2 * unit.len() + 24;
            if yearly && led && !holds(self.words, &wording().unsure_price) && !gap.contains(" og ") {
                let year = each.kroner.value.saturating_mul(MONTHS);
                tell_slip(all, year, each.kroner.step.saturating_mul(MONTHS), findings);
            }
        }
    }

    /// "Prisen er 1.450 kr. pr. elev. Med 48 elever er den samlede pris 69.600 kr."
    pub(super) fn check_price_of_former(&self, findings: &mut Findings) {
        let ([total], Some(price)) = (self.amounts, self.before.last()) else { return };
        let behind = small(&self.text[price.range.end().into()..self.start]);
        let unit = behind.trim_start_matches(is_space).strip_prefix("pr. ").unwrap_or("");
        let unit = unit.trim_end_matches(|c: char| is_space(c) || c == '.');
        let words = self.gap(0);
        let one =
            words.split(is_space).filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count() == 1;
        if unit.is_empty() || unit.contains(is_space) || !one || !ends_in(words, &wording().all_prices) {
            return;
        }
        if let Some(count) = counted_by_unit(words, &format!("pr. {unit}, i alt"))
            && !holds(self.words, &wording().unsure_price)
            && !begins_with(self.gap(1), &wording().besides)
        {
            let product = price.kroner.value.saturating_mul(count);
            tell_slip(total, product, price.kroner.step.saturating_mul(count), findings);
        }
    }

    /// "20 stole à 500 kr. og 5 borde à 1.000 kr., i alt 15.000 kr.": are any of the parts prices of one? They are never added
    /// as they stand.
    pub(super) fn check_priced_parts(&self, findings: &mut Findings) -> bool {
        let Some((total, parts)) = self.amounts.split_last() else { return false };
        let priced = |at: usize| {
            wording().each_at.iter().any(|word| ends_in(self.gap(at), std::slice::from_ref(word)))
        };
        if !(0..parts.len()).any(priced) {
            return false;
        }
        let of = |(at, part): (usize, &Amount)| match priced(at) {
            true => things_at_price(self.gap(at)).map(|count| part.kroner.value.saturating_mul(count)),
            false => Some(part.kroner.value),
        };
        let made: Option<Vec<i64>> = parts.iter().enumerate().map(of).collect();
        if let Some(made) = made.filter(|made| made.len() >= 2 && !holds(self.words, &wording().unsure_price))
        {
            tell_slip(total, made.iter().sum(), total.kroner.step, findings);
        }
        true
    }

    /// "4 mio. kr. ekskl. moms, moms 1 mio. kr., i alt 5 mio. kr."
    pub(super) fn check_vat(&self, findings: &mut Findings) {
        for (at, parts) in self.amounts.windows(3).enumerate() {
            let [bare, vat, total] = parts else { continue };
            let without = self.gap(at + 1).trim_start_matches(is_space);
            let lead = wording().without_vat.iter().find_map(|words| without.strip_prefix(&**words));
            let named = lead.is_some_and(|rest| rest.trim_matches(|c| is_space(c) || c == ',') == "moms");
            if named && ends_in(self.gap(at + 2), &wording().total_leads) {
                let full = bare.kroner.value.saturating_add(vat.kroner.value);
                tell_slip(total, full, bare.kroner.step.max(vat.kroner.step), findings);
            }
        }
    }
}

/// " pr. andel for 1.500 andele": how many, where the unit is the same.
fn counted_after(gap: &str) -> Option<i64> {
    let rest = gap
        .trim_start_matches(is_space)
        .strip_prefix("pr. ")
        .or_else(|| gap.trim_start().strip_prefix("per "))?;
    let unit: String = rest.chars().take_while(|c| is_word_part(*c)).collect();
    let (_, counted) = rest.split_once(" for ").or_else(|| rest.split_once(" i "))?;
    let (count, len) = whole_number(counted)?;
    let thing = counted[len..].trim_start_matches(is_space);
    let word: String = thing.chars().take_while(|c| is_word_part(*c)).collect();
    (unit.chars().count() >= 2 && (thing.starts_with(&*unit) || is_bent(&unit, &word))).then_some(count)
}

/// "de 84 børn for 42 kr. pr. barn, i alt": how many of what the price is for, where only one number of them stands there.
fn counted_by_unit(before: &str, gap: &str) -> Option<i64> {
    let rest = gap.trim_start_matches(is_space).strip_prefix("pr. ")?;
    let unit: String = rest.chars().take_while(|c| is_word_part(*c)).collect();
    if unit.chars().count() < 3 || !is_total_alone(&rest[unit.len()..]) {
        return None;
    }
    let words: Vec<&str> = before.split(is_space).filter(|word| !word.is_empty()).collect();
    let mut counts = words.windows(2).filter_map(|pair| {
        let thing = pair[1].trim_end_matches(|c: char| !c.is_alphanumeric());
        let (count, len) = whole_number(pair[0])?;
        (len == pair[0].len() && (thing.starts_with(&*unit) || is_bent(&unit, thing))).then_some(count)
    });
    counts.next().filter(|_| counts.next().is_none())
}

/// "barn" and "børn", "mand" and "mænd": all but the vowel is the same.
fn is_bent(one: &str, other: &str) -> bool {
    let vowel = |c: char| "aeiouyæøå".contains(c);
    let bones = |word: &str| word.chars().filter(|c| !vowel(*c)).collect::<String>();
    one.chars().count() == other.chars().count() && one.chars().count() >= 4 && bones(one) == bones(other)
}

/// " om måneden i 4 måneder", " om året i perioden 2025-2028": how many times.
fn counted_times(gap: &str) -> Option<i64> {
    let gap = gap.trim_start_matches(is_space);
    let (rest, times) =
        wording().each_time.iter().find_map(|(each, times)| Some((gap.strip_prefix(&**each)?, times)))?;
    let rest = rest.trim_start_matches(|c| is_space(c) || c == ',');
    let counted = rest.strip_prefix("i ").unwrap_or(rest);
    let word = counted.split(is_space).next()?;
    let after = counted[word.len()..].trim_start_matches(is_space);
    let count = number_word(word)
        .or_else(|| whole_number(word).filter(|(_, len)| *len == word.len()).map(|(n, _)| n));
    let unit = after.split(|c: char| !c.is_alphanumeric()).next()?;
    if let Some(count) = count.filter(|_| unit == times) {
        return is_total_alone(&after[unit.len()..]).then_some(count);
    }
    // "i perioden 2025-2028", "i årene 2025 til 2028".
    let years = ["i perioden ", "i årene ", "fra "].iter().find_map(|lead| rest.strip_prefix(lead))?;
    let year = |text: &str| Quantity::read(text).filter(|(year, len)| is_year(*year) && *len == 4);
    let (from, len) = year(years)?;
    let joint = years[len..].trim_start_matches(is_space);
    let joint = joint
        .strip_prefix(['-', '–'])
        .or_else(|| joint.strip_prefix("til og med "))
        .or_else(|| joint.strip_prefix("til "))?;
    let joint = joint.trim_start_matches(is_space);
    let (to, len) = year(joint)?;
    let one = Quantity::whole(1).value;
    (times == "år" && is_total_alone(&joint[len..]) && to.value > from.value)
        .then_some((to.value - from.value) / one + 1)
}

/// "22 pladser à ": how many of what costs the amount each; `behind` it only the total follows.
fn counted_before(gap: &str, behind: &str) -> Option<i64> {
    let gap = gap.trim_end_matches(is_space);
    let before = wording().at_price.iter().find_map(|word| gap.strip_suffix(&**word))?;
    is_total_alone(behind).then(|| number_of(before)).flatten()
}

/// Does only the total follow: "2 busser til 500.000 kr. og skilte, i alt …" adds something else.
fn is_total_alone(behind: &str) -> bool {
    let leads = wording().total_leads.iter().chain(&wording().weak_leads).map(|lead| &**lead).chain(["="]);
    let mut alone = leads.filter_map(|lead| behind.trim_end_matches(is_space).strip_suffix(lead));
    alone.any(|rest| wording().each_price.iter().any(|words| words == rest.trim_matches(is_space)))
}

/// "20 stole à ": how many.
fn things_at_price(gap: &str) -> Option<i64> {
    let gap = gap.trim_end_matches(is_space);
    wording().each_at.iter().find_map(|word| gap.strip_suffix(&**word)).and_then(number_of)
}

/// The number of the things that `before` ends with: "… 20 stole ".
fn number_of(before: &str) -> Option<i64> {
    let before = before.strip_suffix(is_space)?.trim_end_matches(is_space);
    let (before, _) = before.rsplit_once(is_space)?;
    let read = |word: &str| {
        let digits = || whole_number(word).filter(|(_, len)| *len == word.len()).map(|(count, _)| count);
        number_word(word).or_else(digits)
    };
    // "otte nye busser": a word in -e may stand between.
    let mut words = before.rsplit(is_space);
    let last = words.next()?;
    read(last).or_else(|| words.next().filter(|_| last.ends_with('e') && last.len() > 2).and_then(read))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn item(line: &str) -> String {
        format!("1. Bro\n\nØkonomi\n\n{line}\n")
    }

    #[test]
    fn flags_totals_that_no_price_makes() {
        for line in [
            "Der købes mad til de 84 børn for 42 kr. pr. barn, i alt 3.258 kr.\n                                                        ^^^^^ Det giver 3.528",
            "Der købes otte nye busser til 1,5 mio. kr., i alt 14 mio. kr.\n                                                  ^^ Det giver 12",
            "Der købes 20 stole à 500 kr. og 5 borde à 1.000 kr., i alt 16.000 kr.\n                                                           ^^^^^^ Det giver 15.000",
            "Der købes 20 stole á 500 kr. = 12.000 kr.\n                               ^^^^^^ Det giver 10.000",
            "Der gives 100.000 kr. om året i tre år, i alt 400.000 kr.\n                                              ^^^^^^^ Det giver 300.000",
            "Der gives 100.000 kr. årligt i perioden 2025-2028, i alt 300.000 kr.\n                                                         ^^^^^^^ Det giver 400.000",
            "Leasing koster 4.500 kr. om måneden i 4 måneder, i alt 16.000 kr.\n                                                       ^^^^^^ Det giver 18.000",
            "Maden koster 42 kr. pr. barn for 84 børn, i alt 3.258 kr.\n                                                ^^^^^ Det giver 3.528",
            "Der købes otte busser til 1,5 mio. kr. pr. stk., i alt 14 mio. kr.\n                                                       ^^ Det giver 12",
            "Prisen er 5.200.000 kr. ekskl. moms, moms 1.300.000 kr., i alt 6.400.000 kr.\n                                                               ^^^^^^^^^ Det giver 6.500.000",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn ignores_totals_that_prices_make_or_may_make() {
        for line in [
            "Der købes 20 stole à 500 kr. og 5 borde à 1.000 kr., i alt 15.000 kr.",
            "Der købes 20 stole à 500 kr., 5 borde à 1.000 kr. og fragt på 800 kr., i alt 15.800 kr.",
            "Der købes stole à 500 kr. og borde à 1.000 kr., i alt 15.000 kr.",
            "Der gives 100.000 kr. om året i tre år, i alt 300.000 kr.",
            "Der gives 100.000 kr. årligt i perioden 2025-2028, i alt 400.000 kr.",
            "Der gives 100.000 kr. om året, i alt 400.000 kr.",
            "Lønnen er 30.000 kr. om måneden i 12 måneder plus pension, i alt 400.000 kr.",
            "Maden koster 42 kr. pr. barn for 84 børn, i alt 3.528 kr.",
            "Der er 84 børn og 12 voksne, og maden koster 42 kr. pr. person, i alt 3.258 kr.",
            "Der købes mad til de 84 børn for 42 kr. pr. barn, i alt 3.528 kr.",
            "Der købes otte nye busser til 1,5 mio. kr., i alt 12 mio. kr.",
            "Anlægget koster 2.400.000 kr. ekskl. moms og driften 150.000 kr. inkl. moms.",
            "Anlægget koster 2.400.000 kr. ekskl. moms og haven 2.900.000 kr. inkl. moms.",
            "Prisen er 1,9 mio. kr. ekskl. moms, svarende til 2,4 mio. kr. inkl. moms.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
