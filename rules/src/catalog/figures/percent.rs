//! `figures/percent`: shares of one whole that do not make 100, and a growth that is not the percentage given.

use crate::facts::percentages::{Percentage, percentages};
use crate::facts::quantity::{Quantity, written};
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::{TextRange, is_space};
use crate::zones::{Zone, ZoneSet};

use super::sentences::holding;
use super::wording::{ends_in, wording};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "figures/percent",
    summary: Text { da: "Procenterne passer ikke", en: "The percentages do not add up" },
    why: Text {
        da: "Dele af det samme giver tilsammen 100 %, og en stigning kan regnes ud af de to tal, den går fra og til. Passer det \
             ikke, er mindst ét af tallene forkert.",
        en: "Parts of one whole make 100 % together, and a growth follows from the two figures it goes from and to. If \
             not, at least one of the figures is wrong.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bibliotek\n\nSagsfremstilling\n\nLånerne fordeler sig med 40 % børn, \
                 35 % voksne og 35 % ældre.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Bibliotek\n\nSagsfremstilling\n\nLånerne fordeler sig med 40 % børn, 35 % \
                voksne og 25 % ældre.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let found = percentages(view.text);
    let places: Vec<TextRange> = found.iter().map(|percentage| percentage.range).collect();
    for (sentence, held) in holding(view, &places, 1) {
        let words = view.text[sentence].to_lowercase();
        if words.len() != usize::from(sentence.len()) || view.is_quoted(places[held.start]) {
            continue;
        }
        let sentence = Sentence { start: sentence.start().into(), words: &words };
        match &found[held] {
            [one] => sentence.check_change(one, findings),
            shares if shares.len() >= 3 => sentence.check_shares(shares, findings),
            _ => {}
        }
    }
}

struct Sentence<'w> {
    start: usize,
    /// In small letters.
    words: &'w str,
}

impl Sentence<'_> {
    fn before(&self, range: TextRange) -> &str {
        &self.words[..usize::from(range.start()) - self.start]
    }

    /// Three or more shares of what "fordeler sig".
    fn check_shares(&self, shares: &[Percentage], findings: &mut Findings) {
        let [first, .., last] = shares else { return };
        if !wording().divides(self.before(first.range)) || wording().is_unsure(self.words) {
            return;
        }
        let hundred = Quantity::whole(100).value;
        let sum: i64 = shares.iter().map(|share| share.percent.value).sum();
        let step = shares.iter().map(|share| share.percent.step).max().unwrap_or(0);
        let apart = (sum - hundred).abs();
        if apart > step * (shares.len() as i64 + 1) / 2 && apart <= Quantity::whole(30).value {
            let sum = written(sum);
            let note = Note::new(
                format!("Delene giver tilsammen {sum} %, ikke 100 %"),
                format!("The parts make {sum} % together, not 100 %"),
            );
            let report = findings.report(last.range, note);
            report.related(first.range, Text { da: "Den første del", en: "The first part" });
        }
    }

    /// "steget fra 100 til 120 om ugen, svarende til 20 %".
    fn check_change(&self, share: &Percentage, findings: &mut Findings) {
        let before = self.before(share.range);
        let about = ["ca.", "cirka", "omkring", "knap", "godt", "mere end", "over", "næsten", "op til"];
        let about = about.iter().find(|word| before.trim_end().ends_with(**word));
        let lead = about.map_or(before, |word| before.trim_end().strip_suffix(word).unwrap_or(before));
        if !ends_in(lead, &wording().change_leads) || before.matches(" fra ").count() != 1 {
            return;
        }
        let Some((from, to)) = change(before) else { return };
        let growth = (to.as_f64() - from.as_f64()) / from.as_f64() * 100.0;
        // As far as the two figures are rounded, the growth is unsure; and so it is by its own last digit.
        let rounding = 100.0 * (half(from) + half(to)) / (from.as_f64() - half(from)).max(f64::MIN_POSITIVE)
            * (1.0 + growth.abs() / 100.0);
        let own = if about.is_some() { 2.0 + growth.abs() / 10.0 } else { half(share.percent) };
        let apart = (growth.abs() - share.percent.as_f64()).abs();
        if apart > rounding + own + 0.5 && apart > growth.abs() / 20.0 {
            let growth = written((growth.abs() * 10.0).round() as i64 * 1_000);
            let note = Note::new(
                format!("Fra {} til {} er {growth} %", written(from.value), written(to.value)),
                format!("From {} to {} is {growth} %", written(from.value), written(to.value)),
            );
            findings.report(share.range, note);
        }
    }
}

