//! `spelling/comma-infinitive`: a comma before an infinitive ("er det vigtigt, at give").
//!
//! The comma is right where it closes a clause ("når man bygger, at give") or divides infinitives ("at lære, at give"),
//! so between it and the sign before there may be neither a clause that hangs on another nor another "at".

use super::comma_main_clause::is_free_of_clauses;
use crate::danish::clauses::Sentence;
use crate::danish::lexicon::Readings;
use crate::danish::tokens::Classes;
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::text::edit::Edit;
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
    on: true,
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

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for sentence in view.sentences().iter().filter(|sentence| sentence.has(Classes::AT)) {
        for comma in (0..sentence.len()).filter(|&i| sentence.is_comma(i) && sentence.word(i + 1) == "at") {
            let whole = sentence.range(comma, comma + 2);
            if is_infinitive(sentence, comma + 2) && is_needless(sentence, comma) && view.is_prose(whole) {
                let word = sentence.word(comma + 2);
                let note = Note::new(
                    format!("Der skal ikke være komma foran \"at {word}\""),
                    format!("There should be no comma before \"at {word}\""),
                );
                let title = Text { da: "Slet kommaet", en: "Delete the comma" };
                findings.report(whole, note).safe_fix(title, Edit::delete(sentence.range(comma, comma)));
            }
        }
    }
}

/// Is the word after "at" an infinitive? What is a noun too is one where no verb follows: ", at støtte gives".
fn is_infinitive(sentence: &Sentence<'_>, i: usize) -> bool {
    let nounlike = sentence.is(i, Classes::NOUNLIKE_INFINITIVE)
        && sentence.is_small(i)
        && i + 1 < sentence.len()
        && !sentence.is_sign(i + 1)
        && !sentence.may_be_finite(i + 1)
        && !sentence.is(i + 1, Classes::MODAL.or(Classes::PREPOSITION).or(Classes::CONJUNCTION));
    nounlike || sentence.is_infinitive(i)
}

/// Can the comma neither close a clause nor divide infinitives? Behind a preposition it never can.
fn is_needless(sentence: &Sentence<'_>, comma: usize) -> bool {
    const LED: &[&str] = &["for", "til", "ved", "i", "på", "af", "med", "uden", "mod", "om", "efter"];
    const LEADING: &[&str] = &["lov", "mulighed", "muligheden"];
    let preposition = comma > 0 && LED.contains(&sentence.word(comma - 1));
    let stranded = sentence.any(0, comma, Classes::RELATIVE)
        || (0..comma).any(|i| sentence.word(i).eq_ignore_ascii_case("hvad"));
    let of_noun = comma > 1 && sentence.readings_of_compound(comma - 2).only(Readings::NOUN);
    let led =
        preposition && (of_noun || !stranded) || comma > 0 && LEADING.contains(&sentence.word(comma - 1));
    comma > 1 && (led || !closes_clause(sentence, comma))
}

/// What stands before the comma, up to the sign before it, must be free of these: a clause that the comma may close.
fn closes_clause(sentence: &Sentence<'_>, comma: usize) -> bool {
    let bracket = |i: usize| matches!(sentence.word(i), "(" | ")" | "/" | "%" | "&" | "§");
    let stop = (0..comma).rev().find(|&i| sentence.is_sign(i) && !bracket(i));
    let from = match stop {
        None => 0,
        Some(stop) if sentence.word(stop) == "." => stop + 1,
        Some(_) => return true,
    };
    !is_free_of_clauses(sentence, from, comma)
        || sentence.any(from, comma, Classes::AT)
        || (from..comma)
            .any(|i| matches!(sentence.word(i), "jf" | "jf.") || i > from + 1 && sentence.word(i) == "der")
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
