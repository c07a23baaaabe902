//! Drop caps: a capital as high as several lines, which stand beside it.
//!
//! It is painted on a line of its own, or on none, so it is put before the first word of the line it belongs to, and the lines
//! beside it begin where it does.

use rules::danish::lexicon::readings;

use super::character::{Character, is_shown};

/// It is so many times larger than the letters beside it, at least.
const LARGER: f64 = 1.7;

/// How high a capital is, in sizes.
const HEIGHT: f64 = 0.8;

/// Lines beside it begin this near its end, in its sizes. Some programs paint the first of them over it.
const NEAR: std::ops::Range<f64> = -1.1..0.6;

/// What stands first begins before the others, in points.
const BEFORE: f64 = 0.01;

/// A page with more large letters is no text with drop caps.
const MOST: usize = 40;

/// Letters of one line stand at heights that differ no more, in sizes.
const SAME: f64 = 0.3;

/// A line beside a capital: the place of its first letter among the characters, and its height.
struct Beside {
    first: usize,
    y: f64,
}

/// Puts the drop caps among `characters` on the lines they belong to.
pub(super) fn put_on_line(characters: &mut [Character]) {
    let capitals: Vec<usize> = (0..characters.len()).filter(|at| is_capital(&characters[*at])).collect();
    let Some(text) = usual_size(characters) else { return };
    let large: Vec<usize> =
        capitals.into_iter().filter(|at| characters[*at].size > LARGER * text).take(MOST + 1).collect();
    if large.len() > MOST {
        return;
    }
    for at in large {
        if stands_alone(characters, at) {
            put(characters, at);
        }
    }
}

fn is_capital(character: &Character) -> bool {
    let mut signs = character.text.trim().chars();
    signs.next().is_some_and(char::is_uppercase) && signs.next().is_none()
}

/// The size of the letter in the middle.
fn usual_size(characters: &[Character]) -> Option<f64> {
    let mut sizes: Vec<f64> = characters.iter().filter(|c| is_shown(c)).map(|c| c.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied()
}

/// Does no other large letter stand beside the one `at`? A title in large letters has many.
fn stands_alone(characters: &[Character], at: usize) -> bool {
    let own = &characters[at];
    let is_near = |other: &Character| {
        other.size * LARGER > own.size
            && is_shown(other)
            && (other.y - own.y).abs() < own.size
            && other.x < own.end + own.size
            && other.end > own.x - own.size
    };
    !characters.iter().enumerate().any(|(n, other)| n != at && is_near(other))
}

fn put(characters: &mut [Character], at: usize) {
    let own = characters[at].clone();
    let lines = beside(characters, &own);
    let [first, others @ ..] = lines.as_slice() else { return };
    let next = &characters[first.first];
    let is_raised = others.is_empty() && (first.y - own.y).abs() < 0.2 * next.size;
    if is_raised || !next.text.starts_with(char::is_alphabetic) {
        return;
    }
    let (x, y, size) = (next.x, next.y, next.size);
    let word = word_from(characters, first.first);
    // "I" and "april" are two words; "L" and "ejeren" are one.
    let whole = format!("{}{word}", own.text.trim().to_lowercase());
    let is_word = own.text.trim() == "I" && readings(&whole).is_none() && !readings(&word).is_none();
    for line in others {
        characters[line.first].x = characters[line.first].x.min(own.x);
    }
    let capital = &mut characters[at];
    let end = if is_word { x - 0.3 * size } else { x };
    (capital.end, capital.y, capital.size) = (end, y, size);
    capital.x = own.x.min(end) - BEFORE;
}

/// The lines beside the capital `own`, from the top.
fn beside(characters: &[Character], own: &Character) -> Vec<Beside> {
    let (top, bottom) = (own.y - HEIGHT * own.size, own.y + 0.1 * own.size);
    let mut lines: Vec<Beside> = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        let is_beside = c.size * LARGER <= own.size
            && is_shown(c)
            && c.x > own.x - 0.1 * own.size
            && (top..bottom).contains(&(c.y - 0.3 * c.size));
        if !is_beside {
            continue;
        }
        match lines.iter_mut().find(|line| (line.y - c.y).abs() < SAME * c.size) {
            Some(line) if c.x < characters[line.first].x => line.first = at,
            Some(_) => {}
            None => lines.push(Beside { first: at, y: c.y }),
        }
    }
    lines.retain(|line| {
        let gap = (characters[line.first].x - own.end) / own.size;
        NEAR.contains(&gap)
    });
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    lines
}

/// The letters of the word that the character `from` begins.
fn word_from(characters: &[Character], from: usize) -> String {
    let own = &characters[from];
    let same = characters[from..].iter().take_while(|c| (c.y - own.y).abs() < SAME * own.size);
    let letters = same.flat_map(|c| c.text.chars()).take_while(|c| c.is_alphabetic());
    letters.collect::<String>().to_lowercase()
}
