//! Shares: three or more of one whole, or one that follows from two numbers.

use facts::amounts::amounts;
use facts::percentages::Percentage;
use facts::quantity::{Quantity, written};
use facts::tables::is_year;
use lint::{Findings, Note, Severity, Text};
use text::is_space;

use super::super::wording::{begins_with, ends_in, holds, wording};
use super::{Sentence, half, without_about};

impl Sentence<'_> {
    /// Three or more shares of one whole.
    pub(super) fn check_shares(&self, shares: &[Percentage], findings: &mut Findings) {
        let [first, .., last] = shares else { return };
        let hundred = Quantity::whole(100).value;
        let sum: i64 = shares.iter().map(|share| share.percent.value).sum();
        let step = shares.iter().map(|share| share.percent.step).max().unwrap_or(0);
        let apart = (sum - hundred).abs();
        let divided = wording().divides(self.before(first.range)) && !wording().is_unsure(self.words);
        let listed = !holds(self.words, &wording().overlapping) && self.is_list(shares);
        // Nobody is both "tilfreds" and "utilfreds".
        let exclusive = sum > hundred && holds(self.words, &wording().exclusive);
        let whole = listed && (exclusive || holds(self.words, &wording().exhaustive));
        let within = |percent: i64| apart <= Quantity::whole(percent).value;
        // What makes nearly all is probably meant to make it.
        let near = listed && within(5) && !self.names_years();
        if apart * 2 <= step * shares.len() as i64 || !(divided && within(30) || whole && within(25) || near)
        {
            return;
        }
        let sum = written(sum);
        let note = Note::new(
            format!("Delene giver tilsammen {sum} %, ikke 100 %"),
            format!("The parts make {sum} % together, not 100 %"),
        );
        let report = findings
            .report(last.range, note)
            .related(first.range, Text { da: "Den første del", en: "The first part" });
        if !divided && !whole {
            report.at_most(Severity::Hint);
        }
    }

    /// Are the shares parted by commas and "og"?
    fn is_list(&self, shares: &[Percentage]) -> bool {
        shares.windows(2).all(|pair| {
            let from = usize::from(pair[0].range.end()) - self.start;
            let gap = &self.words[from..usize::from(pair[1].range.start()) - self.start];
            (gap.contains(',') || gap.contains(" og ")) && !gap.contains([';', '('])
        })
    }

    fn names_years(&self) -> bool {
        let mut numbers = self.words.split(|c: char| !c.is_ascii_digit());
        numbers
            .any(|number| number.len() == 4 && Quantity::read(number).is_some_and(|(year, _)| is_year(year)))
    }

    /// "Af de 212 borgere er 53 imod, altså 25 %", "53 ud af 212 (25 %)".
    pub(super) fn check_share(&self, share: &Percentage, findings: &mut Findings) {
        let (lead, about) = without_about(self.before(share.range));
        let Some((part, whole)) = self.part_of_whole(lead) else { return };
        // "hvilket er 5 % mere end sidste år".
        if begins_with(self.after(share.range), &wording().besides) {
            return;
        }
        let right = part.as_f64() / whole.as_f64() * 100.0;
        let own = if about { 3.0 + right / 10.0 } else { half(share.percent) * 2.0 };
        let apart = (right - share.percent.as_f64()).abs();
        if apart > own + 0.5 {
            let (part, whole) = (written(part.value), written(whole.value));
            let right = written((right * 10.0).round() as i64 * 1_000);
            let note = Note::new(
                format!("{part} af {whole} er {right} %"),
                format!("{part} of {whole} is {right} %"),
            );
            findings.report(share.range, note);
        }
    }

    /// The two numbers of a lead that ends in "altså", of which one is part of the other.
    fn part_of_whole(&self, lead: &str) -> Option<(Quantity, Quantity)> {
        if !ends_in(lead, &wording().share_leads) || holds(lead, &["§", "kl.", "%"].map(str::to_owned)) {
            return None;
        }
        if lead.contains("kr") {
            return part_of_amount(lead);
        }
        let mut numbers = Vec::new();
        let mut at = 0;
        while let Some(start) = lead[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
            let (number, len) = Quantity::read(&lead[start..])?;
            if !(is_year(number) && lead[..start].ends_with("i ")) {
                numbers.push((start, start + len, number));
            }
            at = start + len;
        }
        let [ref before @ .., (first, first_end, one), (second, _, other)] = numbers[..] else { return None };
        let of = |at: usize| {
            let before = lead[..at].trim_end_matches(is_space);
            let before = before.strip_suffix(" i alt").unwrap_or(before);
            let before = before.strip_suffix(" de").unwrap_or(before);
            before == "af" || before.ends_with(" af") || before == "ud af"
        };
        let (part, whole) = match () {
            () if of(second) && lead[first_end..second].len() < 40 => (one, other),
            () if of(first) && before.is_empty() => (other, one),
            () => return None,
        };
        (0 < part.value && part.value < whole.value).then_some((part, whole))
    }
}

/// "412.500 kr. af et budget på 1.650.000 kr., svarende til": the last two amounts of a lead, of which one is part of the other.
fn part_of_amount(lead: &str) -> Option<(Quantity, Quantity)> {
    let found = amounts(lead);
    let [.., part, whole] = &found[..] else { return None };
    let between = lead[usize::from(part.range.end())..usize::from(whole.range.start())].trim();
    let behind = lead[whole.range.end().into()..].trim_matches(|c| is_space(c) || c == ',');
    let own = wording().parts_of.iter().any(|words| words == between);
    let alone = wording().share_leads.iter().any(|words| words == behind);
    let less = 0 < part.kroner.value && part.kroner.value < whole.kroner.value;
    (own && alone && less).then_some((part.kroner, whole.kroner))
}
