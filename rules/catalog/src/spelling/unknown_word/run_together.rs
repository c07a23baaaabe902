//! Two words that have run together: "tilhavnen", "fåetpositive", "deressamarbejde".

use danish::letters::fold;
use danish::lexicon::{Readings, readings};
use danish::spelling::is_made;

/// Before these stands what is governed: a definite noun, for a bare one makes compounds ("tilvalg"), and so may this ("medejeren").
const GOVERNING: &[&str] = &["på", "til", "med", "fra", "ved"];

/// Before these stands a noun without its article.
const OWNING: &[&str] = &["deres", "vores", "hendes", "jeres"];

/// Before these stands an adjective or a participle.
const PERFECT: &[&str] = &["fået", "blevet", "været"];

/// The two words that `word` is made of, where both are certain.
pub(super) fn apart(word: &str) -> Option<String> {
    const SHORTEST: usize = 5;
    // Most words begin with none of these.
    let mut leads = [GOVERNING, OWNING, PERFECT].into_iter().flatten();
    if !leads.any(|lead| begins_with(word, lead)) {
        return None;
    }
    let word = fold(word);
    let behind = |leads: &[&'static str], forms: Readings| {
        leads.iter().find_map(|lead| {
            let rest = word.strip_prefix(*lead)?;
            let found = readings(rest).without(Readings::OTHER);
            (rest.chars().count() >= SHORTEST && !found.is_none() && found.only(forms))
                .then(|| format!("{lead} {rest}"))
        })
    };
    let noun = Readings::COMMON | Readings::NEUTER | Readings::PLURAL;
    let governed = || behind(GOVERNING, Readings::DEFINITE).filter(|_| !is_made(&word));
    behind(OWNING, noun)
        .or_else(|| behind(PERFECT, Readings::ADJECTIVE | Readings::PARTICIPLE))
        .or_else(governed)
}

/// Does `word` begin with `lead`, whatever case its first letter has?
fn begins_with(word: &str, lead: &str) -> bool {
    let (word, lead) = (word.as_bytes(), lead.as_bytes());
    word.len() > lead.len() && word[0].eq_ignore_ascii_case(&lead[0]) && word[1..].starts_with(&lead[1..])
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn both_words_are_certain() {
        assert_eq!(apart("fåetpositive").as_deref(), Some("fået positive"));
        assert_eq!(apart("voreslejlighed").as_deref(), Some("vores lejlighed"));
    }

    #[test]
    fn a_compound_is_one_word() {
        for word in ["tilvalg", "medlemmer", "påstand", "fravær", "vedtægter", "medarbejder", "fåetxyz"] {
            assert_eq!(apart(word), None, "{word}");
        }
    }
}
