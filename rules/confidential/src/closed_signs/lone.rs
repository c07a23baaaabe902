//! Signs that stand alone: a section of an act on a line of its own, a picture at an end of a heading, a letter behind a name.

use super::WORDS;
use danish::letters::small;
use data::closed::closed;
use lint::people_in;
use text::{is_space, range_of};

/// "§ 27 a", "Jf. § 10, stk. 1": a section by which cases are closed, of an act that is not named, and nothing else.
pub fn is_lone_section(line: &str) -> bool {
    const LONGEST: usize = 40;
    if line.len() > LONGEST || !line.contains('§') {
        return false;
    }
    let lower = small(line);
    let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '§').filter(|word| !word.is_empty());
    let behind_sign = lower.split('§').skip(1).any(|behind| {
        let behind = behind.trim_start_matches(is_space);
        let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
        WORDS.sections.iter().any(|own| *own == behind[..end])
    });
    let is_own = |word: &str| {
        let word = word.trim_start_matches('§');
        word.chars().count() <= 1
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(word, "jf" | "jvf" | "iht" | "efter" | "stk" | "nr" | "og" | "pkt")
    };
    behind_sign && words().all(is_own)
}

/// "🔒 2. Køb", "2. Køb 🔒", "2. 🔒 Køb", "2. Køb 🔒: Ejeren …": does `heading` bear the picture where a mark stands?
pub fn is_pictured(heading: &str) -> bool {
    let label = heading.split_once(':').map_or("", |(label, _)| label.trim_end_matches(is_space));
    if WORDS.pictures.iter().any(|picture| label.ends_with(picture.as_str())) {
        return true;
    }
    let bare = heading
        .trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '#' | '.' | '(' | ')' | '[' | ']'));
    let behind_number =
        bare.trim_start_matches(|c: char| c.is_ascii_digit() || is_space(c) || matches!(c, '.' | ':' | ')'));
    let stands = |picture: &String| {
        bare.starts_with(picture.as_str())
            || bare.ends_with(picture.as_str())
            || behind_number.starts_with(picture.as_str())
    };
    WORDS.pictures.iter().any(stands)
}

/// The letter in brackets behind each name of a person or a list in `line`: "Ulla Dam (L)", "Lokallisten (L)".
pub fn letters_behind_names(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('(').filter_map(move |(at, _)| {
        let inner = &line[at + 1..];
        let letter = &inner[..inner.find(')')?];
        let is_letter = letter.chars().count() == 1 && letter.chars().all(char::is_uppercase);
        let before = line[..at].trim_end_matches(is_space);
        (is_letter && (ends_in_person(before) || ends_in_list(before))).then_some(letter)
    })
}

/// "Lisbeth Dam, formand (LD)": is `inner`, which stands in brackets in `line`, the initials of the person before it? In a numbered
/// heading it is not.
pub(super) fn is_initials(line: &str, inner: &str) -> bool {
    let is_short = inner.chars().count() > 1 && inner.chars().all(char::is_uppercase);
    if !is_short || line.trim_start_matches(['#', '*', ' ']).starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let before = near(line[..usize::from(range_of(line, inner).start())].trim_end_matches(['(', '[', '{']));
    let Some(name) = people_in(before).last() else { return false };
    let behind = before[usize::from(name.end())..].trim_matches(is_space);
    let office = behind.strip_prefix(',').map(|office| office.trim_start_matches(is_space));
    let is_office = |office: &str| office.chars().all(char::is_alphabetic);
    let mut words = before[name].split([' ', '-']).filter_map(|word| word.chars().next());
    let (first, last) = (words.next(), words.next_back());
    (behind.is_empty() || office.is_some_and(is_office))
        && inner.chars().next() == first
        && inner.chars().next_back() == last
}

/// "(L) kunne ikke tiltræde indstillingen", "(L) tog ordet": is `inner` the letter of a list, of which `line` tells how it voted, or
/// that it spoke?
pub(super) fn is_voter(line: &str, inner: &str) -> bool {
    inner.chars().count() == 1
        && (closed().items.voting.iter().any(|words| line.contains(words.as_str()))
            || is_speaker(line, inner))
}

/// Does the letter `inner` begin a clause of `line` that goes on with what somebody says?
fn is_speaker(line: &str, inner: &str) -> bool {
    let place = range_of(line, inner);
    let before = line[..usize::from(place.start())].trim_end_matches(['(', '[']).trim_end_matches(is_space);
    let behind = line[usize::from(place.end())..].trim_start_matches([')', ']']).trim_start_matches(is_space);
    let begins = before.is_empty() || [",", ".", ":", " og"].iter().any(|end| before.ends_with(end));
    begins && WORDS.speaking.iter().any(|verb| text::begins_with(behind, verb))
}

