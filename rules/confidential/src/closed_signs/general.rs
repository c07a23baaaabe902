//! Sentences about closedness as such: how often doors are shut, what rules there are, a service that keeps secrets.
//!
//! They say nothing of an item. But one word for the item itself, its number or a mark makes a sentence one about that item.

use std::sync::LazyLock;

use super::WORDS;
use super::meetings::{is_of_meetings, names_place};
use super::phrase::whole;
use super::vocabulary::{is_of_meeting, said};
use danish::letters::small;
use data::closed::closed;
use text::needles::Needles;
use text::{holds_words, is_space};

/// A shorter line may be a heading or a mark.
const SENTENCE: usize = 3;

/// One of these stands in each sentence that speaks of closedness in general; they are looked for at once, as few lines hold one.
static MAY_BE: LazyLock<Needles> = LazyLock::new(|| {
    let (general, services, sources) = (&WORDS.general, &WORDS.services, &WORDS.sources);
    let lists = [general, services, sources, &WORDS.ended, &WORDS.earlier, &WORDS.fell, &WORDS.practice];
    let words = lists.into_iter().flatten().map(String::as_str);
    Needles::new(words.chain(["dør", "lukkede ", "fortrolige "]))
});

/// `line` without the sentences that speak of closedness in general; `None` where it has none.
pub(super) fn without_general(line: &str) -> Option<String> {
    if !MAY_BE.are_in(&small(line)) {
        return None;
    }
    let all = said(line);
    // "Lågen skal altid være lukket. Dørene lukkes kl. 17."
    let is_of_house = |at: usize| {
        let others = || all[..at].iter().chain(&all[at + 1..]);
        shuts_doors(&all[at]) && others().any(|other| names_place(other) && !is_of_meetings(other))
    };
    let is_left = |at: &usize| {
        let said = &all[*at];
        !is_general(said) && !ends_meeting(said) && !fell(said, all.get(at + 1)) && !is_of_house(*at)
    };
    let left: Vec<&str> = (0..all.len()).filter(is_left).map(|at| &*all[at]).collect();
    (left.len() < all.len()).then(|| left.join(" "))
}

/// Does a sentence of `line` speak of closedness in general?
pub fn speaks_in_general(line: &str) -> bool {
    let speaks = |said: &str| is_general(said) && WORDS.stems.iter().any(|stem| said.contains(stem.as_str()));
    WORDS.stems.iter().any(|stem| small(line).contains(stem.as_str()))
        && said(line).iter().any(|said| speaks(said))
}

/// Is `line` a sentence, or some, without a word for the item, the case or the meeting that it stands in?
pub fn tells_of_others(line: &str) -> bool {
    const LONG_SENTENCE: usize = 6;
    let tells = |said: &String| {
        let words: Vec<&str> = words(said).collect();
        words.len() >= LONG_SENTENCE && !is_of_own(&words) && !is_labelled(said)
    };
    let is_sentence = line.trim_end().ends_with(['.', '?', '!', '"', '”', '«']);
    let spoken: Vec<String> = said(line).into_iter().filter(|said| has_stem(said)).collect();
    is_sentence && !spoken.is_empty() && spoken.iter().all(tells) && !line.contains(['(', '[', '|', '\t'])
}

/// "Ida Holm foreslog, at punktet behandles for lukkede døre. Forslaget faldt.": the doors stay open.
fn fell(sentence: &str, next: Option<&String>) -> bool {
    let holds = |list: &[String], said: &str| list.iter().any(|phrase| holds_words(said, phrase));
    let is_lost = |said: &str| holds(&WORDS.fell, said);
    holds(&WORDS.proposed, sentence) && (is_lost(sentence) || next.is_some_and(|next| is_lost(next)))
}

/// "Udvalget behandlede i april to lukkede punkter."
fn is_earlier(words: &[&str]) -> bool {
    let holds = |list: &[String], word: &str| list.iter().any(|own| own == word);
    words
        .windows(3)
        .any(|three| holds(&WORDS.earlier, three[0]) && three[1] == "i" && holds(&WORDS.months, three[2]))
}

