//! Signs that are no words: letters before a number, stars, a word with spaces between its letters.

use super::WORDS;
use super::phrase::is_of_closed;
use danish::letters::small;
use text::{is_space, range_of};

/// "L2. Køb", "LP 3. Køb", "2L. Køb", "Punkt L2: Køb", "2. (L) Køb", "2. Køb - L".
pub(super) fn is_lettered(line: &str) -> bool {
    begins_lettered(line) || ends_lettered(line) || is_letter_of_label(line)
}

/// "Status: L"
fn is_letter_of_label(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, letter)| {
        let is_dress = |c: char| is_space(c) || matches!(c, '*' | '_' | '.' | '-');
        LETTERS.contains(&letter.trim_matches(is_dress))
            && WORDS.letter_labels.contains(&small(label.trim_matches(is_dress)))
    })
}

/// "L2. Køb", "2. LP Køb": a letter before the title.
fn begins_lettered(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '#' | '*' | '_' | '-' | '|'));
    let rest = behind_word(line).trim_start_matches(is_space);
    let letters = LETTERS.iter().find_map(|letters| rest.strip_prefix(letters));
    if let Some(rest) = letters {
        let rest = rest.trim_start_matches([' ', '-', '.', '\u{a0}']);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let behind = &rest[digits..];
        return (1..=2).contains(&digits)
            && begins_title(behind.trim_start_matches(['.', ':', ')', '-', '–']), behind);
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = rest[digits..].trim_start_matches([' ', '.']);
    (1..=3).contains(&digits)
        && LETTERS.iter().filter_map(|letters| behind.strip_prefix(letters)).any(begins_own_title)
}

/// What stands in `line` behind the word for an item before its number: "2. Køb" of "Punkt 2. Køb".
fn behind_word(line: &str) -> &str {
    let behind = |word: &&str| {
        line.get(..word.len()).filter(|begin| begin.eq_ignore_ascii_case(word)).map(|_| &line[word.len()..])
    };
    ["punkt ", "pkt. ", "pkt ", "sag ", "ad "].iter().find_map(behind).unwrap_or(line)
}

/// What stands for "lukket", "lukket punkt", "lukket sag" and "lukket dagsorden".
const LETTERS: [&str; 4] = ["LP", "LS", "LD", "L"];

/// Does a title of its own begin behind a letter, after a sign or a space?
fn begins_own_title(behind: &str) -> bool {
    begins_title(behind.trim_start_matches(['.', ':', ')', '-', '–']), behind)
}

/// "2. Køb af grund - L", "3. Salg/LP": a numbered title that ends in the letter.
fn ends_lettered(line: &str) -> bool {
    const LONGEST: usize = 160;
    let line = line.trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '.' | '|'));
    let is_numbered = || {
        let bare = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '#' | '*' | '_' | '|'));
        bare.starts_with(|c: char| c.is_ascii_digit())
            || WORDS.joined.iter().any(|item| small(bare).strip_prefix(item.as_str()).is_some())
    };
    let before = || LETTERS.iter().find_map(|letters| line.strip_suffix(letters));
    line.len() <= LONGEST
        && line.ends_with(['L', 'P', 'S', 'D'])
        && before().is_some_and(|before| {
            [" - ", " – ", " — ", "/", " / ", ", "].iter().any(|sign| before.ends_with(sign))
        })
        && is_numbered()
}

/// "L = lukket", "F: Fortroligt punkt", "Sager mærket L er lukkede": the letter of a legend, and what it means.
pub fn legend(line: &str) -> Option<(&str, &str)> {
    for (n, word) in line.split(is_space).enumerate().take(MOST_WORDS) {
        let start = usize::from(range_of(line, word).start());
        let letter = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '=');
        let letter = letter.split('=').next().unwrap_or_default();
        let is_letter = letter.chars().count() == 1 && letter.starts_with(char::is_uppercase);
        if !is_letter {
            continue;
        }
        let at = start + word.find(letter)? + letter.len();
        let behind = line[at..].trim_start_matches(['"', '”', ')', ' ', '\u{a0}']);
        let is_label = n == 0 || line[..start].trim_end_matches(is_space).ends_with(':');
        let signs = ["=", "betyder ", "står for "].into_iter().chain(is_label.then_some(": "));
        let is_marked = || {
            let before =
                small(line[..start].trim_end_matches(|c| is_space(c) || matches!(c, '"' | '”' | '(')));
            WORDS.marked_with.iter().any(|lead| before.ends_with(lead.as_str()))
        };
        let meaning = signs.into_iter().find_map(|sign| behind.strip_prefix(sign));
        let meaning = meaning.or_else(|| is_marked().then_some(behind));
        let meaning = meaning.map(|meaning| meaning.split([',', ';']).next().unwrap_or(meaning));
        if let Some(meaning) = meaning.filter(|meaning| is_of_closed(meaning)) {
            return Some((letter, meaning));
        }
    }
    None
}

/// A legend names its letter among so many words.
const MOST_WORDS: usize = 16;

/// Does a title follow, behind a sign or a space?
fn begins_title(title: &str, behind: &str) -> bool {
    let words = title.trim_start_matches(is_space);
    !behind.starts_with(char::is_alphanumeric)
        && words.len() < behind.len()
        && words.starts_with(char::is_uppercase)
        || behind.trim_matches(|c: char| is_space(c) || matches!(c, '.' | ':' | '|')).is_empty()
            && !behind.is_empty()
}

/// "2. Køb*", "*2. Køb", "2.* Køb": a star that no other ends.
pub(super) fn is_starred(line: &str) -> bool {
    if memchr::memchr(b'*', line.as_bytes()).is_none() {
        return false;
    }
    let numbered = || {
        let bare = line.trim_start_matches(|c: char| is_space(c) || matches!(c, '*' | '#'));
        let bare = behind_word(bare);
        let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (1..=3).contains(&digits) && bare[digits..].starts_with(['.', ':', ')', ' ', '*'])
    };
    let behind_number = || {
        let bare = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')'));
        line.starts_with(|c: char| c.is_ascii_digit()) && bare.starts_with("* ")
            || bare.trim_start().starts_with('*')
    };
    // "*14. maj 2024*" is a day in italics, one star of which is its mark.
    let is_day = || {
        let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.nth(1).is_some_and(|month| WORDS.months.contains(&small(month)))
    };
    let apart = line.starts_with('*') && !line.starts_with("* ") || line.ends_with('*') || behind_number();
    line.len() <= 120 && line.matches('*').count() == 1 && apart && numbered() && !is_day()
}

/// "L u k k e t".
pub(super) fn is_spaced(line: &str) -> bool {
    let lower = small(line);
    WORDS.spaced.iter().any(|spaced| lower.contains(spaced.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{is_starred, legend};

    #[test]
    fn a_day_in_italics_has_no_star_of_its_own() {
        for line in ["14. maj 2024*", "*14. maj 2024", "1. juni*"] {
            assert!(!is_starred(line), "{line}");
        }
        for line in ["14. Majfest*", "*2. Køb", "2.* Køb"] {
            assert!(is_starred(line), "{line}");
        }
    }

    #[test]
    fn a_letter_is_looked_at_behind_any_space() {
        for space in [" ", "\u{a0}", "\u{2009}", "\t"] {
            let line = format!("Der er{space}to forslag:{space}I dag kører{space}kun den ene.");
            assert_eq!(legend(&line), None, "{line}");
        }
        assert_eq!(legend("Sager\u{a0}mærket\u{a0}L er lukkede").map(|(letter, _)| letter), Some("L"));
    }
}
