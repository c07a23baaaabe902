//! Votes that are told by one number or as a score: "alle 7 medlemmer stemte for", "enstemmigt godkendt med 7 stemmer",
//! "stemmerne fordelte sig 4-2".

use super::{Side, Vote, number, wording};
use danish::letters::small;
use text::{TextRange, is_space, range};

/// The vote of a sentence that counts only those for.
pub(crate) fn alone(sentence: &str) -> Option<Vote> {
    let lower = small(sentence);
    let side = |count| Vote { aye: Some(Side { count: Some(count), ..Side::default() }), ..Vote::default() };
    everybody(&lower).or_else(|| unanimous(&lower)).or_else(|| unopposed(&lower)).map(side)
}

/// "Med stemmerne 19 for godkendte Byrådet …".
fn unopposed(lower: &str) -> Option<(u32, TextRange)> {
    const LEAD: &str = "med stemmerne ";
    let at = lower.find(LEAD)? + LEAD.len();
    let (count, len) = number(&lower[at..])?;
    let behind = lower[at + len..].strip_prefix(" for ")?;
    // "18 for og 1 imod", "4 for mod 3" are two sides.
    let other = behind
        .split(|c: char| !c.is_alphabetic())
        .next()
        .is_some_and(|word| word.is_empty() || matches!(word, "og" | "mod" | "imod" | "samt" | "mens"));
    (!other && !lower.contains("imod")).then(|| (count, range(at, at + len)))
}

/// "alle 7 medlemmer stemte for".
fn everybody(lower: &str) -> Option<(u32, TextRange)> {
    let (verb, _) =
        lower.match_indices(" stemte for").find(|(at, verb)| ends_word(&lower[at + verb.len()..]))?;
    let lead = |word: &String| lower[..verb].rfind(&**word).map(|at| at + word.len());
    let at = wording().everybody.iter().filter_map(lead).max()?;
    let (count, len) = number(&lower[at..])?;
    let between = lower.get(at + len..verb)?.trim_matches(is_space);
    // "alle 7 medlemmer", "alle 7", and not "alle 7 fra A og 2 fra V".
    (!between.contains(is_space)).then(|| (count, range(at, at + len)))
}

/// "enstemmigt godkendt med 7 stemmer".
fn unanimous(lower: &str) -> Option<(u32, TextRange)> {
    let (at, word) = lower.match_indices(" stemmer").find(|(at, word)| {
        let rest = lower[at + word.len()..].trim_end_matches(is_space);
        rest.is_empty() || rest == "." || rest == " for."
    })?;
    let start = lower[..at].rfind(is_space).map_or(0, |space| space + 1);
    let (count, len) = number(&lower[start..])?;
    let led = lower[..start].trim_end_matches(is_space).ends_with("med");
    let subject = lower[..start].trim_end_matches(is_space).strip_suffix("med").unwrap_or("");
    // "Beslutning: Vedtaget med 6 stemmer."
    let subject = subject.rsplit(": ").next().unwrap_or("");
    let carried = wording().carried.iter().any(|words| words == subject.trim_matches(is_space));
    (word.len() > 1 && (carried || lower.contains(&*wording().unanimous)) && led && start + len == at)
        .then(|| (count, range(start, start + len)))
}

/// The vote of a sentence that tells its score: "godkendt med stemmerne 4-2".
pub(crate) fn scored(sentence: &str) -> Option<Vote> {
    let lower = small(sentence);
    let lead = |words: &String| lower.find(&**words).map(|at| at + words.len());
    let at = wording().scores.iter().filter_map(lead).min()?;
    let (aye, len) = number(&lower[at..])?;
    let rest = &lower[at + len..];
    let dash = rest.trim_start_matches(is_space).strip_prefix(['-', '–'])?.trim_start_matches(is_space);
    let from = lower.len() - dash.len();
    let (nay, nay_len) = number(dash)?;
    let side = |count, place| Some(Side { count: Some((count, place)), ..Side::default() });
    ends_word(&dash[nay_len..]).then(|| Vote {
        aye: side(aye, range(at, at + len)),
        nay: side(nay, range(from, from + nay_len)),
        ..Vote::default()
    })
}

/// "Et flertal på 4 stemte for. Et mindretal på 2 stemte imod.": the vote of a paragraph that counts a majority and a minority.
pub(crate) fn divided(line: &str) -> Option<Vote> {
    let words = wording();
    if !line.contains(&*words.minority) {
        return None;
    }
    let mut vote = Vote::default();
    for lead in [&words.majority, &words.minority] {
        let at = line.find(&**lead)? + lead.len();
        let (count, len) = number(&line[at..])?;
        let rest = &line[at + len..];
        let verb = rest.find(" stemte ")? + " stemte ".len();
        let clause = &rest[..verb];
        let which = words.behind(rest[verb..].split(|c: char| !c.is_alphabetic()).next()?)?;
        let place = vote.side_mut(which);
        if place.is_some() || clause.contains(['.', ';', ':']) {
            return None;
        }
        *place = Some(Side { count: Some((count, range(at, at + len))), ..Side::default() });
    }
    Some(vote)
}

/// Does no word or number go on in `rest`?
fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'))
}

#[cfg(test)]
mod tests {
    use super::{alone, divided, scored};

    #[test]
    fn those_for_may_be_all_that_is_counted() {
        let count = |text: &str| {
            alone(text).and_then(|vote| vote.aye?.count).map(|(n, place)| (n, text[place].to_owned()))
        };
        for text in [
            "Alle 7 medlemmer stemte for.",
            "Alle 7 stemte for indstillingen.",
            "Planen blev enstemmigt godkendt med 7 stemmer.",
            "Samtlige 7 fremmødte stemte for.",
            "Med stemmerne 7 for godkendte Byrådet planen.",
        ] {
            assert_eq!(count(text), Some((7, "7".to_owned())), "{text}");
        }
        for text in [
            "Alle 7 fra A og 2 fra V stemte for.",
            "Alle stemte for.",
            "Med stemmerne 7 for og 2 imod godkendte Byrådet planen.",
            "Med stemmerne 7 for, 2 blanke blev planen godkendt.",
            "Enstemmigt godkendt med 7 stemmer for og 0 imod.",
            "Der kunne afgives 7 stemmer.",
            "Alle 7 medlemmer stemte forskelligt.",
        ] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn a_majority_and_a_minority_are_two_sides() {
        let counts = |text: &str| {
            let vote = divided(text)?;
            Some((vote.aye?.count?.0, vote.nay?.count?.0))
        };
        assert_eq!(counts("Et flertal på 4 stemte for. Et mindretal på 2 stemte imod."), Some((4, 2)));
        assert_eq!(
            counts("Et flertal på 5 (A og V) stemte imod, og et mindretal på to stemte for."),
            Some((2, 5))
        );
        assert_eq!(counts("Et flertal på 4 ønsker planen. Et mindretal på 2 stemte imod."), None);
        assert_eq!(counts("Et flertal stemte for. Et mindretal stemte imod."), None);
    }

    #[test]
    fn a_score_has_two_sides() {
        let counts = |text: &str| {
            let vote = scored(text)?;
            Some((vote.aye?.count?.0, vote.nay?.count?.0))
        };
        assert_eq!(counts("Godkendt med stemmerne 4-2."), Some((4, 2)));
        assert_eq!(counts("Stemmerne fordelte sig 4 – 2."), Some((4, 2)));
        assert_eq!(counts("Stemmerne fordelte sig på 4-6 lister."), None);
        assert_eq!(counts("Stemmerne blev 4-2-2026 talt op."), None);
    }
}
