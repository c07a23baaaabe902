//! Enter in a list: the next entry gets its mark and number, an empty one ends the list. After "Ad 1. Godkendt." goes
//! "Ad 2. ", while there is such a point.

mod answers;
mod typed_again;

use rules::danish::date::dates;
use rules::minutes::{Content, Section};
use rules::text::edit::Edit;
use rules::text::{TextRange, TextSize, is_space, trim};
use snapshot::document::Snapshot;
use snapshot::edits::text_edits;
use snapshot::occurrences::{self, Occurrence};
use snapshot::structure::looks_like_heading;
use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, Position, TextEdit};

use crate::carried::{Carried, Moved, carried};
use crate::numbering::{is_of, number, order};

/// What stands before the words of a point.
struct Mark<'t> {
    indent: &'t str,
    count: Count,
    /// "." or ")" after a number or a letter, else the bullet itself, with the box of a task behind it: "- [ ]".
    sign: &'t str,
    words: &'t str,
}

/// What counts the entries of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Number(u32),
    /// "a)", "b)".
    Letter(u8),
    Nothing,
}

impl Count {
    fn next(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number.saturating_add(1)),
            Self::Letter(letter) => Self::Letter(letter + 1),
            Self::Nothing => Self::Nothing,
        }
    }

    /// That of the entry above, where there is one.
    fn last_or_same(self) -> Self {
        match self {
            Self::Number(0 | 1) | Self::Letter(b'a') => self,
            count => count.last(),
        }
    }

    fn last(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number.saturating_sub(1)),
            Self::Letter(letter) => Self::Letter(letter - 1),
            Self::Nothing => Self::Nothing,
        }
    }

    fn written(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Letter(letter) => char::from(letter).to_string(),
            Self::Nothing => String::new(),
        }
    }
}

/// Answers with what the key that was typed brings along.
pub fn typed(snapshot: &Snapshot, params: DocumentOnTypeFormattingParams) -> Vec<TextEdit> {
    if params.ch == "\n" {
        return enter(snapshot, params);
    }
    let again = typed_again::mark(snapshot, params.text_document_position.position);
    text_edits(snapshot, &Vec::from_iter(again))
}

/// What Enter brings along; the new line is already there.
fn enter(snapshot: &Snapshot, params: DocumentOnTypeFormattingParams) -> Vec<TextEdit> {
    let line = params.text_document_position.position.line;
    let Some(before) = line.checked_sub(1).map(|line| line_at(snapshot, line)) else { return Vec::new() };
    if snapshot.is_left_alone() {
        return Vec::new();
    }
    let text = snapshot.text();
    let is_entry = |mark: &Mark<'_>| {
        !mark.answers() && (in_list(snapshot, line - 1, mark) || is_left_empty(snapshot, line - 1, mark))
    };
    let Some(mark) = mark(&text[before]).filter(is_entry) else {
        let here = line_at(snapshot, line);
        let next = answers::answer(snapshot, before, here)
            .or_else(|| answers::lettered_answer(snapshot, before, here))
            .or_else(|| answers::attachment(snapshot, before, line));
        return text_edits(snapshot, &next.unwrap_or_default());
    };
    let here = line_at(snapshot, line);
    let words = text[here].trim_start_matches(is_space);
    if mark.words.is_empty() && !words.is_empty() {
        // The words stood behind the caret: the entry is not empty, and a blank line before it is all that was asked for.
        return Vec::new();
    }
    // The numbers of answers are those of the points, and no line that is put in or taken out changes them.
    let answers = answers_points(snapshot, before.start());
    if mark.words.is_empty() {
        let mut edits = vec![Edit::delete(before)];
        if answers {
            return text_edits(snapshot, &edits);
        }
        let follow = following(snapshot, line + 1, mark.count.next(), Count::last);
        edits.extend(with_names(snapshot, follow, Some(before)).unwrap_or_default());
        edits.sort();
        return text_edits(snapshot, &edits);
    }
    let blank = text[here].len() - words.len();
    let count = mark.count.next();
    let next = format!("{}{}{} ", mark.indent, count.written(), mark.sign.replace("[x]", "[ ]"));
    // Some editors go on with lists by themselves, or are asked to by two plugins.
    if words.starts_with(next.trim_start_matches(is_space)) {
        return Vec::new();
    }
    let place = TextRange::at(here.start(), TextSize::try_from(blank).unwrap_or_default());
    let mut edits = vec![Edit::replace(place, next)];
    let follow = following(snapshot, line + 1, count, Count::next);
    if answers && !follow.is_empty() {
        return Vec::new();
    }
    let Some(follow) = with_names(snapshot, follow, None) else { return Vec::new() };
    edits.extend(follow);
    edits.sort();
    text_edits(snapshot, &edits)
}

