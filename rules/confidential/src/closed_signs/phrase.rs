//! Phrases made of the words of meetings alone that say that something is closed: "Dette punkt må ikke hænges op".
//!
//! No list holds all ways to say so. But whoever says it of an item uses few words, and whoever speaks of a bridge or of a
//! library that is shut names it. So a phrase counts where every word of it belongs to meetings, and one says "closed", or
//! two of them "not" and "public", or "only" and "the board".

mod boxes;
mod few;
mod parts;
mod several;
mod states;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::denied::is_denied;
use super::gate::Held;
use super::meetings::is_of_meetings;
use super::plain::plain;
use super::vocabulary::{WORDS, is_day, is_of_meeting, laws, said, words};
use boxes::{ticked, with_boxes};
use danish::letters::small;
use data::closed::closed;
use parts::parts;
use several::{counted, counts_states, is_state_of_several, numbers};
use states::{
    is_excepted, is_finished, is_finished_in, is_of_house, is_of_thing_before, says_answer, says_law,
    shuts_at_hour, speaks_of_all_meetings, without_attachments, without_day,
};
use text::is_space;

pub(crate) use boxes::is_unticked;
pub(super) use few::is_for_few;
pub use several::{item_numbers, named, open_numbers};

/// What a phrase says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The numbers of the items that it names.
    pub numbers: Vec<u32>,
    /// Does it speak of the item that it stands in: "punktet", "dette punkt"?
    pub of_own: bool,
    /// Does it speak of all that follows: "Herefter blev dørene lukket"?
    pub of_rest: bool,
    /// Does it speak of the item that follows: "Følgende punkt er lukket"?
    pub of_next: bool,
    /// Does it speak of the meeting itself, which is also closed when it ends: "Mødet blev lukket kl. 21"?
    pub of_meeting: bool,
    /// May it speak of a place that few come into: "Adgang: begrænset"?
    pub of_place: bool,
    /// Does it speak of many at once, which may as well be done with: "4 punkter er lukket"?
    pub of_several: bool,
    /// Does it speak of a case that may be finished: "Sag nr. 14 er lukket"?
    pub is_done: bool,
    /// Does it name a section alone, which any sentence may: "Lærerne har tavshedspligt, jf. straffelovens § 152"?
    pub of_law: bool,
}

/// A longer line is prose, in which commas part no marks, in bytes.
const LONGEST: usize = 160;
/// Who alone it is for is told in no more words behind the name.
const PAIR: usize = 3;
/// A label before a colon has no more words.
const LABEL: usize = 3;

/// Does any part of `line` say that something is closed?
pub(super) fn tells(line: &str) -> bool {
    let lower = small(line);
    if !has_stem(&lower) || is_of_hours(&lower) || counts_states(&lower) {
        return false;
    }
    if let Some(ticked) = ticked(&with_boxes(&lower)) {
        return read(ticked).is_some();
    }
    // What one sentence denies another may say.
    let says = |said: &String| {
        let is_told = |phrase: Phrase| !phrase.of_law || is_of_meetings(said);
        Held::of(said).has(Held::WORD)
            && !is_denied(said)
            && parts(said).any(|part| {
                read(part).is_some_and(is_told)
                    && !is_finished_in(part, said)
                    && !is_of_thing_before(part, said)
            })
    };
    said(line).iter().any(says) || is_row_of_two(&lower)
}

/// "| Publiceres | Nej |": a label and its value.
fn is_row_of_two(lower: &str) -> bool {
    let cells: Vec<&str> = lower.split(['|', '\t']).filter(|cell| !cell.trim().is_empty()).collect();
    matches!(cells.as_slice(), [_, _]) && read(&cells.join(" ")).is_some()
}

/// What `line` says of items where it says nothing else.
pub fn whole(line: &str) -> Option<Phrase> {
    let plain = plain(line);
    if is_picture(&plain) {
        return Some(Phrase::default());
    }
    if plain.len() > LONGEST {
        return None;
    }
    let lower = small(&plain);
    let is_said = has_stem(&lower) && !is_denied(&lower) && !counts_states(&lower) && !is_unticked(&lower);
    if !is_said || is_of_house(&lower) {
        return None;
    }
    if let Some(ticked) = ticked(&with_boxes(&lower)) {
        return read(ticked);
    }
    let all: Vec<&str> = parts(&lower).filter(|part| part.contains(char::is_alphanumeric)).collect();
    let is_label =
        lower.contains(':') && all.len() > 1 && words(all[0]).count() <= LABEL && read(all[0]).is_none();
    let said = &all[usize::from(is_label)..];
    if said.iter().any(|part| read(part).is_none() && !words(part).all(is_of_meeting)) {
        return None;
    }
    said.iter().find_map(|part| read(part))
}

/// "🔒": the sign and nothing else.
fn is_picture(line: &str) -> bool {
    let line = line.trim_matches(is_space);
    closed().signs.pictures.iter().any(|picture| line == picture)
}