/// "Lokallisten (L)": does `letter` stand in brackets behind the name of a list in `line`?
pub fn bears_letter_of_list(line: &str, letter: &str) -> bool {
    let mut own = letters_behind_names(line).filter(|own| *own == letter);
    own.any(|own| {
        let open = usize::from(range_of(line, own).start()) - 1;
        ends_in_list(line[..open].trim_end_matches(is_space))
    })
}

/// `line` without "(L)" behind such names.
pub fn without_letters(line: &str) -> String {
    let mut left = String::with_capacity(line.len());
    let mut from = 0;
    for letter in letters_behind_names(line) {
        let letter = range_of(line, letter);
        left.push_str(&line[from..usize::from(letter.start()) - 1]);
        from = usize::from(letter.end()) + 1;
    }
    left.push_str(&line[from..]);
    left
}

/// The end of `before`, in which a name that ends it stands whole.
fn near(before: &str) -> &str {
    /// No name is longer, in bytes.
    const LONGEST: usize = 80;
    &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST))..]
}

fn ends_in_person(before: &str) -> bool {
    let near = near(before);
    people_in(near).last().is_some_and(|name| usize::from(name.end()) == near.len())
}

/// "Lokallisten", "Liberal Alliance".
fn ends_in_list(before: &str) -> bool {
    let last = before.rsplit(is_space).next().unwrap_or_default();
    let lower = small(last);
    last.starts_with(char::is_uppercase) && WORDS.list_ends.iter().any(|end| lower.ends_with(end.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{is_initials, is_lone_section, is_pictured, is_voter, letters_behind_names, without_letters};

    #[test]
    fn a_section_alone_may_be_a_mark() {
        for line in ["§ 27 a", "§ 27", "Jf. § 10", "§ 10, stk. 1", "(§27)"] {
            assert!(is_lone_section(line), "{line}");
        }
        for line in ["§ 4", "§ 10 Bestyrelsen", "Planlovens § 27 a", "10", "§", "§ 27 ændres"] {
            assert!(!is_lone_section(line), "{line}");
        }
    }

    #[test]
    fn a_picture_stands_at_an_end() {
        for heading in ["🔒 2. Køb", "2. Køb 🔒", "## 2. 🔒 Køb", "2. Køb (🔒)", "2. Køb 🔒: Ejeren er syg."]
        {
            assert!(is_pictured(heading), "{heading}");
        }
        assert!(!is_pictured("2. Køb af 🔒 til cykler"));
    }

    #[test]
    fn a_letter_behind_a_name_is_that_of_a_list() {
        let line = "Forslag fra Ulla Dam (L), Lokallisten (L) og Bo Lind (A) om grunden (L)";
        assert_eq!(letters_behind_names(line).collect::<Vec<_>>(), ["L", "L", "A"]);
        assert_eq!(without_letters(line), "Forslag fra Ulla Dam , Lokallisten  og Bo Lind  om grunden (L)");
    }

    /// What the last brackets of `line` hold.
    fn inner_of(line: &str) -> &str {
        let inner = line.rsplit_once('(').map_or("", |(_, inner)| inner);
        inner.split(')').next().unwrap_or_default()
    }

    #[test]
    fn a_letter_of_which_a_vote_is_told_is_a_list() {
        assert!(is_voter("(L) kunne ikke tiltræde indstillingen.", "L"));
        assert!(
            !is_voter("2. Køb af grund (L)", "L") && !is_voter("Udvalget stemte om køb (lukket)", "lukket")
        );
    }

    #[test]
    fn a_letter_that_speaks_is_a_list() {
        for line in ["(L) tog ordet", "Bo Lind fik ordet, og (L) svarede", "Debat: (L) spurgte til taksten"] {
            assert!(is_voter(line, inner_of(line)), "{line}");
        }
        for line in ["(L) Salg af grunden", "Salg af grunden (L) svarede til budgettet"] {
            assert!(!is_voter(line, inner_of(line)), "{line}");
        }
    }

    #[test]
    fn letters_behind_a_person_may_be_initials() {
        for line in [
            "Lisbeth Dam, seniorudvalgsformand (LD)",
            "Til stede: Bo Lund (BL), Lars Peter Skov (LS)",
            "Afbud fra Lone Poulsen (LP)",
        ] {
            assert!(is_initials(line, inner_of(line)), "{line}");
        }
        for line in [
            "Salg af grunden (LD)",
            "4. Opsigelse af Lisbeth Dam (LD)",
            "Bo Lund (LS)",
            "Lisbeth Dam fik ordet om salget (LD)",
            "Lisbeth Dam (L)",
        ] {
            assert!(!is_initials(line, inner_of(line)), "{line}");
        }
    }
}
