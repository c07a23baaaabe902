//! A day and the last four digits with words between: "07.07.61, cpr-nr. 4285", "den 7. juli 1961 (cpr 4285)".

use super::digits::{Chain, Run, digit, next_digit, run};
use super::near::near_before;
use super::number::{Number, WORDS, follows_word, is_personal};
use super::written::{of_parts, written_day};
use text::TextRange;

/// In bytes: so far behind the day the last four digits may stand.
const NEAR: usize = 48;

/// A day, a word for personal numbers before it or behind, and four digits.
pub(super) fn by_word(text: &str, chain: &Chain) -> Option<Number> {
    let numeric = day_at_end(chain);
    let year = chain.runs.last().filter(|year| chain.runs.len() == 1 && year.len == 4);
    if numeric.is_none() && !year.is_some_and(|year| text[..usize::from(year.range.start())].ends_with(' ')) {
        return None;
    }
    let (between, serial) = serial_after(text, chain.runs.last()?.range.end().into())?;
    let start = chain.runs[0].range.start().into();
    let named = is_personal(&between) || follows_word(text, start) || names_last(text, start, &between);
    let known = |word: &str| is_personal(word) || is_small(word);
    if !named || words(&between).next().is_none() || !words(&between).all(known) {
        return None;
    }
    let day = numeric.map(<[Run]>::to_vec).or_else(|| written_day(text, year?))?;
    of_parts(day, serial)
}

/// Says `between`, behind the day at byte `start`, that the last digits follow: "sidste fire", "født 070761, løbenr."?
fn names_last(text: &str, start: usize, between: &str) -> bool {
    let holds = |list: &[String], words: &str| list.iter().any(|word| words.contains(word.as_str()));
    let born = || holds(&WORDS.born, &near_before(text, start));
    holds(&WORDS.last, between) || holds(&WORDS.running, between) && born()
}

/// Six digits and four with a few small words between, which are hidden though no rule reports them: "070761 og 4285".
pub(super) fn by_small_word(text: &str, chain: &Chain) -> Option<TextRange> {
    let day = chain.runs.last().filter(|run| run.len == 6)?;
    let (between, serial) = serial_after(text, day.range.end().into())?;
    let joined = words(&between).next().is_some() && words(&between).all(is_small);
    joined.then(|| of_parts(vec![*day], serial)).flatten().map(|number| number.range)
}

/// "løbenr. 4285, fødselsdato 070761": the last digits before the day, which are hidden though no rule reports them.
pub(super) fn serial_first(text: &str, chain: &Chain) -> Option<TextRange> {
    let serial = chain.runs.last().filter(|run| run.len == 4)?;
    let (start, end) = (usize::from(serial.range.start()), usize::from(serial.range.end()));
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let at = next_digit(text, end, end + near.len())? - end;
    let (day, _) = run(text, end + at);
    if day.len != 6 {
        return None;
    }
    let between = near[..at].to_lowercase();
    let joined = words(&between).next().is_some() && words(&between).all(is_small);
    let before = near_before(text, start);
    let named = words(&before).last().is_some_and(|word| word.chars().count() > 1 && is_small(word));
    (joined && named).then(|| of_parts(vec![day], *serial)).flatten().map(|number| number.range)
}

fn is_small(word: &str) -> bool {
    WORDS.within.iter().chain(&WORDS.joining).any(|known| known == word)
}

fn words(between: &str) -> impl Iterator<Item = &str> {
    between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The next four digits behind byte `end`, and what stands before them in small letters.
fn serial_after(text: &str, end: usize) -> Option<(String, Run)> {
    let near = &text[end..text.floor_char_boundary((end + NEAR).min(text.len()))];
    let mut from = end;
    let mut starts = std::iter::from_fn(|| {
        let at = next_digit(text, from, end + near.len())?;
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        Some(at - end)
    });
    // "sidste 4 cifre: 4285"
    let counts = |at: usize| {
        let before = near[..at].trim_end().to_lowercase();
        let after = near[at..].strip_prefix('4').map(str::trim_start);
        after.is_some_and(|after| before.ends_with("sidste") || after.starts_with("sidste"))
    };
    let at = starts.find(|at| !counts(*at))?;
    let (serial, after) = run(text, end + at);
    let rest = &text[after..];
    let goes_on =
        digit(text, after + rest.len() - rest.trim_start_matches(['-', '.', '/', ' ']).len()).is_some();
    let whole = serial.len == 4 && !goes_on && !rest.starts_with(char::is_alphabetic);
    whole.then(|| (near[..at].to_lowercase(), serial))
}

/// The runs at the end of `chain` that may be a day: six digits, or three groups.
fn day_at_end(chain: &Chain) -> Option<&[Run]> {
    let n = chain.runs.len();
    if chain.runs[n - 1].len == 6 {
        return Some(&chain.runs[n - 1..]);
    }
    let day = &chain.runs[n.checked_sub(3)?..];
    let near = chain.gaps[n - 3..].iter().all(|gap| gap.signs == 1 && gap.line_ends == 0);
    let lens = [day[0].len, day[1].len, day[2].len];
    (near && matches!(lens, [2, 2, 2 | 4])).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::super::number::Joint;
    use super::super::recogniser::numbers;

    fn joints(text: &str) -> Vec<Joint> {
        numbers(text).map(|number| number.joint).collect()
    }

    #[test]
    fn a_word_joins_a_day_and_four_digits() {
        for text in [
            "født 01.02.03 (cpr. 1234)",
            "01-02-1903, cpr-nr. 1234",
            "CPR 010203 og 1234",
            "cpr: 010203 xxxx, løbenr. 1234",
            "født den 1. februar 2003, cpr-nr. ender på 1234",
            "født 31. december 1961 (CPR 4285)",
            "010203, sidste fire 1234",
            "født 01.02.1903 (sidste 4 cifre: 1234)",
            "fødselsdato 010203 og de fire sidste: 1234",
            "født 010203, løbenr. 1234",
            "født 1. februar 1903, kontrolcifre 1234",
        ] {
            assert_eq!(joints(text), [Joint::Word], "{text}");
        }
    }

    #[test]
    fn other_words_join_none() {
        for text in [
            "den 01.02.03 på CPR-kontoret 1234",
            "tinglyst 01.02.03, løbenr. 1234",
            "010203 og 1234",
            "den 1. februar 2003 blev 1234 personer optaget i CPR",
            "CPR-kontoret havde i 2003 og 2004 kun 1234 sager",
        ] {
            assert_eq!(joints(text), [], "{text}");
        }
    }
}