/// Does a heading say by a part of it that its item is closed: "Fortroligt: Køb", "Køb – kun for bestyrelsen"?
pub fn is_marked(heading: &str) -> bool {
    let plain = plain(heading);
    if plain.len() > LONGEST {
        return false;
    }
    let lower = small(&plain);
    if !has_stem(&lower) || is_denied(&lower) {
        return false;
    }
    let all: Vec<&str> = parts(&lower).filter(|part| part.contains(char::is_alphabetic)).collect();
    // "Tavshedspligt: Alle har skrevet under" is about that, and "Fest (kun for medlemmer)" may be said of a feast.
    let is_topic = |part: &str| {
        let bare = part.trim_matches(|c: char| !c.is_alphabetic());
        part == all[0] && closed().signs.topics.iter().any(|topic| topic == bare)
    };
    let marks = |part: &&str| {
        !is_topic(part)
            && !words(part).any(|word| word.starts_with("medlemmer"))
            && read(part).is_some_and(|phrase| !phrase.of_rest && phrase.numbers.is_empty())
    };
    all.len() > 1 && all.iter().any(marks)
}

/// Does a cell of `row` say that its item is closed, and nothing else?
pub fn is_marked_row(row: &str) -> bool {
    let lower = small(&plain(row));
    let marks = |cell: &str| read(cell).is_some_and(|phrase| !phrase.of_rest && phrase.numbers.is_empty());
    has_stem(&lower) && lower.split(['|', '\t']).any(marks)
}

/// Do `words`, the meaning of a sign, say that something is closed?
pub fn is_of_closed(words: &str) -> bool {
    read(&small(&plain(words))).is_some()
}

/// "Fredag: lukket", "Hallen: lukket": opening hours. "Fortroligt: Lederen går i juni" tells none, as nothing is shut, and behind
/// "Lukket: " nothing but days may follow.
pub(super) fn is_of_hours(lower: &str) -> bool {
    const MOST_WORDS: usize = 8;
    const BETWEEN_DAYS: &[&str] =
        &["i", "på", "om", "til", "fra", "den", "hele", "hver", "og", "samt", "uge"];
    let mut all = words(lower);
    let begins_with_mark = all.next().is_some_and(|first| STEMS.contains(first));
    is_of_house(lower)
        || is_shut_place(lower)
        || words(lower).count() <= MOST_WORDS
            && words(lower).any(is_day)
            && words(lower).any(|word| word.starts_with("luk"))
            && (!begins_with_mark || all.all(|word| is_day(word) || BETWEEN_DAYS.contains(&word)))
            && !words(lower)
                .any(|word| WORDS.items.contains(word) || word.starts_with(|c: char| c.is_ascii_digit()))
}

/// "Lukket: Svømmehallen i uge 7.": a place and a time behind the mark, and nothing that was done or said.
fn is_shut_place(lower: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let Some((mark, behind)) = lower.split_once(':') else { return false };
    let bare = mark.trim_matches(|c: char| !c.is_alphanumeric());
    let is_place = |word: &str| {
        closed().signs.opening.iter().any(|place| word.contains(place.as_str())) && !is_day(word)
    };
    let is_time = |word: &str| {
        is_day(word)
            || matches!(word, "i" | "på" | "fra" | "til" | "den" | "hele" | "og" | "kl")
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'))
    };
    bare == "lukket"
        && words(behind).count() <= MOST_WORDS
        && words(behind).next().is_some_and(is_place)
        && words(behind).any(is_day)
        && words(behind).all(|word| is_place(word) || is_time(word))
}

/// Is one of the words there without which nothing is said?
fn has_stem(lower: &str) -> bool {
    words(lower).any(|word| STEMS.contains(word))
}

/// Those words.
static STEMS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let own = &*WORDS;
    let sets = [&own.closed, &own.closing, &own.access, &own.public, &own.only, &own.open];
    sets.into_iter().flatten().map(String::as_str).chain(laws()).collect()
});

