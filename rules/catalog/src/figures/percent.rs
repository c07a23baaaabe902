//! `figures/percent`: shares of one whole that do not make 100, and a growth that is not the percentage given.

mod change;
mod share;

use danish::letters::small;
use facts::percentages::percentages;
use facts::quantity::Quantity;
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

use super::sentences::holding;

pub(crate) static RULE: Rule = Rule {
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
    for (sentence, held) in holding(view, &places, 1, 1) {
        let words = small(&view.text[sentence]);
        if view.is_quoted(places[held.start]) {
            continue;
        }
        let sentence = Sentence { start: sentence.start().into(), words: &words };
        match &found[held] {
            [one] => {
                sentence.check_change(one, findings);
                sentence.check_share(one, findings);
            }
            [from, to] => sentence.check_points(from, to, findings),
            shares => sentence.check_shares(shares, findings),
        }
    }
}

/// A sentence that holds percentages.
struct Sentence<'w> {
    start: usize,
    /// In small letters.
    words: &'w str,
}

impl Sentence<'_> {
    fn before(&self, range: TextRange) -> &str {
        &self.words[..usize::from(range.start()) - self.start]
    }

    fn after(&self, range: TextRange) -> &str {
        &self.words[usize::from(range.end()) - self.start..]
    }

    /// Where the bytes `from` to `to` of the sentence stand in the text.
    fn place(&self, from: usize, to: usize) -> TextRange {
        range(self.start + from, self.start + to)
    }
}

/// What stands before a percentage, without a word for "about"; and is there one?
fn without_about(before: &str) -> (&str, bool) {
    const ABOUT: [&str; 9] =
        ["ca.", "cirka", "omkring", "knap", "godt", "mere end", "over", "næsten", "op til"];
    let before = before.trim_end();
    let lead = ABOUT.iter().find_map(|word| before.strip_suffix(word));
    (lead.unwrap_or(before), lead.is_some())
}

/// Half of what the last digit is worth: so far a rounded figure may be off.
fn half(quantity: Quantity) -> f64 {
    Quantity { value: quantity.step, step: 1 }.as_f64() / 2.0
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

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
    fn flags_exclusive_answers_rates_and_what_is_put_down() {
        for line in [
            "48 % er meget tilfredse, 37 % er tilfredse, og 25 % er utilfredse.\n                                               ^^^^ Delene giver tilsammen 110 %",
            "Der er brugt 180.000 kr. af en ramme på 720.000 kr., svarende til 35 %.\n                                                                  ^^^^ 180.000 af 720.000 er 25 %",
            "120 af de 300 forældre svarede, hvilket giver en svarprocent på 60.\n                                                                ^^ 120 af 300 er 40 %",
            "Taksten sættes ned med 10 pct. fra 5.000 kr. til 4.000 kr.\n                       ^^^^^^ Fra 5.000 til 4.000 er 20 %",
        ] {
            check(&RULE, &item(line));
        }
        for line in [
            "48 % er meget tilfredse, 37 % er tilfredse, og 5 % er utilfredse.",
            "120 af de 300 forældre svarede, hvilket giver en svarprocent på 40.",
            "Der er brugt 180.000 kr. af en ramme på 720.000 kr., svarende til 25 %.",
            "Der er brugt 180.000 kr. af en ramme på 720.000 kr., hvilket er 5 % mere end i fjor.",
            "Der er brugt 180.000 kr. til leje og 720.000 kr. til løn, svarende til 35 %.",
            "48 % bruger bus, 37 % bruger cykel, og 25 % bruger bil.",
            "Taksten sættes ned med 20 pct. fra 5.000 kr. til 4.000 kr.",
        ] {
            check(&RULE, &item(line));
        }
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
    fn flags_a_growth_with_years_or_a_verb_between() {
        for line in [
            "Besøgstallet er steget fra 80.000 i 2022 til 92.000 i 2024, en stigning på 25 %.\n                                                                           ^^^^ Fra 80.000 til 92.000 er 15 %",
            "Besøgstallet er steget med 25 % fra 80.000 til 92.000.\n                           ^^^^ Fra 80.000 til 92.000 er 15 %",
            "Hallen var lejet ud i 3.610 timer mod 3.800 timer i 2021, et fald på 8 %.\n                                                                     ^^^ Fra 3.800 til 3.610 er 5 %",
            "Prisen stiger fra 6,00 kr. til 6,60 kr. pr. m³, det vil sige med 15 %.\n                                                                 ^^^^ Fra 6 til 6,6 er 10 %",
            "Lånet faldt fra 80.000 til 92.000, et fald på 15 %.\n                                              ^^^^ Fra 80.000 til 92.000 er en stigning",
            "Fraværet faldt fra 8,0 % i 2020 til 6,4 % i 2021, altså med 2,6 procentpoint.\n                                                            ^^^ Fra 8 % til 6,4 % er 1,6",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn flags_a_share_of_two_numbers() {
        for line in [
            "Af de 212 borgere er 53 imod planen, altså 35 %.\n                                           ^^^^ 53 af 212 er 25 %",
            "Planen har 50 ud af 200 borgere (35 %) støttet.\n                                 ^^^^ 50 af 200 er 25 %",
        ] {
            check(&RULE, &item(line));
        }
        for line in [
            "Af de 212 borgere er 53 imod planen, altså 25 %.",
            "Af de 212 borgere er 53 imod planen, altså ca. 26 %.",
            "Klubben har 140 medlemmer, og 35 af de 140 er nye, altså 25 %.",
            "Af de 3 skoler har 2 svaret, og 88 % af eleverne er glade.",
            "Kommunen har 212 borgere i 53 huse, og renten er 5 %.",
        ] {
            check(&RULE, &item(line));
        }
    }

    #[test]
    fn flags_shares_of_all_sides() {
        check(
            &RULE,
            &item(
                "46 % er for, 41 % er imod, og 23 % ved ikke.\n                              ^^^^ Delene giver tilsammen 110 %",
            ),
        );
        check(
            &RULE,
            &item(
                "Fordelingen var håndbold 41 %, badminton 26 %, gymnastik 18 % og andet 25 %.\n                                                                       ^^^^ Delene giver tilsammen 110 %",
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
            "Prisen stiger fra 40 kr. til 50 kr. i 2022 og til 60 kr. i 2023, samlet en stigning på 50 %.",
            "Antallet falder fra 120 til 90 i 2021 og 100 i 2022, et fald på 17 %.",
            "46 % ønsker søndagsåbent, 41 % ønsker længere åbent, og 33 % ønsker bøger.",
            "Tilskuddet stiger fra 100 kr. til 120 kr., og renten er 5 %.",
        ] {
            check(&RULE, &item(line));
        }
    }
}
