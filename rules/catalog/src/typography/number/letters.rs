//! The letter "o" for a zero in an amount: "6.ooo kr.".

use super::{Unit, is_shown, unit};
use lint::{Findings, Note, PartView};
use text::edit::Edit;
use text::{TextRange, range};

/// Tells of each amount of kroner that is written with an "o".
pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    let mut passed = 0;
    for &run in view.runs() {
        let word = &view.text[run];
        let zeros = word.bytes().all(is_sign) && word.contains(['o', 'O']);
        if !zeros || usize::from(run.start()) < passed {
            continue;
        }
        let amount = around(view.text, run);
        passed = amount.end().into();
        let written = &view.text[amount];
        let right = written.replace(['o', 'O'], "0");
        let begins = view.char_before(amount.start().into()).is_none_or(|c| !c.is_alphanumeric());
        let money = unit(view, amount) == Some(Unit::Money);
        if is_amount(&right)
            && begins
            && written.starts_with(|c: char| c.is_ascii_digit())
            && money
            && is_shown(view, amount)
        {
            let note = Note::new(
                format!("\"{written}\" er skrevet med bogstavet o i stedet for nul"),
                format!("\"{written}\" is written with the letter o instead of a zero"),
            );
            let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
            findings.report(amount, note).unsafe_fix(title, Edit::replace(amount, right));
        }
    }
}

fn is_sign(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'o' | b'O')
}

/// The digits, letters and points around `run`.
fn around(text: &str, run: TextRange) -> TextRange {
    let part = |c: char| c == '.' || c.is_ascii() && is_sign(c as u8);
    let before = &text[..run.start().into()];
    let start = before.trim_end_matches(part).len();
    let start = start + (before.len() - start - before[start..].trim_start_matches('.').len());
    let end = text.len() - text[run.end().into()..].trim_start_matches(part).len();
    range(start, start + text[start..end].trim_end_matches('.').len())
}

/// "6.000", "25000": groups of three, or none.
fn is_amount(written: &str) -> bool {
    let mut groups = written.split('.');
    let first = groups.next().map_or(0, str::len);
    let behind: Vec<&str> = groups.collect();
    first > 0 && (behind.is_empty() || first <= 3) && behind.iter().all(|group| group.len() == 3)
}
