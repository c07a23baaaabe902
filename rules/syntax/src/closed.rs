//! Headings that say that their item is treated behind closed doors: "Køb af grund (Lukket)", "Lukket punkt: Køb af grund".

use super::heading_words;
use data::closed::closed;
use memchr::memchr2;

use super::kind::LONGEST_TITLE;
use super::title::{self, mark_at};
use super::vocabulary::fold;
use text::{begins_with, ends_with, is_space};

/// A longer line is no heading, in bytes.
const LONGEST: usize = 3 * LONGEST_TITLE;

/// "Personale/lukket: Hun er syg": does the label before a colon or a stop say it, and more stand behind?
pub fn label_says_closed(words: &str) -> bool {
    let ends = [": ", ". "].iter().filter_map(|sign| words.find(sign));
    let label = ends.min().map_or("", |end| &words[..end]);
    says_closed(label) && !is_of_house(label)
}

/// Does a heading say that its item is closed?
pub fn says_closed(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    // The letters are rare, and looked for before anything is folded: in all places at once, without a branch.
    let pairs = words.bytes().zip(words.bytes().skip(1));
    let may = pairs.fold(false, |may, (one, next)| may | (one | 32 == b'k') & (next | 32 == b'k'));
    may && (says_outside_brackets(words) || is_bracketed(words)) || is_confidential(words)
}

