//! What stands before the words of a line: indentation, "#", "-", "1.", "a)".

use danish::date::{is_month, month_from, month_name};
use text::is_space;

/// What stands before the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Markdown's heading level, 1 to 6; 0 for a line that is no Markdown heading.
    pub heading: u8,
    /// Columns of white space before the mark, at most 255; a tab counts 4.
    pub indent: u8,
    /// The kind of list mark.
    pub kind: MarkKind,
    /// The number of a numbered mark, 1 for "a", 2 for "b"; else 0.
    pub number: u32,
}

/// The kinds of list mark, and of numbers that may begin a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Nothing.
    None,
    /// "1." or "1.Titel".
    Stop,
    /// "1)".
    Paren,
    /// "1 :".
    Colon,
    /// "66 Titel" or "114Titel": a number before a capital letter.
    Bare,
    /// "a)" or "a.".
    Letter,
    /// "-", "*", "•", "·", "–".
    Bullet,
}

impl MarkKind {
    /// Is this a mark with a number: "1.", "1)", "1 :" or a bare number?
    pub fn is_number(self) -> bool {
        matches!(self, Self::Stop | Self::Paren | Self::Colon | Self::Bare)
    }

    /// Does this mark begin a point of a list?
    pub fn is_list(self) -> bool {
        matches!(self, Self::Stop | Self::Paren | Self::Letter | Self::Bullet)
    }
}

impl Mark {
    /// No mark at all.
    pub const NONE: Self = Self { heading: 0, indent: 0, kind: MarkKind::None, number: 0 };
}

/// The mark of `line` and the byte where its words begin.
pub(super) fn mark(line: &str) -> (Mark, usize) {
    let mut mark = Mark::NONE;
    let mut at = indentation(line, &mut mark);
    let level = line[at..].bytes().take_while(|&b| b == b'#').count();
    if (1..=6).contains(&level) && stands_apart(&line[at + level..]) {
        mark.heading = level as u8;
        at += level;
        at += spaces(&line[at..]);
    }
    let taken = list_mark(&line[at..], &mut mark);
    (mark, at + taken)
}

fn indentation(line: &str, mark: &mut Mark) -> usize {
    let mut columns = 0_usize;
    for (at, c) in line.char_indices() {
        match c {
            '\t' => columns += 4,
            c if is_space(c) => columns += 1,
            _ => {
                mark.indent = columns.min(255) as u8;
                return at;
            }
        }
    }
    line.len()
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_space).len()
}

/// Is a mark followed by a space, or by nothing? A space at the end of a line must not change what the line is.
fn stands_apart(after: &str) -> bool {
    after.is_empty() || after.starts_with(is_space)
}

/// Is it a sign that begins a point of a list, a tick too: "✔ Godkendt"?
pub fn is_bullet(sign: char) -> bool {
    matches!(
        sign,
        '-' | '*'
            | '+'
            | '•'
            | '·'
            | '–'
            | '▪'
            | '◦'
            | '●'
            | '►'
            | '▸'
            | '‣'
            | '➢'
            | '■'
            | '○'
            | '➤'
            | '✓'
            | '✔'
            | '✅'
            | '☑'
            | '✗'
            | '✘'
            | '❌'
            | '☒'
            | '\u{f0b7}'
    )
}

fn list_mark(rest: &str, mark: &mut Mark) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    match first {
        // "→ Udsat." says what was decided, and "→ Økonomi" may be an item.
        '→' | '➔' if begins_title(&rest[first.len_utf8()..]) => bullet(rest, first, mark),
        // "»Alle med«" is quoted, and "» Alle med" an item.
        '»' if begins_title(&rest[first.len_utf8()..]) => bullet(rest, first, mark),
        // ">> Titel <<" is framed.
        '>' if rest[1..].starts_with('>') && begins_title(&rest[2..]) && !rest.contains('<') => {
            1 + bullet(&rest[1..], '>', mark)
        }
        // What Word makes of a hollow bullet.
        'o' if begins_title(&rest[1..]) => bullet(rest, first, mark),
        '0'..='9' => number(rest, mark),
        'a'..='z' | 'A'..='Z' => letter(rest, mark),
        _ if is_bullet(first) => bullet(rest, first, mark),
        _ => 0,
    }
}