fn half(quantity: Quantity) -> f64 {
    Quantity { value: quantity.step, step: 1 }.as_f64() / 2.0
}

/// The two figures of "fra 100 til 120" in a sentence that says that something grew or fell; of one unit, and no years,
/// ages or times.
fn change(sentence: &str) -> Option<(Quantity, Quantity)> {
    let moved = [
        "steg", "stig", "fald", "vokse", "øge", "øget", "reducer", "nedsæt", "nedsat", "sænk", "gået", "går",
        "ændre", "hæv",
    ];
    if !moved.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let (_, rest) = sentence.split_once(" fra ")?;
    let rest = rest.strip_prefix("kr. ").unwrap_or(rest);
    let (from, len) = Quantity::read(rest)?;
    let (middle, after) = rest[len..].split_once(" til ")?;
    let (to, end) = Quantity::read(after)?;
    let unit = after[end..].trim_start_matches(is_space);
    let middle = middle.trim();
    let year = |quantity: Quantity| crate::facts::tables::is_year(quantity);
    // "fra 2,5 til 3,0 mio. kr." shares its unit; "fra 12 % til 15 %" is in points.
    let plain = middle.is_empty() || unit.starts_with(middle);
    let odd = unit.starts_with(['%', '-', '–', '/'])
        || ["pct", "procent", "år", "kl"].iter().any(|word| unit.starts_with(word));
    (plain && !odd && from.value > 0 && !(year(from) && year(to))).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    fn item(line: &str) -> String {
        format!("1. Bibliotek\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_shares_that_make_more_or_less_than_all() {
        check(
            &RULE,
            &item(
                "Beboerne fordeler sig med 40 % børn, 45 % voksne og 25 % ældre.\n                                                    ^^^^ Delene giver tilsammen 110 %",
            ),
        );
        check(
            &RULE,
            &item(
                "Udgiften er fordelt med 50,5 pct. til løn, 30,0 pct. til drift og 9,5 pct. til leje.\n                                                                  ^^^^^^^ Delene giver tilsammen 90 %",
            ),
        );
    }

    #[test]
    fn flags_a_growth_that_the_figures_do_not_give() {
        check(
            &RULE,
            &item(
                "Antallet af lånere er steget fra 100 til 120 om ugen, svarende til 25 %.\n                                                                   ^^^^ Fra 100 til 120 er 20 %",
            ),
        );
        check(
            &RULE,
            &item(
                "Udgiften falder fra 4,0 mio. kr. til 3,0 mio. kr., et fald på 33 %.\n                                                              ^^^^ Fra 4 til 3 er 25 %",
            ),
        );
    }

    #[test]
    fn ignores_what_adds_up_or_need_not() {
        for line in [
            "Beboerne fordeler sig med 33 % børn, 33 % voksne og 33 % ældre.",
            "Beboerne fordeler sig med ca. 40 % børn, 30 % voksne og 20 % ældre.",
            "Beboerne fordeler sig med 40 % børn, 30 % voksne og 20 % ældre, mens resten er ukendt.",
            "Af dem har 60 % kørekort, 50 % cykel og 40 % bil.",
            "Antallet er steget fra 100 til 120 om ugen, svarende til 20 %.",
            "Antallet er steget fra 97 til 120 om ugen, svarende til ca. 25 %.",
            "Udgiften stiger fra 2,4 til 3,1 mio. kr., svarende til 29 %.",
            "Andelen er steget fra 12 % til 15 %.",
            "Antallet er steget fra 2019 til 2022, svarende til 25 %.",
            "Tilskuddet stiger fra 100 kr. til 120 kr., og renten er 5 %.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
