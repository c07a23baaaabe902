//! Names that stand beside a text and say that it is closed: of a style, a bookmark, a content control, a class.

use super::WORDS;
use super::letters::plain_letters;
use super::vocabulary::are_of_meetings;
use danish::letters::small;

/// Does `name` say that what bears it is closed: "Lukket punkt", "Lukketpunkt", "Lukket_20_punkt", "lukket-punkt"? What names
/// anything else besides, as "menu lukket" does, says nothing.
pub fn names_closed(name: &str) -> bool {
    const LONGEST: usize = 60;
    if name.len() > LONGEST {
        return false;
    }
    let spaced = parted(&name.replace("_20_", " "));
    let words = || spaced.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let marks = |word: &str| WORDS.first.iter().any(|mark| mark == word) || is_joined(word);
    let belongs = |word: &str| marks(word) || are_of_meetings(&small(&plain_letters(word)));
    words().any(marks) && words().all(belongs) && !words().any(|word| matches!(word, "ikke" | "ej"))
}

/// "lukketpunkt"
fn is_joined(word: &str) -> bool {
    let mut rests = WORDS.first.iter().filter_map(|mark| word.strip_prefix(mark.as_str()));
    rests.any(|rest| WORDS.joined.iter().any(|item| item == rest))
}

/// "LukketPunkt" as "lukket punkt".
fn parted(name: &str) -> String {
    let mut parted = String::with_capacity(name.len() + 4);
    let mut after_small = false;
    for c in name.chars() {
        if after_small && c.is_uppercase() {
            parted.push(' ');
        }
        after_small = c.is_lowercase();
        parted.push(c);
    }
    small(&parted)
}

#[cfg(test)]
mod tests {
    use super::names_closed;

    #[test]
    fn a_name_of_nothing_but_closed_matter_closes() {
        for name in [
            "Lukket punkt",
            "Lukketpunkt",
            "Lukket_20_punkt",
            "lukket-punkt",
            "LukketSag",
            "lukket",
            "Fortroligt_afsnit_2",
        ] {
            assert!(names_closed(name), "{name}");
        }
        for name in [
            "menu-lukket",
            "is-lukket",
            "Overskrift 2",
            "_GoBack",
            "lukkeknap",
            "ikke-lukket",
            "",
            "Åbent punkt",
        ] {
            assert!(!names_closed(name), "{name}");
        }
    }
}
