//! `decisions/body`: the heading of a decision names a body one or two letters away from the known one.
//!
//! Two bodies may have names that are almost alike ("Socialudvalget", "Specialudvalget"), so a name counts as misspelt
//! only when one word of it is, and that word is none that names of committees are made of.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use syntax::{folded_body, without_period};
use text::TextRange;
use text::edit::Edit;
use text::near::slips;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "decisions/body",
    summary: Text {
        da: "Udvalgets navn er stavet forkert i beslutningens overskrift",
        en: "The body's name is misspelt in the heading of the decision",
    },
    why: Text {
        da: "Overskriften siger, hvem der har truffet beslutningen. Er navnet stavet forkert, findes beslutningen ikke, når \
             nogen søger efter udvalget.",
        en: "The heading says who made the decision. When the name is misspelt, nobody who searches for the committee finds \
             the decision.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::ListMark, Zone::Table]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Kultur- og Fritidsudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Kultur- og Fritisudvalget den \
                 04-04-2022\n\nGodkendt.\n",
        after: "Kultur- og Fritidsudvalget\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning i Kultur- og Fritidsudvalget den \
                04-04-2022\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

/// The words that names of bodies are made of, without linking letters.
static PARTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    #[derive(serde::Deserialize)]
    struct File {
        parts: Vec<String>,
        bodies: Vec<String>,
    }
    let file: File = data::read("bodies");
    file.parts.into_iter().chain(file.bodies).collect()
});

/// A body named in the headings of decisions.
struct Named {
    /// Where it is named, in the order of the text.
    places: Vec<TextRange>,
    folded: String,
}

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let named = named(view);
    let own = view.context.meeting.committee.as_deref().map(|name| (name, folded_body(name)));
    let configured = &view.context.names.committees;
    let configured: Vec<(&str, String)> =
        configured.iter().map(|name| (name.as_str(), folded_body(name))).collect();
    let is_given = |body: &Named| configured.iter().chain(&own).any(|(_, given)| *given == body.folded);
    for body in named.iter().filter(|body| !is_given(body)) {
        let misspells = |known: &str| is_misspelling(&body.folded, known);
        // A name that stands in several headings is only held against those that the house has given.
        let once = body.places.len() == 1;
        let given = configured.iter().chain(own.iter().filter(|_| once));
        let given =
            given.filter(|(_, known)| misspells(known)).map(|(name, _)| (*name, view.head().committee));
        let repeated =
            named.iter().filter(|known| once && known.places.len() > 1 && misspells(&known.folded));
        let repeated =
            repeated.map(|known| (without_period(&view.text[known.places[0]]), Some(known.places[0])));
        if let Some((right, place)) = given.chain(repeated).next() {
            // The name in the head explains the finding only where it is the right one.
            let place = place.filter(|&place| folded_body(&view.text[place]) == folded_body(right));
            body.places.iter().for_each(|&wrong| report(view.text, wrong, right, place, findings));
        }
    }
}

/// The bodies in the headings of decisions, each once, in the order of the text.
fn named(view: &MinutesView<'_>) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    // A body is hardly ever written in two ways, so each way is looked at once.
    let mut by_writing: FxHashMap<&str, usize> = FxHashMap::default();
    let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
    for placed in view.minutes.items() {
        for (_, decision) in placed.item.decisions() {
            let Some(range) = decision.body else { continue };
            let range = range + placed.start;
            let at = *by_writing.entry(&view.text[range]).or_insert_with_key(|writing| {
                let folded = folded_body(writing);
                *by_name.entry(folded.clone()).or_insert_with(|| {
                    named.push(Named { places: Vec::new(), folded });
                    named.len() - 1
                })
            });
            named[at].places.push(range);
        }
    }
    named
}

/// Is `name` the body `known` with a slip of the pen in one of its words, or with a hyphen or space out of place?
fn is_misspelling(name: &str, known: &str) -> bool {
    if name == known {
        return false;
    }
    let (odd, right): (Vec<&str>, Vec<&str>) = (words(name), words(known));
    if odd.concat() == right.concat() {
        return true;
    }
    let mut differing = (0..odd.len().min(right.len())).filter(|&at| odd[at] != right[at]);
    let (Some(at), None) = (differing.next(), differing.next()) else { return false };
    let last = at + 1 == right.len();
    odd.len() == right.len() && is_slip(odd[at], right[at]) && !(last && is_form(odd[at], right[at]))
}

fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// "Byråd" beside "Byrådet" and "Økonomiudvalgets" are forms of the name.
fn is_form(odd: &str, right: &str) -> bool {
    let ending = right.strip_prefix(odd).or_else(|| odd.strip_prefix(right));
    ending.is_some_and(|ending| matches!(ending, "et" | "en" | "ets" | "ens" | "s" | "e" | "er"))
}

fn is_slip(odd: &str, right: &str) -> bool {
    if right == "og" {
        return matches!(odd, "o" | "g" | "go" | "ogg" | "oog" | "of" | "pg" | "ig");
    }
    let (odd_len, len) = (odd.chars().count(), right.chars().count());
    let near = slips(odd, right);
    let allowed = if len >= 9 { 2 } else { 1 };
    let begins = odd.chars().next() == right.chars().next() || (len >= 8 && near == 1 && stem(odd).is_none());
    near <= allowed && odd_len.abs_diff(len) <= 2 && len >= 5 && begins && !are_two_words(odd, right)
}