fn has_stem(said: &str) -> bool {
    WORDS.stems.iter().any(|stem| said.contains(stem.as_str()))
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_general(sentence: &str) -> bool {
    let words: Vec<&str> = words(sentence).collect();
    let counts = || WORDS.general.iter().any(|phrase| holds_words(sentence, phrase));
    words.len() >= SENTENCE
        && (counts()
            || is_of_service(&words)
            || is_earlier(&words)
            || is_of_kind(sentence, &words)
            || is_demand(sentence, &words)
            || is_practice(&words)
            || is_elsewhere(&words))
        && !is_of_own(&words)
        && !sentence.contains(['(', '[', '{', '|', '\t'])
        && !is_labelled(sentence)
}

/// "Sager om personer behandles for lukkede døre, jf. vedtægternes § 7": a rule about all of a kind, and where it stands.
fn is_of_kind(sentence: &str, words: &[&str]) -> bool {
    let holds = |list: &[String]| list.iter().any(|phrase| holds_words(sentence, phrase));
    // "Sager om personer", "Bestyrelsens møder".
    let kind = words.iter().take(2).position(|word| WORDS.kinds.iter().any(|kind| kind == word));
    // "Lukkede punkter udelades af de referater, der lægges på nettet."
    let is_own = |word: &str| word.ends_with('s') || matches!(word, "lukkede" | "fortrolige");
    let is_kind = kind.is_some_and(|at| at == 0 || is_own(words[0]));
    // "Punkter 3 og 4 behandles for lukkede døre."
    let is_numbered = kind.is_some_and(|at| {
        words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    });
    is_kind && !is_numbered && sentence.trim_end().ends_with('.') && holds(&WORDS.sources)
}

/// "Lukkede punkter skal begrundes bedre": what all of a kind should be.
fn is_demand(sentence: &str, words: &[&str]) -> bool {
    const FEWEST: usize = 5;
    let [closed, kind, modal, ..] = words else { return false };
    words.len() >= FEWEST
        && matches!(*closed, "lukkede" | "fortrolige")
        && WORDS.kinds.iter().any(|own| own == kind)
        && WORDS.demands.iter().any(|own| own == modal)
        && whole(sentence).is_none()
}

/// "Formanden lukkede mødet og takkede for god ro og orden": what is closed is over.
fn ends_meeting(sentence: &str) -> bool {
    WORDS.ended.iter().any(|phrase| holds_words(sentence, phrase))
        && !WORDS.not_ended.iter().any(|part| sentence.contains(part.as_str()))
}

/// "Patienternes oplysninger behandles fortroligt", "Data opbevares fortroligt", "Samtaler foregår bag lukkede døre": what is always done with all of some kind.
fn is_practice(words: &[&str]) -> bool {
    let is_done = |word: &&str| WORDS.practice.iter().any(|own| own == word);
    let is_of_all = |word: &str| {
        word.ends_with("nes") && !is_of_meeting(word) || WORDS.handled.iter().any(|own| own == word)
    };
    let foregoes = |pair: &[&str]| pair[1] == "foregår" && !is_of_meeting(pair[0]);
    is_of_all(words[0]) && words.iter().skip(1).any(is_done) || foregoes(words)
}

/// "Forhandlingerne foregik for lukkede døre i Forligsinstitutionen": are they the doors of others?
fn is_elsewhere(words: &[&str]) -> bool {
    words.windows(4).any(|four| {
        matches!(four, ["lukkede", "døre", "i" | "hos" | "på" | "ved", place] if !is_of_meeting(place) && !is_body(place))
    })
}

/// "Økonomiudvalget"
fn is_body(word: &str) -> bool {
    let ends = &closed().items.body_ends;
    ends.iter().any(|end| word.ends_with(end.as_str())) || closed().phrases.groups.contains(word)
}

/// "Dørene lukkes kl. 17."
fn shuts_doors(sentence: &str) -> bool {
    whole(sentence).is_some_and(|phrase| phrase.of_rest) && !names_place(sentence.trim_start_matches("dør"))
}

/// "Ordningen er fortrolig", "rådgivningen er anonym og fortrolig": it is said of a service.
fn is_of_service(words: &[&str]) -> bool {
    const NEAR: usize = 4;
    let is_service = |word: &str| WORDS.services.iter().any(|end| word.ends_with(end.as_str()));
    let mut at = words.iter().enumerate().filter(|(_, word)| is_service(word)).map(|(at, _)| at);
    at.any(|at| words[at + 1..].iter().take(NEAR).any(|word| word.starts_with("fortrolig")))
}

/// Does `line` speak of the item or the meeting that it stands in?
pub fn speaks_of_own(line: &str) -> bool {
    let lower = small(line);
    is_of_own(&words(&lower).collect::<Vec<_>>())
}

/// Is one of `words` about the item or the meeting that the sentence stands in: "punktet", "punkt 4", "herefter"?
fn is_of_own(words: &[&str]) -> bool {
    let is_own = |(at, word): (usize, &&str)| {
        // "Lukkede punkter fra mødet i april"
        let is_former = *word == "mødet" && at > 0 && words[at - 1] == "fra";
        !is_former && WORDS.own_matter.iter().any(|own| own == word)
    };
    let numbered = |pair: &[&str]| {
        WORDS.about.iter().any(|about| about == pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit())
    };
    words.iter().enumerate().any(is_own) || words.windows(2).any(numbered)
}

/// "Lukket: …", "Fortroligt – …", "Må ikke offentliggøres: …"
fn is_labelled(sentence: &str) -> bool {
    const FEW_WORDS: usize = 6;
    let label =
        [":", " – ", " - "].iter().filter_map(|sign| sentence.split_once(sign)).map(|(label, _)| label);
    let is_told = |label: &str| words(label).count() <= FEW_WORDS && whole(label).is_some();
    if label.min_by_key(|label| label.len()).is_some_and(is_told) {
        return true;
    }
    let words = sentence.trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = WORDS.first.iter().find_map(|mark| words.strip_prefix(mark.as_str()));
    rest.is_some_and(|rest| {
        rest.trim_start_matches(is_space).starts_with([':', '-', '–', '—', '.', ',']) || rest.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::super::is_possible;
    use super::speaks_in_general;

    #[test]
    fn talk_of_closedness_in_general_closes_nothing() {
        for line in [
            "Udvalget drøftede, hvor ofte sager behandles for lukkede døre.",
            "Antallet af lukkede punkter er faldet fra 120 til 94 om året.",
            "Byrådet ønsker færre lukkede punkter.",
            "Lukkede punkter skal begrundes bedre.",
            "Lukkede møder bør holdes sjældnere end i dag.",
            "Udvalget fik en gennemgang af reglerne for lukkede møder.",
            "Andelen af lukkede sager er højere end i nabokommunerne.",
            "Ordningen er fortrolig, og tre sager er afsluttet.",
            "Ordningen er fortrolig.",
            "Rådgivningen er gratis og fortrolig.",
            "Svarene behandles fortroligt.",
            "Sager om personer behandles for lukkede døre, jf. vedtægternes § 7.",
            "Referater lægges på hjemmesiden, lukkede punkter undtaget.",
            "Bestyrelsens møder er lukkede for publikum, jf. styrelsesvedtægtens § 5.",
            "Rådet drøftede, om ansættelsessager skal behandles for lukkede døre.",
        ] {
            assert!(speaks_in_general(line) && !is_possible(line), "{line}");
        }
    }

    #[test]
    fn a_word_for_the_item_itself_makes_it_one_about_that() {
        for line in [
            "Efter reglerne for lukkede møder behandles punktet for lukkede døre.",
            "Antallet af tilbud er fem. Sagen blev behandlet for lukkede døre.",
            "Punkt 4 behandles for lukkede døre efter praksis for grundsalg.",
            "Tilbuddet er fortroligt.",
            "Prisen er fortrolig, og sagen hører under ordningen.",
            "Lukket: reglerne for tildeling",
            "Herefter lukkede døre, jf. reglerne for lukkede møder.",
            "Behandles for lukkede døre, jf. vedtægternes § 7.",
            "Sager, der behandles for lukkede døre",
            "Punkter 3 og 4 behandles for lukkede døre, jf. vedtægternes § 7.",
            "Formanden lukkede mødet for tilhørere.",
            "Rådet drøftede, om punktet skulle behandles for lukkede døre, og dørene blev lukket.",
            "Mødet blev lukket for offentligheden, og formanden takkede gæsterne.",
        ] {
            assert!(is_possible(line), "{line}");
        }
    }

    #[test]
    fn a_meeting_that_is_over_closes_nothing() {
        for line in [
            "Formanden lukkede mødet.",
            "Mødet blev lukket kl. 20.30 af formanden, som takkede for god ro og orden.",
            "Dirigenten lukkede debatten, og forslaget blev sat til afstemning.",
        ] {
            assert!(!is_possible(line), "{line}");
        }
    }
}
