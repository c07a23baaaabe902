//! Where the words of an outcome say another thing: "tiltrædes ikke", "…, når byggeriet er godkendt".

use std::sync::LazyLock;

use serde::Deserialize;

use super::Outcome;
use danish::letters::small;
use text::needle::Needle;
use text::needles::Needles;
use text::{TextRange, begins_with, ends_in_words, holds, is_space};

#[derive(Deserialize)]
struct RawPlaces {
    turned_behind: Vec<Box<str>>,
    turned_before: Vec<Box<str>>,
    denied_before: Vec<Box<str>>,
    named_before: Vec<Box<str>>,
    minority: Vec<Box<str>>,
    sends: Vec<Box<str>>,
    heard: Vec<Box<str>>,
    others_behind: Vec<Box<str>>,
    unwanted: Vec<Box<str>>,
    side_remark: Vec<Box<str>>,
    elsewhere: Vec<Box<str>>,
    nothing: Vec<Box<str>>,
    asks: Vec<Box<str>>,
    next_time: Vec<Box<str>>,
    resolves: Vec<Box<str>>,
    resolved_how: Vec<Box<str>>,
    resolved_not: Vec<Box<str>>,
    carriers: Vec<Box<str>>,
}

struct Places {
    written: RawPlaces,
    side_remarks: Needles,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let written: RawPlaces = data::read("outcome_places");
    let side_remarks = Needles::new(&written.side_remark);
    Places { written, side_remarks }
});

/// Those of `found` in `text` that decide here and now, each as what it comes to.
pub(super) fn placed(text: &str, found: Vec<(Outcome, TextRange)>) -> Vec<(Outcome, TextRange)> {
    let folded = small(text);
    let read = found.into_iter().filter_map(|(outcome, at)| Some((read(&folded, outcome, at)?, at)));
    let mut kept: Vec<(Outcome, TextRange)> = Vec::new();
    for (outcome, at) in read {
        let between = kept.last().map(|&(last, before)| {
            (last, before, folded.get(usize::from(before.end())..usize::from(at.start())).unwrap_or(""))
        });
        match between {
            Some((Outcome::Recommended, _, between))
                if is_asked(between) || is_advised(between, &folded[at]) => {}
            // "besluttede, at ansøgningen afvises": what was decided says more than that something was.
            Some((_, before, between)) if resolves(&folded[before]) && is_resolved(between, &folded[at]) => {
                // "besluttede, at planen drøftes i maj" decides that.
                if outcome != Outcome::Discussed {
                    kept.pop();
                    kept.push((outcome, at));
                }
            }
            _ => kept.push((resolved(&folded, outcome, at).unwrap_or(outcome), at)),
        }
    }
    kept
}

/// Does an outcome behind `between` only say what is recommended: "anbefaler over for Byrådet, at planen vedtages", "indstilles godkendt"?
fn is_asked(between: &str) -> bool {
    let ends = between.contains(['.', ';', '!']);
    !ends && (between.trim().is_empty() || PLACES.written.asks.iter().any(|word| holds(between, word)))
}

/// "anbefaler standarden godkendt": does a participle only say what is recommended, with nothing but its thing between?
fn is_advised(between: &str, outcome: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let words = || between.split(is_space).filter(|word| !word.is_empty());
    outcome.ends_with('t')
        && !outcome.contains(' ')
        && !between.contains([',', '.', ';', '!', ':'])
        && words().count() <= MOST_WORDS
        && !words().any(|word| matches!(word, "og" | "er" | "blev" | "bliver" | "som" | "der"))
}

fn resolves(word: &str) -> bool {
    PLACES.written.resolves.iter().any(|own| **own == *word)
}

/// Does "at" stand in `between`, and no end of a sentence?
fn is_resolved(between: &str, outcome: &str) -> bool {
    let words = || between.split([' ', ',']).chain(outcome.split(' '));
    !between.contains(['.', ';', '!', '?']) && words().any(|word| word == "at")
}

