//! Numbers of lines at the left of a text, which are the page's and not the text's.
//!
//! They stand left of all letters, count up by one step, and lines that go on in the middle of a sentence have them too, which
//! items and points do not.

use super::character::{Character, is_shown};
use super::characters::PageCharacters;

/// In points: letters of one line stand at heights that differ no more, and numbers end at places that differ no more.
const SAME: f64 = 1.5;

/// So many numbers on a page show that its lines are numbered, and so many of their lines go on with a sentence.
const FEWEST: usize = 8;
const FEWEST_INNER: usize = 2;

/// Every so manieth line has its number.
const STEPS: &[u32] = &[1, 2, 5, 10];

/// A number at the left of a line.
#[derive(Debug)]
struct Number {
    y: f64,
    end: f64,
    value: u32,
}

/// Takes the numbers of lines off `pages`.
pub(super) fn take_out(pages: &mut [PageCharacters]) {
    let found: Vec<(Vec<Number>, f64)> = pages.iter().map(|page| at_left(&page.characters)).collect();
    let numbered =
        pages.iter().zip(&found).find(|(page, (numbers, _))| are_of_lines(numbers, &page.characters));
    let Some(end) =
        numbered.and_then(|(_, (numbers, _))| numbers.iter().map(|number| number.end).reduce(f64::max))
    else {
        return;
    };
    for (page, (numbers, left)) in pages.iter_mut().zip(&found) {
        let is_last = numbers.iter().map(|number| number.end).fold(0.0, f64::max);
        if (is_last - end).abs() < SAME {
            page.characters.retain(|c| !(is_figure(c) && c.end < *left));
        }
    }
}

fn is_figure(character: &Character) -> bool {
    character.text.len() == 1 && character.text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The numbers of `characters` that stand left of everything else, from the top, and where that begins.
fn at_left(characters: &[Character]) -> (Vec<Number>, f64) {
    let left =
        characters.iter().filter(|c| is_shown(c) && !is_figure(c)).map(|c| c.x).fold(f64::INFINITY, f64::min);
    let mut figures: Vec<&Character> = characters.iter().filter(|c| is_figure(c) && c.end < left).collect();
    figures.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut numbers: Vec<Number> = Vec::new();
    for figure in figures {
        let value = figure.text.parse().unwrap_or(0);
        match numbers.last_mut().filter(|last| (last.y - figure.y).abs() < SAME) {
            Some(last) => {
                last.value = last.value.saturating_mul(10).saturating_add(value);
                last.end = last.end.max(figure.end);
            }
            None => numbers.push(Number { y: figure.y, end: figure.end, value }),
        }
    }
    (numbers, left)
}

/// Do `numbers` count the lines of `characters`?
fn are_of_lines(numbers: &[Number], characters: &[Character]) -> bool {
    let [first, second, ..] = numbers else { return false };
    let step = second.value.saturating_sub(first.value);
    let counts_up = numbers.windows(2).all(|pair| pair[1].value.checked_sub(pair[0].value) == Some(step));
    let ends = || numbers.iter().map(|number| number.end);
    let are_even = ends().fold(0.0, f64::max) - ends().fold(f64::INFINITY, f64::min) < SAME;
    if numbers.len() < FEWEST || !STEPS.contains(&step) || !counts_up || !are_even {
        return false;
    }
    let mut begins: Vec<Option<&Character>> = vec![None; numbers.len()];
    for c in characters.iter().filter(|c| is_shown(c) && !is_figure(c)) {
        let near = numbers.partition_point(|number| number.y < c.y - SAME);
        if numbers.get(near).is_some_and(|number| (number.y - c.y).abs() < SAME)
            && begins[near].is_none_or(|first| c.x < first.x)
        {
            begins[near] = Some(c);
        }
    }
    let inner = begins.iter().flatten().filter(|c| c.text.starts_with(char::is_lowercase));
    inner.count() >= FEWEST_INNER
}
