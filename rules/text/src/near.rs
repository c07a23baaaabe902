//! How many slips of the hand lie between two spellings: the one place that counts them. How many are too many is for the
//! caller to say, for that depends on how long and how many the words are.

/// Is `one` the spelling `other` but for `most` slips at most: a letter left out, put in or changed, or two that change places?
pub fn is_near(one: &str, other: &str, most: usize) -> bool {
    // A letter has at most four bytes.
    one.len().abs_diff(other.len()) <= 4 * most && slips(one, other) <= most
}

/// The number of such slips.
pub fn slips(one: &str, other: &str) -> usize {
    strsim::osa_distance(one, other)
}

/// The first of the `known` names, in the order of the alphabet, that has the fewest slips to `name`, with their number.
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<(usize, &'n str)> {
    known.map(|known| (slips(known, name), known)).min()
}

#[cfg(test)]
mod tests {
    use super::{is_near, nearest};

    #[test]
    fn a_slip_is_a_letter_or_two_that_change_places() {
        for slip in ["udvaglet", "udvalet", "udvallget", "udvelget"] {
            assert!(is_near(slip, "udvalget", 1), "{slip}");
        }
        assert!(is_near("udvalget", "udvalget", 0));
        assert!(!is_near("udvagelt", "udvalget", 1) && is_near("udvagelt", "udvalget", 2));
        assert!(!is_near("å", "ååå", 1) && is_near("å", "ååå", 2));
    }

    #[test]
    fn the_nearest_name_comes_with_its_slips() {
        assert_eq!(nearest("datse", ["names", "dates"].into_iter()), Some((1, "dates")));
        assert_eq!(nearest("dates", std::iter::empty()), None);
    }
}
