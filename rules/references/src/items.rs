//! References to items of the agenda: "punkt 12", "Punkterne 1 og 3", "pkt. nr. 4-6", "dagsordenspunkt 2".
//!
//! One grammar serves definition, references, highlight, linked editing, hover and rename. "At-punkt 2" and
//! "indstillingens punkt 2" name points of a recommendation and are none of these.

use super::numbers::{numbers_before, ordinals_before};
use super::points::cardinal;
use super::whose::{Counted, WORDS, Whose, is_led, whose};
use text::needle::Needle;
use text::{TextRange, is_space, range};

/// The most items that a range may span; "punkt 1-250" is about something else.
const MOST_ITEMS: u32 = 60;

/// The items that one place names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemReference {
    /// From the word to the last number, in bytes of the text given.
    pub range: TextRange,
    /// Each number that is named, with its digits; a number between the ends of a range has none of its own.
    pub numbers: Vec<(u32, Option<TextRange>)>,
    /// Can nothing else be meant? "3. punkt" may be a point of a recommendation, and "referatets punkt 3" that of another
    /// meeting.
    pub certain: bool,
    /// May a reader be led there, although it is not certain: "Sag 3", "pkt. 3a"?
    pub likely: bool,
}

/// Numbers with their digits, as in [`ItemReference::numbers`].
type Numbers = Vec<(u32, Option<TextRange>)>;

/// The references to items in `text`, in its order; `body` is the one that meets, empty where nobody knows.
pub fn item_references(text: &str, body: &str) -> Vec<ItemReference> {
    item_references_where(text, body, &|_| true)
}

/// The same, of those that are `wanted` alone: whose a number is takes longer to tell than where one stands.
pub fn item_references_where(
    text: &str,
    body: &str,
    wanted: &dyn Fn(&ItemReference) -> bool,
) -> Vec<ItemReference> {
    let mut found: Vec<ItemReference> = Vec::new();
    let (mut from, mut former) = (0, 0);
    for at in words(text) {
        if at < from {
            continue;
        }
        let end = at + text[at..].find(|c| !is_word(c)).unwrap_or(text.len() - at);
        let start =
            text[..at].char_indices().rev().take_while(|&(_, c)| is_word(c)).last().map_or(at, |(i, _)| i);
        from = end;
        let case = is_case(&text[start..end]);
        if !case && !is_item_word(&text[start..end]) {
            continue;
        }
        if let Some((numbers, last)) = numbers(text, end) {
            let sure = !case || is_led(text, range(start, end)) || is_on_agenda(text, (start, last));
            // "Sag nr. 7" may be the seventh of the year's cases, and "nr. 7" anything.
            if !sure && !may_be_item(&text[start..last], &numbers) {
                continue;
            }
            (from, former) = (last, last);
            let named = ItemReference { range: range(start, last), numbers, certain: false, likely: false };
            if !wanted(&named) {
                continue;
            }
            let whose = whose(text, named.range, Counted::Item, body);
            // "sag nr. 26-1234" is another kind of number.
            let of_case = case && text[last..].starts_with(['-', '/']);
            if whose != Whose::Elsewhere && !of_case {
                let likely = whose == Whose::Here;
                // "Pkt. 3a" may be an item of its own.
                let whole = !text[last..].starts_with(is_part);
                found.push(ItemReference { certain: sure && whole && likely, likely, ..named });
            }
        } else if !case && text[start..end].to_lowercase().starts_with("punkt") {
            let named = spelt(text, start, end, body).or_else(|| counted(text, former, start, end, body));
            found.extend(named.filter(wanted));
        }
    }
    found
}

/// Where "kt" or "sag" stands, in small letters or capitals: in each word that may name an item; and "nr" near
/// "dagsordenen".
fn words(text: &str) -> Vec<usize> {
    let mut found: Vec<usize> = text.match_indices("kt").map(|(at, _)| at).collect();
    let small = found.len();
    for other in ["KT", "sag", "Sag"] {
        found.extend(text.match_indices(other).map(|(at, _)| at));
    }
    for at in AGENDA.find_iter(text) {
        let from = text.floor_char_boundary(at.saturating_sub(NEAR));
        let to = text.ceil_char_boundary((at + NEAR).min(text.len()));
        found.extend(text[from..to].match_indices("nr.").map(|(word, _)| from + word));
    }
    if small < found.len() {
        found.sort_unstable();
    }
    found
}

