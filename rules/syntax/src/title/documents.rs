//! Names of documents that are of no meeting and of their titles, and of the columns of tables whose rows are items.

use crate::heading_words::WORDS;
use crate::meeting::says_meeting;
use danish::letters::with_small;
use text::is_space;

/// Does a line name a document that is of no meeting: "Vedtægter for Havnelauget"?
pub fn names_other(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && WORDS.may_name_other_document(words)
        && with_small(words, |words| WORDS.name_other_document(words))
}

/// A line that opens or closes a letter is no longer, in bytes.
const LINE_OF_LETTER: usize = 60;

/// Does a line open a letter: "Kære beboere"?
pub(crate) fn opens_letter(line: &str) -> bool {
    begins_letter(line, &WORDS.letters.opens)
}

/// Does it close one: "Med venlig hilsen"?
pub(crate) fn closes_letter(line: &str) -> bool {
    begins_letter(line, &WORDS.letters.closes)
}

fn begins_letter(line: &str, words: &[Box<str>]) -> bool {
    let begins = |own: &str| {
        let whole = !line[own.len()..].starts_with(char::is_alphanumeric);
        whole && line[..own.len()].eq_ignore_ascii_case(own)
    };
    line.len() <= LINE_OF_LETTER && words.iter().any(|own| line.is_char_boundary(own.len()) && begins(own))
}

/// Does a line hold a word that is said of meetings alone: "Her er referatet"?
pub fn speaks_of_meeting(line: &str) -> bool {
    with_small(line, |words| WORDS.of_meeting.iter().any(|own| words.contains(&**own)))
}

/// Is it a title that such documents have: "Formål"?
pub(crate) fn is_of_other(title: &str) -> bool {
    title.starts_with(char::is_uppercase) && with_small(title, |title| WORDS.are_other_title(title))
}

/// Does `cell` head the column of a table in which the titles of items stand: "Dagsordenspunkt"?
pub fn heads_items(cell: &str) -> bool {
    with_small(cell, |cell| WORDS.item_columns.begin(cell))
}

/// Does it head nothing but titles, wherever it stands: "Emne"?
pub fn heads_titles(cell: &str) -> bool {
    with_small(cell, |cell| WORDS.title_columns.begin(cell))
}

/// Does it head the one that tells when each of them begins: "Tid"?
pub fn heads_times(cell: &str) -> bool {
    with_small(cell.trim_end_matches(['.', ':']), |cell| WORDS.time_columns.iter().any(|own| **own == *cell))
}

/// Does it head the one of what was recommended: "Indstilling"?
pub fn heads_recommendations(cell: &str) -> bool {
    with_small(cell, |cell| WORDS.asked_columns.begin(cell))
}

/// Does it head the one of what came of them: "Beslutning"?
pub fn heads_decisions(cell: &str) -> bool {
    with_small(cell, |cell| WORDS.told_columns.begin(cell))
}

/// Does it head nothing but what was decided: "Beslutning", "Drøftelse/beslutning"?
pub fn heads_outcomes(cell: &str) -> bool {
    with_small(cell, |cell| cell.split('/').any(|name| WORDS.name_decision(name.trim_matches(is_space))))
}

/// Is a line the title of an agenda: "Dagsorden for møde i festudvalget den 4. marts"?
pub fn heads_agenda(line: &str) -> bool {
    const LONGEST: usize = 120;
    const LINKS: [&str; 4] = [" for ", " til ", " ved ", ", "];
    let begins = |words: &str| {
        let behind = WORDS.agendas.iter().filter_map(|own| words.strip_prefix(&**own));
        behind.into_iter().any(|rest| LINKS.iter().any(|link| rest.starts_with(link)))
    };
    line.len() <= LONGEST && with_small(line, begins) && says_meeting(line)
}

/// Does a line name the agenda and nothing else: "Dagsorden:", "Forslag til dagsorden"?
pub fn names_agenda(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST
        && with_small(line.trim_end_matches([':', ' ']), |words| {
            WORDS.agendas.iter().any(|own| **own == *words)
        })
}
