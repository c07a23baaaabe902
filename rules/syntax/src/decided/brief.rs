//! What is said without a verb: an outcome alone, a thing and its outcome, or what is asked for behind a label.

use super::{LONGEST, WRITTEN, is_bare, says_nothing, says_outcome};
use crate::has_verb::has_verb;
use crate::heading_words::words as known;
use danish::letters::with_small;

/// Are `words`, behind a title and a colon or a dash, an outcome and nothing else?
pub fn is_outcome_alone(words: &str) -> bool {
    words.len() <= LONGEST / 2 && with_small(words, |said| is_bare(said.trim_end_matches('.'), 0))
}

/// Are `words`, behind a title and a sign, all that was said of it: an outcome, a thing and its outcome, or that nothing was said:
/// "Godkendt", "forslaget vedtaget", "intet"?
pub fn is_all_told(words: &str) -> bool {
    is_outcome_alone(words) || is_of_one(words) || says_nothing(words.trim_end_matches('.'))
}

/// Is a line whose title is missing an outcome and nothing else: "Ad 2 Godkendt."?
pub fn is_outcome_line(words: &str) -> bool {
    const MOST_WORDS: usize = 5;
    // "Dagsordenen blev godkendt."
    let came = |said: &str| {
        said.split(' ').count() <= MOST_WORDS && known().end_in_outcome(said.trim_end_matches('.'))
    };
    words.ends_with('.') && (is_outcome_alone(words) || words.len() <= LONGEST && with_small(words, came))
}

/// The outcome in `words`, what stands behind the title in the line of an item's heading.
pub fn outcome_behind(words: &str) -> Option<&str> {
    let said = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    (is_outcome_alone(said) || is_of_one(said) || says_outcome(said)).then_some(said)
}

/// "Indstilling: at regnskabet godkendes": does what stands before a colon ask for something?
pub(super) fn asks_for(sentence: &str) -> bool {
    const LONGEST_LABEL: usize = 32;
    let colon = memchr::memchr(b':', &sentence.as_bytes()[..sentence.len().min(LONGEST_LABEL)]);
    colon.is_some_and(|colon| with_small(&sentence[..colon], |label| WRITTEN.proposals.are_asked(label)))
}

/// "Ordstyrer: Bo. Dagsordenen godkendt.", "Forslag om skur afvist, da kassen er tom.": a thing and its outcome, without a verb.
pub(super) fn is_brief(sentence: &str) -> bool {
    const MOST_BEFORE: usize = 5;
    let fits = |said: &str| {
        let said = said.trim_end_matches(['.', '!']);
        let mut at = 0;
        let outcome = said.split(' ').take(MOST_BEFORE + 1).find_map(|word| {
            let (start, own) = (at, said.get(at..)?);
            at += word.len() + 1;
            is_bare(own, 0).then_some(start)
        });
        let begins = said.split([' ', ',']).next().unwrap_or("");
        outcome.is_some_and(|at| at > 0 && !has_verb(&said[..at]) && !said[..at].contains([':', ',']))
            && !WRITTEN.elsewhere.contains(begins)
            && !WRITTEN.unlike.iter().chain(&WRITTEN.other_time).any(|words| said.contains(&**words))
    };
    sentence.len() <= LONGEST && sentence.ends_with('.') && with_small(sentence, fits)
}

/// "forslaget vedtaget", "Punktet udsat.": a thing of which both know, in one word, and its outcome.
pub(super) fn is_of_one(words: &str) -> bool {
    const DEFINITE: [&str; 3] = ["et", "en", "ne"];
    const SHORTEST: usize = 5;
    let Some((thing, _)) = words.split_once(' ') else { return false };
    let named = thing.len() >= SHORTEST && DEFINITE.iter().any(|end| thing.ends_with(end));
    named
        && words.len() <= LONGEST / 2
        && with_small(words, |folded| {
            let (thing, said) = folded.split_once(' ').unwrap_or((folded, ""));
            is_bare(said.trim_end_matches('.'), 0) && !WRITTEN.elsewhere.contains(thing)
        })
}