/// Does `at` stand in a decision of an item that has points to answer?
fn answers_points(snapshot: &Snapshot, at: TextSize) -> bool {
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, at) else { return false };
    let inside = at - placed.start;
    let mut decisions = placed.item.decisions();
    placed.item.points().next().is_some()
        && decisions.any(|(section, _)| section.body.contains_inclusive(inside))
}

/// `marks`, which give entries of a list other numbers, with the edits of what names these entries: a decision must not
/// answer another point because a line was put in. Nothing where that cannot be done without asking. The entry at `gone`
/// is one no more.
fn with_names(snapshot: &Snapshot, mut marks: Vec<Edit>, gone: Option<TextRange>) -> Option<Vec<Edit>> {
    let Some(first) = marks.first() else { return Some(marks) };
    let (i, _) = occurrences::item_at(&snapshot.document, first.range().start())?;
    let mut defined = occurrences::in_item(&snapshot.document, i);
    defined.retain(|entry| entry.defines);
    let Some(list) = defined.iter().find(|entry| entry.number == Some(first.range())) else {
        return Some(marks);
    };
    let list = list.target.clone();
    let is_gone = |place: TextRange| gone.is_some_and(|gone| gone.intersect(place).is_some());
    let moved = |entry: &Occurrence| {
        let mark = marks.iter().find(|mark| Some(mark.range()) == entry.number);
        let old = number(&entry.target)?;
        Some(Moved { target: entry.target.clone(), new: mark.map_or(Some(old), |mark| order(mark.text()))? })
    };
    let entries = defined.iter().filter(|entry| is_of(&entry.target, &list) && !is_gone(entry.place));
    let entries: Vec<Moved> = entries.map(moved).collect::<Option<_>>()?;
    let Carried { edits, asked } = carried(snapshot, i, &entries)?;
    marks.extend(edits);
    asked.is_empty().then_some(marks)
}

/// The numbers or letters from `line` on, while they run on from `first`, each made another.
fn following(snapshot: &Snapshot, line: u32, first: Count, other: fn(Count) -> Count) -> Vec<Edit> {
    let text = snapshot.text();
    let (mut edits, mut expected) = (Vec::new(), first);
    let (mut n_blank, end) = (0, rules::text::size(text));
    for line in line.. {
        let place = line_at(snapshot, line);
        match mark(&text[place]) {
            // Blank lines may part the points.
            None if n_blank < MOST_BLANK && place.start() < end && trim(&text[place]).is_empty() => {
                n_blank += 1;
            }
            Some(mark)
                if mark.count == expected
                    && expected != Count::Nothing
                    && (n_blank == 0 || mark.words.starts_with("at ")) =>
            {
                n_blank = 0;
                let at = place.start() + TextSize::of(mark.indent);
                let digits = TextRange::at(at, TextSize::of(&*expected.written()));
                edits.push(Edit::replace(digits, other(expected).written()));
                expected = expected.next();
            }
            _ => return edits,
        }
    }
    edits
}

/// Does `line` belong to a list? In prose a lone number may be a date or an ordinal, and a lone dash stand for nothing.
fn in_list(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    if mark.is_date() || mark.count == Count::Letter(b'i') && !follows_above(snapshot, line, mark) {
        return false;
    }
    if mark.words.starts_with("at ") {
        return !is_last(snapshot, line, mark);
    }
    let at = line_at(snapshot, line).start();
    // Outside all sections a number may be that of an item; a bullet is one of a list.
    let is_bullet = mark.count == Count::Nothing && !mark.sign.starts_with('–') && !mark.words.is_empty();
    let Some((_, placed)) = occurrences::item_at(&snapshot.document, at) else { return is_bullet };
    let inside = at - placed.start;
    let holds = |section: &&Section| {
        section.body.contains_inclusive(inside) && !section.heading.contains_inclusive(inside)
    };
    let Some(section) = placed.item.sections.iter().rfind(holds) else { return is_bullet };
    // Lines that answer the points end with the points.
    if matches!(section.content, Content::Decision(_))
        && let Count::Number(number) = mark.count
        && placed.item.points().count() > 0
        && number as usize >= placed.item.points().count()
    {
        return mark.words.is_empty();
    }
    if let Content::Recommendation(recommendation) = &section.content {
        let mut points = recommendation.points.iter();
        // "2026. Det var året": a list begins with 1.
        let far = |number: u32| number as usize > recommendation.points.len() + 1;
        if matches!(mark.count, Count::Number(number) if far(number)) {
            return false;
        }
        let here = points.find(|point| (point.text + placed.start).end() > at);
        return !here.is_some_and(|point| looks_like_heading(snapshot.text(), placed, point));
    }
    if follows_above(snapshot, line, mark) {
        return true;
    }
    let begins =
        mark.words.starts_with(char::is_uppercase) || matches!(section.content, Content::Attachments(_));
    match mark.count {
        // "1. maj" may stand at the start of a line, "1) maj" is nothing else.
        Count::Number(number) => number == 1 && (begins || mark.sign == ")") && !mark.words.is_empty(),
        // A lone letter may be an initial.
        Count::Letter(_) => {
            let below = self::mark(&snapshot.text()[line_at(snapshot, line + 2)]);
            below.is_some_and(|below| below.follows(mark))
        }
        Count::Nothing => mark.sign != "–" && !mark.words.is_empty(),
    }
}

