//! `privacy/person`: somebody in no public role, named with an address, a date of birth or a matter of health.
//!
//! Minutes are full of names, addresses and words of health, nearly all of them public. Only all of it in one sentence
//! is told: a name without a party, a private fact, and no word of a role.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::sentences::sentences;
use facts::people::people;
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use privacy::streets::is_street;
use text::{TextRange, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "privacy/person",
    summary: Text { da: "Private oplysninger om en navngiven person", en: "Private facts of a named person" },
    why: Text {
        da: "Helbred, fødselsdato og privat adresse er personoplysninger, som ikke må offentliggøres om en borger i et åbent \
             punkt. Skriv uden navn, eller behandl sagen for lukkede døre.",
        en: "Health, date of birth and home address are personal data that must not be published of a citizen in an open \
             item. Leave out the name, or treat the case behind closed doors.",
    },
    source: "databeskyttelsesforordningen art. 6 og 9",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Klage\n\nSagsfremstilling\n\nKlagen er indgivet af Karen Bruun, der har fået \
                 en diagnose med demens.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Klage\n\nSagsfremstilling\n\nKlagen er indgivet af en borger, der har fået en \
                diagnose med demens.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    health: Vec<String>,
    lives: Vec<String>,
    roles: Vec<String>,
}

fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("private_people"));
    &WORDING
}

/// A private fact that a sentence tells.
enum Fact {
    Health,
    Birth,
    Address,
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item.filter(|item| !item.closed) else { return };
    for section in item.sections.iter().filter(|section| !section.history) {
        let body = &view.text[section.body];
        let mut places = facts_in(body).peekable();
        if places.peek().is_none() {
            continue;
        }
        for sentence in sentences(body) {
            let mut tells = false;
            while let Some(at) = places.next_if(|&at| at < sentence.end().into()) {
                tells |= at >= sentence.start().into();
            }
            if tells {
                check_sentence(view, sentence + section.body.start(), findings);
            }
        }
    }
}

/// Where a look is worth while: the words of private facts, as bytes.
fn facts_in(text: &str) -> impl Iterator<Item = usize> {
    static FINDER: LazyLock<aho_corasick::AhoCorasick> = LazyLock::new(|| {
        let words = wording().health.iter().chain(&wording().lives).map(String::as_str).chain([
            "født",
            "FØDT",
            "fødselsdato",
            " f. ",
        ]);
        let finder =
            aho_corasick::AhoCorasick::builder().ascii_case_insensitive(true).prefilter(false).build(words);
        finder.expect("some words make an automaton")
    });
    FINDER.find_iter(text).map(|found| found.start())
}

fn check_sentence(view: &PartView<'_>, sentence: TextRange, findings: &mut Findings) {
    let words = &view.text[sentence];
    let lower = format!(" {} ", words.to_lowercase());
    if wording().roles.iter().any(|role| lower.contains(&**role)) {
        return;
    }
    let Some(fact) = fact(view, sentence, &lower) else { return };
    let named =
        people(words).into_iter().find(|person| person.party.is_none() && !is_street(&words[person.name]));
    let Some(person) = named.map(|person| person.name + sentence.start()) else { return };
    if view.is_quoted(person) || !view.is_prose(person) {
        return;
    }
    // A word of health stands near names of homes, programmes and places too.
    let most = if matches!(fact, Fact::Health) { Severity::Hint } else { Severity::Warning };
    let report = findings.report(
        person,
        match fact {
            Fact::Health => Text {
                da: "Her nævnes en persons navn sammen med oplysninger om helbred",
                en: "A person is named here together with matters of health",
            },
            Fact::Birth => Text {
                da: "Her nævnes en persons navn sammen med en fødselsdato",
                en: "A person is named here together with a date of birth",
            },
            Fact::Address => Text {
                da: "Her nævnes en persons navn sammen med en privat adresse",
                en: "A person is named here together with a home address",
            },
        },
    );
    report.at_most(most);
}

fn fact(view: &PartView<'_>, sentence: TextRange, lower: &str) -> Option<Fact> {
    let word = |word: &String| {
        lower.match_indices(&**word).any(|(at, _)| {
            !lower[..at].ends_with(char::is_alphanumeric)
                && !lower[at + word.len()..].starts_with(char::is_alphanumeric)
        })
    };
    if wording().health.iter().any(word) {
        return Some(Fact::Health);
    }
    // A writer born in 1805 is no private person; who lives was born in the last hundred years.
    let born = lower.contains(" født ") || lower.contains("fødselsdato") || lower.contains(" f. ");
    let day = view
        .dates()
        .iter()
        .any(|date| sentence.contains_range(date.range) && date.year.is_some_and(|year| year > 1925));
    if born && day {
        return Some(Fact::Birth);
    }
    let lives = wording().lives.iter().any(|phrase| lower.contains(&**phrase));
    (lives && has_house_number(&view.text[sentence])).then_some(Fact::Address)
}

/// "Engvej 3": a street with a number.
fn has_house_number(words: &str) -> bool {
    let mut former = "";
    for word in words.split(is_space) {
        let numbered = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 5;
        if numbered && is_street(former) {
            return true;
        }
        former = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    fn item(line: &str) -> String {
        format!("1. Klage\n\nSagsfremstilling\n\n{line}\n")
    }

    #[test]
    fn flags_a_name_with_a_private_fact() {
        check(
            &RULE,
            &item(
                "Klagen er indgivet af Karen Bruun, som er sygemeldt.\n                      ^^^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om helbred",
            ),
        );
        check(
            &RULE,
            &item(
                "Ansøgeren Karen Bruun er født den 3. maj 1961.\n          ^^^^^^^^^^^ Her nævnes en persons navn sammen med en fødselsdato",
            ),
        );
        check(
            &RULE,
            &item(
                "Naboen Karen Bruun bor på Engvej 3 og klager.\n       ^^^^^^^^^^^ Her nævnes en persons navn sammen med en privat adresse",
            ),
        );
    }

    #[test]
    fn ignores_public_people_and_what_names_nobody() {
        for line in [
            "Formand Karen Bruun er sygemeldt.",
            "Karen Bruun (A) er sygemeldt.",
            "En borger er sygemeldt og bor på Engvej 3.",
            "Karen Bruun bor i Nordby.",
            "Digteren Karen Bruun blev født den 3. maj 1961.",
            "Borgere med demens tilbydes en plads på Plejecenter Engly.",
        ] {
            check(&RULE, &item(line));
        }
        check(
            &RULE,
            "1. Klage (Lukket)\n\nSagsfremstilling\n\nKlagen er indgivet af Karen Bruun, som er sygemeldt.\n",
        );
    }
}
