//! The line of a closed heading: which of its words are a title, and which tell of the case.

use crate::closed::{Reveals, is_private, may_be_published, of_line};
use crate::closed_signs::{is_of_meetings, is_sign};
use crate::telling_title::{is_of_somebody, names_whose, tells_of_case};
use danish::sentences::sentences;
use minutes::Item;
use privacy::Secrets;
use syntax::closed::says_closed;
use syntax::title::is_sentence;
use text::{TextRange, TextSize, is_space, range, range_of};

/// The line of the heading of a closed item, parted into the title and what is told behind it; all offsets are bytes from the start
/// of the item. The copy to publish takes out by it, and `privacy/closed-item` tells by it.
#[derive(Clone, Copy, Debug)]
pub struct HeadingLine<'t> {
    /// The text of the item.
    text: &'t str,
    title: TextRange,
    heading: TextRange,
}

impl<'t> HeadingLine<'t> {
    /// That of `item`, whose text is `text`; `None` where it has no title.
    pub fn of(text: &'t str, item: &Item) -> Option<Self> {
        Some(Self { text, title: item.title?, heading: item.heading })
    }

    /// Where the title stands, without a mark like "(Lukket)".
    pub fn title(self) -> TextRange {
        let len = parts(&self.text[self.title]).title;
        TextRange::at(self.title.start(), TextSize::try_from(len).unwrap_or(self.title.len()))
    }

    /// What stands behind the mark: ": pedellen er opsagt" in "Personsag (lukket): pedellen er opsagt".
    pub fn behind_mark(self) -> Option<TextRange> {
        let start = usize::from(self.title.start());
        let told = parts(self.text[start..].lines().next()?).told?;
        Some(range(start + told.start, start + told.end))
    }

    /// What stands behind the title and is no part of it: the text that follows a colon, the other cells of a row.
    pub fn behind_title(self) -> impl Iterator<Item = (TextRange, &'t str)> {
        let behind = TextRange::new(self.title.end(), self.heading.end().max(self.title.end()));
        let at = usize::from(behind.start());
        behind_title(&self.text[behind])
            .map(move |(start, words)| (range(at + start, at + start + words.len()), words))
    }

    /// Does the title tell of the case? Where it `is_all` that there is of it, what follows a colon is that.
    pub fn tells_in_title(self, is_all: bool) -> bool {
        let words = &self.text[self.title()];
        is_telling(words) || is_of_somebody(words) || is_all && SIGNS.iter().any(|sign| words.contains(sign))
    }

    /// What a reader is told on the line, the worst of it first found, and where.
    pub fn reveals(self) -> Option<(Reveals, TextRange)> {
        let behind = self.behind_title().filter(|(_, words)| !says_little(words)).map(|(place, _)| place);
        let told = self.behind_mark().into_iter().chain(behind).chain(self.told_in_title());
        let told = told.map(|place| (of_line(self.text[place].trim_matches(is_no_word)), place));
        told.max_by_key(|(reveals, _)| *reveals).filter(|(reveals, _)| *reveals > Reveals::Nothing)
    }

    /// Where the title tells of the case, and whether it surely does: "Opsigelse af Anne Holm".
    pub fn telling_title(self) -> Option<(TextRange, bool)> {
        let words = &self.text[self.title()];
        // "Lukket punkt – Klage fra Holm": the mark itself says nothing.
        let is_mark = |(label, _): &(&str, &str)| is_of_meetings(label) && is_sign(label);
        let behind = SIGNS.iter().filter_map(|sign| words.split_once(sign)).find(is_mark);
        let own = behind.map_or(words, |(_, own)| own);
        let may_tell = self.tells_in_title(false) && of_line(own) > Reveals::Nothing;
        may_tell.then(|| (self.title(), names_whose(words)))
    }

