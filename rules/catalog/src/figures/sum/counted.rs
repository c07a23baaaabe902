//! Numbers of things in a sentence: "86 boliger, heraf 52 rækkehuse og 34 etageboliger", "12 børn og 15 voksne, i alt 27
//! deltagere".
//!
//! Groups may overlap: of 12 answers 8 can be in favour and 9 come from the town. So parts are added only where they are
//! said in the same way: each a thing, or each with the same small word behind its number.

use danish::letters::{is_word_part, small};
use danish::sentences::sentences;
use facts::quantity::{Quantity, is_swap, is_typing_slip};
use facts::tables::is_year;
use lint::{Findings, PartView};
use text::needle::Needle;
use text::{TextRange, is_space, range};

use super::super::wording::{begins_with, ends_in, holds, wording};
use super::{Reckoned, report};

/// A number of things.
struct Count<'w> {
    range: TextRange,
    value: i64,
    /// The word behind it.
    word: &'w str,
    /// The words between the number before it, with its word, and this one.
    gap: &'w str,
}

/// A sum and its parts have so many digits together.
const FEWEST_DIGITS: usize = 3;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    static SIGNS: [Needle; 8] = [
        Needle::new("es med "),
        Needle::new("er med "),
        Needle::new("eraf"),
        Needle::new("voraf"),
        Needle::new("i alt "),
        Needle::new(": "),
        Needle::new("fordelt på"),
        Needle::new("nemlig "),
    ];
    for sign in &SIGNS {
        for at in sign.find_iter(view.text) {
            let line = view.line_at(range(at, at));
            let digits = view.text[line].bytes().filter(u8::is_ascii_digit);
            if digits.take(FEWEST_DIGITS).count() < FEWEST_DIGITS || !view.is_prose(range(at, at + 1)) {
                continue;
            }
            check_line(view, line, at, findings);
        }
    }
}

/// Looks at the sentence of `line` that holds byte `at`, with the one before it.
fn check_line(view: &PartView<'_>, line: TextRange, at: usize, findings: &mut Findings) {
    let mut former: Option<TextRange> = None;
    for sentence in sentences(&view.text[line]) {
        let sentence = sentence + line.start();
        if usize::from(sentence.end()) > at {
            if usize::from(sentence.start()) <= at && !view.is_quoted(sentence) {
                check_sentence(view, sentence, former, at, findings);
            }
            return;
        }
        former = Some(sentence);
    }
}

fn check_sentence(
    view: &PartView<'_>,
    sentence: TextRange,
    former: Option<TextRange>,
    at: usize,
    findings: &mut Findings,
) {
    let words = small(&view.text[sentence]);
    let Some(counts) = counts(&words, sentence) else { return };
    if holds(&words, &wording().overlapping_counts) {
        return;
    }
    let lead = &words[at - usize::from(sentence.start())..];
    if lead.starts_with("i alt ") {
        check_total(&counts, findings);
    } else if lead.starts_with("es med ") || lead.starts_with("er med ") {
        check_raised(&counts, findings);
    } else if begins_with(&words, &wording().some_leads) {
        let Some(former) = former else { return };
        let former_words = small(&view.text[former]);
        let whole = self::counts(&former_words, former);
        if let Some([whole]) = whole.as_deref() {
            check_parts(whole, &counts, false, findings);
        }
    } else if let Some((whole, parts)) = counts.split_first() {
        // "18 skoler, nemlig 11 folkeskoler, 5 friskoler og 2 privatskoler" names them all.
        let named = lead.starts_with("nemlig ")
            && parts.first().is_some_and(|part| part.gap.trim_end().ends_with("nemlig"));
        let colon = whole_is_before(&words, lead);
        let some = holds(parts.first().map_or("", |part| part.gap), &wording().some_leads);
        let divided = lead.starts_with("fordelt på")
            && parts.first().is_some_and(|part| part.gap.trim_end().ends_with("fordelt på"));
        if divided {
            check_divided(whole, parts, findings);
        } else if some
            || named
            || colon && parts.first().is_some_and(|part| part.gap.trim_end().ends_with(':'))
        {
            check_parts(whole, parts, !some, findings);
        }
    }
}

/// Is the one colon of the sentence the sign that was found?
fn whole_is_before(words: &str, lead: &str) -> bool {
    lead.starts_with(':') && words.matches(':').count() == 1
}

