//! What of a title tells it from another, and where one breaks off.

use danish::letters::fold;
use danish::lexicon::{Readings, readings, readings_of_compound};
use danish::tokens::{Classes, tokens};
use text::{is_space, range};

/// "bevare den gamle", "plan for": does a title end in a word that another must follow? `rest` is what follows in full.
pub(super) fn breaks_off(title: &str, rest: &str) -> bool {
    let last = title.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(title);
    let read = readings(last);
    let small = tokens(last, range(0, last.len())).iter().any(|word| {
        word.classes.any(
            Classes::PREPOSITION
                .or(Classes::BEFORE_NOUN)
                .or(Classes::CONJUNCTION)
                .or(Classes::AT)
                .or(Classes::SUBORDINATOR),
        )
    });
    let before = title[..title.len() - last.len()].trim_end().rsplit(' ').next().unwrap_or_default();
    let determined = matches!(before, "den" | "det" | "de" | "en" | "et");
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let adjective =
        determined && read.any(Readings::ADJECTIVE) && readings_of_compound(next).any(Readings::NOUN);
    !last.is_empty() && (small || adjective)
}

/// Is the last word of the title whole, as one that was cut seldom is?
pub(super) fn ends_in_word(title: &str) -> bool {
    let last = title.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(title);
    !last.is_empty() && readings_of_compound(last).any(Readings::NOUN)
}

/// "sommerfest (lars)" without who or what is said in brackets.
pub(super) fn without_note(title: &str) -> &str {
    let Some((name, note)) = title.rsplit_once(" (") else { return title };
    if note.ends_with(')') && !name.is_empty() { name.trim_end_matches(['.', ' ']) } else { title }
}

/// "godkendelse af dagsorden 4", where no more than a space stands before the page.
pub(super) fn without_page(title: &str) -> &str {
    let Some((name, page)) = title.rsplit_once(' ') else { return title };
    if page.len() <= 3 && page.bytes().all(|byte| byte.is_ascii_digit()) { name } else { title }
}

/// Small letters, single spaces, no stop at the end, nothing about being closed.
pub(super) fn folded(title: &str) -> String {
    let lower = fold(title).replace(['”', '“', '"', '„', '»', '«'], "").replace('–', "-");
    let words: Vec<&str> =
        lower.split(|c| is_space(c) || c == '\n' || c == '\r').filter(|word| !word.is_empty()).collect();
    let joined = words.join(" ");
    let bare = joined.trim_end_matches(['.', ':', ' ']);
    let bare = ["lukket: ", "lukket - ", "lukket punkt: ", "åben: ", "åbent: "]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark))
        .unwrap_or(bare);
    let bare = ["(lukket)", "(åben)", "- lukket", "(lukket punkt)", "(lukket sag)"]
        .iter()
        .find_map(|mark| bare.strip_suffix(mark))
        .unwrap_or(bare);
    bare.trim().to_owned()
}