fn bullet(rest: &str, first: char, mark: &mut Mark) -> usize {
    let after = &rest[first.len_utf8()..];
    let glued = matches!(first, '•' | '·' | '▪') && !after.is_empty();
    if !stands_apart(after) && !glued {
        return 0;
    }
    mark.kind = MarkKind::Bullet;
    first.len_utf8() + spaces(after)
}

fn letter(rest: &str, mark: &mut Mark) -> usize {
    let bytes = rest.as_bytes();
    let closed = matches!(bytes.get(1), Some(b')' | b'.'));
    let apart = rest.get(2..).is_some_and(stands_apart);
    if !closed || !apart || (bytes[0].is_ascii_uppercase() && bytes[1] == b'.') {
        return 0;
    }
    mark.kind = MarkKind::Letter;
    mark.number = u32::from(bytes[0].to_ascii_lowercase() - b'a') + 1;
    2 + spaces(&rest[2..])
}

/// "2.a. en ny hal" and "2a) en ny hal": the letter behind the number, whose part it is.
fn part(after: &str, mark: &mut Mark) -> usize {
    let stop = usize::from(after.starts_with('.'));
    if !after[stop..].starts_with(|c: char| c.is_ascii_lowercase()) {
        return 0;
    }
    let (mut own, letters) = (*mark, &after[stop..]);
    let taken = letter(letters, &mut own);
    // "7.b. klasse" is no part of a seventh point.
    if taken == 0 || is_counted(&letters[taken..]) {
        return 0;
    }
    *mark = own;
    stop + taken
}

fn number(rest: &str, mark: &mut Mark) -> usize {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 4 {
        return 0;
    }
    let after = &rest[digits..];
    let part = part(after, mark);
    if part > 0 {
        return digits + part;
    }
    let gap = spaces(after);
    let next = after[gap..].chars().next();
    let (kind, taken) = match next {
        Some('.') if gap == 0 => (MarkKind::Stop, 1),
        Some(')') if gap == 0 => (MarkKind::Paren, 1),
        Some(':') if gap > 0 || begins_title(&after[1..]) => (MarkKind::Colon, gap + 1),
        Some(c) if c.is_uppercase() => (MarkKind::Bare, gap),
        _ => return 0,
    };
    let words = &after[taken..];
    if !begins_point(words, kind, gap) {
        return 0;
    }
    mark.kind = kind;
    mark.number = rest[..digits].parse().unwrap_or(0);
    digits + taken + spaces(words)
}

/// "1: Spørgetid", but not "2:1" and "1: hvor mange".
fn begins_title(after: &str) -> bool {
    after.starts_with(is_space) && after.trim_start_matches(is_space).starts_with(char::is_uppercase)
}

/// Do the words after a number make it a mark, and not a date, a range, an ordinal or an amount?
fn begins_point(words: &str, kind: MarkKind, gap: usize) -> bool {
    let trimmed = words.trim_start_matches(is_space);
    let Some(first) = trimmed.chars().next() else { return kind != MarkKind::Bare };
    match kind {
        // "114Spørgsmål" is an item whose number was glued on; "3D-print" and "5G" are words.
        MarkKind::Bare if gap == 0 => trimmed.chars().nth(1).is_some_and(char::is_lowercase),
        MarkKind::Bare | MarkKind::Colon => true,
        _ if trimmed.len() == words.len() => first.is_uppercase(),
        // "1. - 3. Anbefales" and "1. og 2. at-punkt" speak of points; "1. at-punkt", "2. kvartal" and "8. marts" count.
        _ => !(is_counted(trimmed) || speaks_of_range(trimmed)),
    }
}

pub(super) fn speaks_of_range(words: &str) -> bool {
    let rest = words.strip_prefix("og").or_else(|| words.strip_prefix(['-', '–']));
    rest.is_some_and(|rest| rest.trim_start_matches(is_space).starts_with(|c: char| c.is_ascii_digit()))
}

