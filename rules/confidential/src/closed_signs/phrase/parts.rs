//! The parts of a line between the signs that part a mark from a title.

use super::states::is_law;
use super::{LONGEST, WORDS, words};
use text::is_space;

/// The parts of a line, between signs that part a mark from a title.
pub(super) fn parts(lower: &str) -> impl Iterator<Item = &str> {
    let is_short = lower.len() <= LONGEST;
    let hard = |c: char| {
        matches!(
            c,
            '(' | ')' | '[' | ']' | '{' | '}' | '|' | '\t' | ';' | '!' | '?' | '"' | '»' | '«' | '<' | '>'
        )
    };
    let soft = if is_short {
        &[": ", ", ", " - ", " – ", " — ", "  ", ". ", "**"][..]
    } else {
        &[". ", "**"][..]
    };
    lower.split(hard).flat_map(move |part| split_all(part, soft))
}

/// `part`, parted at each of `signs`; a stop behind a short word or a number ends nothing.
fn split_all<'p>(part: &'p str, signs: &[&str]) -> Vec<&'p str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < part.len() {
        // Most bytes begin no sign.
        if !matches!(part.as_bytes()[at], b':' | b',' | b' ' | b'.' | b'*') {
            at += 1;
            continue;
        }
        let sign = signs.iter().find(|sign| part[at..].starts_with(**sign));
        // "Fortroligt: nej" is one, and "Adgang: lukket"; "Punkttype: Lukket beslutningspunkt" is a label and what it says.
        // "Lukkede punkter: 2, 3 og 5".
        let is_number = |sign: &str| {
            let last = part[from..at].rsplit(is_space).next().unwrap_or_default();
            let of_several = || {
                let ends = WORDS.meetings.contains(last) || WORDS.closed.contains(last);
                ends && words(&part[from..at]).any(|word| WORDS.items.contains(word))
            };
            let counts = last.starts_with(|c: char| c.is_ascii_digit())
                || WORDS.items.contains(last)
                || sign == ": " && of_several();
            matches!(sign, ": " | ", ") && counts && counts_on(&part[at + sign.len()..])
        };
        let is_answer = |sign: &str| {
            // "Klassificering: Til tjenestebrug"
            let mut answer = words(&part[at..]).filter(|word| !matches!(*word, "til" | "kun"));
            sign == ": "
                && answer.next().is_some_and(|word| {
                    let is_alone = answer.next().is_none();
                    WORDS.no.contains(word)
                        || matches!(word, "ja" | "j")
                        || is_alone && WORDS.limited.contains(word)
                })
        };
        let is_short_word = |sign: &str| {
            sign == ". "
                && part[from..at].rsplit(is_space).next().is_some_and(|last| {
                    last.bytes().all(|byte| byte.is_ascii_digit()) || WORDS.shortened.contains(last)
                })
        };
        // "§ 30, nr. 2, i offentlighedsloven"
        let is_of_section = |sign: &str| {
            let mut behind = words(&part[at + sign.len()..]);
            let of_act = |first: &str| {
                matches!(first, "nr" | "stk" | "litra" | "pkt")
                    || first.bytes().all(|byte| byte.is_ascii_digit())
                    || first == "i" && words(&part[at..]).nth(1).is_some_and(is_law)
            };
            sign == ", " && part[from..at].contains('§') && behind.next().is_some_and(of_act)
        };
        let stays =
            |sign: &str| is_short_word(sign) || is_answer(sign) || is_number(sign) || is_of_section(sign);
        match sign.filter(|sign| !stays(sign)) {
            Some(sign) => {
                parts.push(&part[from..at]);
                at += sign.len();
                from = at;
            }
            None => at += 1,
        }
    }
    parts.push(part[from..].trim_end_matches(':'));
    parts
}

/// Do `words` begin with the number of an item, which "og", a comma or nothing follows: "3 og 5", not "3 sager"?
fn counts_on(said: &str) -> bool {
    let mut first = words(said);
    let words = match first.next() {
        // "Lukket møde: punkt 3-4"
        Some(item) if WORDS.items.contains(item) => said[item.len()..].trim_start_matches(['.', ' ']),
        _ => said,
    };
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–'));
    rest.len() < words.len()
        && ["og ", "samt ", ",", "."].iter().any(|sign| rest.trim_start_matches(is_space).starts_with(sign))
        || rest.len() < words.len() && rest.trim_matches(is_space).is_empty()
}
