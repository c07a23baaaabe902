//! `spelling/comma-infinitive`: a comma before an infinitive ("er det vigtigt, at give").
//!
//! The comma is right where it closes a clause ("når man bygger, at give") or divides infinitives ("at lære, at give"),
//! so the sentence may hold neither another comma nor another "at" before it.

use crate::danish::letters::is_word_part;
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
use crate::text::needle::Needle;
use crate::text::{is_space, range};
use crate::zones::ZoneSet;

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/comma-infinitive",
    summary: Text { da: "Komma foran navneform", en: "A comma before an infinitive" },
    why: Text {
        da: "Foran \"at\" og en navneform sættes ikke komma: \"det er vigtigt at give\". Komma sættes kun, hvor en ny \
             sætning med grundled begynder.",
        en: "There is no comma before \"at\" and an infinitive: \"det er vigtigt at give\". A comma stands only where a new \
             clause with a subject begins.",
    },
    source: "Retskrivningsordbogen § 49",
    severity: Severity::Info,
    on: false,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt, at give børnene ro.\
                 \n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nDet er vigtigt at give børnene ro.\
                \n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// Infinitives that are no other form of any word.
const INFINITIVES: &[&str] = &[
    "afholde",
    "afklare",
    "begrænse",
    "blive",
    "bruge",
    "deltage",
    "etablere",
    "fastholde",
    "finde",
    "forbedre",
    "fortsætte",
    "fremme",
    "gennemføre",
    "give",
    "gøre",
    "have",
    "igangsætte",
    "inddrage",
    "indgå",
    "iværksætte",
    "opnå",
    "opretholde",
    "prioritere",
    "reducere",
    "sikre",
    "skabe",
    "styrke",
    "tage",
    "tilbyde",
    "udarbejde",
    "undersøge",
    "understøtte",
    "undgå",
    "udvikle",
    "være",
    "øge",
];

fn check(view: &PartView<'_>, findings: &mut Findings) {
    static AT: Needle = Needle::new(", at ");
    for comma in AT.find_iter(view.text) {
        let verb = comma + AT.words().len();
        let rest = &view.text[verb..];
        let word = &rest[..rest.find(|c| !is_word_part(c)).unwrap_or(rest.len())];
        let whole = range(comma, verb + word.len());
        if INFINITIVES.contains(&word) && !needs_comma(&view.text[..comma]) && view.is_prose(whole) {
            findings
                .report(
                    whole,
                    Note::new(
                        format!("Der skal ikke være komma foran \"at {word}\""),
                        format!("There should be no comma before \"at {word}\""),
                    ),
                )
                .safe_fix(
                    Text { da: "Slet kommaet", en: "Delete the comma" },
                    Edit::delete(range(comma, comma + 1)),
                );
        }
    }
}

/// Does a clause or another infinitive come before, which the comma may close?
fn needs_comma(before: &str) -> bool {
    let sentence = before.rsplit(['.', '!', '?', ':', ';', '\n', '\r']).next().unwrap_or(before);
    let mut words = sentence.split(is_space);
    let clause = |word: &str| {
        matches!(word, "at" | "der" | "som" | "når" | "hvis" | "hvor" | "da" | "fordi" | "hvad" | "om")
    };
    sentence.contains([',', '–', '(']) || words.any(|word| clause(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::{check, check_fix};

    #[test]
    fn flags_a_comma_before_an_infinitive() {
        check(
            &RULE,
            "
1. Skoler

Det er vigtigt, at give børnene ro.
              ^^^^^^^^^ Der skal ikke være komma foran \"at give\"
",
        );
    }

    #[test]
    fn ignores_commas_that_close_a_clause() {
        check(&RULE, "1. Skoler\n\nDet er vigtigt, når man bygger, at give børnene ro.\n");
        check(&RULE, "1. Skoler\n\nDet er vigtigt for børn der leger, at give dem ro.\n");
        check(&RULE, "1. Skoler\n\nBørnene skal lære at læse, at give plads og at være sammen.\n");
        check(&RULE, "1. Skoler\n\nForvaltningen foreslår, at skolen lukkes, og at giveren takkes.\n");
    }

    #[test]
    fn deletes_the_comma() {
        check_fix(
            &RULE,
            "1. Skoler\n\nDet er godt, at undgå støj.\n",
            "1. Skoler\n\nDet er godt at undgå støj.\n",
        );
    }
}