/// Words that, like the months, follow an ordinal number, not a point's number.
const COUNTED: &[&str] = &[
    "kvartal",
    "halvår",
    "behandling",
    "at-punkt",
    "viceborgmester",
    "sal",
    "klasse",
    "klasserne",
    "årgang",
    "suppleant",
    "tertial",
    "plads",
    "etape",
    "fase",
    "del",
    "årige",
];

pub(super) fn is_counted(words: &str) -> bool {
    let word = words.split(|c: char| !(c.is_alphabetic() || c == '-')).next().unwrap_or("");
    let month = month_from(word).and_then(month_name);
    let date = match month {
        Some(month) if month == word => true,
        // "3. August Holm" is somebody, "4. November 2021" a day.
        Some(month) => month == word.to_lowercase() && has_year(&words[word.len()..]),
        // "12. mar. 2024".
        None => word.len() < 5 && is_month(word) && has_year(words[word.len()..].trim_start_matches('.')),
    };
    date || COUNTED.contains(&word)
}

fn has_year(rest: &str) -> bool {
    rest.trim_start_matches(is_space).bytes().take_while(u8::is_ascii_digit).count() == 4
}

#[cfg(test)]
mod tests {
    use super::MarkKind;
    use super::mark;

    fn seen(line: &str) -> (MarkKind, u32, &str) {
        let (mark, at) = mark(line);
        (mark.kind, mark.number, &line[at..])
    }

    #[test]
    fn the_forms_of_marks_are_told_apart() {
        assert_eq!(seen("1. at planen godkendes"), (MarkKind::Stop, 1, "at planen godkendes"));
        assert_eq!(seen("12) At budgettet"), (MarkKind::Paren, 12, "At budgettet"));
        assert_eq!(seen("7 : Budget"), (MarkKind::Colon, 7, "Budget"));
        assert_eq!(seen("7: Budget"), (MarkKind::Colon, 7, "Budget"));
        assert_eq!(seen("7:1 er stillingen").0, MarkKind::None);
        assert_eq!(seen("66 Godkendelse"), (MarkKind::Bare, 66, "Godkendelse"));
        assert_eq!(seen("114Spørgsmål"), (MarkKind::Bare, 114, "Spørgsmål"));
        assert_eq!(seen("3.Godkendes"), (MarkKind::Stop, 3, "Godkendes"));
        assert_eq!(seen("12. mar. 2024").0, MarkKind::None);
        assert_eq!(seen("3. August Holm"), (MarkKind::Stop, 3, "August Holm"));
        assert_eq!(seen("b) at"), (MarkKind::Letter, 2, "at"));
        assert_eq!(seen("2.b. en hal"), (MarkKind::Letter, 2, "en hal"));
        assert_eq!(seen("2a) en hal"), (MarkKind::Letter, 1, "en hal"));
        assert_eq!(seen("► Løn"), (MarkKind::Bullet, 0, "Løn"));
        assert_eq!(seen("  • Løn"), (MarkKind::Bullet, 0, "Løn"));
    }

    #[test]
    fn a_space_at_the_end_of_a_line_changes_no_mark() {
        for line in ["#", "-", "3.", "b)", "•", "  -"] {
            let ((bare, _), (spaced, _)) = (mark(line), mark(&format!("{line} ")));
            assert_eq!(bare, spaced, "{line}");
        }
    }

    #[test]
    fn dates_ranges_and_ordinals_are_no_marks() {
        for line in [
            "7.b. klasse",
            "14.09.2020",
            "8. marts 2021",
            "8. Marts 2021",
            "1.-3. Anbefales.",
            "1. - 2. Anbefalet",
            "1. og 2. at-punkt blev godkendt",
            "2. at-punkt blev drøftet",
            "20 borgere",
            "3D-print",
            "5 kr.",
            "15.00.00-P05-1-23",
            "21-014448",
        ] {
            assert_eq!(seen(line).0, MarkKind::None, "{line}");
        }
    }

    #[test]
    fn markdown_headings_have_a_level() {
        let (mark, at) = mark("## 3. Budget");
        assert_eq!((mark.heading, mark.number, at), (2, 3, 6));
    }
}
