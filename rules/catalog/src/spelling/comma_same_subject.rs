//! `spelling/comma-same-subject`: a comma before "og" and a verb with the same subject.
//!
//! A common habit, and often wanted by the writer, so the rule is off unless somebody asks for it.

use super::comma_main_clause::{has_finite_verb, is_free_of_clauses};
use danish::clauses::Sentence;
use danish::tokens::Classes;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/comma-same-subject",
    summary: Text {
        da: "Komma foran \"og\" og et udsagnsord med samme grundled",
        en: "A comma before \"og\" and a verb with the same subject",
    },
    why: Text {
        da: "Har begge udsagnsord samme grundled, er der kun én sætning, og så står der ikke komma foran \"og\": \"Udvalget \
             drøftede sagen og besluttede at udsætte den\".",
        en: "Where both verbs share one subject there is only one clause, and no comma stands before \"og\": \"Udvalget \
             drøftede sagen og besluttede at udsætte den\".",
    },
    source: "Retskrivningsordbogen § 48",
    severity: Severity::Info,
    on: false,
    fixes: Fixes::Safe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen fik et nyt tag, og indgår i \
                 planen fra maj.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nSkolen fik et nyt tag og indgår i planen \
                fra maj.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // Where a clause begins and ends is seen in a whole sentence only.
    for sentence in view.sentences().iter().filter(|sentence| sentence.is_whole()) {
        let Some(comma) = sentence.places(Classes::COMMA).next() else { continue };
        let whole = sentence.range(comma, comma + 2);
        if is_fault(sentence, comma) && view.is_prose(whole) {
            let verb = sentence.word(comma + 2);
            let note = Note::new(
                format!(
                    "\"{verb}\" har samme grundled som udsagnsordet foran, så der skal ikke komma foran \"og\""
                ),
                format!(
                    "\"{verb}\" has the same subject as the verb before, so no comma stands before \"og\""
                ),
            );
            let title = Text { da: "Slet kommaet", en: "Delete the comma" };
            findings.report(whole, note).safe_fix(title, Edit::delete(sentence.range(comma, comma)));
        }
    }
}

fn is_fault(sentence: &Sentence<'_>, comma: usize) -> bool {
    let subject = Classes::LIGHT_SUBJECT.or(Classes::PRONOUN).or(Classes::THE_COMMON).or(Classes::THE_PLURAL);
    comma >= 3
        && sentence.word(comma + 1) == "og"
        && sentence.is_finite(comma + 2)
        && comma + 3 < sentence.len()
        && sentence.sign_before(comma).is_none()
        && is_free_of_clauses(sentence, 0, comma)
        && has_finite_verb(sentence, 0, comma)
        && !sentence.is(comma + 3, subject)
        && !sentence.is_definite_noun(comma + 3)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix};

    #[test]
    fn flags_a_comma_between_two_verbs_of_one_subject() {
        check(
            &RULE,
            "
1. Skoler

Skolen fik et nyt tag, og indgår i planen fra maj.
                     ^^^^^^^^^^^ \"indgår\" har samme grundled
",
        );
    }

    #[test]
    fn ignores_clauses_that_the_comma_closes() {
        check(&RULE, "1. Skoler\n\nSkolen fik et tag, som holder, og indgår i planen.\n");
        check(&RULE, "1. Skoler\n\nSkolen fik et nyt tag, og det indgår i planen.\n");
        check(&RULE, "1. Skoler\n\nSkolen fik et nyt tag, og fremover indgår det i planen.\n");
    }

    #[test]
    fn deletes_the_comma() {
        check_fix(
            &RULE,
            "1. Skoler\n\nSkolen fik et nyt tag, og indgår i planen.\n",
            "1. Skoler\n\nSkolen fik et nyt tag og indgår i planen.\n",
        );
    }
}