/// "12 børn og 15 voksne, i alt 37 deltagere".
fn check_total(counts: &[Count<'_>], findings: &mut Findings) {
    let Some((total, parts)) = counts.split_last().filter(|(_, parts)| parts.len() >= 2) else { return };
    let leads = &wording().total_leads;
    let one = counts.iter().filter(|count| ends_in(count.gap, leads)).count() == 1;
    let more = wording().counted_in.iter().any(|word| word == total.word);
    let sum: i64 = parts.iter().map(|part| part.value).sum();
    // "20 børn i den ene gruppe og 25 børn i den anden, i alt 55 børn": they may be the same ones, unless a slip explains it.
    let alike = are_alike(parts) || are_same(total, parts) && is_typing_slip(sum, total.value);
    if one && ends_in(total.gap, leads) && alike && !more {
        let near = (sum - total.value).abs() * 4 <= total.value
            || total.value.to_string().len() == sum.to_string().len();
        // "14 børn, 12 voksne og 2 hunde, i alt 26 deltagere": one of them is not counted.
        let without = parts.len() > 2 && parts.iter().any(|part| sum - part.value == total.value);
        if sum != total.value && near && !without {
            tell(total, sum, findings);
        }
    }
}

/// "42 pladser og udvides med 9 pladser til 51 pladser".
fn check_raised(counts: &[Count<'_>], findings: &mut Findings) {
    let [from, by, to] = counts else { return };
    let (grows, falls) = (holds(by.gap, &wording().grows), holds(by.gap, &wording().falls));
    let sum = if grows { from.value + by.value } else { from.value - by.value };
    let told = grows != falls && by.gap.trim_end().ends_with(" med") && to.gap.trim() == "til";
    if told && from.word == to.word && sum != to.value && is_typing_slip(sum, to.value) {
        tell(to, sum, findings);
    }
}

/// The parts of `whole`: all of them, or some, which may be less and never more.
fn check_parts(whole: &Count<'_>, parts: &[Count<'_>], all: bool, findings: &mut Findings) {
    let sum: i64 = parts.iter().map(|part| part.value).sum();
    let apart = whole.value - sum;
    let swapped =
        parts.iter().any(|part| part.value + apart >= 10 && is_swap(part.value, part.value + apart));
    let near = apart.abs() * 4 <= whole.value.max(4) || swapped;
    if parts.len() >= 2 && are_alike(parts) && near && (sum > whole.value || all && sum < whole.value) {
        tell(whole, sum, findings);
    }
}

/// "480 elever, fordelt på 210 i indskolingen, 150 på mellemtrinnet og 130 i udskolingen": the words say that these are all.
fn check_divided(whole: &Count<'_>, parts: &[Count<'_>], findings: &mut Findings) {
    let sum: i64 = parts.iter().map(|part| part.value).sum();
    let alike = parts.len() >= 2 && are_joined(parts) && (are_alike(parts) || parts.iter().all(is_small));
    if alike && sum != whole.value && (sum - whole.value).abs() * 4 <= whole.value {
        tell(whole, sum, findings);
    }
}

fn tell(count: &Count<'_>, sum: i64, findings: &mut Findings) {
    let one = Quantity::whole(1).value;
    report(count.range, count.value * one, sum * one, Reckoned::Parts, findings);
}

/// Are all of the thing that `total` counts, which stands behind the first at least?
fn are_same(total: &Count<'_>, parts: &[Count<'_>]) -> bool {
    let is = |part: &Count<'_>| part.word == total.word;
    is(&parts[0]) && are_joined(parts) && parts.iter().all(|part| is(part) || is_small(part))
}

fn is_small(part: &Count<'_>) -> bool {
    wording().small_words.iter().any(|word| word == part.word)
}

/// Do the parts stand in one list?
fn are_joined(parts: &[Count<'_>]) -> bool {
    parts.iter().skip(1).all(|part| {
        let gap = part.gap.trim_end();
        // The stop of "1. klasse" ends nothing.
        let stops = gap.match_indices('.').any(|(at, _)| !gap[..at].ends_with(|c: char| c.is_ascii_digit()));
        (gap.ends_with(',') || gap.ends_with("og") || gap.ends_with("samt"))
            && !stops
            && !gap.contains([';', ':', '('])
    })
}

/// Are all said in the same way, in one list?
fn are_alike(parts: &[Count<'_>]) -> bool {
    let small = is_small;
    let joined = are_joined(parts);
    let (first, rest) = (&parts[0], &parts[1..]);
    let alike = match small(first) {
        true => rest.iter().all(|part| part.word == first.word),
        false => rest.iter().all(|part| !small(part)) && rest.iter().all(|part| part.word != first.word),
    };
    joined && alike
}

/// The numbers of a sentence in small letters, all of them numbers of things; else nothing.
fn counts<'w>(words: &'w str, sentence: TextRange) -> Option<Vec<Count<'w>>> {
    let mut counts = Vec::new();
    let (mut at, mut from) = (0, 0);
    while let Some(start) = words[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let (number, len) = Quantity::read(&words[start..])?;
        let end = start + len;
        // "i 1. klasse" counts nothing.
        let ordinal =
            words[end..].strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if ordinal && len <= 2 {
            at = end;
            continue;
        }
        let behind = words[end..].trim_start_matches(is_space);
        let word = &behind[..behind.find(|c: char| !is_word_part(c)).unwrap_or(behind.len())];
        let word_end = words.len() - behind.len() + word.len();
        let whole = number.step == Quantity::whole(1).step;
        let free =
            words[..start].chars().next_back().is_none_or(is_space) && words[end..].starts_with(is_space);
        let in_date = is_year(number)
            && wording().before_years.iter().any(|word| ends_in(&words[..start], std::slice::from_ref(word)));
        if in_date {
            (at, from) = (end, from);
            continue;
        }
        let measured = wording().is_measure(word) && !wording().lengths.iter().any(|length| length == word);
        if !whole || !free || word.is_empty() || measured || words[start..].starts_with('0') {
            return None;
        }
        let value = number.value / Quantity::whole(1).value;
        let place = range(start, end) + sentence.start();
        counts.push(Count { range: place, value, word, gap: &words[from..start] });
        (at, from) = (word_end, word_end);
    }
    // "1.200 meter i Bækvej og 800 meter i Møllevej": lengths are added to lengths alone.
    let length =
        counts.iter().map(|count| count.word).find(|word| wording().lengths.iter().any(|one| one == word));
    length.is_none_or(|length| counts.iter().all(|count| count.word == length)).then_some(counts)
}
