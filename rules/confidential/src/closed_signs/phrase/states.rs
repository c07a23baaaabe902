//! What phrases say besides "closed": that there is none of the public, an act that excepts, a case that is finished, a house.

use rustc_hash::FxHashSet;

use super::{WORDS, is_of_meeting, words};
use data::closed::closed;

/// "Offentlighed: ingen", "Ingen adgang for offentligheden".
pub(super) fn says_answer(words: &[&str]) -> bool {
    let own = &*WORDS;
    let holds = |set: &FxHashSet<String>| words.iter().any(|word| set.contains(*word));
    let is_answered = match words {
        [label, .., answer] => own.answered.contains(*label) && own.no.contains(*answer),
        _ => false,
    };
    is_answered || holds(&own.access) && holds(&own.no) && holds(&own.public)
}

/// "må ikke offentliggøres før 1. januar 2027" without the day.
pub(super) fn without_day(mut words: Vec<&str>) -> Vec<&str> {
    let own = &*WORDS;
    let is_month = |word: &&str| closed().signs.months.iter().any(|month| month == word);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let Some(month) = words.iter().rposition(is_month).filter(|month| *month > 1) else { return words };
    let is_day = is_number(words[month - 1]) && words[month + 1..].iter().all(|word| is_number(word));
    let before = &words[..month - 1];
    let holds = |set: &FxHashSet<String>| before.iter().any(|word| set.contains(*word));
    if is_day && holds(&own.not) && holds(&own.public) {
        words.truncate(month - 1);
    }
    words
}

/// "Dørene lukkes kl. 19": they are those of a concert as well.
pub(super) fn shuts_at_hour(words: &[&str]) -> bool {
    let [doors, "lukkes", "kl" | "klokken", hour @ ..] = words else { return false };
    let is_hour = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    WORDS.shutting.contains(*doors) && (1..=2).contains(&hour.len()) && hour.iter().all(is_hour)
}

/// "Undtaget efter offentlighedsloven"
pub(super) fn is_excepted(words: &[&str]) -> bool {
    words.iter().any(|word| WORDS.excepting.contains(*word)) && words.iter().any(|word| is_law(word))
}

/// "fortroligt bilag og fortrolig behandling" without the attachment, which is marked by itself.
pub(super) fn without_attachments(words: Vec<&str>) -> Vec<&str> {
    let own = &*WORDS;
    let is_attached =
        |word: &str| closed().signs.attachments.iter().any(|sign| word.starts_with(sign.as_str()));
    match words.as_slice() {
        [mark, attached, joining, rest @ ..]
            if own.closed.contains(*mark)
                && is_attached(attached)
                && own.joining.contains(*joining)
                && rest.iter().any(|word| own.closed.contains(*word)) =>
        {
            rest.to_vec()
        }
        _ => words,
    }
}

/// "Bestyrelsens møder er ikke offentlige": is it said of all meetings, and of none of their parts?
pub(super) fn speaks_of_all_meetings(words: &[&str]) -> bool {
    const SUBJECT: usize = 3;
    let states = |pair: &[&str]| {
        matches!(pair[0], "møder" | "møderne") && matches!(pair[1], "er" | "holdes" | "afholdes")
    };
    words.windows(2).take(SUBJECT).any(states)
        && !words.iter().any(|word| WORDS.items.contains(*word) || WORDS.following.contains(*word))
}

/// "Sagen er lukket, og klageren har fået svar": is `part`, one of several of `sentence`, about a case that is finished, and does
/// no reason follow that may be one for shut doors?
pub(super) fn is_finished_in(part: &str, sentence: &str) -> bool {
    let all: Vec<&str> = words(part).collect();
    let Some((_, behind)) = sentence.split_once(part) else { return false };
    let mut next = words(behind);
    is_finished(&all) && matches!(next.next(), Some("og" | "med" | "uden" | "men"))
}

/// "Sagen er lukket", "Sag nr. 14 blev lukket", "er lukket" behind a number; of a case that is closed for somebody more is said.
pub(super) fn is_finished(words: &[&str]) -> bool {
    let is_verb = |word: &str| matches!(word, "er" | "blev" | "bliver" | "var");
    let is_case = |word: &str| WORDS.cases.contains(word);
    // "Sagerne 21-0098 og 21-0102 er lukket"
    let are_cases = || {
        words
            .iter()
            .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .all(|word| word.contains(['-', '–']))
    };
    let is_own = |word: &&str| {
        is_verb(word)
            || is_case(word)
            || matches!(*word, "og" | "samt") && are_cases()
            || matches!(*word, "nr" | "lukket")
            || WORDS.adverbs.contains(*word)
            // "22-1234"
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'))
    };
    words.first().is_some_and(|first| is_case(first) || is_verb(first))
        && words.windows(2).any(|pair| is_verb(pair[0]) && pair[1] == "lukket")
        && words.iter().all(is_own)
}

pub(super) fn is_law(word: &str) -> bool {
    WORDS.laws.iter().any(|law| law.names.iter().any(|name| name == word))
}

/// "Hal 3: Lukket": a label of a few words, one of them for what has opening hours, and its state.
pub(super) fn is_of_house(lower: &str) -> bool {
    const MOST_LABEL: usize = 3;
    const MOST_STATE: usize = 3;
    lower.split_once(':').is_some_and(|(label, state)| {
        words(label).count() <= MOST_LABEL
            && words(state).count() <= MOST_STATE
            && words(label)
                .any(|word| closed().signs.opening.iter().any(|house| word.contains(house.as_str())))
            && !words(label).any(|word| WORDS.items.contains(word))
    })
}

/// "jf. forvaltningslovens § 27": is the section named by which a case is confidential?
pub(super) fn says_law(words: &[&str]) -> bool {
    WORDS.laws.iter().any(|law| {
        words.iter().any(|word| law.names.iter().any(|name| name == word))
            && words.windows(2).any(|pair| pair[0] == "§" && law.paragraphs.iter().any(|own| own == pair[1]))
    })
}

/// "De brochurer, der ikke er omdelt, ligger i skabet": a clause on a thing that is named before it, of which no more is said than that
/// nobody has handed it out yet.
pub(super) fn is_of_thing_before(part: &str, sentence: &str) -> bool {
    const HANDED_OUT: [&str; 3] = ["omdelt", "rundsendt", "uddelt"];
    let all: Vec<&str> = words(part).collect();
    let ["der" | "som", "ikke", "er" | "var" | "blev", state] = all.as_slice() else { return false };
    let Some((before, _)) = sentence.split_once(part) else { return false };
    let named = words(before).last();
    let is_matter = |word: &str| {
        let own = closed();
        is_of_meeting(word)
            || own.signs.own_matter.iter().any(|matter| matter == word)
            || own.outlets.texts.contains(word)
            || own.signs.attachments.iter().any(|attached| word.starts_with(attached.as_str()))
    };
    HANDED_OUT.contains(state) && named.is_some_and(|word| !is_matter(word))
}
