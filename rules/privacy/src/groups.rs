//! Ten digits in other groups, which are hidden though no rule reports them: "07 07 61 42 85".
//!
//! To hide what is none costs a reader a few digits, and to show what is one costs a person more.

use super::another::is_year;
use super::digits::{Chain, Gap, Run};
use super::distant::{by_small_word, serial_first};
use super::number::{Joint, joined, number, without_century};
use super::signs::is_dash;
use text::TextRange;

/// Signs between the day and the serial number.
const MOST_BETWEEN: usize = 4;

/// Where such groups stand in `chain` of `text`, in its order.
pub(super) fn groups(text: &str, chain: &Chain) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < chain.runs.len() {
        let n = n_runs(text, chain, i);
        if let Some(n) = n {
            found.push(chain.runs[i].range.cover(chain.runs[i + n - 1].range));
        }
        i += n.unwrap_or(1);
    }
    found.extend(by_small_word(text, chain));
    found.extend(serial_first(text, chain));
    found
}

/// How many runs from `i` on are one number, and no part of a longer row.
fn n_runs(text: &str, chain: &Chain, i: usize) -> Option<usize> {
    let n = shaped(text, chain, i)?;
    let glued = chain.gaps.get(i + n - 1).is_some_and(|gap| gap.signs <= 1 && gap.line_ends == 0);
    (!glued || shaped(text, chain, i + n).is_some()).then_some(n)
}

/// How many runs from `i` on have the shape of a number.
fn shaped(text: &str, chain: &Chain, i: usize) -> Option<usize> {
    let (n_day, long) = day(text, chain, i)?;
    let n = n_day + serial(text, chain, i + n_day)?;
    let runs = &chain.runs[i..i + n];
    let between = &chain.gaps[i + n_day - 1];
    let apart = between.signs > MOST_BETWEEN || between.line_ends > usize::from(between.dashes > 0);
    // "12.05.2021 4000 kr."; but "12 05 1961 4285"
    let spaced = between.signs == between.spaces && chain.gaps[i].signs == chain.gaps[i].spaces;
    let dashed = between.dashes == 1 && between.others == 0;
    if apart || (long && !dashed && !spaced) {
        return None;
    }
    let digits = if long { without_century(runs)? } else { joined(runs)? };
    let clock = n - n_day == 2
        && (between.dashes == 0 || is_moment(text, &runs[..n_day]))
        && is_clock(text, &runs[n_day..]);
    let year = n - n_day == 1
        && spaced_year(text, &runs[n_day - 1..])
        && runs[..n_day].windows(2).all(|pair| sign(text, pair) == Some('.'));
    (!clock && !year && number(digits, runs[0].range, Joint::Other).is_some()).then_some(n)
}

/// How many runs from `i` on are a day, and whether its year has four digits.
fn day(text: &str, chain: &Chain, i: usize) -> Option<(usize, bool)> {
    const SHAPES: [(&[usize], bool); 8] = [
        (&[6], false),
        (&[2, 2, 2], false),
        (&[4, 2], false),
        (&[2, 4], false),
        (&[3, 3], false),
        (&[1; 6], false),
        (&[2, 2, 4], true),
        (&[8], true),
    ];
    let (shape, long) = SHAPES.into_iter().find(|(shape, _)| has_shape(chain, i, shape))?;
    let gaps = &chain.gaps[i..i + shape.len() - 1];
    let slash = |at: usize| sign(text, &chain.runs[at..=at + 1]) == Some('/');
    // "07/07-61"
    let written = shape.len() == 3 && slash(i) && sign(text, &chain.runs[i + 1..=i + 2]).is_some_and(is_dash);
    let alike = gaps.windows(2).all(|pair| is_alike(&pair[0], &pair[1]));
    let near = gaps.iter().all(|gap| gap.line_ends == 0 && (gap.signs <= 1 || gap.signs == gap.spaces));
    (near && (alike || written)).then_some((shape.len(), long))
}

