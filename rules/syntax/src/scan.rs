//! One block from the text: where it ends, and what it is.

#[cfg(test)]
mod tests;

use memchr::memchr;

use super::block::{Block, Flag};
use super::body::{before_decision, decision_heading};
use super::case_number::case_number;
use super::cased::cased;
use super::class::Class;
use super::closed::says_closed;
use super::contents;
use super::frame::framed;
use super::kind::{LONGEST_TITLE, SectionKind};
use super::mark::mark;
use super::mark::{Mark, MarkKind};
use super::ranks::Rank;
use super::sign;
use super::title;
use super::vocabulary::{Vocabulary, Word};
use danish::date;
use danish::letters::next_digit;
use text::{first_line, is_space, range, size};
use zones::verbatim::{self, Verbatim};

/// Reads the block that begins at byte `start` of `text`, which must be the start of a line and not of a blank one
/// unless it is the first. The answer depends on nothing after the first line with words that follows the block; only
/// front matter, at the start of a text, may turn out to be none.
pub fn block(text: &str, start: usize, vocabulary: &Vocabulary) -> Block {
    ranked(text, start, vocabulary, None)
}

/// The same, of a line of which the document says what it is.
pub fn ranked(text: &str, start: usize, vocabulary: &Vocabulary, rank: Option<Rank>) -> Block {
    let rest = &text[start..];
    let (line, mut taken) = first_line(rest);
    if line.trim_matches(is_space).is_empty() {
        taken += blank_lines(&rest[taken..]);
        return Block::new(size(&rest[..taken]), range(0, 0), Mark::NONE, Class::Blank);
    }
    if let Some((kind, end)) = verbatim::block(text, start) {
        return unread(rest, kind, end);
    }
    let underline = underline(&rest[taken..], line);
    let taken = taken + underline.map_or(0, |(len, _)| len);
    let blank = blank_lines(&rest[taken..]);
    let level = rank.and_then(Rank::level).or(underline.map(|(_, level)| level));
    let mut block = classify(line, level, vocabulary);
    if rank == Some(Rank::Caption) {
        block = Block::new(block.len, block.words(), block.mark, Class::Text);
    }
    block.len = size(&rest[..taken + blank]);
    block.set(Flag::InCell, rank == Some(Rank::Cell));
    block.set(Flag::BlankAfter, blank > 0);
    block
}

/// A block of which only the place matters: its first `end` bytes, and the line end and blank lines after them.
fn unread(rest: &str, kind: Verbatim, end: usize) -> Block {
    let class = match kind {
        Verbatim::Code => Class::Code,
        Verbatim::Unseen => Class::Comment,
    };
    let taken = end + first_line(&rest[end..]).1;
    let blank = blank_lines(&rest[taken..]);
    let mut block = Block::new(size(&rest[..taken + blank]), range(0, end), Mark::NONE, class);
    block.set(Flag::BlankAfter, blank > 0);
    block
}

/// The bytes of the blank lines that `text` begins with.
fn blank_lines(text: &str) -> usize {
    let mut taken = 0;
    loop {
        // Nearly always words follow.
        if text.as_bytes().get(taken).is_some_and(u8::is_ascii_graphic) {
            return taken;
        }
        let (line, len) = first_line(&text[taken..]);
        if len == 0 || !line.trim_start_matches(is_space).is_empty() {
            return taken;
        }
        taken += len;
    }
}

/// The underline of a Markdown heading at the start of `after`: its bytes and its level.
fn underline(after: &str, line: &str) -> Option<(usize, u8)> {
    let level = match after.bytes().next()? {
        b'=' if line.len() <= 2 * LONGEST_TITLE => 1,
        b'-' if line.len() <= 2 * LONGEST_TITLE => 2,
        _ => return None,
    };
    let (under, len) = first_line(after);
    let under = under.trim_end_matches(is_space);
    let same = under.len() >= 3 && under.bytes().all(|b| b == under.as_bytes()[0]);
    (same && mark(line).0.kind != MarkKind::Bullet).then_some((len, level))
}

