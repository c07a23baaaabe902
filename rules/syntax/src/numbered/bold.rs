//! Numbers in bold and behind bullets: "**12.** Titel", "- Punkt 12: Titel".

use super::plain::digits_first;
use super::timed::time_of_list;
use super::worded::worded;
use super::{NUMBER_ALONE, NumberForm, Numbered, TOLD};
use crate::title::{self, begins_title};
use text::is_space;

/// "**12. Titel**" and "**12.** Titel": where the words begin and end, and where bold ends between them.
pub(super) fn without_bold(line: &str, start: usize, end: usize) -> (usize, usize, Option<usize>) {
    let words = &line[start..end];
    let Some(sign) = ["**", "__"].into_iter().find(|sign| words.starts_with(sign)) else {
        // What a block keeps of "*12. Titel*" lacks the last sign.
        let sign = if words.starts_with('_') { '_' } else { '*' };
        let italic =
            words.len() > 4 && words.starts_with(sign) && words[1..].starts_with(char::is_alphanumeric);
        let closed = usize::from(words.ends_with(sign));
        return if italic { (start + 1, end - closed, None) } else { (start, end, None) };
    };
    let inner = &words[2..];
    let Some(close) = inner.find(sign) else { return (start + 2, end, None) };
    let after = start + 2 + close;
    // "**3** APV"
    let counts = inner[..close].bytes().all(|byte| byte.is_ascii_digit());
    let told = line[after + 2..end].trim_matches(is_space);
    if told.len() < if counts { 2 } else { TOLD } {
        return (start + 2, after, None);
    }
    if close <= NUMBER_ALONE { (start + 2, end, Some(after)) } else { (start, end, None) }
}

/// "**12. Titel:** tekst": the number and the title in bold, and the text of the item behind it.
pub(super) fn bold_run_in(line: &str, start: usize, end: usize) -> Option<Numbered> {
    let words = line.get(start..end)?;
    let sign = title::BOLD.into_iter().find(|sign| words.starts_with(sign))?;
    let inner = words[2..].trim_start_matches(|c: char| !c.is_alphanumeric());
    // "**12.** Titel" and "**12. Titel**" are read as the same without the signs.
    let close = words[2..].find(sign).filter(|close| *close > NUMBER_ALONE)?;
    let told = words[close + 4..].trim_matches(is_space);
    let counts = |own: &Numbered| {
        let form = own.numbering.form;
        (form.has_word() || form.is_plain() && form != NumberForm::Bare)
            && begins_title(&line[own.title.clone()])
            && own.title.start < start + 2 + close
    };
    let first = inner.as_bytes().first()?;
    (told.len() >= TOLD && first.is_ascii_alphanumeric())
        .then(|| {
            let at = start + 2;
            match first.is_ascii_digit() {
                true => digits_first(line, at, end, None),
                false => worded(line, at, end),
            }
        })
        .flatten()
        .filter(counts)
}

/// "• Punkt 1: Titel", "- 1. Titel".
pub(super) fn behind_bullet(line: &str, start: usize, end: usize) -> Option<Numbered> {
    // Behind a lone bullet there may be nothing but spaces, which the line's end leaves out.
    if start >= end {
        return None;
    }
    if title::BOLD.iter().any(|sign| line[start..end].starts_with(sign)) {
        let (own, end, cut) = without_bold(line, start, end);
        return bold_run_in(line, start, end).or_else(|| behind_bullet_of(line, own, end, cut));
    }
    behind_bullet_of(line, start, end, None)
}

/// The same from byte `start` on, behind the sign that begins bold, which ends at `cut` where that is behind the number.
fn behind_bullet_of(line: &str, start: usize, end: usize, cut: Option<usize>) -> Option<Numbered> {
    let digits = || line.as_bytes().get(start).filter(|byte| byte.is_ascii_digit());
    // "- **1** Titel", "* 12: Titel".
    let stopped = |found: &Numbered| {
        let form = found.numbering.form;
        let bare = form == NumberForm::Bare && cut == Some(found.number.end);
        (matches!(form, NumberForm::Stop | NumberForm::Paren | NumberForm::Colon) || bare)
            && begins_title(&line[found.title.clone()])
    };
    worded(line, start, end)
        .or_else(|| digits().and_then(|_| digits_first(line, start, end, cut)).filter(stopped))
        .or_else(|| digits().and_then(|_| time_of_list(line, start, end)))
}
