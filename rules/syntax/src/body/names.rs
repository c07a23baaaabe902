//! The names of bodies: "Kulturudvalget", "Skolebestyrelsen ved Åskolen", "Forældrebestyrelsen for dagplejen".

use super::without_period;
use crate::vocabulary::{Bodies, Vocabulary};
use danish::letters::small;
use text::{begins_with, ends_with, is_space, trim};

/// The name of a body at the start of `words`, election period and all: "Byråd 2022-2025", "Social- og
/// Handicapudvalget"; the whole of `words` must be the name.
pub fn body_name<'t>(words: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let words = trim(words);
    let name = without_period(words);
    let last = name.rsplit(is_space).next()?;
    let lower = last.to_lowercase();
    let bodies = &vocabulary.bodies;
    let known = bodies.endings.iter().any(|ending| ends_with(&lower, ending) || genitive(&lower, ending));
    let begun = bodies.beginnings.iter().any(|beginning| begins_with(name, beginning));
    ((known || begun) && is_proper_name(name, bodies) || begun && is_plain_name(name, bodies))
        .then_some(words)
}

/// The same, with the place that a body is of behind its name: "Skolebestyrelsen ved Krogsted Skole".
pub fn placed_body_name<'t>(words: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let words = trim(words);
    let placed = |link: &&str| {
        let Some((body, place)) = words.split_once(*link) else { return false };
        // "Byggeudvalget for Hal 3", "Beboerrådet i Lindegade 4-10".
        let counted =
            |word: &str| word.len() <= 7 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let bare = place.rsplit_once(' ').filter(|(_, last)| counted(last));
        let place = bare.map_or(place, |(place, _)| place);
        // "Klubbestyrelsen i 3F Kystegnen".
        let begins = place.trim_start_matches(|c: char| c.is_ascii_digit());
        body_name(body, vocabulary).is_some()
            && begins.starts_with(char::is_uppercase)
            && is_proper_name(begins, &vocabulary.bodies)
    };
    const LINKS: [&str; 8] = [" ved ", " på ", " i ", " for ", " VED ", " PÅ ", " I ", " FOR "];
    body_name(words, vocabulary)
        .or_else(|| is_by_section(words).then_some(words))
        .or_else(|| LINKS.iter().any(placed).then_some(words))
        .or_else(|| is_of_kind(words, vocabulary).then_some(words))
        .or_else(|| names_its_place(words, vocabulary).then_some(words))
        .or_else(|| is_of_small_words(words, vocabulary).then_some(words))
}

/// "skolebestyrelsen ved Krogsted Skole", as the name is written behind "Møde i"; "bestyrelsen" alone is no name.
pub fn body_behind_link<'t>(words: &'t str, vocabulary: &Vocabulary) -> Option<&'t str> {
    let words = trim(words);
    let words = words.split_once(", ").map_or(words, |(body, _)| body);
    let (body, place) = [" ved ", " på ", " i ", " for "]
        .iter()
        .find_map(|link| words.split_once(*link))
        .unwrap_or((words, ""));
    let folded = body.to_lowercase();
    let ends =
        |ending: &str| (folded.len() > ending.len() || !place.is_empty()) && ends_with(&folded, ending);
    let placed = place.is_empty()
        || place.starts_with(char::is_uppercase) && is_proper_name(place, &vocabulary.bodies);
    (words.starts_with(char::is_lowercase)
        && !body.contains(is_space)
        && placed
        && vocabulary.bodies.endings.iter().any(|ending| ends(ending)))
    .then_some(words)
}

/// "Forældrebestyrelsen for dagplejen": a body of which there are many, and the one thing that it is for.
fn is_of_kind(words: &str, vocabulary: &Vocabulary) -> bool {
    let Some((body, matter)) = words.split_once(" for ") else { return false };
    let bodies = &vocabulary.bodies;
    let folded = small(body);
    let many = bodies.of_places.iter().any(|own| *folded == **own);
    many && body.starts_with(char::is_uppercase) && is_one_word(matter) && is_plain_name(matter, bodies)
}