/// The level of a heading whose form a house style names, and of one that signs frame: "--- Titel ---".
const NAMED: u8 = 6;
const FRAMED: u8 = 5;

/// Reads `line`, a heading of `level` where something beside its words says so.
fn classify(line: &str, level: Option<u8>, vocabulary: &Vocabulary) -> Block {
    let (mut mark, mut start) = mark(line);
    if let Some(level) = level {
        mark.heading = level;
    }
    let mut words = line[start..].trim_end_matches(is_space);
    if let Some(title) = vocabulary.named_title(words) {
        (mark.heading, start) = (NAMED, start + title.start);
        words = &words[title];
    }
    if mark.heading > 0 {
        words = words.trim_end_matches('#').trim_end_matches(is_space);
    } else if let Some(inner) = framed(words).filter(|inner| !is_page_number(&words[inner.clone()])) {
        (mark.heading, start) = (FRAMED, start + inner.start);
        words = &words[inner];
    }
    let bold =
        words.len() > 4 && ["**", "__"].iter().any(|sign| words.starts_with(sign) && words.ends_with(sign));
    let italic = |sign: char| {
        let inner = words.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        words.len() > 4 && inner.is_some_and(|inner| !inner.contains(sign))
    };
    let signs = if bold { 2 } else { usize::from(italic('*') || italic('_')) };
    let inner = &words[signs..words.len() - signs];
    let own = inner;
    let inner = behind_section_number(inner, vocabulary).unwrap_or(inner);
    let counted = inner.len() < own.len();
    let at = start + signs + own.len() - inner.len();
    let class = class(line, inner, &mark, vocabulary);
    let mut block = Block::new(size(line), range(at, at + inner.len()), mark, class);
    flags(&mut block, inner, bold);
    block
        .set(Flag::RunIn, class == Class::Text && !mark.kind.is_list() && vocabulary.run_in(inner).is_some());
    evidence(&mut block, line, (inner, counted), vocabulary);
    block
}

/// "4.2 Beslutning", "1.1.3 Indstilling": the title of a section of an item whose number it bears with its own.
fn behind_section_number<'w>(words: &'w str, vocabulary: &Vocabulary) -> Option<&'w str> {
    // Most lines are told apart by their first letter.
    if words.len() > LONGEST_TITLE || !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let title = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = words[..words.len() - title.len()].trim_end_matches('.');
    let counts = number.split('.').count() > 1 && number.split('.').all(|part| (1..=2).contains(&part.len()));
    let title = title.strip_prefix(is_space).filter(|_| counts)?.trim_start_matches(is_space);
    let own = |kind: SectionKind| {
        matches!(
            kind,
            SectionKind::Case | SectionKind::Decision | SectionKind::Recommendation | SectionKind::Summary
        )
    };
    let section = matches!(vocabulary.word(title)?, Word::Section(id) if own(vocabulary.title_of(id).kind));
    (section && title.starts_with(char::is_uppercase)).then_some(title)
}

/// What the line says for and against being the heading of an item.
fn evidence(block: &mut Block, line: &str, (words, counted): (&str, bool), vocabulary: &Vocabulary) {
    if block.class == Class::Comment {
        return;
    }
    let heading =
        if block.mark.heading > 0 { line.trim_start_matches(|c| is_space(c) || c == '#') } else { line };
    let start = line.len() - heading.trim_start_matches(is_space).len();
    match vocabulary.numbered(line, start).filter(|_| !counted) {
        Some(found) => {
            block.set_signs(sign::of_numbered(line, &found, &block.class));
            block.numbering = Some(found.numbering);
            let title = line[found.title.clone()].trim_matches(is_space);
            // "Ad 3 Lukket punkt: Køb af grund".
            block.set(Flag::Closed, title.len() <= LONGEST_TITLE && says_closed(title));
            block.set(Flag::OtherTitle, title.len() <= OTHER && title::is_of_other(title));
        }
        None => block.set_signs(sign::of_line(line, words, &block.mark, &block.class)),
    }
}