/// `(Lukket)` or `[lukket]` anywhere in the line.
fn is_bracketed(words: &str) -> bool {
    let mut from = 0;
    let signs = |from: usize| {
        let rest = &words.as_bytes()[from..];
        [memchr2(b'(', b'[', rest), memchr2(b'*', b'`', rest)].into_iter().flatten().min().map(|at| from + at)
    };
    while let Some(at) = signs(from) {
        if mark_at(&words[at..]).is_some_and(|(len, closed)| closed && !describes(words, at, at + len)) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// "Referat af 2. (lukket) møde": does the bracket at these bytes of `words` belong to the word behind it, inside a sentence?
pub fn describes(words: &str, start: usize, end: usize) -> bool {
    let next = words[end..].split(|c: char| !c.is_alphanumeric()).nth(1).unwrap_or_default();
    words[end..].starts_with(is_space)
        && words[..start].contains(char::is_alphabetic)
        && closed().headings.described.iter().any(|own| **own == *next)
}

/// "Fortroligt: Køb af grund", "Køb af grund (fortroligt)", "Fortroligt punkt".
fn is_confidential(words: &str) -> bool {
    words.ends_with([')', ']']) && is_bracketed(words) || {
        let title = behind_number(words);
        let begins = |mark: &str| title.get(..mark.len()).is_some_and(|own| own.eq_ignore_ascii_case(mark));
        closed().headings.rarer.iter().any(|mark| begins(mark)) && {
            let folded = fold(title);
            let title = folded.trim_matches(|c| is_space(c) || matches!(c, '.' | '*' | '_' | '`'));
            title.starts_with("fortroligt:")
                || title::closed_before()
                    .iter()
                    .any(|mark| begins_with(title, mark) && is_label(&title[mark.len()..]))
                || heading_words::words().are_closed_mark(title.trim_end_matches(':'))
        }
    }
}

/// ": Køb af grund", " – Køb": does a sign that parts a mark from a title begin `behind`?
fn is_label(behind: &str) -> bool {
    [":", " -", " –"].iter().any(|sign| behind.starts_with(sign))
}

/// `words` without the number before them, and the word before that: "Punkt 2: ".
fn behind_number(words: &str) -> &str {
    let bare = words.trim_start_matches(|c: char| !c.is_alphabetic());
    let numbered = ["punkt", "pkt"].iter().find_map(|word| {
        let own = bare.get(..word.len())?;
        let rest = &bare[word.len()..];
        (own.eq_ignore_ascii_case(word) && !rest.starts_with(char::is_alphabetic)).then_some(rest)
    });
    numbered.map_or(bare, |rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()))
}

fn says_outside_brackets(words: &str) -> bool {
    let folded = fold(words);
    let folded = folded.trim_matches(|c| is_space(c) || matches!(c, '.' | '*' | '_' | '`'));
    let counted = |c: char| c.is_ascii_digit() || is_space(c) || matches!(c, '.' | ':' | '-' | ')');
    let behind_number = folded.trim_start_matches(counted);
    let title =
        behind_number.strip_prefix("punkt").map_or(behind_number, |rest| rest.trim_start_matches(counted));
    // "Lukket-punkt: Køb"
    let parted = title.strip_prefix("lukket-").filter(|rest| rest.starts_with(char::is_alphabetic));
    let parted = parted.map(|rest| format!("lukket {rest}"));
    let title = parted.as_deref().unwrap_or(title);
    let numbered =
        || folded.strip_prefix("lukket ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    title == "lukket"
        || heading_words::words().are_closed_mark(title.trim_end_matches(':'))
        || numbered()
        || ends_in_mark(words)
        || title::closed_before().iter().any(|mark| begins_with(title, mark) || begins_with(folded, mark))
        || title::closed_after().iter().any(|mark| ends_with(folded, mark) && !is_governed(folded, mark))
}

/// "Aktindsigt i lukket sag": what is closed depends on the words before it.
fn is_governed(folded: &str, mark: &str) -> bool {
    let before = folded[..folded.len() - mark.len()].trim_end_matches(is_space);
    let last = before.rsplit(is_space).next().unwrap_or_default();
    mark.starts_with(char::is_alphabetic)
        && matches!(last, "i" | "om" | "over" | "af" | "fra" | "til" | "ved" | "en" | "et" | "den" | "det")
}

/// "Køb af grund Lukket", "Status: Lukket": a capital, where the sentence has none, makes it a mark.
pub fn ends_in_mark(words: &str) -> bool {
    let bare = words.trim_end_matches(['.', '*']);
    // "[x] Åbent [ ] Lukket": the box at the word is empty.
    let is_unticked = |rest: &str| {
        let rest = rest.trim_end_matches(is_space);
        ["[ ]", "( )", "☐", "□"].iter().any(|empty| rest.ends_with(empty))
    };
    ["Lukket", "LUKKET"].iter().any(|mark| {
        bare.strip_suffix(mark).is_some_and(|rest| {
            rest.ends_with(is_space) && rest.contains(char::is_lowercase) && !is_unticked(rest)
        })
    })
}

/// "Søndag: Lukket", "Hal 3 Lukket": is the state told of a house, or of a day that it has its hours on?
pub fn is_of_house(words: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let folded = fold(words);
    words.split(is_space).filter(|word| !word.is_empty()).count() <= MOST_WORDS
        && closed().signs.opening.iter().any(|house| folded.contains(house.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{label_says_closed, says_closed};

    #[test]
    fn closed_marks_are_known_in_every_dress() {
        for line in [
            "2. Køb af grund (Lukket)",
            "2. Køb af grund (Lukket).",
            "2. Køb af grund ( lukket )",
            "2. Køb af grund [Lukket]",
            "2. Køb af grund `Lukket`",
            "2. *Lukket* Køb af grund",
            "2. Køb af grund (Lukket) 25/118",
            "2 (Lukket) Køb af grund",
            "Punkt 2 (Lukket): Køb af grund",
            "(Lukket) 2. Køb af grund",
            "LUKKET 2. Køb af grund",
            "2. Køb af grund, lukket",
            "2. Køb af grund LUKKET",
            "2. Køb af grund Lukket",
            "2. Køb af grund (Lukket, jf. styrelseslovens § 10)",
            "2. Køb af grund - FOR LUKKEDE DØRE",
            "2. Køb af grund (behandles for lukkede døre)",
            "2. Køb af grund (fortroligt)",
            "2. Fortroligt: Køb af grund",
            "2. Fortroligt punkt",
            "2. Fortroligt punkt: Køb af grund",
            "Punkt 2. Fortrolig sag – Køb af grund",
            "3. Hemmelig sag: Køb af grund",
            "2. Køb af grund (udsendes ikke)",
            "2. Køb af grund (sendes ikke ud)",
            "2. Køb af grund (kun for byrådets medlemmer)",
            "Punkt 2: Tavshedsbelagt",
            "2. Lukket punkt - Køb af grund",
            "2. Lukket-punkt: Køb af grund",
            "lukket-punkt",
            "2. Køb af grund (bag lukkede døre)",
            "Lukket 2 Køb af grund",
            "7. Lukket møde",
            "Punkt 7: Lukkede punkter.",
            "7. Lukkede sager:",
        ] {
            assert!(says_closed(line), "{line}");
        }
    }

    #[test]
    fn a_label_may_say_it_before_the_text() {
        for line in
            ["Personale/lukket: Hun er syg.", "Køb – lukket punkt. Ejeren vil sælge.", "Køb (lukket): Udsat."]
        {
            assert!(label_says_closed(line), "{line}");
        }
        for line in
            ["Hallen, lukket: uge 28", "Personale: lukket", "Status: Butikken – lukket. Ny lejer søges."]
        {
            assert!(!label_says_closed(line), "{line}");
        }
    }

    #[test]
    fn what_is_closed_may_be_something_else() {
        for line in [
            "Punkt 9: Skolen lukkes",
            "3. Orientering om et lukket anlæg",
            "3. Lukkede butikker i midtbyen",
            "3. Lukkede møder i nævnet",
            "3. Godkendelse af referat af 2. (lukket) møde",
            "3. Bag lukkede døre",
            "3. Fortrolighed i byrådet",
            "3. Fortrolige samtaler",
            "3. Fortroligt punkt på hjemmesiden",
            "3. Nyt blad (udsendes i maj)",
            "3. Fortroligt rum på biblioteket",
            "3. Hemmelige afstemninger",
            "3. Anmodning om aktindsigt i lukket sag",
            "3. Klage over et lukket punkt",
            "3. Bibliotek lukket i juli (notat)",
            "[x] Åbent [ ] Lukket",
            "☒ Åbent ☐ Lukket",
        ] {
            assert!(!says_closed(line), "{line}");
        }
    }
}