/// "Det lokale uddannelsesudvalg for tømrere", "Bruger- og pårørenderådet ved Engen": may the words of a name be small ones?
fn is_of_small_words(words: &str, vocabulary: &Vocabulary) -> bool {
    let bodies = &vocabulary.bodies;
    let (body, place) = [" for ", " ved ", " i ", " på "]
        .iter()
        .find_map(|link| words.split_once(*link))
        .unwrap_or((words, ""));
    let Some((first, last)) = body.rsplit_once(is_space) else { return false };
    let folded = small(last);
    let whole =
        first == "Det" || first.starts_with("Det ") || first.ends_with("- og") || first.ends_with("-, og");
    let few = first.split(is_space).count() <= 3;
    let named = bodies.endings.iter().any(|ending| folded.len() > ending.len() && ends_with(&folded, ending));
    whole
        && few
        && named
        && (place.is_empty() || is_plain_name(place, bodies) || is_proper_name(place, bodies))
}

/// "§ 17, stk. 4-udvalget for Bosætning": a committee that is called by the section of the law that lets it be.
fn is_by_section(words: &str) -> bool {
    let Some((section, rest)) = words.split_once("udvalg").filter(|_| words.starts_with('§')) else {
        return false;
    };
    let mut parts = section.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let of_law = parts.all(|part| part == "stk" || part.bytes().all(|byte| byte.is_ascii_digit()));
    let matter = rest.strip_prefix("et").unwrap_or(rest);
    of_law
        && words.len() <= 120
        && (matter.is_empty() || [" for ", " om "].iter().any(|link| matter.starts_with(link)))
}

/// "Forældrebestyrelsen Mælkebøtten", "Menighedsrådet, Ørum Kirke": a body of which every place has one, and the place. What
/// the document is may stand there too: "Skolebestyrelsen Referat".
fn names_its_place(words: &str, vocabulary: &Vocabulary) -> bool {
    let bodies = &vocabulary.bodies;
    let Some((body, place)) = words.split_once(is_space) else { return false };
    let folded = small(body.trim_end_matches(','));
    let of_place = bodies.of_places.iter().any(|own| folded.ends_with(&**own));
    let is_other = |word: &str| bodies.no_places.iter().any(|own| small(word).ends_with(&**own));
    of_place
        && body.starts_with(char::is_uppercase)
        && is_proper_name(place, bodies)
        && !place.contains(|c: char| c.is_ascii_digit())
        && !place.split(is_space).any(is_other)
}

/// Is every word of `name` one that a name of a body may have? "Orientering i Byrådet" is none.
pub(super) fn is_proper_name(name: &str, bodies: &Bodies) -> bool {
    let words = name.split(is_space).filter(|word| !word.is_empty());
    let proper = |word: &str| {
        word.starts_with(char::is_uppercase)
            || bodies.small.iter().any(|own| **own == *word)
            || word.contains("udvalg")
            || word.contains("byråd")
            || word.ends_with(['-', ','])
    };
    name.starts_with(char::is_uppercase)
        && name.len() <= 120
        && !name.contains([';', '?', '!', ':'])
        && words.clone().all(|word| !word.contains('.') || bodies.stopped.iter().any(|own| **own == *word))
        && words.clone().count() <= 14
        && words.clone().all(proper)
}

/// "Udvalget for nære sundhedstilbud": may the words after "for" be part of the name, though they are small? A sentence
/// goes on for longer, or has a verb.
fn is_plain_name(name: &str, bodies: &Bodies) -> bool {
    name.split(is_space).count() <= 7
        && !name.contains(['.', ';', '?', '!', ':'])
        && (!name.contains(',') || is_row(name))
        && !name.contains(|c: char| c.is_ascii_digit())
        && !name.split(is_space).any(|word| bodies.never.iter().any(|never| **never == *word))
}

/// "Udvalget for børn, unge og familie": do the commas of `name` part a row of single words that "og" ends?
fn is_row(name: &str) -> bool {
    let mut parts = name.split(',').map(trim).rev();
    let ends = parts
        .next()
        .and_then(|last| last.split_once(" og "))
        .is_some_and(|(a, b)| is_one_word(a) && !b.is_empty());
    // The name begins before the first word of the row.
    ends && parts.clone().count() >= 1 && parts.rev().skip(1).all(is_one_word)
}

fn is_one_word(words: &str) -> bool {
    !words.is_empty() && !words.contains(is_space)
}

fn genitive(word: &str, ending: &str) -> bool {
    word.strip_suffix('s').is_some_and(|stem| stem.ends_with(ending))
}