/// A line of a table of contents is no longer, with its leaders, in bytes.
const LONGEST_ENTRY: usize = 600;

/// A title of a document that is of no meeting is no longer, in bytes.
const OTHER: usize = 40;

fn flags(block: &mut Block, words: &str, bold: bool) {
    let last = words.bytes().last().unwrap_or(b' ');
    block.set(Flag::Bold, bold);
    let dated = || words.len() <= LONGEST_ENTRY && date::dates(words).any(|day| day.year.is_some());
    block.set(Flag::Dated, (bold || block.mark.heading > 0) && dated());
    block.set(Flag::Stopped, matches!(last, b'.' | b',' | b':' | b';' | b'?' | b'!'));
    block.set(Flag::FullStop, last == b'.');
    block.set(Flag::StoppedTitle, last == b'.' && title::is_stopped(words));
    block.set(Flag::Colon, last == b':');
    block.set(Flag::Capital, words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let capitals = words.len() <= LONGEST_TITLE
        && !words.contains(char::is_lowercase)
        && words.contains(char::is_uppercase);
    block.set(Flag::Capitals, capitals);
    let named = words.len() <= LONGEST_TITLE && !block.mark.kind.is_list();
    block.set(Flag::OtherDocument, named && title::names_other(words));
    block.set(Flag::OtherTitle, named && words.len() <= OTHER && title::is_of_other(words));
    block.set(Flag::OpensLetter, title::opens_letter(words));
    block.set(Flag::ClosesLetter, title::closes_letter(words));
    let group = if block.mark.kind.is_list() && block.mark.heading == 0 { None } else { title::group(words) };
    block.set(Flag::Group, group.is_some());
    block.set(Flag::AddedGroup, group == Some(true));
    block.set(Flag::Long, words.len() > 3 * LONGEST_TITLE);
    block.set(Flag::Continued, title::is_continued(words));
    block.set(Flag::Cased, !block.mark.kind.is_list() && cased(words).is_some());
    block.set(Flag::Closed, says_closed(words));
    let plain = !block.mark.kind.is_list() && block.class == Class::Text;
    let label = if plain { title::shared_label_len(words).max(title::added_len(words)) } else { 0 };
    let run_in = title::run_in(words).filter(|_| plain || matches!(block.class, Class::Section(_)));
    block.set(Flag::RunInTitle, run_in.is_some());
    block.set(Flag::RunInKnown, run_in.is_some_and(title::is_known));
    block.set(Flag::Labelled, label > 0 && words[label..].starts_with(char::is_uppercase));
}

fn class(line: &str, words: &str, mark: &Mark, vocabulary: &Vocabulary) -> Class {
    if words.is_empty() {
        return Class::Text;
    }
    // A page that became one line may end in the number of a page.
    if words.len() <= LONGEST_ENTRY && contents::entry(line.trim_end_matches(is_space)).is_some() {
        return Class::ContentsEntry;
    }
    if words.starts_with('|') {
        return Class::Table;
    }
    if let Some(tab) = memchr(b'\t', words.as_bytes()) {
        return tabbed_label(words, tab, vocabulary).unwrap_or(Class::Table);
    }
    if words.len() <= LONGEST_TITLE
        && let Some(class) = known_line(words, mark, vocabulary)
    {
        return class;
    }
    if words.len() <= 3 * LONGEST_TITLE
        && let Some(class) = shaped_line(words, mark, vocabulary)
    {
        return class;
    }
    if begins_with_at(words) { Class::At } else { Class::Text }
}

/// "Sted:⇥Rådhuset": a label whose value is set apart by tabs, where a row of a table would have more cells.
fn tabbed_label(words: &str, tab: usize, vocabulary: &Vocabulary) -> Option<Class> {
    let (name, value) = words.split_at(tab);
    let is_one =
        name.trim_end_matches(is_space).ends_with(':') && !value.trim_start_matches(is_space).contains('\t');
    if !is_one || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let label = vocabulary.label(words).map(|(label, _)| Class::Label(label));
    // "Sag:⇥Havnebus" and "Beslutning:⇥Godkendt" are lines of text.
    label.or_else(|| {
        (title::shared_label_len(words) > 0
            || sign::labels_section(words)
            || vocabulary.run_in(words).is_some())
        .then_some(Class::Text)
    })
}

/// A line whose words the vocabulary knows. A list mark before them makes them a point of a list.
fn known_line(words: &str, mark: &Mark, vocabulary: &Vocabulary) -> Option<Class> {
    let listed = mark.heading == 0 && (mark.kind.is_list() || mark.kind.is_number());
    if listed || !words.starts_with(|c: char| c.is_uppercase() || c == '(') {
        return None;
    }
    let part = |word: &Word| matches!(word, Word::Part { .. });
    let word =
        vocabulary.word(words).or_else(|| vocabulary.word(title::behind_letter(words)?).filter(part))?;
    Some(match word {
        Word::Section(id) => Class::Section(id),
        Word::Contents => Class::Contents,
        Word::Part { closed } => Class::Part { closed },
        Word::Furniture => Class::Furniture,
        Word::LineMark(mark) => Class::LineMark(mark),
        Word::Label(label) => Class::Label(label),
    })
}

/// A line known by its shape: an item's heading, a decision's heading, a label, a case number, a page number.
fn shaped_line(words: &str, mark: &Mark, vocabulary: &Vocabulary) -> Option<Class> {
    let listed = mark.heading == 0 && mark.kind.is_list();
    let first = words.chars().next()?;
    if first.is_ascii_digit() {
        if case_number(words).is_some() {
            return Some(Class::CaseNumber);
        }
        let dated = decision_heading(words, vocabulary).is_some();
        return (dated && !listed).then_some(Class::BodyDate);
    }
    if matches!(first, '*' | '_') {
        return vocabulary.label(words).map(|(label, _)| Class::Label(label));
    }
    if is_page_number(words) {
        return Some(Class::Furniture);
    }
    if !first.is_uppercase() || listed {
        return None;
    }
    if vocabulary.may_know(words)
        && let Some(class) = number_below(words, vocabulary)
    {
        return Some(class);
    }
    if let Some(class) = decision_class(words, vocabulary) {
        return Some(class);
    }
    vocabulary.label(words).map(|(label, _)| Class::Label(label))
}

fn decision_class(words: &str, vocabulary: &Vocabulary) -> Option<Class> {
    let begins = words.get(..10).is_some_and(|start| start == "Beslutning" || start == "BESLUTNING");
    let dated = || next_digit(words.as_bytes(), 0).is_some();
    let of_body = || before_decision(words.trim_end_matches([':', '.'])).is_some();
    if !begins && (words.len() > 160 || !dated() && !of_body()) {
        return None;
    }
    let heading = decision_heading(words, vocabulary)?;
    Some(if begins && !heading.earlier { Class::Decision } else { Class::BodyDate })
}

/// "Sag nr. 12", below a title.
fn number_below(words: &str, vocabulary: &Vocabulary) -> Option<Class> {
    vocabulary.below_words.iter().find_map(|word| {
        let start = words.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
        let rest = words[start.len()..].trim_start_matches(is_space);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let ends = rest[digits..].trim_matches(|c| is_space(c) || c == ':' || c == '.').is_empty();
        ((1..=4).contains(&digits) && ends).then(|| Class::ItemBelow(rest[..digits].parse().unwrap_or(0)))
    })
}

/// "Side 3 af 7".
fn is_page_number(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("Side ") else { return false };
    let mut parts = rest.split_ascii_whitespace();
    let number = |part: Option<&str>| part.is_some_and(|p| p.bytes().all(|b| b.is_ascii_digit()));
    number(parts.next())
        && matches!(
            (parts.next(), parts.next(), parts.next()),
            (None, None, None) | (Some("af" | "/"), Some(_), None)
        )
}

/// Does a line begin with the word "at"?
fn begins_with_at(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.len() > 3 && bytes[..2].eq_ignore_ascii_case(b"at") && words[2..].starts_with(is_space)
}
