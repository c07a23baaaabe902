//! Sentences that deny that an item is closed, or say it of something else: a condition, a hall, a case that is done with.

use super::WORDS;
use super::meetings::is_of_meetings;
use super::vocabulary::{is_of_meeting, words};
use danish::letters::small;
use data::closed::closed;
use syntax::closed::{describes, says_closed};
use text::holds_words;

/// A year makes it a sentence about another meeting, in digits.
const YEAR: usize = 4;

/// Does `sentence`, in small letters, deny that an item is closed, or say it of something else?
pub(super) fn is_denied(sentence: &str) -> bool {
    // "Er døren lukket, ringer hjælperen": a condition.
    let is_condition = ["er ", "hvis "].iter().any(|word| sentence.trim_start().starts_with(word));
    is_condition
        || WORDS.reopened.iter().any(|phrase| holds_words(sentence, phrase))
        || WORDS.denied.iter().any(|phrase| holds_words(sentence, phrase))
        || is_of_thing(sentence)
        || is_part_of_thing(sentence)
        || is_ward(sentence)
        || is_described(sentence)
        || is_shut_thing(sentence)
        || is_of_open_meetings(sentence)
}

/// "Efter styrelseslovens § 10 er byrådets møder offentlige": the section says when they are not, and the sentence that they are.
fn is_of_open_meetings(sentence: &str) -> bool {
    let all = || words(sentence);
    let is_meeting = |word: &str| word.ends_with("møder") || word.ends_with("møderne");
    let is_open = |word: &str| matches!(word, "offentlige" | "åbne");
    let is_shut = |word: &str| {
        let own = &closed().phrases;
        own.closed.contains(word)
            || own.closing.contains(word)
            || own.not.contains(word)
            || word.starts_with("luk")
    };
    all().any(is_meeting) && all().any(is_open) && !all().any(is_shut)
}

/// "Kurset er kun for bestyrelsens medlemmer", "Nøglen må ikke deles ud": it is said of something that is no item.
fn is_of_thing(sentence: &str) -> bool {
    let said = [" er kun ", " må ikke deles ud", " må ikke deles op"];
    let Some((before, _)) = said.iter().find_map(|said| sentence.split_once(said)) else { return false };
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !is_of_meetings(last) && !WORDS.own_matter.iter().any(|own| own == last)
}

/// "Referatet af 2. (lukket) møde blev godkendt": each bracket describes the word behind it.
fn is_described(sentence: &str) -> bool {
    let mut brackets =
        sentence.match_indices('(').filter_map(|(at, _)| Some((at, at + sentence[at..].find(')')? + 1)));
    let mut closed = brackets.by_ref().filter(|(at, end)| says_closed(&sentence[*at..*end])).peekable();
    closed.peek().is_some() && closed.all(|(at, end)| describes(sentence, at, end))
}

/// "Et nyt lukket afsnit af cykelstien": a part of something that is no meeting and no text.
fn is_part_of_thing(sentence: &str) -> bool {
    let is_matter = |word: &str| {
        is_of_meeting(word)
            || WORDS.own_matter.iter().any(|own| own == word)
            || WORDS.matter_ends.iter().any(|end| word.ends_with(end.as_str()))
    };
    let words: Vec<&str> = words(sentence).collect();
    words.windows(4).any(|four| {
        let [shut, part, "af" | "på", thing] = four else { return false };
        let is_part = WORDS.parts_of_things.iter().any(|own| own == part);
        is_part && closed().phrases.closed.contains(*shut) && !is_matter(thing)
    })
}

/// "Demensafsnittet er et lukket afsnit", "Hun bor på den lukkede afdeling": a place where people live, and no part of a text.
fn is_ward(sentence: &str) -> bool {
    let words: Vec<&str> = words(sentence).collect();
    let is_text = |word: &&str| {
        let own = &closed().outlets.texts;
        own.contains(*word) && *word != "afsnit"
            || WORDS.records.iter().any(|record| word.starts_with(record.as_str()))
    };
    let ward = |three: &[&str]| {
        WORDS.before_wards.iter().any(|own| own == three[0])
            && matches!(three[1], "lukket" | "lukkede")
            && WORDS.wards.iter().any(|own| own == three[2])
    };
    let is_only = || words.iter().filter(|word| closed().phrases.closed.contains(**word)).count() == 1;
    words.windows(3).any(ward) && is_only() && !words.iter().any(is_text)
}

/// "Svømmehallen er lukket for offentligheden": what is shut is named, and is no item and no meeting.
fn is_shut_thing(sentence: &str) -> bool {
    let verbs = [
        "er lukket for ",
        "er lukkede for ",
        "lukkes for ",
        "holdes lukket ",
        "holdes lukkede ",
        "holder lukket ",
    ];
    let Some(at) = verbs.iter().filter_map(|verb| sentence.find(verb)).min() else { return false };
    // A clause of its own: "Da hallen er lukket for beboere".
    let subject = sentence[..at].rsplit([',', ';', ':']).next().unwrap_or_default();
    let is_matter = |word: &str| {
        is_of_meeting(word) && !closed().phrases.small.contains(word)
            || WORDS.own_matter.iter().any(|own| own == word)
            || WORDS.matter_ends.iter().any(|end| word.ends_with(end.as_str()))
    };
    let is_named = |word: &str| word.chars().count() > 2 && !closed().phrases.small.contains(word);
    words(subject).any(is_named) && !words(subject).any(is_matter)
}

/// "Svømmehallen er lukket", "Sagen om cyklen er lukket": it may be said of anything.
pub(super) fn says_done(sentence: &str) -> bool {
    let others = WORDS.said.iter().filter(|phrase| !WORDS.done.contains(phrase));
    WORDS.done.iter().any(|phrase| holds_words(sentence, phrase))
        && !others.into_iter().any(|phrase| holds_words(sentence, phrase))
}

pub(super) fn has_year(sentence: &str) -> bool {
    sentence
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == YEAR && digits.starts_with("20"))
}

/// Does a line under the heading of closed items, or behind its colon, say that there are none?
pub fn says_none(words: &str) -> bool {
    let lower = small(words);
    let words = lower.trim_start_matches(|c: char| !c.is_alphabetic());
    WORDS.none.iter().any(|none| words.starts_with(none.as_str()))
}
