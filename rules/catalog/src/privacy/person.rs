//! `privacy/person`: somebody in no public role, named with an address, a date of birth or a matter of health or need.
//!
//! Minutes are full of names, addresses and words of health, nearly all of them public. Only all of it in one sentence
//! is told: a name without a party, a private fact, and no word of a role. A word of health is no more than a hint, for it stands
//! near names of homes and programmes too, unless the sentence says that it is the person's own (`own.rs`).

mod own;

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;
use danish::sentences::sentences;
use facts::people::people;
use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use privacy::streets::is_street;
use text::needles::Needles;
use text::{TextRange, holds, is_space, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "privacy/person",
    summary: Text { da: "Private oplysninger om en navngiven person", en: "Private facts of a named person" },
    why: Text {
        da: "Helbred, sociale forhold, fødselsdato og privat adresse er personoplysninger, som ikke må offentliggøres om en borger i \
             et åbent punkt. Skriv uden navn, eller behandl sagen for lukkede døre.",
        en: "Health, social matters, date of birth and home address are personal data that must not be published of a citizen in an open \
             item. Leave out the name, or treat the case behind closed doors.",
    },
    source: "databeskyttelsesforordningen art. 6 og 9; forvaltningsloven § 28",
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
    social: Vec<String>,
    of_absence: Vec<String>,
    lives: Vec<String>,
    roles: Vec<String>,
    bodies: Vec<String>,
    has: Vec<String>,
    between: Vec<String>,
    grants: Vec<String>,
    of_others: Vec<String>,
    of_work_next: Vec<String>,
    of_work: Vec<String>,
}

fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("private_people"));
    &WORDING
}

/// A private fact that a sentence tells.
#[derive(Clone, Copy)]
enum Fact {
    Health,
    Social,
    Birth,
    Address,
}

impl Fact {
    fn note(self) -> Text {
        match self {
            Self::Health => Text {
                da: "Her nævnes en persons navn sammen med oplysninger om helbred",
                en: "A person is named here together with matters of health",
            },
            Self::Social => Text {
                da: "Her nævnes en persons navn sammen med oplysninger om sociale eller strafbare forhold",
                en: "A person is named here together with social matters or offences",
            },
            Self::Birth => Text {
                da: "Her nævnes en persons navn sammen med en fødselsdato",
                en: "A person is named here together with a date of birth",
            },
            Self::Address => Text {
                da: "Her nævnes en persons navn sammen med en privat adresse",
                en: "A person is named here together with a home address",
            },
        }
    }
}

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item.filter(|item| !item.closed) else { return };
    let sections = item.sections.iter().filter(|section| !section.history).map(|section| section.body);
    // Most boards write what an item is about right under its heading.
    for body in [item.intro].into_iter().chain(sections) {
        check_body(view, body, findings);
    }
}

fn check_body(view: &PartView<'_>, range: TextRange, findings: &mut Findings) {
    let body = &view.text[range];
    let mut places = facts_in(body).peekable();
    if places.peek().is_none() {
        return;
    }
    for sentence in sentences(body) {
        let mut tells = false;
        while let Some(at) = places.next_if(|&at| at < sentence.end().into()) {
            tells |= at >= sentence.start().into();
        }
        if tells {
            check_sentence(view, sentence + range.start(), findings);
        }
    }
}

/// Where a look is worth while: the words of private facts, as bytes.
fn facts_in(text: &str) -> impl Iterator<Item = usize> {
    static FINDER: LazyLock<Needles> = LazyLock::new(|| {
        let words = wording().health.iter().chain(&wording().social).chain(&wording().lives);
        Needles::caseless(words.map(String::as_str).chain(["født", "FØDT", "fødselsdato", " f. "]))
    });
    FINDER.find_iter(text).map(|found| found.start)
}

fn check_sentence(view: &PartView<'_>, sentence: TextRange, findings: &mut Findings) {
    let words = &view.text[sentence];
    let lower = format!(" {} ", small(words));
    if wording().roles.iter().any(|role| holds(&lower, role)) {
        return;
    }
    let people = people(words);
    let mut private =
        people.iter().filter(|person| person.party.is_none() && !is_street(&words[person.name]));
    let is_told = |person: TextRange| !view.is_quoted(person) && view.is_prose(person);
    if let Some((person, fact)) =
        private.clone().find_map(|person| Some((person, own::fact(words, person.name)?)))
    {
        let person = person.name + sentence.start();
        if is_told(person) {
            findings.report(person, fact.note());
        }
        return;
    }
    if wording().bodies.iter().any(|body| holds(&lower, body)) {
        return;
    }
    let Some(fact) = fact(view, sentence, &lower) else { return };
    let Some(person) = private.next().map(|person| person.name + sentence.start()) else { return };
    if is_told(person) {
        // A word of health stands near names of homes, programmes and places too.
        let most = if matches!(fact, Fact::Health) { Severity::Hint } else { Severity::Warning };
        findings.report(person, fact.note()).at_most(most);
    }
}

/// Where `word` stands in `lower` as whole words.
fn whole<'s>(lower: &'s str, word: &'s str) -> impl Iterator<Item = TextRange> {
    let glued = |c: char| c.is_alphanumeric();
    lower.match_indices(word).map(|(at, word)| (at, at + word.len())).filter_map(move |(at, end)| {
        let is_whole = !lower[..at].ends_with(glued) && !lower[end..].starts_with(glued);
        is_whole.then(|| range(at, end))
    })
}

fn fact(view: &PartView<'_>, sentence: TextRange, lower: &str) -> Option<Fact> {
    if wording().health.iter().any(|word| whole(lower, word).next().is_some()) {
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
    fn what_is_said_of_the_person_is_told_under_any_heading() {
        for (line, under) in [
            (
                "En elev i 4. klasse, Villads Krogh Pedersen, har fået konstateret ADHD.",
                "                     ^^^^^^^^^^^^^^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om helbred",
            ),
            (
                "Karen Bruun har diabetes og får hjemmehjælp.",
                "^^^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om helbred",
            ),
            (
                "Ansøger Mona Lind, Havnegade 3, 1. th., har fået afslag på førtidspension.",
                "        ^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om sociale",
            ),
            (
                "En elev, Marius Thorsen, har fået diagnosen autisme og flyttes til B.",
                "         ^^^^^^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om helbred",
            ),
            (
                "Lejeren Ole Brandt er tidligere straffet for hærværk.",
                "        ^^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om sociale",
            ),
            (
                "Lejeren Jens Vang er under gældssanering.",
                "        ^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om sociale",
            ),
            (
                "Beboeren Tage Holm er indlagt på psykiatrisk afdeling.",
                "         ^^^^^^^^^ Her nævnes en persons navn sammen med oplysninger om helbred",
            ),
        ] {
            check(&RULE, &item(&format!("{line}\n{under}")));
            check(&RULE, &format!("1. Klage\n\n{line}\n{under}\n"));
        }
    }

    #[test]
    fn what_stands_near_a_name_is_not_always_the_persons_own() {
        for line in [
            "Ida Holm har 25 års jubilæum på plejehjemmet for borgere med demens.",
            "Mona Lind (A) har diabetes og bad om en pause.",
            "Formand Mona Lind har diabetes.",
            "Jens Vang holder foredrag om livet med ADHD.",
            "Lis Dahl har skrevet en bog om demens.",
        ] {
            check(&RULE, &item(line));
        }
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
