//! The points that a word names: "at-punkt 2", "indstillingens 2. punkt", "pkt. 3", "nr. 2 i indstillingen".

use super::super::numbers::{numbers, numbers_before, ordinals_before};
use super::super::whose::is_genitive;
use super::{Naming, PointReference};
use text::needle::Needle;
use text::{is_space, range};

/// Numbers beside "at-punkt", "indstillingspunkt", "punkt" and "pkt.".
pub(super) fn by_word(paragraph: &str, from: usize, found: &mut Vec<PointReference>) {
    let mut search = from;
    while let Some(at) = either(&paragraph[search..], ["kt", "KT"]).map(|at| search + at) {
        search = at + 2;
        let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2011}');
        let start = paragraph[..at]
            .rfind(|c| !letter(c))
            .map_or(0, |before| before + paragraph[before..].chars().next().map_or(1, char::len_utf8));
        let end = paragraph[at..].find(|c| !letter(c)).map_or(paragraph.len(), |len| at + len);
        search = search.max(end);
        // "Punkt 8Punkt 4": the word begins inside the reference before it.
        if start < from {
            continue;
        }
        let before = &paragraph[from..start];
        if let Some(at) = counted_at(before, &paragraph[start..]) {
            found.extend(around_word(paragraph, from, (from + at, end), Naming::AtPoint));
            continue;
        }
        let Some(naming) = naming(&paragraph[start..end], before) else { continue };
        found.extend(around_word(paragraph, from, (start, end), naming));
    }
}

/// Where the first of `words` stands in `text`.
fn either(text: &str, words: [&str; 2]) -> Option<usize> {
    let [one, other] = words.map(|word| text.find(word));
    one.into_iter().chain(other).min()
}

/// Where "at" stands in "2. at punkt", before `here`; "2. at punkt 3 udgår" is a point about an item.
fn counted_at(before: &str, here: &str) -> Option<usize> {
    let at = before.trim_end_matches(is_space).strip_suffix("at").filter(|rest| rest.ends_with(is_space))?;
    let after = here.strip_prefix("punkt")?.trim_start_matches(is_space);
    let names_item = after.starts_with(|c: char| c.is_alphanumeric());
    let counts = || numbers_before(at).is_some() || ordinals_before(at).is_some();
    (!names_item && counts()).then_some(at.len())
}

/// "indstillingens nr. 2", "nr. 2 og 3 i indstillingen": is something found?
pub(super) fn by_number(paragraph: &str, from: usize, found: &mut Vec<PointReference>) -> bool {
    /// In bytes: a few numbers take no more.
    const NEAR: usize = 30;
    static RECOMMENDATION: Needle = Needle::new("ndstillingen");
    let before = found.len();
    for at in RECOMMENDATION.find_iter(&paragraph[from..]).map(|at| from + at) {
        let end = at + "ndstillingen".len();
        found.extend(counted_ats(paragraph, end));
        let owned = paragraph[end..].strip_prefix("s nr.").map(|_| end + "s ".len());
        let near = &paragraph[paragraph.floor_char_boundary(at.saturating_sub(NEAR)).max(from)..at];
        let ahead = near.strip_suffix("i i").and_then(|near| near.rfind("nr."));
        let ahead = ahead.map(|word| at - near.len() + word);
        for start in ahead.into_iter().chain(owned) {
            let rest = &paragraph[start + "nr.".len()..];
            let spaced = rest.trim_start_matches(is_space);
            let Some(list) = numbers(spaced) else { continue };
            let last = start + "nr.".len() + rest.len() - spaced.len() + list.end;
            let gap = paragraph.get(last..at).map(|gap| gap.trim_matches(is_space));
            if owned == Some(start) || gap == Some("i i") {
                let naming = Naming::AtPoint;
                found.push(PointReference { points: list.points, range: range(start, last), naming });
            }
        }
    }
    before < found.len()
}

/// "s 2. at", "s første at" behind the recommendation that ends at byte `end`.
fn counted_ats(paragraph: &str, end: usize) -> Option<PointReference> {
    let rest = paragraph[end..].strip_prefix('s')?;
    let spaced = rest.trim_start_matches(is_space);
    let at = spaced.split_inclusive(is_space).take(6).scan(0, |len, word| {
        let from = *len;
        *len += word.len();
        Some((from, word.trim_end_matches(|c: char| !c.is_alphanumeric())))
    });
    let (at, _) = at.into_iter().find(|(_, word)| word.eq_ignore_ascii_case("at"))?;
    let before = &spaced[..at];
    let (points, first) = ordinals_before(before).or_else(|| numbers_before(before))?;
    let start = paragraph.len() - spaced.len();
    let range = range(start + first, start + at + "at".len());
    before[..first].trim().is_empty().then_some(PointReference { points, range, naming: Naming::AtPoint })
}

/// What a word for a point says, given what stands before it.
fn naming(word: &str, before: &str) -> Option<Naming> {
    const ENDINGS: &[&str] = &["", "et", "er", "erne", "s", "ets"];
    let lower = word.to_lowercase().replace('\u{2011}', "-");
    let stem = |stem: &str| lower.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending));
    // Text of several lines: the word may be the first of its own.
    let owner =
        before.trim_end_matches(is_space).rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
    // "anbefaler som punkt 10" adds a point.
    if owner == "som" {
        return None;
    }
    let own = ["indstillingens", "administrationens", "forvaltningens", "direktionens", "indstillingernes"];
    let elsewhere = is_genitive(&owner) && !own.contains(&&*owner);
    if stem("at-punkt") || stem("atpunkt") || stem("indstillingspunkt") || lower == "at-pkt" {
        return Some(if elsewhere { Naming::Perhaps } else { Naming::AtPoint });
    }
    if !stem("punkt") && lower != "pkt" {
        return None;
    }
    // "Indstillingens 2. punkt".
    let counted = ordinals_before(before).or_else(|| numbers_before(before)).map(|(_, at)| &before[..at]);
    let of_list = counted.is_some_and(|before| before.trim_end_matches(is_space).ends_with("ndstillingens"));
    Some(if of_list || owner == "indstillingens" { Naming::AtPoint } else { Naming::Perhaps })
}

/// The numbers before or after the word at `word`.
fn around_word(
    paragraph: &str,
    from: usize,
    (start, end): (usize, usize),
    naming: Naming,
) -> Option<PointReference> {
    let before = &paragraph[from..start];
    if let Some((points, at)) = ordinals_before(before).or_else(|| numbers_before(before)) {
        return Some(PointReference { points, range: range(from + at, end), naming });
    }
    let rest = &paragraph[end..];
    let spaced = rest.trim_start_matches(|c| is_space(c) || c == '.');
    let spaced = ["nr.", "nummer"].iter().find_map(|word| spaced.strip_prefix(word)).unwrap_or(spaced);
    let gap = rest.len() - spaced.trim_start_matches(is_space).len();
    let list = numbers(&rest[gap..]).filter(|_| gap > 0)?;
    Some(PointReference { points: list.points, range: range(start, end + gap + list.end), naming })
}
