//! Titles that are about closed matter and close nothing, and words that are only named: "Klage over lukket møde", "Filmen Bag lukkede
//! døre", "Ordet »fortroligt«".

use super::vocabulary::is_of_meeting;
use danish::letters::small;
use data::closed::{TitlesAbout, closed};

fn own() -> &'static TitlesAbout {
    &closed().titles_about
}

/// Is `title` about closed matter: a rule, a complaint, a question, a play?
pub fn is_about_closed(title: &str) -> bool {
    !title.contains(['(', '[', '{', '|', '\t'])
        && (is_governed(title) || is_question(title) || is_work(title))
}

/// "Ny forretningsgang for lukkede punkter": what is closed depends on a noun for talk, rules or complaints.
fn is_governed(title: &str) -> bool {
    let lower = small(title);
    if lower.contains([':', ',']) || lower.contains(" - ") || lower.contains(" – ") {
        return false;
    }
    let words: Vec<&str> = words(&lower).collect();
    let (own, is_talk) = (own(), |word: &str| own().talk.iter().any(|end| word.ends_with(end.as_str())));
    let behind = |at: usize| {
        let mut rest = words[at + 1..].iter().skip_while(|word| own.articles.contains(**word));
        rest.next().is_some_and(|word| own.closed.contains(*word))
    };
    (1..words.len()).any(|at| own.prepositions.contains(words[at]) && is_talk(words[at - 1]) && behind(at))
}

/// "Skal sagen behandles for lukkede døre?"
fn is_question(title: &str) -> bool {
    const FEWEST: usize = 4;
    title.trim_end().ends_with('?') && words(title).count() >= FEWEST
}

/// "Teaterstykket Bag lukkede døre", "Foredrag: Bag lukkede døre": the name of a work stands behind the word for it.
fn is_work(title: &str) -> bool {
    let words: Vec<&str> = words(title).collect();
    let is_named = |pair: &[&str]| {
        own().works.contains(&*small(pair[0]))
            && pair[1].starts_with(char::is_uppercase)
            && pair[1] != "Lukket"
    };
    words.windows(2).any(is_named)
}

/// Is all that `line` says of closed matter a word that it names: "Ordet »fortroligt« bruges om papirer"? The sentence without it must
/// speak of none, as `speaks` tells.
pub fn is_word_named(line: &str, speaks: impl Fn(&str) -> bool) -> bool {
    let parts: Vec<&str> = line.split(['"', '”', '“', '»', '«', '\'', '’', '‘', '„']).collect();
    let is_mentioned =
        |before: &str| words(before).next_back().is_some_and(|last| own().mentions.contains(&*small(last)));
    let outside = parts.iter().step_by(2).copied().collect::<Vec<_>>().join(" ");
    // "papirer, der ikke må deles": what the word is used of.
    let ends = [", der ", ", som "].iter().filter_map(|relative| outside.find(relative));
    let outside = &outside[..ends.min().unwrap_or(outside.len())];
    parts.len() > 2
        && parts.len() % 2 == 1
        && parts.iter().step_by(2).any(|before| is_mentioned(before))
        && !speaks(outside)
}

/// Is `title` that of an item in which members are told of their duties: "Velkomst til nye medlemmer"?
pub fn introduces(title: &str) -> bool {
    let lower = small(title);
    own().introducing.iter().any(|part| lower.contains(part.as_str()))
}

/// "Det lukkede møde sluttede kl. 21.15": does `line` say that a closed part is over, and nothing else?
pub fn ends_closed_part(line: &str) -> bool {
    let lower = small(line);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let all: Vec<&str> = words(&lower).filter(|word| !is_number(word)).collect();
    let all = all.strip_prefix(&["kl"]).unwrap_or(&all);
    let own = own();
    let is_over = |word: &str| own.over.contains(word);
    all.iter().any(|word| own.closed.contains(*word))
        && all.iter().any(|word| is_over(word))
        && all.iter().all(|word| own.closed.contains(*word) || is_over(word) || is_of_meeting(word))
}

fn words(line: &str) -> impl DoubleEndedIterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{is_about_closed, is_word_named};
    use crate::closed_signs::is_possible;

    #[test]
    fn a_title_may_be_about_closed_matter() {
        for title in [
            "Ny forretningsgang for lukkede punkter",
            "Klage over lukket møde",
            "Anmodning om aktindsigt i en lukket sag",
            "Forslag om færre lukkede punkter",
            "Skal sagen behandles for lukkede døre?",
            "Teaterstykket Bag lukkede døre",
            "Foredrag: Bag lukkede døre",
        ] {
            assert!(is_about_closed(title), "{title}");
        }
        for title in [
            "Orientering om lukkede sager",
            "Klage over nabo (lukket)",
            "Forslag: lukket punkt",
            "Klage over nabo, lukket punkt",
            "Behandling i lukket møde",
            "Lukket?",
            "Filmen Lukket",
        ] {
            assert!(!is_about_closed(title), "{title}");
        }
    }

    #[test]
    fn a_word_may_only_be_named() {
        for line in [
            "Ordet »fortroligt« bruges om papirer i skabet.",
            "Ordet »fortroligt« bruges om papirer, der ikke må deles.",
            "Stemplet \"LUKKET\" skal ikke bruges mere.",
            "Der sættes et skilt op med teksten \"Lukket for offentligheden\".",
        ] {
            assert!(is_word_named(line, is_possible), "{line}");
        }
        for line in [
            "Bilaget er mærket »fortroligt«.",
            "Ordet »hemmeligt« faldt, og punktet er lukket.",
            "Formanden sagde: \"Sagen er fortrolig.\"",
        ] {
            assert!(!is_word_named(line, is_possible), "{line}");
        }
    }
}