/// What "besluttede at udskyde sagen" says was decided, where the outcome at `place` only says that something was.
fn resolved(folded: &str, outcome: Outcome, place: TextRange) -> Option<Outcome> {
    let written = &PLACES.written;
    if outcome != Outcome::Adopted || !resolves(&folded[place]) {
        return None;
    }
    let rest = &folded[place.end().into()..];
    let clause = &rest[..rest.find(['.', ';', '!', '?', '\n']).unwrap_or(rest.len())];
    let (mut led, mut turned) = (false, false);
    let mut at = clause;
    loop {
        at = at.trim_start_matches(|c| is_space(c) || matches!(c, ',' | ':'));
        let len = at.find(|c: char| is_space(c) || c == ',').unwrap_or(at.len());
        let word = &at[..len];
        turned |= written.resolved_not.iter().any(|own| **own == *word);
        let between = turned && written.resolved_not.iter().any(|own| **own == *word)
            || written.resolved_how.iter().any(|own| **own == *word);
        led |= word == "at";
        if word.is_empty() || !between {
            break;
        }
        at = &at[len..];
    }
    let asked = super::asked(at);
    let carried = written.carriers.iter().any(|own| at.split(is_space).next() == Some(&**own));
    let (asked, verb) = *asked.first().filter(|_| led)?;
    let own = usize::from(verb.start()) == 0 || carried && !at[..verb.start().into()].contains(',');
    let told = !matches!(asked, Outcome::Adopted | Outcome::Discussed | Outcome::Other);
    let asked = Some(asked).filter(|_| own && told)?;
    if turned { turn(asked) } else { Some(asked) }
}

fn read(folded: &str, outcome: Outcome, at: TextRange) -> Option<Outcome> {
    let written = &PLACES.written;
    let (before, behind) = (&folded[..at.start().into()], &folded[at.end().into()..]);
    let behind = behind.trim_start_matches(is_space);
    let sentence = &before[sentence_start(before)..];
    let begins =
        |words: &str| behind.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let others = || written.elsewhere.iter().chain(&written.nothing);
    let elsewhere = || others().any(|words| begins_with(sentence, words));
    // "Godkendes det?"
    let asked = behind.find(['.', '?', '!', ';']).is_some_and(|stop| behind[stop..].starts_with('?'));
    if asked
        || written.others_behind.iter().any(|words| begins(words))
        || outcome != Outcome::Postponed && written.next_time.iter().any(|words| begins(words))
        || elsewhere()
        || is_side_remark(sentence)
    {
        return None;
    }
    let bare = sentence.trim_end_matches(is_space);
    let named = || written.named_before.iter().any(|words| ends_in_words(bare, words));
    if folded[at].ends_with('t') && behind.starts_with(char::is_alphabetic) && named() {
        return None;
    }
    let of_few = || written.minority.iter().any(|words| begins_with(sentence, words)) || is_faction(sentence);
    if outcome == Outcome::Rejected && folded[at].split(is_space).any(|word| word == "ikke") && of_few() {
        return None;
    }
    // "ønsker ikke, at forslaget oversendes".
    let unwanted =
        written.unwanted.iter().filter_map(|words| sentence.rfind(&**words).map(|at| at + words.len()));
    if unwanted.max().is_some_and(|from| !sentence[from..].contains(',')) {
        return turn(outcome).filter(|_| outcome != Outcome::Rejected);
    }
    let turned = written.turned_behind.iter().any(|words| begins(words))
        || written.turned_before.iter().any(|words| ends_in_words(bare, words));
    if turned {
        return turn(outcome);
    }
    let denied = written.denied_before.iter().any(|words| ends_in_words(bare, words));
    if denied { turn(outcome).filter(|_| outcome != Outcome::Rejected) } else { Some(outcome) }
}