/// What `part` says, in small letters, where all its words, or those before "og", belong to meetings.
fn read(part: &str) -> Option<Phrase> {
    let own = &*WORDS;
    let mut all: Vec<&str> = without_attachments(without_day(counted(words(part))));
    if speaks_of_all_meetings(&all) {
        return None;
    }
    // "Lukkede og åbne boligafdelinger"
    let is_pair = |one: &str, other: &str| own.closed.contains(one) && own.open.contains(other);
    let of_both = |three: &[&str]| {
        own.joining.contains(three[1]) && (is_pair(three[0], three[2]) || is_pair(three[2], three[0]))
    };
    if all.windows(3).any(of_both) {
        return None;
    }
    // "Lukket for beboere"
    let for_outsiders = |at: usize| {
        at > 0
            && all[at - 1] == "for"
            && closed().leaving.outsiders.contains(all[at])
            && !own.public.contains(all[at])
    };
    let n_outsiders = (0..all.len()).filter(|at| for_outsiders(*at)).count();
    let mut has_reason = false;
    let is_other = |(at, word): (usize, &&str)| !is_of_meeting(word) && !for_outsiders(at);
    if let Some(other) = all.iter().enumerate().position(is_other) {
        let ends = |word: &&str| own.joining.contains(*word) || own.reasons.contains(*word);
        let end = all[..other].iter().rposition(ends)?;
        has_reason = own.reasons.contains(all[end]);
        all.truncate(end);
    }
    let holds = |set: &FxHashSet<String>| all.iter().any(|word| set.contains(*word));
    let near = |one: &FxHashSet<String>, other: &FxHashSet<String>| {
        all.iter().enumerate().any(|(at, word)| {
            one.contains(*word) && all[at + 1..].iter().take(2).any(|word| other.contains(*word))
        })
    };
    let denied = near(&own.denying, &own.closed) || holds(&own.closed) && holds(&own.no);
    let closes = holds(&own.closed) || holds(&own.closing) && (holds(&own.shutting) || holds(&own.meetings));
    // "Lukket kl. 18-23": opening hours.
    let is_span = |word: &&str| word.contains(['-', '–']) && word.contains(|c: char| c.is_ascii_digit());
    // "Dørene er lukkede efter kl. 22": every evening.
    let is_daily = || {
        let before = |pair: &[&str]| matches!(pair[0], "efter" | "før" | "mellem") && pair[1] == "kl";
        all.contains(&"er") && all.windows(2).any(before)
    };
    let of_hours = all.contains(&"kl")
        && (all.iter().any(is_span) || is_daily())
        && !holds(&own.items)
        && !holds(&own.meetings);
    // A shop may be shut for the sake of something.
    let says_closed = closes && !denied && !holds(&own.open) && !of_hours && !has_reason;
    let says_not_public = holds(&own.not) && holds(&own.public) && !holds(&own.closed);
    // "Til brug for udvalgets drøftelse alene"
    // "(Bestyrelsen alene)"
    let is_pair = || matches!(all.as_slice(), [.., group, only] if own.groups.contains(*group) && own.only.contains(*only));
    let says_only = near(&own.only, &own.groups)
        || near(&own.groups, &own.only) && all.contains(&"brug")
        || all.len() <= PAIR && is_pair();
    let says_not_open =
        near(&own.not, &own.open) || holds(&own.open) && holds(&own.no) && !holds(&own.closed);
    let says_limited = holds(&own.access) && holds(&own.limited);
    let says_law = says_law(&all);
    let says_it = says_closed
        || says_not_public
        || says_only
        || says_not_open
        || says_answer(&all)
        || is_excepted(&all);
    let says_else = says_it || says_law;
    let of_law = says_law && !says_it && !says_limited;
    let is_shut_for_some =
        n_outsiders > 0 && says_closed && ![&own.items, &own.meetings, &own.shutting].into_iter().any(holds);
    // "Kun for medlemmer" is said of a club.
    let is_member = |word: &&&str| own.groups.contains(**word) && !own.members.contains(**word);
    let of_members = says_only && !says_closed && !holds(&own.items) && all.iter().find(is_member).is_none();
    // "Døren skal holdes lukket": one door is one of wood.
    let is_one_door = all.iter().any(|word| matches!(*word, "dør" | "døren"))
        && says_closed
        && ![&own.items, &own.meetings, &own.following, &own.public].into_iter().any(holds)
        && !near(&own.behind, &own.closed);
    // "Derfor er døren lukket"
    if is_one_door && all.iter().any(|word| own.adverbs.contains(*word)) {
        return None;
    }
    let of_place = is_shut_for_some
        || is_one_door
        || shuts_at_hour(&all)
        || of_members
        || !says_else && !all.iter().any(|word| own.access.contains(*word) && !own.entry.contains(*word));
    // "Den er lukket" is said of a shop.
    let is_vague = all.iter().any(|word| matches!(*word, "den" | "det" | "de" | "der"));
    let has_subject = !is_vague
        || says_only
        || holds(&own.items)
        || holds(&own.meetings)
        || holds(&own.shutting)
        || holds(&own.following)
        || !says_closed;
    let of_several = is_state_of_several(&all);
    // "Sagerne er lukket": they are done with.
    let is_done = of_several
        && all.iter().any(|word| *word == "lukket" || *word == "afsluttet")
        && !all.iter().any(|word| word.starts_with("punkt"));
    if !(says_else || says_limited) || !has_subject || is_done {
        return None;
    }
    let numbers = numbers(&all);
    let of_own = numbers.is_empty() && holds(&own.own);
    let others = numbers.is_empty() && !of_own && says_closed;
    let of_next = others && holds(&own.following) && all.iter().any(|word| own.single.contains(*word));
    let is_now = holds(&own.following) || all.contains(&"kl");
    let shuts = holds(&own.shutting) && !near(&own.behind, &own.closed);
    let of_rest = others && !of_next && is_now && (shuts || holds(&own.following));
    // "Behandlet på lukket møde" is no end of one.
    let is_kind =
        all.windows(2).any(|pair| own.closed.contains(pair[0]) && matches!(pair[1], "møde" | "møder"));
    let of_meeting = !of_own && numbers.is_empty() && holds(&own.meetings) && !holds(&own.public) && !is_kind;
    let is_done = is_finished(&all);
    Some(Phrase { numbers, of_own, of_rest, of_next, of_meeting, of_place, of_several, is_done, of_law })
}
