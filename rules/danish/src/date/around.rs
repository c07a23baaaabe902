//! What stands around a date: the weekday and "den" in front of it, and the signs that say it is none.

use super::names::weekday_from;
use super::{Intro, IntroForm, Place, WeekdayMention};
use crate::letters::{
    before_spaces, char_before, fold, is_capitalised, is_space, is_word_part, range, word_before,
};

/// The words in front of a date that belong to it.
#[derive(Clone, Copy)]
pub(super) struct Prefix {
    /// Where the mention starts: at the first of these words, or at the date itself.
    pub(super) start: usize,
    pub(super) weekday: Option<WeekdayMention>,
    pub(super) intro: Option<Intro>,
}

impl Prefix {
    /// Reads backwards from the first digit (or the month's name) of a date.
    pub(super) fn before(text: &str, date_start: usize) -> Prefix {
        let intro = intro_before(text, date_start);
        let start = intro.map_or(date_start, |intro| intro.range.start().into());
        let weekday = weekday_before(text, start);
        let start = weekday.map_or(start, |weekday| weekday.range.start().into());
        Prefix { start, weekday, intro }
    }

    pub(super) fn is_some(self) -> bool {
        self.weekday.is_some() || self.intro.is_some()
    }
}

fn intro_before(text: &str, date_start: usize) -> Option<Intro> {
    let end = before_spaces(text, date_start);
    let glued = end == date_start;
    let has_stop = text[..end].ends_with('.');
    let word = word_before(text, if has_stop { end - 1 } else { end });
    let start = end - usize::from(has_stop) - word.len();

    let form = match (word, has_stop) {
        (_, false) if !glued && word.eq_ignore_ascii_case("den") => IntroForm::Den,
        ("d", true) => IntroForm::DWithStop,
        // "Liste D. 24. august blev der …": only at the start of something is it the introducing word.
        ("D", true) if starts_something(text, start) => IntroForm::DWithStop,
        ("d", false) if !glued => IntroForm::DWithoutStop,
        _ => return None,
    };
    let stands_free = !matches!(char_before(text, start), Some('.' | '-' | '_' | '/' | '@' | '\'' | '’'));
    stands_free.then_some(Intro { form, range: range(start, end) })
}

fn weekday_before(text: &str, start: usize) -> Option<WeekdayMention> {
    let spaces = before_spaces(text, start);
    if spaces == start {
        return None;
    }

    let end = spaces - usize::from(text[..spaces].ends_with(','));
    let name = word_before(text, end);
    let weekday = weekday_from(name)?;
    let start = end - name.len();
    // "(påske-)tirsdag" and the like name another day.
    let stands_free = !matches!(char_before(text, start), Some('-' | '–' | '_' | '/' | '@'));
    let alone = stands_free && !follows_weekday(text, start);
    alone.then(|| WeekdayMention { weekday, range: range(start, end), capital: is_capitalised(name) })
}

/// In "lørdag og søndag den 1. og 2. maj" the nearest weekday is not that of the first day.
fn follows_weekday(text: &str, start: usize) -> bool {
    let before =
        text[..start].trim_end_matches(|char| is_space(char) || matches!(char, ',' | '-' | '–' | '/'));
    let link = word_before(text, before.len());
    let before = match link {
        "og" | "eller" | "samt" | "til" => &text[..before_spaces(text, before.len() - link.len())],
        _ => before,
    };
    weekday_from(word_before(text, before.len())).is_some()
}

/// Is this the start of a line, a table cell, a list item or the inside of brackets?
pub(super) fn starts_something(text: &str, offset: usize) -> bool {
    match char_before(text, before_spaces(text, offset)) {
        None => true,
        Some(char) => matches!(
            char,
            '\n' | '\r'
                | '\t'
                | ':'
                | ';'
                | '('
                | '['
                | '|'
                | '*'
                | '•'
                | '·'
                | '-'
                | '–'
                | '—'
                | '"'
                | '”'
                | '“'
                | '„'
                | '»'
                | '«'
        ),
    }
}

/// Is this the start of a line?
pub(super) fn starts_line(text: &str, offset: usize) -> bool {
    matches!(char_before(text, before_spaces(text, offset)), None | Some('\n' | '\r'))
}

/// Does a word stand before that introduces dates, and hardly ever another number?
pub(super) fn follows_date_word(text: &str, offset: usize) -> bool {
    const WORDS: &str = "fra til pr per inden senest efter før siden af mødet møde dato mødedato indtil den d \
        dateret";
    is_one_of(text, offset, WORDS)
}

/// Does a word stand before that a day may follow even without its stop and year: "inden 15 februar", "holder fri 31 maj"?
pub(super) fn leads_to_day(text: &str, offset: usize) -> bool {
    const WORDS: &str = "fra til pr per inden senest efter før dato mødedato indtil dateret fri holdes afholdes holdt afholdt \
        begynder starter slutter udgangen deadline frist fristen";
    is_one_of(text, offset, WORDS)
}

