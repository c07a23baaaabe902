//! Items whose number leads whole sentences and no title: "3) Stien blev drøftet. Der er enighed om at vente."

use danish::clauses::Sentence;
use danish::sentences::sentences;
use danish::tokens::Classes;
use text::{TextRange, TextSize};

/// In bytes: a longer sentence in the line of a heading is none that anybody wrote.
const LONGEST: TextSize = TextSize::new(1000);

/// Is the heading at `line` of `text` a sentence that ends, or more than one? A title has no full stop, or no verb of its own:
/// "Godkendelse af dagsorden.", "Orientering om det, der er sket".
pub(super) fn is_written_out(text: &str, line: TextRange) -> bool {
    let verbs = Classes::AUXILIARY.or(Classes::FINITE).or(Classes::MODAL);
    let words = text[line].trim_end();
    let parts = || sentences(words).filter(|part| part.len() < LONGEST);
    let ends = words.ends_with('.') || parts().nth(1).is_some();
    ends && parts().any(|part| Sentence::new(text, part + line.start()).has(verbs))
}

#[cfg(test)]
mod tests {
    use super::is_written_out;
    use text::range;

    fn told(line: &str) -> bool {
        is_written_out(line, range(0, line.len()))
    }

    #[test]
    fn sentences_are_no_title() {
        assert!(told("3) Stien blev drøftet, og der er ikke penge til den."));
        assert!(told("Hallen er lukket. Nøgle hos Ida"));
        assert!(told("Regnskab: Kassereren har fremlagt tallene."));
    }

    #[test]
    fn titles_are_none() {
        for title in [
            "1. Godkendelse af dagsorden.",
            "2. Orientering om det, der er sket",
            "4. Hvad er et råd?",
            "5. Evt.",
        ] {
            assert!(!told(title), "{title}");
        }
    }
}
