//! The word for what the document is, in the line that names it.

use crate::minutes::Stage;
use crate::text::is_space;

/// The stage that a title line names, and the line after "Referat til mødet i" and the like.
pub(super) fn document_word(line: &str) -> (Option<Stage>, &str) {
    const WORDS: &[(&str, Stage)] = &[
        ("åben beslutningsprotokol", Stage::Minutes),
        ("beslutningsprotokol", Stage::Minutes),
        ("åbent referat", Stage::Minutes),
        ("åben referat", Stage::Minutes),
        ("åben dagsorden", Stage::Agenda),
        ("protokol", Stage::Minutes),
        ("referat", Stage::Minutes),
        ("dagsorden", Stage::Agenda),
    ];
    const LINKS: &[&str] = &[
        "til mødet i ",
        "til møde i ",
        "fra mødet i ",
        "fra møde i ",
        "af møde i ",
        "af mødet i ",
        "for møde i ",
        "fra ",
        "for ",
        "til ",
        "af ",
        "i ",
    ];
    let lower = line.to_lowercase();
    let begins = WORDS.iter().find(|(word, _)| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
    });
    let Some(&(word, stage)) = begins.filter(|_| lower.len() == line.len()) else {
        let ends = WORDS.iter().find(|(word, _)| {
            lower
                .strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(|c| is_space(c) || c == '-' || c == '–'))
        });
        return (ends.map(|&(_, stage)| stage), line);
    };
    let rest = line[word.len()..].trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | ':' | '•'));
    let rest = LINKS.iter().find_map(|link| rest.strip_prefix(link)).unwrap_or(rest);
    (Some(stage), rest)
}

#[cfg(test)]
mod tests {
    use super::{Stage, document_word};

    #[test]
    fn the_word_for_the_document_is_set_aside() {
        assert_eq!(document_word("Referat til mødet i Byrådet"), (Some(Stage::Minutes), "Byrådet"));
        assert_eq!(document_word("REFERAT Kulturudvalget"), (Some(Stage::Minutes), "Kulturudvalget"));
        assert_eq!(document_word("Kulturudvalget - Referat").0, Some(Stage::Minutes));
        assert_eq!(document_word("ÅBEN DAGSORDEN").0, Some(Stage::Agenda));
        assert_eq!(document_word("Referatet blev godkendt").0, None);
    }
}