/// Does a word stand before that no plain number follows, only dates: "pr.", "senest", "den"?
pub(super) fn follows_sure_date_word(text: &str, offset: usize) -> bool {
    const WORDS: &str = "pr senest inden dato mødedato den d dateret";
    is_one_of(text, offset, WORDS)
}

/// Does a word stand before that numbers something else: "bilag 3", "kl. 12"?
pub(super) fn follows_number_word(text: &str, offset: usize) -> bool {
    const WORDS: &str = "kl klokken bilag punkt punkterne pkt nr nummer stk kap kapitel side s afsnit tabel \
        figur fase etape del uge sag vers version lokale scenarie scenarium model kvartal \
        budgetopfølgning bo alternativ trin forslag";
    is_one_of(text, offset, WORDS) || text[..before_spaces(text, offset)].ends_with('§')
}

/// Is the word before, perhaps with a stop or colon, one of these?
fn is_one_of(text: &str, offset: usize, words: &str) -> bool {
    let before = &text[..before_spaces(text, offset)];
    let end = before.strip_suffix(['.', ':']).unwrap_or(before).len();
    let word = fold(word_before(text, end));
    !word.is_empty() && words.split(' ').any(|candidate| candidate == word)
}

/// May the digits of a date start here? Not when something is glued to them.
pub(super) fn may_start(text: &str, offset: usize) -> bool {
    let before = &text[..offset];
    let Some(char) = before.chars().next_back() else { return true };
    match char {
        ',' | ':' | '\'' | '’' => !before[..offset - char.len_utf8()].ends_with(is_digit_or_stop),
        _ => !is_glue(char),
    }
}

/// Is only a dash between the end of the latest date and these digits: "1. december 2020-30. november 2021"?
pub(super) fn continues_date(place: Place<'_>, offset: usize) -> bool {
    place.last_end > 0 && matches!(place.text.get(place.last_end..offset), Some("-" | "–"))
}

fn is_digit_or_stop(char: char) -> bool {
    char.is_ascii_digit() || char == '.'
}

/// May a date in digits end here? Not before a letter or digit, nor before a sign that ties one to it.
pub(super) fn may_end(text: &str, offset: usize) -> bool {
    let mut chars = text[offset..].chars();
    let Some(char) = chars.next() else { return true };
    match char {
        '.' | ',' | ':' | '-' | '–' | '\'' | '’' => !chars.next().is_some_and(is_word_part),
        _ => !is_glue(char),
    }
}

fn is_glue(char: char) -> bool {
    is_word_part(char)
        || matches!(
            char,
            '.' | '-'
                | '–'
                | '_'
                | '/'
                | '\\'
                | '@'
                | '#'
                | '='
                | '&'
                | '%'
                | '+'
                | '§'
                | '$'
                | '€'
                | '~'
                | '^'
        )
}

/// Does a capital letter follow after spaces?
pub(super) fn is_before_capital(text: &str, offset: usize) -> bool {
    let rest = text[offset..].trim_start_matches(is_space);
    rest.len() < text.len() - offset && rest.starts_with(char::is_uppercase)
}

/// Does the next word say that the number before it counts something: "1900 kr."?
pub(super) fn is_before_unit(text: &str, offset: usize) -> bool {
    let rest = text[offset..].trim_start_matches(is_space);
    let unit = rest.split(|char| !is_word_part(char)).next().unwrap_or_default();
    rest.starts_with('%') || matches!(unit, "kr" | "mio" | "mia" | "pct" | "stk" | "m2" | "m²")
}

/// Does "af" follow, as after a fraction: "1/3 af eleverne"?
pub(super) fn is_before_af(text: &str, offset: usize) -> bool {
    let rest = text[offset..].trim_start_matches(is_space);
    rest.strip_prefix("af").is_some_and(|rest| !rest.starts_with(is_word_part))
}

/// Does a time follow: "10.11.22 kl. 16"?
pub(super) fn is_before_time(text: &str, offset: usize) -> bool {
    let rest = text[offset..].trim_start_matches(',').trim_start_matches(is_space);
    rest.starts_with("kl.") || rest.starts_with("kl ")
}

/// Is the number before `end` an amount: "1900 kr.", "2000,50", "2000.000"?
pub(super) fn is_amount(text: &str, end: usize) -> bool {
    let decimals = matches!(text.as_bytes()[end..], [b'.' | b',', b'0'..=b'9', ..]);
    decimals || is_before_unit(text, end)
}

/// Can a year end here that is set off by a comma: "12. januar, 2022"? Not if it may count what follows.
pub(super) fn is_year_after_comma(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(is_space);
    is_before_time(text, end) || !rest.starts_with(is_word_part)
}