/// Are both words made of words that names of bodies have, and of different ones?
fn are_two_words(odd: &str, right: &str) -> bool {
    match (stem(odd), stem(right)) {
        (Some(odd), Some(right)) => odd != right,
        _ => false,
    }
}

/// The known word that a part of a name is, without its ending and linking letter.
fn stem(word: &str) -> Option<&'static str> {
    const ENDINGS: &[&str] = &["udvalget", "udvalg", "rådet", "råd", "nævnet", "nævn", "bestyrelsen", ""];
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find_map(|stem| {
            PARTS.iter().find(|part| {
                stem.strip_prefix(part.as_str()).is_some_and(|link| matches!(link, "" | "s" | "e" | "-"))
            })
        })
        .map(String::as_str)
}

fn report(text: &str, range: TextRange, right: &str, place: Option<TextRange>, findings: &mut Findings) {
    let report = findings
        .report(
            range,
            Note::new(
                format!("Udvalgets navn er stavet forkert; det hedder \"{right}\""),
                format!("The body's name is misspelt; it is called \"{right}\""),
            ),
        )
        .safe_fix(
            Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\"")),
            Edit::respell(text, range, right),
        );
    if let Some(place) = place {
        report.related(
            place,
            Text { da: "Sådan er navnet stavet ellers", en: "This is how the name is spelt elsewhere" },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix, check_named};
    use lint::Names;

    #[test]
    fn flags_a_name_that_is_almost_the_committees() {
        check(
            &RULE,
            "
Social- og Omsorgsudvalget
12. oktober 2021 kl. 16.00

1. Budget

Beslutning i Social- og Omsogsudvalget den 12-10-2021
             ^^^^^^^^^^^^^^^^^^^^^^^^^ Udvalgets navn er stavet forkert; det hedder \"Social- og Omsorgsudvalget\"

Godkendt.
",
        );
    }

    #[test]
    fn flags_a_name_that_is_spelt_otherwise_in_the_other_headings() {
        let item = |body: &str| format!("{body}\n\nBeslutning i {body} den 12-10-2021\n\nGodkendt.\n\n");
        let text = format!(
            "Byrådet\n12. oktober 2021\n\n1. {}2. {}3. Tre\n\nBeslutning i Økonomiudvaget den 12-10-2021\n             ^^^^^^^^^^^^^^ Udvalgets navn\n\nGodkendt.\n",
            item("Økonomiudvalget"),
            item("Økonomiudvalget")
        );
        check(&RULE, &text);
    }

    #[test]
    fn the_committees_of_the_configuration_are_known() {
        let names = || Names {
            committees: vec!["Økonomiudvalget".into(), "Socialudvalget".into(), "Specialudvalget".into()],
            ..Names::default()
        };
        check_named(
            &RULE,
            names(),
            "
Byrådet
12. oktober 2021

1. Budget

Beslutning i Økonomiudvaget den 04-10-2021
             ^^^^^^^^^^^^^^ Udvalgets navn er stavet forkert; det hedder \"Økonomiudvalget\"

Godkendt.

2. Regnskab

Beslutning i Økonomiudvaget den 04-10-2021
             ^^^^^^^^^^^^^^

Godkendt.

Beslutning i Specialudvalget den 05-10-2021

Godkendt.
",
        );
    }

    #[test]
    fn ignores_other_bodies_and_forms_of_the_name() {
        for (head, body) in [
            ("Socialudvalget", "Specialudvalget"),
            ("Byrådet", "Byråd"),
            ("Byråd 2022-2025", "Byrådet"),
            ("Social- og Omsorgsudvalget", "Social – og Omsorgsudvalget"),
            ("Social- og Omsorgsudvalget", "SOCIAL- OG OMSORGSUDVALGET"),
            ("Børne- og Ungeudvalget", "Børne- og Kulturudvalget"),
            ("Ældrerådet", "Ungerådet"),
            ("Sundhedsudvalget", "Seniorudvalget"),
            ("Byudvalget", "Byrådet"),
            ("Økonomiudvalget", "Økonomiudvalg"),
            ("Havneudvalget", "Haveudvalget"),
        ] {
            check(
                &RULE,
                &format!(
                    "{head}\n4. april 2022\n\n1. Plan\n\nBeslutning i {body} den 04-04-2022\n\nGodkendt.\n"
                ),
            );
        }
    }

    #[test]
    fn writes_the_known_name() {
        check_fix(
            &RULE,
            "Miljø- og Klimaudvalget\n4. april 2022\n\n1. Plan\n\nBeslutning i Mijø- og Klimaudvalget den 04-04-2022\n\nGodkendt.\n",
            "Miljø- og Klimaudvalget\n4. april 2022\n\n1. Plan\n\nBeslutning i Miljø- og Klimaudvalget den 04-04-2022\n\nGodkendt.\n",
        );
    }
}