/// "O (1) kan ikke anbefale planen.": does a party's letter, with how many voted, begin `sentence`, in small letters?
fn is_faction(sentence: &str) -> bool {
    let mut letters = sentence.chars();
    let (first, rest) = (letters.next(), letters.as_str());
    let count = rest.trim_start_matches(is_space).strip_prefix('(').and_then(|rest| rest.split_once(')'));
    first.is_some_and(char::is_alphabetic)
        && count.is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Where "sender studieordningen i høring" says where something is sent, as far as no comma or stop stands between.
pub(super) fn sent(text: &str) -> Option<TextRange> {
    const LONGEST: usize = 120;
    static HEARING: Needle = Needle::new("høring");
    // Few sentences speak of a hearing.
    if !HEARING.is_in(text) {
        return None;
    }
    let folded = small(text);
    let written = &PLACES.written;
    let verb = |word: &&str| written.sends.iter().any(|own| **own == **word);
    written.heard.iter().find_map(|heard| {
        let end = folded.find(&**heard)?;
        let before = &folded[..end];
        let clause = before.rfind([',', '.', ';', '!', '?']).map_or(0, |at| at + 1);
        let clause = &before[clause..];
        let whole = !folded[end + heard.len()..].starts_with(char::is_alphanumeric);
        let plain = clause.len() <= LONGEST && !clause.split(is_space).any(|word| word == "ikke");
        let start = clause.split(is_space).find(verb).map(|word| text::range_of(&folded, word).start());
        let start = start.filter(|_| whole && plain && folded.len() == text.len())?;
        Some(TextRange::new(start, text::size(&folded[..end + heard.len()])))
    })
}

/// What it comes to when it is turned round: not to adopt is to reject, and not to put off decides nothing.
fn turn(outcome: Outcome) -> Option<Outcome> {
    match outcome {
        Outcome::Approved | Outcome::Noted | Outcome::Recommended | Outcome::Adopted | Outcome::Rejected => {
            Some(Outcome::Rejected)
        }
        _ => None,
    }
}

/// Where the sentence begins that `before` ends in.
fn sentence_start(before: &str) -> usize {
    let stops = before.rmatch_indices(['.', '!', '?', ';']);
    let ends = |at: &usize| before[at + 1..].starts_with(is_space);
    let start = stops.map(|(at, _)| at).find(ends).map_or(0, |at| at + 1);
    start + before[start..].len() - before[start..].trim_start_matches(is_space).len()
}

/// Is no comma between the end of `sentence`, where an outcome follows, and what begins a side remark?
fn is_side_remark(sentence: &str) -> bool {
    let last = PLACES.side_remarks.find_iter(sentence).last();
    last.is_some_and(|opens| !sentence[opens.end..].contains(','))
}

#[cfg(test)]
mod tests {
    use super::super::{Outcome, decided};
    use super::PLACES;

    fn outcomes(text: &str) -> Vec<Outcome> {
        decided(text).into_iter().map(|(outcome, _)| outcome).collect()
    }

    #[test]
    fn what_a_thing_is_did_not_come_of_the_item() {
        for words in
            ["Skuret flyttes til et godkendt område.", "Der findes en vedtaget plan.", "Et afvist krav."]
        {
            assert_eq!(outcomes(words), [], "{words}");
        }
        for words in
            ["Et skur blev godkendt i dag.", "Derefter blev det godkendt som vist.", "Planen er godkendt."]
        {
            assert_eq!(outcomes(words), [Outcome::Approved], "{words}");
        }
    }

    #[test]
    fn a_minority_that_cannot_go_along_rejects_nothing() {
        for (words, outcome) in [
            ("Planen anbefales. Et mindretal på 2 kan ikke anbefale den.", Outcome::Recommended),
            ("Godkendt. Mindretallet kunne ikke godkende prisen.", Outcome::Approved),
            ("Vedtaget. Et mindretal kan ikke tiltræde punkt 2.", Outcome::Adopted),
            ("Anbefales. O (1) kan ikke anbefale indstillingen.", Outcome::Recommended),
            ("Anbefales. Ø (2) kunne ikke anbefale den.", Outcome::Recommended),
            ("Godkendt. Enhedslisten kunne ikke tiltræde punkt 2.", Outcome::Approved),
            ("Godkendt. Dansk Folkeparti kan ikke godkende prisen.", Outcome::Approved),
            ("Udvalget kan ikke anbefale planen.", Outcome::Rejected),
            ("Flertallet kunne ikke anbefale planen.", Outcome::Rejected),
        ] {
            assert_eq!(outcomes(words), [outcome], "{words}");
        }
    }

    #[test]
    fn a_name_that_holds_a_word_turns_nothing_round() {
        for name in [
            "Rikke",
            "Ulrikke",
            "Henrikke",
            "Frederikke Udengaard",
            "Malene Stage",
            "Lis From",
            "Agat",
            "Mandat",
        ] {
            for (sentence, outcome) in [
                ("blev valgt som formand.", Outcome::Adopted),
                ("er udpeget til rådet.", Outcome::Adopted),
                ("bliver genvalgt.", Outcome::Adopted),
                ("kan godkende planen. Vedtaget.", Outcome::Adopted),
                ("anbefales. Planen vedtaget.", Outcome::Recommended),
                ("godkendte planen.", Outcome::Approved),
                ("vedtog planen.", Outcome::Adopted),
            ] {
                let words = format!("{name} {sentence}");
                assert_eq!(outcomes(&words).first(), Some(&outcome), "{words}");
            }
        }
        for words in &PLACES.written.turned_before {
            assert!(!outcomes(&format!("Zak{words} valgt.")).contains(&Outcome::Rejected), "{words}");
        }
    }
}
