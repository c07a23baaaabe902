//! "den 8/3" becomes "den 8. marts 2021", and where the head says when the meeting is, "Mandag den 8. marts 2021".

use files::clock;
use jiff::ToSpan;
use jiff::civil::Date;
use rules::danish::date::{dates, month_name, weekday_name, write_long, write_weekday};
use rules::minutes::Stage;
use rules::text::{TextRange, TextSize, is_space};
use serde_json::Value;
use tower_lsp::ls_types::CompletionItemKind;

use super::{Cursor, Offer};

/// The written form of the short date before the cursor.
pub(super) fn offers(cursor: &Cursor<'_>) -> Vec<Offer> {
    let short = |c: char| c.is_ascii_digit() || c == '/' || c == '-';
    let len: usize = cursor.typed.chars().rev().take_while(|&c| short(c)).map(char::len_utf8).sum();
    let typed = &cursor.typed[cursor.typed.len() - len..];
    let place = TextRange::new(cursor.at - TextSize::of(typed), cursor.at);
    let meeting = cursor.snapshot.document.context().meeting.date.map(|date| date.year());
    let Some((day, month, year)) = read(typed) else { return Vec::new() };
    let Some(name) = month_name(month) else { return Vec::new() };
    let before = &cursor.typed[..cursor.typed.len() - len];
    let has_den = is_after_den(before);
    let year = year.or(meeting);
    let after = &cursor.snapshot.text()[cursor.at.into()..];
    let always = (day, month) == (24, 7) && after.trim_start_matches(' ').starts_with(char::is_alphabetic);
    if !exists(day, month, year) || always && after.starts_with(' ') {
        return Vec::new();
    }
    let text = match whole(cursor, (day, month, year)) {
        // The head of a meeting names the weekday, and begins a line or stands after its label.
        Some(date) if !has_den => capital(&write_weekday(date)),
        Some(date) => {
            write_weekday(date).rsplit_once("den ").map(|(_, date)| date.to_owned()).unwrap_or_default()
        }
        None if has_den => {
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            format!("{day}. {name}{year}")
        }
        // "Ca. 3/4" is a part, "24/7" always, and "Sag 22/12" a case.
        None => return Vec::new(),
    };
    vec![Offer {
        label: text.clone(),
        detail: String::new(),
        text,
        place,
        kind: CompletionItemKind::VALUE,
        more: Value::Null,
    }]
}

/// In the head, the day of the meeting: its date behind "tirsdag den", both behind "mødet t", and the weekday of the date that
/// stands behind the cursor.
pub(super) fn of_head(cursor: &Cursor<'_>) -> Vec<Offer> {
    if cursor.item.is_some() {
        return Vec::new();
    }
    let behind = cursor.behind();
    let (before, word) =
        cursor.typed.split_at(cursor.typed.rfind(is_space).map_or(0, |at| at + space(cursor.typed, at)));
    let place = TextRange::new(cursor.at - TextSize::of(word), cursor.at);
    let offer = |words: String| Offer {
        label: words.clone(),
        detail: String::new(),
        text: words,
        place,
        kind: CompletionItemKind::VALUE,
        more: Value::Null,
    };
    let lower = word.to_lowercase();
    if let Some(date) = dated(behind) {
        let name = weekday_name(date.weekday());
        let fits = !lower.is_empty() || before.ends_with(is_space);
        return if fits && name.starts_with(&lower) && name != lower {
            vec![offer(name.to_owned())]
        } else {
            Vec::new()
        };
    }
    if !behind.trim().is_empty() {
        return Vec::new();
    }
    let former = before.trim_end_matches(is_space).to_lowercase();
    let days = near(cursor);
    if let Some(words) = former.strip_suffix(" den").filter(|_| lower.chars().all(|c| c.is_ascii_digit())) {
        let named = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let fits = |date: &Date| weekday_name(date.weekday()) == named;
        let written = days.into_iter().filter(fits).map(write_long);
        return written.filter(|date| date.starts_with(&lower)).map(offer).collect();
    }
    let leads = ["mødet", "møde", "afholdt", "holdes", "afholdes", "mødedato:", "dato:"];
    if !leads.iter().any(|lead| former.ends_with(lead)) {
        return Vec::new();
    }
    // One letter begins any word.
    if lower.chars().count() == 1 {
        return Vec::new();
    }
    let written = days.into_iter().take(7).map(write_weekday);
    written.filter(|day| day.starts_with(&lower)).map(offer).collect()
}