/// Is the entry on `line` an empty one that goes on with the list above, as Enter puts it in?
fn is_left_empty(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    let above = line.checked_sub(1).map(|above| (above, &snapshot.text()[line_at(snapshot, above)]));
    let above = above.and_then(|(line, words)| Some((line, self::mark(words)?)));
    mark.words.is_empty()
        && above.is_some_and(|(line, above)| {
            mark.follows(&above)
                && (in_list(snapshot, line, &above) || snapshot.document.minutes().is_markdown())
        })
}

/// Is the entry on `line` the one after that on the line above?
fn follows_above(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    let above = line.checked_sub(1).map(|line| &snapshot.text()[line_at(snapshot, line)]);
    above.and_then(self::mark).is_some_and(|above| mark.follows(&above))
}

/// Is the entry the last of its list: does it end in a full stop, where the one before goes on with a comma or "og"?
fn is_last(snapshot: &Snapshot, line: u32, mark: &Mark<'_>) -> bool {
    let text = snapshot.text();
    let mut above = (0..line).rev().take(MOST_BLANK).map(|line| trim(&text[line_at(snapshot, line)]));
    let goes_on = |words: &str| words.ends_with([',', ';']) || words.ends_with(" og");
    let former = above.find(|line| !line.is_empty()).and_then(self::mark);
    mark.words.ends_with('.') && former.is_some_and(|former| goes_on(former.words))
}

/// No more blank lines stand between two entries of a list.
const MOST_BLANK: usize = 3;

impl Mark<'_> {
    /// "15. maj 2026 mødes vi": the number is that of a day.
    fn is_date(&self) -> bool {
        let Count::Number(day) = self.count else { return false };
        let line = format!("{day}{} {}", self.sign, self.words);
        self.sign == "." && dates(&line).next().is_some_and(|date| date.range.start() == 0.into())
    }

    /// "- Ad 1. Godkendt.": what goes on is the number.
    fn answers(&self) -> bool {
        let mut words = self.words.chars();
        let ad = [words.next(), words.next()].map(|c| c.map_or(' ', |c| c.to_ascii_lowercase()));
        self.count == Count::Nothing
            && ad == ['a', 'd']
            && words.next().is_some_and(|c| is_space(c) || c == '.')
    }

    /// Is this the entry after `above`?
    fn follows(&self, above: &Mark<'_>) -> bool {
        self.count == above.count.next()
            && self.sign == above.sign
            && self.indent == above.indent
            && !above.words.is_empty()
    }
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let words = line.trim_start_matches(is_space);
    let indent = &line[..line.len() - words.len()];
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (count, rest) = match (words[..digits].parse(), words.bytes().next()?) {
        (Ok(number), _) => (Count::Number(number), &words[digits..]),
        (_, letter @ b'a'..=b'y') => (Count::Letter(letter), &words[1..]),
        _ => (Count::Nothing, words),
    };
    let sign = match (count, rest.chars().next()?) {
        (Count::Nothing, sign @ ('-' | '*' | '•' | '–')) => sign,
        (Count::Number(_) | Count::Letter(_), sign @ ('.' | ')')) => sign,
        _ => return None,
    };
    let after = &rest[sign.len_utf8()..];
    let task = [" [ ]", " [x]"].iter().find_map(|task| after.strip_prefix(task));
    let after = task.filter(|_| count == Count::Nothing).unwrap_or(after);
    let sign = &rest[..rest.len() - after.len()];
    let spaced = after.is_empty() || after.starts_with(is_space);
    spaced.then(|| Mark { indent, count, sign, words: after.trim_matches(is_space) })
}

/// The line without its line end.
fn line_at(snapshot: &Snapshot, line: u32) -> TextRange {
    TextRange::new(snapshot.offset(Position::new(line, 0)), snapshot.offset(Position::new(line, u32::MAX)))
}