    /// What goes on in the title as the text of an item does: a sentence behind a stop, a colon or a dash, or all of it.
    fn told_in_title(self) -> Option<TextRange> {
        let title = self.title();
        let words = self.text[title].trim_end_matches(is_space);
        let first = sentences(words).next()?;
        let rest = words[usize::from(first.end())..].trim_start();
        let goes_on = |rest: &str| rest.split(is_space).count() >= SENTENCE && !is_of_meetings(&words[first]);
        let clause = SIGNS.iter().filter_map(|sign| words[first].split_once(sign)).map(|(_, clause)| clause);
        let clause = clause.max_by_key(|clause| clause.len()).filter(|clause| is_sentence(clause));
        let all = || (words.ends_with('.') && is_sentence(words)).then_some(words);
        let rest = Some(rest).filter(|rest| is_sentence(rest) || goes_on(rest));
        let told = clause.or(rest).or_else(all)?;
        Some(TextRange::new(range_of(words, told).start(), TextSize::of(words)) + title.start())
    }
}

/// So many words behind the stop of a title make a sentence.
const SENTENCE: usize = 4;

/// What parts a title from the text that follows it on the line.
const SIGNS: &[&str] = &[": ", "; ", " – ", " - "];

fn is_no_word(c: char) -> bool {
    is_space(c) || matches!(c, ':' | '.' | ',' | ';' | '-' | '–' | '*' | '_')
}

/// A heading line behind its number, parted by its mark in brackets: "Personsag", " (lukket)", "pedellen er opsagt".
struct Parts {
    /// How many bytes the title has.
    title: usize,
    /// Where in the line words stand behind the mark that may not be published.
    told: Option<std::ops::Range<usize>>,
}

/// Parts `line`, the words of a closed heading from its title on.
fn parts(line: &str) -> Parts {
    let Some(mark) = bracket(line) else { return Parts { title: bare(line).len(), told: None } };
    let behind = line[mark.end..].trim_end_matches(is_space);
    // In a row, cells behind the title are weighed one by one.
    let told =
        !says_little(behind.trim_matches(|c: char| !c.is_alphanumeric())) && !behind.contains(['|', '\t']);
    Parts { title: bare(&line[..mark.start]).len(), told: told.then(|| mark.end..mark.end + behind.len()) }
}

/// What stands behind a title on its line, `behind`: the rest of its own cell but for the sign and the mark there, and the other
/// cells of a row, each with where it begins.
fn behind_title(behind: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    behind.split(['|', '\t']).enumerate().filter_map(move |(n, cell)| {
        let start = at;
        at += cell.len() + 1;
        let is_sign =
            |c: char| is_space(c) || n == 0 && matches!(c, ':' | ',' | ';' | '.' | '-' | '–' | '*' | '_');
        let words = cell.trim_start_matches(is_sign);
        let words = if n == 0 { behind_label(words).trim_start_matches(is_sign) } else { words };
        let start = start + cell.len() - words.len();
        let words = words.trim_end_matches(is_space);
        let is_mark = n == 0 && (is_of_meetings(words) || bracket(words) == Some(0..words.len()));
        (!words.is_empty() && !is_mark).then_some((start, words))
    })
}

/// "lukket punkt: Hun er syg": what follows a mark that a colon or a stop ends.
fn behind_label(words: &str) -> &str {
    let end = words.find([':', '.']).filter(|end| is_of_meetings(&words[..*end]) && is_sign(&words[..*end]));
    end.map_or(words, |end| &words[end..])
}

/// `title` without a comment behind it, and without what only Markdown reads at its end.
fn bare(title: &str) -> &str {
    let end = title.find("<!--").unwrap_or(title.len());
    title[..end].trim_end_matches(|c| is_space(c) || matches!(c, '*' | '_' | '`'))
}

/// Do `words`, behind a title or in a cell beside it, tell nothing of the case: a page, "Godkendt."?
pub fn says_little(words: &str) -> bool {
    words.chars().all(|c| !c.is_alphabetic()) || may_be_published(words)
}

/// Where the first bracket that says closed stands: "(Lukket)", "[fortroligt, 20 min.]".
fn bracket(line: &str) -> Option<std::ops::Range<usize>> {
    line.match_indices(['(', '[']).find_map(|(start, open)| {
        let close = if open == "(" { ')' } else { ']' };
        let end = start + line[start..].find(close)? + close.len_utf8();
        says_closed(&line[start..end]).then_some(start..end)
    })
}

/// Does `title` say whom or how much the case is about, or what was decided?
pub fn is_telling(title: &str) -> bool {
    is_private(title) || tells_of_case(title) || !Secrets::of(title).is_empty()
}
