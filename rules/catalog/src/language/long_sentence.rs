//! `language/long-sentence`: more words in a sentence than a reader keeps in mind.

use danish::sentences::sentences;
use danish::words::words;
use lint::{Allowed, Check, Example, Findings, Fixes, Note, PartView, Rule, RuleOption, Severity, Text};
use syntax::Class;
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "language/long-sentence",
    summary: Text { da: "En meget lang sætning", en: "A very long sentence" },
    why: Text {
        da: "En meget lang sætning skal de fleste læse to gange. Del den, hvor en ny oplysning begynder.",
        en: "Most people must read a very long sentence twice. Divide it where a new piece of information begins.",
    },
    source: "",
    severity: Severity::Hint,
    on: false,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::ListMark]),
    options: &[&MAX_WORDS],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nForvaltningen har siden sidste sommer \
                 arbejdet med en plan for skolens tag, gård, legeplads og parkering, og planen er nu færdig og sendt til \
                 skolens bestyrelse, der har holdt tre møder om den og spurgt de ansatte, børnene og deres forældre.\n\n\
                 Beslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nForvaltningen har siden sidste sommer \
                arbejdet med en plan for skolens tag, gård, legeplads og parkering. Planen er nu færdig og sendt til \
                skolens bestyrelse.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

static MAX_WORDS: RuleOption = RuleOption {
    name: "max-words",
    about: Text { da: "Så mange ord må en sætning have", en: "A sentence may have so many words" },
    allowed: Allowed::Number { default: 35, range: 10..=200 },
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let limit = view.context.options.number(RULE.name, &MAX_WORDS);
    for (start, block) in view.placed_blocks() {
        let line = block.words() + start;
        // No sentence of a shorter line can be too long.
        if !matches!(block.class, Class::Text | Class::At) || usize::from(line.len()) < 3 * limit {
            continue;
        }
        for sentence in sentences(&view.text[line]) {
            let sentence = sentence + line.start();
            let length = words(&view.text[sentence]).count();
            if length > limit && view.is_prose(TextRange::empty(sentence.start())) {
                report(sentence, length, findings);
            }
        }
    }
}

fn report(sentence: TextRange, length: usize, findings: &mut Findings) {
    findings.report(
        sentence,
        Note::new(
            format!("Sætningen er på {length} ord; del den i to"),
            format!("The sentence has {length} words; divide it in two"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, document};

    fn sentence_of(length: usize) -> String {
        format!("1. Skoler\n\nEn {}skole. En anden sætning.\n", "ny ".repeat(length - 2))
    }

    #[test]
    fn flags_a_sentence_above_the_limit() {
        let text = sentence_of(36);
        let found = document("generel", &RULE, &text).diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].note.da, "Sætningen er på 36 ord; del den i to");
        assert!(text[found[0].range].ends_with("ny skole."));
    }

    #[test]
    fn ignores_a_sentence_at_the_limit() {
        check(&RULE, &sentence_of(35));
    }

    #[test]
    fn ignores_tables() {
        check(&RULE, &format!("1. Skoler\n\n{}\n", "skole\t".repeat(60)));
    }
}
