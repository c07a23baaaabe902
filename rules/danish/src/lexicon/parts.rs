//! The parts of a compound that nobody lists.

use super::{Readings, is_first_part};

/// The last part of a compound has so many letters at least.
pub(super) const SHORTEST_PART: usize = 3;

/// Beside a last part of three letters the first part has so many.
const LONG_FIRST: usize = 4;

/// A part in the middle has so many letters.
const SHORTEST_MIDDLE: usize = SHORTEST_PART + 1;

/// A first part has so many letters.
const SHORTEST_FIRST: usize = 2;

/// What the last parts of `word` may be together, where the part before one can be a first part: a word, perhaps with a
/// linking "s" or "e", or a compound itself, perhaps with an "s". A last part has `shortest` letters at least.
///
/// The lexicon is asked only behind what can be a first part, and tells all forms that begin there at once.
pub(super) fn last_parts(word: &str, shortest: usize) -> Readings {
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let n = places.len() - 1;
    // By letters: is the word up to there listed, and is it a compound?
    let (mut listed, mut compound) = (vec![false; n + 1], vec![false; n + 1]);
    forms_at(word, &places, 0, |end, readings| {
        listed[end] = end >= SHORTEST_FIRST && !readings.is_none();
    });
    let mut found = Readings::NONE;
    for at in SHORTEST_FIRST..(n + 1).saturating_sub(shortest) {
        let linked = |link: &[char]| word[..places[at]].ends_with(link);
        let first = listed[at]
            || compound[at]
            || is_first_part(&word[..places[at]])
            || linked(&['s', 'e']) && listed[at - 1]
            || linked(&['s']) && compound[at - 1];
        if !first {
            continue;
        }
        forms_at(word, &places, at, |end, readings| {
            let readings = readings.without(Readings::OTHER);
            compound[end] |= end - at >= SHORTEST_MIDDLE && !readings.is_none();
            let short = end - at <= SHORTEST_PART && at < LONG_FIRST;
            if end == n && end - at >= shortest && !short {
                found |= readings;
            }
        });
    }
    found
}

/// Tells `see` of each form that stands in `word` from letter `at` on: the letter that it ends before, and its readings.
fn forms_at(word: &str, places: &[usize], at: usize, mut see: impl FnMut(usize, Readings)) {
    let mut end = at;
    lexicon::danish().beginnings(&word[places[at]..], |len, readings| {
        while places[end] < places[at] + len {
            end += 1;
        }
        see(end, readings);
    });
}

#[cfg(test)]
mod tests {
    use super::{Readings, SHORTEST_PART, is_first_part, last_parts};

    /// The same, said as the rule is told: slowly.
    fn plainly(word: &str, shortest: usize) -> Readings {
        let mut found = Readings::NONE;
        for (at, _) in word.char_indices().skip(2) {
            let (first, last) = word.split_at(at);
            if last.chars().count() < shortest {
                break;
            }
            let readings = lexicon::danish().readings(last).without(Readings::OTHER);
            if !readings.is_none() && is_first(first, last) {
                found |= readings;
            }
        }
        found
    }

    fn is_first(first: &str, last: &str) -> bool {
        let short = last.chars().count() <= 3 && first.chars().count() < 4;
        let listed = |part: &str| part.chars().count() > 1 && !lexicon::danish().readings(part).is_none();
        let parts = |part: &str| !plainly(part, SHORTEST_PART + 1).is_none();
        !short
            && (listed(first)
                || is_first_part(first)
                || first.strip_suffix(['s', 'e']).is_some_and(listed)
                || parts(first)
                || first.strip_suffix('s').is_some_and(parts))
    }

    #[test]
    fn parts_are_what_the_rule_says() {
        let whole = "havneudvidelsesplanen vidue fornat boligområde ø åen skole sk indkaldelsesfristerne \
                     børnehaveklasselederforeningsmøde arbejdsmarkedsuddannelserne tidsplan billedkataloget aaaaa";
        let mut words: Vec<String> = whole.split_whitespace().map(str::to_owned).collect();
        // Words put together from pieces, right and wrong ones.
        let pieces =
            ["skole", "s", "e", "bestyrelse", "plan", "er", "bo", "arbejds", "ø", "møde", "xq", "hus"];
        for one in pieces {
            for two in pieces {
                words.extend(pieces.iter().map(|three| [one, two, three].concat()));
            }
        }
        for word in &words {
            for shortest in [SHORTEST_PART, SHORTEST_PART + 1] {
                assert_eq!(last_parts(word, shortest), plainly(word, shortest), "{word} {shortest}");
            }
        }
    }
}
