//! "8/3" becomes "den 8. marts 2021".

use rules::danish::date::month_name;
use rules::text::{TextRange, TextSize};
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
    let Some(name) = month_name(month).filter(|_| (1..=31).contains(&day)) else { return Vec::new() };
    let before = &cursor.typed[..cursor.typed.len() - len];
    let den = if before.ends_with("den ") { "" } else { "den " };
    let text = match year.or(meeting) {
        Some(year) => format!("{den}{day}. {name} {year}"),
        None => format!("{den}{day}. {name}"),
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
    use super::read;

    #[test]
    fn short_dates_are_read_with_and_without_a_year() {
        assert_eq!(read("8/3"), Some((8, 3, None)));
        assert_eq!(read("8/3-21"), Some((8, 3, Some(2021))));
        assert_eq!(read("8/3-2021"), Some((8, 3, Some(2021))));
        assert_eq!(read("8-3"), None);
    }
}
