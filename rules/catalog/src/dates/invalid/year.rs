//! A year that lies centuries ahead: "den 03-03-3022", "den 3. marts 3017"; of a season, one century: "foråret 2122".

use danish::date::is_month;
use lint::{Findings, Note, PartView, Severity};
use text::{TextRange, is_space};

/// No deadline lies so far ahead.
const FIRST: u16 = 2200;

/// Nobody speaks of a season so far ahead, while a lease may end then.
const FIRST_OF_SEASON: u16 = 2100;

const SEASONS: [&str; 8] =
    ["forår", "foråret", "sommer", "sommeren", "efterår", "efteråret", "vinter", "vinteren"];

/// What programs write for "never".
const NEVER: [u16; 2] = [2999, 9999];

/// Tells of such years behind a day and a month.
pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    for &run in view.runs().iter().filter(|run| usize::from(run.len()) == 4) {
        // Most runs are words, and the first byte says so.
        let bytes = view.text[run].as_bytes();
        if !matches!(bytes[0], b'2'..=b'9') || !bytes.iter().all(u8::is_ascii_digit) {
            continue;
        }
        let year: u16 = view.text[run].parse().unwrap_or_default();
        let far = || year >= FIRST && follows_day(view, run) || follows_season(view, run);
        if year >= FIRST_OF_SEASON
            && !NEVER.contains(&year)
            && far()
            && ends(view, run)
            && !view.is_quoted(run)
            && !view.is_opaque(run)
        {
            let note = Note::new(
                format!("Året {year} ligger langt ude i fremtiden; der menes vist et andet år"),
                format!("The year {year} lies far ahead; another one may be meant"),
            );
            findings.report(run, note).at_most(Severity::Warning);
        }
    }
}

/// Do a day and a month stand before the year: "03-03-", "3. marts "?
fn follows_day(view: &PartView<'_>, year: TextRange) -> bool {
    let before = &view.text[..usize::from(year.start())];
    if let Some(sign) = before.chars().next_back().filter(|sign| matches!(sign, '-' | '/')) {
        let mut parts = before[..before.len() - 1].rsplitn(3, sign);
        let month = parts.next().and_then(|month| month.parse::<u8>().ok());
        let rest = parts.next().unwrap_or_default();
        let day = &rest[rest.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        let lead = &rest[..rest.len() - day.len()];
        let lead =
            lead.ends_with(is_space) && !lead.trim_end_matches(is_space).to_lowercase().ends_with("nr.");
        let day = day.parse::<u8>().ok();
        return lead
            && month.is_some_and(|month| (1..=12).contains(&month))
            && day.is_some_and(|day| (1..=31).contains(&day));
    }
    let words = before.trim_end_matches(is_space);
    let month = &words[words.trim_end_matches(char::is_alphabetic).len()..];
    let day = words[..words.len() - month.len()].trim_end_matches(is_space);
    words.len() < before.len()
        && is_month(month)
        && day.strip_suffix('.').is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()))
}

/// "i foråret 2122"
fn follows_season(view: &PartView<'_>, year: TextRange) -> bool {
    let before = &view.text[..usize::from(year.start())];
    let words = before.trim_end_matches(is_space);
    let word = &words[words.trim_end_matches(char::is_alphabetic).len()..];
    words.len() < before.len() && SEASONS.contains(&word)
}

/// Does the number end here, and count nothing: "3017.", and not "3017 kr."?
fn ends(view: &PartView<'_>, year: TextRange) -> bool {
    let after = &view.text[usize::from(year.end())..];
    let next = after.trim_start_matches(is_space);
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let glued = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '_'));
    let number = after.starts_with(['.', ',']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    !glued
        && !number
        && !matches!(word, "kr" | "m" | "stk" | "mio" | "borgere" | "kroner")
        && !next.starts_with('%')
}
