//! Rows of a table whose first cell is the number of an item.

use super::{NumberForm, Numbered, found, number_at, spaces};
use crate::title::begins_title;
use text::is_space;

/// Is a cell of a table the time when an item begins: "17.00", "kl. 17:00-17.30"?
pub fn is_time(cell: &str) -> bool {
    let bare =
        cell.trim_start_matches("kl.").trim_start_matches("Kl.").trim_matches(|c| is_space(c) || c == '*');
    let of_clock = |part: &str| {
        let (hour, minute) = part.trim_matches(is_space).split_once(['.', ':'])?;
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        (minute.len() == 2 && digits(minute) && digits(hour)).then(|| hour.parse::<u8>().ok()).flatten()
    };
    // "kl. 12"
    let hour = cell.len() > bare.len() && bare.parse::<u8>().is_ok_and(|hour| hour < 24);
    hour && cell.trim_start_matches(is_space).starts_with(['k', 'K'])
        || bare.len() >= 4 && bare.split(['-', '–']).all(|part| of_clock(part).is_some_and(|hour| hour < 24))
}

/// "| 12 | Titel |" and the same with tabs; "| 17.00 | 12 | Titel |" where the first column tells when.
pub(super) fn row(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let sign = if line.as_bytes()[start] == b'|' { '|' } else { '\t' };
    let mut at = start + usize::from(sign == '|');
    let (mut first, mut second) = (None, None);
    for cell in line[at..end].split(sign) {
        let lead = spaces(cell);
        let bold = usize::from(cell[lead..].starts_with("**")) * 2;
        let words = at + lead + bold..at + cell.trim_end_matches(|c| is_space(c) || c == '*').len();
        at += cell.len() + 1;
        if first.is_none() {
            if words.is_empty() || sign == '|' && is_time(&line[words.clone()]) {
                continue;
            }
            first = Some(words);
        } else {
            second = Some(words).filter(|words| !words.is_empty());
            break;
        }
    }
    let first = first?;
    let cell = &line[first.clone()];
    let word = ["punkt", "pkt.", "pkt", "nr.", "nr"]
        .iter()
        .find(|word| cell.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word)))
        .map_or(0, |word| word.len());
    let digits_at = first.start + word + spaces(&cell[word..]);
    let number = number_at(line, digits_at)?;
    let rest = &line[number.0.end..first.end];
    if matches!(rest, "" | "." | ")" | ":") {
        return second.map(|second| found(NumberForm::Row, number, second));
    }
    // "| 12. Titel | Godkendt |"
    let title = rest.strip_prefix(['.', ')', ':']).filter(|title| title.starts_with(is_space))?;
    let at = first.end - title.len() + spaces(title);
    // "| **12. Titel** (Rikke) |"
    let bold = line[at..first.end].find("**").filter(|_| line[..first.start].ends_with("**"));
    let first = first.start..bold.map_or(first.end, |bold| at + bold);
    (line.starts_with('|') && begins_title(&line[at..]))
        .then(|| found(NumberForm::Row, number, at..first.end))
}
