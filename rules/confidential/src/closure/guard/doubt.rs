//! What shows that a line which speaks of closed matter may mean something else.

use super::super::known::Question;
use super::{Guard, Line};
use crate::closed_signs::{
    bears_letter_of_list, enjoins_silence, introduces, is_possible, letters_behind_names, may_mark_heading,
    may_mark_item, says_surely, speaks_of_own, whole, without_letters,
};
use danish::letters::small;
use privacy::streets::is_only_street;
use text::is_space;

/// May a line that surely speaks of closed matter speak of another: "Aktindsigt i lukkede sager", "Hegn sat op. Lukket.", "Fest (kun
/// for medlemmer)"?
pub(super) fn may_be_else(line: &Line<'_>) -> bool {
    let words = line.words;
    let lower = small(words);
    let may_be_earlier = || is_dated(&lower) && !speaks_of_own(words);
    let may_be_rule = ["kun for medlemmer", "har tavshedspligt"].iter().any(|part| lower.contains(part));
    let is_finished = || whole(words).is_some_and(|phrase| phrase.is_done);
    is_governed(&lower)
        || is_said_in_quotes(words)
        || is_finished()
        || is_done(words)
        || may_be_earlier()
        || may_be_rule && (line.heads.is_some() || !speaks_of_own(words))
}

/// "Aktindsigt i lukkede sager": the cases are what something is about.
fn is_governed(lower: &str) -> bool {
    let words: Vec<&str> = lower.split(is_space).filter(|word| !word.is_empty()).collect();
    let of = |three: &[&str]| {
        matches!(three[0], "i" | "om" | "af" | "over" | "fra" | "på")
            && matches!(three[1], "lukkede" | "fortrolige")
            && three[2].trim_end_matches('.').chars().all(char::is_alphabetic)
    };
    words.windows(3).any(of) && !lower.contains(['(', '[', ':'])
}

/// "Byrådet solgte grunden for lukkede døre i 2019": what was done in a year that is named.
fn is_dated(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let mut last = "";
    words.any(|word| std::mem::replace(&mut last, word) == "i" && is_year(word))
}

/// "Aktion 14: Hegn sat op. Lukket.": what is closed may be a task.
fn is_done(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| is_space(c) || c == '.');
    let before = ["Lukket", "lukket"].iter().find_map(|mark| bare.strip_suffix(mark));
    before.is_some_and(|before| before.trim_end_matches(is_space).ends_with('.') && !is_possible(before))
}

/// "I § 5 indsættes: "Dørene lukkes, når et medlem kræver det."": does `line` speak of it in quotation marks alone?
pub(super) fn is_said_in_quotes(line: &str) -> bool {
    let outside: Vec<&str> = line.split(['"', '”', '“', '»', '«']).step_by(2).collect();
    outside.len() > 1 && !outside.into_iter().any(is_possible)
}

/// "Forestillingen »Bag lukkede døre« vises i maj.": is it the name of something, and no word outside of it about the item?
pub(super) fn is_name_in_quotes(line: &str) -> bool {
    const FEW_WORDS: usize = 3;
    let parts: Vec<&str> = line.split(['"', '”', '“', '»', '«']).collect();
    let outside = parts.iter().step_by(2).copied().collect::<Vec<_>>().join(" ");
    let mut inside = parts.iter().skip(1).step_by(2);
    parts.len() > 2
        && outside.split_whitespace().count() >= FEW_WORDS
        && inside.all(|name| name.starts_with(char::is_uppercase) && !name.ends_with('.'))
        && !speaks_of_own(&outside)
        && !is_possible(&outside)
}