/// The bytes of the space at byte `at`.
fn space(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The date that `behind` begins with, behind "den".
fn dated(behind: &str) -> Option<Date> {
    let rest = behind.trim_start_matches(is_space).strip_prefix("den ")?;
    let first = dates(rest).next()?;
    first.date().filter(|_| usize::from(first.range.start()) == 0 && first.weekday.is_none())
}

/// The days that a meeting may be on: agendas are written before it, and minutes after. Four weeks of them, the nearest first.
fn near(cursor: &Cursor<'_>) -> Vec<Date> {
    let today = clock::now().date();
    let is_agenda = cursor.snapshot.document.context().stage == Stage::Agenda;
    let step = if is_agenda { 1 } else { -1 };
    (0..28).filter_map(|n: i64| today.checked_add((n * step).days()).ok()).collect()
}

/// Is there such a day; without a year, in a leap year?
fn exists(day: u8, month: u8, year: Option<i16>) -> bool {
    let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else { return false };
    Date::new(year.unwrap_or(2024), month, day).is_ok()
}

/// Does a day follow `before`, which ends in the word "den" or "d."?
fn is_after_den(before: &str) -> bool {
    let words = before.trim_end_matches(' ');
    let (words, den) = words.strip_suffix('.').map_or((words, "den"), |words| (words, "d"));
    let word = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    before.ends_with(' ') && word.eq_ignore_ascii_case(den)
}

/// The day of the meeting, on the line of the head that tells it: without a year the next such day there is.
fn whole(cursor: &Cursor<'_>, (day, month, year): (u8, u8, Option<i16>)) -> Option<Date> {
    let label = cursor.typed.trim_start_matches(['#', '*', ' ']).to_lowercase();
    let in_head = cursor.item.is_none()
        && ["mødedato", "dato", "tidspunkt", "mødet afholdes"].iter().any(|known| label.starts_with(known));
    if !in_head {
        return None;
    }
    let of = |year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    if let Some(year) = year {
        return of(year);
    }
    let today = clock::now().date();
    (0..=4).filter_map(|later| of(today.year() + later)).find(|date| *date >= today)
}

/// `words` with a capital first letter, which is none of æ, ø and å in a weekday.
fn capital(words: &str) -> String {
    words[..1].to_uppercase() + &words[1..]
}

/// "8/3", "8/3-21", "8/3-2021".
fn read(typed: &str) -> Option<(u8, u8, Option<i16>)> {
    let (day, rest) = typed.split_once('/')?;
    let (month, year) = rest.split_once(['-', '/']).map_or((rest, None), |(month, year)| (month, Some(year)));
    let year = match year {
        None | Some("") => None,
        Some(year) if year.len() == 2 => Some(2000 + year.parse::<i16>().ok()?),
        Some(year) if year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
    };
    Some((day.parse().ok()?, month.parse().ok()?, year))
}

#[cfg(test)]
mod tests {
    use super::{exists, is_after_den, read};

    #[test]
    fn a_day_follows_the_word_den_alone() {
        assert!(is_after_den("mødes den ") && is_after_den("Den ") && is_after_den("(den "));
        assert!(is_after_den("mødes d. ") && is_after_den("d. "));
        for before in
            ["ca. ", "d ", "1d. ", "den. ", "hold. ", "siden ", "verden ", "", "den", "sag ", "budget "]
        {
            assert!(!is_after_den(before), "{before}");
        }
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_not_offered() {
        assert!(exists(29, 2, None) && exists(31, 12, Some(2026)) && exists(29, 2, Some(2028)));
        for (day, month, year) in
            [(31, 4, None), (29, 2, Some(2026)), (31, 6, Some(2026)), (0, 1, None), (12, 13, None)]
        {
            assert!(!exists(day, month, year), "{day}/{month}");
        }
    }

    #[test]
    fn short_dates_are_read_with_and_without_a_year() {
        assert_eq!(read("8/3"), Some((8, 3, None)));
        assert_eq!(read("8/3-21"), Some((8, 3, Some(2021))));
        assert_eq!(read("8/3-2021"), Some((8, 3, Some(2021))));
        assert_eq!(read("8-3"), None);
    }
}
