//! Names of municipalities: "Greve Kommune". Real ones are often a letter apart (Vejle, Vejen), so none that exists
//! is taken for another one written wrongly.

use std::sync::LazyLock;

use serde::Deserialize;

use text::near::is_near;

#[derive(Deserialize)]
struct RawTowns {
    municipalities: Vec<Box<str>>,
}

static WRITTEN: LazyLock<RawTowns> = LazyLock::new(|| data::read("municipalities"));

/// "Greve" in "Greve Kommune", "Greve Kommunes"; names of one word only, since longer ones are read too far.
pub(super) fn town(name: &str) -> Option<&str> {
    let (town, kind) = name.rsplit_once(' ')?;
    (matches!(kind, "Kommune" | "Kommunes") && !town.contains(' ')).then_some(town)
}

/// Is `found` the town `known`, written wrongly?
pub(super) fn is_slip(found: &str, known: &str) -> bool {
    let (shorter, longer) = (found.chars().count().min(known.chars().count()), known.chars().count());
    let one_apart = found != known && is_near(found, known, 1);
    // "Københavns Kommune" and "København Kommune" are told apart by grammar, not by spelling.
    let genitive = found.trim_end_matches('s') == known.trim_end_matches('s');
    let alike = found.chars().next() == known.chars().next();
    one_apart && alike && !genitive && shorter >= 5 && longer >= 5 && !exists(found)
}

fn exists(town: &str) -> bool {
    let bare = town.strip_suffix('s').unwrap_or(town);
    WRITTEN.municipalities.iter().any(|known| **known == *town || **known == *bare)
}

#[cfg(test)]
mod tests {
    use super::{is_slip, town};

    #[test]
    fn a_town_is_the_word_before() {
        assert_eq!(town("Sandvig Kommunes"), Some("Sandvig"));
        assert_eq!(town("Sandvig Havn"), None);
        assert_eq!(town("Hvis Sandvig Kommune"), None);
    }

    #[test]
    fn towns_that_exist_are_no_slips() {
        assert!(is_slip("Sandwig", "Sandvig"));
        assert!(!is_slip("Vejen", "Vejle") && !is_slip("Odder", "Oddeq"));
        assert!(!is_slip("Københavns", "København"));
    }
}