/// "Filmen Bag Lukkede Døre vises i maj": the name of a work, each word of which has its capital; a mark is not written so, and stands in
/// brackets, behind a colon or "for".
pub(super) fn is_title_in_capitals(line: &str) -> bool {
    const NAMES: [&str; 3] = ["Bag Lukkede Døre", "Bag De Lukkede Døre", "Lukkede Døre"];
    let Some((at, name)) = NAMES.iter().find_map(|name| line.find(name).map(|at| (at, name))) else {
        return false;
    };
    let (before, behind) = (&line[..at], &line[at + name.len()..]);
    let last = small(before.trim_end_matches(is_space).rsplit(is_space).next().unwrap_or_default());
    let is_inside = before.ends_with(is_space) && behind.contains(char::is_lowercase);
    is_inside
        && !matches!(&*last, "for" | "bag" | "i" | "på")
        && !line.contains(['(', '[', ':'])
        && !is_possible(&format!("{before} {behind}"))
}

/// "Nygade (lukket)": a road without a number, which no case is about, and its state.
pub(super) fn is_shut_road(words: &str) -> bool {
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let told = bare.strip_suffix("(lukket)").or_else(|| bare.strip_suffix("(lukket),"));
    told.is_some_and(|told| is_only_street(told.trim_end()) && !told.contains(|c: char| c.is_ascii_digit()))
}

/// Is "L" the letter of a list in `lines`: does it stand behind the name of one, or behind that of a person in a line that is no
/// heading, and another letter behind other names?
pub(super) fn has_parties(lines: &[Line<'_>]) -> bool {
    if !lines.iter().any(|line| line.says.is_possible && line.words.contains("(L)")) {
        return false;
    }
    let bears = |line: &Line<'_>, is_own: bool| {
        letters_behind_names(line.words).any(|letter| (letter == "L") == is_own)
    };
    let is_of_list = |line: &Line<'_>| bears_letter_of_list(line.words, "L");
    let has_own = lines.iter().any(|line| is_of_list(line) || line.heads.is_none() && bears(line, true));
    has_own && lines.iter().any(|line| bears(line, false))
}

impl Guard<'_, '_> {
    /// Has the item whose heading is line `at` a note at a star: "2. Takster*" with "*ekskl. moms" below?
    pub(super) fn has_note(&self, at: usize) -> bool {
        let below = self.lines[at + 1..].iter().take_while(|line| line.heads.is_none());
        self.lines[at].heads.is_some() && below.into_iter().any(|line| super::is_note(self.document, line))
    }

    /// "Valg af stedfortræder for Ulla Dam (L)": is the letter behind a name all that could be a mark, where names have letters and
    /// no legend says that it is one?
    pub(super) fn is_party(&self, line: &Line<'_>) -> bool {
        self.has_parties
            && line.words.contains("(L)")
            && !is_possible(&without_letters(line.words))
            && !self.lines.iter().any(|line| super::closed_letter(self.document, line) == Some("L"))
    }

    /// Does one word of line `at`, or of a part of it, say something of closed matter where a mark would stand: in a heading behind
    /// the title, or right below it? Elsewhere it may be said of anything.
    pub(super) fn may_mark(&self, at: usize) -> bool {
        /// So many lines below the heading.
        const NEAR: usize = 2;
        let line = &self.lines[at];
        if line.heads.is_some() {
            return (line.says.may_be || line.written.may_be) && may_mark_heading(line.words);
        }
        let above = self.lines[..at].iter().rev().filter(|line| !line.is_silent() && !super::is_label(line));
        let is_near = above.take(NEAR).any(|line| line.heads.is_some());
        line.says.may_be && is_near && line.asked(Question::MarksItem, may_mark_item)
    }

    /// "Formanden mindede om tavshedspligten" where new members are told of their duties: no case is meant.
    pub(super) fn is_introduced(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let heading = || self.lines[..at].iter().rfind(|line| line.heads.is_some());
        enjoins_silence(line.words)
            && !says_surely(line.words)
            && heading().is_some_and(|heading| introduces(heading.words))
    }

    /// Does nothing but marks and labels stand between the heading of the item and line `at`, and is the item not about rules?
    pub(super) fn is_below_heading(&self, at: usize) -> bool {
        let above = self.lines[..at].iter().rfind(|line| !line.is_silent() && !super::is_label(line));
        above.is_some_and(|line| line.heads.is_some() && !crate::closed_signs::is_about_rules(line.words))
    }
}
