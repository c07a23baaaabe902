//! Days of one month: "i perioden 20.-2. december 2024", "fra 26. til 14. maj".

use danish::date::DateMention;
use lint::{Findings, PartView};
use text::is_space;

use super::super::cues::{cues, ends_in};
use super::{BEGINS, MESSAGE};
use text::range;

/// Tells a day before `to` of the same month that comes after it.
pub(super) fn check(view: &PartView<'_>, to: &DateMention, findings: &mut Findings) {
    let end = usize::from(to.range.start());
    let line = usize::from(view.near(view.line_at(to.range), to.range).start()).min(end);
    let before = view.text[line..end].trim_end_matches(is_space);
    let joint = [" til den", " til", "-", "–"].into_iter().find(|joint| before.ends_with(joint));
    let Some(lead) = joint.and_then(|joint| before.strip_suffix(joint)) else { return };
    let Some(lead) = lead.trim_end_matches(is_space).strip_suffix('.') else { return };
    let digits = lead.len() - lead.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let Ok(day) = lead[lead.len() - digits..].parse::<u8>() else { return };
    let start = line + lead.len() - digits;
    let known = view
        .dates()
        .iter()
        .any(|other| usize::from(other.range.end()) > start && other.range.end() <= to.range.start());
    let words = lead[..lead.len() - digits].to_lowercase();
    let first = range(start, start + digits + 1);
    if digits <= 2
        && day <= 31
        && day > to.day
        && !known
        && ends_in(&words, &cues().days)
        && view.is_prose(first)
    {
        findings.report(to.range, MESSAGE).related(first, BEGINS);
    }
}
