//! A vote whose sides are counted in a sentence: "vedtaget med 5 stemmer for (A, V og C) og 1 imod (F)", "5 stemte for, 1 stemte
//! imod", "3 ja-stemmer og 2 nej-stemmer".

use super::{Side, Vote, Which, bracket, entries, number, wording};
use text::{is_space, range};

/// The vote that `sentence` counts, with those for and those against; `None` where it does not count both.
pub(crate) fn counted(sentence: &str) -> Option<Vote> {
    sides(sentence).filter(|vote| vote.aye.is_some() && vote.nay.is_some())
}

/// Those who abstained, where `sentence` counts nobody else: "1 undlod at stemme (F)".
pub(crate) fn abstained(sentence: &str) -> Option<Side> {
    let abstained = sides(sentence).filter(|vote| vote.aye.is_none() && vote.nay.is_none())?.abstain;
    // "Ingen undlod at stemme" tells of no side.
    abstained.filter(|side| side.count.is_some_and(|(count, _)| count > 0))
}

/// The sides that a sentence counts; `None` where it counts one twice.
fn sides(sentence: &str) -> Option<Vote> {
    let mut vote = Vote::default();
    let mut count = None;
    let mut votes_named = names_both(sentence);
    let mut at = 0;
    for piece in sentence.split_inclusive(|c: char| is_space(c) || matches!(c, ',' | ';' | '(' | ')')) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = at;
        at += piece.len();
        let lower = word.to_lowercase();
        if let Some((n, len)) = number(word)
            .or((lower == "en").then_some((1, word.len())))
            .or((lower == "ingen").then_some((0, word.len())))
            && len == word.len()
        {
            // "Punkt 2: For 4, imod 2" counts behind the words.
            if piece.trim_end_matches(is_space).ends_with(':') {
                count = None;
                continue;
            }
            count = Some((n, range(start, start + len)));
            continue;
        }
        votes_named |= lower.contains("stem") || lower == "undlod" || lower.starts_with("blank");
        if let Some(which) = wording().behind(&lower) {
            // The first side says that votes are counted; the others may be bare: "og 1 imod".
            let Some(count) = count.take().filter(|_| votes_named) else { continue };
            let place = vote.side_mut(which);
            if place.is_some() {
                return None;
            }
            let behind = &sentence[start + word.len()..];
            // "undlod at stemme (F)".
            let after = behind.strip_prefix(" at stemme").unwrap_or(behind);
            *place = Some(side(sentence, count, sentence.len() - after.len()));
        } else if !wording().between.contains(&lower) && !word.is_empty() {
            count = None;
        }
    }
    Some(vote)
}

/// "3 for, 2 imod og 0 undlod": does a number stand right before those for, and one right before those against?
fn names_both(sentence: &str) -> bool {
    let led = |which: Which| {
        let mut before = "";
        sentence.split(|c: char| is_space(c) || matches!(c, ',' | ';' | '.')).any(|word| {
            let number = (1..=3).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit());
            before = if word.is_empty() { before } else { word };
            number && wording().behind(word) == Some(which)
        })
    };
    led(Which::Aye) && led(Which::Nay)
}

/// A side of `count` votes, and those who are listed in the brackets at byte `after`.
fn side(sentence: &str, count: (u32, text::TextRange), after: usize) -> Side {
    let mut side = Side { count: Some(count), ..Side::default() };
    if let Some((open, close)) = bracket(sentence, after) {
        entries::read(&sentence[..close], open, &mut side);
    }
    side
}

#[cfg(test)]
mod tests {
    use super::{abstained, counted};

    fn read(text: &str) -> Option<(u32, u32, Option<u32>)> {
        let vote = counted(text)?;
        let count = |side: &Option<super::Side>| side.as_ref().and_then(|side| side.count).map(|(n, _)| n);
        Some((count(&vote.aye)?, count(&vote.nay)?, count(&vote.abstain)))
    }

    #[test]
    fn sides_are_counted_in_many_words() {
        for text in [
            "Vedtaget med 5 stemmer for (A, V og C) og 1 imod (F).",
            "5 stemte for, 1 stemte imod.",
            "5 medlemmer stemte for, og 1 stemte imod.",
            "Fem stemte for, og en stemte imod.",
            "Der var 5 stemmer for, 1 imod.",
            "Forslaget faldt med 1 stemme imod og 5 stemmer for.",
            "Godkendt med 5 ja-stemmer og 1 nej-stemme.",
            "5 for, 1 imod.",
        ] {
            assert_eq!(read(text), Some((5, 1, None)), "{text}");
        }
        assert_eq!(read("Der var 5 stemmer for, 1 imod og 1 blank."), Some((5, 1, Some(1))));
        assert_eq!(read("3 for, 2 imod og 0 undlod."), Some((3, 2, Some(0))));
        for text in [
            "5 stemte for, ingen imod.",
            "Fem stemte for, ingen stemte imod.",
            "Ingen stemte imod, og 5 stemte for.",
        ] {
            assert_eq!(read(text), Some((5, 0, None)), "{text}");
        }
    }

    #[test]
    fn those_who_abstain_may_be_all_who_are_counted() {
        let text = "1 undlod at stemme (F).";
        let side = abstained(text).expect("a side");
        assert_eq!((side.count.map(|(n, _)| n), &text[side.parties[0]]), (Some(1), "F"));
        assert_eq!(abstained("Ingen undlod at stemme."), None);
        assert_eq!(abstained("3 stemte for, 1 imod og 1 undlod."), None);
    }

    #[test]
    fn those_on_a_side_are_listed_in_brackets() {
        let text = "Vedtaget med 5 stemmer for (A, V og C) og 1 imod (F).";
        let vote = counted(text).expect("a vote");
        let parties = |side: Option<super::Side>| {
            side.map(|side| side.parties.iter().map(|&at| text[at].to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(parties(vote.aye), Some(vec!["A".to_owned(), "V".to_owned(), "C".to_owned()]));
        assert_eq!(parties(vote.nay), Some(vec!["F".to_owned()]));
    }

    #[test]
    fn other_numbers_are_no_votes() {
        for text in [
            "Der afsættes 5 mio. kr. for 2026 og 1 mio. kr. imod tidligere 2.",
            "Alle stemte for punkt 5 og imod punkt 1.",
            "Byrådet stemte om 5 forslag for havnen.",
            "Hver andel har 2 stemmer for hver lejlighed.",
            "Der er 3 for mange, og 2 er imod.",
            "Ingen af medlemmerne stemte imod.",
            "Afstemning om punkt 2: For 4, imod 2.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
