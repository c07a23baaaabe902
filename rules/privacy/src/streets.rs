//! Names of streets, known by how they end.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;

/// `rules/data/lists/streets.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    sure: Vec<String>,
    other: Vec<String>,
}

static ENDS: LazyLock<Ends> = LazyLock::new(|| data::read("streets"));

/// Does `name` end as streets do, and families and houses too: "Kirkevej", "Rosenlunden"?
pub fn is_street(name: &str) -> bool {
    is_only_street(name) || name.starts_with(char::is_uppercase) && ends_in(name, &ENDS.other)
}

/// Does `name` end as streets alone do?
pub fn is_only_street(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && ends_in(name, &ENDS.sure)
}

fn ends_in(name: &str, ends: &[String]) -> bool {
    let lower = small(name);
    ends.iter().any(|end| lower.ends_with(end.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{is_only_street, is_street};

    #[test]
    fn a_name_that_ends_so_is_a_street_and_some_are_families_too() {
        assert!(is_only_street("Kirkevej") && is_only_street("Søndre Ringgade") && !is_street("kirkevej"));
        assert!(is_street("Rosenlunden") && !is_only_street("Rosenlunden") && !is_street("Krag"));
    }
}
