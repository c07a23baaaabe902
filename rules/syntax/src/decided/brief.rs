//! Sentences without a verb: a thing and its outcome, or what is asked for behind a label.

use super::{LONGEST, WRITTEN, is_bare};
use crate::has_verb::has_verb;
use danish::letters::with_small;

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