/// How many runs from `i` on are a serial number.
fn serial(text: &str, chain: &Chain, i: usize) -> Option<usize> {
    const SHAPES: [&[usize]; 3] = [&[4], &[2, 2], &[1; 4]];
    let shape = SHAPES.into_iter().find(|shape| has_shape(chain, i, shape))?;
    let runs = &chain.runs[i..i + shape.len()];
    let parted = runs.windows(2).all(|pair| sign(text, pair).is_some_and(|c| c != '/' && c != ','));
    parted.then_some(shape.len())
}

fn has_shape(chain: &Chain, i: usize, shape: &[usize]) -> bool {
    let runs = chain.runs.get(i..i + shape.len());
    runs.is_some_and(|runs| runs.iter().map(|run| run.len).eq(shape.iter().copied()))
}

fn is_alike(one: &Gap, other: &Gap) -> bool {
    let kinds = |gap: &Gap| (gap.dashes, gap.spaces > 0, gap.markup, gap.others);
    kinds(one) == kinds(other)
}

/// The only sign between two runs.
fn sign(text: &str, pair: &[Run]) -> Option<char> {
    let mut signs = text[TextRange::new(pair[0].range.end(), pair[1].range.start())].chars();
    signs.next().filter(|_| signs.next().is_none())
}

/// "31.12.23 2024: 1.200": is the last of `runs` behind a day the year of an amount?
fn spaced_year(text: &str, runs: &[Run]) -> bool {
    let [day, year] = runs else { return false };
    let parted = text[TextRange::new(day.range.end(), year.range.start())].chars().all(text::is_space);
    parted && is_year(year) && text[usize::from(year.range.end())..].starts_with(':')
}

/// "12:03:24"
fn is_moment(text: &str, runs: &[Run]) -> bool {
    let [hour, minute, second] = runs else { return false };
    let colon = |pair: [&Run; 2]| sign(text, &pair.map(|run| *run)) == Some(':');
    colon([hour, minute]) && colon([minute, second]) && is_clock(text, &runs[..2])
}

/// "14.30"
fn is_clock(text: &str, runs: &[Run]) -> bool {
    let value = |run: &Run| run.digits[0] * 10 + run.digits[1];
    matches!(sign(text, runs), Some('.' | ':')) && value(&runs[0]) < 24 && value(&runs[1]) < 60
}

#[cfg(test)]
mod tests {
    use super::super::digits::chains;
    use text::TextRange;

    fn groups(text: &str) -> Vec<TextRange> {
        chains(text).flat_map(|chain| super::groups(text, &chain)).collect()
    }

    #[test]
    fn every_grouping_is_seen() {
        for text in [
            "07/07-61 4285",
            "070761-42-85",
            "07 07 61 42 85",
            "0 7 0 7 6 1 4 2 8 5",
            "07.07.61 / 4285",
            "07-07-61, 42 85",
            "670761 42 85",
            "07.07.61 2024",
            "07:07:61-42:85",
            "0707 61 4285",
            "07.07.1961-4285",
            "07 07 1961 4285",
            "07071961-4285",
            "070761 og 4285",
            "070761, de sidste fire cifre er 4285",
            "070761 minus 4285",
        ] {
            assert_eq!(groups(text).iter().map(|found| &text[*found]).collect::<Vec<_>>(), [text]);
        }
    }

    #[test]
    fn the_last_digits_may_come_first() {
        let text = "løbenr. 4285, fødselsdato 070761";
        assert_eq!(
            groups(text).iter().map(|found| &text[*found]).collect::<Vec<_>>(),
            ["4285, fødselsdato 070761"]
        );
        assert_eq!(groups("i 2021, og 070761 af dem"), []);
    }

    #[test]
    fn dates_times_and_rows_are_none() {
        for text in [
            "den 12.05.21, 14.30",
            "kl. 12:03:24-15:00",
            "fra 09:12:11 – 10:30",
            "31.12.23 2024: 1.200",
            "pr. 01.07.25 2025: 400",
            "12.05.2021 4000 kr.",
            "01.02.21-04.05.21",
            "01.02.-04.05.21",
            "31 12 45 67 / 21 12 45 67",
            "12, 10, 21, 14, 25, 30",
            "| 12 | 10 | 21 | 14 | 25 |",
            "3.112.750.001 kr.",
        ] {
            assert_eq!(groups(text), [], "{text}");
        }
    }
}