/// Do the `words` of a case, "sag nr. 7", have numbers as small as those of items?
fn may_be_item(words: &str, numbers: &Numbers) -> bool {
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word != "nr" && numbers.iter().all(|(number, _)| *number < MOST_ITEMS)
}

static AGENDA: Needle = Needle::new("agsordenen");

/// In bytes: so far from "dagsordenen" a number may be one of it.
const NEAR: usize = 40;

/// Does the reference from `start` to `last` say that it is one of the agenda: "dagsordenens nr. 3", "sag 3 på dagsordenen"?
fn is_on_agenda(text: &str, (start, last): (usize, usize)) -> bool {
    let after = text[last..].trim_start_matches(is_space);
    let behind = after.strip_prefix("på ").or_else(|| after.strip_prefix("i "));
    let owner = text[..start].trim_end_matches(is_space);
    behind.is_some_and(|words| words.starts_with("dagsordenen")) || owner.ends_with("agsordenens")
}

/// "punkt tre"; "på dette punkt to forslag" is something else.
fn spelt(text: &str, start: usize, end: usize, body: &str) -> Option<ItemReference> {
    let word = text[end..].strip_prefix(' ')?.split(|c: char| !c.is_alphabetic()).next()?;
    let number = cardinal(word).filter(|number| *number > 1)?;
    let last = end + 1 + word.len();
    let place = range(start, last);
    let written = Some(range(end + 1, last));
    (whose(text, place, Counted::Item, body) != Whose::Elsewhere).then(|| ItemReference {
        range: place,
        numbers: vec![(number, written)],
        certain: false,
        likely: true,
    })
}

