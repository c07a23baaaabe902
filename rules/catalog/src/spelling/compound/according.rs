//! "i følge kolonihaveloven": the preposition, which is one word. "I følge" apart is "in company".

use danish::clauses::Sentence;
use danish::tokens::Classes;
use text::TextRange;

/// Words with which somebody goes together with others.
const MOVING: &[&str] = &[
    "gå", "går", "gik", "gået", "følges", "fulgtes", "kom", "kommer", "rejser", "rejste", "sejler",
    "sejlede", "kører", "kørte", "ankom", "ankommer",
];

/// The words at `i` and behind it as one word, and where they stand, where what follows is whom or what somebody goes by.
pub(super) fn split_at(sentence: &Sentence<'_>, i: usize) -> Option<(TextRange, String)> {
    let right = match (sentence.word(i), sentence.word(i + 1)) {
        ("i", "følge") => "ifølge",
        ("I", "følge") => "Ifølge",
        _ => return None,
    };
    let source = sentence.is_definite_noun(i + 2)
        || sentence.is_capital(i + 2)
        || sentence.is(i + 2, Classes::POSSESSIVE.or(Classes::THE_PLURAL));
    let moving = (0..sentence.len()).any(|at| MOVING.contains(&sentence.word(at)));
    (source && !moving).then(|| (sentence.range(i, i + 1), right.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::spelling::compound::RULE;
    use document::fixture::{check, document};

    #[test]
    fn what_somebody_goes_by_follows_one_word() {
        for line in [
            "I følge kolonihaveloven skal der være fælles vand.",
            "Gebyret er i følge havnelauget for højt.",
            "Det er i følge vores vedtægter ikke tilladt.",
        ] {
            let text = format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n");
            let found = document("generel", &RULE, &text).diagnostics();
            assert_eq!(found.len(), 1, "{line}");
        }
    }

    #[test]
    fn those_who_go_together_are_left() {
        for line in [
            "De gik i følge kirkegårdens personale.",
            "De sejlede i følge med bådene.",
            "Han var i følge med formanden, og ifølge loven skal det ske.",
        ] {
            check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
        }
    }
}