/// "3. punkt", "tredje punkt", before the word from `start` to `end`; what stands before `former` belongs to another. Only
/// "på dagsordenen" and "dagsordenens" say that it is no point of a recommendation.
fn counted(text: &str, former: usize, start: usize, end: usize, body: &str) -> Option<ItemReference> {
    let line = text[former.min(start)..start].rfind(['\n', '\r']).map_or(former, |at| former + at + 1);
    let before = &text[line..start];
    let (numbers, at) = ordinals_before(before).or_else(|| numbers_before(before))?;
    let [number] = numbers[..] else { return None };
    let written = &text[line + at..start];
    let written = written.trim_end_matches(is_space).trim_end_matches('.');
    let digits = range(line + at, line + at + written.len());
    let place = range(line + at, end);
    let whose = whose(text, place, Counted::Item, body);
    let own = text[end..].trim_start_matches(is_space).starts_with("på dagsordenen")
        || before[..at].trim_end_matches(is_space).to_lowercase().ends_with("dagsordenens");
    let certain = own && whose == Whose::Here;
    (whose != Whose::Elsewhere).then(|| ItemReference {
        range: place,
        numbers: vec![(number, Some(digits))],
        certain,
        likely: certain,
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '\u{2011}'
}

/// "punkt", "Punkterne", "pkt", "dagsordenspunkt", "Dagsordenspunkterne"; "at-punkt" and "knudepunkt" are something else.
pub(super) fn is_item_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let own = ["dagsordens", "dagsorden"].iter().find_map(|first| lower.strip_prefix(first));
    let own = own.map_or(&*lower, |rest| rest.trim_start_matches('-'));
    WORDS.item_words.iter().any(|known| known == own)
}

/// "sag" in "jf. sag nr. 3", and "nr" in "nr. 3 på dagsordenen".
fn is_case(word: &str) -> bool {
    word == "nr" || WORDS.case_words.contains(&word.to_lowercase())
}

/// The numbers from byte `at`, after the word, and the byte behind the last one.
fn numbers(text: &str, at: usize) -> Option<(Numbers, usize)> {
    let rest = &text[at..];
    let after = rest.strip_prefix('.').unwrap_or(rest);
    let spaced = after.trim_start_matches(is_space);
    let spaced = WORDS.number_words.iter().find_map(|word| spaced.strip_prefix(&**word)).unwrap_or(spaced);
    let same_line = spaced.trim_start_matches(is_space);
    let first = over_line_end(same_line).unwrap_or(same_line);
    // "punkt **3**", "punkt (3)".
    let first = first.trim_start_matches(['*', '_', '(']);
    if first.len() == rest.len() {
        return None;
    }
    let mut at = text.len() - first.len();
    let (number, mut last) = number(text, at)?;
    // "3. Ny bro" on the next line is a heading or an entry of a list.
    if first.len() < same_line.len() && begins_entry(&text[last..]) {
        return None;
    }
    let mut numbers = vec![(number, Some(range(at, last)))];
    while let Some((is_range, next)) = joint(text, last) {
        let Some((number, end)) = self::number(text, next).filter(|&(_, end)| !counts_points(text, end))
        else {
            break;
        };
        let before = numbers[numbers.len() - 1].0;
        if text[last..].starts_with('/') && may_be_year(&text[next..end], before, number) {
            break;
        }
        if is_range {
            if number <= before || number - before >= MOST_ITEMS {
                break;
            }
            numbers.extend((before + 1..number).map(|between| (between, None)));
        }
        at = next;
        last = end;
        numbers.push((number, Some(range(at, last))));
    }
    Some((numbers, last))
}

/// Is `number`, with these `digits` behind `before` and a slash, a year: "punkt 1/2026", "pkt. 3/26"?
fn may_be_year(digits: &str, before: u32, number: u32) -> bool {
    /// Nobody names two items that lie so far apart with a slash.
    const APART: u32 = 10;
    digits.len() == 4 || (20..60).contains(&number) && number > before + APART
}

/// Is the number that ends at byte `end` that of a point: the 2 of "punkt 3, 2. at-punkt"?
fn counts_points(text: &str, end: usize) -> bool {
    let behind =
        text[end..].strip_prefix('.').unwrap_or_default().trim_start_matches(is_space).to_lowercase();
    ["at-punkt", "at\u{2011}punkt", "indstillingspunkt"].iter().any(|word| behind.starts_with(word))
}

/// The next line of a paragraph whose lines are broken by hand.
fn over_line_end(text: &str) -> Option<&str> {
    let next = ["\r\n", "\n", "\r"].iter().find_map(|end| text.strip_prefix(end))?;
    Some(next.trim_start_matches(is_space)).filter(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

/// Do words follow a number at the start of a line as they do in a list: ". Ny bro"?
pub(super) fn begins_entry(after: &str) -> bool {
    let words = after.strip_prefix(['.', ')', ':']).map(|rest| rest.trim_start_matches(is_space));
    words.is_some_and(|words| words.starts_with(char::is_alphanumeric))
}

/// What joins two numbers from byte `at`: whether it is a range, and where the next number begins.
fn joint(text: &str, at: usize) -> Option<(bool, usize)> {
    let rest = &text[at..];
    let rest = rest.strip_prefix(['.', ')']).unwrap_or(rest).trim_start_matches(is_space);
    let behind = |words: &[String]| words.iter().find_map(|word| rest.strip_prefix(&**word));
    let ranged = behind(&WORDS.range_joints);
    let (after, is_range) = (ranged.or_else(|| behind(&WORDS.list_joints))?, ranged.is_some());
    let next = after.trim_start_matches(is_space);
    let next = WORDS.again.iter().find_map(|word| next.strip_prefix(&**word)).map_or(next, str::trim_start);
    Some((is_range, text.len() - next.len()))
}

/// The letter of a part of an item: "3a"; an "s" is that of the genitive.
fn is_part(c: char) -> bool {
    c.is_ascii_lowercase() && c != 's'
}

/// A number of an item at byte `at`, and where it ends; a date, an amount, a time or a share is none.
fn number(text: &str, at: usize) -> Option<(u32, usize)> {
    let len = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let end = at + len;
    let value = text[at..end].parse().ok().filter(|_| (1..=4).contains(&len))?;
    let after = &text[end..];
    let mut signs = after.chars();
    let (sign, next) = (signs.next(), signs.next());
    let goes_on = next.is_some_and(|c| c.is_ascii_digit());
    let is_other = match sign {
        Some('.' | ',' | ':') => goes_on,
        // "Punkt 3s bilag".
        Some('s') => next.is_some_and(char::is_alphanumeric),
        // "Pkt. 3a".
        Some(c) if is_part(c) => next.is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    let unit = after.trim_start_matches(is_space);
    let counts = WORDS.units.iter().any(|word| unit.starts_with(&**word));
    (!is_other && !counts).then_some((value, end))
}

#[cfg(test)]
mod tests;
